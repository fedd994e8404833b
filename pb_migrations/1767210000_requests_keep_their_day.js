// A hold for a request keeps the day on which that was made: the month to answer counts from it, and not from the day on
// which the pictures were held. As all that was entered of a hold, it is never changed.
migrate(
  (app) => {
    const holds = app.findCollectionByNameOrId("holds");
    holds.fields.add(new TextField({ name: "askedOn", max: 10 }));
    app.save(holds);
    const raise = "SELECT RAISE(ABORT, 'holds stay as they were entered')";
    app
      .db()
      .newQuery(
        `CREATE TRIGGER holds_keep_their_day BEFORE UPDATE ON holds WHEN OLD.askedOn IS NOT NEW.askedOn BEGIN ${raise}; END`,
      )
      .execute();
  },
  (app) => {
    app.db().newQuery("DROP TRIGGER holds_keep_their_day").execute();
    const holds = app.findCollectionByNameOrId("holds");
    holds.fields.removeByName("askedOn");
    app.save(holds);
  },
);
