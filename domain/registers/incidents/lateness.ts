import { icoDue, needsDelayReason } from "./clock.ts";
import type { IncidentState } from "./state.ts";

/**
 * How the telling of the regulator stands against the 72 hours (Art 33(1)): `not-owed` where it was found to be no
 * breach or decided to be kept in the register, `not-known` while awareness is not known.
 */
export const latenesses = ["in-time", "late", "runs", "overdue", "not-owed", "not-known"] as const;
export type Lateness = (typeof latenesses)[number];

export interface Telling {
  readonly state: IncidentState;
  /** What it was found to be; '' while nobody has said. */
  readonly verdict: string;
  /** What the controller decided about the regulator; '' while undecided. */
  readonly decided: string;
  /** Milliseconds since 1970; undefined where it is not known, or nobody was told. */
  readonly awareMs: number | undefined;
  readonly sentMs: number | undefined;
}

/** What was told is judged by its hour, whatever it was found to be afterwards. */
export function latenessOf({ state, verdict, decided, awareMs, sentMs }: Telling, nowMs: number): Lateness {
  if (sentMs !== undefined && awareMs !== undefined)
    return needsDelayReason(awareMs, sentMs) ? "late" : "in-time";
  if (sentMs !== undefined) return "not-known";
  const isNone = state === "withdrawn" || verdict === "near-miss" || verdict === "neither";
  if (isNone || decided === "record-only") return "not-owed";
  if (awareMs === undefined) return "not-known";
  return nowMs > icoDue(awareMs) ? "overdue" : "runs";
}
