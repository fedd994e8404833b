// Nobody judges their own slip alone. Where nobody else is there, whom it concerns goes on and says why; the next review
// sees it.
migrate(
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.add(
      new TextField({ name: "aloneBy", max: 15 }),
      new TextField({ name: "aloneReason", max: 2000 }),
      new DateField({ name: "aloneAt" }),
    );
    app.save(breaches);
  },
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    for (const name of ["aloneBy", "aloneReason", "aloneAt"]) breaches.fields.removeByName(name);
    app.save(breaches);
  },
);
