// What the first screen, the trends and the lists would otherwise count over all events is kept beside them. Whoever
// appends says up to which event the sums shall go, in the same transaction (pb_hooks/src/ledger/chain/keep-sums.ts), and SQLite adds
// what came since they last went; an event that is blanked is taken out by a trigger of its own. None of it says more than
// the events do. test/server/ledger/sums.test.ts holds each against the rows.
migrate(
  (app) => {
    const events = app.findCollectionByNameOrId("events");
    const otherDay = "substr(occurredAt, 1, 10) <> substr(receivedAt, 1, 10)";
    events.addIndex("idx_events_user_kind", false, "user, kind, seq", "user <> ''");
    // What came on another day than it happened: the rest of a span of days lies together in the chain, so that the index
    // of all by when they happened is wanted no more.
    events.addIndex("idx_events_other_day", false, "occurredAt, seq", `occurredAt <> '' AND ${otherDay}`);
    events.removeIndex("idx_events_occurred");
    events.addIndex("idx_events_blanked", false, "seq", "orderedBy > 0");
    app.save(events);

    const tables = [
      // One row: up to which event the sums go; those that only a browser's events or mail change are asked only for these.
      "CREATE TABLE ledger_summed (days INTEGER NOT NULL, browsers INTEGER NOT NULL, mail INTEGER NOT NULL) STRICT",
      "INSERT INTO ledger_summed (days, browsers, mail) VALUES (0, 0, 0)",
      // By the hour in UTC in which it happened, `yyyy-mm-ddThh`. `what` is a kind; of a record's behind 'doubtful ', or
      // behind 'unattributed ' where it names nobody. An event is counted once.
      "CREATE TABLE ledger_counts (what TEXT, at TEXT, n INTEGER NOT NULL, PRIMARY KEY (what, at)) STRICT, WITHOUT ROWID",
      // Sign-ins that pages showed and whose they were, by the UTC day; the account is a keyed digest, as in the events.
      "CREATE TABLE ledger_accounts (day TEXT, system TEXT, account TEXT, user TEXT, n INTEGER NOT NULL, PRIMARY KEY (day, system, account, user)) STRICT, WITHOUT ROWID",
      "CREATE INDEX idx_ledger_accounts ON ledger_accounts (account, system, user)",
      // Which stretch of the chain came on a UTC day. Blanking changes nothing of it.
      "CREATE TABLE ledger_days (day TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID",
      // Where the chain was silent for more than a week: pb_hooks/src/ledger/ingest/clock-state.ts asks for longer ones.
      "CREATE TABLE ledger_silences (after INTEGER PRIMARY KEY, next INTEGER NOT NULL, before TEXT NOT NULL, till TEXT NOT NULL) STRICT",
      // Each browser's numbers that came and are not blanked, as stretches; where both ends stand in the chain.
      "CREATE TABLE ledger_runs (browser TEXT, first INTEGER, last INTEGER NOT NULL, firstSeq INTEGER NOT NULL, lastSeq INTEGER NOT NULL, PRIMARY KEY (browser, first)) STRICT, WITHOUT ROWID",
      // Documents held in the mail, and what became of each; 'open' where nothing is known.
      "CREATE TABLE ledger_attempts (held INTEGER PRIMARY KEY, at TEXT NOT NULL, outcome TEXT NOT NULL) STRICT",
      "CREATE INDEX idx_ledger_attempts_at ON ledger_attempts (at, outcome)",
      "CREATE INDEX idx_ledger_attempts_outcome ON ledger_attempts (outcome, held)",
    ];

    const what = (row) => `CASE
      WHEN ${row}.kind IN ('record.download', 'record.export', 'record.search') AND instr(${row}.detail, '"v":1') > 0
        THEN 'doubtful ' || ${row}.kind
      WHEN ${row}.user = '' AND ${row}.kind >= 'record.' AND ${row}.kind < 'record/' THEN 'unattributed ' || ${row}.kind
      WHEN ${row}.kind IN ('record.view', 'browser.coverage') THEN ${row}.kind END`;

    // An attempt is told by its trace and its browser, and its parts by the browser's numbers: an outcome is of the held
    // document before it, or of the first one.
    const held = (row) =>
      `trace = ${row}.trace AND trace <> '' AND browser = ${row}.browser AND kind = 'mail.held'`;
    const nearest = (row, which, than) =>
      `(SELECT ${which}(n) FROM events INDEXED BY idx_events_trace WHERE ${held(row)} AND n ${than} ${row}.n)`;
    const outcome = `coalesce((SELECT o.detail->>'outcome' FROM events o INDEXED BY idx_events_trace
      WHERE o.trace = h.trace AND o.trace <> '' AND o.browser = h.browser AND o.kind = 'mail.outcome'
        AND o.n < coalesce(${nearest("h", "min", ">")}, 9007199254740991)
        AND (o.n > h.n OR ${nearest("h", "max", "<")} IS NULL)
      ORDER BY o.n DESC LIMIT 1), 'open')`;
    // Those that an event says something about: the one before, itself, and the one behind.
    const near = (
      row,
    ) => `h.trace = ${row}.trace AND h.trace <> '' AND h.browser = ${row}.browser AND h.kind = 'mail.held'
      AND h.n >= coalesce(${nearest(row, "max", "<")}, 0)
      AND h.n <= coalesce(${nearest(row, "min", ">")}, 9007199254740991)`;
    const settle = (which) =>
      `UPDATE ledger_attempts SET outcome = (SELECT ${outcome} FROM events h WHERE h.seq = held) WHERE held IN (${which})`;

    // A run of a browser's numbers that begins before `n`, or at it.
    const begins = (row, than, n) =>
      `browser = ${row}.browser AND first = (SELECT max(first) FROM ledger_runs WHERE browser = ${row}.browser AND first ${than} ${row}.${n})`;
    const seqOf = (browser, n) =>
      `(SELECT seq FROM events WHERE browser = ${browser} AND n = ${n} AND browser <> '' AND n > 0)`;

    const ofAccount =
      "day = substr(OLD.occurredAt, 1, 10) AND system = OLD.system AND account = OLD.account AND user = OLD.user";
    const summed = (column) => `OLD.seq <= (SELECT ${column} FROM ledger_summed)`;

    const added = (column) => `e.seq > OLD.${column} AND e.seq <= NEW.${column} AND e.orderedBy = 0`;
    const from = "FROM events e INDEXED BY idx_events_seq";
    const triggers = [
      // Runs are joined to those that they touch.
      "CREATE VIEW ledger_new_runs AS SELECT browser, first, last, firstSeq, lastSeq FROM ledger_runs",
      `CREATE TRIGGER ledger_joins_runs INSTEAD OF INSERT ON ledger_new_runs BEGIN
UPDATE ledger_runs SET last = NEW.last, lastSeq = NEW.lastSeq WHERE ${begins("NEW", "<", "first")} AND last = NEW.first - 1;
INSERT INTO ledger_runs (browser, first, last, firstSeq, lastSeq)
  SELECT NEW.browser, NEW.first, NEW.last, NEW.firstSeq, NEW.lastSeq
  WHERE NOT EXISTS (SELECT 1 FROM ledger_runs WHERE ${begins("NEW", "<", "first")} AND last = NEW.last);
UPDATE ledger_runs SET (last, lastSeq) = (SELECT r.last, r.lastSeq FROM ledger_runs r WHERE r.browser = NEW.browser AND r.first = NEW.last + 1)
  WHERE ${begins("NEW", "<=", "first")} AND EXISTS (SELECT 1 FROM ledger_runs r WHERE r.browser = NEW.browser AND r.first = NEW.last + 1);
DELETE FROM ledger_runs WHERE browser = NEW.browser AND first = NEW.last + 1;
END`,
      `CREATE TRIGGER ledger_sums_days AFTER UPDATE OF days ON ledger_summed BEGIN
INSERT INTO ledger_days (day, first, last) SELECT substr(e.receivedAt, 1, 10), min(e.seq), max(e.seq) ${from}
  WHERE e.seq > OLD.days AND e.seq <= NEW.days GROUP BY 1 ON CONFLICT (day) DO UPDATE SET last = excluded.last;
INSERT INTO ledger_silences (after, next, before, till) SELECT p.seq, e.seq, p.receivedAt, e.receivedAt ${from}
  JOIN events p INDEXED BY idx_events_seq ON p.seq = e.seq - 1
  WHERE e.seq > OLD.days AND e.seq <= NEW.days AND julianday(e.receivedAt) - julianday(p.receivedAt) > 7;
END`,
      `CREATE TRIGGER ledger_sums_browsers AFTER UPDATE OF browsers ON ledger_summed BEGIN
INSERT INTO ledger_counts (what, at, n) SELECT ${what("e")}, substr(e.occurredAt, 1, 13), count(*) ${from}
  WHERE ${added("browsers")} AND ${what("e")} IS NOT NULL GROUP BY 1, 2
  ON CONFLICT (what, at) DO UPDATE SET n = n + excluded.n;
INSERT INTO ledger_accounts (day, system, account, user, n)
  SELECT substr(e.occurredAt, 1, 10), e.system, e.account, e.user, count(*) ${from}
  WHERE ${added("browsers")} AND e.account <> '' GROUP BY 1, 2, 3, 4
  ON CONFLICT (day, system, account, user) DO UPDATE SET n = n + excluded.n;
INSERT INTO ledger_new_runs (browser, first, last, firstSeq, lastSeq)
  SELECT r.browser, r.first, r.last, ${seqOf("r.browser", "r.first")}, ${seqOf("r.browser", "r.last")}
  FROM (SELECT browser, min(n) AS first, max(n) AS last
    FROM (SELECT e.browser AS browser, e.n AS n, e.n - row_number() OVER (PARTITION BY e.browser ORDER BY e.n) AS run ${from}
      WHERE ${added("browsers")} AND e.browser <> '' AND e.n > 0) GROUP BY browser, run) r;
END`,
      `CREATE TRIGGER ledger_sums_mail AFTER UPDATE OF mail ON ledger_summed BEGIN
INSERT INTO ledger_attempts (held, at, outcome) SELECT e.seq, e.occurredAt, 'open' ${from}
  WHERE ${added("mail")} AND e.kind = 'mail.held';
${settle(`SELECT h.seq ${from} JOIN events h INDEXED BY idx_events_trace ON ${near("e")}
  WHERE ${added("mail")} AND e.kind IN ('mail.held', 'mail.outcome')`)};
END`,
      // The only change that there is of an event: it is blanked.
      `CREATE TRIGGER events_sum_blanked AFTER UPDATE ON events BEGIN
UPDATE ledger_counts SET n = n - 1 WHERE ${summed("browsers")} AND what = ${what("OLD")} AND at = substr(OLD.occurredAt, 1, 13);
DELETE FROM ledger_counts WHERE what = ${what("OLD")} AND at = substr(OLD.occurredAt, 1, 13) AND n = 0;
UPDATE ledger_accounts SET n = n - 1 WHERE ${summed("browsers")} AND ${ofAccount};
DELETE FROM ledger_accounts WHERE ${ofAccount} AND n = 0;
INSERT INTO ledger_runs (browser, first, last, firstSeq, lastSeq)
  SELECT browser, OLD.n + 1, last, ${seqOf("OLD.browser", "OLD.n + 1")}, lastSeq
  FROM ledger_runs WHERE ${begins("OLD", "<=", "n")} AND last > OLD.n;
DELETE FROM ledger_runs WHERE browser = OLD.browser AND first = OLD.n;
UPDATE ledger_runs SET last = OLD.n - 1, lastSeq = ${seqOf("OLD.browser", "OLD.n - 1")}
  WHERE ${begins("OLD", "<", "n")} AND last >= OLD.n;
DELETE FROM ledger_attempts WHERE held = OLD.seq;
${settle(`SELECT h.seq FROM events h INDEXED BY idx_events_trace WHERE ${near("OLD")}
  AND OLD.kind IN ('mail.held', 'mail.outcome')`)};
END`,
    ];
    const newest = "(SELECT coalesce(max(seq), 0) FROM events)";
    const fill = `UPDATE ledger_summed SET days = ${newest}, browsers = ${newest}, mail = ${newest}`;
    for (const sql of [...tables, ...triggers, fill]) app.db().newQuery(sql).execute();
  },
  (app) => {
    app.db().newQuery("DROP TRIGGER events_sum_blanked").execute();
    app.db().newQuery("DROP VIEW ledger_new_runs").execute();
    for (const name of ["summed", "counts", "accounts", "days", "silences", "runs", "attempts"])
      app.db().newQuery(`DROP TABLE ledger_${name}`).execute();
    const events = app.findCollectionByNameOrId("events");
    for (const name of ["user_kind", "other_day", "blanked"]) events.removeIndex(`idx_events_${name}`);
    events.addIndex("idx_events_occurred", false, "occurredAt, seq", "occurredAt <> ''");
    app.save(events);
  },
);
