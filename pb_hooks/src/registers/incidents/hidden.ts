import type { Caller } from "../../base/caller.ts";
import { reads } from "./case-facts.ts";

/** Confidential cases whose events this person is not shown, and cases about this person: by their trace. */
export function hiddenCases(app: pb.App, person: Caller): string[] {
  return app
    .findRecordsByFilter("breaches", "confidential = true || about != ''", "", 0, 0)
    .filter((one) => !reads(app, person, one))
    .map(({ id }) => id);
}

/** Those of these traces that are cases which somebody may not see. */
export function guardedCases(app: pb.App, traces: readonly string[]): string[] {
  return [...new Set(traces)].filter((trace) => {
    const filter = "id = {:trace} && (confidential = true || about != '')";
    return trace !== "" && app.findRecordsByFilter("breaches", filter, "", 1, 0, { trace }).length > 0;
  });
}
