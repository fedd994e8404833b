import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { wordsOf as allWordsOf, kindOf } from "../section-words.ts";
import type { FindingKind } from "../verdict.ts";

/** Distinct words that are reported of one kind; more of them say nothing new. */
const wordsAtMost = 60;
/** Signs of a word at most: what is longer is none. */
const longest = 24;

type Words = ReadonlyMap<FindingKind, readonly Seen[]>;
/** Four recognisers ask for the words of the same section one after the other. */
const told = new WeakMap<Section, Words>();

function wordsOf(section: Section): Words {
  let words = told.get(section);
  if (!words) {
    words = tell(section);
    told.set(section, words);
  }
  return words;
}

function tell(section: Section): Words {
  const kinds = new Map<FindingKind, Seen[]>();
  const known = new Set<string>();
  const { clinical } = allWordsOf(section);
  for (let at = 0; at < clinical.length; at += 3) {
    const start = clinical[at] ?? 0;
    const end = clinical[at + 1] ?? 0;
    const kind = kindOf(clinical[at + 2] ?? 0);
    if (kind === undefined || end - start > longest) continue;
    const small = section.text.slice(start, end).toLowerCase();
    if (known.has(small)) continue;
    known.add(small);
    const seen = kinds.get(kind) ?? [];
    if (seen.length < wordsAtMost) seen.push({ start, end });
    kinds.set(kind, seen);
  }
  return kinds;
}

/** Each clinical word of one kind once, where it first stands. */
const seeWords =
  (kind: FindingKind): Recogniser["see"] =>
  (section) =>
    wordsOf(section).get(kind) ?? [];

export const diagnosis: Recogniser<"diagnosis"> = {
  name: "diagnosis",
  kind: "diagnosis",
  source: "ICD-10 (NHS 5th edition) titles, single words as clinics write them",
  see: seeWords("diagnosis"),
  flags: ["Asthma since childhood", "osteoarthritis of the knee"],
  passes: ["room 3 on Monday", "wear and care"],
};

export const medicine: Recogniser<"medicine"> = {
  name: "medicine",
  kind: "medicine",
  source: "British National Formulary; WHO, stems of INN names",
  see: seeWords("medicine"),
  flags: ["takes ramipril", "Bisoprolol", "lidocaine 1 %"],
  passes: ["control", "protocol", "the April rota"],
};

export const test: Recogniser<"test"> = {
  name: "test",
  kind: "test-result",
  source: "NHS pathology catalogue, names of common tests",
  see: seeWords("test-result"),
  flags: ["MRI of the knee", "HbA1c"],
  passes: ["a test of the alarm"],
};

export const noteWord: Recogniser<"note-word"> = {
  name: "note-word",
  kind: "treatment-note",
  source: "Words and short forms of UK and US clinical notes",
  see: seeWords("treatment-note"),
  flags: ["tenderness on palpation", "NKDA"],
  passes: ["tender documents for the lift"],
};
