// What is looked at and what is decided are two words; "accept" stays in reviews of before. A review keeps up to which
// entry of the log it was filled, so that each event falls into one review, by its arrival.
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
    ];
    app.save(items);
    const reviews = app.findCollectionByNameOrId("reviews");
    reviews.fields.add(new NumberField({ name: "upToSeq", onlyInt: true }));
    app.save(reviews);
  },
  (app) => {
    const reviews = app.findCollectionByNameOrId("reviews");
    reviews.fields.removeByName("upToSeq");
    app.save(reviews);
    const items = app.findCollectionByNameOrId("review_items");
    items.fields.getByName("decision").values = ["nothing-to-decide", "accept", "refer", "defer", "action"];
    app.save(items);
  },
);
