import type { HeldField } from "#domain/work/held";

/** What the register can hold about patients. */
export const heldOfAudits: readonly HeldField[] = [
  {
    what: "What audits found",
    where: "Audits: lines, findings, conclusions",
    form: "Sentences, screened so that they name no patient",
    why: "To show that storage and systems are looked at (UK GDPR Arts 5(2), 24 and 32)",
    kept: "As long as the clinic keeps its registers",
  },
  {
    what: "Which accesses and mail decisions were drawn to be looked at",
    where: "Audits: the week’s sample",
    form: "The entry’s number in the log, no reference of its own; gone from sight when the entry is erased",
    why: "To look at accesses that nobody chose",
    kept: "The number as long as the register; what it points at as long as the log",
  },
];
