import type { HeldField } from "../../work/held.ts";

export const heldInHolds: readonly HeldField[] = [
  {
    what: "That something about a patient may be held for a claim, a complaint, a request or an incident",
    where: "Holds, columns what, reference, why and the reasons given later",
    form: "Words that were screened for names and numbers; the cause by its reference, such as REQ-33",
    why: "So that nothing is destroyed that somebody has a right to, or that a matter needs",
    kept: "with the register",
  },
];
