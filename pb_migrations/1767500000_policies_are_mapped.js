// The clinic's own policy: its versions, each line as it was read in the browser, and what is known of each sentence, by
// the hash of its words, so that a new version keeps what did not change. All is read by the route of the page alone, and
// people are named by id and by no relation. Lines stay as they came.
migrate(
  (app) => {
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const whole = (name, more = {}) => ({ type: "number", name, onlyInt: true, ...more });
    const one = (name, values, more = {}) => ({ type: "select", name, maxSelect: 1, values, ...more });
    const date = (name) => ({ type: "date", name });
    const make = (name, fields, indexes) =>
      app.save(new Collection({ type: "base", name, ...shut, fields, indexes }));

    make(
      "policy_versions",
      [
        whole("number", { required: true }),
        text("title", 160, { required: true }),
        one("state", ["arriving", "draft", "in-force", "replaced", "withdrawn"], { required: true }),
        one("format", ["text", "markdown", "docx", "pdf", "other"], { required: true }),
        whole("pages"),
        // What of the file could not be read, in words.
        text("notRead", 2000),
        // Sentences that held a patient's number and were not sent.
        whole("leftOut"),
        // Lines that it has, and that have come.
        whole("lines", { required: true }),
        whole("arrived"),
        // SHA-256 of all its lines.
        text("digest", 64),
        // Civil dates.
        text("inForceFrom", 10),
        text("reviewBy", 10),
        text("reviewer", 15),
        text("reviewedOn", 10),
        text("reviewNote", 2000),
        date("endedAt"),
        text("endedReason", 2000),
        text("by", 15),
        date("at"),
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_policy_versions_number ON policy_versions (number)",
        "CREATE UNIQUE INDEX idx_policy_versions_in_force ON policy_versions (state) WHERE state = 'in-force'",
        "CREATE UNIQUE INDEX idx_policy_versions_draft ON policy_versions (state) WHERE state = 'draft'",
      ],
    );
    make(
      "policy_claims",
      [
        // SHA-256 of the sentence as `normalText` writes it.
        text("hash", 64, { required: true }),
        // '' until somebody said.
        one("state", ["screen", "test", "people", "none", "wrong", "says"]),
        // The rule that suggested it, '' where somebody chose.
        text("rule", 60),
        text("page", 90),
        text("test", 60),
        text("audit", 200),
        text("owner", 15),
        text("due", 10),
        text("checkedOn", 10),
        one("kept", ["yes", "no"]),
        text("checkNote", 2000),
        text("why", 2000),
        text("source", 300),
        text("by", 15),
        date("at"),
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_policy_claims_hash ON policy_claims (hash)",
        "CREATE INDEX idx_policy_claims_due ON policy_claims (due) WHERE due <> ''",
        "CREATE INDEX idx_policy_claims_kept ON policy_claims (kept) WHERE kept = 'no'",
      ],
    );
    make(
      "policy_sentences",
      [
        text("policy", 15, { required: true }),
        // From 0, in the policy's order.
        whole("place"),
        // From 1, of its sentences; 0 of a heading.
        whole("number"),
        one("kind", ["heading", "sentence", "item", "row"], { required: true }),
        text("section", 200),
        text("lead", 1000),
        text("text", 1000, { required: true }),
        // Row of `policy_claims`; '' of a heading.
        text("claim", 15),
        // The number that it promises, where a register can answer it.
        text("subject", 40),
        one("bound", ["at-most", "at-least"]),
        whole("amount"),
        text("unit", 10),
      ],
      [
        "CREATE UNIQUE INDEX idx_policy_sentences ON policy_sentences (policy, place)",
        "CREATE INDEX idx_policy_sentences_claim ON policy_sentences (claim)",
        "CREATE INDEX idx_policy_sentences_promise ON policy_sentences (policy) WHERE subject <> ''",
      ],
    );
    for (const on of ["UPDATE", "DELETE"]) {
      const raise = "SELECT RAISE(ABORT, 'lines of a policy stay as they came')";
      const name = `policy_sentences_no_${on.toLowerCase()}`;
      app
        .db()
        .newQuery(`CREATE TRIGGER ${name} BEFORE ${on} ON policy_sentences BEGIN ${raise}; END`)
        .execute();
    }
  },
  (app) => {
    for (const name of ["policy_sentences", "policy_claims", "policy_versions"])
      app.delete(app.findCollectionByNameOrId(name));
  },
);
