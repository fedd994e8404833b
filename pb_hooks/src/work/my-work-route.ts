import type { DeskRow } from "#domain/work/desk";
import { inDeskOrder } from "#domain/work/desk-order";
import type { DecideItem, MyWorkAnswer } from "#domain/work/my-work";
import { type Caller, caller } from "../base/caller.ts";
import { objectsOf } from "../base/database.ts";
import { once, reading } from "../base/once.ts";
import { iso } from "../base/time.ts";
import { registersInUse } from "../registers/index.ts";
import { owedFor } from "./owed.ts";

/** `GET /my-work`: what waits for the person who asks, from every register. */
export function myWork(e: pb.RequestEvent): void {
  const person = caller(e);
  const answer = reading(() => workOf(e.app, person, Date.now()));
  e.json(200, answer);
}

export function workOf(app: pb.App, person: Caller, nowMs: number): MyWorkAnswer {
  const owed = owedFor(app, person, nowMs);
  const mine = inDeskOrder(
    owed.filter((row) => row.mine),
    nowMs,
  );
  const clocks = owed.filter(({ kind }) => kind === "provisional" || kind === "ico");
  return {
    asOf: new Date(nowMs).toISOString(),
    decide: decisionsFor(app, person),
    owed: mine,
    reminders: remindersOf(app, person, clocks),
  };
}

/** What this person is asked to decide, from every register. */
export const decisionsFor = (app: pb.App, person: Caller): DecideItem[] =>
  once(`decisions ${person.id}`, () =>
    registersInUse(app).flatMap((one) => one.decides?.(app, person) ?? []),
  );

/** What was said to me about clocks that still run, the newest first. */
function remindersOf(app: pb.App, person: Caller, clocks: readonly DeskRow[]): MyWorkAnswer["reminders"] {
  type Row = { id: string; kind: string; subject: string; due: string; late: number; mail: string };
  const running = clocks.map(({ kind, breach }) => `${kind === "ico" ? "ico" : "triage"} ${breach}`);
  const rows = objectsOf<Row>(
    app,
    ["id", "kind", "subject", "due", "late", "mail"],
    `SELECT id, kind, subject, due, late, mail FROM reminders
     WHERE "to" = {:me} AND saidAt <> '' AND substr(kind, 1, instr(kind, '-') - 1) || ' ' || subject IN
       (SELECT value FROM json_each({:running})) ORDER BY due DESC LIMIT 100`,
    { me: person.id, running: JSON.stringify(running) },
  );
  return rows.map((row) => ({ ...row, due: iso(row.due), late: row.late === 1 }));
}
