// Which entry of the log a row of a sample is, and its place in the draw, are in no answer: also not in the one that tells
// that the row was changed meanwhile.
migrate(
  (app) => {
    const items = app.findCollectionByNameOrId("sample_items");
    for (const name of ["event", "position"]) items.fields.getByName(name).hidden = true;
    app.save(items);
  },
  (app) => {
    const items = app.findCollectionByNameOrId("sample_items");
    for (const name of ["event", "position"]) items.fields.getByName(name).hidden = false;
    app.save(items);
  },
);
