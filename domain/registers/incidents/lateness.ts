import { needsDelayReason } from "./clock.ts";
import { isLate, isOfBreach, type Telling, toldLate } from "./delay-reason.ts";
import type { IncidentState } from "./state.ts";

/**
 * How the telling of the regulator stands against the 72 hours (Art 33(1)): `not-owed` where it was found to be no
 * breach or decided to be kept in the register, `not-known` while awareness is not known.
 */
export const latenesses = ["in-time", "late", "runs", "overdue", "not-owed", "not-known"] as const;
export type Lateness = (typeof latenesses)[number];

/** What it is computed from, beside the times and the verdict. */
export interface Decided extends Omit<Telling, "delayReason"> {
  readonly state: IncidentState;
  /** What the controller decided about the regulator; '' while undecided. */
  readonly decided: string;
}

/** Late is what is late everywhere (`delay-reason.ts`); of no breach, telling it after the 72 hours was owed to nobody. */
export function latenessOf(one: Decided, nowMs: number): Lateness {
  const { state, decided, awareMs, toldMs } = one;
  const isOwed = isOfBreach(one) && state !== "withdrawn" && decided !== "record-only";
  if (toldMs === undefined && !isOwed) return "not-owed";
  if (awareMs === undefined) return "not-known";
  if (toldMs === undefined) return isLate(one, nowMs) ? "overdue" : "runs";
  if (toldLate(one)) return "late";
  return needsDelayReason(awareMs, toldMs) ? "not-owed" : "in-time";
}
