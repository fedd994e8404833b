import { isRealDay } from "#domain/base/civil-date";
import { policy } from "#domain/policy";
import {
  matrixPage,
  type TrainingAnswer,
  type TrainingState,
  trainingStates,
} from "#domain/registers/training/answer";
import { isInDate, standingOf, windowOf, worstOf } from "#domain/registers/training/compliance";
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
  const shown = all.filter((one) =>
    fits(
      one,
      courses.findIndex(({ id }) => id === course),
      state,
      on,
    ),
  );
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
      ...standingOf(
        own ? [] : all.map(({ cells, onLeave }) => ({ state: cells[i]?.state ?? "away", onLeave })),
      ),
      runsOut: windows(own ? [] : all.map(({ cells }) => cells[i]?.until ?? ""), on),
    })),
    all: standingOf(own ? [] : all.map(({ cells, onLeave }) => ({ state: worstOf(cells), onLeave }))),
    people: page.map(({ person, onLeave, cells }) => ({
      id: person.id,
      name: person.name,
      onLeave,
      cells: [...cells],
    })),
    shown: shown.length,
    next: from + page.length < shown.length && last ? last.person.id : null,
    target: own ? null : targetNow(app),
  };
}

const windows = (ends: readonly string[], on: string): number[] =>
  policy.trainingRunsOut.amounts.map((_, i) => ends.filter((until) => windowOf(until, on) === i).length);

/** @param at - Place of the course that is asked for; -1 of any. */
function fits({ cells, onLeave }: PersonStands, at: number, state: TrainingState | "", on: string): boolean {
  if (state === "" && at === -1) return true;
  const some = at === -1 ? cells : cells.slice(at, at + 1);
  if (state === "") return some.some((cell) => cell.state !== "not-needed");
  if (state === "leave") return onLeave;
  if (state === "in-date") return some.some(isInDate) && !some.some((cell) => cell.state === "late");
  if (state === "late" || state === "grace") return some.some((cell) => cell.state === state);
  const most = policy.trainingRunsOut.amounts.findIndex((days) => state === `ends-${days}`);
  return some.some(
    (cell) => isInDate(cell) && windowOf(cell.until, on) >= 0 && windowOf(cell.until, on) <= most,
  );
}
