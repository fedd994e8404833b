// An event of a register keeps a salted hash of the row that it left, so that a change made behind the server is found.
// Each row's salt lies here, and beside it what a baseline found: rows that stood before, or after a migration.
migrate(
  (app) => {
    const tables = [
      "CREATE TABLE row_salts (collection TEXT NOT NULL, row TEXT NOT NULL, salt TEXT NOT NULL, PRIMARY KEY (collection, row)) STRICT, WITHOUT ROWID",
      // n: number of the baseline, which its event names.
      "CREATE TABLE row_seals (n INTEGER NOT NULL, collection TEXT NOT NULL, row TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (n, collection, row)) STRICT, WITHOUT ROWID",
    ];
    for (const sql of tables) app.db().newQuery(sql).execute();
  },
  (app) => {
    for (const table of ["row_seals", "row_salts"]) app.db().newQuery(`DROP TABLE ${table}`).execute();
  },
);
