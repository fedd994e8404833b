import type { Caller } from "../ledger/caller.ts";
import { reads } from "./case-facts.ts";

/** Confidential cases whose events this person is not shown, and cases about this person: by their trace. */
export function hiddenCases(app: pb.App, person: Caller): string[] {
  return app
    .findRecordsByFilter("breaches", "confidential = true || about != ''", "", 0, 0)
    .filter((one) => !reads(app, person, one))
    .map(({ id }) => id);
}

/** Confidential cases: what is shown to nobody in particular holds nothing of them. */
export const confidentialCases = (app: pb.App): string[] =>
  app.findRecordsByFilter("breaches", "confidential = true", "", 0, 0).map(({ id }) => id);
