import { isRealDay } from "#domain/base/civil-date";
import { policy } from "#domain/policy";
import {
  matrixPage,
  type TrainingAnswer,
  type TrainingState,
  trainingStates,
} from "#domain/registers/training/answer";
import { isInDate, standingOf, windowOf, windowsFrom, worstOf } from "#domain/registers/training/compliance";
import { type Caller, caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { requireTraining } from "./in-use.ts";
import { type PersonStands, stands, trainingFacts } from "./standing.ts";
import { targetNow } from "./targets.ts";

/**
 * `GET /training?on&state&course&after`: people and courses on a day, and how all of them stand. Staff are shown their own
 * line and no sum of others.
 */
export function matrix(e: pb.RequestEvent): void {
  const person = caller(e);
  requireTraining(e.app);
  if (person.outside) throw new ForbiddenError("You are here for one case alone.");
  const { on = "", state = "", course = "", after = "" } = e.requestInfo().query;
  const today = clinicTime(e.app).date(nowMs());
  if (on !== "" && !isRealDay(on)) refuse("on", "invalid_format", "There is no such day.");
  if (state !== "" && !trainingStates.includes(state as TrainingState))
    refuse("state", "invalid_value", "Ask for one of the states that the page offers.");
  e.json(
    200,
    answerOf(e.app, person, { on: on || today, today, state: state as TrainingState | "", course, after }),
  );
}

interface Asked {
  readonly on: string;
  readonly today: string;
  readonly state: TrainingState | "";
  readonly course: string;
  readonly after: string;
}

function answerOf(app: pb.App, reader: Caller, { on, today, state, course, after }: Asked): TrainingAnswer {
  const own = reader.role === "staff";
  const facts = trainingFacts(app, on, own ? reader.id : "");
  const { courses } = facts;
  const all = stands(facts);
  // Of others staff are told no sum, either.
  const summed = own ? [] : all;
  const windows = windowsFrom(on);
  const shown = all.filter(fits({ on, state, windows, at: courses.findIndex(({ id }) => id === course) }));
  const from = after === "" ? 0 : shown.findIndex(({ person }) => person.id === after) + 1;
  const page = shown.slice(from, from + matrixPage);
  const last = page[page.length - 1];
  return {
    on,
    today,
    courses: courses.map(({ id, key, name }, i) => ({
      id,
      key,
      name,
      ...standingOf(summed.map(({ cells, onLeave }) => ({ state: cells[i]?.state ?? "away", onLeave }))),
      runsOut: runningOut(summed, i, on, windows),
    })),
    all: standingOf(summed.map(({ cells, onLeave }) => ({ state: worstOf(cells), onLeave }))),
    people: page.map(({ person: { id, name }, onLeave, cells }) => ({
      id,
      name,
      onLeave,
      cells: [...cells],
    })),
    shown: shown.length,
    next: from + page.length < shown.length && last ? last.person.id : null,
    target: own ? null : targetNow(app),
  };
}

/** How many of one course end within each of the windows. */
function runningOut(
  all: readonly PersonStands[],
  at: number,
  on: string,
  windows: readonly string[],
): number[] {
  const counts = windows.map(() => 0);
  for (const { cells } of all) {
    const window = windowOf(cells[at]?.until ?? "", on, windows);
    if (window >= 0) counts[window] = (counts[window] ?? 0) + 1;
  }
  return counts;
}

interface Wanted {
  readonly on: string;
  readonly state: TrainingState | "";
  readonly windows: readonly string[];
  /** Place of the course that is asked for; -1 of any. */
  readonly at: number;
}

/** Whether somebody is among those that are asked for. */
function fits({ on, state, windows, at }: Wanted): (one: PersonStands) => boolean {
  const most = policy.trainingRunsOut.amounts.findIndex((days) => state === `ends-${days}`);
  return ({ cells, onLeave }) => {
    if (state === "" && at === -1) return true;
    const some = at === -1 ? cells : cells.slice(at, at + 1);
    if (state === "") return some.some((cell) => cell.state !== "not-needed");
    if (state === "leave") return onLeave;
    if (state === "in-date") return some.some(isInDate) && !some.some((cell) => cell.state === "late");
    if (state === "late" || state === "grace") return some.some((cell) => cell.state === state);
    return some.some((cell) => {
      const window = isInDate(cell) ? windowOf(cell.until, on, windows) : -1;
      return window >= 0 && window <= most;
    });
  };
}
