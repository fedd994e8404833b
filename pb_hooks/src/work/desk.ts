import { type DeskPart, deskOf, deskParts } from "#domain/work/desk";
import { caller } from "../base/caller.ts";
import { reading } from "../base/once.ts";
import { refuse } from "../base/refusal.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { namesIn } from "../people/names.ts";
import { registers } from "../registers/index.ts";
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
  const rows = reading(() => {
    const zone = clinicOf(e.app)?.getString("timeZone") ?? "UTC";
    const laying = { app: e.app, person, nowMs, zone, names: namesIn(e.app) };
    return [...registers.flatMap((one) => one.owed?.(laying) ?? []), ...rowsOfMails(laying)];
  });
  e.json(200, deskOf(rows, nowMs, part, after));
}
