import type { OffsetAt } from "#domain/base/local-time";
import { longDate, longMoment, shortMoment } from "#domain/base/local-words";
import { inFull } from "#domain/law/regulators";
import { icoParts } from "#domain/registers/incidents/ico-form";
import { type LawThen, regulatorOf } from "#domain/registers/incidents/law/then";
import { notReadYet, screenedInWords } from "#domain/registers/incidents/reading";
import type { IncidentReport } from "#domain/registers/incidents/report";
import {
  actionInWords,
  candourInWords,
  careInWords,
  decisionInWords,
  nhsInWords,
  weighedInWords,
} from "#domain/registers/incidents/report-facts";
import {
  adviceWords,
  causeInWords,
  entryKindWords,
  incidentName,
  inWords,
  kindWords,
  lineWords,
  stateWords,
  trainedWords,
  typeWords,
  verdictWords,
} from "#domain/registers/incidents/words";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { Block, Paper } from "../paper.ts";

const unknown = "Not known yet";
const undecided = "Not decided yet";
/** What is known only once it is frozen. */
const atFreezing = "When it is frozen";

type RuleThen = NonNullable<LawThen["candour"]["rule"]>;
type Row = readonly [name: string, words: string];

const section = (text: string): Block => ({ is: "heading", level: 2, text });
const part = (text: string): Block => ({ is: "heading", level: 3, text });
const facts = (rows: readonly Row[]): Block => ({ is: "facts", rows });
const says = (text: string): Block => ({ is: "paragraph", text });
const whenSaid = (name: string, words: string): Row[] => (words === "" ? [] : [[name, words]]);

/**
 * A version of a breach report as a paper: the regulator's questions in its order, then what stands behind them.
 *
 * @param hash - SHA-256 of the snapshot's canonical JSON, in hex; '' of a draft, which is read before it is frozen.
 */
export function breachPaper(report: IncidentReport, hash: string): Paper {
  const name = incidentName(report.number);
  const offsetAt = offsetIn(report.clinic.timeZone);
  const screened = hash === "" ? notReadYet : screenedInWords(report.read, offsetAt);
  return {
    title: `${name}: ${report.title}`,
    subject: `Breach report, version ${report.version}`,
    author: report.clinic.name,
    madeAtMs: Date.parse(report.madeAt),
    foot: [
      `${report.clinic.name} \u00b7 ${name}, version ${report.version}`,
      `SHA-256 of the report's JSON: ${hash}`,
      screened,
    ],
    blocks: [
      ...front(report, { hash, screened }, offsetAt),
      ...changes(report, offsetAt),
      ...times(report, offsetAt),
      ...answers(report),
      ...decisions(report, offsetAt),
      ...law(report, offsetAt),
      ...people(report),
      ...timeline(report, offsetAt),
      ...remedy(report, offsetAt),
      ...evidence(report, offsetAt),
    ],
  };
}

function front(
  report: IncidentReport,
  { hash, screened }: { readonly hash: string; readonly screened: string },
  offsetAt: OffsetAt,
): Block[] {
  const isDraft = hash === "";
  const { clinic, questions, version } = report;
  const known = questions.filter((answer) => answer.known).length;
  const types = report.types.map((type) => inWords(typeWords, type));
  return [
    says(
      `Breach report, version ${version}. ${known} of ${questions.length} questions answered, ${questions.length - known} not known yet. ${screened}`,
    ),
    facts([
      ["Clinic", clinic.name],
      [clinic.leadTitle, clinic.lead || unknown],
      ["Made", isDraft ? atFreezing : longMoment(report.madeAt, offsetAt)],
      ...(report.law ? ([["Regulator of data", inFull(report.law.regulator)]] as const) : []),
      ["State", inWords(stateWords, report.state)],
      ...whenSaid("How it ended", report.ending),
      ["What it is", inWords(kindWords, report.kind)],
      ["Type of breach", types.join("\n") || unknown],
      ["Cause", causeInWords(report) || unknown],
      ["SHA-256 of the JSON", isDraft ? atFreezing : hash],
      ["Event log", isDraft ? atFreezing : `As of entry ${report.ledgerSeq}`],
    ]),
  ];
}

function changes({ changes }: IncidentReport, offsetAt: OffsetAt): Block[] {
  if (changes === null) return [];
  const heading = section(`What changed since version ${changes.since}`);
  const sent = `Version ${changes.since} was sent on ${longMoment(changes.sentAt, offsetAt)}.`;
  if (changes.list.length === 0) return [heading, says(`${sent} Nothing has changed since.`)];
  return [
    heading,
    says(sent),
    {
      is: "table",
      head: ["What", "Then", "Now"],
      shares: [3, 3.5, 3.5],
      rows: changes.list.map(({ what, before, after }) => [
        what,
        before ?? "Not there",
        after ?? "Not there",
      ]),
    },
  ];
}

function times(report: IncidentReport, offsetAt: OffsetAt): Block[] {
  const { times, icoReference, clinic } = report;
  const { short } = regulatorOf(report);
  const at = (instant: string | null, without = unknown) =>
    instant ? longMoment(instant, offsetAt) : without;
  return [
    section("Times"),
    says(`On the clocks of ${clinic.timeZone}. The 72 hours are elapsed hours from awareness.`),
    facts([
      ["Noticed", at(times.noticedAt)],
      ["Happened from", at(times.occurredFrom)],
      ["Happened until", at(times.occurredTo)],
      ["Detected", at(times.detectedAt)],
      ["Aware", at(times.awareAt)],
      ["Told internally", at(times.reportedInternallyAt)],
      ...whenSaid("Provisional clock from", at(times.provisionalFrom, "")),
      ["Contained", at(times.containedAt)],
      ["The 72 hours end", at(times.icoDue)],
      [`Sent to the ${short}`, at(times.icoSentAt, "Not sent")],
      ...whenSaid("Sending entered here", at(times.icoEnteredAt, "")),
      ...whenSaid(`Reference of the ${short}`, icoReference),
      ...whenSaid("Closed", at(times.closedAt, "")),
    ]),
  ];
}

function answers(report: IncidentReport): Block[] {
  const parts = Object.entries(icoParts).flatMap(([id, name]): Block[] => {
    const rows = report.questions
      .filter((one) => one.part === id)
      .map((answer): Row => [answer.question, ticked(answer)]);
    return rows.length === 0 ? [] : [part(name), facts(rows)];
  });
  return [section(`The ${regulatorOf(report).short}\u2019s questions, in its order`), ...parts];
}

/** An answer as the form has it: its options with the chosen ones marked, or the words that were written. */
function ticked({ options, known, text }: IncidentReport["questions"][number]): string {
  if (options.length === 0) return text;
  const lines = options.map((option) => `${option.chosen ? "\u25a0" : "\u25a1"} ${option.text}`);
  return known || options.some(({ chosen }) => chosen) ? lines.join("\n") : [text, ...lines].join("\n");
}

function decisions(report: IncidentReport, offsetAt: OffsetAt): Block[] {
  const { assessment, decisions } = report;
  const { short } = regulatorOf(report);
  const { triage, tool, lead, controller } = decisions;
  const said = (words: string, reason: string, at: string | null) =>
    words === "" ? undecided : [words, reason, at && longMoment(at, offsetAt)].filter(Boolean).join("\n");
  return [
    section("Assessment and decision"),
    facts([
      ["On duty", said(inWords(verdictWords, triage.verdict), triage.reason, triage.at)],
      ...assessment.answers.map(({ question, answer }): Row => [question, answer]),
      ...whenSaid("NHS grid", assessment.nhs ? nhsInWords(assessment.nhs, short) : ""),
      ["The tool advises", inWords(adviceWords(short), tool) || undecided],
      ["The lead advises", said(inWords(adviceWords(short), lead.advice), lead.reason, lead.at)],
      ["The controller decides", said(decisionInWords(controller, short), controller.reason, controller.at)],
      ...weighedInWords(controller),
    ]),
  ];
}

/** What the law of the clinic's nation asked beside the regulator of data, as it was that day. */
function law({ law }: IncidentReport, offsetAt: OffsetAt): Block[] {
  if (law === undefined) return [];
  const { care, candour } = law;
  return [
    section("Duty of candour, and the regulator of care"),
    facts([
      ["Duty of candour", `${candourInWords(law)}\n${candour.why}`],
      ...(candour.rule ? ([["Its rule", ruleInWords(candour.rule)]] as const) : []),
      ...candour.said.map(({ what, words }): Row => [what, words]),
      ...whenSaid("Why", candour.reason),
      ["Regulator of care to be told", careInWords(law)],
      ...(care ? whenSaid("Said", `${care.reason}\n${longMoment(care.at, offsetAt)}`) : []),
      ...(care?.lines ?? []).map(
        (line): Row => [line.applies ? "Is this" : "Is not this", ruleInWords(line)],
      ),
    ]),
  ];
}

/** What a rule says, whom it binds and where that was read; what is only to be checked is said so. */
function ruleInWords({ text, binds, source, read, sure }: RuleThen): string {
  const from = `${source}, read on ${longDate(read)}`;
  return [text, `Binds: ${binds}`, sure === "read" ? from : `Check before use: ${from}`].join("\n");
}

function people({ people, accounts, staff }: IncidentReport): Block[] {
  const count = (n: number | null) => (n === null ? unknown : String(n));
  return [
    section("People, records and accounts"),
    facts([
      ["People who could be affected", count(people.affected)],
      ["Records that could be affected", count(people.records)],
      ["People told", `${people.told} of ${people.toBeTold} to be told`],
      [
        "Accounts affected",
        `${accounts.all}: ${accounts.informed} informed, ${accounts.reset} reset, ${accounts.confirmed} confirmed`,
      ],
    ]),
    part("Staff involved and their training"),
    staff.length === 0
      ? says("None named.")
      : {
          is: "table",
          head: ["Who", "Last training before it happened", "In the two years before"],
          shares: [4, 3, 3],
          rows: staff.map(({ label, lastCompletedOn, trainedWithinTwoYears }) => [
            label,
            lastCompletedOn ? longDate(lastCompletedOn) : "No record",
            trainedWords[trainedWithinTwoYears],
          ]),
        },
  ];
}

function timeline(report: IncidentReport, offsetAt: OffsetAt): Block[] {
  const { timeline } = report;
  const { short } = regulatorOf(report);
  return [
    section("Timeline"),
    timeline.length === 0
      ? says("Nothing entered.")
      : {
          is: "table",
          head: ["When", "What"],
          shares: [2.8, 7.2],
          rows: timeline.map((entry) => [shortMoment(entry.at, offsetAt), entryInWords(entry, short)]),
        },
  ];
}

/** "The lead advised: …"; a person's own entry is its words alone. */
export function entryInWords(
  { kind, what, text }: IncidentReport["timeline"][number],
  short: string,
): string {
  if (kind === "entry" && text !== "") return text;
  const act = what.split(".").at(-1) ?? "";
  return [lineWords(short)[act] ?? entryKindWords[kind], text].filter(Boolean).join(": ");
}

function remedy({ actions, otherNotices }: IncidentReport, offsetAt: OffsetAt): Block[] {
  return [
    section("Corrective actions and other notices"),
    actions.length === 0
      ? says("No corrective action yet.")
      : facts(actions.map((action): Row => [action.text, actionInWords(action)])),
    part("Others told"),
    otherNotices.length === 0
      ? says("None on the list of this clinic.")
      : {
          is: "table",
          head: ["Whom", "Told", "Note"],
          shares: [4, 3, 3],
          rows: otherNotices.map(({ text, done, at, note }) => [
            text,
            done ? (at ? longMoment(at, offsetAt) : "Yes") : "No",
            note,
          ]),
        },
  ];
}

function evidence({ evidence }: IncidentReport, offsetAt: OffsetAt): Block[] {
  if (evidence.length === 0) return [];
  return [
    section("Evidence kept"),
    {
      is: "table",
      head: ["SHA-256", "Kind", "Bytes", "Kept since"],
      shares: [4.6, 1.9, 1, 2.5],
      rows: evidence.map(({ sha256, mime, size, at }) => [
        sha256,
        mime,
        String(size),
        shortMoment(at, offsetAt),
      ]),
    },
  ];
}
