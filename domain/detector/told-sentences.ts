import type { Section, Seen } from "./recogniser.ts";
import { isWordOfHealth, wordsOf } from "./section-words.ts";
import { does } from "./words/telling.ts";

/** Clinical words of a sentence that count. */
const clinicalAtMost = 2;
/** What a sentence must hold: clinical words, somebody, an event, a finding; more where a writer or a reader is meant. */
const toldFrom = { ofSomebody: 3, ofWriter: 4 } as const;
/** Longest run of words that is one sentence; a longer one begins anew. */
const wordsAtMost = 60;
/** Longest clause of a note in words. */
const terseAtMost = 16;
const seenAtMost = 200;
/** A row of a table, and no sentence: cells of which two stand without a blank between them. */
const cells = /[,;|\t]\S[^,;|\t\n]{0,80}[,;|\t]\S/;
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
  /** Clauses of few words, without an article or anybody, that say what was found, done or said. */
  readonly terse: readonly Seen[];
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
): keyof Omit<Telling, "animals" | "terse"> | undefined {
  const has = (mark: number) => (marks & mark) !== 0;
  const isOfSomebody = has(does.person);
  if (has(does.general) || (has(does.modal) && !isOfSomebody)) return "general";
  if (has(does.us) && !has(does.pronoun | does.reader | does.writer)) return "general";
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

/** Marks of prose, of orders and of rules. */
const ofProse =
  does.article | does.reader | does.writer | does.general | does.modal | does.condition | does.us;
const ofHappening = does.tale | does.finding | does.withSomebody;

/** Whether a clause is one of a note: few words, nothing of prose, and more than a measure or a dose. */
const isTerse = (marks: number, words: number, hasEvent: boolean): boolean =>
  words <= terseAtMost && (marks & ofProse) === 0 && hasEvent;

function pass(section: Section): Telling {
  const { text } = section;
  const { tokens } = wordsOf(section);
  const told = { ofOne: [] as Seen[], found: [] as Seen[], general: [] as Seen[] };
  const terse: Seen[] = [];
  const animals = new Map<string, Seen>();
  let sureAnimals = 0;
  let hasEvent = false;
  let marks = 0;
  let clinical = 0;
  let words = 0;
  let start = 0;
  let end = 0;
  const close = (by?: number) => {
    if (clinical > 0 && words >= 2) {
      const kind = words >= 3 ? toldBy(marks, clinical, by === question) : undefined;
      const isShort = by !== question && isTerse(marks, words, hasEvent);
      if ((kind !== undefined || isShort) && !cells.test(text.slice(start, end))) {
        if (kind !== undefined && told[kind].length < seenAtMost) told[kind].push({ start, end });
        if (isShort && terse.length < seenAtMost) terse.push({ start, end });
      }
    }
    marks = 0;
    clinical = 0;
    words = 0;
    hasEvent = false;
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
    hasEvent ||= (mark & ofHappening) !== 0 && (mark & does.unit) === 0;
    if ((mark & does.health) !== 0 || ((mark & does.person) === 0 && isWordOfHealth(mark))) clinical++;
    if ((mark & does.animal) === 0) continue;
    const small = text.slice(from, end).toLowerCase().replace("\u2019", "'");
    if (animals.has(small)) continue;
    animals.set(small, { start: from, end });
    if ((mark & does.surelyAnimal) !== 0) sureAnimals++;
  }
  close();
  const isOfAnimals = sureAnimals > 0 && animals.size >= animalsFrom;
  return { ...told, terse, animals: isOfAnimals ? [...animals.values()] : [] };
}
