/// <reference path="../pb_data/types.d.ts" />
// A clinic says what becomes of documents by channel, recipient and strength; null is the usual table.
migrate(
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(new JSONField({ name: "mailRules", maxSize: 4_000 }));
    app.save(clinic);
  },
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.removeByName("mailRules");
    app.save(clinic);
  },
);
