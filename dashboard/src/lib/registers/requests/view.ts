import type { RequestFacts, Step, StepKind } from "#domain/registers/requests/facts";
import { factsOf } from "#domain/registers/requests/fold";
import { type GateKey, hoursOpen, openGates } from "#domain/registers/requests/gates";
import { type Limits, limitsOf } from "#domain/registers/requests/limits";
import { isAnswered, isAsked, paths, type RequestState, stateOf } from "#domain/registers/requests/machine";
import type { RequestAnswer } from "#domain/registers/requests/request-row";

/** One request as its page shows it. */
export interface RequestView {
  readonly answer: RequestAnswer;
  readonly steps: readonly Step[];
  readonly facts: RequestFacts;
  readonly state: RequestState;
  readonly limits: Limits;
  readonly gates: readonly GateKey[];
  /** The path as a strip: what is done, what is asked now, what comes. */
  readonly strip: readonly { readonly key: RequestState; readonly is: "done" | "now" | "later" }[];
}

export function viewOf(answer: RequestAnswer, nowMs: number): RequestView {
  const { request, nation, today } = answer;
  const steps = answer.steps as readonly Step[];
  const { kind, requester, age, receivedOn, receivedAt, doubt, recordRef } = request;
  const taken = { kind, requester, age, nation, receivedOn, receivedAt, recordRef, doubt: doubt === "yes" };
  const facts = factsOf(taken, steps, request.handler);
  const state = stateOf(facts, today);
  const path = paths[kind].filter((one) => isAsked(one, facts));
  const now = state === "which" ? "search" : state;
  const done = facts.handed !== "";
  return {
    answer,
    steps,
    facts,
    state,
    limits: limitsOf(facts),
    gates: done || facts.withdrawn ? [] : openGates(facts, today, nowMs),
    strip: [
      ...path.map((key) => ({
        key,
        is:
          key === now
            ? ("now" as const)
            : isAnswered(key, facts, today)
              ? ("done" as const)
              : ("later" as const),
      })),
      { key: "hand-over", is: done ? "done" : state === "hand-over" ? "now" : "later" },
    ],
  };
}

/** Beside the question: what may be entered at any time. */
export const besideOf: readonly StepKind[] = [
  "record",
  "progress",
  "lift",
  "more",
  "fee",
  "feePaid",
  "assign",
  "back",
  "withdraw",
];

/** Whether one of these has something to be said of as the request stands. */
export function isOffered(kind: StepKind, { facts, limits }: RequestView, nowMs: number): boolean {
  if (kind === "lift") return hoursOpen(facts, nowMs);
  if (kind === "more") return limits.month !== undefined && facts.more === "";
  if (kind === "fee") return limits.month !== undefined && facts.fee === null;
  if (kind === "feePaid") return facts.fee !== null && facts.fee.paidOn === "";
  return true;
}
