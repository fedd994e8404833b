// Each look at a sentence that people keep stays: who, when, in which version of the policy, and what was found. A sentence
// may name an audit of the programme, whose day and owner are then its own.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    app.save(
      new Collection({
        type: "base",
        name: "policy_checks",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          text("claim", 15, { required: true }),
          // Number of the version that had the sentence then; 0 where it was not written down.
          { type: "number", name: "number", onlyInt: true },
          text("checkedOn", 10, { required: true }),
          { type: "select", name: "kept", maxSelect: 1, values: ["yes", "no"], required: true },
          text("note", 2000),
          text("by", 15),
          { type: "date", name: "at", required: true },
        ],
        indexes: ["CREATE INDEX idx_policy_checks ON policy_checks (claim, checkedOn, id)"],
      }),
    );
    app
      .db()
      .newQuery(
        `INSERT INTO policy_checks (id, claim, number, checkedOn, kept, note, "by", "at")
         SELECT id, id, 0, checkedOn, kept, checkNote, "by", "at" FROM policy_claims
         WHERE checkedOn <> '' AND kept <> '' AND "at" <> ''`,
      )
      .execute();
    for (const on of ["UPDATE", "DELETE"])
      app
        .db()
        .newQuery(
          `CREATE TRIGGER policy_checks_no_${on.toLowerCase()} BEFORE ${on} ON policy_checks BEGIN SELECT RAISE(ABORT, 'policy_checks is append-only'); END`,
        )
        .execute();
    const claims = app.findCollectionByNameOrId("policy_claims");
    // Row of `audits`; '' where people look by a day of their own.
    claims.fields.add(new TextField({ name: "programme", max: 15 }));
    app.save(claims);
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId("policy_checks"));
    const claims = app.findCollectionByNameOrId("policy_claims");
    claims.fields.removeByName("programme");
    app.save(claims);
  },
);
