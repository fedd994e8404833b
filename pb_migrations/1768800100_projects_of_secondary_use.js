// Who has which extract of records, and which tables of figures were looked through. Both are read through `GET /list`
// alone, and every write goes through the act route. What a project was entered as stays; a table's row is never changed.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const needed = { required: true };
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    app.save(
      new Collection({
        type: "base",
        name: "projects",
        ...shut,
        fields: [
          text("name", 120, needed),
          text("purpose", 20, needed),
          text("who", 200, needed),
          text("extract", 2000, needed),
          text("form", 20, needed),
          text("madeBy", 15),
          text("asked", 2000, needed),
          text("basis", 20, needed),
          text("basisWhy", 2000, needed),
          text("holder", 15, needed),
          text("until", 10, needed),
          text("extendedWhy", 2000),
          date("endedAt"),
          text("endedBy", 15),
          text("fate", 20),
          text("endedWhy", 2000),
          text("by", 15, needed),
          date("at", needed),
          whole("version"),
        ],
        indexes: [
          'CREATE INDEX idx_projects_at ON projects ("at", id)',
          "CREATE INDEX idx_projects_open ON projects (until) WHERE endedAt = ''",
        ],
      }),
    );
    app.save(
      new Collection({
        type: "base",
        name: "project_checks",
        ...shut,
        fields: [
          text("project", 15, needed),
          text("hash", 64, needed),
          ...["figures", "small", "derived", "unread"].map(whole),
          text("leavesAs", 20, needed),
          text("reason", 2000),
          text("by", 15, needed),
          date("at", needed),
        ],
        indexes: [
          'CREATE INDEX idx_project_checks_at ON project_checks ("at", id)',
          "CREATE INDEX idx_project_checks_project ON project_checks (project)",
        ],
      }),
    );
    const entered = [
      ...["name", "purpose", "who", "extract", "form", "madeBy", "asked", "basis", "basisWhy", "holder"],
      ...["by", "at"],
    ];
    const differs = entered.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(" OR ");
    const guards = [
      ["projects", "UPDATE", `WHEN ${differs} OR OLD.endedAt <> ''`],
      ["projects", "DELETE", ""],
      ["project_checks", "UPDATE", ""],
      ["project_checks", "DELETE", ""],
    ];
    for (const [table, on, when] of guards)
      app
        .db()
        .newQuery(
          `CREATE TRIGGER ${table}_no_${on.toLowerCase()} BEFORE ${on} ON ${table} ${when}
           BEGIN SELECT RAISE(ABORT, '${table} stay as they were entered'); END`,
        )
        .execute();
  },
  (app) => {
    for (const name of ["project_checks", "projects"]) app.delete(app.findCollectionByNameOrId(name));
  },
);
