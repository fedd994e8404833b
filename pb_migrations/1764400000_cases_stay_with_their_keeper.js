// A confidential case about the lead stays with whoever was deputy lead when it was reported: the lead, who may name
// another deputy at any time, must not choose by that who reads it. Where the one who keeps it leaves, the server empties
// the field, and it is the deputy lead's of that day. domain/breach/may-act-on.ts says the same for the routes.
migrate(
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    // Id of the person, '' where the case lies with whoever is lead. No relation: nobody asks people for their cases.
    breaches.fields.add(new TextField({ name: "keeper", max: 15 }));
    app.save(breaches);
    app
      .db()
      .newQuery(
        `UPDATE breaches SET keeper = (SELECT deputyLead FROM clinic)
         WHERE confidential = TRUE AND about <> '' AND about = (SELECT lead FROM clinic)`,
      )
      .execute();
    for (const name of [
      "breaches",
      "breach_entries",
      "breach_evidence",
      "breach_people",
      "breach_accounts",
      "breach_reports",
      "conflicts",
      "case_grants",
      "actions",
    ]) {
      const at = name === "breaches" ? "" : "breach.";
      const aboutLead = `(${at}about != '' && @collection.clinic.lead ?= ${at}about && @collection.clinic.deputyLead ?= @request.auth.id)`;
      const before = `(@collection.clinic.lead ?= @request.auth.id || ${aboutLead})`;
      const since = `(${at}keeper = @request.auth.id || (${at}keeper = '' && ${before}))`;
      const collection = app.findCollectionByNameOrId(name);
      if (!collection.listRule.includes(before)) throw new Error(`the rule of ${name} is another`);
      const rule = collection.listRule.split(before).join(since);
      collection.listRule = rule;
      collection.viewRule = rule;
      app.save(collection);
    }
  },
  (app) => {
    for (const name of [
      "breaches",
      "breach_entries",
      "breach_evidence",
      "breach_people",
      "breach_accounts",
      "breach_reports",
      "conflicts",
      "case_grants",
      "actions",
    ]) {
      const at = name === "breaches" ? "" : "breach.";
      const collection = app.findCollectionByNameOrId(name);
      const rule = collection.listRule
        .split(`(${at}keeper = @request.auth.id || (${at}keeper = '' && `)
        .join("")
        .split("?= @request.auth.id))))")
        .join("?= @request.auth.id))");
      collection.listRule = rule;
      collection.viewRule = rule;
      app.save(collection);
    }
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.removeByName("keeper");
    app.save(breaches);
  },
);
