// A lesson is also taken in a paired browser, by people without a sign-in: the completion keeps what that browser was called.
migrate(
  (app) => {
    const completions = app.findCollectionByNameOrId("completions");
    completions.fields.add(new TextField({ name: "browser", max: 80 }));
    app.save(completions);
  },
  (app) => {
    const completions = app.findCollectionByNameOrId("completions");
    completions.fields.removeByName("browser");
    app.save(completions);
  },
);
