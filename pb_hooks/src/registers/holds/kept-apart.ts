import { type HoldFacts, type HoldState, holdState } from "#domain/registers/holds/hold";
import type { HoldRow } from "#domain/registers/holds/hold-row";

const reason = "Whoever authorised it knows the reason.";

/**
 * A hold of an incident that its reader may not read, as our own decision, which every hold is: the kind, the reference, the
 * sentence and an end that it lacks would each tell that there is such an incident.
 *
 * @param today - Civil date at the clinic.
 */
export const asOwnDecision = (row: HoldRow, today: string): HoldRow => ({
  ...row,
  ...ownFacts(row, today),
  cause: "",
  why: reason,
  releasedWhy: row.releasedWhy === "" ? "" : reason,
});

/** The same, as far as acts ask for it. */
export const ownFacts = (hold: HoldFacts & { readonly reviewOn: string }, today: string) => ({
  causeKind: "own" as const,
  causeOpen: false,
  causeEndedAt: "",
  until: running.includes(holdState(hold, today))
    ? ([hold.until, hold.reviewOn, today].sort().at(-1) ?? today)
    : hold.until || hold.reviewOn,
});

const running: readonly HoldState[] = ["runs", "outlives"];
