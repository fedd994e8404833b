// A private address of somebody's own due days, for the calendar that they use: made when they ask for it, kept as a
// digest, ended by them. Whoever it is reads its row and nobody else; its secret is told once.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const own =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now) && user = @request.auth.id";
    app.save(
      new Collection({
        type: "base",
        name: "calendar_links",
        listRule: own,
        viewRule: own,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          text("user", 15, { required: true }),
          text("tokenHash", 64, { hidden: true }),
          text("salt", 32, { hidden: true }),
          // The hour in which it was last read, and how often in it.
          { type: "number", name: "hour", onlyInt: true, hidden: true },
          { type: "number", name: "reads", onlyInt: true, hidden: true },
          { type: "date", name: "at", required: true },
          { type: "date", name: "endedAt" },
          { type: "number", name: "version", onlyInt: true },
        ],
        indexes: [
          "CREATE UNIQUE INDEX idx_calendar_links ON calendar_links (user) WHERE endedAt = ''",
          "CREATE INDEX idx_calendar_links_user ON calendar_links (user)",
        ],
      }),
    );
  },
  (app) => app.delete(app.findCollectionByNameOrId("calendar_links")),
);
