import type { Section, Seen } from "./recogniser.ts";
import { clinicalEndings, clinicalWords, medicineEndings } from "./words/clinical.ts";
import { does, tellingWords } from "./words/telling.ts";

/** Words, and the ends of sentences and of lines. */
const token = /[A-Za-z][A-Za-z0-9'\u2019-]*(?:\/[a-z](?![A-Za-z]))?|[.!?;](?=\s|$)|\n/g;
/** Clinical words of a sentence that count. */
const clinicalAtMost = 2;
/** What a sentence must hold: clinical words, somebody, an event, a finding. */
const toldFrom = 3;
/** Longest run of words that is one sentence; a longer one begins anew. */
const wordsAtMost = 60;
const seenAtMost = 200;
/** Different words of animals that make a vet's paper, of which one says so by itself. */
const animalsFrom = 2;

/** What one pass over a section's words tells. */
export interface Telling {
  /** Sentences that tell of one person's health. */
  readonly told: readonly Seen[];
  /** Sentences that tell of many. */
  readonly general: readonly Seen[];
  readonly animals: readonly Seen[];
}

const known = new WeakMap<Section, Telling>();

/** Several recognisers ask for the same section one after the other. */
export function tellingOf(section: Section): Telling {
  let telling = known.get(section);
  if (!telling) {
    telling = pass(section.text);
    known.set(section, telling);
  }
  return telling;
}

const isClinical = (word: string): boolean =>
  clinicalWords.has(word) || (word.length > 6 && (medicineEndings.test(word) || clinicalEndings.test(word)));

function pass(text: string): Telling {
  const told: Seen[] = [];
  const general: Seen[] = [];
  const animals = new Map<string, Seen>();
  let sureAnimals = 0;
  let marks = 0;
  let clinical = 0;
  let words = 0;
  let start = 0;
  let end = 0;
  const close = () => {
    if (clinical > 0 && words >= 3) {
      const has = (mark: number) => Number((marks & mark) !== 0);
      const weight = Math.min(clinicalAtMost, clinical) + has(does.person) + has(does.tale) + has(does.finding);
      if (has(does.general)) {
        if (general.length < seenAtMost) general.push({ start, end });
      } else if (weight >= toldFrom && told.length < seenAtMost) told.push({ start, end });
    }
    marks = 0;
    clinical = 0;
    words = 0;
  };
  for (const found of text.matchAll(token)) {
    const [word] = found;
    if (word.length === 1 && /[.!?;\n]/.test(word)) {
      close();
      continue;
    }
    if (words === wordsAtMost) close();
    if (words++ === 0) start = found.index;
    end = found.index + word.length;
    const small = word.toLowerCase().replace("\u2019", "'");
    const mark = tellingWords.get(small) ?? 0;
    marks |= mark;
    if ((mark & does.health) !== 0 || isClinical(small)) clinical++;
    if ((mark & does.animal) !== 0 && !animals.has(small)) {
      animals.set(small, { start: found.index, end });
      if ((mark & does.surelyAnimal) !== 0) sureAnimals++;
    }
  }
  close();
  const isOfAnimals = sureAnimals > 0 && animals.size >= animalsFrom;
  return { told, general, animals: isOfAnimals ? [...animals.values()] : [] };
}
