// Partners and suppliers: who works with what of the clinic's data, on which terms, where it lies, and each check of it.
// Managers, the lead and the clinic's auditors read them; every write goes through the act route.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    const rules = {
      listRule: `${live} && ${reviewer}`,
      viewRule: `${live} && ${reviewer}`,
      createRule: null,
      updateRule: null,
      deleteRule: null,
    };
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const whole = (name, more = {}) => ({ type: "number", name, onlyInt: true, ...more });
    const list = (name) => ({ type: "json", name, maxSize: 4000 });
    app.save(
      new Collection({
        type: "base",
        name: "suppliers",
        ...rules,
        fields: [
          text("name", 120, { required: true }),
          text("kind", 30, { required: true }),
          text("role", 20, { required: true }),
          text("data", 500, { required: true }),
          text("contract", 300),
          // Days here are civil dates, '' where none is known.
          text("contractOn", 10),
          // Letters of Art 28(3) that somebody saw in the contract.
          list("terms"),
          whole("termsLeft"),
          text("termsOn", 10),
          text("place", 20, { required: true }),
          text("country", 120),
          text("placeNote", 500),
          text("ground", 20),
          text("groundOn", 10),
          text("others", 500),
          text("tellsHow", 500),
          text("holder", 15, { required: true }),
          text("checkedOn", 10),
          text("nextCheck", 10, { required: true }),
          text("state", 10, { required: true }),
          text("endedOn", 10),
          text("leftData", 20),
          text("endedWhy", 2000),
          text("by", 15, { required: true }),
          date("at", { required: true }),
          whole("version"),
        ],
        indexes: ["CREATE INDEX idx_suppliers_list ON suppliers (state, role, nextCheck, id)"],
      }),
    );
    app.save(
      new Collection({
        type: "base",
        name: "supplier_checks",
        ...rules,
        fields: [
          text("supplier", 15, { required: true }),
          text("checkedOn", 10, { required: true }),
          list("answers"),
          text("note", 2000),
          text("nextCheck", 10, { required: true }),
          text("by", 15, { required: true }),
          date("at", { required: true }),
        ],
        indexes: ["CREATE INDEX idx_supplier_checks ON supplier_checks (supplier, checkedOn)"],
      }),
    );
    for (const on of ["UPDATE", "DELETE"]) {
      const raise = "SELECT RAISE(ABORT, 'supplier_checks is append-only')";
      const name = `supplier_checks_no_${on.toLowerCase()}`;
      app
        .db()
        .newQuery(`CREATE TRIGGER ${name} BEFORE ${on} ON supplier_checks BEGIN ${raise}; END`)
        .execute();
    }
  },
  (app) => {
    for (const name of ["supplier_checks", "suppliers"]) app.delete(app.findCollectionByNameOrId(name));
  },
);
