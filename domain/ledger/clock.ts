import * as z from "zod/mini";
import { instant } from "../base/forms.ts";
import { milliseconds } from "../policy-number.ts";
import { clockPolicy } from "../policy-of-clocks.ts";

/**
 * Whether the server's clock may be trusted to expire by. It is asked of the chain and not of the newest event alone: an
 * event that was stored after a jump carries the new time, and would hide it.
 */

/** Two events that follow each other, or the newest one and now, further apart than a clinic is ever silent. */
export interface ClockJump {
  /** Seq of the last event before it. */
  readonly after: number;
  /** When that one was received. */
  readonly before: string;
  /** The first time after it: of the next event, or now. */
  readonly to: string;
}

export type ClockState =
  | { readonly is: "right" }
  /** Until the lead has confirmed the time nothing expires. */
  | ({ readonly is: "ahead" } & ClockJump)
  /** Now lies before the newest event, which `after` names, received at `before`. It ends when the clock is right. */
  | ({ readonly is: "behind" } & ClockJump);

/** How the clock stands where it is not right, as the first screen of the lead gets it. */
export const doubtedClock = z.object({
  is: z.enum(["ahead", "behind"]),
  after: z.int(),
  before: z.string(),
  to: z.string(),
  /** The server's time now: what the lead is shown, and confirms. */
  now: z.string(),
});

/** Of `clinic.confirmTime`: the jump that was shown, and the server's time that was shown with it. */
export const confirmedTime = z.strictObject({ after: z.int().check(z.minimum(0)), shown: instant });

/** The action by which an event of `clinic.act` says that the lead confirmed the time. */
export const confirmAction = "confirm-time";

export const longestSilence = milliseconds(clockPolicy.longestSilence);
/** How far a time may lie before the one before it: writes wait for each other, and a clock is set by steps. */
export const clockMayStepBack = milliseconds(clockPolicy.clockMayStepBack);

/**
 * The first jump that nobody confirmed. Each confirmation settles one: the first that stood when it was given.
 *
 * @param jumps - Ascending, with the seq of the event after each.
 * @param confirmed - Seqs of the confirmations, ascending. A confirmation may itself be the event after a jump.
 */
export function standingJump(
  jumps: readonly (ClockJump & { readonly next: number })[],
  confirmed: readonly number[],
): ClockJump | undefined {
  let from = 0;
  for (const { next, after, before, to } of jumps) {
    while (from < confirmed.length && (confirmed[from] ?? 0) < next) from += 1;
    if (from === confirmed.length) return { after, before, to };
    from += 1;
  }
  return undefined;
}

/** How the clock stands now, where no jump between two events stands. */
export function clockAt(
  nowMs: number,
  newest: { readonly seq: number; readonly receivedAt: string },
): ClockState {
  if (newest.seq === 0) return { is: "right" };
  const ahead = nowMs - Date.parse(newest.receivedAt);
  const jump = { after: newest.seq, before: newest.receivedAt, to: new Date(nowMs).toISOString() };
  if (ahead > longestSilence) return { is: "ahead", ...jump };
  return -ahead > clockMayStepBack ? { is: "behind", ...jump } : { is: "right" };
}
