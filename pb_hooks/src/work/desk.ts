import { type DeskPart, deskOf, deskParts } from "#domain/work/desk";
import { caller } from "../base/caller.ts";
import { reading } from "../base/once.ts";
import { refuse } from "../base/refusal.ts";
import { owedFor } from "./owed.ts";

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
  if (after.length > 160) refuse("after", "invalid_value", "There is no such place on the desk.");
  const nowMs = Date.now();
  const rows = reading(() => owedFor(e.app, person, nowMs));
  e.json(200, deskOf(rows, nowMs, part, after));
}
