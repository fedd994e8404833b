/** How long a sign-in that PocketBase accepted counts as known without being shown again, in milliseconds. */
const remembered = 600_000;
/** How many are remembered; the one not shown for longest is forgotten. */
const most = 10_000;

/**
 * Sign-ins that PocketBase has accepted lately, by digest. Anybody can send words in a header: whoever sends some that
 * were never accepted is a stranger. Nothing is allowed by this; it only says in which queue somebody stands.
 */
export class SignIns {
  /** @type {Map<string, number>} */
  #until = new Map();

  /** @param {string} token digest */
  isKnown(token) {
    return (this.#until.get(token) ?? 0) > Date.now();
  }

  /** @param {string} token digest */
  accept(token) {
    this.#until.delete(token);
    this.#until.set(token, Date.now() + remembered);
    if (this.#until.size > most) this.forget(this.#until.keys().next().value ?? "");
  }

  /** @param {string} token digest */
  forget(token) {
    this.#until.delete(token);
  }
}
