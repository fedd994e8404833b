// What a training was, and how an entry that was wrong is mended: by another that stands in its place, for entries are
// append-only. One that says `completedOn = ''` takes back what never was.
migrate(
  (app) => {
    const entries = app.findCollectionByNameOrId("training_entries");
    entries.fields.add(
      new TextField({ name: "what", max: 120 }),
      new TextField({ name: "corrects", max: 15 }),
      new TextField({ name: "reason", max: 2000 }),
    );
    entries.fields.getByName("completedOn").required = false;
    // A day may be entered again after it was taken back; each entry is mended once.
    entries.indexes = [
      "CREATE INDEX idx_training_entries ON training_entries (user, completedOn)",
      "CREATE UNIQUE INDEX idx_training_entries_corrects ON training_entries (corrects) WHERE corrects <> ''",
    ];
    app.save(entries);
  },
  (app) => {
    const entries = app.findCollectionByNameOrId("training_entries");
    for (const name of ["what", "corrects", "reason"]) entries.fields.removeByName(name);
    entries.fields.getByName("completedOn").required = true;
    entries.indexes = ["CREATE UNIQUE INDEX idx_training_entries ON training_entries (user, completedOn)"];
    app.save(entries);
  },
);
