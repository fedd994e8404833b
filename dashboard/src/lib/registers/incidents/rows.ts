import * as z from "zod/mini";
import { notTellingGrounds } from "#domain/law/not-telling";
import { advices, icoDecisions, peopleDecisions } from "#domain/registers/incidents/assessment";
import {
  accountSystems,
  breachTypes,
  causes,
  entryKinds,
  harms,
  origins,
  reportKinds,
  triageVerdicts,
} from "#domain/registers/incidents/kinds";
import { candourAnswer, careAnswer } from "#domain/registers/incidents/law/answers";
import { incidentStates } from "#domain/registers/incidents/state";

/** Rows of the register of incidents as PocketBase answers them. Instants as ISO 8601; '' is not known yet. */

const at = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);
const orNone = <Words extends readonly [string, ...string[]]>(words: Words) =>
  z.union([z.enum(words), z.literal("")]);
const listOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z.nullable(z.array(item)),
    z.transform((list) => list ?? []),
  );
const record = <Value extends z.ZodMiniType>(value: Value) =>
  z.pipe(
    z.nullable(z.record(z.string(), value)),
    z.transform((one) => one ?? {}),
  );

export const incidentRow = z.object({
  id: z.string(),
  /** Of a confidential one negative and without an order. */
  number: z.int(),
  state: z.enum(incidentStates),
  title: z.string(),
  kind: orNone(reportKinds),
  types: listOf(z.enum(breachTypes)),
  origin: orNone(origins),
  text: z.string(),
  noticedAt: at,
  occurredFrom: at,
  occurredTo: at,
  detectedAt: at,
  awareAt: at,
  reportedInternallyAt: at,
  provisionalFrom: at,
  triageVerdict: orNone(triageVerdicts),
  triageReason: z.string(),
  triagedBy: z.string(),
  triagedAt: at,
  /** Whom it concerns and who goes on because nobody else is there; '' where nobody does. */
  aloneBy: z.string(),
  aloneReason: z.string(),
  aloneAt: at,
  confidential: z.boolean(),
  about: z.string(),
  aboutWhom: z.string(),
  reporter: z.string(),
  /** Who keeps a confidential case about the lead; '' of any other. */
  keeper: z.string(),
  senders: listOf(z.string()),
  holder: z.string(),
  deputy: z.string(),
  answers: record(z.string()),
  assessmentVersion: z.string(),
  toolAdvice: orNone(advices),
  leadAdvice: orNone(advices),
  leadReason: z.string(),
  leadBy: z.string(),
  leadAt: at,
  controllerIco: orNone(icoDecisions),
  controllerPeople: orNone(peopleDecisions),
  controllerReason: z.string(),
  controllerBy: z.string(),
  controllerAt: at,
  harms: listOf(z.enum(harms)),
  harmsOther: z.string(),
  /** Why the people are not told. */
  notTelling: orNone(notTellingGrounds),
  publicHow: z.string(),
  /** At whom it happened, where it was at a processor; '' where it was not. */
  processorName: z.string(),
  processorToldAt: at,
  icoSentAt: at,
  icoEnteredAt: at,
  icoReference: z.string(),
  delayReason: z.string(),
  cause: orNone(causes),
  causeOther: z.string(),
  containedAt: at,
  containedHow: z.string(),
  /** -1: not known yet. */
  peopleCount: z.int(),
  recordsCount: z.int(),
  otherNotices: record(z.object({ done: z.boolean(), at: z.string(), note: z.string() })),
  /** Whether the regulator of care has to be told; null while nobody has said it. */
  care: z.nullable(careAnswer),
  /** What is known of harm to a person through their care; null while nobody has said it. */
  candour: z.nullable(candourAnswer),
  form: record(z.union([z.string(), z.number(), z.array(z.string())])),
  /** Words of the letter to the people affected; none while it is not written. */
  letter: record(z.string()),
  /** 0: not graded. */
  nhsLikelihood: z.int(),
  nhsImpact: z.int(),
  closedAt: at,
  closedBy: z.string(),
  closedReason: z.string(),
  /** Id of the entry of the log that it began with; empty for none. */
  sourceEntry: z.string(),
  opened: z.boolean(),
  /** By which it was known before it was opened to everybody; 0 of one that everybody saw from the first. */
  privateNumber: z.int(),
  openedAt: at,
  version: z.int(),
});
export type Incident = z.infer<typeof incidentRow>;

export const timelineRow = z.object({
  id: z.string(),
  seq: z.int(),
  at,
  kind: z.enum(entryKinds),
  what: z.string(),
  text: z.string(),
  by: z.string(),
});
export type TimelineRow = z.infer<typeof timelineRow>;

export const affectedRow = z.object({
  id: z.string(),
  recordRef: z.string(),
  system: z.string(),
  toBeTold: z.boolean(),
  toldAt: at,
  toldHow: z.string(),
  letterVersion: z.string(),
});
export type Affected = z.infer<typeof affectedRow>;

export const accountRow = z.object({
  id: z.string(),
  user: z.string(),
  system: z.enum(accountSystems),
  informedAt: at,
  resetAt: at,
  confirmedAt: at,
  orderReason: z.string(),
});
export type Account = z.infer<typeof accountRow>;

export const actionRow = z.object({
  id: z.string(),
  text: z.string(),
  owner: z.string(),
  /** Civil date. */
  due: z.string(),
  doneAt: at,
  doneBy: z.string(),
  doneNote: z.string(),
  verifiedAt: at,
  verifiedBy: z.string(),
  cancelledAt: at,
  cancelledReason: z.string(),
  version: z.int(),
});
export type CorrectiveAction = z.infer<typeof actionRow>;

export const reportRow = z.object({
  id: z.string(),
  collectionName: z.string(),
  number: z.int(),
  hash: z.string(),
  madeBy: z.string(),
  madeAt: at,
  sentAt: at,
  pdf: z.string(),
  pdfSha256: z.string(),
  docx: z.string(),
  docxSha256: z.string(),
});
export type ReportVersion = z.infer<typeof reportRow>;

export const evidenceRow = z.object({
  id: z.string(),
  collectionName: z.string(),
  file: z.string(),
  name: z.string(),
  sha256: z.string(),
  mime: z.string(),
  size: z.int(),
  by: z.string(),
  at,
});
export type Evidence = z.infer<typeof evidenceRow>;

export const grantRow = z.object({ id: z.string(), user: z.string(), until: at, reason: z.string() });
export type Grant = z.infer<typeof grantRow>;

export const conflictRow = z.object({ id: z.string(), user: z.string(), reason: z.string(), at });
export type ConflictRow = z.infer<typeof conflictRow>;
