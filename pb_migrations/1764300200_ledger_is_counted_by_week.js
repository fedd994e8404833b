// Weeks of one kind are counted within this index alone: half a year of record views is a million rows of the table.
migrate(
  (app) => {
    const events = app.findCollectionByNameOrId("events");
    events.addIndex("idx_events_kind_occurred", false, "kind, occurredAt, trace", "occurredAt <> ''");
    app.save(events);
  },
  (app) => {
    const events = app.findCollectionByNameOrId("events");
    events.removeIndex("idx_events_kind_occurred");
    app.save(events);
  },
);
