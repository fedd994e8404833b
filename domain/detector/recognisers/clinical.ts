import type { Recogniser, Section, Seen } from "../recogniser.ts";
import type { FindingKind } from "../verdict.ts";
import { clinicalWords, medicineEndings } from "../words/clinical.ts";

const word = /[A-Za-z][A-Za-z0-9-]*/g;
/** Distinct words that are reported of one kind; more of them say nothing new. */
const wordsAtMost = 60;

/** Each clinical word of one kind once, where it first stands. */
function seeWords(kind: FindingKind): Recogniser["see"] {
  return function* see({ text }: Section): Generator<Seen> {
    const known = new Set<string>();
    for (const found of text.matchAll(word)) {
      if (found[0].length > 24 || known.size >= wordsAtMost) continue;
      const small = found[0].toLowerCase();
      if (known.has(small)) continue;
      const is =
        clinicalWords.get(small) ??
        (medicineEndings.test(small) && small.length > 6 ? "medicine" : undefined);
      if (is !== kind) continue;
      known.add(small);
      yield { start: found.index, end: found.index + found[0].length };
    }
  };
}

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
