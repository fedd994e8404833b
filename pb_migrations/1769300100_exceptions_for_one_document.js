/// <reference path="../pb_data/types.d.ts" />
// An exception lets one document go to one recipient outside, once, within 48 hours. Asked for and used by routes of a
// paired browser, decided about by acts; the record API reads and writes nothing of it.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const needed = { required: true };
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    app.save(
      new Collection({
        type: "base",
        name: "mail_exceptions",
        ...shut,
        fields: [
          // Digests under the clinic's key.
          text("document", 67, needed),
          text("recipient", 67, needed),
          text("reason", 20, needed),
          text("words", 300, needed),
          text("system", 120),
          text("recordRef", 80),
          text("trace", 15),
          text("browser", 15, needed),
          text("by", 15, needed),
          date("at", needed),
          date("until", needed),
          // "asked", "approved", "refused" or "used".
          text("state", 10, needed),
          text("decidedBy", 15),
          date("decidedAt"),
          text("answer", 300),
          date("usedAt"),
          { type: "number", name: "version", onlyInt: true },
        ],
        indexes: [
          'CREATE INDEX idx_mail_exceptions_at ON mail_exceptions ("at", id)',
          "CREATE INDEX idx_mail_exceptions_for ON mail_exceptions (document, recipient)",
          "CREATE INDEX idx_mail_exceptions_state ON mail_exceptions (state, until)",
          'CREATE INDEX idx_mail_exceptions_by ON mail_exceptions ("by", "at")',
        ],
      }),
    );
    // What it is for never changes, and what was used or refused is over.
    const kept = [
      "document",
      "recipient",
      "reason",
      "words",
      "system",
      "recordRef",
      "trace",
      "browser",
      "by",
      "at",
    ];
    const differs = kept.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(" OR ");
    for (const [what, when] of [
      ["UPDATE", `WHEN OLD.state IN ('refused', 'used') OR ${differs}`],
      ["DELETE", ""],
    ]) {
      const raise = "SELECT RAISE(ABORT, 'an exception stays as it was asked for, decided about and used')";
      app
        .db()
        .newQuery(
          `CREATE TRIGGER mail_exceptions_no_${what.toLowerCase()} BEFORE ${what} ON mail_exceptions ${when} BEGIN ${raise}; END`,
        )
        .execute();
    }
  },
  (app) => app.delete(app.findCollectionByNameOrId("mail_exceptions")),
);
