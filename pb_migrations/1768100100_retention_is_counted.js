// 200,000 records are counted and listed without reading their rows: state beside the month, and what was worked on apart.
migrate(
  (app) => {
    const rows = app.findCollectionByNameOrId("retention_rows");
    // Holds stand in the register of holds since 1768100000.
    rows.removeIndex("idx_retention_rows_held");
    rows.removeIndex("idx_retention_rows_starts");
    rows.removeIndex("idx_retention_rows_state");
    rows.addIndex("idx_retention_rows_starts", false, "starts, id, state", "gone = FALSE");
    rows.addIndex("idx_retention_rows_state", false, "state, gone, starts, id", "state <> 'waiting'");
    const worked = "appraisedAt <> '' OR keptAt <> '' OR doneAt <> ''";
    rows.addIndex("idx_retention_rows_worked", false, "list", worked);
    app.save(rows);
  },
  (app) => {
    const rows = app.findCollectionByNameOrId("retention_rows");
    rows.removeIndex("idx_retention_rows_worked");
    rows.removeIndex("idx_retention_rows_starts");
    rows.removeIndex("idx_retention_rows_state");
    rows.addIndex("idx_retention_rows_starts", false, "starts, id", "gone = FALSE");
    rows.addIndex("idx_retention_rows_state", false, "state, id", "state <> 'waiting'");
    rows.addIndex("idx_retention_rows_held", false, "id", "holdCause <> ''");
    app.save(rows);
  },
);
