import type { DayAnswer } from "#domain/work/frame";
import { version } from "../../../package.json";
import { type Caller, caller } from "../base/caller.ts";
import { reading } from "../base/once.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { ownWords } from "../clinic/own-words.ts";
import { colleaguesOf } from "../people/colleagues-route.ts";
import { reviewDeskFor } from "../registers/reviews/desk-route.ts";
import { teamMessageFor } from "../registers/reviews/team-message.ts";
import { workOf } from "./my-work-route.ts";
import { todayFor } from "./today.ts";

/**
 * `GET /frame?day=1`: the reader's own row, the clinic, and what `GET /today` answers; with `day` what the first screen
 * shows beside it, so that it stands after one question.
 */
export function frame(e: pb.RequestEvent): void {
  const person = caller(e);
  const nowMs = Date.now();
  const own = e.app.findRecordById("users", person.id);
  own.ignoreEmailVisibility(true);
  const answer = reading(() => ({
    person: own.publicExport(),
    clinic: clinicOf(e.app)?.publicExport(),
    today: todayFor(e.app, person, nowMs),
    own: person.outside ? { people: [], texts: [] } : ownWords(e.app),
    release: version,
    day: e.requestInfo().query.day === "1" ? dayFor(e.app, person, nowMs) : null,
  }));
  e.json(200, answer);
}

/** `GET /day`: the first screen's own part, where the frame stands already. */
export function day(e: pb.RequestEvent): void {
  const person = caller(e);
  const answer = reading(() => dayFor(e.app, person, Date.now()));
  e.json(200, answer);
}

function dayFor(app: pb.App, person: Caller, nowMs: number): DayAnswer {
  return {
    work: workOf(app, person, nowMs),
    colleagues: person.outside ? [] : colleaguesOf(app),
    message: teamMessageFor(app, person),
    desk: person.role === "staff" ? null : reviewDeskFor(app, person, nowMs),
  };
}
