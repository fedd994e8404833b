/// <reference path="../pb_data/types.d.ts" />
// A clinic names hosts by kind, and corrects how pages are read: data that its server signs, one revision after the other.
// The corrections themselves are hidden from the record API; who reads the clinic's row sees what they are called.
migrate(
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(new JSONField({ name: "siteKinds", maxSize: 500 }));
    clinic.fields.add(new TextField({ name: "adapters", max: 120000, hidden: true }));
    clinic.fields.add(new TextField({ name: "adaptersSignature", max: 128, hidden: true }));
    clinic.fields.add(new NumberField({ name: "adaptersRevision", onlyInt: true, min: 0 }));
    clinic.fields.add(new JSONField({ name: "adapterNames", maxSize: 10000 }));
    app.save(clinic);
  },
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    for (const name of ["siteKinds", "adapters", "adaptersSignature", "adaptersRevision", "adapterNames"]) {
      clinic.fields.removeByName(name);
    }
    app.save(clinic);
  },
);
