// A receipt that the log contradicts is kept, so that the lead can settle that one and no other, with a reason.
migrate(
  (app) => {
    const browsers = app.findCollectionByNameOrId("browsers");
    for (const [name, max] of [
      ["contradictedReceipt", 100],
      ["settledReceipt", 100],
      ["settledReason", 500],
    ]) {
      browsers.fields.add(new TextField({ name, max }));
    }
    app.save(browsers);
  },
  (app) => {
    const browsers = app.findCollectionByNameOrId("browsers");
    for (const name of ["contradictedReceipt", "settledReceipt", "settledReason"]) {
      browsers.fields.removeByName(name);
    }
    app.save(browsers);
  },
);
