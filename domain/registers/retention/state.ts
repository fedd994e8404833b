/** Where a record's row stands. `waiting`: nobody has begun; whether it is due its day says. `done`: destroyed. */
export const retentionStates = ["waiting", "appraised", "asked", "agreed", "kept", "done"] as const;
export type RetentionState = (typeof retentionStates)[number];

export const stateWords: Readonly<Record<RetentionState, string>> = {
  waiting: "to appraise",
  appraised: "appraised, decide",
  asked: "waits for a second person",
  agreed: "agreed, not done yet",
  kept: "kept longer",
  done: "destroyed",
};

/** Why a record may be kept beyond its time. That a system could not delete it is none of them. */
export const keepReasons = {
  implant: "An implant or device that can fail later",
  illness: "A long illness, or one that can come back",
  family: "It says something of a child’s or relative’s health",
  claim: "A claim is to be expected",
  patient: "The patient asked for it",
  other: "Another reason that serves the patient or the law",
} as const;
export type KeepReason = keyof typeof keepReasons;

const technical =
  /\b(?:technical|computer|software|system|server|i\.?t\.?)\s+(?:issues?|problems?|faults?|errors?|reasons?|limitations?)\b/i;

/** Whether a reason to keep a record is that something technical stood in the way: that is never one. */
export const isTechnical = (reason: string): boolean => technical.test(reason);

/** A record as far as acts ask for it. Months are first days; '' where there is none. */
export interface RetentionFacts {
  readonly state: RetentionState;
  /** The first of the month from which it is due; '' while a line of the rules waits to be checked. */
  readonly starts: string;
  /** Holds of the register of holds that keep it today. */
  readonly holds: number;
  /** Number of the open incident that names it; 0 where none does. */
  readonly incident: number;
  /** A request about it is open: it is answered from the record before anything of that is destroyed. */
  readonly requested: boolean;
  readonly appraisedBy: string;
  readonly askedBy: string;
  readonly second: string;
}

/** While it is held, nothing of it may be destroyed. */
export const isHeld = ({ holds, incident, requested }: Keeps): boolean =>
  holds > 0 || incident > 0 || requested;
type Keeps = Pick<RetentionFacts, "holds" | "incident" | "requested">;

/** @param today - Civil date at the clinic. What is held is not due, however old. */
export const isDue = (facts: Pick<RetentionFacts, "state" | "starts"> & Keeps, today: string): boolean =>
  facts.state !== "done" && facts.starts !== "" && facts.starts <= today && !isHeld(facts);
