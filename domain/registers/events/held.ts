import { retentionMonths } from "../../policy.ts";
import type { HeldField } from "../../work/held.ts";

const records = `${retentionMonths("record")} months`;
const mails = `${retentionMonths("mail")} months`;

/** All that the event log can hold about patients, column by column; a new column that could tell of one belongs here. */
export const heldInEvents: readonly HeldField[] = [
  {
    what: "Reference of a record",
    where: "Access log, column recordRef",
    form: "The clinical system’s own number (Cliniko), or a keyed code where that number is or derives from an identifier (Orthanc)",
    why: "To say which record was opened",
    kept: records,
  },
  {
    what: "That the record was opened, searched, printed, copied, exported or downloaded",
    where: "Access log, columns kind, occurredAt and detail",
    form: "A word, a time, the part of the record (such as treatment note), the system’s own number of that note, letter or file or a keyed code of it, the number of search results",
    why: "To find access without a reason",
    kept: records,
  },
  {
    what: "That a document about a patient was held in mail",
    where: "Mail, column detail",
    form: "Kinds of detail seen and how many, such as “NHS number, 1”; whether the address was inside or outside",
    why: "To learn how documents leave, and to stop it",
    kept: mails,
  },
  {
    what: "A reason somebody gave for sending it anyway",
    where: "Mail, column detail",
    form: "One sentence, refused where it names a patient",
    why: "To understand the decision",
    kept: mails,
  },
  {
    what: "What ties a view to a download and to a message",
    where: "Access log, column trace",
    form: "Fifteen random characters",
    why: "To show what happened with a document",
    kept: records,
  },
];
