// People see their own row; managers, the lead and auditors see everybody's. Nobody writes but the server's own
// routes. One way in: password and authenticator code together (DESIGN.md 6); PocketBase's own ways are all off.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || @request.auth.role = 'auditor')";

    const users = app.findCollectionByNameOrId("users");
    users.listRule = `${live} && (id = @request.auth.id || ${reviewer})`;
    users.viewRule = `${live} && (id = @request.auth.id || ${reviewer})`;
    users.createRule = null;
    users.updateRule = null;
    users.deleteRule = null;
    users.manageRule = null;
    users.authRule = "active = true && (until = '' || until > @now)";
    users.passwordAuth.enabled = false;
    users.otp.enabled = false;
    users.mfa.enabled = false;
    users.oauth2.enabled = false;
    users.authAlert.enabled = false;
    users.authToken.duration = 28800; // 8 hours, policy.sessionLasts
    users.fields.removeByName("avatar");
    users.fields.removeByName("name");
    // A person at a shared desk has neither address nor password.
    users.fields.getByName("email").required = false;
    users.fields.add(
      new TextField({ name: "name", required: true, max: 120, presentable: true }),
      new SelectField({
        name: "role",
        required: true,
        maxSelect: 1,
        values: ["staff", "manager", "dpo", "auditor"],
      }),
      new BoolField({ name: "practitioner" }),
      new BoolField({ name: "active" }),
      new DateField({ name: "until" }),
      // Has a password and an authenticator.
      new BoolField({ name: "enrolled" }),
      // End of the open invitation, '' without one.
      new DateField({ name: "invitedUntil" }),
      new TextField({ name: "totpSecret", hidden: true, max: 400 }),
      new NumberField({ name: "totpCounter", hidden: true, onlyInt: true }),
      new JSONField({ name: "recoveryCodes", hidden: true, maxSize: 8000 }),
      new NumberField({ name: "version", onlyInt: true }),
    );
    app.save(users);

    app.save(
      new Collection({
        type: "base",
        name: "invitations",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          {
            type: "select",
            name: "kind",
            required: true,
            maxSelect: 1,
            values: ["setup", "invite", "reenrol"],
          },
          { type: "relation", name: "user", collectionId: users.id, maxSelect: 1, cascadeDelete: true },
          { type: "text", name: "tokenHash", required: true, hidden: true, max: 64 },
          { type: "text", name: "salt", required: true, hidden: true, max: 32 },
          { type: "text", name: "totpSecret", hidden: true, max: 400 },
          { type: "date", name: "expires", required: true },
          { type: "bool", name: "used" },
        ],
        indexes: ["CREATE INDEX idx_invitations_user ON invitations (user)"],
      }),
    );

    app.save(
      new Collection({
        type: "base",
        name: "sign_in_failures",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          // 'account:', 'address:' or 'pair:' and a keyed digest; never what was typed.
          { type: "text", name: "counted", required: true, max: 80 },
          { type: "number", name: "at", required: true, onlyInt: true },
        ],
        indexes: ["CREATE INDEX idx_sign_in_failures ON sign_in_failures (counted, at)"],
      }),
    );
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId("sign_in_failures"));
    app.delete(app.findCollectionByNameOrId("invitations"));
    const users = app.findCollectionByNameOrId("users");
    users.listRule = users.viewRule = users.authRule = "id = @request.auth.id";
    for (const name of [
      "role",
      "practitioner",
      "active",
      "until",
      "enrolled",
      "invitedUntil",
      "totpSecret",
      "totpCounter",
      "recoveryCodes",
      "version",
    ]) {
      users.fields.removeByName(name);
    }
    app.save(users);
  },
);
