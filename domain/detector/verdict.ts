/**
 * The detector's final interface. It answers one question: is this a document about an identifiable patient?
 * Everything that judges, shows or records a document speaks in these words (DESIGN.md 9).
 */

export const strengths = ["none", "weak", "strong", "unreadable"] as const;
export type Strength = (typeof strengths)[number];

/** What kind of evidence was seen. The kinds are stored in events; the words never are. */
export const findingKinds = [
  "nhs-number",
  "chi-number",
  "hc-number",
  "date-of-birth",
  "name",
  "address",
  "phone",
  "postcode",
  "hospital-number",
  "diagnosis",
  "medicine",
  "test-result",
  "treatment-note",
  "letter",
  "referral",
  "people-list",
  "structured-record",
  "provenance",
  "staff-paper",
  // Somebody of the clinic's own list (`exact/known.ts`), where the clinic keeps one.
  "known-patient",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Evidence against: marks of a blank form, a guideline, a price list, a CV. It is weighed, never stored or said. */
export type AgainstKind = "other-paper";

/** One piece of evidence: where it stands and how much it weighs. Never the words themselves. */
export interface Finding {
  readonly kind: FindingKind;
  /** Offsets in the text that was judged, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Part of the score that this finding gives; the parts and the bias add up to the score before squashing. */
  readonly weight: number;
  /** Last four digits of an identifier, for the dialog on this computer alone; never part of an event. */
  readonly ending?: string;
}

export interface Against extends Omit<Finding, "kind" | "ending"> {
  readonly kind: AgainstKind;
}

/** How much of a feature the model saw, in tenths of the most there can be: a number beside a word of its own list. */
export interface Band {
  readonly name: string;
  readonly tenths: number;
}

/** Why a file could not be read. Each is said to the person; none passes silently. */
export const unreadableReasons = [
  "locked",
  "damaged",
  "unknown-kind",
  "too-faint",
  "empty",
  "too-large",
  "timed-out",
  // A picture, or letters drawn as shapes, in which nobody looked for words.
  "picture",
  // A text whose letters come out as others than are shown.
  "garbled",
  // An attachment, a form or an object inside it that no reader opens.
  "part",
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** What a reader made of a file: its text, and how much of the file that is. */
export interface Reading {
  readonly text: string;
  /** How the file was read, by its bytes and never by its name. */
  readonly format: string;
  /** Units read and units there are, for "{done} of {of} pages were read". */
  readonly read: { readonly unit: "page" | "byte" | "part"; readonly done: number; readonly of: number };
  /** Set where some or all of the file could not be read. */
  readonly unreadable?: UnreadableReason;
  /** Pages, counted from 1, that hold no words that could be read; left out where there are none, or no pages. */
  readonly missed?: readonly number[];
}

/** Where a document came from, as far as this browser knows. */
export interface Context {
  /** The clinical system's own download or copy a few minutes ago: adapter id and the local time, for the dialog. */
  readonly provenance?: {
    readonly system: string;
    readonly at: string;
    readonly how: "downloaded" | "copied";
  };
  /** `false` where the clinic does not want papers about its own staff flagged; they are unless it says so. */
  readonly staffPapers?: boolean;
}

export interface Verdict {
  /** Name of the rules or weights that judged, so that an old event can be understood. */
  readonly version: string;
  readonly strength: Strength;
  /** 0 to 1, after squashing. */
  readonly score: number;
  readonly findings: readonly Finding[];
  readonly format: string;
  readonly read: Reading["read"];
  readonly unreadable?: UnreadableReason;
  /** How many different patients the identifiers name; 0 where none is named by number. */
  readonly patients: number;
  /** What spoke against it, with its (negative) parts: with them and the bias the findings add up to the score. */
  readonly against?: readonly Against[];
  /** What the model saw in the stretch that spoke for the document; nothing of its words can be told from it. */
  readonly bands?: readonly Band[];
  /** SHA-256 of each number of the health service in it, made where it was read; never part of an event. */
  readonly names?: readonly string[];
  /** Set where the document is no patient's but about a member of staff, whose papers are confidential too. */
  readonly about?: "staff";
}
