import type { TrainingAnswer } from "#domain/registers/training/answer";
import type { Cell, CellState, Standing } from "#domain/registers/training/compliance";
import { standingWords } from "#domain/registers/training/compliance";
import type { Helped } from "#domain/registers/training/given";
import type { RequiredOf } from "#domain/registers/training/needs";
import { begins, listed } from "#lib/format/sentence.ts";
import { dayInWords, shortDay } from "#lib/format/time.ts";

const short = (day: string, now: number): string =>
  shortDay(`${day}T12:00:00.000Z`, "UTC", now).replace(/^\w+ /, "");

export const cellLooks: Readonly<Record<CellState, "red" | "amber" | "grey" | "">> = {
  away: "",
  "not-needed": "",
  valid: "",
  ending: "amber",
  grace: "grey",
  back: "grey",
  leave: "grey",
  late: "red",
};

/** What stands in a cell: the last day on which it counts, or why there is none. */
export function cellSays({ state, until, due }: Cell, now: number): string {
  if (state === "not-needed") return "not needed";
  if (state === "away") return "not here";
  if (state === "grace" || state === "back") return `by ${short(due, now)}`;
  if (state === "leave") return "on leave";
  if (state === "late") return until === "" ? "never" : short(until, now);
  return until === "" ? "done" : short(until, now);
}

export const whomWords: Readonly<Record<RequiredOf, string>> = {
  everyone: "Everyone",
  practitioners: "Practitioners",
  staff: "Staff",
  manager: "Managers",
  dpo: "Leads",
  person: "One person",
  not: "Not of one person",
};

/** "every 12 months", "once". */
export const intervalWords = (months: number): string =>
  months === 0 ? "once" : months === 1 ? "every month" : `every ${months} months`;

/** "10 of 11, one of them on leave, are in date with all that is asked. One is late, two have just begun." */
export function matrixSentence({ all, on, today, courses }: TrainingAnswer): string {
  if (courses.every(({ of, grace }) => of + grace === 0)) return "Nothing is asked of anybody on this day.";
  const then = on === today ? "" : `On ${dayInWords(on)} `;
  const says = `${then}${standingWords(all)}${all.onLeave > 0 ? "," : ""} ${on === today ? "are" : "were"} in date with all that is asked.`;
  return `${says}${restSays(all, on === today)}`;
}

function restSays({ late, grace }: Standing, isNow: boolean): string {
  const parts = [
    ...(late > 0 ? [begins(late, isNow ? "is late" : "was late", isNow ? "are late" : "were late")] : []),
    ...(grace > 0 ? [begins(grace, "has just begun", "have just begun")] : []),
  ];
  return parts.length === 0
    ? ""
    : ` ${listed(parts.map((part, i) => (i === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))))}.`;
}

export const stateNames = {
  late: "not in date",
  "in-date": "in date",
  grace: "has just begun",
  leave: "on leave",
  "ends-30": "ends within 30 days",
  "ends-60": "ends within 60 days",
  "ends-90": "ends within 90 days",
} as const;

/** What a list’s figures say of lessons after a finding. */
export const helpedIn = (figures: Readonly<Record<string, number | string>>): Helped => ({
  again: Number(figures.again ?? 0),
  not: Number(figures.not ?? 0),
  young: Number(figures.young ?? 0),
  open: Number(figures.open ?? 0),
});
