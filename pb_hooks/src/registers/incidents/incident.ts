import type { ActAnswer } from "#domain/api";
import { type CaseFacts, type CaseRule, mayRead, whyNotInCase } from "#domain/registers/incidents/may-act-on";
import { corrected } from "#domain/registers/incidents/moved-times";
import type { IncidentState } from "#domain/registers/incidents/state";
import { isFrom } from "#domain/registers/register";
import { Conflict } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { refuse } from "../../base/refusal.ts";
import { type Actor, saveMoving } from "../../ledger/chain/register-hook.ts";
import { caseFactsOf } from "./case-facts.ts";
import { lacksDelay } from "./delay.ts";
import { lacksWhy, movedIn, tellMoved } from "./moved.ts";
import { type Line, tell } from "./timeline.ts";

/** An incident that somebody acts on. */
export interface Case {
  readonly tx: pb.App;
  readonly breach: pb.Record;
  readonly actor: Caller;
  readonly facts: CaseFacts;
  /** The version of it that the actor saw. */
  readonly seen: number;
}

/**
 * The incident that an act is about. Who may not read it is told that there is none, before anything else is compared.
 *
 * @throws {NotFoundError} {ForbiddenError} {Conflict} {BadRequestError} In this order.
 */
export function caseAt(
  { tx, actor, id, version }: { tx: pb.App; actor: Caller; id: string; version: number },
  rule: CaseRule,
): Case {
  const breach = readableAt(tx, actor, id);
  const facts = caseFactsOf(tx, breach);
  const refusal = whyNotInCase(actor, rule.need, facts);
  if (refusal) throw new ForbiddenError(refusal);
  if (!rule.adds && breach.getInt("version") !== version) throw new Conflict(breach, version);
  if (!isFrom(rule, stateOf(breach))) refuse("id", "wrong-state", stateSentence(stateOf(breach)));
  return { tx, breach, actor, facts, seen: version };
}

const stateSentence = (state: IncidentState): string =>
  state === "closed"
    ? "This one is closed: addenda only, or reopen it."
    : `It is ${state}: this can’t be done now.`;

/** @throws {NotFoundError} If there is none that this person may read. */
export function readableAt(app: pb.App, person: Caller, id: string): pb.Record {
  let breach: pb.Record | undefined;
  try {
    breach = app.findRecordById("breaches", id);
  } catch {
    breach = undefined;
  }
  if (!breach || !mayRead(person, caseFactsOf(app, breach)))
    throw new NotFoundError("There is no such incident.");
  return breach;
}

export const stateOf = (breach: pb.Record): IncidentState => breach.getString("state") as IncidentState;

/** Who stands behind an event of a case: of a confidential one nobody is named, its row and timeline know. */
export function actorIn(breach: pb.Record, user: string): Actor {
  const trace = breach.id;
  return breach.getBool("confidential") ? { user: "", behind: user, trace } : { user, trace };
}

/**
 * Saves what an act changed, one version on, as one event, and tells of it in the timeline. Whatever act it is, a known
 * time moves only with a reason, and a notice that comes out late has the reason of its delay.
 *
 * @param why - Why a known time moves, where the act asks for it.
 * @throws {BadRequestError} If one of these reasons is missing.
 */
export function saveCase(
  { tx, breach, actor }: Case,
  action: string,
  line?: Omit<Line, "by">,
  why?: string,
): ActAnswer {
  const moved = movedIn(breach);
  requireReasons({ "data.reason": lacksWhy(moved, why), "data.delayReason": lacksDelay(breach) });
  const delay = breach.getString("delayReason");
  const toldOfDelay = delay !== "" && delay !== breach.original().getString("delayReason");
  breach.set("version", breach.getInt("version") + 1);
  saveMoving(tx, breach, action, actorIn(breach, actor.id), moved);
  if (line) tell(tx, breach.id, { what: action, ...line, by: actor.id });
  tellMoved(tx, breach, moved, actor.id);
  if (why !== undefined && corrected(moved).length > 0 && line?.text !== why)
    tell(tx, breach.id, { kind: "system", what: "why", text: why, by: actor.id });
  if (toldOfDelay) tell(tx, breach.id, { kind: "system", what: "delay", text: delay, by: actor.id });
  return { id: breach.id, version: breach.getInt("version") };
}

/** @throws {BadRequestError} With each field of which a sentence says that its reason is missing. */
export function requireReasons(lacking: { readonly [field: string]: string | undefined }): void {
  const told: { [field: string]: ValidationError } = {};
  for (const [field, says] of Object.entries(lacking))
    if (says !== undefined) told[field] = new ValidationError("missing", says);
  if (Object.keys(told).length > 0) throw new BadRequestError("Look at the fields named here.", told);
}
