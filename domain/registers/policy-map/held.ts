import type { HeldField } from "../../work/held.ts";

/** What the policy map can hold of patients: its words are the clinic's own, and name nobody by number. */
export const heldInPolicyMap: readonly HeldField[] = [
  {
    what: "Sentences of the clinic’s own policy",
    where: "Policy map: headings and sentences",
    form: "The clinic’s text. It is about patients in general; what holds a number or a birthday of one is left out before it is sent, and refused by the server.",
    why: "To show what keeps each promise of the policy",
    kept: "As long as the clinic has the register: versions stay, so that it can be said what was promised when",
  },
  {
    what: "Why a sentence is so, and what was found",
    where: "Policy map: why, what people look at, what was found",
    form: "Sentences by managers, screened for numbers and birthdays; names of the clinic’s own people may stand in them",
    why: "To say how a promise is kept, or why it is wrong",
    kept: "As the sentences",
  },
];
