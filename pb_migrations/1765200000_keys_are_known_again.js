// A print of each key stands beside what was made with it: a folder with another key is refused at the start instead of
// taking late retries for new events, or signing as somebody else. The keys are 256 random bits: a print tells nothing of
// them. A plain table: no rule of the record API can open it. It is filled at the first start after this.
migrate(
  (app) => {
    app
      .db()
      .newQuery("CREATE TABLE key_prints (name TEXT PRIMARY KEY, print TEXT NOT NULL) STRICT, WITHOUT ROWID")
      .execute();
  },
  (app) => {
    app.db().newQuery("DROP TABLE key_prints").execute();
  },
);
