import { needsDelayReason } from "./clock.ts";
import type { TriageVerdict } from "./kinds.ts";

/** What lateness is computed from, as a case stands now. Times in milliseconds since 1970, undefined while not known. */
export interface Telling {
  /** '' while nobody has decided: it may be a breach. */
  readonly verdict: TriageVerdict | "";
  readonly awareMs: number | undefined;
  /** When the regulator of data was told. */
  readonly toldMs: number | undefined;
  /** As it stands; '' where nobody gave one. */
  readonly delayReason: string;
}

type Times = Omit<Telling, "delayReason">;

/** The duty to tell within 72 hours is of a breach alone (Art 33(1)). */
export const isOfBreach = ({ verdict }: Pick<Telling, "verdict">): boolean =>
  verdict === "" || verdict === "breach";

/** Whether the regulator was told after the 72 hours, by when it was told and not by when that was entered. */
export const toldLate = (telling: Times): boolean => isLateAt(telling, telling.toldMs);

/** The same, or that it is not told and the 72 hours are over. */
export const isLate = (telling: Times, nowMs: number): boolean => isLateAt(telling, telling.toldMs ?? nowMs);

const isLateAt = (telling: Times, atMs: number | undefined): boolean =>
  isOfBreach(telling) &&
  telling.awareMs !== undefined &&
  atMs !== undefined &&
  needsDelayReason(telling.awareMs, atMs);

/**
 * Whether a late notice stands without "reasons for the delay" (Art 33(1)): asked by whatever act brings it about, and
 * a gap when the case is closed.
 */
export const lacksDelayReason = (telling: Telling): boolean =>
  toldLate(telling) && telling.delayReason.trim() === "";
