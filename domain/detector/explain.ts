import type { AgainstKind, FindingKind, Verdict } from "./verdict.ts";
import { bias } from "./weights.ts";

/** What one kind of evidence gave to the score before squashing. */
export interface Part {
  readonly kind: FindingKind | AgainstKind | "bias";
  /** Findings of it, those that gave nothing among them; 1 for the bias. */
  readonly count: number;
  readonly part: number;
}

/** Smallest part that is said. */
const least = 0.005;

/** Each kind's part in the score, the largest first; together they are the score before squashing. */
export function partsOf({ findings, against = [] }: Verdict): readonly Part[] {
  const sums = new Map<Part["kind"], { count: number; part: number }>();
  for (const { kind, weight } of [...findings, ...against]) {
    const sum = sums.get(kind) ?? { count: 0, part: 0 };
    sums.set(kind, { count: sum.count + 1, part: sum.part + weight });
  }
  const parts = [...sums].map(([kind, sum]): Part => ({ kind, ...sum }));
  const said = parts.filter(({ part }) => Math.abs(part) >= least);
  said.sort((one, other) => other.part - one.part);
  const all: readonly Part[] = [...said, { kind: "bias", count: 1, part: bias }];
  return all.map((one) => ({
    ...one,
    part: Math.round(one.part * 1_000) / 1_000,
  }));
}

const words: Readonly<Record<FindingKind, string>> = {
  "nhs-number": "an NHS number",
  "chi-number": "a CHI number",
  "hc-number": "a Health and Care number",
  "date-of-birth": "a date of birth",
  name: "somebody’s name",
  address: "an address",
  phone: "a telephone number",
  postcode: "a postcode",
  "hospital-number": "a hospital or record number",
  diagnosis: "a condition",
  medicine: "a medicine",
  "test-result": "a test or its result",
  "treatment-note": "words about somebody’s health or treatment",
  letter: "the form of a clinic letter",
  referral: "words of a referral or an appointment",
  "people-list": "a list of patients",
  "structured-record": "a record from a clinical system",
  provenance: "a download or copy from the clinical system a few minutes ago",
  "staff-paper": "a paper about a member of staff",
  "known-patient": "a person of the clinic’s own list",
};

/** Kinds that a sentence names at most. */
const saidAtMost = 4;

/** Why a document was flagged, in one sentence made of its findings: never a word of the document. */
export function explained(verdict: Verdict): string {
  if (verdict.strength === "unreadable") return "Some of it could not be read, so it may name a patient.";
  if (verdict.about === "staff")
    return "It seems to be about a member of staff, whose papers are confidential too.";
  // A rule and no part of the score: it says itself.
  if (verdict.findings.some(({ kind }) => kind === "known-patient"))
    return "It has a person of the clinic’s own list.";
  const kinds = partsOf(verdict).flatMap(({ kind, part }) =>
    part > 0 && kind !== "bias" && kind !== "other-paper" ? [words[kind]] : [],
  );
  if (verdict.strength === "none" || kinds.length === 0) return "Nothing about a patient was seen.";
  const some = kinds.slice(0, saidAtMost);
  const last = some.pop() ?? "";
  const list = some.length === 0 ? last : `${some.join(", ")} and ${last}`;
  return verdict.strength === "strong"
    ? `It is about a patient: it holds ${list}.`
    : `It may be about a patient: it holds ${list}.`;
}
