import { Automaton, dead, unknown, withFound } from "./automaton.ts";
import { classCount, classTable, noSign } from "./signs.ts";
import { Steps } from "./steps.ts";
import { treeOf } from "./syntax.ts";

/** Signs that a place is looked at by the walk; what is undecided then is left to the pattern. */
const farthest = 32;

/** A pattern that is looked for. */
export interface Kept {
  readonly pattern: RegExp;
  /** Whether it is tried on stretches, whose ends are none of the text's. */
  readonly isLoose: boolean;
}

/** Patterns as one machine. */
export interface Machine {
  readonly automaton: Automaton;
  /** How many patterns it was made of. */
  readonly count: number;
  /** Whether a pattern is in it. */
  readonly holds: readonly boolean[];
}

/** Where each pattern's matches can begin; nothing for one that begins nowhere. */
export type Places = readonly (readonly number[] | undefined)[];

/** Makes the machine of some patterns. */
export function machineOf(all: readonly Kept[]): Machine {
  const steps = new Steps();
  const starts: number[] = [];
  const holds = all.map(({ pattern, isLoose }, id) => {
    const tree = treeOf(pattern);
    if (tree) starts.push(steps.add(tree, id, isLoose));
    return tree !== undefined;
  });
  return { automaton: new Automaton(steps, starts), count: all.length, holds };
}

/** The classes of a text's signs; one for all texts. */
let classes = new Uint8Array(1);

/** Walks over a text once and notes where each pattern's matches can begin. */
export function walk(text: string, { automaton, count }: Machine): Places {
  const places: (number[] | undefined)[] = new Array(count);
  const length = text.length;
  const signs = signsIn(text);
  automaton.begin();
  const note = (ids: readonly number[], place: number) => {
    for (const id of ids) {
      const known = places[id];
      if (known) known.push(place);
      else places[id] = [place];
    }
  };
  let { table } = automaton;
  const rows = automaton.initialRows();
  let row = rows[noSign] ?? 0;
  for (let start = 0; start < length; start++) {
    const first = signs[start] ?? 0;
    let from = row;
    row = rows[first] ?? 0;
    let next = table[from + first] ?? 0;
    if (next === dead) continue;
    const end = Math.min(length, start + farthest);
    for (let place = start; ; ) {
      if (next === unknown) {
        next = automaton.next(from / classCount, signs[place] ?? 0);
        table = automaton.table;
        if (next === unknown) {
          note(automaton.pending(from / classCount), start);
          break;
        }
      }
      if (next === dead) break;
      if (next >= withFound) {
        next -= withFound;
        note(automaton.found[next] ?? [], start);
      }
      from = next * classCount;
      if (place === end) {
        if (end < length) note(automaton.pending(next), start);
        break;
      }
      place++;
      next = table[from + (signs[place] ?? 0)] ?? 0;
    }
  }
  return places;
}

/** Classes of a text's signs, and that of none behind it. */
function signsIn(text: string): Uint8Array {
  const { length } = text;
  if (classes.length <= length) classes = new Uint8Array(length + 1_000);
  const signs = classes;
  const classOf = classTable();
  for (let place = 0; place < length; place++) signs[place] = classOf[text.charCodeAt(place)] ?? 0;
  signs[length] = noSign;
  return signs;
}
