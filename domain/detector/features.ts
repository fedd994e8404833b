import type { RecogniserName } from "./recognisers.ts";

/**
 * What the linear model looks at: each feature is the findings of some recognisers as a number from 0 to 1. Its sign is
 * fixed, whatever a training set says: no name speaks against a patient's document, and no blank line for one.
 */
export interface Feature {
  readonly name: string;
  readonly of: readonly RecogniserName[];
  /** Whether it speaks for a patient's document (1) or against one (-1). */
  readonly sign: 1 | -1;
  /**
   * `once`: 1 where anything was seen; `several`: 0.7 for one finding, rising to 1 for five; a number: findings for each
   * hundred words, of which so many make 1.
   */
  readonly how: "once" | "several" | number;
  /** Where training begins and what it is drawn back to: set by hand before any training. */
  readonly prior: number;
  /** Whether it says who somebody is: `sure` by itself, `maybe` in company. */
  readonly who?: "sure" | "maybe";
  /** Whether it says what is the matter with somebody. */
  readonly what?: true;
}

const forIt = (
  name: string,
  of: readonly RecogniserName[],
  how: Feature["how"],
  prior: number,
  more: Pick<Feature, "who" | "what"> = {},
): Feature => ({ name, of, how, prior, sign: 1, ...more });
const against = (
  name: string,
  of: readonly RecogniserName[],
  how: Feature["how"],
  prior: number,
): Feature => ({
  name,
  of,
  how,
  prior,
  sign: -1,
});
const sure = { who: "sure" } as const;
const maybe = { who: "maybe" } as const;
const what = { what: true } as const;

export const features: readonly Feature[] = [
  forIt("health-number", ["nhs-number", "chi-number", "hc-number"], "once", 5, sure),
  forIt("doubtful-number", ["misspelt-number", "bare-number"], "several", 2.5, sure),
  forIt("record-number", ["hospital-number", "ni-number"], "several", 1.6, maybe),
  forIt("birth", ["date-of-birth", "born-in-words"], "several", 1.6, sure),
  forIt("name-and-birth", ["name-and-birthday"], "several", 2.4, sure),
  forIt("patient-name", ["patient-name"], "several", 2, sure),
  forIt("regarding", ["regarding"], "once", 2.2, sure),
  forIt(
    "in-story",
    ["named-in-story", "person-in-care", "in-bed", "in-our-care", "known-in-care"],
    "several",
    3.2,
    sure,
  ),
  forIt("tongue-name", ["tongue-name"], "once", 1.2, sure),
  forIt("form-name", ["form-name"], "several", 0.7, maybe),
  forIt("titled-name", ["titled-name", "addressee", "greeted"], "several", 0.5, maybe),
  forIt("address-block", ["address-block"], "once", 0.4, sure),
  forIt("contact", ["address", "postcode", "phone", "email"], "several", 0.2),
  forIt("structured", ["structured-record", "fhir-subject"], "once", 7, sure),
  forIt("list", ["patient-list", "patient-card"], "several", 6, sure),
  forIt("rows", ["rows-of-people", "day-list", "booked-event"], "once", 3, sure),
  forIt("care-table", ["care-table", "coded-table"], "once", 4.5, sure),
  forIt("referral", ["referral", "seen-person"], "several", 0.9, what),
  forIt("your-care", ["your-care", "my-care", "welsh-care"], "several", 1.4, what),
  forIt("appointed", ["appointed", "taken-on", "asks-care"], "several", 5, { ...maybe, ...what }),
  forIt("own-story", ["own-story", "told-story", "own-words"], "several", 2.2, { ...maybe, ...what }),
  forIt("tongue-care", ["tongue-care"], "several", 1.8, what),
  forIt("letter", ["letter-opening", "letter-closing"], "several", 0.4),
  forIt("sections", ["sections", "filled-heading"], 4, 1.5, what),
  forIt("soap", ["soap"], "once", 1.6, what),
  forIt("note-line", ["note-line"], "once", 1.6, what),
  forIt("age-and-sex", ["age-and-sex", "age-sex-short"], "once", 0.9, what),
  forIt("story", ["story", "clipped"], 4, 2, what),
  forIt("denied", ["denied", "none-of"], 3, 1.2, what),
  forIt("shorthand", ["shorthand", "span-of-time", "short-form"], 8, 2, what),
  forIt("measured", ["measured", "dose", "noted-value", "compared"], 3, 0.9, what),
  forIt("clinical", ["diagnosis", "medicine", "test", "note-word", "clinical-code"], 12, 1.2, what),
  forIt("treated", ["treatment-line"], "several", 1.2, what),
  forIt("billed", ["treatment-bill"], "once", 3, what),
  forIt("care", ["care"], 4, 0.6, what),
  forIt("told-of-one", ["told-of-one", "told-in-tongue"], 4, 4.6, { ...maybe, ...what }),
  forIt("told-found", ["told-found"], 5, 2.2, what),
  forIt("terse", ["terse"], 8, 2, what),
  forIt("dialogue", ["dialogue"], "several", 6, { ...maybe, ...what }),
  forIt("dated-entries", ["dated-entry"], "several", 1.8, what),
  forIt("taken-out", ["taken-out"], "several", 1.5, what),
  forIt("results", ["result-line"], "several", 2.2, what),
  against("blank", ["placeholder", "empty-label"], 6, -2),
  against("guidance", ["guidance"], 5, -1.5),
  against("leaflet", ["leaflet"], 4, -1),
  against("scholarly", ["scholarly"], 4, -1),
  against("code", ["code-text"], 4, -3),
  against("staff", ["staff-word", "registration"], 5, -1.5),
  against("personnel", ["staff-mark"], "once", -2),
  against("business", ["business"], 5, -1),
  against("house", ["house-paper"], "several", -1.5),
  against("other-table", ["other-table"], "once", -1.2),
  against("glossary", ["glossary"], 4, -4),
  against("figures", ["figures"], 5, -1.5),
  against("general", ["general-sentence"], 3, -1.5),
  against("animals", ["animal"], "once", -6),
  against("readers", ["for-readers", "teaching"], "several", -5),
];

/** Features made of others, after them in the model's order. */
export const joint = [
  /** Different ways in which somebody is told: none for one, 1 for four. */
  { name: "told-twice", sign: 1, prior: 1.2 },
  /** Somebody who is told, and something that is the matter. */
  { name: "who-and-what", sign: 1, prior: 1.5 },
  /** Different marks of a clinical note: none for two, 1 for six. */
  { name: "note-like", sign: 1, prior: 1.5 },
] as const;

/** Names in the order of the model's weights. Events hold them: a name that was ever released stays. */
export const featureNames: readonly string[] = [...features, ...joint].map(({ name }) => name);
export const signs: readonly number[] = [...features, ...joint].map(({ sign }) => sign);
export const priors: readonly number[] = [...features, ...joint].map(({ prior }) => prior);
