// An item that the meeting leaves open: nobody decided it, why is said, and it comes back in the next review.
migrate(
  (app) => {
    const items = app.findCollectionByNameOrId("review_items");
    items.fields.getByName("decision").values = [
      "nothing-to-decide",
      "accept",
      "note",
      "decide",
      "refer",
      "defer",
      "action",
      "leave",
    ];
    app.save(items);
  },
  (app) => {
    const items = app.findCollectionByNameOrId("review_items");
    items.fields.getByName("decision").values = [
      "nothing-to-decide",
      "accept",
      "note",
      "decide",
      "refer",
      "defer",
      "action",
    ];
    app.save(items);
  },
);
