/**
 * Signs in classes, as the walk over a text keeps them apart: each ASCII sign is one by itself, those beyond are told in
 * blocks.
 */

/** Blocks of signs beyond ASCII, by their first sign; each reaches to the next one. */
const blocks = [
  0x80, 0xa0, 0xa1, 0xc0, 0x250, 0x400, 0x530, 0x700, 0x2000, 0x2010, 0x2016, 0x2018, 0x201a, 0x2070, 0x3400,
  0xa000,
] as const;
const ascii = 128;
/** The class of what is no sign: what stands before a text and behind it. */
export const noSign = ascii + blocks.length;
export const classCount = noSign + 1;

/** Blocks whose signs have no other case: spaces, dashes and quotes. */
const hasNoCase: ReadonlySet<number> = new Set([0xa0, 0x2000, 0x2010, 0x2016, 0x2018, 0x201a]);

const cased = blocks.flatMap((from, place) => (hasNoCase.has(from) ? [] : [ascii + place]));

let table: Uint8Array | undefined;
/** The class of each UTF-16 unit. */
export function classTable(): Uint8Array {
  if (!table) {
    table = new Uint8Array(0x10000);
    for (let code = 0; code < ascii; code++) table[code] = code;
    for (const [place, from] of blocks.entries())
      table.fill(ascii + place, from, blocks[place + 1] ?? 0x10000);
  }
  return table;
}

export const isWordClass = (sign: number): boolean =>
  (sign >= 48 && sign <= 57) || (sign >= 65 && sign <= 90) || sign === 95 || (sign >= 97 && sign <= 122);

/** A set of signs, rounded to classes. */
export interface Signs {
  /** 1 for each class of which some signs are in the set. */
  readonly some: Uint8Array;
  /** 1 for each class of which all are. */
  readonly every: Uint8Array;
}

export type Range = readonly [from: number, to: number];

const single = new Map<number, Signs>();
/** One sign; where case says nothing, the other case too. */
export function signOf(code: number, anyCase: boolean): Signs {
  const key = code * 2 + Number(anyCase);
  const signs = single.get(key) ?? signsOf([[code, code]], anyCase);
  single.set(key, signs);
  return signs;
}

/** The signs of some ranges; where case says nothing, those of the other case too. */
export function signsOf(ranges: readonly Range[], anyCase: boolean): Signs {
  const some = new Uint8Array(classCount);
  const every = new Uint8Array(classCount);
  for (const [first, last] of ranges) {
    const end = Math.min(last, ascii - 1);
    if (first <= end) {
      some.fill(1, first, end + 1);
      every.fill(1, first, end + 1);
    }
    if (last < ascii) continue;
    for (const [place, from] of blocks.entries()) {
      const to = (blocks[place + 1] ?? 0x10000) - 1;
      if (first <= to && last >= from) some[ascii + place] = 1;
      if (first <= from && last >= to) every[ascii + place] = 1;
    }
  }
  if (anyCase) {
    for (let small = 97; small <= 122; small++) {
      const is = some[small] || some[small - 32] ? 1 : 0;
      for (const letter of [small, small - 32]) some[letter] = every[letter] = is;
    }
    // Some letters have their other case in another block.
    if (cased.some((place) => some[place])) for (const place of cased) some[place] = 1;
  }
  return { some, every };
}

/** All other signs. */
export function othersThan({ some, every }: Signs): Signs {
  const not = (classes: Uint8Array) => classes.map((is, place) => (place === noSign ? 0 : 1 - is));
  return { some: not(every), every: not(some) };
}

/** The same signs of both. */
export function bothOf(one: Signs, other: Signs): Signs {
  const either = (a: Uint8Array, b: Uint8Array) => a.map((is, place) => is | (b[place] ?? 0));
  return { some: either(one.some, other.some), every: either(one.every, other.every) };
}
