// CCTV: systems, cameras, who may look, the looks at the recorder, exports of what is held, viewings, engineers, our own
// checks and the yearly review of need. Read through `GET /cctv` and `GET /list`; every write goes through the act route.
// Pictures of a camera are files, so that their rows are read by whoever reads the register.
migrate(
  (app) => {
    const text = (name, max, more = {}) => ({ type: "text", name, max, ...more });
    const needed = { required: true };
    const id = (name, more = {}) => text(name, 15, more);
    const day = (name, more = {}) => text(name, 10, more);
    const date = (name, more = {}) => ({ type: "date", name, ...more });
    const whole = (name) => ({ type: "number", name, onlyInt: true });
    const flag = (name) => ({ type: "bool", name });
    const entered = [id("by", needed), date("at", needed)];
    const shut = { listRule: null, viewRule: null, createRule: null, updateRule: null, deleteRule: null };
    const reader =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now) && (@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    const table = (name, fields, indexes, rules = {}) =>
      app.save(
        new Collection({ type: "base", name, ...shut, ...rules, fields: [...fields, ...entered], indexes }),
      );

    table(
      "camera_systems",
      [
        text("name", 80, needed),
        text("site", 80, needed),
        text("recorder", 120, needed),
        id("responsible", needed),
        // Days above which none of its cameras keeps pictures.
        whole("ceiling"),
        // The assessment of what it does to people.
        day("dpiaOn"),
        text("dpiaDecision", 2000),
        id("dpiaBy"),
        day("dpiaNextOn"),
        whole("version"),
      ],
      [],
    );
    table(
      "cameras",
      [
        id("system", needed),
        text("name", 80, needed),
        text("sees", 200, needed),
        text("place", 20, needed),
        text("purpose", 20, needed),
        whole("days"),
        flag("audioOff"),
        flag("visitorsOnly"),
        day("usedFrom", needed),
        day("retiredOn"),
        text("retiredWhy", 2000),
        whole("version"),
      ],
      ["CREATE INDEX idx_cameras_system ON cameras (system)"],
    );
    table(
      "camera_pictures",
      [
        id("camera", needed),
        text("kind", 20, needed),
        text("sha256", 64, needed),
        text("mime", 60, needed),
        whole("size"),
        { type: "file", name: "file", maxSelect: 1, maxSize: 10485760, protected: true, required: true },
      ],
      ["CREATE INDEX idx_camera_pictures ON camera_pictures (camera, kind)"],
      { listRule: reader, viewRule: reader },
    );
    table(
      "camera_viewers",
      [
        id("system", needed),
        id("user", needed),
        text("reason", 2000, needed),
        date("endedAt"),
        id("endedBy"),
        text("endedWhy", 2000),
        whole("version"),
      ],
      ["CREATE UNIQUE INDEX idx_camera_viewers ON camera_viewers (system, user) WHERE endedAt = ''"],
    );
    table(
      "camera_checks",
      [
        id("camera", needed),
        day("day", needed),
        day("oldest", needed),
        // Days that the camera was allowed then.
        whole("limitDays"),
        flag("clear"),
        // Seconds by which its clock was ahead; '' where nobody looked.
        text("clockOff", 8),
        text("note", 2000),
      ],
      [
        'CREATE INDEX idx_camera_checks_camera ON camera_checks (camera, day, "at")',
        "CREATE INDEX idx_camera_checks_day ON camera_checks (day, id)",
      ],
    );
    table(
      "footage_exports",
      [
        id("hold", needed),
        id("camera", needed),
        day("fromDay", needed),
        day("toDay", needed),
        text("clockOff", 8),
        // The last day on which the recorder still has it.
        day("exportBy", needed),
        date("exportedAt"),
        id("exportedBy"),
        text("kept", 120),
        date("playsAt"),
        id("playsBy"),
        date("failedAt"),
        text("failedWhy", 2000),
        whole("version"),
      ],
      [
        "CREATE INDEX idx_footage_exports_hold ON footage_exports (hold)",
        'CREATE INDEX idx_footage_exports_at ON footage_exports ("at", id)',
        "CREATE INDEX idx_footage_exports_open ON footage_exports (exportBy) WHERE playsAt = '' AND failedAt = ''",
      ],
    );
    table(
      "footage_viewings",
      [
        id("camera", needed),
        id("hold"),
        day("day", needed),
        day("fromDay", needed),
        day("toDay", needed),
        id("viewer", needed),
        text("present", 120),
        text("purpose", 20, needed),
        text("reason", 2000, needed),
      ],
      ["CREATE INDEX idx_footage_viewings_day ON footage_viewings (day, id)"],
    );
    table(
      "engineer_checks",
      [
        id("system", needed),
        day("day", needed),
        text("company", 120, needed),
        flag("camerasFine"),
        flag("clockFine"),
        flag("daysFine"),
        text("faults", 2000),
        day("nextOn", needed),
      ],
      ["CREATE INDEX idx_engineer_checks_day ON engineer_checks (day, id)"],
    );
    table(
      "cctv_checks",
      [
        text("item", 20, needed),
        day("day", needed),
        text("result", 20, needed),
        text("note", 2000),
        day("nextOn", needed),
      ],
      [
        'CREATE INDEX idx_cctv_checks_item ON cctv_checks (item, day, "at")',
        "CREATE INDEX idx_cctv_checks_day ON cctv_checks (day, id)",
      ],
    );
    table(
      "cctv_reviews",
      [
        id("system", needed),
        day("day", needed),
        flag("needed"),
        text("why", 2000, needed),
        text("alternatives", 2000, needed),
        // Of the assessment that it was held against; '' where there was none.
        day("dpiaOn"),
        day("nextOn", needed),
        date("signedAt"),
        id("signedBy"),
        whole("version"),
      ],
      ["CREATE INDEX idx_cctv_reviews_day ON cctv_reviews (day, id)"],
    );

    const keep = (name, on, when = "") => {
      const raise = `SELECT RAISE(ABORT, '${name} stay as they were entered')`;
      app
        .db()
        .newQuery(
          `CREATE TRIGGER ${name}_no_${on.toLowerCase()} BEFORE ${on} ON ${name} ${when} BEGIN ${raise}; END`,
        )
        .execute();
    };
    const appended = [
      "camera_pictures",
      "camera_checks",
      "footage_viewings",
      "engineer_checks",
      "cctv_checks",
    ];
    for (const name of appended) {
      keep(name, "UPDATE");
      keep(name, "DELETE");
    }
    for (const name of ["camera_systems", "cameras", "camera_viewers", "footage_exports", "cctv_reviews"])
      keep(name, "DELETE");
    // What was signed stays as it was signed.
    keep("cctv_reviews", "UPDATE", "WHEN OLD.signedAt <> ''");
  },
  (app) => {
    for (const name of [
      "cctv_reviews",
      "cctv_checks",
      "engineer_checks",
      "footage_viewings",
      "footage_exports",
      "camera_checks",
      "camera_viewers",
      "camera_pictures",
      "cameras",
      "camera_systems",
    ])
      app.delete(app.findCollectionByNameOrId(name));
  },
);
