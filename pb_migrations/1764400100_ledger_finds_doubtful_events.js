// Acts that an adapter may have told wrongly (domain/doubtful.ts) are found by this index alone, however long the log is.
migrate(
  (app) => {
    const events = app.findCollectionByNameOrId("events");
    events.addIndex(
      "idx_events_doubtful",
      false,
      "seq",
      `kind IN ('record.download', 'record.export', 'record.search') AND orderedBy = 0 AND instr(detail, '"v":1') > 0`,
    );
    app.save(events);
  },
  (app) => {
    const events = app.findCollectionByNameOrId("events");
    events.removeIndex("idx_events_doubtful");
    app.save(events);
  },
);
