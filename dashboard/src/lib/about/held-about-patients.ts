import { retentionDays } from "#domain/policy";

const months = (family: string): string =>
  `${Math.round((retentionDays[family]?.amount ?? 0) / 30.4)} months`;

/** All that the server holds about patients, column by column; a new column that could tell of a patient belongs here. */
export const heldAboutPatients: readonly {
  readonly what: string;
  readonly where: string;
  readonly form: string;
  readonly why: string;
  readonly kept: string;
}[] = [
  {
    what: "Reference of a record",
    where: "Access log, column recordRef",
    form: "The clinical system’s own number (Cliniko), or a keyed code where that number is or derives from an identifier (Orthanc)",
    why: "To say which record was opened",
    kept: months("record"),
  },
  {
    what: "That the record was opened, searched, printed, copied, exported or downloaded",
    where: "Access log, columns kind, occurredAt and detail",
    form: "A word, a time, the part of the record (such as treatment note), the system’s own number of that note, letter or file or a keyed code of it, the number of search results",
    why: "To find access without a reason",
    kept: months("record"),
  },
  {
    what: "That a document about a patient was held in mail",
    where: "Mail, column detail",
    form: "Kinds of detail seen and how many, such as “NHS number, 1”; whether the address was inside or outside",
    why: "To learn how documents leave, and to stop it",
    kept: months("mail"),
  },
  {
    what: "A reason somebody gave for sending it anyway",
    where: "Mail, column detail",
    form: "One sentence, refused where it names a patient",
    why: "To understand the decision",
    kept: months("mail"),
  },
  {
    what: "What ties a view to a download and to a message",
    where: "Access log, column trace",
    form: "Fifteen random characters",
    why: "To show what happened with a document",
    kept: months("record"),
  },
];

/** What is never held, in the clinic's words. */
export const neverHeld =
  "No name, date of birth, NHS number, address, diagnosis, letter, message, file name or recipient, and no picture of a page.";

/** A paragraph for the clinic's own privacy notice to patients. */
export const paragraphFor = (clinic: string): string =>
  `${clinic} keeps a log of which member of staff opened which patient’s record and when, and checks documents on our computers before they are sent by e-mail. The log holds your record’s number in our clinical system, not your name or anything from your record. We use it to make sure that only people involved in your care look at your record, as the UK GDPR (articles 5(1)(f) and 32) asks of us; our lawful bases are our legitimate interest in keeping your information secure (article 6(1)(f)) and the management of health care (article 9(2)(h)). It is kept on our own server for ${months("record")} and shared with nobody, except where the law requires it. You may ask us who has looked at your record.`;
