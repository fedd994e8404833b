import { classCount, type Signs } from "./signs.ts";
import type { Part } from "./syntax.ts";

/** What a step of the walk is. */
export const step = {
  /** Takes one sign of a set. */
  sign: 0,
  /** Goes on at two places. */
  fork: 1,
  /** A match of its pattern can begin where the walk began. */
  found: 2,
  /** Goes on where the sign before is of a set (or none of it). */
  behind: 3,
  /** Goes on at an edge: of words, of the text. */
  edge: 4,
} as const;

/** Edges of words and of the text; `notAlnum` stands before no letter and no digit. */
export const edge = { word: 0, inside: 1, begin: 2, end: 3, notAlnum: 4 } as const;

/** Copies that a repeat is made of at most; what is repeated further is taken for any number. */
const copiesAtMost = 12;
const optionalsAtMost = 3;
/** Signs of a match that are looked at. */
const deepest = 8;

/**
 * Patterns as steps from sign to sign. They take more than the patterns do and never less: what looks ahead is left out,
 * many times are any number, and where anything may follow (`[^\n]{0,60}`) the rest is not looked at.
 */
export class Steps {
  readonly kind: number[] = [];
  readonly next: number[] = [];
  /** The other place of a fork; a set's number; an edge. */
  readonly other: number[] = [];
  readonly owner: number[] = [];
  readonly sets: Uint8Array[] = [];
  /** Sets that are looked back at. */
  readonly behinds: number[] = [];
  readonly #classes: (readonly number[])[] = [];
  readonly #known = new Map<Uint8Array, number>();
  readonly #alike = new Map<string, number>();
  #owner = 0;
  #isLoose = false;

  /**
   * Adds a pattern.
   *
   * @param isLoose - Whether the ends of the text, and what stands beside a match, are let pass.
   * @returns where it begins.
   */
  add(tree: Part, owner: number, isLoose: boolean): number {
    this.#owner = owner;
    this.#isLoose = isLoose;
    const first = this.kind.length;
    const start = this.#part(tree, this.#step(step.found, 0, 0));
    this.#cut(first, start);
    return start;
  }

  /** Whatever stands so many signs behind the beginning is not looked at. */
  #cut(first: number, start: number): void {
    const signs = new Array<number>(this.kind.length - first).fill(Number.POSITIVE_INFINITY);
    let here: number[] = [start];
    for (let depth = 0; here.length > 0; depth++) {
      const behind: number[] = [];
      for (let at = here.pop(); at !== undefined; at = here.pop()) {
        if ((signs[at - first] ?? 0) <= depth) continue;
        signs[at - first] = depth;
        if (this.kind[at] === step.found) continue;
        if (this.kind[at] === step.sign) {
          if (depth === deepest) this.kind[at] = step.found;
          else behind.push(this.next[at] ?? 0);
          continue;
        }
        here.push(this.next[at] ?? 0);
        if (this.kind[at] === step.fork) here.push(this.other[at] ?? 0);
      }
      here = behind;
    }
  }

  /** The classes of a set. */
  classesOf(set: number): readonly number[] {
    const known = this.#classes[set];
    if (known) return known;
    const classes = [...(this.sets[set] ?? [])].flatMap((is, sign) => (is ? [sign] : []));
    this.#classes[set] = classes;
    return classes;
  }

  #step(kind: number, next: number, other: number): number {
    this.next.push(next);
    this.other.push(other);
    this.owner.push(this.#owner);
    return this.kind.push(kind) - 1;
  }

  #set(classes: Uint8Array): number {
    let place = this.#known.get(classes);
    if (place === undefined) {
      const key = classes.join("");
      place = this.#alike.get(key) ?? this.sets.push(classes) - 1;
      this.#alike.set(key, place);
      this.#known.set(classes, place);
    }
    return place;
  }

  #part(part: Part, next: number): number {
    switch (part.is) {
      case "sign":
        return this.#step(step.sign, next, this.#set(part.signs.some));
      case "row":
        return part.parts.reduceRight((after, one) => this.#part(one, after), next);
      case "choice":
        return part.parts
          .map((one) => this.#part(one, next))
          .reduce((one, other) => this.#step(step.fork, one, other));
      case "edge":
        if (this.#isLoose && (part.edge === "begin" || part.edge === "end")) return next;
        return this.#step(step.edge, next, edge[part.edge]);
      case "look":
        return this.#look(part, next);
      case "times":
        return this.#times(part, next);
    }
  }

  #times({ part, least, most }: Extract<Part, { is: "times" }>, next: number): number {
    let after = next;
    if (most - least > optionalsAtMost || least > copiesAtMost) {
      if (isWide(part)) after = this.#step(step.found, 0, 0);
      else {
        const fork = this.#step(step.fork, next, next);
        this.other[fork] = this.#part(part, fork);
        after = fork;
      }
    } else
      for (let time = least; time < most; time++)
        after = this.#step(step.fork, this.#part(part, after), next);
    for (let time = 0; time < least && time < copiesAtMost; time++) after = this.#part(part, after);
    return after;
  }

  /** One sign that is looked back at is looked at; of those ahead only that no letter or digit follows. */
  #look({ back, not, part }: Extract<Part, { is: "look" }>, next: number): number {
    if (this.#isLoose) return next;
    if (!back) return not && isAnyAlnum(part) ? this.#step(step.edge, next, edge.notAlnum) : next;
    const signs = oneOf(part);
    if (!signs) return next;
    const set = this.#set(not ? signs.every.map((is) => 1 - is) : signs.some);
    if (!this.behinds.includes(set)) this.behinds.push(set);
    return this.#step(step.behind, next, set);
  }
}

/** The signs of a part that is one sign. */
function oneOf(part: Part): Signs | undefined {
  if (part.is === "sign") return part.signs;
  return part.is === "row" && part.parts.length === 1 && part.parts[0] ? oneOf(part.parts[0]) : undefined;
}

/** Whether any letter or digit is what the part is of. */
function isAnyAlnum(part: Part): boolean {
  if (part.is === "choice") return part.parts.some(isAnyAlnum);
  const signs = oneOf(part);
  return signs !== undefined && isAlnum(signs);
}

function isAlnum({ every }: Signs): boolean {
  for (let sign = 0; sign < classCount; sign++)
    if (
      ((sign >= 48 && sign <= 57) || (sign >= 65 && sign <= 90) || (sign >= 97 && sign <= 122)) &&
      !every[sign]
    )
      return false;
  return true;
}

/** Blanks and letters alike: it runs on over words. */
function isWide(part: Part): boolean {
  const signs = oneOf(part);
  return signs !== undefined && signs.some[32] === 1 && signs.some[101] === 1;
}
