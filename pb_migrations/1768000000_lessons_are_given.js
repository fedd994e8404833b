// Lessons that one person is given, after a finding or without one. Nobody reads them by the record API: the list's route
// leaves out what is given from a case that its reader may not know of, and never says which case it was.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    app.save(
      new Collection({
        type: "base",
        name: "given_lessons",
        listRule: null,
        viewRule: null,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          text("user", 15, { required: true }),
          text("course", 15, { required: true }),
          text("reason", 2000, { required: true }),
          // Civil dates.
          text("due", 10, { required: true }),
          text("givenOn", 10, { required: true }),
          {
            type: "select",
            name: "finding",
            values: ["none", "mail", "incident"],
            maxSelect: 1,
            required: true,
          },
          // What kind of incident it was when the lesson was given.
          text("kind", 30),
          text("incident", 15),
          // Id of the entry of the log.
          text("entry", 15),
          text("by", 15),
          { type: "date", name: "at", required: true },
          { type: "date", name: "takenBackAt" },
          text("takenBackBy", 15),
          text("takenBackWhy", 2000),
          { type: "number", name: "version", onlyInt: true },
        ],
        indexes: [
          "CREATE INDEX idx_given_lessons_user ON given_lessons (user, course)",
          "CREATE INDEX idx_given_lessons_at ON given_lessons (at, id)",
          "CREATE INDEX idx_given_lessons_incident ON given_lessons (incident) WHERE incident <> ''",
        ],
      }),
    );
  },
  (app) => app.delete(app.findCollectionByNameOrId("given_lessons")),
);
