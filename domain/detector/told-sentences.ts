import type { Section, Seen } from "./recogniser.ts";
import { kindOf, wordsOf } from "./section-words.ts";
import { does } from "./words/telling.ts";

/** Clinical words of a sentence that count. */
const clinicalAtMost = 2;
/** What a sentence must hold: clinical words, somebody, an event, a finding; more where a writer or a reader is meant. */
const toldFrom = { ofSomebody: 3, ofWriter: 4 } as const;
/** Longest run of words that is one sentence; a longer one begins anew. */
const wordsAtMost = 60;
const seenAtMost = 200;
/** Different words of animals that make a vet's paper, of which one says so by itself. */
const animalsFrom = 2;

/** What one pass over a section's words tells. */
export interface Telling {
  /** Sentences that tell of one person's health: of somebody, of whoever writes or is written to. */
  readonly ofOne: readonly Seen[];
  /** Sentences that tell what was found or done, and leave the person out. */
  readonly found: readonly Seen[];
  /** Sentences that tell of many. */
  readonly general: readonly Seen[];
  readonly animals: readonly Seen[];
}

const known = new WeakMap<Section, Telling>();

/** Several recognisers ask for the same section one after the other. */
export function tellingOf(section: Section): Telling {
  let telling = known.get(section);
  if (!telling) {
    telling = pass(section);
    known.set(section, telling);
  }
  return telling;
}

/** What a sentence with clinical words does, by the marks of all its words. */
function toldBy(
  marks: number,
  clinical: number,
  isQuestion: boolean,
): keyof Omit<Telling, "animals"> | undefined {
  const has = (mark: number) => (marks & mark) !== 0;
  const isOfSomebody = has(does.person);
  if (has(does.general) || (has(does.modal) && !isOfSomebody)) return "general";
  const isOfWriter = !isOfSomebody && (has(does.writer) || (has(does.reader) && !has(does.condition)));
  if (has(does.reader) && (isQuestion || has(does.condition))) return undefined;
  const weight =
    Math.min(clinicalAtMost, clinical) +
    Number(isOfSomebody || isOfWriter) +
    Number(has(does.tale)) +
    Number(has(does.finding) || (isOfSomebody && has(does.withSomebody)));
  if (weight < (isOfWriter ? toldFrom.ofWriter : toldFrom.ofSomebody)) return undefined;
  return isOfSomebody || isOfWriter ? "ofOne" : "found";
}

const question = 63;

function pass(section: Section): Telling {
  const { text } = section;
  const { tokens } = wordsOf(section);
  const told = { ofOne: [] as Seen[], found: [] as Seen[], general: [] as Seen[] };
  const animals = new Map<string, Seen>();
  let sureAnimals = 0;
  let marks = 0;
  let clinical = 0;
  let words = 0;
  let start = 0;
  let end = 0;
  const close = (by?: number) => {
    if (clinical > 0 && words >= 3) {
      const kind = toldBy(marks, clinical, by === question);
      if (kind !== undefined && told[kind].length < seenAtMost) told[kind].push({ start, end });
    }
    marks = 0;
    clinical = 0;
    words = 0;
  };
  for (let at = 0; at < tokens.length; at += 3) {
    const from = tokens[at] ?? 0;
    const mark = tokens[at + 2] ?? 0;
    if (mark < 0) {
      close(-mark);
      continue;
    }
    if (words === wordsAtMost) close();
    if (words++ === 0) start = from;
    end = tokens[at + 1] ?? 0;
    marks |= mark;
    if ((mark & does.health) !== 0 || ((mark & does.person) === 0 && kindOf(mark) !== undefined)) clinical++;
    if ((mark & does.animal) === 0) continue;
    const small = text.slice(from, end).toLowerCase().replace("\u2019", "'");
    if (animals.has(small)) continue;
    animals.set(small, { start: from, end });
    if ((mark & does.surelyAnimal) !== 0) sureAnimals++;
  }
  close();
  const isOfAnimals = sureAnimals > 0 && animals.size >= animalsFrom;
  return { ...told, animals: isOfAnimals ? [...animals.values()] : [] };
}
