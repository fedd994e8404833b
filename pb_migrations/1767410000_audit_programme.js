// The audit programme: what is looked at and how often, each round with its dated tick list, and the week's sample of
// accesses and mail decisions that nobody chose. Managers, the lead and the clinic's auditors read; every write goes
// through the act route, but for a sample, which the server draws by itself.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    const read = { listRule: `${live} && ${reviewer}`, viewRule: `${live} && ${reviewer}` };
    // A sample names events of the log, of which not everybody sees all: it is read by its route alone.
    const shut = { listRule: null, viewRule: null };
    const closed = { createRule: null, updateRule: null, deleteRule: null };
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const need = { required: true };
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const whole = (name, more = {}) => ({ type: "number", name, onlyInt: true, ...more });
    const made = [text("by", 15), date("at", need)];
    const table = (name, rules, fields, indexes) =>
      app.save(new Collection({ type: "base", name, ...rules, ...closed, fields, indexes }));

    table(
      "audits",
      read,
      [
        text("template", 30, need),
        text("title", 120, need),
        // What is looked at, "Cliniko" for one.
        text("subject", 120),
        // Months from one round to the next; 0 is once.
        whole("every"),
        text("owner", 15, need),
        text("nextOn", 10),
        // Lines of an audit of the clinic's own.
        { type: "json", name: "questions", maxSize: 20000 },
        text("state", 10, need),
        text("retiredWhy", 2000),
        ...made,
        whole("version"),
      ],
      ["CREATE INDEX idx_audits_list ON audits (state, nextOn, id)"],
    );
    table(
      "audit_rounds",
      read,
      [
        text("audit", 15, need),
        whole("number"),
        // The day for which it was planned, and on which it was begun and closed.
        text("plannedOn", 10),
        text("begunOn", 10, need),
        text("closedOn", 10),
        text("closedBy", 15),
        text("state", 10, need),
        whole("found"),
        whole("missed"),
        text("conclusion", 2000),
        text("evidence", 2000),
        ...made,
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_audit_rounds_number ON audit_rounds (audit, number)",
        "CREATE UNIQUE INDEX idx_audit_rounds_open ON audit_rounds (audit) WHERE state = 'open'",
        "CREATE INDEX idx_audit_rounds_begun ON audit_rounds (begunOn)",
      ],
    );
    table(
      "audit_lines",
      read,
      [
        text("round", 15, need),
        whole("position"),
        // Whom the line is about; '' where it is about a thing.
        text("about", 15),
        text("text", 300, need),
        text("answer", 20),
        text("note", 2000),
        text("lookedBy", 15),
        date("lookedAt"),
        whole("version"),
      ],
      ["CREATE UNIQUE INDEX idx_audit_lines ON audit_lines (round, position)"],
    );
    table(
      "samples",
      shut,
      [
        text("weekOf", 10, need),
        // Seqs: the week's events lie after the one, up to the other, whose hash draws.
        whole("afterSeq"),
        whole("upToSeq"),
        text("headHash", 64),
        // How many accesses and mail decisions came that week.
        whole("population"),
        date("drawnAt", need),
      ],
      ["CREATE UNIQUE INDEX idx_samples_week ON samples (weekOf)"],
    );
    table(
      "sample_items",
      shut,
      [
        text("sample", 15, need),
        whole("position"),
        whole("event", need),
        text("result", 20),
        text("note", 2000),
        text("lookedBy", 15),
        date("lookedAt"),
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_sample_items ON sample_items (sample, position)",
        "CREATE INDEX idx_sample_items_open ON sample_items (sample) WHERE result = ''",
      ],
    );
    const keep = (name, on, when, why) => {
      const raise = `SELECT RAISE(ABORT, '${why}')`;
      const trigger = `${name}_no_${on.toLowerCase()}`;
      app
        .db()
        .newQuery(`CREATE TRIGGER ${trigger} BEFORE ${on} ON ${name} ${when} BEGIN ${raise}; END`)
        .execute();
    };
    // What was drawn stays as it was drawn, whoever asks; a round that is closed stays as it was closed.
    keep("samples", "UPDATE", "", "samples are kept as they were drawn");
    keep("samples", "DELETE", "", "samples are kept as they were drawn");
    keep(
      "sample_items",
      "UPDATE",
      "WHEN OLD.sample <> NEW.sample OR OLD.event <> NEW.event OR OLD.position <> NEW.position",
      "samples are kept as they were drawn",
    );
    keep("sample_items", "DELETE", "", "samples are kept as they were drawn");
    keep("audit_rounds", "UPDATE", "WHEN OLD.state = 'closed'", "a closed round is kept as it was closed");
    keep("audit_rounds", "DELETE", "", "a round is kept");
    keep(
      "audit_lines",
      "UPDATE",
      "WHEN (SELECT state FROM audit_rounds r WHERE r.id = OLD.round) = 'closed'",
      "a closed round is kept as it was closed",
    );
    keep("audit_lines", "DELETE", "", "a round is kept");
  },
  (app) => {
    for (const name of ["sample_items", "samples", "audit_lines", "audit_rounds", "audits"])
      app.delete(app.findCollectionByNameOrId(name));
  },
);
