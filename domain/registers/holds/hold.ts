/** For which a hold may be placed: the four of the clinic's policy on pictures, and what else keeps a thing. */
export const holdPurposes = {
  crime: "prevention or detection of crime",
  damage: "damage to property",
  safety: "safety of visitors or staff",
  legal: "a legal matter",
  request: "somebody asked for their data",
  complaint: "a complaint",
  inquiry: "an inquiry or inspection",
} as const;
export type HoldPurpose = keyof typeof holdPurposes;

/**
 * What keeps a hold alive: an incident of the register, which is open until it is closed; something that is known by its
 * reference, open until somebody says that it has ended; or the clinic's own decision, which needs an end.
 */
export const holdCauses = {
  breaches: "an incident of the register",
  request: "a request",
  claim: "a claim",
  complaint: "a complaint",
  inquiry: "an inquiry",
  police: "a police matter",
  own: "our own decision",
} as const;
export type HoldCause = keyof typeof holdCauses;

/** What may be held: a row of that register, or papers and other things outside of Chaperone, told in words. */
export const heldKinds = {
  papers: "Papers and other things",
  cameras: "CCTV pictures",
  retention_rows: "Records of patients",
} as const;
export type HeldKind = keyof typeof heldKinds;

/** A hold, as far as its state asks. Days are civil dates; '' where there is none. */
export interface HoldFacts {
  /** The last day on which it holds by itself. */
  readonly until: string;
  readonly releasedAt: string;
  readonly causeOpen: boolean;
}

/**
 * `runs`: it holds. `outlives`: its own end has passed, and it holds because its cause is open. `ended`: its end has
 * passed, or it had none, and its cause is over. `released`: somebody ended it.
 */
export const holdStates = ["runs", "outlives", "ended", "released"] as const;
export type HoldState = (typeof holdStates)[number];

/** @param today - Civil date at the clinic. A hold holds on its last day. */
export function holdState({ until, releasedAt, causeOpen }: HoldFacts, today: string): HoldState {
  if (releasedAt !== "") return "released";
  if (until >= today) return "runs";
  if (!causeOpen) return "ended";
  return until === "" ? "runs" : "outlives";
}

/** Whether nothing of it may be destroyed, overwritten or removed. */
export const holds = (hold: HoldFacts, today: string): boolean =>
  ["runs", "outlives"].includes(holdState(hold, today));

/** Days of a thing that is kept by days, both within; '' is without a bound. */
export interface HeldDays {
  readonly fromDay: string;
  readonly toDay: string;
}

export const overlap = (one: HeldDays, other: HeldDays): boolean =>
  (one.toDay === "" || other.fromDay <= one.toDay) && (other.toDay === "" || one.fromDay <= other.toDay);
