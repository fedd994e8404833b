// What must not be destroyed, and what was given to others. Both are read through `GET /list` alone: what a hold's incident
// is stands there only for whoever may read it. Every write goes through the act route.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const one = (name, values) => ({ type: "select", name, required: true, maxSelect: 1, values });
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const day = (name, more = {}) => text(name, 10, more);
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    const receivers = ["police", "subject", "insurer", "solicitor", "court", "regulator", "other"];
    app.save(
      new Collection({
        type: "base",
        name: "holds",
        ...shut,
        fields: [
          // Kind of what is held, and its row; '' of what is outside of Chaperone.
          text("register", 40, { required: true }),
          text("subject", 15),
          text("what", 200, { required: true }),
          day("fromDay"),
          day("toDay"),
          one("purpose", ["crime", "damage", "safety", "legal", "request", "complaint", "inquiry"]),
          one("causeKind", ["breaches", "request", "claim", "complaint", "inquiry", "police", "own"]),
          text("incident", 15, { hidden: true }),
          text("reference", 60),
          date("causeEndedAt"),
          text("causeEndedBy", 15),
          text("causeEndedWhy", 2000),
          text("authoriser", 15, { required: true }),
          day("reviewOn", { required: true }),
          text("reviewedWhy", 2000),
          day("until"),
          text("why", 2000, { required: true }),
          text("by", 15, { required: true }),
          date("at", { required: true }),
          date("releasedAt"),
          text("releasedBy", 15),
          text("releasedWhy", 2000),
          whole("version"),
        ],
        indexes: [
          'CREATE INDEX idx_holds_at ON holds ("at", id)',
          "CREATE INDEX idx_holds_subject ON holds (register, subject)",
          "CREATE INDEX idx_holds_open ON holds (reviewOn) WHERE releasedAt = ''",
        ],
      }),
    );
    app.save(
      new Collection({
        type: "base",
        name: "disclosures",
        ...shut,
        fields: [
          // The hold that keeps what was asked for; '' where there is none.
          text("hold", 15),
          one("receiver", receivers),
          text("organisation", 120),
          text("reference", 60),
          one("form", ["form", "letter", "order", "person", "phone"]),
          day("askedOn", { required: true }),
          text("asked", 2000, { required: true }),
          one("outcome", ["given", "refused"]),
          text("minimum", 2000, { required: true }),
          text("given", 2000),
          text("others", 20),
          text("how", 20),
          day("day", { required: true }),
          text("decidedBy", 15, { required: true }),
          text("by", 15, { required: true }),
          date("at", { required: true }),
          date("takenBackAt"),
          text("takenBackBy", 15),
          text("takenBackWhy", 2000),
          whole("version"),
        ],
        indexes: [
          'CREATE INDEX idx_disclosures_at ON disclosures ("at", id)',
          "CREATE INDEX idx_disclosures_hold ON disclosures (hold)",
        ],
      }),
    );
    // What was placed or given stays as it was entered; a row is never deleted.
    const entered = {
      holds: [
        "register",
        "subject",
        "what",
        "fromDay",
        "toDay",
        "purpose",
        "causeKind",
        "incident",
        "authoriser",
        "why",
        "by",
        "at",
      ],
      disclosures: [
        "receiver",
        "organisation",
        "form",
        "askedOn",
        "asked",
        "outcome",
        "minimum",
        "given",
        "others",
        "how",
        "day",
        "decidedBy",
        "by",
        "at",
      ],
    };
    for (const [table, columns] of Object.entries(entered)) {
      const differs = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(" OR ");
      for (const [on, when] of [
        ["UPDATE", `WHEN ${differs}`],
        ["DELETE", ""],
      ]) {
        const raise = `SELECT RAISE(ABORT, '${table} stay as they were entered')`;
        app
          .db()
          .newQuery(
            `CREATE TRIGGER ${table}_no_${on.toLowerCase()} BEFORE ${on} ON ${table} ${when} BEGIN ${raise}; END`,
          )
          .execute();
      }
    }
  },
  (app) => {
    for (const name of ["disclosures", "holds"]) app.delete(app.findCollectionByNameOrId(name));
  },
);
