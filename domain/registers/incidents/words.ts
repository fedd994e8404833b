import type { Advice, NhsRoute } from "./assessment.ts";
import type { BreachType, Cause, EntryKind, Harm, ReportKind, TriageVerdict } from "./kinds.ts";
import type { Lateness } from "./lateness.ts";
import type { IncidentState } from "./state.ts";

/** "INC-14" on a paper; one that not everybody sees has a number without an order, which nobody can count by. */
export const incidentName = (number: number): string =>
  number > 0 ? `INC-${number}` : `Confidential incident ${-number}`;

/** The same in the name of a file or folder. */
export const incidentFileName = (number: number): string =>
  number > 0 ? `INC-${number}` : `confidential-${-number}`;

/** How papers and pages call what the register holds as short words. */
export const stateWords: Readonly<Record<IncidentState, string>> = {
  reported: "Reported, not decided yet",
  breach: "Personal data breach",
  "near-miss": "Near miss",
  withdrawn: "Withdrawn: neither breach nor near miss",
  closed: "Closed",
};

export const kindWords: Readonly<Record<ReportKind, string>> = {
  "wrong-person": "Went to a wrong person",
  "lost-or-stolen": "Lost or stolen",
  "seen-without-need": "Seen without need",
  other: "Something else",
};

/** Kinds of harm to people, as the regulator's and the health service's guidance list them (DOMAIN.md 1.4). */
export const harmWords: Readonly<Record<Harm, string>> = {
  discrimination: "Discrimination",
  "reputational-damage": "Damage to reputation",
  "emotional-distress": "Distress",
  "identity-theft-or-fraud": "Identity theft or fraud",
  "financial-or-material-loss": "Loss of money or things",
  "physical-harm": "Physical harm",
  "loss-of-confidentiality": "Loss of confidentiality",
  "scams-or-phishing": "Scams or phishing aimed at them",
  "care-affected": "Their care is affected",
  other: "Another harm",
};

/** Harms in a line, another one by its words. */
export const harmsInWords = (harms: readonly string[], other: string): string =>
  harms.map((one) => (one === "other" && other !== "" ? other : inWords(harmWords, one))).join("; ");

export const typeWords: Readonly<Record<BreachType, string>> = {
  confidentiality: "Confidentiality: disclosed to, or seen by, somebody who should not have it",
  integrity: "Integrity: changed without right",
  availability: "Availability: lost, destroyed or out of reach",
};

export const causeWords: Readonly<Record<Cause, string>> = {
  "wrong-address": "Wrong address",
  "wrong-attachment": "Wrong attachment",
  "rule-not-known": "Rule not known",
  "rule-not-followed": "Rule not followed",
  "system-fault": "Fault of a system",
  loss: "Loss",
  theft: "Theft",
  attack: "Attack",
  supplier: "Supplier",
  other: "Another cause",
  "not-known-yet": "Not known yet",
};

/** A cause as a paper says it: another one by its words. */
export const causeInWords = ({
  cause,
  causeOther = "",
}: {
  readonly cause: string;
  readonly causeOther?: string | undefined;
}): string => (cause === "other" && causeOther !== "" ? causeOther : inWords(causeWords, cause));

export const verdictWords: Readonly<Record<TriageVerdict, string>> = {
  breach: "A breach",
  "near-miss": "A near miss",
  neither: "Neither breach nor near miss",
};

/** What it is, and of a closed one what it was. */
export const standsAs = (state: IncidentState, verdict: TriageVerdict | ""): string => {
  if (state !== "closed") return stateWords[state];
  return verdict === "" ? "Closed, and never decided what it was" : `Closed. It was: ${was[verdict]}`;
};
const was: Readonly<Record<TriageVerdict, string>> = {
  breach: "a personal data breach",
  "near-miss": "a near miss",
  neither: "neither breach nor near miss",
};

/** How the telling of the regulator stands against the 72 hours. */
export const latenessWords: Readonly<Record<Lateness, string>> = {
  "in-time": "In time, within the 72 hours",
  late: "Late, after the 72 hours",
  runs: "Not told yet; the 72 hours run",
  overdue: "Overdue: not told, and the 72 hours are over",
  "not-owed": "Not to be told",
  "not-known": "Not known: it does not say when the clinic became aware",
};

/** @param short - What the regulator of data calls itself, here and below: of the paper's day, or of now. */
export const adviceWords = (short: string): Readonly<Record<Advice, string>> => ({
  "tell-ico-and-people": `Tell the ${short} and the people`,
  "tell-ico": `Tell the ${short}`,
  "record-only": "Keep it in the register only",
  "not-personal-data": "No personal data of living people: keep it in the register only",
  "answer-first": "Answer the questions first",
});

export const nhsRouteWords = (short: string): Readonly<Record<NhsRoute, string>> => ({
  internal: "Kept within the organisation",
  ico: `Told to the ${short}`,
  "ico-and-dhsc": `Told to the ${short} and the Department of Health and Social Care`,
});

/** What the controller decided. */
export const icoDecisionWords = (short: string) => ({
  tell: `Tell the ${short}`,
  "record-only": `Keep it in the register, do not tell the ${short}`,
});
export const peopleDecisionWords = { tell: "tell the people", not: "do not tell the people" };

/** Answer to the regulator's question about training in the last two years. */
export const trainedWords = {
  yes: "Yes, within two years",
  no: "No, not within two years",
  "no-record": "No record",
};

/** What a line of the timeline is; '' for a person's own words, which need none. */
export const entryKindWords: Readonly<Record<EntryKind, string>> = {
  entry: "",
  decision: "Decision",
  notice: "Notice",
  told: "Told by somebody",
  addendum: "Addendum",
  system: "Recorded",
};

/** The words for a short word, or itself where it is one of a later version. */
export const inWords = (words: Readonly<Record<string, string>>, id: string): string => words[id] ?? id;

/** What an act of the register did, for a line of the timeline; by the act's own name. */
export const lineWords = (short: string): Readonly<Record<string, string>> => ({
  open: "Reported",
  fromEvent: "Opened from an entry of the log",
  told: "Told by somebody",
  "sent-again": "It went outside",
  triage: "Decided what it is",
  setTimes: "Times changed",
  moved: "A time that was known is another now",
  why: "Why it changed",
  "aware-later": "Why the clock starts later than the first word of it",
  delay: `Why the ${short} was told late`,
  describe: "Description changed",
  assess: "Assessed",
  advise: "The lead advised",
  decide: "The controller decided",
  notify: `Told the ${short}`,
  answer: "An answer of the form changed",
  addPeople: "People added to the list",
  person: "A person on the list",
  peopleTold: "People told",
  account: "An account on the worklist",
  letter: "The letter to the people written",
  contain: "Contained",
  cause: "Cause named",
  processor: "It happened at a processor",
  notice: "Another notice",
  care: "Whether the care regulator has to be told",
  candour: "Duty of candour",
  grant: "Opened to a person for a time",
  openToAll: "Opened to everybody who reads the list",
  endGrant: "A person\u2019s access ended",
  conflict: "A conflict declared",
  alone: "Whom it concerns goes on, for nobody else is there",
  withdraw: "Withdrawn",
  close: "Closed",
  gaps: "What was missing when it was closed",
  reopen: "Reopened",
  version: "Report version made",
  sent: "Report version sent",
});
