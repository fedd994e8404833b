/** What a person who reports ticks; the lead decides later what it is. */
export const reportKinds = ["wrong-person", "lost-or-stolen", "seen-without-need", "other"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Whom a report is about, as the form asks; `about` names the person where it is one of the clinic's people. */
export const aboutWhom = ["manager", "owner", "somebody"] as const;
export type AboutWhom = (typeof aboutWhom)[number];

/** Whether whoever reports it did it: themselves, somebody of their own, or neither as far as they know. */
export const slips = ["mine", "own", "no"] as const;
export type Slip = (typeof slips)[number];

/** Types of breach; one may have several (UK GDPR Art 4(12); DOMAIN.md 1.1). */
export const breachTypes = ["confidentiality", "integrity", "availability"] as const;
export type BreachType = (typeof breachTypes)[number];

/** How an incident came to us. */
export const origins = ["report", "told", "mail-attempt", "log-entry", "processor"] as const;
export type Origin = (typeof origins)[number];

/** The answer of the person on duty. */
export const triageVerdicts = ["breach", "near-miss", "neither"] as const;
export type TriageVerdict = (typeof triageVerdicts)[number];

/** Why it happened, for trends. */
export const causes = [
  "wrong-address",
  "wrong-attachment",
  "rule-not-known",
  "rule-not-followed",
  "system-fault",
  "loss",
  "theft",
  "attack",
  "supplier",
  "other",
  "not-known-yet",
] as const;
export type Cause = (typeof causes)[number];

/** Kinds of harm (DOMAIN.md 1.4, list of ICO and NHS England). */
export const harms = [
  "discrimination",
  "reputational-damage",
  "emotional-distress",
  "identity-theft-or-fraud",
  "financial-or-material-loss",
  "physical-harm",
  "loss-of-confidentiality",
  "scams-or-phishing",
  "care-affected",
  "other",
] as const;
export type Harm = (typeof harms)[number];

/** Kinds of lines in a timeline. `decision`, `notice` and `system` are written by an act, the rest by a person. */
export const entryKinds = ["entry", "decision", "notice", "told", "addendum", "system"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Where a person has an account that a breach may have opened. `ours` is this server's own sign-in. */
export const accountSystems = ["clinical", "mail", "website", "ours"] as const;
export type AccountSystem = (typeof accountSystems)[number];

/** Steps of an account on the worklist, in the order of the clinic's policy: people are told before their reset. */
export const accountSteps = ["informed", "reset", "confirmed"] as const;
export type AccountStep = (typeof accountSteps)[number];
