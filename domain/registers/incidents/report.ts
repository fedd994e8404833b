import * as z from "zod/mini";
import { instant } from "../../base/forms.ts";
import { nhsRoutes } from "./assessment.ts";
import { isOwnPart } from "./ico-form.ts";
import { icoQuestions } from "./ico-questions.ts";
import { entryKinds } from "./kinds.ts";
import { lawThen } from "./law/then.ts";

/** Name and version of the snapshot's shape; a new shape is a new version, and old ones stay readable. */
export const reportSchemaName = "chaperone.incident-report/3";
/** The shapes before: without the law of the day, and without who read it. */
export const earlierSchemaNames = ["chaperone.incident-report/1", "chaperone.incident-report/2"] as const;

const instantOrNull = z.nullable(instant);
const civilDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const countOrNull = z.nullable(z.int());

/** One fact in words that differs from the version sent; null where a version does not have it. */
export const reportChange = z.strictObject({
  what: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});
export type ReportChange = z.infer<typeof reportChange>;

/**
 * A version of a report: what is frozen, hashed and rendered. Its canonical JSON is the version. What people wrote in it is
 * screened for what names a patient, and read by one of them before it is frozen; neither is a promise that it names
 * nobody. Of the clinic's people it names who answers for the clinic, and who read it.
 */
export const incidentReport = z.strictObject({
  schema: z.enum([...earlierSchemaNames, reportSchemaName]),
  /** INC-n; a confidential one has a negative number without an order. */
  number: z.int(),
  /** 1, 2, … of this incident. */
  version: z.int().check(z.minimum(1)),
  madeAt: instant,
  /** The ledger's last event when it was made. */
  ledgerSeq: z.int(),
  formVersion: z.string(),
  clinic: z.strictObject({
    name: z.string(),
    nation: z.string(),
    timeZone: z.string(),
    regulator: z.string(),
    registration: z.string(),
    sector: z.string(),
    address: z.string(),
    /** What the clinic calls its lead, and who that is. */
    leadTitle: z.string(),
    lead: z.string(),
  }),
  state: z.string(),
  title: z.string(),
  kind: z.string(),
  types: z.array(z.string()),
  origin: z.string(),
  cause: z.string(),
  /** Which other cause; not in versions of before it could be said. */
  causeOther: z.optional(z.string()),
  times: z.strictObject({
    noticedAt: instantOrNull,
    occurredFrom: instantOrNull,
    occurredTo: instantOrNull,
    detectedAt: instantOrNull,
    awareAt: instantOrNull,
    reportedInternallyAt: instantOrNull,
    provisionalFrom: instantOrNull,
    /** 72 hours after awareness. */
    icoDue: instantOrNull,
    icoSentAt: instantOrNull,
    icoEnteredAt: instantOrNull,
    containedAt: instantOrNull,
    closedAt: instantOrNull,
  }),
  icoReference: z.string(),
  /** null: not known yet. */
  people: z.strictObject({ affected: countOrNull, records: countOrNull, toBeTold: z.int(), told: z.int() }),
  /** The ICO's questions in their order. */
  questions: z.array(
    z.strictObject({
      key: z.string(),
      part: z.string(),
      question: z.string(),
      /** What to paste into the form; "Not known yet" where it is so. */
      text: z.string(),
      value: z.union([z.string(), z.int(), z.array(z.string())]),
      known: z.boolean(),
      /** What can be ticked, in the form's order; none where it is written. */
      options: z.array(z.strictObject({ text: z.string(), chosen: z.boolean() })),
    }),
  ),
  /** Staff involved, without names. */
  staff: z.array(
    z.strictObject({
      label: z.string(),
      trainedWithinTwoYears: z.enum(["yes", "no", "no-record"]),
      lastCompletedOn: z.nullable(civilDate),
    }),
  ),
  assessment: z.strictObject({
    version: z.string(),
    answers: z.array(z.strictObject({ id: z.string(), question: z.string(), answer: z.string() })),
    /** The NHS grid, as it was graded; null where it was not. */
    nhs: z.nullable(
      z.strictObject({ likelihood: z.int(), impact: z.int(), raised: z.boolean(), route: z.enum(nhsRoutes) }),
    ),
  }),
  decisions: z.strictObject({
    triage: z.strictObject({ verdict: z.string(), reason: z.string(), at: instantOrNull }),
    tool: z.string(),
    lead: z.strictObject({ advice: z.string(), reason: z.string(), at: instantOrNull }),
    controller: z.strictObject({
      ico: z.string(),
      people: z.string(),
      reason: z.string(),
      at: instantOrNull,
      /** Left out of a version of before these were asked, here and of a processor. */
      harms: z.optional(z.array(z.string())),
      harmsOther: z.optional(z.string()),
      /** Why the people are not told. */
      ground: z.optional(z.string()),
      publicHow: z.optional(z.string()),
    }),
  }),
  /** At whom it happened, where it was at a processor; null where it was not. */
  processor: z.optional(z.nullable(z.strictObject({ name: z.string(), toldAt: instantOrNull }))),
  otherNotices: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      done: z.boolean(),
      at: instantOrNull,
      note: z.string(),
    }),
  ),
  accounts: z.strictObject({ all: z.int(), informed: z.int(), reset: z.int(), confirmed: z.int() }),
  actions: z.array(
    z.strictObject({ text: z.string(), due: civilDate, done: z.boolean(), verified: z.boolean() }),
  ),
  timeline: z.array(
    z.strictObject({ at: instant, kind: z.enum(entryKinds), what: z.string(), text: z.string() }),
  ),
  /** Files kept as evidence, by digest: their names could name somebody. */
  evidence: z.array(z.strictObject({ sha256: digest, mime: z.string(), size: z.int(), at: instant })),
  /** The law of the day on which it was made; left out of a version of before that was frozen with it. */
  law: z.optional(lawThen),
  /** Why it was closed, or withdrawn; '' while it is open. */
  ending: z.string(),
  /** Who read it before it was frozen, and what (`readingOf`); left out of a version of before that was asked. */
  read: z.optional(z.strictObject({ by: z.string(), at: instant, sha256: digest })),
  /** What changed since the version sent (`changedSince`); null where none was sent before. */
  changes: z.nullable(z.strictObject({ since: z.int(), sentAt: instant, list: z.array(reportChange) })),
});
export type IncidentReport = z.infer<typeof incidentReport>;
/** `GET /breach-changes`: what differs now from the newest version. */
export const unfrozenChanges = z.object({ since: z.int(), list: z.array(reportChange) });
export type UnfrozenChanges = z.infer<typeof unfrozenChanges>;
/** `GET /breach-draft`: the report as it would be frozen now, to be read; and which version of the incident it shows. */
export const reportDraft = z.object({ report: incidentReport, seen: z.int() });
export type ReportDraft = z.infer<typeof reportDraft>;
/** A report before it is known what changed. */
export type ReportBeforeChanges = Omit<IncidentReport, "changes">;

/** The schema as it is published: `GET /incident-schema`. */
export const incidentReportSchema = (): object => ({
  title: "Report of a personal data breach, frozen as a version",
  ...z.toJSONSchema(incidentReport),
  $id: `urn:${reportSchemaName.replace("/", ":")}`,
});

/** A text of a report that a person wrote, by its path in the snapshot. */
export interface WrittenText {
  readonly path: string;
  readonly text: string;
  /** Of the clinic itself: its own name, address and telephone stand in it, and are no patient's. */
  readonly own: boolean;
}

const isWritten = (key: string): boolean =>
  icoQuestions.some((question) => question.key === key && question.type === "text");

/** All that people wrote in a report, for the detector to check before it becomes a version. */
export function writtenTexts(report: ReportBeforeChanges): WrittenText[] {
  const { clinic, decisions } = report;
  const texts: Omit<WrittenText, "own">[] = [
    { path: "title", text: report.title },
    { path: "ending", text: report.ending },
    { path: "causeOther", text: report.causeOther ?? "" },
    { path: "icoReference", text: report.icoReference },
    { path: "decisions.triage.reason", text: decisions.triage.reason },
    { path: "decisions.lead.reason", text: decisions.lead.reason },
    { path: "decisions.controller.reason", text: decisions.controller.reason },
    { path: "decisions.controller.harmsOther", text: decisions.controller.harmsOther ?? "" },
    { path: "decisions.controller.publicHow", text: decisions.controller.publicHow ?? "" },
    { path: "processor.name", text: report.processor?.name ?? "" },
    ...report.questions
      .filter(({ key, part, known }) => known && isWritten(key) && !isOwnPart(part))
      .map(({ key, value }) => ({ path: `questions.${key}`, text: String(value) })),
    ...report.otherNotices.map(({ id, note }) => ({ path: `otherNotices.${id}`, text: note })),
    { path: "law.care.reason", text: report.law?.care?.reason ?? "" },
    { path: "law.candour.reason", text: report.law?.candour.reason ?? "" },
    ...report.actions.map(({ text }, i) => ({ path: `actions.${i}`, text })),
    ...report.timeline.map(({ text }, i) => ({ path: `timeline.${i}`, text })),
  ];
  const own = [
    ...(["name", "registration", "sector", "address", "leadTitle", "lead"] as const).map((field) => ({
      path: `clinic.${field}`,
      text: clinic[field],
    })),
    ...report.questions
      .filter(({ part, known }) => known && isOwnPart(part))
      .map(({ key, text }) => ({ path: `questions.${key}`, text })),
  ];
  return [
    ...texts.map((one) => ({ ...one, own: false })),
    ...own.map((one) => ({ ...one, own: true })),
  ].filter(({ text }) => text !== "");
}
