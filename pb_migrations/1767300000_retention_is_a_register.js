// Records that the clinical systems hold, by reference, class and the month from which each is due: no date of a patient
// comes here. Rows are written by lists, a thousand at a time, and worked on by acts; both leave events. Nobody reads or
// writes them but by the register's own routes.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const date = (name) => ({ type: "date", name });
    const closed = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    const save = (name, fields, indexes) =>
      app.save(new Collection({ type: "base", name, ...closed, fields, indexes }));
    save(
      "retention_lists",
      [
        text("system", 120, { required: true }),
        text("schedule", 40, { required: true }),
        text("dates", 12),
        { type: "select", name: "state", maxSelect: 1, values: ["begun", "in", "undone"], required: true },
        whole("rows"),
        text("hash", 64),
        text("by", 15, { required: true }),
        date("at"),
        date("undoneAt"),
        text("undoneBy", 15),
        text("undoneReason", 2000),
        whole("version"),
      ],
      ["CREATE INDEX idx_retention_lists ON retention_lists (at)"],
    );
    save(
      "retention_rows",
      [
        text("system", 120, { required: true }),
        text("recordRef", 67, { required: true }),
        text("rowClass", 20, { required: true }),
        text("month", 10),
        text("starts", 10),
        // The list that last changed it.
        text("list", 15),
        { type: "bool", name: "gone" },
        { type: "bool", name: "again" },
        text("state", 10),
        text("found", 2000),
        text("appraisedBy", 15),
        date("appraisedAt"),
        text("askedBy", 15),
        date("askedAt"),
        text("second", 15),
        date("agreedAt"),
        text("declined", 2000),
        text("keptWhy", 10),
        text("keptReason", 2000),
        text("keptBy", 15),
        date("keptAt"),
        text("doneOn", 10),
        text("doneHow", 2000),
        text("doneBeside", 2000),
        text("doneBy", 15),
        date("doneAt"),
        whole("number"),
        text("certificate", 20000),
        text("certificateHash", 64),
        text("holdCause", 10),
        text("holdReference", 60),
        text("holdReviewOn", 10),
        text("holdBy", 15),
        date("holdAt"),
        text("releasedReason", 2000),
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_retention_rows_record ON retention_rows (system, recordRef)",
        "CREATE INDEX idx_retention_rows_starts ON retention_rows (starts, id) WHERE gone = FALSE",
        "CREATE INDEX idx_retention_rows_class ON retention_rows (rowClass, starts, id) WHERE gone = FALSE",
        "CREATE INDEX idx_retention_rows_held ON retention_rows (id) WHERE holdCause <> ''",
        "CREATE INDEX idx_retention_rows_state ON retention_rows (state, id) WHERE state <> 'waiting'",
        "CREATE UNIQUE INDEX idx_retention_rows_number ON retention_rows (number) WHERE number > 0",
        "CREATE INDEX idx_retention_rows_list ON retention_rows (list)",
      ],
    );
    save(
      "retention_lines",
      [
        text("line", 60, { required: true }),
        whole("years"),
        text("source", 2000),
        text("after", 15),
        text("by", 15, { required: true }),
        date("at"),
      ],
      ["CREATE INDEX idx_retention_lines ON retention_lines (line, at)"],
    );
    const run = (sql) => app.db().newQuery(sql).execute();
    // What a list brought, until it is finished; then what stood before in the rows that it changed, so that it can be undone.
    run(
      `CREATE TABLE retention_staged (list TEXT NOT NULL, n INTEGER NOT NULL, recordRef TEXT NOT NULL, rowClass TEXT NOT NULL,
         month TEXT NOT NULL, wasClass TEXT NOT NULL DEFAULT '', wasMonth TEXT NOT NULL DEFAULT '',
         wasStarts TEXT NOT NULL DEFAULT '', wasList TEXT NOT NULL DEFAULT '', what TEXT NOT NULL DEFAULT '',
         PRIMARY KEY (list, n)) STRICT, WITHOUT ROWID`,
    );
    run(
      `CREATE TABLE retention_begun (list TEXT PRIMARY KEY, system TEXT NOT NULL, schedule TEXT NOT NULL, dates TEXT NOT NULL,
         rows INTEGER NOT NULL, user TEXT NOT NULL) STRICT, WITHOUT ROWID`,
    );
    run("CREATE UNIQUE INDEX idx_retention_staged ON retention_staged (list, recordRef)");
    // A destroyed record's row and its certificate stay as they are, but for the mark that a later list has it again.
    run(
      `CREATE TRIGGER retention_rows_done BEFORE UPDATE OF recordRef, system, rowClass, month, starts, state, number, certificate,
         certificateHash, doneOn, doneHow, doneBeside, doneBy, doneAt ON retention_rows WHEN OLD.state = 'done'
         BEGIN SELECT RAISE(ABORT, 'a certificate stays as it is'); END`,
    );
    for (const table of ["retention_rows", "retention_lists", "retention_lines"])
      run(
        `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is kept'); END`,
      );
    run(
      "CREATE TRIGGER retention_lines_no_update BEFORE UPDATE ON retention_lines BEGIN SELECT RAISE(ABORT, 'a confirmation is never changed'); END",
    );
  },
  (app) => {
    for (const table of ["retention_staged", "retention_begun"])
      app.db().newQuery(`DROP TABLE ${table}`).execute();
    for (const name of ["retention_rows", "retention_lines", "retention_lists"])
      app.delete(app.findCollectionByNameOrId(name));
  },
);
