import type { Recogniser } from "../recogniser.ts";
import { tellingOf } from "../told-sentences.ts";

/** Clauses in which a note is told; one or two stand in any paper. */
const fewest = 3;

/** Clauses without an article or anybody, that say in few words what was found, done or said. */
export const terse: Recogniser<"terse"> = {
  name: "terse",
  kind: "treatment-note",
  source: "Custom of notes: clauses without articles or persons, about health and what happened or was found",
  *see(section) {
    const { terse: clauses } = tellingOf(section);
    if (clauses.length >= fewest) yield* clauses;
  },
  flags: [
    "Sleep poor, mood low. Knee swollen, tender medially. Refused tablets again.",
    "Wound healed. Walking with frame, hip sore. Pain settled.",
  ],
  passes: [
    "Wound healed. Thank you for your order.",
    "Stretch your calf. Hold the wall. Rest the knee.",
    "The knee was swollen. The wound had healed. The pain settled.",
    "Swelling? Bruising? Infection?",
  ],
};
