// What people say about an entry or a row about themselves, and what was answered. It stands beside: no event and no row is
// changed by it. Read by routes of our own; every write goes through the act route.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const needed = { required: true };
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    app.save(
      new Collection({
        type: "base",
        name: "objections",
        ...shut,
        fields: [
          // "correct", "object", or "withheld": to be told what is kept confidential.
          text("what", 10, needed),
          // The event that it is about, or a collection and its row; neither of what is withheld.
          text("event", 15),
          text("table", 40),
          text("row", 15),
          // The case that the event or the row belongs to: whoever may not read it is not shown this either.
          text("breach", 15),
          text("words", 2000, needed),
          text("by", 15, needed),
          date("at", needed),
          // Last day to answer.
          text("limitOn", 10, needed),
          text("state", 10, needed),
          text("answer", 2000),
          text("answeredBy", 15),
          date("answeredAt"),
          { type: "number", name: "version", onlyInt: true },
        ],
        indexes: [
          'CREATE INDEX idx_objections_at ON objections ("at", id)',
          "CREATE INDEX idx_objections_event ON objections (event) WHERE event <> ''",
          'CREATE INDEX idx_objections_by ON objections ("by")',
          "CREATE INDEX idx_objections_state ON objections (state)",
        ],
      }),
    );
    const kept = ["what", "event", "table", "row", "breach", "words", "by", "at", "limitOn"];
    const differs = kept.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(" OR ");
    for (const [what, when] of [
      ["UPDATE", `WHEN OLD.state <> 'asked' OR ${differs}`],
      ["DELETE", ""],
    ]) {
      const raise = "SELECT RAISE(ABORT, 'what somebody said of an entry stays as it was said and answered')";
      app
        .db()
        .newQuery(
          `CREATE TRIGGER objections_no_${what.toLowerCase()} BEFORE ${what} ON objections ${when} BEGIN ${raise}; END`,
        )
        .execute();
    }
  },
  (app) => app.delete(app.findCollectionByNameOrId("objections")),
);
