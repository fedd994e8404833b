/// <reference path="../pb_data/types.d.ts" />
// A clinic may decide on a list of its own patients as keyed tokens: the decision, and counts of the list in force. Both are
// hidden from the record API; the list itself is a file beside PocketBase's folder, and in no backup.
migrate(
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(new JSONField({ name: "exactDecision", maxSize: 12000, hidden: true }));
    clinic.fields.add(new JSONField({ name: "exactList", maxSize: 1000, hidden: true }));
    app.save(clinic);
  },
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.removeByName("exactDecision");
    clinic.fields.removeByName("exactList");
    app.save(clinic);
  },
);
