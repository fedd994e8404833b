// Candour, notices, retention and training targets follow from four answers of the clinic. What a clinic ticked before is
// what it said; what it left open stays "not asked yet". A case keeps whether the regulator of care has to be told, and
// what is known of harm to a person through their care. domain/law says what follows.
migrate(
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(
      new SelectField({ name: "careRegulator", maxSelect: 1, values: ["cqc", "his", "hiw", "rqia", "none"] }),
      new SelectField({ name: "legalForm", maxSelect: 1, values: ["person", "body", "nhs-body"] }),
      new SelectField({ name: "nhsWork", maxSelect: 1, values: ["yes", "no"] }),
      // Yearly reports on the duty of candour, by the year's last day: when it was published, when the regulator was told.
      new JSONField({ name: "candourReports", maxSize: 20000 }),
    );
    app.save(clinic);
    const carried = [
      `UPDATE clinic SET careRegulator = CASE nation WHEN 'england' THEN 'cqc' WHEN 'scotland' THEN 'his'
         WHEN 'wales' THEN 'hiw' ELSE 'rqia' END WHERE profile ->> '$.cqc' = 1`,
      "UPDATE clinic SET nhsWork = 'yes' WHERE profile ->> '$.nhs' = 1",
    ];
    for (const update of carried) app.db().newQuery(update).execute();
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.add(
      new JSONField({ name: "care", maxSize: 10000 }),
      new JSONField({ name: "candour", maxSize: 10000 }),
    );
    app.save(breaches);
  },
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    for (const name of ["careRegulator", "legalForm", "nhsWork", "candourReports"])
      clinic.fields.removeByName(name);
    app.save(clinic);
    const breaches = app.findCollectionByNameOrId("breaches");
    for (const name of ["care", "candour"]) breaches.fields.removeByName(name);
    app.save(breaches);
  },
);
