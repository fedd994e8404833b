import { whyNotOnAction } from "#domain/registers/actions/may-act-on";
import { type ActionFacts, actionState } from "#domain/work/actions";
import type { DecideItem, MyWorkAnswer } from "#domain/work/my-work";
import { type Caller, caller } from "../base/caller.ts";
import { objectsOf } from "../base/database.ts";
import { once, reading } from "../base/once.ts";
import { iso } from "../base/time.ts";
import { offsetMs } from "../base/time-zone.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { readableCases } from "../registers/incidents/case-facts.ts";
import { registers } from "../registers/index.ts";

/** `GET /my-work`: what waits for the person who asks, from every register. */
export function myWork(e: pb.RequestEvent): void {
  const person = caller(e);
  const answer = reading(() => workOf(e.app, person, Date.now()));
  e.json(200, answer);
}

export function workOf(app: pb.App, person: Caller, nowMs: number): MyWorkAnswer {
  return {
    asOf: new Date(nowMs).toISOString(),
    decide: decisionsFor(app, person),
    actions: actionsFor(app, person, nowMs),
    reminders: remindersOf(app, person),
  };
}

/** What this person is asked to decide, from every register. */
export const decisionsFor = (app: pb.App, person: Caller): DecideItem[] =>
  once(`decisions ${person.id}`, () => registers.flatMap((one) => one.decides?.(app, person) ?? []));

function actionsFor(app: pb.App, person: Caller, nowMs: number): MyWorkAnswer["actions"] {
  const zone = clinicOf(app)?.getString("timeZone") ?? "UTC";
  const today = new Date(nowMs + offsetMs(zone, nowMs)).toISOString().slice(0, 10);
  const open = "cancelledAt = '' && verifiedAt = ''";
  const readable = readableCases(app, person);
  return app
    .findRecordsByFilter("actions", open, "due,id", 0, 0)
    .flatMap((action): MyWorkAnswer["actions"] => {
      const text = (field: string) => action.getString(field);
      const facts: ActionFacts = {
        owner: text("owner"),
        due: text("due"),
        doneAt: iso(text("doneAt")),
        doneBy: text("doneBy"),
        verifiedAt: "",
        cancelledAt: "",
      };
      const mine = facts.owner === person.id && facts.doneAt === "";
      const verify =
        (text("breach") === "" || readable(text("breach"))) &&
        !whyNotOnAction(person, "actions.verify", facts);
      if (!mine && !verify) return [];
      const row = {
        id: action.id,
        text: text("text"),
        due: facts.due,
        register: text("register"),
        subject: text("subject"),
      };
      const state = actionState(facts, today);
      return [{ ...row, state, what: mine ? "do" : "verify", version: action.getInt("version") }];
    });
}

/** What was said to me about clocks that still wait, the newest first. */
function remindersOf(app: pb.App, person: Caller): MyWorkAnswer["reminders"] {
  type Row = { id: string; kind: string; subject: string; due: string; late: number; mail: string };
  const rows = objectsOf<Row>(
    app,
    ["id", "kind", "subject", "due", "late", "mail"],
    `SELECT r.id AS id, r.kind AS kind, r.subject AS subject, r.due AS due, r.late AS late, r.mail AS mail
     FROM reminders r JOIN breaches b ON b.id = r.subject
     WHERE r."to" = {:me} AND r.saidAt <> '' AND ((r.kind LIKE 'triage-%' AND b.state = 'reported')
       OR (r.kind LIKE 'ico-%' AND b.state = 'breach' AND b.icoSentAt = ''))
     ORDER BY r.due DESC LIMIT 100`,
    { me: person.id },
  );
  return rows.map((row) => ({ ...row, due: iso(row.due), late: row.late === 1 }));
}
