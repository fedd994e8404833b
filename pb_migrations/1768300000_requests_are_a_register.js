// Requests of right and complaints. A request is a row, each thing that is entered of it a step that stays as it was
// entered, and who asks stands apart, read by those who work the case alone and by no record route. Everything is read by
// routes of their own; every write goes through the act route.
migrate(
  (app) => {
    const shut = {
      listRule: null,
      viewRule: null,
      createRule: null,
      updateRule: null,
      deleteRule: null,
    };
    const need = { required: true };
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const made = [text("by", 15), date("at", need)];
    const table = (name, fields, indexes) =>
      app.save(new Collection({ type: "base", name, ...shut, fields, indexes }));

    table(
      "requests",
      [
        whole("number"),
        text("kind", 20, need),
        text("requester", 30, need),
        // How old the patient is, as far as it changes who may ask.
        text("age", 10, need),
        text("channel", 10, need),
        text("receivedOn", 10, need),
        date("receivedAt", need),
        // "yes" where there is a reasonable doubt who asks.
        text("doubt", 3, need),
        text("system", 200),
        text("recordRef", 200),
        text("wants", 20000, need),
        // The withdrawn request that this one takes up again.
        text("renews", 15),
        text("handler", 15),
        // The professional whose opinion is waited for.
        text("askedOf", 15),
        text("state", 15, need),
        text("outcome", 10),
        // Last day to answer, and since when and why the clock stands.
        text("limitOn", 10, need),
        text("stands", 200),
        text("endedOn", 10),
        ...made,
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_requests_number ON requests (number)",
        "CREATE INDEX idx_requests_list ON requests (limitOn, id)",
        "CREATE INDEX idx_requests_state ON requests (state, limitOn)",
        "CREATE INDEX idx_requests_record ON requests (system, recordRef)",
      ],
    );
    table(
      "request_steps",
      [
        text("request", 15, need),
        whole("position"),
        text("kind", 20, need),
        { type: "json", name: "data", maxSize: 40000 },
        ...made,
      ],
      ["CREATE UNIQUE INDEX idx_request_steps ON request_steps (request, position)"],
    );
    table(
      "request_names",
      [
        text("request", 15, need),
        text("name", 120),
        // Where the answer goes.
        text("reach", 300),
        date("clearedAt"),
        ...made,
      ],
      ["CREATE UNIQUE INDEX idx_request_names ON request_names (request)"],
    );
    const keep = (table, on, when, why) =>
      app
        .db()
        .newQuery(
          `CREATE TRIGGER ${table}_no_${on.toLowerCase()} BEFORE ${on} ON ${table} ${when} BEGIN SELECT RAISE(ABORT, '${why}'); END`,
        )
        .execute();
    keep("request_steps", "UPDATE", "", "a step of a request stays as it was entered");
    keep("request_steps", "DELETE", "", "a step of a request stays as it was entered");
    keep("requests", "DELETE", "", "a request is kept");
    keep(
      "requests",
      "UPDATE",
      "WHEN OLD.receivedOn <> NEW.receivedOn OR OLD.receivedAt <> NEW.receivedAt OR OLD.kind <> NEW.kind OR OLD.number <> NEW.number",
      "what was asked, and when it came, stays as it was entered",
    );
  },
  (app) => {
    for (const name of ["request_names", "request_steps", "requests"])
      app.delete(app.findCollectionByNameOrId(name));
  },
);
