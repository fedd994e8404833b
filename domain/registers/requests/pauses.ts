import { daysAfter, daysBetween } from "../../law/working-days.ts";

/** A question which information is meant: civil dates, `answeredOn` '' while nobody has answered. */
export interface Pause {
  readonly askedOn: string;
  readonly answeredOn: string;
}

/** Days that do not count, by both ways of counting. */
export interface PausedDays {
  /** From the day asked to the day answered, without the first: what we keep. */
  readonly safe: number;
  /** Both ends counted, as the words of UK GDPR Art 12A(5) say; no day twice. */
  readonly statutory: number;
}

/** @param pauses - In any order; one that still runs gives nothing yet. */
export function pausedDays(pauses: readonly Pause[]): PausedDays {
  const closed = pauses
    .filter(({ answeredOn }) => answeredOn !== "")
    .sort((one, other) => (one.askedOn < other.askedOn ? -1 : 1));
  let safe = 0;
  let statutory = 0;
  let counted = "";
  for (const { askedOn, answeredOn } of closed) {
    const from = counted >= askedOn ? counted : "";
    if (from === "") {
      safe += daysBetween(askedOn, answeredOn);
      statutory += daysBetween(askedOn, answeredOn) + 1;
    } else if (answeredOn > from) {
      safe += daysBetween(from, answeredOn);
      statutory += daysBetween(from, answeredOn);
    }
    if (answeredOn > counted) counted = answeredOn;
  }
  return { safe, statutory };
}

/** What of them lies on or after a day: one that ended before it stopped no clock that ran. */
export const pausesFrom = (first: string, pauses: readonly Pause[]): Pause[] =>
  pauses
    .filter(({ answeredOn }) => answeredOn === "" || answeredOn >= first)
    .map((one) => (one.askedOn < first ? { ...one, askedOn: first } : one));

/** Since when a question waits for its answer; '' where none does. */
export const pausedSince = (pauses: readonly Pause[]): string =>
  pauses.find(({ answeredOn }) => answeredOn === "")?.askedOn ?? "";

/** The last civil date of so many days that begin with this one, it being the first. */
export const lastOfDays = (first: string, days: number): string => daysAfter(first, days - 1);
