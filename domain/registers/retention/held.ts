import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What the retention register can hold about patients. */
export const heldInRetention: readonly HeldField[] = [
  {
    what: "Which records there are, and from when each is due",
    where: "Retention",
    form: "The record’s reference, its class (such as adult, child, mental health) and the first of the month after its last day; no birth date and no visit",
    why: "To keep records as long as the law or the code asks, and no longer",
    kept: "until a later list; of a destroyed record for good, to prove it",
    columns: ["system", "recordRef", "rowClass", "month", "starts", "list", "gone", "again", "state"].map(
      (field) => `retention_rows.${field}`,
    ),
    counts: "retention_rows.recordRef",
    tells:
      "We keep a list of when each record has been kept long enough: it holds your record’s number, its kind and a month, and not your birth date or your visits.",
  },
  {
    what: "What is done with a record whose time is over",
    where: "Retention, the record’s own panel",
    form: "Days, who did it, and sentences that are refused where they are seen to name a patient; a certificate",
    why: "To show what was destroyed, what is kept longer and what is held, and why",
    kept: "for good",
    columns: [
      ...["found", "declined", "keptWhy", "keptReason", "doneOn", "doneHow", "doneBeside", "certificate"],
      ...["holdCause", "holdReference", "releasedReason"],
    ].map((field) => `retention_rows.${field}`),
    since: ["retention_rows.appraisedAt"],
  },
  {
    what: "A list of records that is being sent",
    where: "Retention, while a list is brought in",
    form: "As above, row by row; what stood before stays until the next list, so that it can be taken back",
    why: "So that a list comes in as a whole or not at all",
    kept: "until the next list",
    columns: [
      ...[
        "list",
        "n",
        "recordRef",
        "rowClass",
        "month",
        "wasClass",
        "wasMonth",
        "wasStarts",
        "wasList",
        "what",
      ],
    ].map((field) => `retention_staged.${field}`),
    counts: "retention_staged.recordRef",
  },
  {
    what: "What people write about lists and rules of retention",
    where: "Retention, lists and rules",
    form: "Sentences, refused where they are seen to name a patient",
    why: "To say why a list was taken back, and where a period was read",
    kept: "for good",
    columns: ["retention_lists.undoneReason", "retention_lines.source"],
    since: ["retention_lists.at", "retention_lines.at"],
  },
];

export const nothingInRetention: NothingHeld = {
  retention_rows: {
    "What staff read and did": [
      ...["appraisedBy", "appraisedAt", "askedBy", "askedAt", "second", "agreedAt", "keptBy", "keptAt"],
      ...["doneBy", "doneAt", "number", "holdReviewOn", "holdBy", "holdAt"],
    ],
    "Codes from which nothing can be read": ["certificateHash"],
  },
  retention_lists: {
    "What staff read and did": [
      ...["system", "schedule", "dates", "state", "rows", "by", "at", "undoneAt", "undoneBy"],
    ],
    "Codes from which nothing can be read": ["hash"],
  },
  retention_begun: { "What staff read and did": ["list", "system", "schedule", "dates", "rows", "user"] },
  retention_lines: { "What staff read and did": ["line", "years", "after", "by", "at"] },
};
