// The same request sent again, and the same event looked at twice, make one incident. One that not everybody reads who
// may link an event stands apart: what it was made of may not keep another from being made, for that would tell of it.
migrate(
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    breaches.fields.add(
      // Keyed digests (HMAC-SHA-256, hex) of who sent which request, and of what it told; '' where none was named.
      new TextField({ name: "requestKey", max: 64, hidden: true }),
      new TextField({ name: "requestDigest", max: 64, hidden: true }),
    );
    // A message that goes to more people later is asked about once more: what was answered before stays.
    breaches.fields.getByName("recipientAnswer").max = 2000;
    breaches.removeIndex("idx_breaches_trace");
    breaches.removeIndex("idx_breaches_source");
    breaches.addIndex(
      "idx_breaches_trace",
      true,
      "trace",
      "trace <> '' AND confidential = FALSE AND about = ''",
    );
    breaches.addIndex(
      "idx_breaches_source",
      true,
      "sourceEvent",
      "sourceEvent > 0 AND confidential = FALSE AND about = ''",
    );
    breaches.addIndex("idx_breaches_request", true, "requestKey", "requestKey <> ''");
    app.save(breaches);
  },
  (app) => {
    const breaches = app.findCollectionByNameOrId("breaches");
    for (const name of ["request", "trace", "source"]) breaches.removeIndex(`idx_breaches_${name}`);
    breaches.addIndex("idx_breaches_trace", true, "trace", "trace <> ''");
    breaches.addIndex("idx_breaches_source", true, "sourceEvent", "sourceEvent > 0");
    breaches.fields.getByName("recipientAnswer").max = 500;
    for (const name of ["requestKey", "requestDigest"]) breaches.fields.removeByName(name);
    app.save(breaches);
  },
);
