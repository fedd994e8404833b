import type { HeldField } from "#domain/work/held";

/** What the register can hold about patients. */
export const heldOfSuppliers: readonly HeldField[] = [
  {
    what: "With whom the clinic works, and which kinds of data they have",
    where: "Suppliers",
    form: "Kinds of data in words, never a patient; numbers and birthdays are refused",
    why: "To know where data lies and on which terms (UK GDPR Arts 28 and 30)",
    kept: "As long as the clinic keeps its registers; an entry that ended stays",
  },
];
