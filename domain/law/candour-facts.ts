/** Whose patient it was. */
export const careKinds = ["", "private", "nhs"] as const;
/** What the incident did: in the opinion of a health professional. */
export const resultedAnswers = ["", "appears", "could", "no"] as const;
/** The gravest harm, as the laws of the four nations part it. */
export const harms = [
  "",
  "none",
  "minimal",
  "more-than-minimal",
  "more-treatment",
  "lasting",
  "severe",
  "death",
  "prevented",
] as const;
export type CandourHarm = (typeof harms)[number];
/** Whose opinion it is. */
export const opinions = ["", "involved", "uninvolved"] as const;

/** What a case says of harm to a person through their care; '' where it has not been said. */
export interface CandourFacts {
  readonly care: (typeof careKinds)[number];
  readonly resulted: (typeof resultedAnswers)[number];
  readonly harm: CandourHarm;
  readonly opinion: (typeof opinions)[number];
  /** Instant of the opinion; '' where it is not known. */
  readonly opinionAt: string;
}

export const nothingSaid: CandourFacts = { care: "", resulted: "", harm: "", opinion: "", opinionAt: "" };

export const careWords = {
  "": "Not said yet",
  private: "A private patient",
  nhs: "An NHS patient, or care arranged or paid by the NHS",
} as const;
export const resultedWords = {
  "": "Not said yet",
  appears: "It appears to have resulted in harm",
  could: "It could result in harm, and has not as far as is seen",
  no: "Neither: no harm to a person through their care",
} as const;
export const harmWords = {
  "": "Not said yet",
  none: "No harm",
  minimal: "Minimal harm",
  "more-than-minimal": "More than minimal, and none of the graver kinds",
  "more-treatment": "More treatment, or significant harm that does not last",
  lasting:
    "Pain, psychological harm or impairment for 28 days or more, a changed body structure, or a shorter life",
  severe: "Functions lessened for good",
  death: "Death",
  prevented: "Treatment was needed to prevent death or such an injury",
} as const;
export const opinionWords = {
  "": "No opinion yet",
  involved: "A health professional who was involved",
  uninvolved: "A health professional who was not involved",
} as const;
