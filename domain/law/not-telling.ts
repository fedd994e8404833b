import { nations } from "./four-answers.ts";
import type { LawRule, LawSource } from "./rule.ts";

const art34 = (letter: string): LawSource => ({
  title: "UK GDPR",
  section: `Art 34(3)(${letter}), as copies of the Regulation have it`,
  read: "2026-11-30",
});

/**
 * Why people need not be told of a breach with a high risk to them, each a condition of its own. The page of
 * legislation.gov.uk was stored up to Art 34(2) alone; the third paragraph was read in copies of the Regulation.
 */
export const exemptions = [
  {
    id: "unintelligible",
    nations,
    binds: "The controller",
    text: "Nobody can read what they have: it was made unintelligible beforehand, for example encrypted",
    source: art34("a"),
    sure: "second-hand",
  },
  {
    id: "later-measures",
    nations,
    binds: "The controller",
    text: "What was done since makes sure that the high risk is no longer likely",
    source: art34("b"),
    sure: "second-hand",
  },
  {
    id: "disproportionate",
    nations,
    binds: "The controller",
    text: "Telling each of them would be a disproportionate effort: they are told in public instead, as effectively",
    source: art34("c"),
    sure: "second-hand",
  },
] as const satisfies readonly LawRule[];

/** Without a high risk nobody has to be told (Art 34(1)). */
export const notTellingGrounds = ["no-high-risk", ...exemptions.map(({ id }) => id)] as const;
export type NotTellingGround = "no-high-risk" | (typeof exemptions)[number]["id"];

export const notTellingWords: Readonly<Record<NotTellingGround, string>> = {
  "no-high-risk": "There is no high risk to them",
  unintelligible: exemptions[0].text,
  "later-measures": exemptions[1].text,
  disproportionate: exemptions[2].text,
};
