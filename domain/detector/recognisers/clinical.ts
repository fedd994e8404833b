import type { Recogniser, Section, Seen } from "../recogniser.ts";
import type { FindingKind } from "../verdict.ts";
import { clinicalEndings, clinicalWords, medicineEndings } from "../words/clinical.ts";

const word = /[A-Za-z][A-Za-z0-9-]*/g;
/** Distinct words that are reported of one kind; more of them say nothing new. */
const wordsAtMost = 60;

type Words = ReadonlyMap<FindingKind, readonly Seen[]>;
/** Four recognisers ask for the words of the same section one after the other. */
const told = new WeakMap<Section, Words>();

function wordsOf(section: Section): Words {
  let words = told.get(section);
  if (!words) {
    words = tell(section.text);
    told.set(section, words);
  }
  return words;
}

function tell(text: string): Words {
  const kinds = new Map<FindingKind, Seen[]>();
  const known = new Set<string>();
  for (const found of text.matchAll(word)) {
    if (found[0].length > 24) continue;
    const small = found[0].toLowerCase();
    if (known.has(small)) continue;
    known.add(small);
    const kind = clinicalWords.get(small) ?? (small.length > 6 ? kindByEnding(small) : undefined);
    if (kind === undefined) continue;
    const seen = kinds.get(kind) ?? [];
    if (seen.length < wordsAtMost) seen.push({ start: found.index, end: found.index + found[0].length });
    kinds.set(kind, seen);
  }
  return kinds;
}

function kindByEnding(word: string): FindingKind | undefined {
  if (medicineEndings.test(word)) return "medicine";
  return clinicalEndings.test(word) ? "diagnosis" : undefined;
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
