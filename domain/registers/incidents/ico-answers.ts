import type { OffsetAt } from "../../base/local-time.ts";
import { longDate, longMoment } from "../../base/local-words.ts";
import { isRealInstant } from "../../ledger/check-event.ts";
import type { TrainedThen } from "../training/training.ts";
import { type IcoCondition, type IcoQuestion, notKnownYet } from "./ico-form.ts";
import { icoQuestions } from "./ico-questions.ts";
import type { IncidentReport } from "./report.ts";

/** An answer as it is kept: a text, one option, several options, or a number. */
export type IcoAnswer = string | number | readonly string[];

/** What the register knows that answers a question of the form by itself, until somebody writes another answer. */
export interface KnownFacts {
  readonly form: Readonly<Record<string, IcoAnswer>>;
  readonly text: string;
  readonly occurredFrom: string;
  readonly detectedAt: string;
  readonly peopleCount: number;
  readonly recordsCount: number;
  readonly containedHow: string;
  /** Kinds of harm to be feared, in words; '' where none is named. */
  readonly harms: string;
  /** Corrective actions that were not cancelled. */
  readonly actions: readonly CorrectiveAction[];
  readonly controllerPeople: string;
  readonly highRisk: boolean;
  readonly peopleTold: boolean;
  readonly othersTold: readonly string[];
  readonly othersAsked: boolean;
  readonly icoReference: string;
  readonly followUp: boolean;
  readonly delayReason: string;
  readonly late: boolean;
  readonly trained: readonly TrainedThen[];
  readonly clinicName: string;
  readonly registration: string;
  readonly sector: string;
  readonly address: string;
  readonly leadName: string;
  readonly leadEmail: string;
  /** Of the clinic's clocks. */
  readonly offsetAt: OffsetAt;
}

export interface CorrectiveAction {
  readonly text: string;
  /** Civil date. */
  readonly due: string;
  readonly done: boolean;
}

type Answered = IncidentReport["questions"][number];

/** The form's questions in their order, each with its answer or "not known yet" (Art 33(4)). */
export function icoAnswers(facts: KnownFacts): Answered[] {
  const derived = derivedAnswers(facts);
  const answerTo = (key: string): IcoAnswer | undefined => facts.form[key] ?? derived[key];
  const cyber = answerTo("cyber_incident") === "yes";
  const holds: Readonly<Record<IcoCondition, boolean>> = {
    "follow-up": facts.followUp,
    cyber,
    "systems-affected": cyber && answerTo("cia_affected") === "yes",
    late: facts.late,
    "others-told": answerTo("others_told") === "yes",
    "other-dpo": answerTo("dpo_same") === "other",
    "other-data": hasOther(answerTo("data_categories")),
    "other-people": hasOther(answerTo("subject_categories")),
  };
  return icoQuestions
    .filter(({ when }) => when === undefined || holds[when])
    .map((question) => answered(question, answerTo(question.key), facts));
}

/** "Other" says nothing without its words. */
const hasOther = (answer: IcoAnswer | undefined): boolean =>
  typeof answer === "object" && answer.includes("other");

function answered(
  { key, part, type, text: question, options = {} }: IcoQuestion,
  answer: IcoAnswer | undefined,
  { offsetAt }: KnownFacts,
): Answered {
  const known = answer !== undefined && isKnown(answer);
  const value: Answered["value"] = !known ? notKnownYet : typeof answer === "object" ? [...answer] : answer;
  const say = (one: string) => (type === "moment" ? longMoment(one, offsetAt) : (options[one] ?? one));
  const text = !known
    ? notKnownWords
    : typeof value === "object"
      ? value.map(say).join("; ")
      : say(String(value));
  const chosen: readonly unknown[] = typeof value === "object" ? value : [value];
  return {
    key,
    part,
    question,
    text,
    value,
    known,
    options: Object.entries(options).map(([id, words]) => ({ text: words, chosen: chosen.includes(id) })),
  };
}

const notKnownWords = "Not known yet";

/** Whether it says anything: neither empty nor "not known yet" alone. */
const isKnown = (answer: IcoAnswer): boolean =>
  typeof answer === "object"
    ? answer.some((one) => one !== notKnownYet)
    : answer !== notKnownYet && answer !== "";

function derivedAnswers(facts: KnownFacts): Record<string, IcoAnswer | undefined> {
  const number = (count: number) => (count < 0 ? undefined : count);
  return {
    report_type: facts.followUp ? "follow-up" : "initial",
    case_reference: facts.icoReference,
    what_happened: facts.text,
    occurred_at: facts.occurredFrom,
    discovered_at: facts.detectedAt,
    records_count: number(facts.recordsCount),
    subjects_count: number(facts.peopleCount),
    consequences: facts.harms,
    staff_trained_2y: trainedAnswer(facts.trained),
    delay_reason: facts.delayReason,
    actions_taken: facts.containedHow,
    prevention: facts.actions.map(preventionLine).join("\n"),
    subjects_told: toldAnswer(facts),
    others_told: facts.othersTold.length > 0 ? "yes" : facts.othersAsked ? "no" : undefined,
    others_told_who: facts.othersTold.join("\n"),
    controller: facts.clinicName,
    registration: facts.registration,
    sector: facts.sector,
    address: facts.address,
    reporter_name: facts.leadName,
    reporter_email: facts.leadEmail,
    dpo_same: facts.leadName === "" ? undefined : "same",
  };
}

/** "Turn off completion of addresses (by Friday 6 November 2026)". */
const preventionLine = ({ text, due, done }: CorrectiveAction): string =>
  `${text} (${done ? "done" : `by ${longDate(due)}`})`;

/** Of several people the worst holds: one who was not trained is a "no", one without a record is "don't know". */
export function trainedAnswer(trained: readonly TrainedThen[]): "yes" | "no" | "dont-know" | undefined {
  if (trained.length === 0) return undefined;
  if (trained.includes("no")) return "no";
  return trained.includes("no-record") ? "dont-know" : "yes";
}

function toldAnswer({ controllerPeople, peopleTold, highRisk }: KnownFacts): string {
  if (controllerPeople === "not") return "not-told";
  if (controllerPeople !== "tell") return "undecided";
  if (!peopleTold) return "will-tell";
  return highRisk ? "told-high-risk" : "told-anyway";
}

/** Why a value is no answer to a question of the form; undefined where it is one. */
export function answerProblem(
  question: IcoQuestion | undefined,
  value: IcoAnswer,
): "unknown-question" | "wrong-type" | undefined {
  if (!question) return "unknown-question";
  if (value === notKnownYet || value === "") return undefined;
  const options = question.options ?? {};
  const fits = {
    text: typeof value === "string",
    moment: typeof value === "string" && isRealInstant(value),
    choice: typeof value === "string" && Object.hasOwn(options, value),
    "yes-no": typeof value === "string" && Object.hasOwn(options, value),
    choices: typeof value === "object" && value.every((one) => Object.hasOwn(options, one)),
    count: typeof value === "number" && value >= 0,
  }[question.type];
  return fits ? undefined : "wrong-type";
}
