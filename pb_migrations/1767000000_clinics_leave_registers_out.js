// Registers that a clinic does without: switched off in its settings, they are nowhere but among what is held.
migrate(
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.add(new JSONField({ name: "registersOff", maxSize: 2000 }));
    app.save(clinic);
  },
  (app) => {
    const clinic = app.findCollectionByNameOrId("clinic");
    clinic.fields.removeByName("registersOff");
    app.save(clinic);
  },
);
