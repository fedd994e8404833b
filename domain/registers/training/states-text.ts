import { byHarm, type Cell, type CellState, cellStates, windowOf } from "./compliance.ts";

/** A state as one letter: engines look into a text much faster than into objects. */
export const letterOf = (state: CellState): string => String.fromCharCode(97 + cellStates.indexOf(state));

/** The state that a letter stands for. */
export const stateOf = (letter: string): CellState => cellStates[letter.charCodeAt(0) - 97] ?? "away";

const letters: { readonly [state: string]: string } = Object.fromEntries(
  cellStates.map((state) => [state, letterOf(state)]),
);

/** The states of a person's cells, a letter a course. */
export const statesText = (cells: readonly Pick<Cell, "state">[]): string =>
  cells.map(({ state }) => letters[state]).join("");

/** In which window each of them runs out, a figure a course; '-' in none. */
export const windowsText = (
  cells: readonly Pick<Cell, "until">[],
  day: string,
  windows: readonly string[],
): string =>
  cells
    .map(({ until }) => {
      const window = windowOf(until, day, windows);
      return window < 0 ? "-" : String(window);
    })
    .join("");

/** All that is asked of one person as one: as bad as the worst of `statesText`. */
export const worstIn = (states: string): CellState =>
  byHarm.find((state) => state !== "away" && states.includes(letters[state] as string)) ?? "not-needed";
