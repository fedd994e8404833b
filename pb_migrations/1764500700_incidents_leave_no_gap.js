// Whom a case is about learned of it by counting: by a gap in the numbers of incidents, and by the number of the event that
// an incident began with. A case that not everybody sees takes its number of the series when it is opened to everybody, and
// says which entry of the log it began with by that entry's id. domain/breach/may-act-on.ts says the same for the routes.
migrate(
  (app) => {
    const changes = (at) => [
      [`${at}about != @request.auth.id && (`, `(${at}about != @request.auth.id || ${at}opened = true) && (`],
      [`(${at}confidential = false && (`, `((${at}confidential = false || ${at}opened = true) && (`],
    ];
    const ofCases = [
      ["breaches", ""],
      ["breach_entries", "breach."],
      ["breach_evidence", "breach."],
      ["breach_people", "breach."],
      ["breach_accounts", "breach."],
      ["breach_reports", "breach."],
      ["conflicts", "breach."],
      ["case_grants", "breach."],
      ["actions", "breach."],
    ];
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.getByName("sourceEvent").hidden = true;
    breaches.fields.add(
      new TextField({ name: "sourceEntry", max: 15 }),
      // By whoever keeps it, for everybody who reads the list, whom it is about among them.
      new BoolField({ name: "opened" }),
      // By which it was known before; 0 of one that everybody saw from the first.
      new NumberField({ name: "privateNumber", onlyInt: true }),
    );
    app.save(breaches);
    app
      .db()
      .newQuery(
        "UPDATE breaches SET sourceEntry = coalesce((SELECT id FROM events WHERE seq = sourceEvent), '') WHERE sourceEvent > 0",
      )
      .execute();
    for (const [name, at] of ofCases) {
      const collection = app.findCollectionByNameOrId(name);
      let rule = collection.listRule;
      for (const [before, since] of changes(at)) {
        if (!rule.includes(before)) throw new Error(`the rule of ${name} is another`);
        rule = rule.split(before).join(since);
      }
      collection.listRule = rule;
      collection.viewRule = rule;
      app.save(collection);
    }
  },
  (app) => {
    const changes = (at) => [
      [`${at}about != @request.auth.id && (`, `(${at}about != @request.auth.id || ${at}opened = true) && (`],
      [`(${at}confidential = false && (`, `((${at}confidential = false || ${at}opened = true) && (`],
    ];
    const ofCases = [
      ["breaches", ""],
      ["breach_entries", "breach."],
      ["breach_evidence", "breach."],
      ["breach_people", "breach."],
      ["breach_accounts", "breach."],
      ["breach_reports", "breach."],
      ["conflicts", "breach."],
      ["case_grants", "breach."],
      ["actions", "breach."],
    ];
    for (const [name, at] of ofCases) {
      const collection = app.findCollectionByNameOrId(name);
      let rule = collection.listRule;
      for (const [before, since] of changes(at)) rule = rule.split(since).join(before);
      collection.listRule = rule;
      collection.viewRule = rule;
      app.save(collection);
    }
    const breaches = app.findCollectionByNameOrId("breaches");
    for (const name of ["sourceEntry", "opened", "privateNumber"]) breaches.fields.removeByName(name);
    breaches.fields.getByName("sourceEvent").hidden = false;
    app.save(breaches);
  },
);
