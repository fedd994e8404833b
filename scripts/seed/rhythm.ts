import type { Chance } from "./chance.ts";

const day = 86_400_000;

/** How much is done on a day of the week, Sunday first: the clinic is closed then, and half staffed on Saturdays. */
const ofWeek = [0.01, 1.15, 1.1, 1, 1.05, 0.9, 0.35];
/** Through a day by hours in UTC from 7: a busy morning, a dip at noon, little in the evening. */
const firstHour = 7;
const ofDay = [2, 8, 12, 13, 12, 7, 9, 12, 11, 9, 4, 1];

/** A quiet time of the year: from and to as month and day, and how much is left of a usual day. */
const quiet: readonly (readonly [string, string, number])[] = [
  ["12-23", "12-31", 0.15],
  ["01-01", "01-02", 0.15],
  ["08-01", "08-31", 0.8],
];

/** A day in UTC and its part of the whole. */
export interface SeededDay {
  readonly start: number;
  readonly events: number;
}

/** Spreads events over the days from one instant to another, by the rhythm of the week and the year. */
export function daysBetween(from: number, to: number, events: number): SeededDay[] {
  const starts: number[] = [];
  for (let start = from - (from % day); start < to; start += day) starts.push(start);
  const weights = starts.map((start) => {
    const at = new Date(start);
    const date = at.toISOString().slice(5, 10);
    const [, , left = 1] = quiet.find(([first, last]) => date >= first && date <= last) ?? [];
    return (ofWeek[at.getUTCDay()] ?? 1) * left;
  });
  const sum = weights.reduce((all, one) => all + one, 0);
  let done = 0;
  let due = 0;
  return starts.map((start, i) => {
    due += ((weights[i] ?? 0) / sum) * events;
    const count = Math.round(due) - done;
    done += count;
    return { start, events: count };
  });
}

/** Times of a day at which something is stored, ascending; none before or after these instants. */
export function timesOf({ start, events }: SeededDay, chance: Chance, from: number, to: number): number[] {
  const hours = ofDay.map((weight, i) => [firstHour + i, weight] as const);
  return Array.from(
    { length: events },
    () => start + chance.among(hours) * 3_600_000 + chance.below(3_600_000),
  )
    .filter((at) => at > from && at < to)
    .sort((a, b) => a - b);
}
