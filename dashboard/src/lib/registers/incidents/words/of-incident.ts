import { careWords, harmWords, opinionWords, resultedWords } from "#domain/law/candour-facts";
import { notTellingWords } from "#domain/law/not-telling";
import { careNotices } from "#domain/law/notices";
import { type Question, questions } from "#domain/registers/incidents/assessment";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import { otherNotices } from "#domain/registers/incidents/notices-due";
import {
  adviceWords,
  causeWords,
  harmsInWords,
  icoDecisionWords,
  inWords,
  kindWords,
  peopleDecisionWords,
  stateWords,
  typeWords,
  verdictWords,
} from "#domain/registers/incidents/words";
import {
  type Around,
  asCount,
  asMoment,
  asPeople,
  asPerson,
  asText,
  asWords,
  partsOf,
  type RowKind,
} from "#lib/components/changed/difference.ts";
import { type Incident, incidentRow } from "#lib/registers/incidents/rows.ts";
import { regulator } from "#lib/state/regulator.svelte.ts";

const asked: Readonly<Record<string, Question>> = questions;
const letterParts: Readonly<Record<string, string>> = {
  happened: "the letter, what happened",
  consequences: "the letter, what it may mean",
  done: "the letter, what was done",
  advice: "the letter, what they can do",
};

/** What is graded 1 to 5; 0 is not graded. */
const asGrade = (value: number): string => (value === 0 ? "" : String(value));

function asAnswer(key: string, value: string | number | readonly string[]): string {
  const options = icoQuestions.find((one) => one.key === key)?.options ?? {};
  const words = { "not-known-yet": "not known yet", ...options };
  if (typeof value === "number") return value.toLocaleString("en-GB");
  if (typeof value === "string") return value in words ? inWords(words, value) : asText(value);
  return value.map((one) => inWords(words, one)).join(", ");
}

type Notice = Incident["otherNotices"][string];
const asNotice = ({ done, at, note }: Notice, around: Around): string =>
  [done ? `told ${at === "" ? "" : asMoment(at, around)}`.trim() : "not told", asText(note)]
    .filter(Boolean)
    .join(", ");

function asCare(care: Incident["care"]): string {
  if (care === null) return "not said";
  const lines = care.applies.map((id) => careNotices.find((one) => one.id === id)?.text ?? id);
  return [lines.join("; ") || "none of what it is told of", care.reason].join(": ");
}

function asCandour(candour: Incident["candour"], around: Around): string {
  if (candour === null) return "not said";
  const { care, resulted, harm, opinion, opinionAt, reason } = candour;
  return [
    inWords(careWords, care),
    inWords(resultedWords, resulted),
    inWords(harmWords, harm),
    inWords(opinionWords, opinion),
    opinionAt === "" ? "" : asMoment(opinionAt, around),
    reason,
  ]
    .filter(Boolean)
    .join("; ");
}

/** An incident of the register. */
export const ofIncident: RowKind<Incident> = {
  read: (current) => incidentRow.safeParse(current).data,
  columns: {
    state: ["the state", asWords(stateWords)],
    title: ["the title", asText],
    kind: ["the kind", asWords(kindWords)],
    types: ["the type", (types) => types.map((one) => inWords(typeWords, one)).join("; ")],
    occurredFrom: ["when it happened", asMoment],
    occurredTo: ["until when it happened", asMoment],
    detectedAt: ["when it was detected", asMoment],
    awareAt: ["when the clinic became aware", asMoment],
    reportedInternallyAt: ["when it was told internally", asMoment],
    triageVerdict: ["whether it is a breach", asWords(verdictWords)],
    triageReason: ["the reason of that decision", asText],
    senders: ["who sent or did it", asPeople],
    holder: ["who holds it", asPerson],
    deputy: ["the deputy of who holds it", asPerson],
    aloneBy: ["who goes on though it concerns them", asPerson],
    aloneReason: ["why nobody else decides", asText],
    answers: partsOf(
      (id) => asked[id]?.text ?? id,
      (id, value: string) => asked[id]?.answers[value] ?? value,
    ),
    leadAdvice: ["the lead’s advice", (value) => (value === "" ? "" : adviceWords(regulator.short)[value])],
    leadReason: ["the lead’s reason", asText],
    controllerIco: [
      "the controller’s decision about the regulator",
      (value) => (value === "" ? "" : icoDecisionWords(regulator.short)[value]),
    ],
    controllerPeople: ["the controller’s decision about the people", asWords(peopleDecisionWords)],
    controllerReason: ["the controller’s reason", asText],
    harms: ["the harm to be feared", (harms) => harmsInWords(harms, "")],
    harmsOther: ["which other harm", asText],
    notTelling: ["why the people are not told", asWords(notTellingWords)],
    publicHow: ["how they are told in public", asText],
    processorName: ["the processor", asText],
    processorToldAt: ["when the processor told us", asMoment],
    icoSentAt: ["when the regulator was told", asMoment],
    icoReference: ["the regulator’s reference", asText],
    delayReason: ["why the regulator was told late", asText],
    cause: ["the cause", asWords(causeWords)],
    causeOther: ["which other cause", asText],
    containedAt: ["when it was contained", asMoment],
    containedHow: ["how it was contained", asText],
    letter: partsOf(
      (part) => letterParts[part] ?? part,
      (_, value: string) => asText(value),
    ),
    peopleCount: ["the number of people", asCount],
    recordsCount: ["the number of records", asCount],
    otherNotices: partsOf(
      (id) => otherNotices.find((notice) => notice.id === id)?.text ?? id,
      (_, notice: Notice, around) => asNotice(notice, around),
    ),
    care: ["whether the regulator of care has to be told", (care) => asCare(care)],
    candour: ["what is known of harm", (candour, around) => asCandour(candour, around)],
    form: partsOf(
      (key) => icoQuestions.find((one) => one.key === key)?.text ?? key,
      (key, value: string | number | string[]) => asAnswer(key, value),
    ),
    nhsLikelihood: ["the NHS grid, how likely", asGrade],
    nhsImpact: ["the NHS grid, how grave", asGrade],
    closedReason: ["what was said at its end", asText],
  },
};
