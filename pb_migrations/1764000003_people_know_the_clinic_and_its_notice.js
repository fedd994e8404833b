// Whoever is signed in reads the clinic and its notices; who was shown which is for oneself, managers, the lead and
// auditors; who is who in the clinical system for the last three. Every write goes through the act route.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || @request.auth.role = 'auditor')";
    const users = app.findCollectionByNameOrId("users");
    const person = (name) => ({
      type: "relation",
      name,
      collectionId: users.id,
      maxSelect: 1,
      cascadeDelete: false,
    });

    app.save(
      new Collection({
        type: "base",
        name: "clinic",
        listRule: live,
        viewRule: live,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          { type: "text", name: "name", required: true, max: 120, presentable: true },
          {
            type: "select",
            name: "nation",
            required: true,
            maxSelect: 1,
            values: ["england", "wales", "scotland", "northern-ireland"],
          },
          { type: "text", name: "timeZone", required: true, max: 60 },
          { type: "text", name: "regulator", max: 120 },
          { type: "text", name: "leadTitle", required: true, max: 60 },
          person("lead"),
          person("deputyLead"),
          { type: "json", name: "mailDomains", maxSize: 10000 },
          { type: "json", name: "approvedDomains", maxSize: 10000 },
          { type: "text", name: "approvedSystem", max: 60 },
          { type: "text", name: "reviewDay", max: 10 },
          { type: "bool", name: "mailOverride" },
          { type: "json", name: "sites", maxSize: 20000 },
          { type: "bool", name: "diskEncrypted" },
          { type: "number", name: "version", onlyInt: true },
        ],
      }),
    );

    app.save(
      new Collection({
        type: "base",
        name: "notices",
        listRule: live,
        viewRule: live,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          { type: "number", name: "number", required: true, onlyInt: true, min: 1 },
          { type: "text", name: "text", required: true, max: 20000 },
          { type: "text", name: "scope", required: true, max: 2000 },
          { type: "text", name: "assessmentDecision", required: true, max: 5000 },
          { type: "text", name: "assessedBy", required: true, max: 200 },
          { type: "date", name: "assessedOn", required: true },
          { type: "bool", name: "viewsSought" },
          { type: "text", name: "views", required: true, max: 5000 },
          person("recordedBy"),
          { type: "autodate", name: "created", onCreate: true },
        ],
        indexes: ["CREATE UNIQUE INDEX idx_notices_number ON notices (number)"],
      }),
    );

    app.save(
      new Collection({
        type: "base",
        name: "notice_shown",
        listRule: `${live} && (user = @request.auth.id || ${reviewer})`,
        viewRule: `${live} && (user = @request.auth.id || ${reviewer})`,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          { type: "number", name: "notice", required: true, onlyInt: true, min: 1 },
          { type: "text", name: "user", max: 15 },
          { type: "text", name: "browser", max: 15 },
          { type: "date", name: "at", required: true },
        ],
        indexes: [
          "CREATE UNIQUE INDEX idx_notice_shown ON notice_shown (notice, user, browser)",
          "CREATE INDEX idx_notice_shown_user ON notice_shown (user, notice)",
        ],
      }),
    );

    app.save(
      new Collection({
        type: "base",
        name: "system_accounts",
        listRule: `${live} && ${reviewer}`,
        viewRule: `${live} && ${reviewer}`,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          { type: "text", name: "system", required: true, max: 120 },
          { type: "text", name: "account", required: true, max: 67, pattern: "^k1:[0-9a-f]{64}$" },
          // '' where the account was taken off again.
          person("user"),
          { type: "number", name: "version", onlyInt: true },
        ],
        indexes: ["CREATE UNIQUE INDEX idx_system_accounts ON system_accounts (system, account)"],
      }),
    );
  },
  (app) => {
    for (const name of ["system_accounts", "notice_shown", "notices", "clinic"]) {
      app.delete(app.findCollectionByNameOrId(name));
    }
  },
);
