// What the decision about the people weighs: kinds of harm, and why they are not told (UK GDPR Art 34). Of a breach at a
// processor, who that is and when the clinic was told.
migrate(
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.add(
      new JSONField({ name: "harms", maxSize: 2000 }),
      new TextField({ name: "harmsOther", max: 2000 }),
      new TextField({ name: "notTelling", max: 40 }),
      new TextField({ name: "publicHow", max: 2000 }),
      new TextField({ name: "processorName", max: 120 }),
      new DateField({ name: "processorToldAt" }),
    );
    app.save(breaches);
  },
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    for (const name of ["harms", "harmsOther", "notTelling", "publicHow", "processorName", "processorToldAt"])
      breaches.fields.removeByName(name);
    app.save(breaches);
  },
);
