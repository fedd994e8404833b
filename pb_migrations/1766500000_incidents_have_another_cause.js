// Why an incident happened, where none of the named causes is it, in words.
migrate(
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.add(new TextField({ name: "causeOther", max: 2000 }));
    app.save(breaches);
  },
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.removeByName("causeOther");
    app.save(breaches);
  },
);
