import type { OffsetAt } from "../../base/local-time.ts";
import { longDate, longMoment } from "../../base/local-words.ts";
import { exemptions, notTellingWords } from "../../law/not-telling.ts";
import { sourceLine } from "../../law/rule.ts";
import { type LawThen, regulatorOf } from "./law/then.ts";
import { gradeInWords, type NhsGrade } from "./nhs-grid.ts";
import type { IncidentReport, ReportBeforeChanges } from "./report.ts";
import {
  adviceWords,
  causeInWords,
  harmsInWords,
  icoDecisionWords,
  inWords,
  kindWords,
  nhsRouteWords,
  peopleDecisionWords,
  stateWords,
  trainedWords,
} from "./words.ts";

/** Facts that come of sending a report, not of the breach. */
export const factsOfSending = (short: string): readonly string[] => [sentTo(short), referenceOf(short)];
const sentTo = (short: string): string => `Sent to the ${short}`;
const referenceOf = (short: string): string => `Reference of the ${short}`;

/** Questions whose answers say which report this is, not what happened. */
const questionsOfSending: readonly string[] = ["report_type", "case_reference"];

type Say = (what: string, words: string | null) => void;

/**
 * A report as named facts in words, each once, in the order of the paper. What is empty is left out.
 *
 * @param short - What the regulator is called in them: two versions that are compared take the later one's.
 */
export function reportFacts(
  report: ReportBeforeChanges,
  offsetAt: OffsetAt,
  short = regulatorOf(report).short,
): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {};
  const say: Say = (what, words) => {
    if (words === null || words === "") return;
    let name = what;
    for (let n = 2; name in facts; n += 1) name = `${what} (${n})`;
    facts[name] = words;
  };
  for (const answer of report.questions) {
    if (!questionsOfSending.includes(answer.key)) say(answer.question, answer.text);
  }
  say("Title", report.title);
  say("State", inWords(stateWords, report.state));
  say("What it is", inWords(kindWords, report.kind));
  say("Type", report.types.join(", "));
  say("Cause", causeInWords(report));
  sayTimes(report, offsetAt, short, say);
  sayDecisions(report, short, say);
  sayLaw(report, say);
  for (const { question, answer } of report.assessment.answers) say(`Assessment: ${question}`, answer);
  sayPeople(report, say);
  for (const action of report.actions) say(`Action: ${action.text}`, actionInWords(action));
  for (const { text, done, at, note } of report.otherNotices) {
    if (done) say(text, ["Done", at && longMoment(at, offsetAt), note].filter(Boolean).join(". "));
  }
  for (const { sha256, mime, size } of report.evidence) say(`Evidence ${sha256}`, `${mime}, ${size} bytes`);
  for (const { at, kind, text } of report.timeline) {
    // The other kinds tell of an act, whose outcome stands above.
    if (kind === "entry" || kind === "told" || kind === "addendum")
      say(`Timeline, ${longMoment(at, offsetAt)}`, text);
  }
  say("How it ended", report.ending);
  return facts;
}

function sayTimes(
  { times, questions, icoReference, processor }: ReportBeforeChanges,
  offsetAt: OffsetAt,
  short: string,
  say: Say,
): void {
  const asked = new Set(questions.map(({ key }) => key));
  const at = (instant: string | null) => instant && longMoment(instant, offsetAt);
  if (!asked.has("occurred_at")) say("Happened from", at(times.occurredFrom));
  say("Happened until", at(times.occurredTo));
  if (!asked.has("discovered_at")) say("Detected", at(times.detectedAt));
  say("Aware", at(times.awareAt));
  if (processor)
    say(
      "Processor",
      [processor.name, processor.toldAt && `told us ${at(processor.toldAt)}`].filter(Boolean).join(", "),
    );
  say("Told internally", at(times.reportedInternallyAt));
  say("Contained", at(times.containedAt));
  say(sentTo(short), at(times.icoSentAt));
  say(referenceOf(short), icoReference);
  say("Closed", at(times.closedAt));
}

function sayDecisions({ decisions, assessment }: ReportBeforeChanges, short: string, say: Say): void {
  const { tool, lead, controller } = decisions;
  say("Advice of the tool", inWords(adviceWords(short), tool));
  say("Advice of the lead", lead.advice && `${inWords(adviceWords(short), lead.advice)}. ${lead.reason}`);
  say(
    "Decision of the controller",
    controller.ico && `${decisionInWords(controller, short)}. ${controller.reason}`,
  );
  for (const [what, words] of weighedInWords(controller)) say(what, words);
  say("NHS grid", assessment.nhs && nhsInWords(assessment.nhs, short));
}

type Weighed = Pick<
  IncidentReport["decisions"]["controller"],
  "harms" | "harmsOther" | "ground" | "publicHow"
>;

/** What the decision about the people weighed, as named words; nothing of a version of before it was asked. */
export const weighedInWords = ({
  harms = [],
  harmsOther = "",
  ground = "",
  publicHow = "",
}: Weighed): readonly (readonly [what: string, words: string])[] =>
  [
    ["Harm to be feared", harmsInWords(harms, harmsOther)] as const,
    ["Why the people are not told", groundInWords(ground)] as const,
    ["How they are told in public", publicHow] as const,
  ].filter(([, words]) => words !== "");

/** A ground with its place in the law; what is only to be checked is said so. */
function groundInWords(ground: string): string {
  const rule = exemptions.find(({ id }) => id === ground);
  return rule ? `${rule.text}. ${sourceLine(rule)}` : inWords(notTellingWords, ground);
}

function sayLaw({ law }: ReportBeforeChanges, say: Say): void {
  if (law === undefined) return;
  say("Regulator of care to be told", careInWords(law));
  say("Duty of candour", `${candourInWords(law)} ${law.candour.why}`);
  for (const { what, words } of law.candour.said) say(`Candour: ${what.toLowerCase()}`, words);
}

/** "Yes: abuse of a patient …"; "Not said yet". */
export function careInWords({ care, careRegulator }: LawThen): string {
  if (careRegulator === "none") return "Registered with nobody";
  if (care === null) return "Not said yet";
  const applies = care.lines.filter((line) => line.applies);
  return applies.length === 0 ? "No" : `Yes: ${applies.map(({ text }) => text).join("; ")}`;
}

/** Whether the duty binds and is met, in a sentence. */
export function candourInWords({ candour }: LawThen): string {
  if (candour.binds === "no") return "Does not bind.";
  if (candour.binds === "asks") return "Not known yet.";
  const met = {
    yes: "It is met.",
    no: "It is not met.",
    "not-known-yet": "Whether it is met is not known yet.",
  };
  const binds = { law: "Binds in law.", policy: "Policy, not law.", check: "Check before use." };
  return `${binds[candour.binds]} ${met[candour.met]}`;
}

function sayPeople({ people, accounts, staff, questions }: ReportBeforeChanges, say: Say): void {
  const asked = new Set(questions.map(({ key }) => key));
  if (!asked.has("records_count") && people.records !== null) say("Records", String(people.records));
  if (!asked.has("subjects_count") && people.affected !== null) say("People", String(people.affected));
  say("People told", `${people.told} of ${people.toBeTold} to be told`);
  say("Accounts confirmed", `${accounts.confirmed} of ${accounts.all}`);
  for (const { label, lastCompletedOn, trainedWithinTwoYears } of staff) {
    const last = lastCompletedOn ? `, last on ${longDate(lastCompletedOn)}` : "";
    say(`Training: ${label}`, `${trainedWords[trainedWithinTwoYears]}${last}`);
  }
}

/** "Told to the ICO. Likelihood 3, likely; impact 2, …". */
export const nhsInWords = (grade: NhsGrade, short: string): string =>
  `${inWords(nhsRouteWords(short), grade.route)}. ${gradeInWords(grade)}`;

/** "Tell the ICO; tell the people". */
export const decisionInWords = ({ ico, people }: { ico: string; people: string }, short: string): string =>
  [inWords(icoDecisionWords(short), ico), inWords(peopleDecisionWords, people)]
    .filter((word) => word !== "")
    .join("; ");

/** "Due Friday 6 November 2026; done, not verified yet". */
export function actionInWords({ due, done, verified }: IncidentReport["actions"][number]): string {
  const state = verified ? "done and verified" : done ? "done, not verified yet" : "open";
  return `Due ${longDate(due)}; ${state}`;
}
