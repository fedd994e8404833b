// What a row of the log shows can be asked for: how a reference ends, the browser, that nobody is named, and the acts in
// the dashboard apart from what happened to records. Each goes by an index of its own, however long the log is
// (pb_hooks/src/ledger/read/log-select.ts has the same conditions).
migrate(
  (app) => {
    const events = app.findCollectionByNameOrId("events");
    const isOfDashboard =
      "NOT (kind >= 'record.' AND kind < 'record/' OR kind >= 'mail.' AND kind < 'mail/' OR kind >= 'browser.' AND kind < 'browser/')";
    events.addIndex("idx_events_ending", false, "lower(substr(recordRef, -4)), seq", "recordRef <> ''");
    events.addIndex("idx_events_browser", false, "browser, seq", "browser <> ''");
    events.addIndex(
      "idx_events_unattributed",
      false,
      "seq",
      "user = '' AND browser <> '' AND attribution <> 'server' AND orderedBy = 0",
    );
    events.addIndex("idx_events_dashboard", false, "seq", isOfDashboard);
    events.addIndex("idx_events_dashboard_user", false, "user, seq", `user <> '' AND ${isOfDashboard}`);
    app.save(events);
  },
  (app) => {
    const events = app.findCollectionByNameOrId("events");
    for (const name of ["ending", "browser", "unattributed", "dashboard", "dashboard_user"])
      events.removeIndex(`idx_events_${name}`);
    app.save(events);
  },
);
