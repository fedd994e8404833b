// Nobody reads or writes the ledger but the server's own routes, superusers neither. SQLite itself refuses to delete an
// event, to change one other than by an order to blank it, and to insert anything but the next link.
migrate(
  (app) => {
    const text = (name, max, more) => ({ type: "text", name, max, ...more });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const closed = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };

    app.save(
      new Collection({
        type: "base",
        name: "events",
        ...closed,
        fields: [
          whole("seq"),
          whole("v"),
          text("kind", 120),
          text("receivedAt", 24),
          text("bodyHash", 64),
          text("prev", 64),
          text("hash", 64),
          whole("orderedBy"),
          text("idDigest", 64),
          text("user", 40),
          text("account", 80),
          text("attribution", 20),
          text("browser", 40),
          whole("n"),
          text("occurredAt", 24),
          text("sentAt", 24),
          text("system", 120),
          text("recordRef", 80),
          text("recordKind", 40),
          text("trace", 15),
          text("detail", 2000000),
          text("salt", 32),
        ],
        indexes: [
          "CREATE UNIQUE INDEX idx_events_seq ON events (seq)",
          "CREATE UNIQUE INDEX idx_events_browser_n ON events (browser, n) WHERE browser <> '' AND n > 0",
          "CREATE UNIQUE INDEX idx_events_id_digest ON events (idDigest)",
          "CREATE INDEX idx_events_kind ON events (kind, seq)",
          "CREATE INDEX idx_events_user ON events (user, seq) WHERE user <> ''",
          "CREATE INDEX idx_events_system ON events (system, seq) WHERE system <> ''",
          "CREATE INDEX idx_events_record ON events (recordRef, seq) WHERE recordRef <> ''",
          "CREATE INDEX idx_events_trace ON events (trace, seq) WHERE trace <> ''",
          "CREATE INDEX idx_events_occurred ON events (occurredAt, seq) WHERE occurredAt <> ''",
          "CREATE INDEX idx_events_live ON events (receivedAt) WHERE orderedBy = 0",
        ],
      }),
    );

    app.save(
      new Collection({
        type: "base",
        name: "checkpoints",
        ...closed,
        fields: [
          whole("seq"),
          text("hash", 64, { required: true }),
          text("at", 24, { required: true }),
          text("signature", 128, { required: true }),
          text("publicKey", 64, { required: true }),
          text("why", 20, { required: true }),
        ],
        indexes: ["CREATE INDEX idx_checkpoints_seq ON checkpoints (seq)"],
      }),
    );

    const personalIsEmpty = [
      "user = ''",
      "account = ''",
      "attribution = ''",
      "browser = ''",
      "n = 0",
      "occurredAt = ''",
      "sentAt = ''",
      "system = ''",
      "recordRef = ''",
      "recordKind = ''",
      "trace = ''",
      "detail = ''",
      "salt = ''",
    ].map((condition) => `NEW.${condition}`);
    const kept = ["rowid", "seq", "v", "kind", "receivedAt", "bodyHash", "prev", "hash", "idDigest"];

    const triggers = [
      `CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events is append-only: no event is deleted'); END`,

      // An order covers the event, stands after it, and is itself never blanked.
      `CREATE TRIGGER events_only_blanked_by_order BEFORE UPDATE ON events WHEN NOT (
  OLD.orderedBy = 0 AND OLD.kind NOT LIKE 'event.%' AND NEW.id = 't' || printf('%014d', OLD.seq)
  AND ${kept.map((column) => `NEW.${column} IS OLD.${column}`).join(" AND ")}
  AND ${personalIsEmpty.join(" AND ")}
  AND EXISTS (SELECT 1 FROM events o, json_each(o.detail, '$.seqs') r WHERE o.seq = NEW.orderedBy AND o.seq > OLD.seq
    AND o.kind IN ('event.erase', 'event.expire') AND OLD.seq BETWEEN r.value->>0 AND r.value->>1))
BEGIN SELECT RAISE(ABORT, 'events is append-only: an event is only blanked, by an order'); END`,

      // INSERT OR REPLACE fires neither of the two above: nothing new may meet what a unique index or rowid holds.
      `CREATE TRIGGER events_next_only BEFORE INSERT ON events WHEN
  NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), '')
  OR NEW.orderedBy IS NOT 0 OR NEW.salt = ''
  OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM events WHERE idDigest = NEW.idDigest)
  OR EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid)
  OR (NEW.browser <> '' AND NEW.n > 0 AND EXISTS (SELECT 1 FROM events
    WHERE browser = NEW.browser AND n = NEW.n AND browser <> '' AND n > 0))
BEGIN SELECT RAISE(ABORT, 'events is append-only: not the next link'); END`,
    ];

    const bookkeeping = [
      // Who runs now: two servers or commands never expire or sign at once. `until` in ms since 1970.
      "CREATE TABLE ledger_claims (name TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID",
      // Readings that count as one: keyed digest of person and filter, and when the first was recorded.
      "CREATE TABLE ledger_readings (reading TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
      // The last UTC day of which a browser's coverage is recorded.
      "CREATE TABLE ledger_coverage (browser TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID",
    ];

    for (const sql of [...triggers, ...bookkeeping]) app.db().newQuery(sql).execute();
  },
  (app) => {
    for (const table of ["ledger_coverage", "ledger_readings", "ledger_claims"]) {
      app.db().newQuery(`DROP TABLE ${table}`).execute();
    }
    app.delete(app.findCollectionByNameOrId("checkpoints"));
    app.delete(app.findCollectionByNameOrId("events"));
  },
);
