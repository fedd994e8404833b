import type { HeldField } from "../../work/held.ts";

export const heldInDisclosures: readonly HeldField[] = [
  {
    what: "That something about a person was given to the police, to that person, to an insurer or to others",
    where: "Disclosures, columns reference, asked, minimum, given and the reason of one taken back",
    form: "Words that were screened for names and numbers; the matter by its reference",
    why: "To say later what was given, why and in which form",
    kept: "with the register",
  },
];
