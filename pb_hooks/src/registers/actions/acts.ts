import { isRealDay } from "#domain/base/civil-date";
import { closedWithWords, type OnAction } from "#domain/registers/actions/acts";
import { whyNotOnAction } from "#domain/registers/actions/may-act-on";
import { addsToCase } from "#domain/registers/incidents/acts";
import { type ActionFacts, dueProblem } from "#domain/work/actions";
import { requireCleanData } from "../../acts/clean.ts";
import type { ActsOf, Doing } from "../../acts/doing.ts";
import { Conflict } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { msIn } from "../../base/instants.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { iso, stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { type Actor, saveAct } from "../../ledger/chain/register-hook.ts";
import { reads } from "../incidents/case-facts.ts";
import { actorIn, caseAt } from "../incidents/incident.ts";
import { tell } from "../incidents/timeline.ts";

/** Corrective actions of all registers: owner, due, done, verified by somebody else. */
export const actionActs: ActsOf<"actions.add" | "actions.done" | "actions.verify" | "actions.cancel"> = {
  "actions.add": ({ tx, actor, data }) => {
    const ofCase = data.register === "breaches";
    const one = ofCase ? caseAt({ tx, actor, id: data.subject, version: 0 }, addsToCase) : undefined;
    if (!one) requireRow(tx, data.register, data.subject);
    requireOwner(tx, data.owner, one?.facts.about ?? "");
    if (!isRealDay(data.due)) refuse("data.due", "invalid_format", "There is no such day.");
    const { date } = clinicTime(tx);
    const problem = dueProblem(data.due, date(nowMs()), one ? date(begunOf(one.breach)) : "");
    if (problem) refuse("data.due", problem, dueSentences[problem]);
    const action = newRecord(tx, "actions", {
      ...data,
      id: newId(),
      breach: one?.breach.id ?? "",
      by: actor.id,
      at: stored(now()),
      version: 1,
    });
    saveAct(tx, action, "add", one ? actorIn(one.breach, actor.id) : { user: actor.id });
    if (one) tell(tx, one.breach.id, { kind: "system", what: "addAction", text: data.text, by: actor.id });
    return { id: action.id, version: 1 };
  },

  "actions.done": (doing) =>
    changed(doing, "actions.done", (action, now) => {
      if (closedWithWords.includes(action.getString("register")) && (doing.data.note ?? "") === "")
        refuse("data.note", "missing", "Say in a sentence what was done.");
      action.set("doneAt", now);
      action.set("doneBy", doing.actor.id);
      action.set("doneNote", doing.data.note ?? "");
    }),

  "actions.verify": (doing) =>
    changed(doing, "actions.verify", (action, now) => {
      action.set("verifiedAt", now);
      action.set("verifiedBy", doing.actor.id);
    }),

  "actions.cancel": (doing) =>
    changed(doing, "actions.cancel", (action, now) => {
      action.set("cancelledAt", now);
      action.set("cancelledReason", doing.data.reason);
    }),
};

const dueSentences = {
  "too-early": "This day lies too far back.",
  "too-late": "This day is more than two years ahead.",
} as const;

/** When an incident began, as far as it is known. */
const begunOf = (breach: pb.Record): number =>
  Math.min(
    ...(["occurredFrom", "detectedAt", "noticedAt"] as const).map((at) => msIn(breach, at) ?? nowMs()),
  );

function changed(
  { tx, actor, id, version, data }: Doing<OnAction>,
  act: OnAction,
  change: (action: pb.Record, now: string) => void,
) {
  const { action, by } = actionAt(tx, actor, id);
  if (action.getInt("version") !== version) throw new Conflict(action, version);
  const refusal = whyNotOnAction(actor, act, factsOf(action));
  if (refusal) throw new ForbiddenError(refusal);
  requireCleanData(act, data);
  change(action, stored(now()));
  action.set("version", version + 1);
  saveAct(tx, action, act.slice("actions.".length), by);
  return { id, version: version + 1 };
}

/** An action that this person may know of, and who stands behind the event of what is done to it. */
function actionAt(tx: pb.App, actor: Caller, id: string): { action: pb.Record; by: Actor } {
  const [action] = tx.findRecordsByFilter("actions", "id = {:id}", "", 1, 0, { id });
  const breach = action?.getString("breach")
    ? tx.findRecordById("breaches", action.getString("breach"))
    : undefined;
  const owns = action?.getString("owner") === actor.id;
  const known = breach ? owns || reads(tx, actor, breach) : owns || actor.role !== "staff";
  if (!action || !known) throw new NotFoundError("There is no such action.");
  return { action, by: breach ? actorIn(breach, actor.id) : { user: actor.id } };
}

function factsOf(action: pb.Record): ActionFacts {
  const text = (field: string) => iso(action.getString(field));
  return {
    owner: text("owner"),
    due: text("due"),
    doneAt: text("doneAt"),
    doneBy: text("doneBy"),
    verifiedAt: text("verifiedAt"),
    cancelledAt: text("cancelledAt"),
  };
}

function requireOwner(tx: pb.App, id: string, about: string): void {
  const filter = "id = {:id} && active = true && role != 'auditor'";
  const here = id !== about && tx.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 1;
  if (!here) refuse("data.owner", "unknown", "Choose somebody who works here now.");
}

function requireRow(tx: pb.App, register: string, id: string): void {
  try {
    tx.findRecordById(register, id);
  } catch {
    refuse("data.subject", "unknown", "There is no such row.");
  }
}
