// The signed form beside a release. It bears names, so managers and the lead alone read it, and it goes when the name of
// the release goes: its row stays, with its hash, and says when.
migrate(
  (app) => {
    const reader =
      "@request.auth.collectionName = 'users' && @request.auth.active = true && (@request.auth.until = '' || @request.auth.until > @now) && (@request.auth.role = 'manager' || @request.auth.role = 'dpo')";
    const text = (name, max) => ({ type: "text", name, max, required: true });
    app.save(
      new Collection({
        type: "base",
        name: "release_files",
        listRule: reader,
        viewRule: reader,
        createRule: null,
        updateRule: null,
        deleteRule: null,
        fields: [
          // Release that it belongs to.
          text("subject", 15),
          text("what", 20),
          { type: "file", name: "file", maxSelect: 1, maxSize: 10485760, protected: true },
          text("sha256", 64),
          text("mime", 60),
          { type: "number", name: "size", onlyInt: true },
          text("by", 15),
          { type: "date", name: "at", required: true },
          { type: "date", name: "clearedAt" },
        ],
        indexes: ["CREATE INDEX idx_release_files ON release_files (subject, at)"],
      }),
    );
    const same = ["subject", "what", "sha256", "mime", "size", "by", "at"].map(
      (column) => `OLD."${column}" IS NOT NEW."${column}"`,
    );
    const goes = `(OLD.file IS NOT NEW.file AND (NEW.file <> '' OR NEW.clearedAt = ''))`;
    for (const [on, when] of [
      ["UPDATE", `WHEN ${[...same, goes].join(" OR ")}`],
      ["DELETE", ""],
    ])
      app
        .db()
        .newQuery(
          `CREATE TRIGGER release_files_no_${on.toLowerCase()} BEFORE ${on} ON release_files ${when} BEGIN SELECT RAISE(ABORT, 'release_files is append-only'); END`,
        )
        .execute();
  },
  (app) => app.delete(app.findCollectionByNameOrId("release_files")),
);
