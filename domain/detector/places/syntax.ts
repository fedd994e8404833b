import { bothOf, isWordClass, othersThan, type Range, type Signs, signOf, signsOf } from "./signs.ts";

/** A regular expression as a tree. */
export type Part =
  | { readonly is: "sign"; readonly signs: Signs }
  | { readonly is: "row" | "choice"; readonly parts: readonly Part[] }
  | { readonly is: "times"; readonly part: Part; readonly least: number; readonly most: number }
  | { readonly is: "edge"; readonly edge: "begin" | "end" | "word" | "inside" }
  | { readonly is: "look"; readonly back: boolean; readonly not: boolean; readonly part: Part };

/** Says that a pattern has a syntax that isn't known here. */
class Unknown extends Error {}

/** The tree of a pattern; `undefined` where it holds something that isn't known here. */
export function treeOf({ source, flags }: RegExp): Part | undefined {
  if (/[muvy]/.test(flags)) return undefined;
  try {
    return new Reader(source, flags.includes("i")).whole();
  } catch (problem) {
    if (problem instanceof Unknown) return undefined;
    throw problem;
  }
}

const digits: readonly Range[] = [[48, 57]];
const wordSigns: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const blanks: readonly Range[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const lineEnds: readonly Range[] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
const kinds: Readonly<Record<string, readonly Range[]>> = { d: digits, w: wordSigns, s: blanks };
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, "0": 0 };
const nothing: readonly Range[] = [];

/** Sets by how they are written. */
const sets = new Map<string, Signs>();
const setEnd = /(?:[^\\\]]|\\.)*\]/y;

class Reader {
  readonly #source: string;
  readonly #anyCase: boolean;
  #place = 0;

  constructor(source: string, anyCase: boolean) {
    this.#source = source;
    this.#anyCase = anyCase;
  }

  whole(): Part {
    const part = this.#choice();
    if (this.#place < this.#source.length) throw new Unknown();
    return part;
  }

  get #next(): string {
    return this.#source.charAt(this.#place);
  }

  #took(words: string): boolean {
    if (!this.#source.startsWith(words, this.#place)) return false;
    this.#place += words.length;
    return true;
  }

  #choice(): Part {
    const parts = [this.#row()];
    while (this.#took("|")) parts.push(this.#row());
    return parts.length === 1 && parts[0] ? parts[0] : { is: "choice", parts };
  }

  #row(): Part {
    const parts: Part[] = [];
    while (this.#place < this.#source.length) {
      const next = this.#next;
      if (next === "|" || next === ")") break;
      parts.push(this.#repeated());
    }
    return { is: "row", parts };
  }

  #repeated(): Part {
    const part = this.#plain() ?? this.#one();
    const next = this.#next;
    if (next === "" || !"?*+{".includes(next)) return part;
    const found = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/.exec(
      this.#source.slice(this.#place, this.#place + 16),
    );
    if (!found) return part;
    const [words, sign, from = "", comma, to] = found;
    this.#place += words.length;
    const least = sign === undefined ? Number(from) : sign === "+" ? 1 : 0;
    const open = sign === undefined ? comma !== "" && to === "" : sign !== "?";
    const most = open ? Number.POSITIVE_INFINITY : sign === "?" ? 1 : Number(to === "" ? from : to);
    return { is: "times", part, least, most };
  }

  /** Letters, digits and blanks, of which most patterns are made: they stand for themselves. */
  #plain(): Part | undefined {
    const code = this.#source.charCodeAt(this.#place);
    if (code !== 32 && !isWordClass(code)) return undefined;
    this.#place++;
    return { is: "sign", signs: signOf(code, this.#anyCase) };
  }

  #one(): Part {
    if (this.#next === "(") return this.#group();
    if (this.#took("^")) return { is: "edge", edge: "begin" };
    if (this.#took("$")) return { is: "edge", edge: "end" };
    if (this.#took("\\b")) return { is: "edge", edge: "word" };
    if (this.#took("\\B")) return { is: "edge", edge: "inside" };
    if (this.#took("[")) return { is: "sign", signs: this.#knownSet() };
    if (this.#took(".")) return { is: "sign", signs: othersThan(signsOf(lineEnds, false)) };
    const one = this.#sign();
    return { is: "sign", signs: typeof one === "number" ? signOf(one, this.#anyCase) : one };
  }

  #group(): Part {
    for (const [sign, back, not] of looks)
      if (this.#took(sign)) return { is: "look", back, not, part: this.#closed() };
    if (this.#took("(?:")) return this.#closed();
    this.#place++;
    if (this.#next === "?") throw new Unknown();
    return this.#closed();
  }

  #closed(): Part {
    const part = this.#choice();
    if (!this.#took(")")) throw new Unknown();
    return part;
  }

  /** Many patterns hold the same sets. */
  #knownSet(): Signs {
    setEnd.lastIndex = this.#place;
    const key = `${setEnd.exec(this.#source)?.[0] ?? ""}${this.#anyCase}`;
    const known = sets.get(key);
    if (known) {
      this.#place = setEnd.lastIndex;
      return known;
    }
    const signs = this.#set();
    sets.set(key, signs);
    return signs;
  }

  #set(): Signs {
    const isOther = this.#took("^");
    const ranges: Range[] = [];
    let signs = signsOf(nothing, false);
    while (this.#next !== "]") {
      if (this.#place >= this.#source.length) throw new Unknown();
      const from = this.#sign();
      const isRange = this.#next === "-" && this.#source.charAt(this.#place + 1) !== "]";
      if (typeof from !== "number") {
        if (isRange) throw new Unknown();
        signs = bothOf(signs, from);
      } else if (isRange) {
        this.#place++;
        const to = this.#sign();
        if (typeof to !== "number") throw new Unknown();
        ranges.push([from, to]);
      } else ranges.push([from, from]);
    }
    this.#place++;
    const all = bothOf(signs, signsOf(ranges, this.#anyCase));
    return isOther ? othersThan(all) : all;
  }

  /** A sign's code, or a kind of signs. */
  #sign(): number | Signs {
    const sign = this.#next;
    this.#place++;
    if (sign !== "\\") return sign.charCodeAt(0);
    const kind = this.#next;
    this.#place++;
    const ranges = kinds[kind.toLowerCase()];
    if (ranges) {
      const signs = signsOf(ranges, false);
      return kind === kind.toLowerCase() ? signs : othersThan(signs);
    }
    const control = controls[kind];
    if (control !== undefined) return control;
    if (kind === "u") return this.#code(4);
    if (kind === "x") return this.#code(2);
    if (/[A-Za-z1-9]/.test(kind)) throw new Unknown();
    return kind.charCodeAt(0);
  }

  #code(length: number): number {
    const digits = this.#source.slice(this.#place, this.#place + length);
    if (digits.length < length || !/^[0-9a-f]+$/i.test(digits)) throw new Unknown();
    this.#place += length;
    return Number.parseInt(digits, 16);
  }
}

const looks = [
  ["(?=", false, false],
  ["(?!", false, true],
  ["(?<=", true, false],
  ["(?<!", true, true],
] as const;
