// Documents that people read and acknowledge stand beside courses, and the monitoring notice with them: its versions stay in
// `notices` and to whom each was shown in `notice_shown`, from where training reads both.
migrate(
  (app) => {
    const courses = app.findCollectionByNameOrId("courses");
    // '' is a course.
    courses.fields.add(new TextField({ name: "kind", max: 20 }));
    app.save(courses);
    const completions = app.findCollectionByNameOrId("completions");
    completions.fields.getByName("evidence").values = [
      ...["stated", "assessor", "certificate", "lesson", "export"],
      ...["acknowledged", "given-on"],
    ];
    app.save(completions);

    const sql = (query, values = {}) => app.db().newQuery(query).bind(values).execute();
    const now = new Date().toISOString().replace("T", " ");
    // A clinic may have a course of its own of that name.
    const isTaken = (name) => {
      const found = new DynamicModel({ n: 0 });
      const count = "SELECT count(*) AS n FROM courses WHERE name = {:name} COLLATE NOCASE";
      app.db().newQuery(count).bind({ name }).one(found);
      return found.n > 0;
    };
    const names = ["Monitoring notice", "Monitoring notice, as recorded here"];
    const name = names.find((one) => !isTaken(one)) ?? `${names[1]} (coursemonitorno)`;
    sql(
      `INSERT INTO courses (id, key, name, about, ofBreaches, since, retired, by, "at", version, kind)
       VALUES ('coursemonitorno', 'monitoring-notice', {:name}, {:about}, FALSE, '', '', '', {:now}, 1, 'notice')`,
      { name, about: "What is recorded about the team, why, and what never.", now },
    );
    sql(
      `INSERT INTO requirements (id, course, whom, user, months, graceDays, "from", until, reason, endReason, by, "at", version)
       VALUES ('requiremonitorn', 'coursemonitorno', 'everyone', '', 0, 7, {:today}, '', 'Set up with Chaperone.', '', '', {:now}, 1)`,
      { today: now.slice(0, 10), now },
    );
  },
  (app) => {
    const courses = app.findCollectionByNameOrId("courses");
    courses.fields.removeByName("kind");
    app.save(courses);
  },
);
