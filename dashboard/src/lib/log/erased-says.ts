import type { Entry } from "#lib/api/log.ts";

/** What is said once somebody asked to erase an entry; `done` where nobody else had to confirm it. */
export const erasedSays = ({ seq }: Entry, done: boolean): string =>
  done ? `Entry ${seq} is erased.` : `Asked for. Entry ${seq} is erased when a second person confirms it.`;
