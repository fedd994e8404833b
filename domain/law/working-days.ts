import { milliseconds, policy } from "../policy.ts";
import { holidaysKnown, holidaysOf } from "./bank-holidays.ts";
import type { Nation } from "./four-answers.ts";

export { holidaysKnown } from "./bank-holidays.ts";

const msPerDay = 86_400_000;
const msOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The civil date so many days after another; before it where `count` is below 0. */
export const daysAfter = (day: string, count: number): string => dayOf(msOf(day) + count * msPerDay);

/** How many days lie between two civil dates: 0 on the same day, below 0 where the second comes first. */
export const daysBetween = (first: string, second: string): number =>
  Math.round((msOf(second) - msOf(first)) / msPerDay);

/** Whether work is done on this day at a clinic of this nation; undefined where its bank holidays are not known. */
export function isWorkingDay(day: string, nation: Nation): boolean | undefined {
  if (day < holidaysKnown.from || day > holidaysKnown.to) return undefined;
  const weekday = new Date(msOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(nation).some((one) => one.day === day);
}

/** The day itself where it is a working day, else the next one that is; undefined where that is not known. */
export function workingDayFrom(day: string, nation: Nation): string | undefined {
  let at = day;
  for (;;) {
    const works = isWorkingDay(at, nation);
    if (works === undefined) return undefined;
    if (works) return at;
    at = daysAfter(at, 1);
  }
}

/**
 * The civil date so many working days after another, which itself is not counted.
 *
 * @returns undefined where it would leave the days whose bank holidays are known: then nothing is guessed.
 */
export function workingDaysAfter(day: string, count: number, nation: Nation): string | undefined {
  let at = day;
  for (let left = count; left > 0; ) {
    at = daysAfter(at, 1);
    const works = isWorkingDay(at, nation);
    if (works === undefined) return undefined;
    if (works) left -= 1;
  }
  return at;
}

/** The same day so many months on; the last of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A limit of law: its day, and whether it falls on a working day for certain. */
export interface MonthLimit {
  readonly day: string;
  /** The calendar ends before it: it may fall on a bank holiday, and a later day would then be allowed. */
  readonly unsure: boolean;
}

/**
 * One month from the day on which a request came in, on to the next working day (UK GDPR Art 12(3), Art 4A). Where the
 * calendar ends before, the earlier day is taken, which is never too late.
 */
export function monthLimit(received: string, nation: Nation): MonthLimit {
  const day = monthsAfter(received, 1);
  const working = workingDayFrom(day, nation);
  return { day: working ?? day, unsure: working === undefined };
}

/** How far the calendar of bank holidays reaches, seen from a day. */
export interface CalendarReach {
  readonly to: string;
  /** 0 on its last day, below 0 after it. */
  readonly daysLeft: number;
  /** Limits are being counted that lie behind its end, or will be soon. */
  readonly warns: boolean;
}

/** @param today - Civil date at the clinic. */
export function calendarReach(today: string): CalendarReach {
  const daysLeft = daysBetween(today, holidaysKnown.to);
  return {
    to: holidaysKnown.to,
    daysLeft,
    warns: daysLeft * msPerDay < milliseconds(policy.calendarWarnsAhead),
  };
}
