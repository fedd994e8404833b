// Who left a row in which version: a refused act names them truly, of a confidential case too, where no event names
// anybody. A plain table: no rule of the record API can open it.
migrate(
  (app) => {
    app
      .db()
      .newQuery(
        `CREATE TABLE row_changes (
           collection TEXT NOT NULL, row TEXT NOT NULL, version INTEGER NOT NULL, user TEXT NOT NULL, at TEXT NOT NULL,
           PRIMARY KEY (collection, row, version)) WITHOUT ROWID`,
      )
      .execute();
  },
  (app) => {
    app.db().newQuery("DROP TABLE row_changes").execute();
  },
);
