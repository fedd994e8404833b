import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInExceptions: readonly HeldField[] = [
  {
    what: "Which document may go to which recipient, once",
    where: "Exceptions",
    form: "Digests under the clinic’s key: neither a document nor an address can be read from them",
    why: "An exception is for this document and this recipient alone",
    kept: "for good: that something was let out by exception has to be shown later",
    columns: ["mail_exceptions.document", "mail_exceptions.recipient"],
    since: ["mail_exceptions.at"],
  },
  {
    what: "Why an exception was asked for, and what was answered",
    where: "Exceptions",
    form: "Sentences, refused where they are seen to name a patient",
    why: "Whoever decides has to know what it is for",
    kept: "for good: that something was let out by exception has to be shown later",
    columns: ["mail_exceptions.words", "mail_exceptions.answer"],
    since: ["mail_exceptions.at"],
  },
  {
    what: "The record that the document came from",
    where: "Exceptions",
    form: "The clinical system’s own reference of the record, keyed where it derives from a number",
    why: "Whoever decides opens the record first",
    kept: "for good: that something was let out by exception has to be shown later",
    columns: ["mail_exceptions.recordRef"],
    since: ["mail_exceptions.at"],
  },
];

export const nothingInExceptions: NothingHeld = {
  mail_exceptions: {
    "What staff read and did": [
      ...["reason", "system", "trace", "browser", "by", "at", "until", "state", "decidedBy", "decidedAt"],
      ...["usedAt"],
    ],
  },
};
