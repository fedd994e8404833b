import type { ActAnswer } from "#domain/api";
import type { RequestFacts, Step, StepKind } from "#domain/registers/requests/facts";
import { factsOf } from "#domain/registers/requests/fold";
import { limitsOf, noLimit } from "#domain/registers/requests/limits";
import { isEnded, type RequestState, stateOf } from "#domain/registers/requests/machine";
import { saveRow } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { type ClinicOfRequests, stepsOf, takenOf } from "./rows.ts";

/** Sets what a request's row says of itself from how it stands: state, limit, whom it waits for. */
export function settle(row: pb.Record, facts: RequestFacts, today: string): RequestState {
  const state = stateOf(facts, today);
  const limits = limitsOf(facts);
  const answered = facts.handed !== "" || isEnded(state);
  row.set("state", state);
  row.set("outcome", answered && !facts.withdrawn ? facts.outcome : "");
  row.set("limitOn", answered ? noLimit : limits.day);
  row.set("stands", answered ? "" : limits.stands);
  row.set("askedOf", answered ? "" : facts.opinionOf);
  row.set("recordRef", facts.recordRef);
  row.set("handler", facts.handler);
  if (isEnded(state) && row.getString("endedOn") === "") row.set("endedOn", today);
  return state;
}

/** Adds an entry to a request, settles its row, and saves both as one act. */
export function addStep(
  tx: pb.App,
  row: pb.Record,
  kind: StepKind,
  data: { readonly [field: string]: string },
  actor: Caller,
  { nation, today }: ClinicOfRequests,
): ActAnswer {
  const before = stepsOf(tx, row.id);
  const at = now();
  const step: Step = { kind, data, at, by: actor.id };
  const entry = newRecord(tx, "request_steps", {
    id: newId(),
    request: row.id,
    position: before.length + 1,
    kind,
    data,
    by: actor.id,
    at: stored(at),
  });
  saveFor(tx, entry, { user: actor.id });
  if (kind === "record") row.set("system", data.system ?? "");
  settle(row, factsOf(takenOf(row, nation), [...before, step], row.getString("handler")), today);
  return saveRow(tx, row, eventOf(kind), actor);
}

/** An act's word as an event holds it: "hand-over". */
export const eventOf = (kind: StepKind): string =>
  kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
