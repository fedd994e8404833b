// What a file brought into a register: which one, how many rows, how its dates were read, and a hash over what it held. It
// can be undone as a whole, and its rows then count for nothing; the file itself is not kept.
migrate(
  (app) => {
    const readers =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now) && (@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    app.save(
      new Collection({
        type: "base",
        name: "imports",
        listRule: readers,
        viewRule: readers,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          text("register", 60, { required: true }),
          whole("rows"),
          // How the person said that the file writes its days.
          {
            type: "select",
            name: "dates",
            values: ["iso", "day-first", "month-first"],
            maxSelect: 1,
            required: true,
          },
          // Of the rows as they went in.
          text("hash", 64, { required: true }),
          text("by", 15),
          { type: "date", name: "at", required: true },
          { type: "date", name: "undoneAt" },
          text("undoneBy", 15),
          text("undoneReason", 2000),
          whole("version"),
        ],
        indexes: ["CREATE INDEX idx_imports ON imports (register, at)"],
      }),
    );
    app
      .db()
      .newQuery(
        "CREATE TRIGGER imports_no_delete BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'imports is kept'); END",
      )
      .execute();
  },
  (app) => app.delete(app.findCollectionByNameOrId("imports")),
);
