import { type HeldAnswer, nothingByWhy, unclassed } from "#domain/work/held";
import { heldBeside, nothingBeside } from "#domain/work/held-beside";
import { caller } from "../base/caller.ts";
import { registers } from "../registers/index.ts";
import { countHeld, schemaOf } from "./held-count.ts";
import { tablesOfCases } from "./held-hidden.ts";

/**
 * `GET /held-about-patients`: every field of the database that can hold anything about a patient, of every register, in use
 * or not, with how much of it is there; those that hold nothing, by reason; and any that nobody has classed.
 */
export function held(e: pb.RequestEvent): void {
  caller(e, ["manager", "dpo", "auditor"]);
  const ofCases = tablesOfCases(e.app);
  const fields = [...registers.flatMap(({ about = [] }) => about), ...heldBeside];
  const nothing = [...registers.flatMap((one) => (one.nothing ? [one.nothing] : [])), nothingBeside];
  const answer: HeldAnswer = {
    held: fields.map((field) => ({
      what: field.what,
      where: field.where,
      form: field.form,
      why: field.why,
      kept: field.kept,
      columns: [...field.columns],
      ...(field.tells ? { tells: field.tells } : {}),
      ...countHeld(e.app, field, ofCases),
    })),
    nothing: [...nothingByWhy(nothing)].map(([why, columns]) => ({ why, columns })),
    unclassed: unclassed(schemaOf(e.app), fields, nothing),
  };
  e.json(200, answer);
}
