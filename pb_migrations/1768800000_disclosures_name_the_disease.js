// Of a notifiable disease: which one is suspected, and since which day. Entered once, like all that a disclosure says.
migrate(
  (app) => {
    const disclosures = app.findCollectionByNameOrId("disclosures");
    disclosures.fields.add(new TextField({ name: "disease", max: 60 }));
    disclosures.fields.add(new TextField({ name: "suspectedOn", max: 10 }));
    app.save(disclosures);
    app
      .db()
      .newQuery(
        `CREATE TRIGGER disclosures_disease_no_update BEFORE UPDATE ON disclosures
         WHEN OLD.disease IS NOT NEW.disease OR OLD.suspectedOn IS NOT NEW.suspectedOn
         BEGIN SELECT RAISE(ABORT, 'disclosures stay as they were entered'); END`,
      )
      .execute();
  },
  (app) => {
    app.db().newQuery("DROP TRIGGER disclosures_disease_no_update").execute();
    const disclosures = app.findCollectionByNameOrId("disclosures");
    disclosures.fields.removeByName("disease");
    disclosures.fields.removeByName("suspectedOn");
    app.save(disclosures);
  },
);
