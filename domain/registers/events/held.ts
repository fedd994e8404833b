import { retentionMonths } from "../../policy.ts";
import type { HeldField, NothingHeld } from "../../work/held.ts";

const records = `${retentionMonths("record")} months`;
const mails = `${retentionMonths("mail")} months`;
const since = ["events.receivedAt"];

/** All that the event log can hold about patients, column by column. */
export const heldInEvents: readonly HeldField[] = [
  {
    what: "Reference of a record",
    where: "Access log, column recordRef",
    form: "The clinical system’s own number (Cliniko), or a keyed code where that number is or derives from an identifier (Orthanc)",
    why: "To say which record was opened",
    kept: records,
    columns: ["events.recordRef", "events.recordKind", "events.system"],
    counts: "events.recordRef",
    since,
  },
  {
    what: "That the record was opened, searched, printed, copied, exported or downloaded",
    where: "Access log, columns kind, occurredAt and detail",
    form: "A word, a time, the part of the record (such as treatment note), the system’s own number of that note, letter or file or a keyed code of it, the number of search results",
    why: "To find access without a reason",
    kept: records,
    columns: ["events.kind", "events.occurredAt", "events.detail"],
    counts: "events.occurredAt",
    family: "record",
    since,
  },
  {
    what: "That a document about a patient was held in mail",
    where: "Mail, column detail",
    form: "Kinds of detail seen and how many, such as “NHS number, 1”; whether the address was inside or outside",
    why: "To learn how documents leave, and to stop it",
    kept: mails,
    columns: ["events.kind", "events.occurredAt", "events.detail"],
    counts: "events.occurredAt",
    family: "mail",
    since,
  },
  {
    what: "A reason somebody gave for sending it anyway",
    where: "Mail, column detail",
    form: "One sentence, refused where it names a patient",
    why: "To understand the decision",
    kept: mails,
    columns: ["events.detail"],
    counts: "events.detail",
    family: "mail",
    holding: '"sentence":',
    since,
  },
  {
    what: "What ties a view to a download and to a message",
    where: "Access log, column trace",
    form: "Fifteen random characters",
    why: "To show what happened with a document",
    kept: records,
    columns: ["events.trace"],
    since,
  },
  {
    what: "That somebody asked the log about one record, or exported it",
    where: "Access log, column detail of readings and exports",
    form: "The record’s reference keyed once more, so that it is not tied to the record",
    why: "To show who reads the log",
    kept: `${retentionMonths("log")} months`,
    columns: ["events.detail"],
    counts: "events.detail",
    family: "log",
    holding: '"record":',
    since,
  },
  {
    what: "What people write about an erasure",
    where: "Access log, erasures",
    form: "Sentences, refused where they are seen to name a patient",
    why: "To show why an event was erased, and who agreed",
    kept: "for good: the log must say what was taken out of it",
    columns: ["erasures.ground", "erasures.alone", "erasures.reason"],
    since: ["erasures.askedAt"],
  },
];

export const nothingInEvents: NothingHeld = {
  events: {
    "What staff read and did": ["user", "account", "attribution", "browser"],
    "The log’s own order": ["seq", "v", "n", "receivedAt", "sentAt", "orderedBy"],
    "Codes from which nothing can be read": ["idDigest", "bodyHash", "prev", "hash", "salt"],
  },
  erasures: {
    "What staff read and did": [
      "event",
      "askedBy",
      "askedAt",
      "state",
      "decidedBy",
      "decidedAt",
      "orderedBy",
    ],
  },
  checkpoints: {
    "Codes from which nothing can be read": ["seq", "hash", "at", "signature", "publicKey", "why"],
  },
  ledger_accounts: { "What staff read and did": ["day", "system", "account", "user", "n"] },
  ledger_attempts: { "The log’s own order": ["held", "at", "outcome"] },
  ledger_claims: { "The log’s own order": ["name", "until"] },
  ledger_counts: { "The log’s own order": ["what", "at", "n"] },
  ledger_coverage: { "The log’s own order": ["browser", "day"] },
  ledger_days: { "The log’s own order": ["day", "first", "last"] },
  ledger_readings: { "Codes from which nothing can be read": ["reading", "at"] },
  ledger_runs: { "The log’s own order": ["browser", "first", "last", "firstSeq", "lastSeq"] },
  ledger_new_runs: { "The log’s own order": ["browser", "first", "last", "firstSeq", "lastSeq"] },
  ledger_silences: { "The log’s own order": ["after", "next", "before", "till"] },
  ledger_summed: { "The log’s own order": ["days", "browsers", "mail"] },
};
