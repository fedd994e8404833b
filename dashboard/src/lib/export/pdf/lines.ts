import bidiFactory from "bidi-js";
import { printable } from "../paper.ts";
import { charactersOf, type Piece, type Typeface, type Weight } from "./typeface.ts";

const bidi = bidiFactory();

/** A stretch of a line in one font and one direction, as it is drawn. */
export interface Run extends Piece {
  readonly rightToLeft: boolean;
  readonly width: number;
}

/** A line ready to draw: its runs from left to right. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
  /** Whether its paragraph reads from right to left, and so stands at the right. */
  readonly rightToLeft: boolean;
}

interface Character {
  readonly text: string;
  /** Odd: from right to left (UAX #9). */
  readonly level: number;
  readonly piece: Piece;
}

export interface Setting {
  readonly typeface: Typeface;
  readonly weight: Weight;
  /** In points. */
  readonly size: number;
}

/** Breaks a text into lines no wider than `width` points; each of its own lines is a paragraph with its own direction. */
export function linesOf(text: string, width: number, setting: Setting): Line[] {
  return printable(text)
    .split("\n")
    .flatMap((paragraph) => {
      const { levels, paragraphs } = bidi.getEmbeddingLevels(paragraph);
      const base = paragraphs[0]?.level ?? 0;
      const characters = charactersIn(paragraph, levels, setting);
      return broken(characters, width, setting).map((line) => inOrder(line, base, setting));
    });
}

function charactersIn(text: string, levels: Uint8Array, { typeface, weight }: Setting): Character[] {
  let before: string | undefined;
  return charactersOf(text).map(({ at, text: one }) => {
    const level = levels[at] ?? 0;
    const mirrored = level % 2 === 1 ? (bidi.getMirroredCharacter(one) ?? one) : one;
    const piece = typeface.pieceFor(mirrored, weight, level % 2 === 1 ? before : undefined);
    before = piece.font;
    return { text: one, level, piece };
  });
}

const mayBreakAfter = /^[ \-/\u2013\u2014]$/;

/** Lines as stretches of characters: broken at a space, after a hyphen or slash, or anywhere in a word too long. */
function broken(characters: readonly Character[], width: number, setting: Setting): Character[][] {
  const lines: Character[][] = [];
  let line: Character[] = [];
  const full = (more: readonly Character[]) => widthOf(trimmed([...line, ...more]), setting) > width;
  for (const word of wordsOf(characters)) {
    if (line.length > 0 && full(word)) {
      lines.push(line);
      line = [];
    }
    if (!full(word)) line.push(...word);
    else {
      for (const character of word) {
        if (line.length > 0 && full([character])) {
          lines.push(line);
          line = [];
        }
        line.push(character);
      }
    }
  }
  return [...lines, line];
}

function wordsOf(characters: readonly Character[]): Character[][] {
  const words: Character[][] = [];
  let word: Character[] = [];
  for (const character of characters) {
    word.push(character);
    if (!mayBreakAfter.test(character.text)) continue;
    words.push(word);
    word = [];
  }
  return word.length > 0 ? [...words, word] : words;
}

function trimmed(characters: readonly Character[]): readonly Character[] {
  let end = characters.length;
  while (end > 0 && characters[end - 1]?.text === " ") end -= 1;
  return characters.slice(0, end);
}

/** As drawn, in runs: an Arabic word is narrower than its letters one by one. */
function widthOf(characters: readonly Character[], setting: Setting): number {
  return runsOf(characters, setting).reduce((sum, run) => sum + run.width, 0);
}

interface LevelRun extends Run {
  readonly level: number;
}

const strongRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** These digits count as Arabic letters where a font is laid out, and would come out in reverse. */
const digitOfRightToLeft = /[\u0660-\u0669\u06f0-\u06f9]/;

/** Neighbours of one font and level together, in the order of reading. */
function runsOf(characters: readonly Character[], { typeface, size }: Setting): LevelRun[] {
  const groups: Character[][] = [];
  for (const character of characters) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const joins =
      before !== undefined &&
      before.level === character.level &&
      before.piece.font === character.piece.font &&
      !(character.level % 2 === 0 && digitOfRightToLeft.test(character.text));
    if (joins) last?.push(character);
    else groups.push([character]);
  }
  return groups.map((group) => {
    const [first] = group as [Character, ...Character[]];
    const texts = group.map(({ piece }) => piece.text);
    const odd = first.level % 2 === 1;
    // The font turns a run with Arabic letters round itself; one of signs and spaces alone is turned here.
    const rightToLeft = odd && texts.some((text) => strongRightToLeft.test(text));
    const piece = { font: first.piece.font, text: (odd && !rightToLeft ? texts.reverse() : texts).join("") };
    return { ...piece, rightToLeft, level: first.level, width: typeface.widthOf(piece, size, rightToLeft) };
  });
}

/** The runs of a line from left to right (UAX #9, L1 and L2). */
function inOrder(characters: readonly Character[], base: number, setting: Setting): Line {
  const words = trimmed(characters);
  const runs = runsOf(words, setting);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) reverseFrom(level, runs);
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  // The space at which a line breaks is kept where it stands to the right: copied text keeps its words apart.
  if (base % 2 === 0 && words.length < characters.length)
    runs.push(...runsOf(characters.slice(words.length), setting));
  return { runs, width, rightToLeft: base % 2 === 1 };
}

/** Reverses, in place, each stretch of runs at this level or above. */
function reverseFrom(level: number, runs: LevelRun[]): void {
  for (let start = 0; start < runs.length; start += 1) {
    let end = start;
    while ((runs[end]?.level ?? -1) >= level) end += 1;
    if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = Math.max(start, end - 1);
  }
}
