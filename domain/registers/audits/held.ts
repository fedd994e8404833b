import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What the audits, and the weeks' samples, can hold. */
export const heldInAudits: readonly HeldField[] = [
  {
    what: "What people write about an audit",
    where: "Audits, lines, conclusions and evidence",
    form: "Sentences, refused where they are seen to name a patient",
    why: "To show that storage and systems are looked at (UK GDPR Arts 5(2), 24 and 32)",
    kept: "with the audit",
    columns: [
      ...["audits.title", "audits.subject", "audits.questions", "audits.retiredWhy"],
      ...["audit_rounds.conclusion", "audit_rounds.evidence", "audit_lines.text", "audit_lines.note"],
    ],
    since: ["audits.at", "audit_rounds.at"],
  },
  {
    what: "Which accesses and mail decisions were drawn to be looked at",
    where: "Audits, the week’s sample",
    form: "The entry’s number in the log, and a sentence; no reference of a record",
    why: "To look at accesses that nobody chose",
    kept: "the number with the sample; what it points at as long as the log keeps it",
    columns: ["sample_items.event", "sample_items.note"],
    counts: "sample_items.event",
    since: ["samples.drawnAt"],
  },
  {
    what: "Files beside a round of an audit",
    where: "Audits, files of a round",
    form: "PDF, PNG or JPEG; the form asks that nothing of a patient is in it, and a file is not looked through",
    why: "To prove what was found",
    kept: "with the row that it belongs to",
    columns: ["audit_files.file"],
    since: ["audit_files.at"],
  },
];

export const nothingInAudits: NothingHeld = {
  audits: {
    "What the clinic says of itself": ["template", "every", "nextOn", "state"],
    "What staff read and did": ["owner", "by", "at"],
  },
  audit_rounds: {
    "What staff read and did": [
      ...[
        "audit",
        "number",
        "plannedOn",
        "begunOn",
        "closedOn",
        "closedBy",
        "state",
        "found",
        "missed",
        "by",
        "at",
      ],
    ],
  },
  audit_lines: {
    "What staff read and did": ["round", "position", "about", "answer", "lookedBy", "lookedAt"],
  },
  samples: {
    "The log’s own order": ["weekOf", "afterSeq", "upToSeq", "population", "drawnAt"],
    "Codes from which nothing can be read": ["headHash"],
  },
  sample_items: { "What staff read and did": ["sample", "position", "result", "lookedBy", "lookedAt"] },
  audit_files: {
    "What staff read and did": ["subject", "what", "mime", "size", "by", "at"],
    "Codes from which nothing can be read": ["sha256"],
  },
};
