import { policy } from "../../policy.ts";
import { type Colleague, needOf, type Requirement } from "./needs.ts";
import { daysAfter, earlierEnd, isWithin, type Reckoning, reckoning } from "./validity.ts";

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
  { completedOn, number: of }: Completion,
  { months }: Requirement,
  { renewals }: CountedCourse,
  { day, reckon }: Judging,
): string {
  let until = reckon.lastDayOf(completedOn, months);
  for (const { number, from, oldUntil } of renewals) {
    const isOlder = of === 0 ? completedOn < from : of < number;
    if (isOlder && from <= day) until = earlierEnd(until, oldUntil);
  }
  return until;
}

/** A day on which many are judged, with what is the same for all of them. */
export interface Judging {
  readonly day: string;
  /** Last day of what ends soon. */
  readonly soon: string;
  readonly reckon: Reckoning;
}
export const judgingOn = (day: string, reckon = reckoning()): Judging => ({
  day,
  soon: daysAfter(day, policy.trainingEndsSoon.amount),
  reckon,
});

const later = (one: string, other: string): string => (one > other ? one : other);
const nothing = { until: "", completedOn: "", due: "" };

/** @param requirements - All of this course. */
export const cellOf = (
  worker: Colleague,
  course: CountedCourse,
  requirements: readonly Requirement[],
  newest: Newest,
  day: string,
): Cell =>
  judged(
    judgingOn(day),
    worker,
    course,
    isWithin(day, worker) ? needOf(requirements, worker, day) : undefined,
    newest.get(newestKey(worker.id, course.id)),
  );

/**
 * The same, of what was looked up.
 *
 * @param need - What is asked of this person on that day.
 * @param completion - Their newest up to that day.
 */
export function judged(
  judging: Judging,
  worker: Colleague,
  course: CountedCourse,
  need: Requirement | undefined,
  completion: Completion | undefined,
): Cell {
  const { day, soon, reckon } = judging;
  if (!isWithin(day, worker)) return { state: "away", ...nothing };
  const completedOn = completion?.completedOn ?? "";
  if (!need) return { state: "not-needed", ...nothing, completedOn };
  const until = completion ? untilOf(completion, need, course, judging) : "";
  if (completion && (until === "" || day <= until))
    return { state: until !== "" && until <= soon ? "ending" : "valid", until, completedOn, due: until };
  const begun = later(worker.from, need.from);
  const started = begun === "" ? "" : reckon.daysAfter(begun, need.graceDays);
  const cell = { until, completedOn, due: later(until, started) };
  if (worker.leaves.some((leave) => isWithin(day, leave))) return { ...cell, state: "leave", due: "" };
  if (day <= started) return { ...cell, state: "grace" };
  const back = worker.leaves.reduce(
    (last, leave) => (leave.until !== "" && leave.until < day ? later(last, leave.until) : last),
    "",
  );
  const again = back === "" ? "" : reckon.daysAfter(back, need.graceDays);
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
const counted: readonly CellState[] = ["valid", "ending", "late", "leave", "back"];

/** A cell of somebody, or all of theirs as one. */
export interface Counted {
  readonly state: CellState;
  /** The person is on leave that day. */
  readonly onLeave: boolean;
}

/** @param cells - Of one course; or of each person, where all of theirs count as one. */
export function standingOf(cells: readonly Counted[]): Standing {
  let [inDate, of, leave, grace, late] = [0, 0, 0, 0, 0];
  for (const cell of cells) {
    if (cell.state === "grace") grace += 1;
    if (!counted.includes(cell.state)) continue;
    of += 1;
    if (isInDate(cell)) inDate += 1;
    if (cell.state === "late") late += 1;
    if (cell.onLeave) leave += 1;
  }
  return { inDate, of, onLeave: leave, grace, late };
}

/** The worst first. */
export const byHarm: readonly CellState[] = [
  ...(["late", "leave", "back", "grace", "ending", "valid", "not-needed", "away"] as const),
];

/** All that is asked of one person as one: in date where all of it is, and as bad as the worst. */
export function worstOf(cells: readonly Pick<Cell, "state">[]): CellState {
  let worst = byHarm.indexOf("not-needed");
  for (const { state } of cells) worst = Math.min(worst, byHarm.indexOf(state));
  return byHarm[worst] ?? "not-needed";
}

/** "10 of 11, one of them on leave". */
export function standingWords({ inDate, of, onLeave }: Standing): string {
  const leave = onLeave === 0 ? "" : `, ${onLeave === 1 ? "one" : onLeave} of them on leave`;
  return `${inDate} of ${of}${leave}`;
}

/** Last days of the windows in which something runs out, the nearest first. */
export const windowsFrom = (day: string): string[] =>
  policy.trainingRunsOut.amounts.map((days) => daysAfter(day, days));

/**
 * In which of the windows a last day falls: 0 is the nearest; -1 for one that is over, has no end, or lies further off.
 *
 * @param windows - As `windowsFrom` gives them for that day.
 */
export const windowOf = (
  until: string,
  day: string,
  windows: readonly string[] = windowsFrom(day),
): number => (until === "" || until < day ? -1 : windows.findIndex((last) => until <= last));
