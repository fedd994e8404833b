// An erasure that a lead asks for, until a second person has confirmed it or said no. Nobody reads the table but through
// Today, which tells the asker and whoever may confirm; people are named by id and by no relation, so that nothing can be
// asked about them by way of it. Which event it is stands here alone: its events in the log name the row.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const whole = (name, more = {}) => ({ type: "number", name, onlyInt: true, ...more });
    app.save(
      new Collection({
        type: "base",
        name: "erasures",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          // Seq of the event that is to go.
          whole("event", { required: true, hidden: true }),
          text("ground", 500, { required: true }),
          // Why it could not wait for a second person, '' where there was one.
          text("alone", 500),
          text("askedBy", 15, { required: true }),
          { type: "date", name: "askedAt", required: true },
          {
            type: "select",
            name: "state",
            required: true,
            maxSelect: 1,
            values: ["asked", "done", "withdrawn", "declined", "lapsed"],
          },
          text("decidedBy", 15),
          { type: "date", name: "decidedAt" },
          // Why it was declined.
          text("reason", 500),
          // Seq of the `event.erase`, 0 before.
          whole("orderedBy", { hidden: true }),
          whole("version"),
        ],
        indexes: [
          "CREATE UNIQUE INDEX idx_erasures_asked ON erasures (event) WHERE state = 'asked'",
          "CREATE INDEX idx_erasures_state ON erasures (state, decidedAt)",
        ],
      }),
    );
    // What was decided stays as it is, whoever asks.
    for (const [name, on, when] of [
      ["erasures_no_update", "UPDATE", "WHEN OLD.state <> 'asked'"],
      ["erasures_no_delete", "DELETE", ""],
    ]) {
      const raise = "SELECT RAISE(ABORT, 'erasures are kept as they were decided')";
      app
        .db()
        .newQuery(`CREATE TRIGGER ${name} BEFORE ${on} ON erasures ${when} BEGIN ${raise}; END`)
        .execute();
    }
  },
  (app) => app.delete(app.findCollectionByNameOrId("erasures")),
);
