import { classCount, isWordClass, noSign } from "./signs.ts";
import { edge, type Steps, step } from "./steps.ts";

/** What the next sign is to an edge. */
const ahead = { other: 0, alnum: 1, low: 2, none: 3 } as const;
const aheadOf: Uint8Array = Uint8Array.from({ length: classCount }, (_, sign) =>
  sign === noSign ? ahead.none : sign === 95 ? ahead.low : isWordClass(sign) ? ahead.alnum : ahead.other,
);

/** States that are kept; a text that asks for more begins anew. */
const statesAtMost = 20_000;
/** Nobody asked yet. */
export const unknown = 0;
/** Nothing can follow. */
export const dead = 1;
/** Stands beside a state where patterns were found on the way into it. */
export const withFound = 0x8000;

interface State {
  readonly steps: readonly number[];
  readonly isBehindWord: boolean;
  /** By what the next sign is: the steps that take a sign, and the patterns that were found. */
  readonly open: (Open | undefined)[];
  pending?: readonly number[];
}

interface Open {
  /** Steps that take a sign. */
  readonly takes: readonly number[];
  readonly found: readonly number[];
  /** Where they are many: those that take a sign, by its class. */
  readonly byClass?: readonly (readonly number[])[];
}

/** Steps that are sorted by the signs they take. */
const sortedFrom = 100;

/**
 * All patterns as one machine: where it goes by the next sign is reckoned when it is first asked, and kept.
 */
export class Automaton {
  /** By state and class the next state; `unknown` where nobody asked yet. */
  table = new Uint16Array(classCount * 256);
  /** Patterns that were found on the way into a state. */
  found: (readonly number[])[] = [];
  readonly #steps: Steps;
  readonly #starts: readonly number[];
  #states: State[] = [];
  #known = new Map<string, number>();
  #initial = new Map<string, number>();
  #rows: Int32Array | undefined;
  readonly #marks: Int32Array;
  #mark = 0;

  constructor(steps: Steps, starts: readonly number[]) {
    this.#steps = steps;
    this.#starts = starts;
    this.#marks = new Int32Array(steps.kind.length);
    this.#empty();
  }

  #empty(): void {
    this.table.fill(unknown);
    this.#known = new Map();
    this.#initial = new Map();
    this.#rows = undefined;
    const none: State = { steps: [], isBehindWord: false, open: [] };
    this.#states = [none, none];
    this.found = [[], []];
  }

  get isFull(): boolean {
    return this.#states.length >= statesAtMost;
  }

  /** To be asked before a text: a machine that is full begins anew. */
  begin(): void {
    if (this.isFull) this.#empty();
  }

  /** Where in the table stands what can begin behind each sign. */
  initialRows(): Int32Array {
    this.#rows ??= Int32Array.from({ length: classCount }, (_, before) => this.#first(before) * classCount);
    return this.#rows;
  }

  /** Signs that all steps take alike as the one before have the same first state. */
  #first(before: number): number {
    const { sets, behinds } = this.#steps;
    const key = `${before === noSign} ${isWordClass(before)} ${behinds.map((set) => sets[set]?.[before]).join("")}`;
    let state = this.#initial.get(key);
    if (state === undefined) {
      this.#mark++;
      const reached: number[] = [];
      for (const start of this.#starts) this.#reach(start, before, reached);
      state = this.#state(reached, isWordClass(before), []);
      this.#initial.set(key, state);
    }
    return state;
  }

  /** The next state; `unknown` where no more are kept. */
  next(from: number, sign: number): number {
    const state = this.#states[from];
    if (!state) return dead;
    const { takes, found, byClass } = this.#open(state, aheadOf[sign] ?? 0);
    this.#mark++;
    const reached: number[] = [];
    const { sets, other, next } = this.#steps;
    for (const at of byClass?.[sign] ?? takes)
      if (sets[other[at] ?? 0]?.[sign]) this.#reach(next[at] ?? 0, sign, reached);
    if (this.isFull) return unknown;
    const to = this.#state(reached, isWordClass(sign), found);
    const marked = found.length > 0 ? to | withFound : to;
    this.table[from * classCount + sign] = marked;
    return marked;
  }

  /** Every pattern that a state may still find. */
  pending(from: number): readonly number[] {
    const state = this.#states[from];
    if (!state) return [];
    state.pending ??= [...new Set(state.steps.map((at) => this.#steps.owner[at] ?? 0))];
    return state.pending;
  }

  #state(reached: number[], isBehindWord: boolean, found: readonly number[]): number {
    if (reached.length === 0 && found.length === 0) return dead;
    reached.sort((one, other) => one - other);
    const key = `${reached.join()} ${isBehindWord} ${found.join()}`;
    let state = this.#known.get(key);
    if (state === undefined) {
      state = this.#states.push({ steps: reached, isBehindWord, open: [] }) - 1;
      this.#known.set(key, state);
      this.found.push(found);
      if ((state + 1) * classCount > this.table.length) {
        const larger = new Uint16Array(this.table.length * 2);
        larger.set(this.table);
        this.table = larger;
      }
    }
    return state;
  }

  /** Goes on without a sign, but not over an edge: that asks for the next one. */
  #reach(at: number, before: number, reached: number[]): void {
    if (this.#marks[at] === this.#mark) return;
    this.#marks[at] = this.#mark;
    const { kind, next, other, sets } = this.#steps;
    if (kind[at] === step.fork) {
      this.#reach(next[at] ?? 0, before, reached);
      this.#reach(other[at] ?? 0, before, reached);
    } else if (kind[at] === step.behind) {
      if (sets[other[at] ?? 0]?.[before]) this.#reach(next[at] ?? 0, before, reached);
    } else if (kind[at] === step.edge && other[at] === edge.begin) {
      if (before === noSign) this.#reach(next[at] ?? 0, before, reached);
    } else reached.push(at);
  }

  #open(state: State, kind: number) {
    let open = state.open[kind];
    if (!open) {
      this.#mark++;
      const takes: number[] = [];
      const found = new Set<number>();
      for (const at of state.steps) this.#pass(at, state.isBehindWord, kind, takes, found);
      const { owner } = this.#steps;
      // Whatever was found needs no further look.
      const left = takes.filter((at) => !found.has(owner[at] ?? 0));
      const byClass = left.length >= sortedFrom ? { byClass: this.#sorted(left, kind) } : {};
      open = { takes: left, found: [...found], ...byClass };
      state.open[kind] = open;
    }
    return open;
  }

  #sorted(takes: readonly number[], kind: number): readonly (readonly number[])[] {
    const byClass: number[][] = Array.from({ length: classCount }, () => []);
    for (const at of takes)
      for (const sign of this.#steps.classesOf(this.#steps.other[at] ?? 0))
        if (aheadOf[sign] === kind) byClass[sign]?.push(at);
    return byClass;
  }

  /** Goes on over edges, now that the next sign is known. */
  #pass(at: number, isBehindWord: boolean, kind: number, takes: number[], found: Set<number>): void {
    if (this.#marks[at] === this.#mark) return;
    this.#marks[at] = this.#mark;
    const { kind: kinds, next, other, owner } = this.#steps;
    const on = (to: number | undefined) => this.#pass(to ?? 0, isBehindWord, kind, takes, found);
    switch (kinds[at]) {
      case step.sign:
        takes.push(at);
        return;
      case step.found:
        found.add(owner[at] ?? 0);
        return;
      case step.edge:
        if (isAtEdge(other[at] ?? 0, isBehindWord, kind)) on(next[at]);
        return;
      case step.fork:
        on(next[at]);
        on(other[at]);
        return;
      default:
        // What stands before was looked at where the walk came in; behind an edge it is let pass.
        on(next[at]);
    }
  }
}

function isAtEdge(which: number, isBehindWord: boolean, kind: number): boolean {
  const isWord = kind === ahead.alnum || kind === ahead.low;
  if (which === edge.word) return isBehindWord !== isWord;
  if (which === edge.inside) return isBehindWord === isWord;
  if (which === edge.end) return kind === ahead.none;
  return which === edge.notAlnum ? kind !== ahead.alnum : true;
}
