// Incidents and breaches. Managers, the lead and auditors read what is not confidential, and so does whoever is asked to
// decide; a confidential case is for the lead alone (the deputy lead where it is about the lead) and for people let in
// until a time. Whom a case is about sees nothing of it. domain/breach/may-act-on.ts says the same for the routes.
// Every write goes through the act route.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    /** Who reads a case: `at` is '' in `breaches` itself, 'breach.' in what belongs to one. */
    const readable = (at) => {
      const id = at === "" ? "id" : "breach";
      const granted = `(@collection.case_grants.breach ?= ${id} && @collection.case_grants.user ?= @request.auth.id && @collection.case_grants.until ?> @now)`;
      const aboutLead = `(${at}about != '' && @collection.clinic.lead ?= ${at}about && @collection.clinic.deputyLead ?= @request.auth.id)`;
      const keeper = `(@collection.clinic.lead ?= @request.auth.id || ${aboutLead})`;
      const asked = `(${at}holder = @request.auth.id || ${at}deputy = @request.auth.id)`;
      return `${live} && ${at}about != @request.auth.id && (${granted} || (${at}confidential = true && ${keeper}) || (${at}confidential = false && (${reviewer} || ${asked})))`;
    };
    const shut = { createRule: null, updateRule: null, deleteRule: null };
    const users = app.findCollectionByNameOrId("users").id;
    const person = (name) => ({
      type: "relation",
      name,
      collectionId: users,
      maxSelect: 1,
      cascadeDelete: false,
    });
    const date = (name) => ({ type: "date", name });
    const text = (name, max) => ({ type: "text", name, max });
    const whole = (name, more) => ({ type: "number", name, onlyInt: true, ...more });
    const list = (name, maxSize) => ({ type: "json", name, maxSize });

    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(
      new RelationField(person("controller")),
      new RelationField(person("duty")),
      new RelationField(person("deputy")),
      new DateField({ name: "since" }),
      new JSONField({ name: "profile", maxSize: 1000 }),
      new TextField({ name: "registration", max: 200 }),
      new TextField({ name: "sector", max: 120 }),
      new TextField({ name: "address", max: 500 }),
    );
    app.save(clinic);

    // Its rules name itself and `clinic`, so the grants come first and are opened after.
    const grants = new Collection({
      type: "base",
      name: "case_grants",
      listRule: null,
      viewRule: null,
      ...shut,
      fields: [
        { type: "text", name: "breach", required: true, max: 15 },
        { ...person("user"), required: true },
        text("scope", 20),
        { type: "date", name: "until", required: true },
        text("by", 15),
        text("reason", 2000),
        { type: "date", name: "at", required: true },
      ],
      indexes: ["CREATE INDEX idx_case_grants ON case_grants (breach, user)"],
    });
    app.save(grants);

    const breaches = new Collection({
      type: "base",
      name: "breaches",
      listRule: readable(""),
      viewRule: readable(""),
      ...shut,
      fields: [
        // Of confidential cases negative and without an order, so that nobody counts a gap.
        whole("number", { required: true }),
        {
          type: "select",
          name: "state",
          required: true,
          maxSelect: 1,
          values: ["reported", "breach", "near-miss", "withdrawn", "closed"],
        },
        // The state that a closed one goes back to when it is reopened.
        text("stateBefore", 20),
        { type: "text", name: "title", max: 120, presentable: true },
        text("kind", 30),
        list("types", 200),
        text("origin", 20),
        text("text", 2000),
        ...[
          "noticedAt",
          "occurredFrom",
          "occurredTo",
          "detectedAt",
          "awareAt",
          "reportedInternallyAt",
          "provisionalFrom",
        ].map(date),
        text("triageVerdict", 20),
        text("triageReason", 2000),
        person("triagedBy"),
        date("triagedAt"),
        { type: "bool", name: "confidential" },
        text("about", 15),
        text("aboutWhom", 20),
        person("reporter"),
        // Of a confidential one: between the reporter and whoever keeps the case, through a route.
        { ...text("confidentialReporter", 15), hidden: true },
        list("senders", 2000),
        { ...text("recipientAnswer", 500), hidden: true },
        // Who is asked about the provisional clock.
        text("holder", 15),
        text("deputy", 15),
        list("answers", 2000),
        text("assessmentVersion", 20),
        text("toolAdvice", 30),
        text("leadAdvice", 30),
        text("leadReason", 2000),
        person("leadBy"),
        date("leadAt"),
        text("controllerIco", 20),
        text("controllerPeople", 20),
        text("controllerReason", 2000),
        person("controllerBy"),
        date("controllerAt"),
        date("icoSentAt"),
        date("icoEnteredAt"),
        text("icoReference", 60),
        text("delayReason", 2000),
        text("cause", 30),
        date("containedAt"),
        text("containedHow", 2000),
        // -1: not known yet.
        whole("peopleCount"),
        whole("recordsCount"),
        list("otherNotices", 20000),
        list("form", 100000),
        whole("nhsLikelihood"),
        whole("nhsImpact"),
        date("closedAt"),
        person("closedBy"),
        text("closedReason", 2000),
        list("closedGaps", 1000),
        whole("sourceEvent"),
        text("trace", 15),
        date("openedAt"),
        whole("version"),
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_breaches_number ON breaches (number)",
        "CREATE UNIQUE INDEX idx_breaches_trace ON breaches (trace) WHERE trace <> ''",
        "CREATE UNIQUE INDEX idx_breaches_source ON breaches (sourceEvent) WHERE sourceEvent > 0",
        "CREATE INDEX idx_breaches_state ON breaches (state, provisionalFrom)",
      ],
    });
    app.save(breaches);

    const belongs = {
      type: "relation",
      name: "breach",
      required: true,
      collectionId: breaches.id,
      maxSelect: 1,
      cascadeDelete: false,
    };
    const ofCase = (name, fields, indexes) => {
      const rule = readable("breach.");
      const made = { type: "base", name, listRule: rule, viewRule: rule, ...shut };
      app.save(new Collection({ ...made, fields: [belongs, ...fields], indexes }));
    };

    ofCase(
      "breach_entries",
      [
        whole("seq", { required: true, min: 1 }),
        { type: "date", name: "at", required: true },
        {
          type: "select",
          name: "kind",
          required: true,
          maxSelect: 1,
          values: ["entry", "decision", "notice", "told", "addendum", "system"],
        },
        // Which act it tells of, '' for a person's own entry.
        text("what", 40),
        text("text", 2000),
        text("by", 15),
        { type: "date", name: "enteredAt", required: true },
      ],
      ["CREATE UNIQUE INDEX idx_breach_entries ON breach_entries (breach, seq)"],
    );
    ofCase(
      "breach_evidence",
      [
        { type: "file", name: "file", required: true, maxSelect: 1, maxSize: 52428800, protected: true },
        text("name", 60),
        { type: "text", name: "sha256", required: true, max: 64 },
        text("mime", 60),
        whole("size"),
        text("by", 15),
        { type: "date", name: "at", required: true },
      ],
      ["CREATE UNIQUE INDEX idx_breach_evidence ON breach_evidence (breach, sha256)"],
    );
    ofCase(
      "breach_people",
      [
        { type: "text", name: "recordRef", required: true, max: 67 },
        { type: "text", name: "system", required: true, max: 120 },
        { type: "bool", name: "toBeTold" },
        date("toldAt"),
        text("toldHow", 120),
        text("letterVersion", 40),
      ],
      ["CREATE UNIQUE INDEX idx_breach_people ON breach_people (breach, system, recordRef)"],
    );
    ofCase(
      "breach_accounts",
      [
        { ...person("user"), required: true },
        {
          type: "select",
          name: "system",
          required: true,
          maxSelect: 1,
          values: ["clinical", "mail", "website", "ours"],
        },
        date("informedAt"),
        date("resetAt"),
        date("confirmedAt"),
        text("orderReason", 2000),
      ],
      ["CREATE UNIQUE INDEX idx_breach_accounts ON breach_accounts (breach, user, system)"],
    );
    ofCase(
      "breach_reports",
      [
        whole("number", { required: true, min: 1 }),
        // The canonical JSON as it was hashed.
        { type: "text", name: "snapshot", required: true, max: 4000000 },
        { type: "text", name: "hash", required: true, max: 64 },
        whole("ledgerSeq"),
        text("madeBy", 15),
        { type: "date", name: "madeAt", required: true },
        date("sentAt"),
        { type: "file", name: "pdf", maxSelect: 1, maxSize: 20971520, protected: true },
        text("pdfSha256", 64),
        { type: "file", name: "docx", maxSelect: 1, maxSize: 20971520, protected: true },
        text("docxSha256", 64),
      ],
      ["CREATE UNIQUE INDEX idx_breach_reports ON breach_reports (breach, number)"],
    );
    ofCase(
      "conflicts",
      [
        { ...person("user"), required: true },
        { type: "text", name: "reason", required: true, max: 2000 },
        { type: "date", name: "at", required: true },
      ],
      ["CREATE UNIQUE INDEX idx_conflicts ON conflicts (breach, user)"],
    );

    // Who was let in is for whoever reads the case, and for oneself.
    const caseRule = readable("breach.");
    grants.fields.removeByName("breach");
    grants.fields.add(new RelationField(belongs));
    grants.listRule = caseRule;
    grants.viewRule = caseRule;
    app.save(grants);

    // Of every register: `subject` is a row there. One of a case is read by whoever reads the case, and by its owner.
    const actionRule = `${live} && (owner = @request.auth.id || (breach = '' && ${reviewer}) || (breach != '' && ${caseRule}))`;
    app.save(
      new Collection({
        type: "base",
        name: "actions",
        listRule: actionRule,
        viewRule: actionRule,
        ...shut,
        fields: [
          { type: "text", name: "register", required: true, max: 40 },
          { type: "text", name: "subject", required: true, max: 15 },
          { ...belongs, required: false },
          { type: "text", name: "text", required: true, max: 2000 },
          { ...person("owner"), required: true },
          // A civil date.
          { type: "text", name: "due", required: true, max: 10 },
          date("doneAt"),
          person("doneBy"),
          text("doneNote", 2000),
          date("verifiedAt"),
          person("verifiedBy"),
          date("cancelledAt"),
          text("cancelledReason", 2000),
          text("by", 15),
          { type: "date", name: "at", required: true },
          whole("version"),
        ],
        indexes: [
          "CREATE INDEX idx_actions_subject ON actions (register, subject)",
          "CREATE INDEX idx_actions_owner ON actions (owner, doneAt)",
        ],
      }),
    );

    // A reminder is for the one whom it asks.
    const mine = `${live} && to = @request.auth.id`;
    app.save(
      new Collection({
        type: "base",
        name: "reminders",
        listRule: mine,
        viewRule: mine,
        ...shut,
        fields: [
          { type: "text", name: "kind", required: true, max: 40 },
          { type: "text", name: "subject", required: true, max: 40 },
          { type: "date", name: "due", required: true },
          text("to", 15),
          { type: "bool", name: "late" },
          // '' where several were missed, and only the newest is said.
          date("saidAt"),
          // none: no mail server, or nobody to send it to.
          {
            type: "select",
            name: "mail",
            required: true,
            maxSelect: 1,
            values: ["none", "waiting", "sent", "failing", "given-up"],
          },
          date("sentAt"),
          whole("tries"),
          date("tryAt"),
        ],
        indexes: [
          "CREATE UNIQUE INDEX idx_reminders ON reminders (kind, subject, due)",
          "CREATE INDEX idx_reminders_mail ON reminders (mail, tryAt)",
          'CREATE INDEX idx_reminders_to ON reminders ("to", saidAt)',
        ],
      }),
    );

    // Completions of training entered by hand, until the training register answers.
    const trained = `${live} && (user = @request.auth.id || ${reviewer})`;
    app.save(
      new Collection({
        type: "base",
        name: "training_entries",
        listRule: trained,
        viewRule: trained,
        ...shut,
        fields: [
          { ...person("user"), required: true },
          { type: "text", name: "completedOn", required: true, max: 10 },
          text("by", 15),
          { type: "date", name: "at", required: true },
        ],
        indexes: ["CREATE UNIQUE INDEX idx_training_entries ON training_entries (user, completedOn)"],
      }),
    );

    // What was once said or sent stays as it is, whoever asks.
    const keep = (table, on, what, when = "") =>
      app
        .db()
        .newQuery(
          `CREATE TRIGGER ${table}_no_${on.toLowerCase()} BEFORE ${on} ON ${table} ${when} BEGIN SELECT RAISE(ABORT, '${table} ${what}'); END`,
        )
        .execute();
    for (const table of ["breach_entries", "breach_evidence", "conflicts", "training_entries"]) {
      keep(table, "UPDATE", "is append-only");
      keep(table, "DELETE", "is append-only");
    }
    // A version is marked as sent, and its renderings are added; what it says never changes.
    const frozen = ["breach", "number", "snapshot", "hash", "ledgerSeq", "madeAt"];
    const differs = frozen.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(" OR ");
    keep("breach_reports", "UPDATE", "keeps its versions", `WHEN ${differs}`);
    keep("breach_reports", "DELETE", "keeps its versions");
  },
  (app) => {
    const grants = app.findCollectionByNameOrId("case_grants");
    grants.listRule = grants.viewRule = null;
    app.save(grants);
    for (const name of [
      "training_entries",
      "reminders",
      "actions",
      "conflicts",
      "breach_reports",
      "breach_accounts",
      "breach_people",
      "breach_evidence",
      "breach_entries",
      "case_grants",
      "breaches",
    ]) {
      app.delete(app.findCollectionByNameOrId(name));
    }
    const clinic = app.findCollectionByNameOrId("clinic");
    for (const name of [
      "controller",
      "duty",
      "deputy",
      "since",
      "profile",
      "registration",
      "sector",
      "address",
    ]) {
      clinic.fields.removeByName(name);
    }
    app.save(clinic);
  },
);
