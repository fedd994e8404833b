import { milliseconds, type PolicyNumber } from "../policy.ts";

/** How long a rule gives. `without-delay`: at once, with no number of hours to point to. */
export type LawClock =
  | { readonly is: "without-delay"; readonly words: string }
  | { readonly is: "within"; readonly span: PolicyNumber; readonly words: string }
  | { readonly is: "none"; readonly words: string };

export const withoutDelay = (words: string): LawClock => ({ is: "without-delay", words });
export const within = (span: PolicyNumber, words: string): LawClock => ({ is: "within", span, words });
export const noClock = (words: string): LawClock => ({ is: "none", words });

/** When a clock that began at an instant ends; where it has no number, at that instant; undefined without a clock. */
export function endOf(clock: LawClock, fromMs: number): number | undefined {
  if (clock.is === "none") return undefined;
  return clock.is === "within" ? fromMs + milliseconds(clock.span) : fromMs;
}
