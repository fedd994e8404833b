// What a disclosure may say beside what it says, and the answers of "May I share?" that it came of.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const needed = { required: true };
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const day = (name, more = {}) => text(name, 10, more);
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const disclosures = app.findCollectionByNameOrId("disclosures");
    disclosures.fields.getByName("receiver").values = [
      ...["police", "subject", "insurer", "solicitor", "court", "regulator", "other"],
      ...["family", "clinic", "employer", "council", "health", "researcher", "planner"],
    ];
    disclosures.fields.getByName("form").values = ["form", "letter", "order", "person", "phone", "own"];
    const said = [
      text("system", 120),
      text("recordRef", 100),
      text("purpose", 2000),
      text("ground", 20),
      text("section", 200),
      text("consent", 20),
      text("consentWhy", 2000),
      text("harmIfNot", 2000),
      text("harmIf", 2000),
      text("capacity", 2000),
      text("secondOpinion", 2000),
      text("told", 20),
      text("toldWhy", 2000),
      text("checked", 20),
      day("confirmedOn"),
      text("copies", 200),
      text("event", 15),
      day("reviewOn"),
      text("registration", 60),
      whole("smallest"),
      text("share", 15),
    ];
    for (const { type, ...field } of said)
      disclosures.fields.add(type === "number" ? new NumberField(field) : new TextField(field));
    app.save(disclosures);
    // Of what was entered before, no figures were counted.
    app.db().newQuery("UPDATE disclosures SET smallest = -1").execute();
    app
      .db()
      .newQuery(
        "CREATE INDEX idx_disclosures_record ON disclosures (recordRef, system) WHERE recordRef <> ''",
      )
      .execute();
    app.save(
      new Collection({
        type: "base",
        name: "shares",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          text("answers", 1000, needed),
          text("rule", 40, needed),
          text("verdict", 10, needed),
          text("state", 10, needed),
          text("system", 120),
          text("recordRef", 100),
          text("organisation", 120),
          text("reference", 60),
          text("asked", 2000, needed),
          text("given", 2000),
          text("how", 20),
          text("professionalName", 80),
          text("professionalBody", 10),
          text("professionalNumber", 14),
          date("professionalAt"),
          text("disease", 60),
          day("suspectedOn"),
          whole("smallest"),
          text("decision", 10),
          text("decidedBy", 15),
          date("decidedAt"),
          text("decidedWhy", 2000),
          text("disclosure", 15),
          text("by", 15, needed),
          date("at", needed),
          whole("version"),
        ],
        indexes: [
          'CREATE INDEX idx_shares_at ON shares ("at", id)',
          "CREATE INDEX idx_shares_open ON shares (\"at\") WHERE state = 'asked'",
        ],
      }),
    );
    // What was asked and answered stays; what the lead decides is written once.
    const entered = [
      ...["answers", "rule", "verdict", "system", "recordRef", "organisation", "reference", "asked"],
      ...["professionalName", "professionalBody", "professionalNumber", "professionalAt", "disease"],
      ...["suspectedOn", "smallest", "by", "at"],
    ];
    const guards = {
      shares: [
        ["UPDATE", `WHEN ${differs(entered)} OR OLD.state <> 'asked'`],
        ["DELETE", ""],
      ],
      disclosures: [["UPDATE", `WHEN ${differs(said.map(({ name }) => name))}`]],
    };
    function differs(columns) {
      return columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(" OR ");
    }
    for (const [table, all] of Object.entries(guards)) {
      for (const [on, when] of all) {
        const raise = `SELECT RAISE(ABORT, '${table} stay as they were entered')`;
        app
          .db()
          .newQuery(
            `CREATE TRIGGER ${table}_said_no_${on.toLowerCase()} BEFORE ${on} ON ${table} ${when} BEGIN ${raise}; END`,
          )
          .execute();
      }
    }
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId("shares"));
    app.db().newQuery("DROP TRIGGER disclosures_said_no_update").execute();
  },
);
