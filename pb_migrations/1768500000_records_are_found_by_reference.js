/// <reference path="../pb_data/types.d.ts" />
// What names a record is looked for by that record: each row of retention asks it of the people of incidents, and a
// certificate of every question to May I share?.
migrate(
  (app) => {
    for (const statement of [
      "CREATE INDEX idx_shares_record ON shares (recordRef, system) WHERE recordRef <> ''",
      "CREATE INDEX idx_breach_people_record ON breach_people (system, recordRef)",
    ])
      app.db().newQuery(statement).execute();
  },
  (app) => {
    for (const name of ["idx_shares_record", "idx_breach_people_record"])
      app.db().newQuery(`DROP INDEX ${name}`).execute();
  },
);
