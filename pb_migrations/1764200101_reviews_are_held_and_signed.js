// The weekly review: prepared, held, signed by its chair and then frozen; and what the team is told after it, with who
// has read it. No item stands for a confidential case, nor for one about somebody of the clinic. Every write goes
// through the act route.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    const readers = `${live} && ${reviewer}`;
    const shut = { createRule: null, updateRule: null, deleteRule: null };
    const users = app.findCollectionByNameOrId("users").id;
    const relation = (name, collectionId, more = {}) => ({
      type: "relation",
      name,
      collectionId,
      maxSelect: 1,
      cascadeDelete: false,
      ...more,
    });
    const person = (name, more) => relation(name, users, more);
    const date = (name) => ({ type: "date", name });
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const whole = (name, more) => ({ type: "number", name, onlyInt: true, ...more });
    const list = (name, maxSize, more = {}) => ({ type: "json", name, maxSize, ...more });

    const make = (name, rule, fields, indexes) => {
      const made = new Collection({
        type: "base",
        name,
        listRule: rule,
        viewRule: rule,
        ...shut,
        fields,
        indexes,
      });
      app.save(made);
      return made;
    };

    const reviews = make(
      "reviews",
      readers,
      [
        // 0 of a week that was not held.
        whole("number"),
        // Monday of its week, a civil date.
        text("weekOf", 10, { required: true }),
        {
          type: "select",
          name: "state",
          required: true,
          maxSelect: 1,
          values: ["prepared", "held", "signed", "missed"],
        },
        date("asOf"),
        person("preparedBy"),
        date("heldAt"),
        person("chair"),
        person("deputyChair"),
        list("attendance", 10000),
        // What the team is to be told, while it is written.
        text("learning", 2000),
        date("signedAt"),
        person("signedBy"),
        // The canonical JSON as it was hashed.
        text("minutes", 2000000),
        text("hash", 64),
        whole("ledgerSeq"),
        text("ledgerHash", 64),
        text("missedReason", 2000),
        person("missedBy"),
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_reviews_number ON reviews (number) WHERE number > 0",
        "CREATE UNIQUE INDEX idx_reviews_week ON reviews (weekOf)",
        "CREATE INDEX idx_reviews_state ON reviews (state)",
      ],
    ).id;

    const ofReview = relation("review", reviews, { required: true });
    make(
      "review_items",
      readers,
      [
        ofReview,
        whole("position"),
        text("key", 30, { required: true }),
        // Row or person that it is about, '' where it stands for its topic.
        text("subject", 15),
        text("title", 300, { required: true }),
        list("facts", 100000),
        // People whom it concerns, who don't decide it: each is told of one's own alone, by a route.
        list("concerned", 5000, { hidden: true }),
        {
          type: "select",
          name: "decision",
          maxSelect: 1,
          values: ["nothing-to-decide", "accept", "refer", "defer", "action"],
        },
        text("reason", 2000),
        text("action", 15),
        // '' where signing put it off, because it concerned whoever was there.
        person("by"),
        date("at"),
        whole("version"),
      ],
      ["CREATE UNIQUE INDEX idx_review_items ON review_items (review, key, subject)"],
    );

    make(
      "review_addenda",
      readers,
      [
        ofReview,
        text("text", 2000, { required: true }),
        person("by", { required: true }),
        { type: "date", name: "at", required: true },
      ],
      ["CREATE INDEX idx_review_addenda ON review_addenda (review, at)"],
    );

    const messages = make(
      "learning_messages",
      // Not for an outside reviewer, who is here for one case.
      `${live} && @request.auth.scope = ''`,
      [ofReview, text("text", 2000, { required: true }), { type: "date", name: "at", required: true }],
      ["CREATE UNIQUE INDEX idx_learning_messages ON learning_messages (review)"],
    ).id;

    make(
      "message_reads",
      `${live} && (user = @request.auth.id || ${reviewer})`,
      [
        relation("message", messages, { required: true }),
        person("user", { required: true }),
        { type: "date", name: "at", required: true },
      ],
      ["CREATE UNIQUE INDEX idx_message_reads ON message_reads (message, user)"],
    );

    // What was signed, said and read stays as it is, whoever asks.
    const keep = (table, on, what, when = "") =>
      app
        .db()
        .newQuery(
          `CREATE TRIGGER ${table}_no_${on.toLowerCase()} BEFORE ${on} ON ${table} ${when} BEGIN SELECT RAISE(ABORT, '${table} ${what}'); END`,
        )
        .execute();
    for (const table of ["review_addenda", "learning_messages", "message_reads"]) {
      keep(table, "UPDATE", "is append-only");
      keep(table, "DELETE", "is append-only");
    }
    keep("reviews", "UPDATE", "is frozen", "WHEN OLD.state IN ('signed', 'missed')");
    keep("reviews", "DELETE", "is never deleted");
    const isFrozen = (row) =>
      `WHEN EXISTS (SELECT 1 FROM reviews WHERE id = ${row}.review AND state IN ('signed', 'missed'))`;
    keep("review_items", "UPDATE", "is frozen", isFrozen("OLD"));
    keep("review_items", "INSERT", "is frozen", isFrozen("NEW"));
    keep("review_items", "DELETE", "is never deleted");
  },
  (app) => {
    for (const name of ["message_reads", "learning_messages", "review_addenda", "review_items", "reviews"]) {
      app.delete(app.findCollectionByNameOrId(name));
    }
  },
);
