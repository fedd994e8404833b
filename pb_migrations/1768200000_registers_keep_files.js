// Files of evidence beside a round of an audit and beside a supplier: a certificate, a contract. They are read by whoever
// reads the row that they belong to, brought by a route that looks at their first bytes, and stay as they came. The events
// of a week's sample are found from a case, too.
migrate(
  (app) => {
    const reader =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now) && (@request.auth.role = 'manager' || @request.auth.role = 'dpo' || (@request.auth.role = 'auditor' && @request.auth.scope = ''))";
    const text = (name, max) => ({ type: "text", name, max, required: true });
    const tables = { audit_files: ["audit_rounds", "audit"], supplier_files: ["suppliers", "supplier"] };
    for (const [name, [, word]] of Object.entries(tables)) {
      app.save(
        new Collection({
          type: "base",
          name,
          listRule: reader,
          viewRule: reader,
          createRule: null,
          updateRule: null,
          deleteRule: null,
          fields: [
            // Row that it belongs to.
            text("subject", 15),
            text("what", 20),
            { type: "file", name: "file", maxSelect: 1, maxSize: 10485760, protected: true },
            text("sha256", 64),
            text("mime", 60),
            { type: "number", name: "size", onlyInt: true },
            text("by", 15),
            { type: "date", name: "at", required: true },
          ],
          indexes: [`CREATE INDEX idx_${word}_files ON ${name} (subject, at)`],
        }),
      );
      for (const on of ["UPDATE", "DELETE"])
        app
          .db()
          .newQuery(
            `CREATE TRIGGER ${name}_no_${on.toLowerCase()} BEFORE ${on} ON ${name} BEGIN SELECT RAISE(ABORT, '${name} is append-only'); END`,
          )
          .execute();
    }
    const items = app.findCollectionByNameOrId("sample_items");
    items.indexes = [...items.indexes, "CREATE INDEX idx_sample_items_event ON sample_items (event)"];
    app.save(items);
  },
  (app) => {
    for (const name of ["audit_files", "supplier_files"]) app.delete(app.findCollectionByNameOrId(name));
    const items = app.findCollectionByNameOrId("sample_items");
    items.indexes = items.indexes.filter((one) => !one.includes("idx_sample_items_event"));
    app.save(items);
  },
);
