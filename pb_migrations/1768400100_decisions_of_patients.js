// What patients decided about purposes of sharing, each decision's history, and addresses that get no mailings. All are read
// through our own routes; every write goes through the act route or an import.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const needed = { required: true };
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const day = (name, more = {}) => text(name, 10, more);
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    const said = [
      text("decision", 3, needed),
      text("how", 20, needed),
      text("takenBy", 15, needed),
      text("wording", 40),
      text("evidence", 120),
      day("from", needed),
      day("until"),
      text("effect", 2000),
      text("effectBy", 15),
      text("by", 15, needed),
      date("at", needed),
    ];
    app.save(
      new Collection({
        type: "base",
        name: "consents",
        ...shut,
        fields: [
          text("system", 120, needed),
          text("recordRef", 100, needed),
          text("purpose", 30, needed),
          ...said,
          text("imported", 15),
          whole("version"),
        ],
        indexes: [
          "CREATE UNIQUE INDEX idx_consents_record ON consents (recordRef, system, purpose)",
          'CREATE INDEX idx_consents_at ON consents ("at", id)',
          "CREATE INDEX idx_consents_imported ON consents (imported)",
        ],
      }),
    );
    app.save(
      new Collection({
        type: "base",
        name: "consent_steps",
        ...shut,
        fields: [text("consent", 15, needed), ...said],
        indexes: [
          "CREATE INDEX idx_consent_steps_of ON consent_steps (consent)",
          'CREATE INDEX idx_consent_steps_at ON consent_steps ("at")',
        ],
      }),
    );
    app.save(
      new Collection({
        type: "base",
        name: "suppressions",
        ...shut,
        fields: [
          // Keyed: nobody reads an address out of it.
          text("address", 80, needed),
          text("how", 20, needed),
          text("by", 15, needed),
          date("at", needed),
        ],
        indexes: ["CREATE UNIQUE INDEX idx_suppressions_address ON suppressions (address)"],
      }),
    );
    const guards = {
      consents: ["system", "recordRef", "purpose"],
      consent_steps: ["consent", ...said.map(({ name }) => name)],
      suppressions: ["address", "how", "by", "at"],
    };
    for (const [table, columns] of Object.entries(guards)) {
      const differs = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(" OR ");
      const on = [["UPDATE", `WHEN ${differs}`]];
      on.push(["DELETE", ""]);
      for (const [what, when] of on) {
        const raise = `SELECT RAISE(ABORT, '${table} stay as they were entered')`;
        app
          .db()
          .newQuery(
            `CREATE TRIGGER ${table}_no_${what.toLowerCase()} BEFORE ${what} ON ${table} ${when} BEGIN ${raise}; END`,
          )
          .execute();
      }
    }
  },
  (app) => {
    for (const name of ["suppressions", "consent_steps", "consents"])
      app.delete(app.findCollectionByNameOrId(name));
  },
);
