import type { OffsetAt } from "../../base/local-time.ts";
import { longDate, longMoment } from "../../base/local-words.ts";
import { gradeInWords, type NhsGrade } from "./nhs-grid.ts";
import type { IncidentReport, ReportBeforeChanges } from "./report.ts";
import {
  adviceWords,
  causeWords,
  icoDecisionWords,
  inWords,
  kindWords,
  nhsRouteWords,
  peopleDecisionWords,
  stateWords,
  trainedWords,
} from "./words.ts";

/** Facts that come of sending a report, not of the breach. */
export const factsOfSending: readonly string[] = ["Sent to the ICO", "Reference of the ICO"];

/** Questions whose answers say which report this is, not what happened. */
const questionsOfSending: readonly string[] = ["report_type", "case_reference"];

type Say = (what: string, words: string | null) => void;

/** A report as named facts in words, each once, in the order of the paper. What is empty is left out. */
export function reportFacts(
  report: ReportBeforeChanges,
  offsetAt: OffsetAt,
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
  say("Cause", inWords(causeWords, report.cause));
  sayTimes(report, offsetAt, say);
  sayDecisions(report, say);
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
  { times, questions, icoReference }: ReportBeforeChanges,
  offsetAt: OffsetAt,
  say: Say,
): void {
  const asked = new Set(questions.map(({ key }) => key));
  const at = (instant: string | null) => instant && longMoment(instant, offsetAt);
  if (!asked.has("occurred_at")) say("Happened from", at(times.occurredFrom));
  say("Happened until", at(times.occurredTo));
  if (!asked.has("discovered_at")) say("Detected", at(times.detectedAt));
  say("Aware", at(times.awareAt));
  say("Told internally", at(times.reportedInternallyAt));
  say("Contained", at(times.containedAt));
  say("Sent to the ICO", at(times.icoSentAt));
  say("Reference of the ICO", icoReference);
  say("Closed", at(times.closedAt));
}

function sayDecisions({ decisions, assessment }: ReportBeforeChanges, say: Say): void {
  const { tool, lead, controller } = decisions;
  say("Advice of the tool", inWords(adviceWords, tool));
  say("Advice of the lead", lead.advice && `${inWords(adviceWords, lead.advice)}. ${lead.reason}`);
  say("Decision of the controller", controller.ico && `${decisionInWords(controller)}. ${controller.reason}`);
  say("NHS grid", assessment.nhs && nhsInWords(assessment.nhs));
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
export const nhsInWords = (grade: NhsGrade): string =>
  `${inWords(nhsRouteWords, grade.route)}. ${gradeInWords(grade)}`;

/** "Tell the ICO; tell the people". */
export const decisionInWords = ({ ico, people }: { ico: string; people: string }): string =>
  [inWords(icoDecisionWords, ico), inWords(peopleDecisionWords, people)]
    .filter((word) => word !== "")
    .join("; ");

/** "Due Friday 6 November 2026; done, not verified yet". */
export function actionInWords({ due, done, verified }: IncidentReport["actions"][number]): string {
  const state = verified ? "done and verified" : done ? "done, not verified yet" : "open";
  return `Due ${longDate(due)}; ${state}`;
}
