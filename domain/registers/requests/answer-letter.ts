import { longDate } from "../../base/local-words.ts";
import type { Nation } from "../../law/four-answers.ts";
import { deadRecordsSince } from "./dead.ts";
import type { Outcome, RequestFacts, Step } from "./facts.ts";
import { type Ground, type GroundKey, grounds, lawOfGround } from "./grounds.ts";
import { deadAct, isAboutPapers, type Requester } from "./kinds.ts";
import { type Letter, last } from "./letter.ts";
import { rightsOf, rightsOfDead } from "./rights.ts";
import type { DecideGround } from "./words.ts";

/** Why something was decided so, as whoever asked reads it; '' where the outcome has said it. */
const groundSentences: Readonly<Record<DecideGround, string>> = {
  done: "",
  "opinion-noted":
    "What a health professional thought at the time stays as it was written. Your own note stands beside it.",
  "care-records":
    "Clinical notes are needed for care, and we have a duty to keep them (UK GDPR, Article 17(3)).",
  claims: "It is needed for legal claims (UK GDPR, Article 17(3)(e)).",
  accurate: "We looked, and the fact is right as it stands.",
  compelling:
    "We weighed your reasons, and there are compelling grounds that outweigh them (UK GDPR, Article 21(1)).",
  marketing:
    "Direct marketing to you has stopped; nothing was weighed against your word (UK GDPR, Article 21(2) and (3)).",
  "not-machine": "Here no decision about you is made by a machine alone (UK GDPR, Articles 22A to 22D).",
  excessive: "What you ask for is manifestly unfounded or excessive (UK GDPR, Article 12(5)).",
  upheld: "",
  "not-upheld": "",
  other: "",
};

/** What became of it, in a sentence. */
const outcomeSentences: Readonly<Record<"right" | "complaint", Readonly<Record<Outcome, string>>>> = {
  right: {
    whole: "We have done what you asked.",
    part: "We have done part of what you asked.",
    refused: "We have decided not to do what you asked.",
  },
  complaint: {
    whole: "You are right with your complaint.",
    part: "You are right with part of your complaint.",
    refused: "We do not agree with your complaint.",
  },
};

/** The answer with its reasons, and with what whoever does not agree can do (UK GDPR Arts 12(4) and 15). */
export function answerOf(facts: RequestFacts, steps: readonly Step[], asked: string, today: string): Letter {
  const rights = facts.kind === "access-dead" ? rightsOfDead(facts.nation) : rightsOf(today);
  return {
    ...(isAboutPapers(facts.kind) ? ofPapers(facts, steps, asked) : decided(facts, steps, asked)),
    rights,
  };
}

type Unsigned = Omit<Letter, "rights">;

function decided({ kind, outcome }: RequestFacts, steps: readonly Step[], asked: string): Unsigned {
  const said = last(steps, "decide")?.data;
  const told = last(steps, "recipients")?.data.told ?? "";
  const complaint = kind === "complaint";
  return {
    title: complaint ? "The outcome of your complaint" : "Our answer",
    text: [
      asked,
      outcomeSentences[complaint ? "complaint" : "right"][outcome],
      `${groundSentences[(said?.ground ?? "other") as DecideGround]} ${said?.reason ?? ""}`.trim(),
      told === "" ? "" : `Others who had the data: ${told}`,
      kind === "restriction" && outcome !== "refused" ? "We tell you before the restriction is lifted." : "",
    ].filter((text) => text !== ""),
    list: [],
  };
}

function ofPapers(facts: RequestFacts, steps: readonly Step[], asked: string): Unsigned {
  const kept = facts.items.filter(({ fate }) => fate !== "given");
  const none = facts.searched?.papers === 0;
  const dead = facts.kind === "access-dead";
  return {
    title: facts.outcome === "refused" ? "We can’t give you what you asked for" : "What you asked for",
    text: [
      asked,
      none
        ? "We searched, and found nothing that we hold."
        : last(steps, "handOver")?.data.how === "together"
          ? "You looked at it here, together with one of us, and took no copy."
          : whatComes(facts),
      ...(dead
        ? [`The ${deadAct(facts.nation)} reaches back to ${dateOnly(deadRecordsSince(facts.nation))}.`]
        : none
          ? []
          : whatFor(facts.requester)),
    ].filter((text) => text !== ""),
    list: kept.map(
      ({ what, fate, ground }) =>
        `${what}: ${fate === "black" ? "words blacked out" : "held back"}${ground === "" ? "" : groundIn(ground, facts.nation)}`,
    ),
  };
}

/** How much of it comes; a claimant is given no more than bears on the claim. */
function whatComes({ kind, requester, outcome }: RequestFacts): string {
  const whole =
    kind === "portability"
      ? "You get it as a file that another program can read."
      : kind !== "access-dead"
        ? "You get all of it."
        : requester === "claimant"
          ? "You get what may be relevant to the claim: the rest of the record stays here."
          : "You get the whole record, not only what bears on a claim.";
  if (outcome === "whole") return whole;
  if (outcome === "refused") return "None of it can be given, for the reasons below.";
  const part =
    kind === "access-dead" && requester === "claimant"
      ? "You get what may be relevant to the claim"
      : "You get it";
  return `${part}, but for what is listed below, with the reason for each.`;
}

/** What UK GDPR Art 15(1) has told beside the copy; of whose record, by who asks. */
function whatFor(requester: Requester): readonly string[] {
  const said =
    "You can ask us to correct something in it, to erase it, or to restrict its use, and you can object to a use.";
  const others =
    "Others are given it for care, where whoever it is about agreed, or where the law asks for it; ask us, and we tell you to whom.";
  if (requester === "worker")
    return [
      `We use it because you work or worked here, and keep it as long as the law and our list of periods ask. It came from you, and from those with whom you work. ${others}`,
      said,
    ];
  if (requester === "enquirer")
    return [
      `We use it to answer you, and keep it no longer than our list of periods says. It came from you. ${others}`,
      said,
    ];
  const [to, came] =
    requester === "patient"
      ? ["to treat you", "you, from those who treated you, and from those who referred you"]
      : [
          "to treat the patient",
          "the patient, from those who treated them, and from those who referred them",
        ];
  return [
    `These records are used ${to}, and kept as long as the law on records asks. They came from ${came}. ${others}`,
    said,
  ];
}

/** A ground as a letter says it. */
function groundIn(key: GroundKey, nation: Nation): string {
  const { name, silent }: Ground = grounds[key];
  return silent
    ? ", on a ground of law that we may not name"
    : `, ${name} (${inLetter(lawOfGround(key, nation))})`;
}

/** Where something is written, for somebody who reads no law: "Data Protection Act 2018, Schedule 2, paragraph 19". */
export const inLetter = (law: string): string =>
  law
    .replace("DPA 2018", "Data Protection Act 2018")
    .replace(/ Sch (\d+)/, ", Schedule $1")
    .replace(/ (para)(s?) /, ", $1graph$2 ")
    .replace(/ s\.(\d)/, ", section $1");

/** "1 November 1991". */
const dateOnly = (day: string): string => longDate(day).replace(/^\S+ /, "");
