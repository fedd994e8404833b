import { longDate } from "../../base/local-words.ts";
import { dataRegulatorOn, inFull } from "../../law/regulators.ts";
import { daysBetween } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";
import { answerOf } from "./answer-letter.ts";
import type { RequestFacts, Step } from "./facts.ts";
import type { RequestKind } from "./kinds.ts";
import { type Letter, last } from "./letter.ts";
import type { Limits } from "./limits.ts";
import { isPrompt } from "./month.ts";
import { rightsOf } from "./rights.ts";

/** Letters that a request can need. */
export const letterKinds = [
  "acknowledge",
  "progress",
  "which",
  "identity",
  "more",
  "fee",
  "answer",
  "lift",
] as const;
export type LetterKind = (typeof letterKinds)[number];
export const letterNames: Readonly<Record<LetterKind, string>> = {
  acknowledge: "Acknowledgement",
  progress: "How the complaint goes on",
  which: "Question which information is meant",
  identity: "Question who they are",
  more: "Notice of more time",
  fee: "Notice of a fee",
  answer: "Answer with rights",
  lift: "Before the restriction is lifted",
};

/** Of a day that is known. */
const day = (date: string): string => (date === "" ? "" : longDate(date));

/** What somebody did, as whoever it was reads it: "On 2 November 2026 you …". */
const askedWords: Readonly<Record<RequestKind, string>> = {
  access: "asked us for a copy of the record",
  "access-dead": "asked us for the record of a patient who has died",
  rectification: "asked us to correct something that we hold",
  erasure: "asked us to erase something that we hold",
  restriction: "asked us to restrict what something is used for",
  portability: "asked us for data to take along",
  objection: "objected to what we use data for",
  informed: "asked us what is done with the data",
  automated: "asked us about a decision made by a machine",
  complaint: "complained to us about how personal data are used",
};

/** Letters that fit the request as it stands. */
export function lettersOf(facts: RequestFacts, steps: readonly Step[]): LetterKind[] {
  const has = (kind: Step["kind"]) => last(steps, kind) !== undefined;
  return [
    ...(facts.kind === "complaint" ? (["acknowledge"] as const) : []),
    ...(facts.kind === "complaint" && has("progress") && facts.handed === "" ? (["progress"] as const) : []),
    ...(!facts.identity || has("identityAsked") ? (["identity"] as const) : []),
    ...(has("which") ? (["which"] as const) : []),
    ...(facts.more === "" ? [] : (["more"] as const)),
    ...(facts.fee === null ? [] : (["fee"] as const)),
    ...(facts.itemsDone || facts.decided !== null ? (["answer"] as const) : []),
    ...(facts.kind === "restriction" && facts.handed !== "" && facts.outcome !== "refused" && !facts.withdrawn
      ? (["lift"] as const)
      : []),
  ];
}

/** @param today - Civil date of the letter: by it the regulator is named. */
export function letterOf(
  kind: LetterKind,
  facts: RequestFacts,
  steps: readonly Step[],
  limits: Limits,
  today: string,
): Letter {
  const rights = rightsOf(today);
  const asked = `On ${day(facts.receivedOn)} you ${askedWords[facts.kind]}.`;
  const plain = { list: [], rights: [] };
  switch (kind) {
    case "acknowledge":
      return {
        ...plain,
        title: "We have your complaint",
        text: [
          `Your complaint about personal data reached us on ${day(facts.receivedOn)}.`,
          "We look into it without undue delay, tell you how it goes on, and tell you the outcome.",
          `You can go to the regulator for data protection at any time: ${inFull(dataRegulatorOn(today))}.`,
        ],
      };
    case "progress":
      return {
        ...plain,
        title: "How your complaint goes on",
        text: [
          `Your complaint about personal data reached us on ${day(facts.receivedOn)}.`,
          last(steps, "progress")?.data.note ?? "",
          "We go on without undue delay, and tell you the outcome.",
          `You can go to the regulator for data protection at any time: ${inFull(dataRegulatorOn(today))}.`,
        ],
      };
    case "identity":
      return {
        ...plain,
        title: "Who you are",
        text: [
          asked,
          facts.kind === "access-dead"
            ? "Before we can answer, we need to be sure who the patient was, and that you are somebody to whom the law gives the record."
            : "Health records are about the most private things there are, and we could not be sure that it is you who asks. Come by with a paper that shows your photograph, or let us call you back on the number that we have.",
          clockWaits(facts, today) ? "Our time to answer begins when we know." : "",
        ],
      };
    case "which":
      return {
        ...plain,
        title: "Which information you mean",
        text: [
          asked,
          `We hold a large amount of information about you, and need to know which of it you mean. ${last(steps, "which")?.data.asked ?? ""}`,
          "The days until your answer do not count towards our time. You need not answer: then we search as far as is reasonable.",
        ],
      };
    case "more":
      return {
        ...plain,
        title: "We need more time",
        text: [
          asked,
          `We can’t answer within a month, because ${
            last(steps, "more")?.data.ground === "number"
              ? "you made several requests"
              : "your request is complex"
          }. ${last(steps, "more")?.data.reason ?? ""}`,
          `You have our answer by ${day(limits.day)} at the latest.`,
        ],
        rights,
      };
    case "fee":
      return {
        ...plain,
        title: "A fee for your request",
        text: [
          asked,
          `We ask a fee of £${last(steps, "fee")?.data.pounds ?? ""}, for this reason: ${last(steps, "fee")?.data.reason ?? ""}`,
          "Our time to answer begins when it is paid.",
        ],
        rights,
      };
    case "answer":
      return answerOf(facts, steps, asked, today);
    case "lift":
      return {
        ...plain,
        title: "We are about to lift the restriction",
        text: [
          asked,
          "We have restricted it since. We tell you now, before we lift that: from then on it is used again as before.",
          "If you think that it should stay restricted, tell us, and say why.",
        ],
        rights,
      };
  }
}

/** Whether the time to answer waits for who they are: of a right, where they were asked at once. */
const clockWaits = ({ kind, receivedOn, identityAskedOn }: RequestFacts, today: string): boolean =>
  kind !== "complaint" &&
  (kind === "access-dead"
    ? daysBetween(receivedOn, identityAskedOn || today) < policy.deadAskWithin.amount
    : isPrompt(receivedOn, identityAskedOn || today));
