import { type Feature, features } from "./features.ts";
import type { Seen } from "./recogniser.ts";
import { type RecogniserName, recognisers } from "./recognisers.ts";
import type { PlacedSection } from "./sections.ts";

/** Words that a window counts as at least: one short form in a line of ten makes no note. */
const fewestWords = 40;
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

/** A stretch of a section that is scored by itself. */
export interface Window {
  readonly seen: Sightings;
  readonly values: readonly number[];
}

/** The whole section, its head, and where it is long the stretches of it. */
export function* windowsOf({ text }: PlacedSection, all: Sightings): Generator<Window> {
  if (all.size === 0) return;
  yield windowOf(all, wordsIn(text, 0, text.length));
  if (text.length > headLength + 300) {
    const head = within(all, 0, headLength);
    if (head.size > 0) yield windowOf(head, wordsIn(text, 0, headLength));
  }
  for (const length of windowLengths) {
    if (text.length < length * 1.5) continue;
    for (let from = 0; from + length / 2 < text.length; from += length / 2) {
      const to = Math.min(text.length, from + length);
      const seen = within(all, from, to);
      if (seen.size > 0) yield windowOf(seen, wordsIn(text, from, to));
    }
  }
}

function within(all: Sightings, from: number, to: number): Sightings {
  const some = new Map<RecogniserName, readonly Seen[]>();
  for (const [name, seen] of all) {
    const first = firstFrom(seen, from);
    const last = firstFrom(seen, to);
    if (last > first) some.set(name, seen.slice(first, last));
  }
  return some;
}

/** Place of the first finding that begins at an offset or behind it. */
function firstFrom(seen: readonly Seen[], offset: number): number {
  let low = 0;
  let high = seen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seen[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordsIn(text: string, from: number, to: number): number {
  let count = 0;
  let inside = false;
  for (let place = from; place < to; place++) {
    const blank = text.charCodeAt(place) <= 32;
    if (!blank && !inside) count++;
    inside = !blank;
  }
  return Math.max(fewestWords, count);
}

function windowOf(seen: Sightings, words: number): Window {
  const single = features.map((feature) => sizeOf(feature, countOf(feature, seen), words));
  return { seen, values: [...single, ...jointValues(single)] };
}

export const countOf = ({ of }: Feature, seen: Sightings): number =>
  of.reduce((sum, name) => sum + (seen.get(name)?.length ?? 0), 0);

/** Part that one finding of several has, and how many make the whole. */
const firstPart = 0.7;
const wholeFrom = 5;

function sizeOf({ how }: Feature, count: number, words: number): number {
  if (count === 0) return 0;
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
