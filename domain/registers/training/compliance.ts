import { policy } from "../../policy.ts";
import { type Colleague, needOf, type Requirement } from "./needs.ts";
import { daysAfter, earlierEnd, isWithin, lastDayOf } from "./validity.ts";

/** A course, as far as it is counted. */
export interface CountedCourse {
  readonly id: string;
  /** Versions after which an older one counts no longer than until `oldUntil`. */
  readonly renewals: readonly { readonly number: number; readonly from: string; readonly oldUntil: string }[];
}

/** A completion that counts: neither mended by another nor taken back. */
export interface Completion {
  readonly user: string;
  readonly course: string;
  /** Number of the course's version; 0 where it is not known. */
  readonly number: number;
  readonly completedOn: string;
}

/**
 * How somebody stands to a course on a day. `away`: does not work here then. `ending`: counts, and not for long.
 * `grace`: has just begun, or it was just asked. `back`: came back from leave. `late`: has ended, or never was.
 */
export const cellStates = [
  "away",
  "not-needed",
  "valid",
  "ending",
  "grace",
  "back",
  "leave",
  "late",
] as const;
export type CellState = (typeof cellStates)[number];

export interface Cell {
  readonly state: CellState;
  /** Last day on which the newest completion counts; '' where there is none, or it has no end. */
  readonly until: string;
  /** Day of the newest completion up to that day; '' where there is none. */
  readonly completedOn: string;
  /** Last day on which it is in time; '' where it is not asked or has no end. */
  readonly due: string;
}

/** The newest completion of each person and course up to a day, by `newestKey`. */
export type Newest = ReadonlyMap<string, Completion>;
export const newestKey = (user: string, course: string): string => `${user} ${course}`;

export function newestUpTo(completions: readonly Completion[], day: string): Newest {
  const newest = new Map<string, Completion>();
  for (const one of completions) {
    if (one.completedOn > day) continue;
    const key = newestKey(one.user, one.course);
    const known = newest.get(key);
    if (
      !known ||
      known.completedOn < one.completedOn ||
      (known.completedOn === one.completedOn && known.number < one.number)
    )
      newest.set(key, one);
  }
  return newest;
}

/** Until when a completion counts: its interval, or a newer version that has to be done. */
function untilOf(
  completion: Completion,
  { months }: Requirement,
  { renewals }: CountedCourse,
  day: string,
): string {
  let until = lastDayOf(completion.completedOn, months);
  for (const { number, from, oldUntil } of renewals) {
    const isOlder = completion.number === 0 ? completion.completedOn < from : completion.number < number;
    if (isOlder && from <= day) until = earlierEnd(until, oldUntil);
  }
  return until;
}

const later = (one: string, other: string): string => (one > other ? one : other);
const nothing = { until: "", completedOn: "", due: "" };

/** @param requirements - All of this course. */
export function cellOf(
  worker: Colleague,
  course: CountedCourse,
  requirements: readonly Requirement[],
  newest: Newest,
  day: string,
): Cell {
  if (!isWithin(day, worker)) return { state: "away", ...nothing };
  const need = needOf(requirements, worker, day);
  const completion = newest.get(newestKey(worker.id, course.id));
  const completedOn = completion?.completedOn ?? "";
  if (!need) return { state: "not-needed", ...nothing, completedOn };
  const until = completion ? untilOf(completion, need, course, day) : "";
  if (completion && (until === "" || day <= until)) {
    const soon = until !== "" && until <= daysAfter(day, policy.trainingEndsSoon.amount);
    return { state: soon ? "ending" : "valid", until, completedOn, due: until };
  }
  const begun = later(worker.from, need.from);
  const started = begun === "" ? "" : daysAfter(begun, need.graceDays);
  const owed = later(until, started);
  const cell = { until, completedOn, due: owed };
  if (worker.leaves.some((leave) => isWithin(day, leave))) return { ...cell, state: "leave", due: "" };
  if (day <= started) return { ...cell, state: "grace" };
  const back = worker.leaves.reduce(
    (last, leave) => (leave.until !== "" && leave.until < day ? later(last, leave.until) : last),
    "",
  );
  const again = back === "" ? "" : daysAfter(back, need.graceDays);
  return day <= again ? { ...cell, state: "back", due: again } : { ...cell, state: "late" };
}

/** How many stand how. `of`: who is counted: whoever has just begun is not, whoever is on leave is. */
export interface Standing {
  readonly inDate: number;
  readonly of: number;
  /** Of those who are counted. */
  readonly onLeave: number;
  readonly grace: number;
  readonly late: number;
}

export const isInDate = ({ state }: Pick<Cell, "state">): boolean => state === "valid" || state === "ending";
const isCounted = ({ state }: Pick<Cell, "state">): boolean =>
  isInDate({ state }) || state === "late" || state === "leave" || state === "back";

/**
 * @param cells - Of one course; or of each person, where all of theirs count as one.
 * @param onLeave - Whether the person of each cell is on leave that day.
 */
export function standingOf(
  cells: readonly (Pick<Cell, "state"> & { readonly onLeave: boolean })[],
): Standing {
  const counted = cells.filter(isCounted);
  return {
    inDate: counted.filter(isInDate).length,
    of: counted.length,
    onLeave: counted.filter((cell) => cell.onLeave).length,
    grace: cells.filter(({ state }) => state === "grace").length,
    late: cells.filter(({ state }) => state === "late").length,
  };
}

/** All that is asked of one person as one: in date where all of it is, and as bad as the worst. */
export function worstOf(cells: readonly Pick<Cell, "state">[]): CellState {
  const order: readonly CellState[] = [
    "late",
    "leave",
    "back",
    "grace",
    "ending",
    "valid",
    "not-needed",
    "away",
  ];
  return order.find((state) => cells.some((cell) => cell.state === state)) ?? "not-needed";
}

/** "10 of 11, one of them on leave". */
export function standingWords({ inDate, of, onLeave }: Standing): string {
  const leave = onLeave === 0 ? "" : `, ${onLeave === 1 ? "one" : onLeave} of them on leave`;
  return `${inDate} of ${of}${leave}`;
}

/** In which of the windows a last day falls: 0 is the nearest; -1 for one that is over, has no end, or lies further off. */
export function windowOf(until: string, day: string): number {
  if (until === "" || until < day) return -1;
  return policy.trainingRunsOut.amounts.findIndex((days) => until <= daysAfter(day, days));
}
