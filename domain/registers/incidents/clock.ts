import { milliseconds } from "../../policy-number.ts";
import { clockPolicy } from "../../policy-of-clocks.ts";

/**
 * The 72 hours of Art 33(1): elapsed hours in UTC from awareness, weekends and clock changes included; nothing rolls.
 * We count plain hours, the stricter reading of Reg 1182/71 (DOMAIN.md 1.3).
 */
export const icoDue = (awareMs: number): number => awareMs + milliseconds(clockPolicy.icoNotice);

/** A provisional clock starts when it happened, and never later than when we received word of it. */
export const provisionalStart = (occurredMs: number, receivedMs: number): number =>
  Math.min(occurredMs, receivedMs);

/** Whether the reason for the delay must be given: sent after the 72 hours, whenever that is entered. */
export const needsDelayReason = (awareMs: number, sentMs: number): boolean => sentMs > icoDue(awareMs);

/** Someone who is asked to decide, and when. */
export interface Asking {
  readonly who: "duty" | "deputy";
  readonly atMs: number;
  /** Hours after the start of the clock, 0 for "at once". */
  readonly hour: number;
}

/**
 * Everybody who is asked about an unanswered provisional clock: duty at once, the deputy after two hours, both again
 * at the hours of `policy`. Data, so that a reminder missed while the server was off is known by its due time.
 */
export function askings(startMs: number): Asking[] {
  const hour = 3_600_000;
  const first: Asking[] = [
    { who: "duty", atMs: startMs, hour: 0 },
    {
      who: "deputy",
      atMs: startMs + milliseconds(clockPolicy.deputyAskedAfter),
      hour: clockPolicy.deputyAskedAfter.amount,
    },
  ];
  const again = clockPolicy.triageAskedAgain.amounts.flatMap((h) =>
    (["duty", "deputy"] as const).map((who) => ({ who, atMs: startMs + h * hour, hour: h })),
  );
  return [...first, ...again];
}

/** Nobody answered for the whole 72 hours: said in red, first on the first screen. */
export const unanswered = (startMs: number, nowMs: number): boolean => nowMs >= icoDue(startMs);

const minute = 60_000;
/** Whether one lies before the other as people give times, by the minute: an act's own seconds put nothing out of order. */
export const isBefore = (oneMs: number, otherMs: number): boolean => oneMs < otherMs - (otherMs % minute);

/** Whether two instants are shown alike: people type minutes, the log has milliseconds. '' is no time. */
export function sameMinute(one: string, other: string): boolean {
  if (one === "" || other === "") return one === other;
  return Math.floor(Date.parse(one) / minute) === Math.floor(Date.parse(other) / minute);
}

/** Times of a breach as far as they are known, in milliseconds since 1970, UTC. */
export interface BreachTimes {
  readonly occurredFrom?: number;
  readonly occurredTo?: number;
  readonly detected?: number;
  readonly aware?: number;
  readonly reportedInternally?: number;
}
export type TimesProblem = {
  readonly field: keyof BreachTimes;
  readonly code: "in-future" | "before-clinic" | "wrong-order";
};

/**
 * What is wrong with the times of a breach: in the future, before the clinic existed, or in an order that cannot be.
 * Awareness may come before the lead is told, and a breach may be detected while it still goes on.
 *
 * @param clinicSinceMs - When the clinic began; nothing of ours happened before.
 */
export function timesProblems(times: BreachTimes, nowMs: number, clinicSinceMs: number): TimesProblem[] {
  const problems: TimesProblem[] = [];
  for (const [field, at] of Object.entries(times) as [keyof BreachTimes, number | undefined][]) {
    if (at === undefined) continue;
    if (at > nowMs) problems.push({ field, code: "in-future" });
    else if (at < clinicSinceMs) problems.push({ field, code: "before-clinic" });
  }
  const after = (later: keyof BreachTimes, earlier: keyof BreachTimes) => {
    const [a, b] = [times[later], times[earlier]];
    if (a !== undefined && b !== undefined && isBefore(a, b))
      problems.push({ field: later, code: "wrong-order" });
  };
  after("occurredTo", "occurredFrom");
  after("detected", "occurredFrom");
  after("aware", "detected");
  after("reportedInternally", "occurredFrom");
  return problems;
}
