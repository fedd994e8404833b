import type { DecideItem } from "#domain/work/my-work";

/**
 * What is asked of the person, and the door to it.
 *
 * @param short - What the regulator of data calls itself today.
 */
export const decideWords = (
  short: string,
): Readonly<Record<DecideItem["what"], { says: string; does: string }>> => ({
  triage: { says: "Breach, near miss or neither?", does: "Decide" },
  advise: { says: "The lead’s advice is not given yet", does: "Advise" },
  decide: { says: `The controller decides: tell the ${short}, tell the people?`, does: "Decide" },
  notify: {
    says: `It was decided to tell the ${short}, and it is not recorded that it was told`,
    does: "Record it",
  },
  alone: { says: "It concerns you, and nobody else is here who can decide it", does: "Go on alone" },
});
