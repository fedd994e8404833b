// Training as a register: courses with versions, of whom they are asked, who completed them, who works here and who is on
// leave, and the target that the clinic set itself. Every row of `training_entries` is copied into `completions` under its
// own id and stays where it was; nothing writes there any more.
migrate(
  (app) => {
    const live =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now)";
    const reviewer =
      "(@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    // Not for an outside reviewer, who is here for one case.
    const team = `${live} && @request.auth.scope = ''`;
    const own = `${live} && (user = @request.auth.id || ${reviewer})`;
    const readers = `${live} && ${reviewer}`;
    const users = app.findCollectionByNameOrId("users").id;
    const person = (name, more = {}) => ({
      type: "relation",
      name,
      collectionId: users,
      maxSelect: 1,
      cascadeDelete: false,
      ...more,
    });
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const whole = (name, more = {}) => ({ type: "number", name, onlyInt: true, ...more });
    const at = { type: "date", name: "at", required: true };
    const choice = (name, values) => ({ type: "select", name, values, maxSelect: 1, required: true });
    const make = (name, rule, fields, indexes) =>
      app.save(
        new Collection({
          type: "base",
          name,
          listRule: rule,
          viewRule: rule,
          createRule: null,
          updateRule: null,
          deleteRule: null,
          fields,
          indexes,
        }),
      );

    make(
      "courses",
      team,
      [
        // Of those that come set up: which one it is; '' of the clinic's own.
        text("key", 40),
        text("name", 120, { required: true }),
        text("about", 2000),
        // It is data protection training: reports of breaches ask for it.
        { type: "bool", name: "ofBreaches" },
        // Civil date from which it exists; '' where nobody knows.
        text("since", 10),
        // Civil date of its last day; '' while it is given.
        text("retired", 10),
        text("by", 15),
        at,
        whole("version"),
      ],
      [
        "CREATE UNIQUE INDEX idx_courses_name ON courses (name COLLATE NOCASE)",
        "CREATE UNIQUE INDEX idx_courses_key ON courses (key) WHERE key <> ''",
      ],
    );
    make(
      "course_versions",
      team,
      [
        text("course", 15, { required: true }),
        whole("number", { required: true }),
        // Civil dates: from when it is given, and until when an older one still counts; '' where it goes on counting.
        text("from", 10),
        text("oldUntil", 10),
        choice("content", ["none", "link", "file", "lesson"]),
        text("link", 500),
        { type: "json", name: "lesson", maxSize: 100000 },
        // Places of the right answers, which nobody reads.
        { type: "json", name: "rights", maxSize: 1000, hidden: true },
        // A lesson's picture, or the file that is the course.
        { type: "file", name: "file", maxSelect: 1, maxSize: 10485760, protected: true },
        text("name", 80),
        text("sha256", 64),
        text("mime", 100),
        whole("size"),
        text("note", 2000),
        text("by", 15),
        at,
      ],
      ["CREATE UNIQUE INDEX idx_course_versions ON course_versions (course, number)"],
    );
    make(
      "requirements",
      team,
      [
        text("course", 15, { required: true }),
        choice("whom", ["everyone", "practitioners", "staff", "manager", "dpo", "person", "not"]),
        person("user"),
        whole("months"),
        whole("graceDays"),
        text("from", 10),
        text("until", 10),
        text("reason", 2000),
        text("endReason", 2000),
        text("by", 15),
        at,
        whole("version"),
      ],
      ["CREATE INDEX idx_requirements ON requirements (course, until)"],
    );
    make(
      "completions",
      own,
      [
        person("user", { required: true }),
        text("course", 15, { required: true }),
        whole("number"),
        // Civil date; '' in one that takes another back.
        text("completedOn", 10),
        choice("evidence", ["stated", "assessor", "certificate", "lesson", "export"]),
        text("what", 120),
        text("assessor", 120),
        whole("score"),
        whole("outOf"),
        whole("passMark"),
        { type: "file", name: "file", maxSelect: 1, maxSize: 10485760, protected: true },
        text("name", 80),
        text("sha256", 64),
        text("mime", 100),
        whole("size"),
        text("corrects", 15),
        text("reason", 2000),
        // The import that it came by.
        text("imported", 15),
        text("by", 15),
        at,
      ],
      [
        "CREATE INDEX idx_completions ON completions (user, course, completedOn)",
        "CREATE INDEX idx_completions_day ON completions (completedOn)",
        "CREATE UNIQUE INDEX idx_completions_corrects ON completions (corrects) WHERE corrects <> ''",
        "CREATE INDEX idx_completions_imported ON completions (imported) WHERE imported <> ''",
      ],
    );
    make(
      "staff_periods",
      own,
      [
        person("user", { required: true }),
        choice("kind", ["works", "leave"]),
        text("from", 10),
        text("until", 10),
        // Entered by mistake: it counts for nothing.
        { type: "bool", name: "cancelled" },
        text("by", 15),
        at,
        whole("version"),
      ],
      ["CREATE INDEX idx_staff_periods ON staff_periods (user, kind)"],
    );
    make(
      "training_targets",
      readers,
      [
        choice("profile", ["none", "small-provider", "category-1", "own"]),
        whole("percent", { min: 0, max: 100 }),
        text("source", 500),
        // Civil dates of the last analysis of training needs, and of the last look at what training changed.
        text("needsOn", 10),
        text("evaluatedOn", 10),
        text("note", 2000),
        text("by", 15),
        at,
      ],
      ["CREATE INDEX idx_training_targets ON training_targets (at)"],
    );

    for (const table of ["course_versions", "completions", "training_targets"]) {
      for (const on of ["UPDATE", "DELETE"]) {
        app
          .db()
          .newQuery(
            `CREATE TRIGGER ${table}_no_${on.toLowerCase()} BEFORE ${on} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
          )
          .execute();
      }
    }

    const sql = (query, values = {}) => app.db().newQuery(query).bind(values).execute();
    const now = new Date().toISOString().replace("T", " ");
    const today = now.slice(0, 10);
    const course = (id, key, name, about, ofBreaches) =>
      sql(
        `INSERT INTO courses (id, key, name, about, ofBreaches, since, retired, by, "at", version)
         VALUES ({:id}, {:key}, {:name}, {:about}, {:ofBreaches}, '', '', '', {:now}, 1)`,
        { id, key, name, about, ofBreaches, now },
      );
    course(
      "coursedataprote",
      "data-protection",
      "Data protection training",
      "Whatever course the clinic takes. Two years are the house’s own reading of what a breach report asks.",
      true,
    );
    course(
      "courseconfident",
      "confidentiality",
      "Confidentiality",
      "Who may know what of a patient, and what to do when something went wrong.",
      true,
    );
    course(
      "courserecordkee",
      "record-keeping",
      "Record keeping",
      "What belongs in a record, when, and where it must never be.",
      false,
    );
    const requirement = (id, of, months, from) =>
      sql(
        `INSERT INTO requirements (id, course, whom, user, months, graceDays, "from", until, reason, endReason, by, "at", version)
         VALUES ({:id}, {:of}, 'everyone', '', {:months}, 30, {:from}, '', 'Set up with Chaperone.', '', '', {:now}, 1)`,
        { id, of, months, from, now },
      );
    requirement("requiredataprot", "coursedataprote", 24, "");
    requirement("requireconfiden", "courseconfident", 12, today);
    requirement("requirerecordke", "courserecordkee", 12, today);

    // The words of the first lessons: plain, short, and the clinic may put its own in their place by a new version.
    const confidentiality = {
      parts: [
        {
          title: "What is confidential",
          text: "Everything you learn about a patient at work: what they told you, what is in their record, that they are a patient here at all. It stays so when you leave, and after they die.",
        },
        {
          title: "Who may know",
          text: "Whoever looks after the patient, and only what they need for that. Look only into records that your work asks for: not your own, not your family’s, not a colleague’s, not a famous person’s. Each opening is recorded.",
        },
        {
          title: "How it leaves the clinic",
          text: "Never a patient’s document by ordinary e-mail. Share it in the clinical system, or by the way the clinic has approved. Check the name and the address before you send. On the telephone, call back on the number that is on file.",
        },
        {
          title: "When something went wrong",
          text: "Say so at once, even if you are not sure. The clinic may have 72 hours to act, counted from when somebody knew. Nobody is blamed for telling.",
        },
      ],
      questions: [
        {
          asks: "A neighbour asks whether her friend comes to the clinic. What do you say?",
          answers: [
            "Yes, if you are sure she means well",
            "That you can’t say whether anybody is a patient",
            "Only the day of the next visit",
          ],
          right: 1,
        },
        {
          asks: "Your cousin is a patient here. When may you open the record?",
          answers: [
            "When the cousin asks you to",
            "When you look after the cousin here and the clinic has agreed",
            "When nobody else is there",
          ],
          right: 1,
        },
        {
          asks: "A letter has to go to another clinic. How?",
          answers: [
            "Attached to an ordinary e-mail",
            "By the approved way, after the address was checked",
            "As a picture from your own phone",
          ],
          right: 1,
        },
        {
          asks: "You sent a letter to the wrong person. When do you say so?",
          answers: ["At once", "At the next meeting", "If the patient complains"],
          right: 0,
        },
        {
          asks: "You leave the clinic. What about what you know of its patients?",
          answers: ["It stays confidential", "It is free after a year", "It is free once they have left too"],
          right: 0,
        },
      ],
      pass: 4,
    };
    const recordKeeping = {
      parts: [
        {
          title: "What a record is for",
          text: "The next person who looks after the patient must be able to go on from it, and the patient may read it. Write what you saw, what you were told, what you did and why.",
        },
        {
          title: "When",
          text: "While you are there, or the same day. If it is later, say that it is later and when it happened. Never make it look as if it had been written before.",
        },
        {
          title: "How to mend it",
          text: "Nothing is rubbed out. Add what is right, with the day and your name, and leave what was wrong to be read.",
        },
        {
          title: "Where",
          text: "In the clinical system, in the right person’s record: check the name and the birthday before you write. Not in e-mail, not in a notebook, not on your own phone. Use your own sign-in, and lock the screen when you go.",
        },
      ],
      questions: [
        {
          asks: "You notice that a note of last week is wrong. What do you do?",
          answers: [
            "Write over it",
            "Add what is right with today’s date, and leave the old one",
            "Delete it",
          ],
          right: 1,
        },
        {
          asks: "When is a note written?",
          answers: ["At the time or the same day", "At the end of the month", "When somebody asks for it"],
          right: 0,
        },
        {
          asks: "Two patients have the same name. What do you check before you write?",
          answers: [
            "Nothing: the system knows",
            "The birthday or another detail",
            "Which record was opened last",
          ],
          right: 1,
        },
        {
          asks: "A colleague has forgotten the password. What helps?",
          answers: [
            "Lend yours for the day",
            "Ask whoever runs the system for a new one",
            "Write both on a note at the desk",
          ],
          right: 1,
        },
      ],
      pass: 3,
    };

    const lesson = (id, of, words) =>
      sql(
        `INSERT INTO course_versions (id, course, number, "from", oldUntil, content, link, lesson, rights, file, name, sha256, mime, size, note, by, "at")
         VALUES ({:id}, {:of}, 1, '', '', 'lesson', '', {:lesson}, {:rights}, '', '', '', '', 0, 'Comes with Chaperone.', '', {:now})`,
        {
          id,
          of,
          lesson: JSON.stringify({
            parts: words.parts,
            questions: words.questions.map(({ asks, answers }) => ({ asks, answers })),
            pass: words.pass,
          }),
          rights: JSON.stringify(words.questions.map(({ right }) => right)),
          now,
        },
      );
    lesson("lessonconfident", "courseconfident", confidentiality);
    lesson("lessonrecordkee", "courserecordkee", recordKeeping);

    sql(`INSERT INTO completions (id, user, course, number, completedOn, evidence, what, assessor, score, outOf, passMark,
           file, name, sha256, mime, size, corrects, reason, imported, by, "at")
         SELECT id, user, 'coursedataprote', 0, completedOn, 'stated', what, '', 0, 0, 0,
           '', '', '', '', 0, corrects, reason, '', by, "at" FROM training_entries`);
  },
  (app) => {
    for (const name of [
      "training_targets",
      "staff_periods",
      "completions",
      "requirements",
      "course_versions",
      "courses",
    ]) {
      app.delete(app.findCollectionByNameOrId(name));
    }
  },
);
