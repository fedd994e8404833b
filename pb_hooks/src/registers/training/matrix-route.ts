import { isRealDay } from "#domain/base/civil-date";
import { policy } from "#domain/policy";
import {
  matrixPage,
  type TrainingAnswer,
  type TrainingState,
  trainingStates,
} from "#domain/registers/training/answer";
import { standingOf } from "#domain/registers/training/compliance";
import { letterOf } from "#domain/registers/training/states-text";
import { type Caller, caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { reading } from "../../base/once.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { requireOn } from "../in-use.ts";
import { takePaper } from "../listing/take-paper.ts";
import { linesOn, sumsOn } from "./kept-standing.ts";
import type { PersonLine } from "./reckoned.ts";
import { targetNow } from "./targets.ts";

/**
 * `GET /training?on&state&course&after&format`: people and courses on a day, and how all of them stand. Staff are shown
 * their own line and no sum of others. For a file that the browser makes of it, it is an export.
 */
export function matrix(e: pb.RequestEvent): void {
  const person = caller(e);
  requireOn(e.app, "training");
  if (person.outside) throw new ForbiddenError("You are here for one case alone.");
  const { on = "", state = "", course = "", after = "", format = "" } = e.requestInfo().query;
  const today = clinicTime(e.app).date(nowMs());
  if (on !== "" && !isRealDay(on)) refuse("on", "invalid_format", "There is no such day.");
  if (state !== "" && !trainingStates.includes(state as TrainingState))
    refuse("state", "invalid_value", "Ask for one of the states that the page offers.");
  if (format !== "" && format !== "paper")
    refuse("format", "invalid_value", "The matrix is JSON, or what a paper is made of.");
  if (format === "paper" && after === "") takePaper(e.app, person, "completions");
  const asked = { on: on || today, today, state: state as TrainingState | "", course, after };
  const answer = reading(() => answerOf(e.app, person, asked));
  e.response.header().set("Content-Type", "application/json");
  e.response.write(toBytes(answer));
}

interface Asked {
  readonly on: string;
  readonly today: string;
  readonly state: TrainingState | "";
  readonly course: string;
  readonly after: string;
}

/** JSON: the lines are kept as texts, which the engine neither reads nor writes anew. */
function answerOf(app: pb.App, reader: Caller, { on, today, state, course, after }: Asked): string {
  const own = reader.role === "staff";
  const user = own ? reader.id : "";
  const { courses, all } = sumsOn(app, on, user);
  const at = courses.findIndex(({ id }) => id === course);
  const shown = linesOn(app, on, user).filter(fits({ state, at }));
  const from = after === "" ? 0 : shown.findIndex(({ id }) => id === after) + 1;
  const page = shown.slice(from, from + matrixPage);
  const last = page[page.length - 1];
  const rest: Omit<TrainingAnswer, "people"> = {
    on,
    today,
    // Of others staff are told no sum, and of themselves they see the line.
    courses: own ? courses.map((one) => ({ ...one, ...none, runsOut: one.runsOut.map(() => 0) })) : courses,
    all: own ? none : all,
    shown: shown.length,
    next: from + page.length < shown.length && last ? last.id : null,
    target: own ? null : targetNow(app),
  };
  return `${JSON.stringify(rest).slice(0, -1)},"people":[${page.map(({ shown }) => shown).join(",")}]}`;
}

const none = standingOf([]);

interface Wanted {
  readonly state: TrainingState | "";
  /** Place of the course that is asked for; -1 of any. */
  readonly at: number;
}

/** Whether somebody is among those that are asked for. */
function fits({ state, at }: Wanted): (one: PersonLine) => boolean {
  const most = policy.trainingRunsOut.amounts.findIndex((days) => state === `ends-${days}`);
  const [late, unneeded, ...inDate] = (["late", "not-needed", "valid", "ending"] as const).map(letterOf);
  const isIn = (states: string) => inDate.some((letter) => states.includes(letter));
  return ({ states, windows, onLeave }) => {
    if (state === "" && at === -1) return true;
    const some = at === -1 ? states : states.charAt(at);
    if (state === "") return some !== unneeded;
    if (state === "leave") return onLeave;
    if (state === "in-date") return isIn(some) && !some.includes(late as string);
    if (state === "late" || state === "grace") return some.includes(letterOf(state));
    const runsOut = at === -1 ? windows : windows.charAt(at);
    return policy.trainingRunsOut.amounts.some(
      (_, window) => window <= most && runsOut.includes(String(window)),
    );
  };
}
