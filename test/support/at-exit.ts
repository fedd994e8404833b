interface Held {
  readonly cleanings: Set<() => void>;
}

const key = Symbol.for("chaperone: test/support/at-exit");

/** One for the whole process: the files that share it each load this module anew. */
function held(): Held {
  const own = process as unknown as Record<symbol, Held | undefined>;
  const known = own[key];
  if (known) return known;
  const made: Held = { cleanings: new Set() };
  own[key] = made;
  const clean = (): void => {
    for (const one of made.cleanings) one();
    made.cleanings.clear();
  };
  process.on("exit", clean);
  process.on("SIGTERM", () => {
    clean();
    process.exit(143);
  });
  return made;
}

/**
 * Runs when this process ends, whichever way. Vitest ends its workers with SIGTERM, which tells nobody on `exit`.
 *
 * @param cleaning - Must be done when it returns: nothing waits for a promise any more.
 */
export const atExit = (cleaning: () => void): void => void held().cleanings.add(cleaning);
