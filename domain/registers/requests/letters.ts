import { longDate } from "../../base/local-words.ts";
import type { Nation } from "../../law/four-answers.ts";
import { dataRegulatorOn, inFull } from "../../law/regulators.ts";
import { deadRecordsSince, partsFor } from "./dead.ts";
import type { RequestFacts, Step } from "./facts.ts";
import { type Ground, type GroundKey, grounds, lawOfGround } from "./grounds.ts";
import { isAboutPapers, kindWords } from "./kinds.ts";
import type { Limits } from "./limits.ts";
import { rightsOf, rightsOfDead } from "./rights.ts";
import { type DecideGround, decideGrounds } from "./words.ts";

/** Letters that a request can need. */
export const letterKinds = ["acknowledge", "progress", "which", "identity", "more", "fee", "answer"] as const;
export type LetterKind = (typeof letterKinds)[number];
export const letterNames: Readonly<Record<LetterKind, string>> = {
  acknowledge: "Acknowledgement",
  progress: "How the complaint goes on",
  which: "Question which information is meant",
  identity: "Question who they are",
  more: "Notice of more time",
  fee: "Notice of a fee",
  answer: "Answer with rights",
};

/** A letter as paragraphs; `list` is set as one below the text, `rights` after it. */
export interface Letter {
  readonly title: string;
  readonly text: readonly string[];
  readonly list: readonly string[];
  readonly rights: readonly string[];
}

const last = (steps: readonly Step[], kind: Step["kind"]) =>
  steps.filter((step) => step.kind === kind).at(-1);
const day = (date: string): string => (date === "" ? "" : longDate(date));

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
  const asked = `You asked us on ${day(facts.receivedOn)}: ${kindWords[facts.kind].toLowerCase()}.`;
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
          "Health records are about the most private things there are, and we could not be sure that it is you who asks. Come by with a paper that shows your photograph, or let us call you back on the number that we have.",
          "Our time to answer begins when we know.",
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
  }
}

/** A ground as a letter says it. */
function groundIn(key: GroundKey, nation: Nation): string {
  const { name, silent }: Ground = grounds[key];
  return silent ? ", on a ground of law that we may not name" : `, ${name} (${lawOfGround(key, nation)})`;
}

function answerOf(facts: RequestFacts, steps: readonly Step[], asked: string, today: string): Letter {
  const dead = facts.kind === "access-dead";
  const ends = dead ? rightsOfDead(facts.nation) : rightsOf(today);
  if (!isAboutPapers(facts.kind)) {
    const said = last(steps, "decide")?.data;
    return {
      title: facts.kind === "complaint" ? "The outcome of your complaint" : "Our answer",
      text: [
        asked,
        {
          whole: facts.kind === "complaint" ? "Your complaint is right." : "We have done what you asked.",
          part: "We have done part of what you asked.",
          refused:
            facts.kind === "complaint"
              ? "We do not agree with your complaint."
              : "We do not do what you asked.",
        }[facts.outcome],
        `${decideGrounds[(said?.ground ?? "other") as DecideGround] ?? ""}. ${said?.reason ?? ""}`.trim(),
        ...(last(steps, "recipients")
          ? [`Others who had the data: ${last(steps, "recipients")?.data.told ?? ""}`]
          : []),
        ...(facts.kind === "restriction" && facts.outcome !== "refused"
          ? ["We tell you before the restriction is lifted."]
          : []),
      ],
      list: [],
      rights: ends,
    };
  }
  const kept = facts.items.filter(({ fate }) => fate !== "given");
  return {
    title: facts.outcome === "refused" ? "We can’t give you what you asked for" : "What you asked for",
    text: [
      asked,
      facts.outcome === "whole"
        ? "You get all of it."
        : facts.outcome === "part"
          ? "You get it, but for what is listed below, with the reason for each."
          : "None of it can be given, for the reasons below.",
      ...(dead
        ? [
            `The ${facts.nation === "northern-ireland" ? "Order" : "Act"} reaches back to ${day(deadRecordsSince(facts.nation))}.`,
            ...partsFor(facts.requester, facts.nation)
              .slice(0, 1)
              .map((one) => `${one}.`),
          ]
        : [
            "We use these records to treat you, and keep them as long as the law on records asks. They came from you, from those who treated you, and from those who referred you. You can ask us to correct them, to restrict their use, or object to it.",
          ]),
    ],
    list: kept.map(
      ({ what, fate, ground }) =>
        `${what}: ${fate === "black" ? "words blacked out" : "held back"}${ground === "" ? "" : groundIn(ground, facts.nation)}`,
    ),
    rights: ends,
  };
}
