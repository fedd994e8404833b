import { type DeskPart, type DeskRow, deskOf, deskParts } from "#domain/work/desk";
import { type Caller, caller } from "../base/caller.ts";
import { refuse } from "../base/refusal.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { namesIn } from "../people/names.ts";
import { rowsOfActions } from "../registers/actions/owed.ts";
import { casesFor, reads } from "../registers/incidents/case-facts.ts";
import { runningOutFor } from "../registers/incidents/clocks.ts";
import { rowsOfCases } from "../registers/incidents/owed.ts";
import { rowsOfReviews } from "../registers/reviews/owed.ts";
import { rowsOfMails } from "./mails-owed.ts";

const parts = Object.keys(deskParts) as readonly DeskPart[];

/**
 * `GET /desk?part&after`: all that runs or is owed, by nearest end, with who holds it; of cases, those that the reader
 * may read and no trace of others.
 */
export function desk(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const { part: asked = "", after = "" } = e.requestInfo().query;
  const part = asked === "" ? "" : parts.find((one) => one === asked);
  if (part === undefined) refuse("part", "invalid_value", "There is no such part of the desk.");
  if (after.length > 100) refuse("after", "invalid_value", "There is no such place on the desk.");
  const nowMs = Date.now();
  e.json(200, deskOf(rowsFor(e.app, person, nowMs), nowMs, part, after));
}

function rowsFor(app: pb.App, person: Caller, nowMs: number): DeskRow[] {
  const zone = clinicOf(app)?.getString("timeZone") ?? "UTC";
  const names = namesIn(app);
  const open = casesFor(app, person, "state != 'closed' && state != 'withdrawn'");
  const known = new Map(open.map(({ id }) => [id, true]));
  // An action or a mail may belong to a case that is closed.
  const readable = (id: string): boolean => {
    const already = known.get(id);
    if (already !== undefined) return already;
    const may = reads(app, person, app.findRecordById("breaches", id));
    known.set(id, may);
    return may;
  };
  return [
    ...rowsOfCases(app, open, runningOutFor(app, person, nowMs), nowMs, names),
    ...rowsOfActions(app, zone, readable, names),
    ...rowsOfMails(app, nowMs, readable, names),
    ...rowsOfReviews(app, zone, nowMs, names),
  ];
}
