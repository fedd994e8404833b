/**
 * The server's clock. Acts ask it and no other, so that the example clinic tells its past through the very code that
 * real acts run, and every row and event of it stands at the time it happened.
 */
let told: number | undefined;

/** Milliseconds since 1970, UTC. */
export const nowMs = (): number => told ?? Date.now();

/** The clock as every event and answer writes it. */
export const now = (): string => new Date(nowMs()).toISOString();

/** Runs `tale` as if it were then. Everything in this engine is synchronous, so one value a VM is enough. */
export function asOf<Result>(ms: number, tale: () => Result): Result {
  const before = told;
  told = ms;
  try {
    return tale();
  } finally {
    told = before;
  }
}
