/**
 * Things that have begun and are not over, counted by whose they are. Where there are too many, the oldest gives way:
 * whoever is honest is done in a moment, whoever dawdles is the oldest.
 */
export class Crowd {
  /** @type {Map<string, Set<() => void>>} */
  #of = new Map();
  /** @type {Map<() => void, string>} */
  #all = new Map();
  #most;

  /** @param {{ each: number, all: number }} most of one key, and of all together */
  constructor(most) {
    this.#most = most;
  }

  get size() {
    return this.#all.size;
  }

  /** @param {string} key */
  countOf(key) {
    return this.#of.get(key)?.size ?? 0;
  }

  /**
   * @param {string} key whose it is
   * @param {() => void} end what ends it, called at most once, and not after it has left
   * @returns {() => void} leaves; may be called more than once
   */
  enter(key, end) {
    const one = () => end();
    const mine = this.#of.get(key) ?? new Set();
    this.#of.set(key, mine);
    if (mine.size >= this.#most.each) this.#giveWay(mine.values().next().value);
    if (this.#all.size >= this.#most.all) this.#giveWay(this.#all.keys().next().value);
    // The one that gave way may have been the key's last.
    this.#of.set(key, mine);
    mine.add(one);
    this.#all.set(one, key);
    return () => this.#leave(one);
  }

  /** @param {(() => void) | undefined} one */
  #giveWay(one) {
    if (!one) return;
    this.#leave(one);
    one();
  }

  /** @param {() => void} one */
  #leave(one) {
    const key = this.#all.get(one);
    if (key === undefined) return;
    this.#all.delete(one);
    const mine = this.#of.get(key);
    mine?.delete(one);
    if (mine?.size === 0) this.#of.delete(key);
  }
}
