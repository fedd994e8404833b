import type { Section } from "./recogniser.ts";
import type { FindingKind } from "./verdict.ts";
import { clinicalEndings, clinicalWords, medicineEndings } from "./words/clinical.ts";
import { shortForms } from "./words/short-forms.ts";
import { tellingWords } from "./words/telling.ts";

/** Kinds of clinical words; their place is what a mark holds of them, and 0 is none. */
const kinds: readonly (FindingKind | undefined)[] = [
  undefined,
  ...new Set<FindingKind>(["medicine", "diagnosis", ...clinicalWords.values()]),
];
/** Where the marks of `words/telling.ts` end and the kind of a clinical word begins. */
const kindFrom = 18;
/** A word of clinicians, or one that ends as medicines do. */
const ofHealth = 1 << 16;
/** A short form of notes. */
const isShort = 1 << 17;

/** The kind of a clinical word by its mark. */
export const kindOf = (mark: number): FindingKind | undefined => kinds[mark >> kindFrom];
/** Whether it is a clinical word or a short form of notes, by its mark. */
export const isWordOfHealth = (mark: number): boolean => kindOf(mark) !== undefined || (mark & isShort) !== 0;

/** What each word of the lists is, in small letters; made when it is first asked. */
let lexicon: ReadonlyMap<string, number> | undefined;

function marksOfLists(): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const word of [...clinicalWords.keys(), ...tellingWords.keys(), ...shortForms]) {
    const kind = clinicalWords.get(word);
    const clinical = kind === undefined ? markOfEnding(word) : (kinds.indexOf(kind) << kindFrom) | ofHealth;
    const short = shortForms.has(word) ? isShort : 0;
    marks.set(word, (tellingWords.get(word) ?? 0) | clinical | short);
  }
  return marks;
}

/** Shortest word that is told by its end. */
const endedFrom = 7;
const medicine = (kinds.indexOf("medicine") << kindFrom) | ofHealth;
const diagnosis = kinds.indexOf("diagnosis") << kindFrom;

function markOfEnding(word: string): number {
  if (word.length < endedFrom) return 0;
  if (medicineEndings.test(word)) return medicine;
  return clinicalEndings.test(word) ? diagnosis : 0;
}

function markOf(small: string): number {
  lexicon ??= marksOfLists();
  return lexicon.get(small) ?? markOfEnding(small);
}

/** In notes ultrasound and a score of nourishment: neither us nor a rule. */
const namesOfTests: ReadonlySet<string> = new Set(["US", "MUST"]);
const markOfWord = (word: string): number => (namesOfTests.has(word) ? 0 : markOf(word.toLowerCase()));

/** A section's words, found and looked up in one pass. */
export interface SectionWords {
  /**
   * Words as sentences have them (`pt's`, `c/o`), and the ends of sentences and lines, three numbers each: where it begins,
   * where it ends, and what it does (`words/telling.ts`, with a kind where it is clinical); an end has its sign below zero.
   */
  readonly tokens: readonly number[];
  /** Clinical words of letters, digits and hyphens, three numbers each alike. */
  readonly clinical: readonly number[];
}

const known = new WeakMap<Section, SectionWords>();

/** Several recognisers ask for the words of the same section one after the other. */
export function wordsOf(section: Section): SectionWords {
  let words = known.get(section);
  if (!words) {
    words = wordsIn(section.text);
    known.set(section, words);
  }
  return words;
}

const is = { other: 0, letter: 1, inside: 2, joint: 3, stop: 4 } as const;
const isOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[A-Za-z]/.test(sign)) return is.letter;
  if (/[0-9-]/.test(sign)) return is.inside;
  if (/['/]/.test(sign)) return is.joint;
  return /[.!?;\n]/.test(sign) ? is.stop : is.other;
});
const apostrophe = 0x2019;
const signAt = (text: string, place: number): number => {
  const code = text.charCodeAt(place);
  return code < 128 ? (isOf[code] ?? is.other) : code === apostrophe ? is.joint : is.other;
};
/** A word with what is bound to it. */
const bound = /[A-Za-z][A-Za-z0-9'\u2019-]*(?:\/[a-z](?![A-Za-z]))?/y;
const lineEnd = 10;

function wordsIn(text: string): SectionWords {
  const tokens: number[] = [];
  const clinical: number[] = [];
  /** Where the last token ends. */
  let reached = 0;
  const take = (from: number) => {
    bound.lastIndex = from;
    const word = bound.exec(text)?.[0] ?? "";
    reached = from + word.length;
    tokens.push(from, reached, markOf(word.toLowerCase().replace("\u2019", "'")));
  };
  for (let place = 0; place < text.length; ) {
    const sign = signAt(text, place);
    if (sign !== is.letter) {
      if (sign === is.stop) {
        const code = text.charCodeAt(place);
        if (code === lineEnd || isBlankAt(text, place + 1)) tokens.push(place, place + 1, -code);
      }
      place++;
      continue;
    }
    const start = place;
    let behind: number = is.letter;
    while (behind === is.letter || behind === is.inside) behind = signAt(text, ++place);
    const mark = markOfWord(text.slice(start, place));
    if (mark >> kindFrom !== 0) clinical.push(start, place, mark);
    if (start < reached) {
      // What stands behind `c/o` in `c/o2-x` begins anew.
      for (let at = reached; at < place; at++) if (signAt(text, at) === is.letter) take(at);
    } else if (behind === is.joint) take(start);
    else {
      reached = place;
      tokens.push(start, place, mark);
    }
  }
  return { tokens, clinical };
}

function isBlankAt(text: string, place: number): boolean {
  if (place >= text.length) return true;
  const code = text.charCodeAt(place);
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(text.charAt(place));
}

/** Whether a clinical word stands within a stretch that begins and ends beside words. */
export function hasHealthWord(section: Section, from: number, to: number): boolean {
  const { clinical } = wordsOf(section);
  let low = 0;
  let high = clinical.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clinical[middle * 3] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (let at = low * 3; at < clinical.length && (clinical[at + 1] ?? 0) <= to; at += 3)
    if (((clinical[at + 2] ?? 0) & ofHealth) !== 0) return true;
  return false;
}
