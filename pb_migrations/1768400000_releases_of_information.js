// Whom a patient lets us tell what, and each time somebody asked. Both are read through our own routes alone: the name of
// who may be told is shown to those who work it. Every write goes through the act route, or is an answer that was given.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const needed = { required: true };
    const one = (name, values, more = needed) => ({ type: "select", name, maxSelect: 1, values, ...more });
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const day = (name, more = {}) => text(name, 10, more);
    const flag = (name) => ({ type: "bool", name });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    app.save(
      new Collection({
        type: "base",
        name: "releases",
        ...shut,
        fields: [
          text("system", 120, needed),
          text("recordRef", 100, needed),
          text("relation", 20, needed),
          // First name of who may be told, until a year after the release ended.
          text("name", 60),
          text("organisation", 120),
          text("phoneEnding", 4),
          text("scopes", 120, needed),
          day("fromDay"),
          day("toDay"),
          text("exclusions", 500),
          text("purpose", 500, needed),
          text("channels", 120, needed),
          flag("once"),
          day("validFrom", needed),
          day("expiresOn", needed),
          text("capacityBy", 15, needed),
          text("explainedBy", 15, needed),
          one("proof", ["signed", "witnessed"]),
          day("signedOn", needed),
          text("witness", 15),
          text("formAt", 120),
          text("formHash", 64),
          text("interpreter", 60),
          text("by", 15, needed),
          date("at", needed),
          date("revokedAt"),
          text("revokedBy", 15),
          text("revokedHow", 20),
          date("usedAt"),
          date("lookedAt"),
          text("lookedBy", 15),
          text("lookedNote", 2000),
          whole("version"),
        ],
        indexes: [
          "CREATE INDEX idx_releases_record ON releases (recordRef, system)",
          "CREATE INDEX idx_releases_system ON releases (system)",
          'CREATE INDEX idx_releases_at ON releases ("at", id)',
          "CREATE INDEX idx_releases_ends ON releases (expiresOn) WHERE revokedAt = '' AND lookedAt = ''",
          "CREATE INDEX idx_releases_named ON releases (expiresOn) WHERE name <> '' OR phoneEnding <> ''",
        ],
      }),
    );
    app.save(
      new Collection({
        type: "base",
        name: "release_asks",
        ...shut,
        fields: [
          text("user", 15, needed),
          text("browser", 15),
          date("at", needed),
          day("day", needed),
          text("system", 120),
          text("recordRef", 100, needed),
          // How many of the releases said yes.
          whole("stood"),
          flag("refused"),
          text("told", 15),
          date("toldAt"),
          date("liftedAt"),
          text("liftedBy", 15),
          whole("version"),
        ],
        indexes: [
          'CREATE INDEX idx_release_asks_of ON release_asks (user, "day")',
          'CREATE INDEX idx_release_asks_at ON release_asks ("at")',
          "CREATE INDEX idx_release_asks_record ON release_asks (recordRef, system)",
          "CREATE INDEX idx_release_asks_refused ON release_asks (\"day\") WHERE refused = TRUE AND liftedAt = ''",
        ],
      }),
    );
    // What a patient said stays as it was said; a name and a number only ever go. A row is never deleted.
    const entered = {
      releases: [
        ...["system", "recordRef", "relation", "organisation", "scopes", "fromDay", "toDay", "exclusions"],
        ...["purpose", "channels", "once", "validFrom", "expiresOn", "capacityBy", "explainedBy", "proof"],
        ...["signedOn", "witness", "formAt", "formHash", "interpreter", "by", "at"],
      ],
      release_asks: ["user", "browser", "at", "day", "system", "recordRef", "stood", "refused"],
    };
    const goes = {
      releases: ["name", "phoneEnding"]
        .map((column) => ` OR (OLD."${column}" IS NOT NEW."${column}" AND NEW."${column}" <> '')`)
        .join(""),
      release_asks: "",
    };
    for (const [table, columns] of Object.entries(entered)) {
      const differs = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(" OR ");
      for (const [on, when] of [
        ["UPDATE", `WHEN ${differs}${goes[table]}`],
        ["DELETE", ""],
      ]) {
        const raise = `SELECT RAISE(ABORT, '${table} stay as they were entered')`;
        app
          .db()
          .newQuery(
            `CREATE TRIGGER ${table}_no_${on.toLowerCase()} BEFORE ${on} ON ${table} ${when} BEGIN ${raise}; END`,
          )
          .execute();
      }
    }
  },
  (app) => {
    for (const name of ["release_asks", "releases"]) app.delete(app.findCollectionByNameOrId(name));
  },
);
