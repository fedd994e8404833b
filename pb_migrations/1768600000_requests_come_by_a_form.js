// What somebody sends by the public form lies apart from the register of requests until a manager or the lead accepts it.
// It counts from the day it came, so its day stands on it. What was written is read by a route that records the reading,
// and by no record route; it only ever goes. The clinic says whether it has the form, and by which telephone it is reached.
migrate(
  (app) => {
    const need = { required: true };
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const hidden = { hidden: true };
    app.save(
      new Collection({
        type: "base",
        name: "sent_requests",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          text("kind", 20, need),
          text("whom", 20, need),
          text("way", 10, need),
          text("name", 120, hidden),
          text("forName", 120, hidden),
          text("born", 10, hidden),
          text("reach", 200, hidden),
          text("wants", 4000, hidden),
          text("receivedOn", 10, need),
          date("receivedAt", need),
          text("limitOn", 10, need),
          text("state", 10, need),
          text("request", 15),
          text("why", 10),
          text("reason", 2000),
          text("by", 15),
          date("at"),
          date("clearedAt"),
          { type: "number", name: "version", onlyInt: true },
        ],
        indexes: [
          "CREATE INDEX idx_sent_requests_list ON sent_requests (receivedAt, id)",
          "CREATE INDEX idx_sent_requests_state ON sent_requests (state, limitOn)",
          "CREATE INDEX idx_sent_requests_request ON sent_requests (request)",
        ],
      }),
    );
    const entered = ["kind", "whom", "way", "receivedOn", "receivedAt", "limitOn"].map(
      (column) => `OLD."${column}" IS NOT NEW."${column}"`,
    );
    const only = ["name", "forName", "born", "reach", "wants"].map(
      (column) => `(OLD."${column}" IS NOT NEW."${column}" AND NEW."${column}" <> '')`,
    );
    for (const [on, when] of [
      ["UPDATE", `WHEN ${[...entered, ...only].join(" OR ")}`],
      ["DELETE", ""],
    ]) {
      const raise = "SELECT RAISE(ABORT, 'what was sent stays as it came')";
      app
        .db()
        .newQuery(
          `CREATE TRIGGER sent_requests_no_${on.toLowerCase()} BEFORE ${on} ON sent_requests ${when} BEGIN ${raise}; END`,
        )
        .execute();
    }
    // Who asks for somebody else stands there with the other's name.
    const names = app.findCollectionByNameOrId("request_names");
    names.fields.getByName("name").max = 260;
    app.save(names);
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(new BoolField({ name: "publicForm" }));
    clinic.fields.add(new TextField({ name: "publicPhone", max: 60 }));
    app.save(clinic);
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId("sent_requests"));
    const names = app.findCollectionByNameOrId("request_names");
    names.fields.getByName("name").max = 120;
    app.save(names);
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.removeByName("publicForm");
    clinic.fields.removeByName("publicPhone");
    app.save(clinic);
  },
);
