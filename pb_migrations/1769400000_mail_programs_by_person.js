// What somebody answered when they were asked which mail programs they use outside the browser: kinds out of our own list,
// '' for none. Each reads their own answers, who leads all; an answer stays as it was given, and the next one counts.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const readsAll =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    const rule = `${live} && (user = @request.auth.id || ${readsAll})`;
    app.save(
      new Collection({
        type: "base",
        name: "mail_programs",
        listRule: rule,
        viewRule: rule,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          text("user", 15, { required: true }),
          text("kinds", 200),
          { type: "date", name: "at", required: true },
        ],
        indexes: ["CREATE INDEX idx_mail_programs ON mail_programs (user, at)"],
      }),
    );
    for (const on of ["UPDATE", "DELETE"]) {
      const raise = "SELECT RAISE(ABORT, 'mail_programs is append-only')";
      app
        .db()
        .newQuery(
          `CREATE TRIGGER mail_programs_no_${on.toLowerCase()} BEFORE ${on} ON mail_programs BEGIN ${raise}; END`,
        )
        .execute();
    }
  },
  (app) => app.delete(app.findCollectionByNameOrId("mail_programs")),
);
