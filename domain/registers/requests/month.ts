import type { Nation } from "../../law/four-answers.ts";
import { daysAfter, daysBetween, monthsAfter, workingDayFrom } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";
import { type Pause, pausedDays, pausedSince, pausesFrom } from "./pauses.ts";

/** What the month of UK GDPR Art 12A goes by; civil dates at the clinic, '' where there is none. */
export interface MonthFacts {
  readonly nation: Nation;
  readonly receivedOn: string;
  /** Asked to confirm who they are, for reasonable doubt (Art 12(6)), and when that came. */
  readonly identityAskedOn: string;
  readonly identityOn: string;
  /** A fee was asked (Art 12(5)), and paid. */
  readonly feeAskedOn: string;
  readonly feePaidOn: string;
  /** Of access alone; of any other right they are not looked at. */
  readonly pauses: readonly Pause[];
  readonly isAccess: boolean;
  /** A notice of more time that was sent by `noticeBy`. */
  readonly extended: boolean;
}

export interface MonthLimits {
  /** The latest of request, identity and fee: the day from which the month runs. */
  readonly runsFrom: string;
  /** Last day by the statute's count of pauses, and by ours; the earlier one holds. */
  readonly statutory: string;
  readonly safe: string;
  readonly limit: string;
  /** Last day with two more months, by our count. */
  readonly longer: string;
  /** Last day on which a notice of more time may be sent. */
  readonly noticeBy: string;
  readonly paused: { readonly safe: number; readonly statutory: number };
  /** Why and since when the clock stands; null while it runs. */
  readonly stands: { readonly why: "identity" | "fee" | "which"; readonly since: string } | null;
  /** Behind the end of the known bank holidays: a day that may not be a working day. */
  readonly unsure: boolean;
}

/**
 * One month from the relevant time, on to the next working day; two more with a notice (Art 12A, Art 4A).
 * A doubt about identity moves the start only where the question was prompt. While the clock stands, the limit is that of
 * what is known so far, which is never too late.
 */
export function monthLimits(facts: MonthFacts): MonthLimits {
  const { nation, receivedOn, identityAskedOn, identityOn, feeAskedOn, feePaidOn } = facts;
  const prompt = identityAskedOn !== "" && isPrompt(receivedOn, identityAskedOn);
  const runsFrom = [receivedOn, prompt ? identityOn : "", feeAskedOn === "" ? "" : feePaidOn].reduce(
    (latest, day) => (day > latest ? day : latest),
  );
  const pauses = facts.isAccess ? facts.pauses : [];
  const paused = pausedDays(pausesFrom(runsFrom, pauses));
  const roll = (day: string): { day: string; unsure: boolean } => {
    const working = workingDayFrom(day, nation);
    return { day: working ?? day, unsure: working === undefined };
  };
  const after = (months: number, days: number) => roll(daysAfter(monthsAfter(runsFrom, months), days));
  const first = after(1, paused.safe);
  const longer = after(1 + policy.requestExtendedBy.amount, paused.safe);
  const months = facts.extended ? 1 + policy.requestExtendedBy.amount : 1;
  const safe = after(months, paused.safe);
  const statutory = after(months, paused.statutory);
  const which = pausedSince(pauses);
  const stands =
    prompt && identityOn === ""
      ? { why: "identity" as const, since: identityAskedOn }
      : feeAskedOn !== "" && feePaidOn === ""
        ? { why: "fee" as const, since: feeAskedOn }
        : which !== ""
          ? { why: "which" as const, since: which }
          : null;
  return {
    runsFrom,
    statutory: statutory.day,
    safe: safe.day,
    limit: safe.day < statutory.day ? safe.day : statutory.day,
    longer: longer.day,
    noticeBy: first.day,
    paused,
    stands,
    unsure: safe.unsure || longer.unsure,
  };
}

/** Whether who they are was asked soon enough to move the start. */
export const isPrompt = (receivedOn: string, askedOn: string): boolean =>
  daysBetween(receivedOn, askedOn) <= policy.identityAskedWithin.amount;

/** Whether a notice of more time counts: it was sent on a day up to the last of the first month. */
export const noticeCounts = (sentOn: string, { noticeBy }: Pick<MonthLimits, "noticeBy">): boolean =>
  sentOn <= noticeBy;
