import type { Caller } from "../../../base/caller.ts";
import { rowsOf } from "../../../base/database.ts";
import { reads } from "../case-facts.ts";

/** Confidential cases whose events this person is not shown, and cases about this person: by their trace. */
export function hiddenCases(app: pb.App, person: Caller): string[] {
  return app
    .findRecordsByFilter("breaches", "confidential = true || about != ''", "", 0, 0)
    .filter((one) => !reads(app, person, one))
    .map(({ id }) => id);
}

/** Those of these traces that are cases which somebody may not see. */
export const guardedCases = (app: pb.App, traces: readonly string[]): string[] =>
  rowsOf(
    app,
    ["id"],
    `SELECT id FROM breaches WHERE id IN (SELECT value FROM json_each({:traces}))
       AND (confidential = TRUE OR about <> '')`,
    { traces: JSON.stringify(traces) },
  ).map(([id]) => String(id));
