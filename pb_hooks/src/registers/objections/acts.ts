import type { ActAnswer } from "#domain/api";
import { answerBy } from "#domain/registers/objections/answer-by";
import { type Answerers, whyNotAnswer } from "#domain/registers/objections/may-answer";
import type { ObjectionState } from "#domain/registers/objections/objection";
import { requireCleanData } from "../../acts/clean.ts";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { type Actor, saveAct } from "../../ledger/chain/register-hook.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
import { reads } from "../incidents/case-facts.ts";
import { actorIn } from "../incidents/incident.ts";
import { ownRowAt } from "./own-rows.ts";

type Said = Doing<"objections.make">["data"];

/** What people say about entries and rows of themselves, and what the lead answers. */
export const objectionActs: Handlers<"objections"> = {
  "objections.make": ({ tx, actor, data }): ActAnswer => {
    const { event = "", table = "", row = "", ...said } = data;
    const breach = subjectOf(tx, actor, data);
    requireOnce(tx, actor, { ...said, event, table, row });
    const objection = newRecord(tx, "objections", {
      ...{ ...said, event, table, row, breach },
      ...{ id: newId(), by: actor.id, at: stored(now()), version: 1 },
      limitOn: answerBy(clinicTime(tx).date(nowMs()), answersOf(tx)?.nation || "england"),
      state: "asked" satisfies ObjectionState,
    });
    saveAct(tx, objection, "object", actorOf(tx, breach, actor.id));
    return { id: objection.id, version: 1 };
  },

  "objections.answer": ({ tx, actor, id, version, data }): ActAnswer => {
    const objection = rowAt(tx, "objections", id, version);
    const breach = objection.getString("breach");
    if (breach !== "" && !reads(tx, actor, tx.findRecordById("breaches", breach)))
      throw new NotFoundError("There is no such row.");
    const refusal = whyNotAnswer(actor, objection.getString("by"), answerersIn(tx));
    if (refusal) throw new ForbiddenError(refusal);
    if (objection.getString("state") !== "asked") throw new ForbiddenError("This is answered already.");
    requireCleanData("objections.answer", data);
    const state: ObjectionState = data.agrees === "yes" ? "agreed" : "refused";
    const answer = { answer: data.answer, answeredBy: actor.id, answeredAt: stored(now()), state };
    for (const [field, value] of Object.entries({ ...answer, version: version + 1 }))
      objection.set(field, value);
    saveAct(tx, objection, data.agrees === "yes" ? "agree" : "refuse", actorOf(tx, breach, actor.id));
    return { id, version: version + 1 };
  },
};

/** Managers and leads who work here now. */
export function answerersIn(app: pb.App): Answerers {
  type Row = { id: string; role: string };
  const select = "SELECT id, role FROM users WHERE active = TRUE AND role IN ('manager', 'dpo') ORDER BY id";
  const all = objectsOf<Row>(app, ["id", "role"], select);
  return {
    managers: all.map(({ id }) => id),
    leads: all.filter(({ role }) => role === "dpo").map(({ id }) => id),
  };
}

/** Of what belongs to a case, the event names who may be named there. */
const actorOf = (tx: pb.App, breach: string, user: string): Actor =>
  breach === "" ? { user } : actorIn(tx.findRecordById("breaches", breach), user);

const unknown = "There is no such entry about you.";

/**
 * That it is about the person who says it, and shown to them: of anybody else's, and of what is withheld, the answer is the
 * same as of what there is not.
 *
 * @returns The case that it belongs to; '' for none.
 */
function subjectOf(tx: pb.App, actor: Caller, { what, event, table, row }: Said): string {
  if (what === "withheld") {
    if (event ?? table ?? row) refuse("data.what", "does-not-fit", "Of what is withheld no entry is named.");
    return "";
  }
  if ((event === undefined) === (table === undefined || row === undefined))
    refuse("data.event", "missing", "Say which entry it is.");
  if (event !== undefined) return caseOfEvent(tx, actor, event);
  const found = ownRowAt(tx, actor, table ?? "", row ?? "");
  if (!found) refuse("data.row", "unknown", unknown);
  return caseNamed(tx, String((table === "breaches" ? row : found.values.breach) ?? ""));
}

function caseOfEvent(tx: pb.App, { id: me, ...rest }: Caller, event: string): string {
  const select = `SELECT trace FROM events WHERE id = {:event} AND orderedBy = 0 AND user = {:me}
    AND trace NOT IN (SELECT value FROM json_each({:hidden}))`;
  const hidden = JSON.stringify(hiddenFrom(tx, { id: me, ...rest }));
  const [found] = rowsOf(tx, ["trace"], select, { event, me, hidden });
  if (!found) refuse("data.event", "unknown", unknown);
  return caseNamed(tx, String(found[0] ?? ""));
}

/** A trace may be of a document as well. */
const caseNamed = (tx: pb.App, id: string): string =>
  id !== "" && rowsOf(tx, ["id"], "SELECT id FROM breaches WHERE id = {:id}", { id }).length > 0 ? id : "";

/** One at a time of one thing: what waits is answered first. */
function requireOnce(
  tx: pb.App,
  { id: me }: Caller,
  { what, event, table, row }: { what: string; event: string; table: string; row: string },
): void {
  const select = `SELECT id FROM objections WHERE "by" = {:me} AND state = 'asked' AND what = {:what} AND event = {:event}
    AND "table" = {:table} AND row = {:row}`;
  if (rowsOf(tx, ["id"], select, { me, what, event, table, row }).length > 0)
    refuse("data.what", "asked", "You have said this already, and it waits for an answer.");
}
