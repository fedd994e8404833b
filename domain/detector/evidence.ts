import { type Feature, features } from "./features.ts";
import type { Seen } from "./recogniser.ts";
import { type RecogniserName, recognisers } from "./recognisers.ts";
import type { PlacedSection } from "./sections.ts";

/** Words that a window counts as at least: one short form in a line of ten makes no note. */
const fewestWords = 30;
/** Signs of windows; the next one begins half of it behind: a note in a long paper speaks for itself. */
const windowLengths = [2_000, 1_000, 500] as const;
/** Signs of a document's head, where a letter says whom it is about. */
const headLength = 1_200;

export type Sightings = ReadonlyMap<RecogniserName, readonly Seen[]>;

/** What every recogniser sees in a section, in the order of places. */
export function sightingsIn(section: PlacedSection): Sightings {
  const all = new Map<RecogniserName, readonly Seen[]>();
  for (const recogniser of recognisers) {
    const seen = [...recogniser.see(section)];
    if (seen.length > 0)
      all.set(
        recogniser.name,
        seen.sort((one, other) => one.start - other.start),
      );
  }
  return all;
}

/** How often each recogniser that saw anything did. */
export type Counts = ReadonlyMap<RecogniserName, number>;

/** A stretch of a section that is scored by itself. */
export interface Window {
  /** Offsets in the section. */
  readonly from: number;
  readonly to: number;
  readonly counts: Counts;
  readonly values: readonly number[];
}

/** The whole section, its head, and where it is long the stretches of it. */
export function* windowsOf({ text }: PlacedSection, all: Sightings): Generator<Window> {
  if (all.size === 0) return;
  const window = windowIn(text, all);
  yield window(0, text.length);
  if (text.length > headLength + 300) yield window(0, headLength);
  for (const length of windowLengths) {
    if (text.length < length * 1.5) continue;
    for (let from = 0; from + length / 2 < text.length; from += length / 2)
      yield window(from, Math.min(text.length, from + length));
  }
}

/** The blocks of a section by themselves. */
export function* blockWindowsOf({ text }: PlacedSection, all: Sightings): Generator<Window> {
  if (all.size === 0) return;
  const window = windowIn(text, all);
  for (const [from, to] of blocksOf(text)) yield window(from, to);
}

function windowIn(text: string, all: Sightings): (from: number, to: number) => Window {
  const words = wordsIn(text);
  return (from, to) => {
    const counts = countsIn(all, from, to);
    return { from, to, counts, values: valuesOf(counts, Math.max(fewestWords, words(from, to))) };
  };
}

/** Blocks of a text that a blank line, a page's end or a rule divides, where there are several: what stands beside one changes nothing of it. */
function blocksOf(text: string): readonly (readonly [from: number, to: number])[] {
  const blocks: [number, number][] = [];
  let from = 0;
  for (const {
    index,
    0: { length },
  } of text.matchAll(between)) {
    if (index > from) blocks.push([from, index]);
    from = index + length;
    if (blocks.length === blocksAtMost) return blocks;
  }
  if (from === 0) return [];
  return from < text.length ? [...blocks, [from, text.length]] : blocks;
}

const between = /\f|\n[ \t]*\n\s*|\n[-_=*]{3,}\n/g;
const blocksAtMost = 400;

function countsIn(all: Sightings, from: number, to: number): Counts {
  const counts = new Map<RecogniserName, number>();
  for (const [name, seen] of all) {
    const count = placeFrom(seen, to) - placeFrom(seen, from);
    if (count > 0) counts.set(name, count);
  }
  return counts;
}

/** What was seen within a window. */
export function seenWithin(all: Sightings, { from, to }: Window): Sightings {
  const some = new Map<RecogniserName, readonly Seen[]>();
  for (const [name, seen] of all) {
    const within = seen.slice(placeFrom(seen, from), placeFrom(seen, to));
    if (within.length > 0) some.set(name, within);
  }
  return some;
}

/** Place of the first finding that begins at an offset or behind it. */
const placeFrom = (seen: readonly Seen[], offset: number): number =>
  halved(seen.length, (place) => (seen[place]?.start ?? 0) < offset);

/** The first of so many places of which something is not so; it is so of all before and of none behind. */
function halved(count: number, isBefore: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tells how many words a stretch holds: where each begins is looked for once. */
function wordsIn(text: string): (from: number, to: number) => number {
  const starts: number[] = [];
  let inside = false;
  for (let place = 0; place < text.length; place++) {
    const isBlank = text.charCodeAt(place) <= 32;
    if (!isBlank && !inside) starts.push(place);
    inside = !isBlank;
  }
  const before = (offset: number) => halved(starts.length, (place) => (starts[place] ?? 0) < offset);
  return (from, to) => before(to) - before(from);
}

function valuesOf(counts: Counts, words: number): readonly number[] {
  const single = features.map((feature) => {
    const count = countOf(feature, counts);
    return count === 0 ? 0 : sizeOf(feature, count, words);
  });
  return [...single, ...jointValues(single)];
}

export function countOf({ of }: Feature, counts: Counts): number {
  let sum = 0;
  for (const name of of) sum += counts.get(name) ?? 0;
  return sum;
}

/** Part that one finding of several has, and how many make the whole. */
const firstPart = 0.7;
const wholeFrom = 5;

function sizeOf({ how }: Feature, count: number, words: number): number {
  if (how === "once") return 1;
  if (how === "several") return firstPart + (1 - firstPart) * Math.min(1, (count - 1) / (wholeFrom - 1));
  return Math.min(1, (count * 100) / words / how);
}

/** Least part of a mark of a note that counts as one of different marks. */
const markFrom = 0.15;
/** What a name that may be anybody's counts among the ways in which somebody is told. */
const maybePart = 0.5;

function jointValues(single: readonly number[]): readonly number[] {
  let told = 0;
  let who = 0;
  let what = 0;
  let marks = 0;
  features.forEach((feature, place) => {
    const value = single[place] ?? 0;
    if (value === 0) return;
    if (feature.who) {
      told += feature.who === "sure" ? 1 : maybePart;
      who = Math.max(who, feature.who === "sure" ? 1 : 0.6);
    }
    if (feature.what) {
      what += value;
      if (value >= markFrom) marks++;
    }
  });
  const bounded = (value: number) => Math.max(0, Math.min(1, value));
  return [bounded((told - 1) / 3), who * bounded(what / 2), bounded((marks - 2) / 4)];
}
