// A browser in which somebody signed in before: wrong tries from elsewhere, or from its own address, do not lock it out.
// Only a keyed digest of what its cookie says. A plain table: no rule of the record API can open it.
migrate(
  (app) => {
    const tables = [
      "CREATE TABLE known_browsers (browser TEXT, user TEXT, at INTEGER NOT NULL, PRIMARY KEY (browser, user)) STRICT, WITHOUT ROWID",
      "CREATE INDEX idx_known_browsers_user ON known_browsers (user, at)",
    ];
    for (const sql of tables) app.db().newQuery(sql).execute();
  },
  (app) => {
    app.db().newQuery("DROP TABLE known_browsers").execute();
  },
);
