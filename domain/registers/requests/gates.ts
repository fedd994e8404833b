import { policy } from "../../policy.ts";
import type { Question, RequestFacts } from "./facts.ts";
import { isAboutPapers } from "./kinds.ts";
import { openQuestions } from "./machine.ts";
import { pausedSince } from "./pauses.ts";

/** What keeps an answer from going out. */
export type GateKey = Question | "which" | "record" | "fee" | "hours";

export const gateWords: Readonly<Record<GateKey, string>> = {
  identity: "Who they are",
  authority: "Authority to ask for somebody else",
  acknowledge: "Acknowledgement",
  search: "Places searched",
  which: "Which information is meant",
  opinion: "Health professional’s opinion",
  items: "Items about other people, and what is blacked out",
  decide: "What is done, and why",
  recipients: "Others who had the data are told",
  approve: "Answer and letter approved",
  record: "Which record it is",
  fee: "Fee paid",
  hours: "48 hours",
};

/** When an answer may go out by the clinic’s own floor: an instant. */
export const readyFrom = (receivedAt: string): number =>
  Date.parse(receivedAt) + policy.requestReadyAfter.amount * 3_600_000;

/** Whether 48 hours are waited for at all: of papers, until they are over or somebody lifted them with a word. */
export const hoursOpen = (facts: RequestFacts, nowMs: number): boolean =>
  isAboutPapers(facts.kind) && facts.lifted === null && nowMs < readyFrom(facts.receivedAt);

const ofPatients: readonly string[] = ["worker", "enquirer"];

/**
 * Every gate that is open at this moment, whatever was said before: an authority that ran out and an opinion that grew
 * old are open again. While there is one, nothing is handed over.
 *
 * @param today - Civil date at the clinic.
 */
export function openGates(facts: RequestFacts, today: string, nowMs: number): GateKey[] {
  const waits = pausedSince(facts.pauses) !== "";
  return [
    ...openQuestions(facts, today).flatMap((one): GateKey[] =>
      one === "search" && waits ? ["which"] : [one],
    ),
    ...(isAboutPapers(facts.kind) && !ofPatients.includes(facts.requester) && facts.recordRef === ""
      ? (["record"] as const)
      : []),
    ...(facts.fee !== null && facts.fee.paidOn === "" ? (["fee"] as const) : []),
    ...(hoursOpen(facts, nowMs) ? (["hours"] as const) : []),
  ];
}
