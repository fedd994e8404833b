// What the people affected are told, in the words of the letter (UK GDPR Art 34(2)): kept with the incident, so that it can
// be shown later, and screened by the server like every sentence.
migrate(
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.add(new JSONField({ name: "letter", maxSize: 20000 }));
    app.save(breaches);
  },
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.removeByName("letter");
    app.save(breaches);
  },
);
