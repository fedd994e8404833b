import type { Section } from "../recogniser.ts";
import { isWordClass } from "./signs.ts";
import { type Kept, type Machine, machineOf, type Places, walk } from "./walk.ts";

/** Signs from which on the walk pays. */
const worthFrom = 400;
/** A pattern that can begin at more than one in so many signs is looked for from place to place. */
const rare = 6;
/** Patterns in the order in which they were made known. */
const patterns: Kept[] = [];

/** Keeps a pattern. @returns its number. */
function keep(pattern: RegExp, isLoose: boolean): number {
  const known = patterns.findIndex((one) => one.pattern === pattern && one.isLoose === isLoose);
  return known === -1 ? patterns.push({ pattern, isLoose }) - 1 : known;
}

let machine: Machine | undefined;

const walked = new WeakMap<Section, Places>();

/**
 * Says where a pattern matches, one match after the other; none is looked for before it is asked for.
 *
 * @param pattern Global, never matching nothing, and of linear time. It is kept: made once, where its file is loaded.
 * @param needed - Global: what every match holds in the line that it begins at, where the pattern itself begins at lines alone.
 */
export function matchesOf(
  pattern: RegExp,
  needed?: RegExp,
): (section: Section) => Generator<RegExpExecArray> {
  const id = keep(pattern, false);
  const here = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}y`);
  return (section) => {
    const places = section.text.length < worthFrom ? undefined : placesOf(section, id);
    return places && places.length * rare <= section.text.length
      ? atPlaces(here, section.text, needed ? onLinesWith(needed, section.text, places) : places)
      : anywhere(pattern, section.text);
  };
}

function* anywhere(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  let from = 0;
  for (;;) {
    // A generator may be left and another section begun: the place is kept here, not in the pattern.
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) return;
    from = Math.max(pattern.lastIndex, found.index + 1);
    yield found;
  }
}

function* atPlaces(here: RegExp, text: string, places: Iterable<number>): Generator<RegExpExecArray> {
  let from = 0;
  for (const place of places) {
    if (place < from) continue;
    here.lastIndex = place;
    const found = here.exec(text);
    if (!found) continue;
    from = Math.max(here.lastIndex, place + 1);
    yield found;
  }
}

/** Those places whose line holds something. */
function* onLinesWith(needed: RegExp, text: string, places: readonly number[]): Generator<number> {
  let next = -1;
  for (const place of places) {
    if (next < place) {
      needed.lastIndex = place;
      next = needed.exec(text)?.index ?? text.length;
    }
    const end = text.indexOf("\n", place + 1);
    if (next < (end === -1 ? text.length : end)) yield place;
  }
}

/** Whether a stretch of a section holds a match, tried as a text by itself. */
export type Test = (section: Section, from: number, to: number) => boolean;

/**
 * Tells whether a pattern matches within a stretch of a section, as `pattern.test` of that stretch does; it is asked only where
 * a match can begin.
 *
 * @param pattern Neither global nor sticky. It is kept: made once, where its file is loaded.
 */
export function testOf(pattern: RegExp): Test {
  const id = keep(pattern, true);
  return (section, from, to) => {
    const { text } = section;
    const places = text.length < worthFrom ? undefined : placesOf(section, id);
    const isSure = places && !isWithinWord(text, from) && !isWithinWord(text, to);
    return !(isSure && !hasBetween(places, from, to)) && pattern.test(text.slice(from, to));
  };
}

/** Whether a stretch that begins or ends there cuts a word. */
export const isWithinWord = (text: string, place: number): boolean =>
  isWordAt(text, place - 1) && isWordAt(text, place);
const isWordAt = (text: string, place: number): boolean => {
  const code = text.charCodeAt(place);
  return code < 128 && isWordClass(code);
};

function hasBetween(places: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? to) < to;
}

const none: readonly number[] = [];

/** Where a pattern can begin in a section; `undefined` where it isn't in the machine. */
function placesOf(section: Section, id: number): readonly number[] | undefined {
  if (!machine || machine.count < patterns.length) machine = machineOf(patterns);
  if (machine.holds[id] !== true) return undefined;
  let places = walked.get(section);
  if (!places || places.length < machine.count) {
    places = walk(section.text, machine);
    walked.set(section, places);
  }
  return places[id] ?? none;
}
