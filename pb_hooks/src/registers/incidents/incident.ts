import type { ActAnswer } from "#domain/api";
import { type CaseFacts, type CaseRule, mayRead, whyNotInCase } from "#domain/registers/incidents/may-act-on";
import type { IncidentState } from "#domain/registers/incidents/state";
import { isFrom } from "#domain/registers/register";
import { Conflict } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { refuse } from "../../base/refusal.ts";
import { type Actor, saveAct } from "../../ledger/chain/register-hook.ts";
import { caseFactsOf } from "./case-facts.ts";
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
    : `It is ${state}: this can't be done now.`;

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

/** Saves what an act changed, one version on, as one event, and tells of it in the timeline. */
export function saveCase({ tx, breach, actor }: Case, action: string, line?: Omit<Line, "by">): ActAnswer {
  breach.set("version", breach.getInt("version") + 1);
  saveAct(tx, breach, action, actorIn(breach, actor.id));
  if (line) tell(tx, breach.id, { what: action, ...line, by: actor.id });
  return { id: breach.id, version: breach.getInt("version") };
}
