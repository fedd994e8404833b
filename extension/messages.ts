import "./no-eval.ts";
import * as z from "zod/mini";
import { eventId, instant, keyed, recordRef, systemName } from "#domain/base/forms";
import type { RecordingOffReason } from "#domain/clinic/policy-answer";
import { overrideReasons } from "#domain/ledger/mail-lists";
import { mailProgramsSaid } from "#domain/people/mail-programs";
import { policy } from "#domain/policy";
import { aboutWhom, reportKinds, slips } from "#domain/registers/incidents/kinds";
import { documentBody, takenBody } from "#domain/registers/training/in-browser";
import { canaryFields } from "#domain/sites/canary";
import type { Answers } from "./answers.ts";
import { namesAtOnce } from "./names-at-once.ts";

/**
 * Every message inside the extension: its name, who may send it and what it holds (STYLE.md 13).
 * Content scripts import the types alone and send with `send.ts`, so that they carry no zod.
 *
 * - `content`: a content script of ours in a web page's frame.
 * - `desk`: the hidden page in which the detector works.
 * - `page`: popup, pairing page, options.
 */
export const senders = ["content", "desk", "page"] as const;
export type Sender = (typeof senders)[number];

const slug = z.string().check(z.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/), z.maxLength(60));
const nonce = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));
const personId = z.string().check(z.regex(/^[a-z0-9]{15}$/));
const trace = z.string().check(z.regex(/^[a-z0-9]{15}$/));
const entryKey = z.string().check(z.minLength(1), z.maxLength(80));
const vendorId = z.string().check(z.minLength(1), z.maxLength(128));
const fileName = z.string().check(z.minLength(1), z.maxLength(260));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const nothing = z.strictObject({});
const sentence = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
/** Of a sentence that an event takes (domain/ledger/event-kinds.ts). */
const sentenceLongest = 300;
const personOrNobody = z.union([personId, z.literal("")]);

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const forException = { document: sha256, recipient: sha256 };

const recordFact = z.strictObject({
  kind: z.enum([
    "record.view",
    "record.search",
    "record.print",
    "record.export",
    "record.download",
    "record.copy",
  ]),
  adapter: slug,
  occurredAt: instant,
  /** The vendor's own id as the address shows it, to its last digit; keyed here where the adapter says so. */
  id: z.optional(vendorId),
  recordKind: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/))),
  /** Whom the page shows as signed in, as written there: keyed in the background, never stored or sent in clear. */
  person: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** Key of the page's history entry: going back to it is the same visit. */
  entry: z.optional(entryKey),
  page: z.optional(slug),
  /** Which note, letter or file of the record, as the address has it; keyed here where the adapter says so. */
  item: z.optional(vendorId),
  what: z.optional(slug),
  results: z.optional(count),
  /** The id that its event gets: whoever had no answer tells the same fact again under it. */
  told: z.optional(eventId),
  /** It was told before, and had no answer. */
  again: z.optional(z.literal(true)),
  /** Marks by which the guard knows the document again; kept here as digests under the clinic's key. */
  mark: z.optional(
    z.strictObject({ name: z.optional(fileName), text: z.optional(sha256), key: z.optional(trace) }),
  ),
});

export const messages = {
  /** A content script starts in a frame; the answer is all of the policy it may know. */
  hello: {
    from: ["content"],
    data: z.strictObject({
      adapter: slug,
      frame: z.enum(["top", "child"]),
      /** The first time on this page; else the policy has changed beneath it. */
      starts: z.boolean(),
    }),
  },
  /** The guard held something or somebody chose: kept in the outbox before the answer comes. */
  event: {
    from: ["content"],
    data: z.strictObject({
      kind: z.enum(["mail.held", "mail.outcome"]),
      occurredAt: instant,
      system: z.optional(systemName),
      recordRef: z.optional(recordRef),
      recordKind: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/))),
      account: z.optional(keyed),
      trace: z.optional(trace),
      detail: z.looseObject({ v: z.int() }),
    }),
  },
  /** Something was done with a record in the clinical system. */
  record: { from: ["content"], data: recordFact },
  /** Which record's pages this frame shows now; none: the record was left. */
  place: { from: ["content"], data: z.strictObject({ adapter: slug, id: z.optional(vendorId) }) },
  /** How well the adapter understands this frame. */
  coverage: {
    from: ["content"],
    data: z.strictObject({ adapter: slug, state: z.enum(["watching", "idle", "blind", "late"]) }),
  },
  /** Whether a guard watches a frame of this host in the same tab. */
  "frame-watched": {
    from: ["content"],
    data: z.strictObject({ host: z.string().check(z.minLength(1), z.maxLength(260)) }),
  },
  /** What of a sentence may name a patient: it is screened here, so that no mail page carries the lists of names. */
  "sentence-screen": { from: ["content"], data: z.strictObject({ text: sentence(sentenceLongest) }) },
  /** Which of the adapter's facts this page showed, and which it did not where it should have. */
  canary: {
    from: ["content"],
    data: z.strictObject({
      adapter: slug,
      found: z.array(z.enum(canaryFields)).check(z.maxLength(canaryFields.length)),
      missed: z.array(z.enum(canaryFields)).check(z.maxLength(canaryFields.length)),
    }),
  },
  /** How many documents this frame holds now. */
  held: { from: ["content"], data: z.strictObject({ count }) },
  /** Whether a text or a file came from the clinical system. `text` is `textMark()` of it, `bytes` SHA-256 of the file. */
  provenance: {
    from: ["content"],
    data: z.strictObject({ text: z.optional(sha256), bytes: z.optional(sha256) }),
  },
  /** A record's page shows these addresses and numbers, as SHA-256. */
  "record-shown": {
    from: ["content"],
    data: z.strictObject({
      adapter: slug,
      id: vendorId,
      addresses: z.array(sha256).check(z.maxLength(20)),
      numbers: z.array(sha256).check(z.maxLength(20)),
    }),
  },
  /** Whose the addresses of a message are, as far as records that were opened here tell. */
  whose: {
    from: ["content"],
    data: z.strictObject({
      addresses: z.array(sha256).check(z.minLength(1), z.maxLength(50)),
      numbers: z.array(sha256).check(z.maxLength(20)),
      records: z.array(sha256).check(z.maxLength(20)),
    }),
  },
  /** Of which sizes files were downloaded: no other file has to be read to know where it came from. */
  "known-sizes": { from: ["content"], data: nothing },
  /** The bytes of a download that was told before with this key. */
  "mark-bytes": {
    from: ["content"],
    data: z.strictObject({
      key: trace,
      bytes: sha256,
      size: z.int().check(z.minimum(1), z.maximum(50_000_000)),
      kind: z.string().check(z.regex(/^[a-z0-9.+-]{1,40}\/[a-z0-9.+-]{1,80}$/)),
    }),
  },
  /** The same of files, by their names: a folder's are asked for together. */
  "file-origins": {
    from: ["content"],
    data: z.strictObject({ names: z.array(fileName).check(z.minLength(1), z.maxLength(namesAtOnce)) }),
  },
  /** Exceptions for one document and one address, both as SHA-256: how one stands, a new one, its one use. */
  "exception-look": { from: ["content"], data: z.strictObject(forException) },
  "exception-ask": {
    from: ["content"],
    data: z.strictObject({
      ...forException,
      reason: z.enum(overrideReasons),
      words: sentence(sentenceLongest),
      trace,
      /** Of a file: by it the record is known that it came from. It stays on this computer. */
      name: z.optional(fileName),
    }),
  },
  "exception-use": { from: ["content"], data: z.strictObject({ ...forException, id: trace, trace }) },
  /** A mail page needs in this frame what judges and asks. */
  settling: { from: ["content"], data: nothing },
  /** A mail page is about to open a desk: the desk that shows this nonce in the same tab is ours, once. */
  "desk-nonce": { from: ["content"], data: z.strictObject({ nonce }) },
  "desk-open": { from: ["desk"], data: z.strictObject({ nonce }) },
  /** The clinic's own patients as tokens, for the detector of a desk that holds this list, '' for none. */
  "exact-list": { from: ["desk"], data: z.strictObject({ holds: z.union([sha256, z.literal("")]) }) },
  /** A link in the dialog or a notice leads to a page of ours. */
  "open-page": { from: ["content"], data: z.strictObject({ page: z.enum(["options", "pair"]) }) },

  /** "Send it through Cliniko instead": shows the approved system in its own tab. */
  "open-system": { from: ["content"], data: nothing },

  /** A document went outside anyway: who received it is asked, and the answer goes to the incident alone. */
  "recipient-owed": { from: ["content"], data: z.strictObject({ trace }) },
  "recipient-open": { from: ["content"], data: nothing },
  /** What is wrong with an answer, in the words of the form; '' for nothing. Longer texts than are taken are told so. */
  "recipient-screen": {
    from: ["content"],
    data: z.strictObject({ text: z.string().check(z.maxLength(10_000)) }),
  },
  "recipient-later": { from: ["content"], data: z.strictObject({ trace }) },
  "recipient-answer": {
    from: ["content", "page"],
    data: z.strictObject({ trace, text: sentence(policy.recipientLongest.amount) }),
  },

  /** An incident, as domain/registers/incidents/report-body.ts takes it. Its sentences never become an event. */
  report: {
    from: ["page"],
    data: z.strictObject({
      /** Of this wording: sent again because the answer was lost, it is one incident. */
      id: eventId,
      kind: z.enum(reportKinds),
      noticedAt: instant,
      /** `noticedAt` is this computer's own clock, not what a person typed. */
      justNow: z.boolean(),
      text: sentence(policy.sentenceLongest.amount),
      reporter: z.optional(personOrNobody),
      confidential: z.boolean(),
      about: z.optional(personId),
      aboutWhom: z.optional(z.enum(aboutWhom)),
      slip: z.enum(slips),
      slipBy: z.optional(personId),
      event: z.optional(trace),
    }),
  },
  colleagues: { from: ["page"], data: nothing },
  /** The person who sits here says which mail programs they use outside the browser. */
  "mail-programs": { from: ["page"], data: mailProgramsSaid },
  /** The person who sits here has read what the last review tells the team. */
  "message-read": {
    from: ["page"],
    data: z.strictObject({ message: z.string().check(z.regex(/^[a-z0-9]{15}$/)) }),
  },

  /** Lessons that are due to a person; one of them; and their answers to it. */
  lessons: { from: ["page"], data: z.strictObject({ user: personId }) },
  lesson: { from: ["page"], data: z.strictObject({ user: personId, course: personId }) },
  "lesson-take": { from: ["page"], data: takenBody },
  /** A document or the notice that is due to them; its file; and that they read it, or do not tick. */
  document: { from: ["page"], data: z.strictObject({ user: personId, course: personId }) },
  "document-file": { from: ["page"], data: z.strictObject({ user: personId, course: personId }) },
  "document-says": { from: ["page"], data: documentBody },
  /** During a call: who may be told what of the record that is open in this tab. Each answer is on the record. */
  "release-ask": { from: ["page"], data: z.strictObject({ tab: z.optional(z.int()) }) },
  "release-told": {
    from: ["page"],
    data: z.strictObject({
      tab: z.optional(z.int()),
      ask: z.strictObject({ id: personId, version: z.int() }),
      release: personId,
    }),
  },
  /** The same, asked by the record’s own page. */
  "banner-here": { from: ["content"], data: nothing },
  /** What stands on the record that is open in this tab. */
  "record-banner": { from: ["page"], data: z.strictObject({ tab: z.optional(z.int()) }) },

  status: { from: ["page"], data: z.strictObject({ tab: z.optional(z.int()) }) },
  refresh: { from: ["page"], data: nothing },
  "send-now": { from: ["page"], data: nothing },
  pair: {
    from: ["page"],
    data: z.strictObject({
      server: z.string().check(z.minLength(1), z.maxLength(200)),
      code: z.string().check(z.minLength(1), z.maxLength(40)),
      name: z.string().check(z.maxLength(60)),
    }),
  },
  unpair: { from: ["page"], data: nothing },
  /** The person has seen what could not be kept. */
  "trouble-seen": { from: ["page"], data: nothing },
  choose: { from: ["page"], data: z.strictObject({ user: z.nullable(personId) }) },
  "notice-shown": {
    from: ["page"],
    data: z.strictObject({
      notice: z.int().check(z.minimum(1)),
      /** At a desk: to whom, where it is not whoever was chosen in the popup. */
      user: z.optional(personId),
    }),
  },
  /** Permission for a host was given in a page of ours: register the scripts that need it. */
  "sites-changed": { from: ["page"], data: nothing },
  "reload-tabs": { from: ["page"], data: nothing },
} as const satisfies Record<string, { from: readonly Sender[]; data: z.ZodMiniType }>;

export type MessageName = keyof typeof messages;
export type MessageData<Name extends MessageName> = z.infer<(typeof messages)[Name]["data"]>;
export type Answer<Name extends MessageName> = Answers[Name];
export type RecordFact = z.infer<typeof recordFact>;

/** Why an event was not kept; said to the person where it matters. */
export type NotKept =
  | RecordingOffReason
  | "not-paired"
  | "invalid"
  | "store-failed"
  | "same-visit"
  | "not-seen";
