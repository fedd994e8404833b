import { daysAfter, monthsAfter } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";
import type { Question, RequestFacts, StepKind } from "./facts.ts";
import type { RequestKind } from "./kinds.ts";
import { pausedSince } from "./pauses.ts";
import { asksAuthority } from "./who.ts";

/** Where a request stands: an open one at the question that is asked next. */
export const requestStates = [
  "identity",
  "authority",
  "acknowledge",
  "search",
  "which",
  "opinion",
  "items",
  "decide",
  "recipients",
  "approve",
  "hand-over",
  "restricted",
  "told",
  "answered",
  "part",
  "refused",
  "withdrawn",
] as const;
export type RequestState = (typeof requestStates)[number];

export const endStates = [
  "answered",
  "part",
  "refused",
  "withdrawn",
] as const satisfies readonly RequestState[];
export const isEnded = (state: RequestState): boolean => (endStates as readonly string[]).includes(state);
export const openStates = requestStates.filter((state) => !isEnded(state));

const ofPapers: readonly Question[] = ["identity", "authority", "search", "opinion", "items", "approve"];
const ofRight: readonly Question[] = ["identity", "authority", "decide", "approve"];
/** Of what is changed or closed, others who had the data are told (Art 19). */
const ofChange: readonly Question[] = ["identity", "authority", "decide", "recipients", "approve"];

/** The questions of each kind in their order; some are not asked of each request (`isAsked`). */
export const paths: Readonly<Record<RequestKind, readonly Question[]>> = {
  access: ofPapers,
  "access-dead": ofPapers,
  portability: ["identity", "authority", "search", "items", "approve"],
  rectification: ofChange,
  erasure: ofChange,
  restriction: ofChange,
  objection: ofRight,
  informed: ofRight,
  automated: ofRight,
  complaint: ["acknowledge", "identity", "authority", "decide", "approve"],
};

/** Whether a question of the path is asked of this request at all. */
export function isAsked(question: Question, facts: RequestFacts): boolean {
  if (question === "authority") return asksAuthority(facts.requester, facts.age);
  if (question === "recipients") return facts.decided !== null && facts.decided !== "refused";
  return true;
}

/** Whether it is answered so that it holds on this day. @param today - Civil date at the clinic. */
export function isAnswered(question: Question, facts: RequestFacts, today: string): boolean {
  switch (question) {
    case "identity":
      return facts.identity;
    case "authority":
      return facts.authority !== null && (facts.authority.until === "" || facts.authority.until >= today);
    case "acknowledge":
      return facts.acknowledged !== "";
    case "search":
      return facts.searched !== null && pausedSince(facts.pauses) === "";
    case "opinion":
      return facts.opinion !== null && opinionHolds(facts.opinion, today);
    case "items":
      return facts.itemsDone;
    case "decide":
      return facts.decided !== null;
    case "recipients":
      return facts.recipients;
    case "approve":
      return facts.approved;
  }
}

/** Six months that end on the day on which it is relied on. */
export const opinionHolds = (
  { answer, givenOn }: { readonly answer: string; readonly givenOn: string },
  today: string,
): boolean => answer === "not-needed" || today <= opinionUntil(givenOn);
export function opinionUntil(givenOn: string): string {
  const same = monthsAfter(givenOn, policy.opinionCounts.amount);
  // The day that is relied on is within the months, and so is the day that the opinion was given.
  return same.slice(8) === givenOn.slice(8) ? daysAfter(same, -1) : same;
}

/** The open questions of this request, in their order. */
export const openQuestions = (facts: RequestFacts, today: string): Question[] =>
  paths[facts.kind].filter((one) => isAsked(one, facts) && !isAnswered(one, facts, today));

/** Where it stands on this day. */
export function stateOf(facts: RequestFacts, today: string): RequestState {
  if (facts.withdrawn) return "withdrawn";
  if (facts.handed !== "") return afterAnswer(facts);
  const [next] = openQuestions(facts, today);
  if (next === undefined) return "hand-over";
  return next === "search" && pausedSince(facts.pauses) !== "" ? "which" : next;
}

function afterAnswer(facts: RequestFacts): RequestState {
  if (facts.kind === "restriction" && facts.decided !== "refused" && !facts.restrictionEnded)
    return facts.toldBeforeLift ? "told" : "restricted";
  const outcome = facts.decided ?? facts.outcome;
  return outcome === "whole" ? "answered" : outcome;
}

/** What each state asks: the entries that answer it, the likeliest first. */
export const answersOf: Readonly<Partial<Record<RequestState, readonly StepKind[]>>> = {
  identity: ["identity", "identityAsked"],
  authority: ["authority"],
  acknowledge: ["acknowledge"],
  search: ["search", "which"],
  which: ["whichAnswered"],
  opinion: ["opinionAsked", "opinion", "opinionNotNeeded"],
  items: ["itemsDone", "item"],
  decide: ["decide"],
  recipients: ["recipients"],
  approve: ["approve"],
  "hand-over": ["handOver"],
  restricted: ["tellLift"],
  told: ["endRestriction"],
};

/** Said in every state that waits for an answer; none of them answers a question. */
const beside: readonly StepKind[] = ["record", "assign", "progress", "lift", "more", "fee", "feePaid"];
const beforeAnswer = openStates.filter((state) => state !== "restricted" && state !== "told");

/** In which states each entry may be made: the acts' rules and the machine's edges come from here. */
export const statesFor = (kind: StepKind): readonly RequestState[] => {
  if (kind === "withdraw" || kind === "back") return beforeAnswer;
  if (kind === "assign" || kind === "progress") return openStates;
  if (beside.includes(kind)) return beforeAnswer;
  return openStates.filter((state) => answersOf[state]?.includes(kind));
};

/** One way of the machine: in this state, by this entry, to that state. */
export interface Edge {
  readonly from: RequestState;
  readonly by: StepKind;
  readonly to: RequestState;
}
