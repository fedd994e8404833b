/// <reference path="../pb_data/types.d.ts" />
// A clinic says whether its mail guard holds papers about its own staff too; it does unless somebody says otherwise.
migrate(
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(new BoolField({ name: "staffPapersPass" }));
    app.save(clinic);
  },
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.removeByName("staffPapersPass");
    app.save(clinic);
  },
);
