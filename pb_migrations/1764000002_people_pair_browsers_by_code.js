// Managers, the lead and auditors see all browsers, a person their own. A browser reads no row, not its own either.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || @request.auth.role = 'auditor')";
    const users = app.findCollectionByNameOrId("users");

    app.save(
      new Collection({
        type: "auth",
        name: "browsers",
        listRule: `${live} && (user = @request.auth.id || ${reviewer})`,
        viewRule: `${live} && (user = @request.auth.id || ${reviewer})`,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        manageRule: null,
        authRule: null,
        passwordAuth: { enabled: false, identityFields: ["email"] },
        otp: { enabled: false },
        mfa: { enabled: false },
        oauth2: { enabled: false },
        authAlert: { enabled: false },
        authToken: { duration: 34560000 }, // 400 days, policy.browserTokenLives
        fields: [
          { type: "email", name: "email", system: true, required: false },
          { type: "text", name: "name", required: true, max: 80, presentable: true },
          { type: "select", name: "holder", required: true, maxSelect: 1, values: ["person", "desk"] },
          { type: "select", name: "device", required: true, maxSelect: 1, values: ["clinic", "own"] },
          { type: "relation", name: "user", collectionId: users.id, maxSelect: 1, cascadeDelete: false },
          { type: "bool", name: "revoked" },
          { type: "date", name: "pairedAt" },
          { type: "date", name: "lastSeen" },
          { type: "text", name: "appVersion", max: 40 },
          { type: "json", name: "adapters", maxSize: 20000 },
          { type: "number", name: "waiting", onlyInt: true },
          { type: "number", name: "refused", onlyInt: true },
          // sentAt - receivedAt of the last ingest, in milliseconds.
          { type: "number", name: "clockOffset", onlyInt: true },
          // Number of the last notice shown at this desk.
          { type: "number", name: "noticeAtDesk", onlyInt: true },
          // Why the lead allows recording on a worker's own device; '' means it is not allowed.
          { type: "text", name: "ownDeviceReason", max: 500 },
          { type: "date", name: "tokenIssued" },
          { type: "bool", name: "chainMismatch" },
          { type: "number", name: "version", onlyInt: true },
        ],
        indexes: ["CREATE INDEX idx_browsers_user ON browsers (user)"],
      }),
    );

    app.save(
      new Collection({
        type: "base",
        name: "pairing_codes",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          { type: "text", name: "codeHash", required: true, hidden: true, max: 64 },
          { type: "text", name: "salt", required: true, hidden: true, max: 32 },
          { type: "select", name: "holder", required: true, maxSelect: 1, values: ["person", "desk"] },
          { type: "select", name: "device", required: true, maxSelect: 1, values: ["clinic", "own"] },
          { type: "relation", name: "user", collectionId: users.id, maxSelect: 1, cascadeDelete: true },
          { type: "text", name: "name", required: true, max: 80 },
          { type: "date", name: "expires", required: true },
          { type: "bool", name: "used" },
          { type: "text", name: "madeBy", max: 15 },
        ],
      }),
    );
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId("pairing_codes"));
    app.delete(app.findCollectionByNameOrId("browsers"));
  },
);
