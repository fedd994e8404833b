import type { TriageVerdict } from "./kinds.ts";

/**
 * States of an incident. `reported`: nobody has decided yet. `near-miss` and `withdrawn` stay in the register with
 * their reason and decider. A closed one is frozen: addenda only. Which act may be done in which stands in `acts.ts`.
 */
export const incidentStates = ["reported", "breach", "near-miss", "withdrawn", "closed"] as const;
export type IncidentState = (typeof incidentStates)[number];

export const stateAfterTriage: Readonly<Record<TriageVerdict, IncidentState>> = {
  breach: "breach",
  "near-miss": "near-miss",
  neither: "withdrawn",
};

/** What a breach has and lacks when somebody wants to close it. */
export interface ClosingFacts {
  readonly triaged: boolean;
  readonly assessed: boolean;
  readonly controllerDecided: boolean;
  /** Decided not to tell the people of a high risk, and none of the conditions is named. */
  readonly exemptionLacks: boolean;
  /** Decided to tell the ICO, and not told yet. */
  readonly icoOwed: boolean;
  /** Told late, and nobody said why (`delay-reason.ts`). */
  readonly delayReasonLacks: boolean;
  /** Decided to tell the people; they stand on the list, and of these some are not told yet. */
  readonly tellsPeople: boolean;
  readonly peopleToTell: number;
  readonly peopleOwed: number;
  readonly contained: boolean;
  readonly causeKnown: boolean;
  readonly openActions: number;
  readonly unverifiedActions: number;
  readonly accountsOpen: number;
  /** Clocks of the law of the clinic's nation that run (`law/clocks.ts`). */
  readonly lawOwed: number;
}

export const closingGaps = [
  "not-triaged",
  "not-assessed",
  "not-decided",
  "exemption",
  "ico-not-told",
  "delay-reason",
  "nobody-listed",
  "people-not-told",
  "not-contained",
  "cause-unknown",
  "actions-open",
  "actions-not-verified",
  "accounts-open",
  "law-owed",
] as const;
export type ClosingGap = (typeof closingGaps)[number];

/**
 * What is missing before an incident can be closed; each is shown, and closing all the same takes a reason.
 * A near miss or a withdrawn one asks only for its triage, its actions and whom it was decided to tell.
 */
export function missingForClosing(state: IncidentState, facts: ClosingFacts): ClosingGap[] {
  const gaps: [ClosingGap, boolean][] = [
    ["not-triaged", !facts.triaged],
    ["not-assessed", state === "breach" && !facts.assessed],
    ["not-decided", state === "breach" && !facts.controllerDecided],
    ["exemption", state === "breach" && facts.exemptionLacks],
    ["ico-not-told", facts.icoOwed],
    ["delay-reason", facts.delayReasonLacks],
    ["nobody-listed", facts.tellsPeople && facts.peopleToTell === 0],
    ["people-not-told", facts.peopleOwed > 0],
    ["not-contained", state === "breach" && !facts.contained],
    ["cause-unknown", state === "breach" && !facts.causeKnown],
    ["actions-open", facts.openActions > 0],
    ["actions-not-verified", facts.unverifiedActions > 0],
    ["accounts-open", facts.accountsOpen > 0],
    ["law-owed", facts.lawOwed > 0],
  ];
  return gaps.filter(([, missing]) => missing).map(([gap]) => gap);
}
