/**
 * Tries something until it works.
 *
 * @param waits - Milliseconds before each try, 0 for none.
 * @throws What the last try threw.
 */
export async function inTries<T>(waits: readonly number[], attempt: () => Promise<T>): Promise<T> {
  let last: unknown;
  for (const wait of waits) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      return await attempt();
    } catch (why) {
      last = why;
    }
  }
  throw last;
}
