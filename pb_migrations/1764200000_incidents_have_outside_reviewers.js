// An outside reviewer is an auditor named for one case alone: `scope` 'case' takes away all that an auditor reads, and
// leaves what a grant in `case_grants` opens (ledger/caller.ts does the same for the routes).
migrate(
  (app) => {
    const users = app.findCollectionByNameOrId("users");
    users.fields.add(new TextField({ name: "scope", max: 10, pattern: "^(?:case)?$" }));
    app.save(users);
    const auditor = "@request.auth.role = 'auditor'";
    const ofAll = "(@request.auth.role = 'auditor' && @request.auth.scope = '')";
    for (const name of ["users", "browsers", "notice_shown", "system_accounts"]) {
      const collection = app.findCollectionByNameOrId(name);
      for (const rule of ["listRule", "viewRule"]) {
        collection[rule] = collection[rule].replace(auditor, ofAll);
      }
      app.save(collection);
    }
  },
  (app) => {
    const auditor = "@request.auth.role = 'auditor'";
    const ofAll = "(@request.auth.role = 'auditor' && @request.auth.scope = '')";
    for (const name of ["users", "browsers", "notice_shown", "system_accounts"]) {
      const collection = app.findCollectionByNameOrId(name);
      for (const rule of ["listRule", "viewRule"]) {
        collection[rule] = collection[rule].replace(ofAll, auditor);
      }
      app.save(collection);
    }
    const users = app.findCollectionByNameOrId("users");
    users.fields.removeByName("scope");
    app.save(users);
  },
);
