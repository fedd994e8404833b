/** How long a sign-in that PocketBase accepted counts as known without being shown again, in milliseconds. */
const remembered = 600_000;
/** How many are remembered; the one not shown for longest is forgotten. */
const most = 10_000;

/**
 * Sign-ins that PocketBase has accepted lately, by digest. Anybody can send words in a header: whoever sends some that
 * were never accepted is a stranger. Nothing is allowed by this; it only says in which queue somebody stands.
 */
export class SignIns {
  /** @type {Map<string, { until: number, kind: string }>} */
  #known = new Map();

  /** @param {string} token digest */
  isKnown(token) {
    return (this.#known.get(token)?.until ?? 0) > Date.now();
  }

  /** Whether it was accepted as a paired browser's. @param {string} token digest */
  isBrowser(token) {
    return this.#known.get(token)?.kind === "browsers";
  }

  /**
   * @param {string} token digest
   * @param {string} kind the collection of whoever it is, as PocketBase said it
   */
  accept(token, kind) {
    this.#known.delete(token);
    this.#known.set(token, { until: Date.now() + remembered, kind });
    if (this.#known.size > most) this.forget(this.#known.keys().next().value ?? "");
  }

  /** @param {string} token digest */
  forget(token) {
    this.#known.delete(token);
  }
}
