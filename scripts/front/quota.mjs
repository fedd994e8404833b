import { Refused } from "./refused.mjs";

/** @typedef {{ events: number, bytes: number }} Amounts */
/** @typedef {{ holds: Amounts, perHour: Amounts }} QuotaOf */
/** @typedef {[browser: string, left: Amounts & { at: number }]} Left */

/** How many browsers are remembered; the one that has sent nothing for longest is forgotten, and begins anew. */
const most = 10_000;

/**
 * How much one paired browser may send: a store that is full at first, empties with what is sent, and fills again with
 * time. It is looked at before a request is passed on, and charged with what the request held, so that one may reach below
 * nothing; the next waits until it has filled again.
 */
export class Quota {
  /** @type {Map<string, Amounts & { at: number }>} */
  #left;
  #holds;
  #perHour;
  #now;

  /**
   * @param {QuotaOf} quota
   * @param {() => number} [now] milliseconds of any clock; while it goes back nothing fills
   * @param {Iterable<Left>} [kept] what was left, by that clock
   */
  constructor({ holds, perHour }, now = Date.now, kept = []) {
    this.#left = new Map(kept);
    this.#holds = holds;
    this.#perHour = perHour;
    this.#now = now;
  }

  /**
   * @param {string} browser
   * @throws {Refused} 429 with the seconds after which it may try again
   */
  check(browser) {
    const left = this.#of(browser);
    const short = Math.max(...kinds.map((kind) => -left[kind] / this.#perHour[kind]));
    if (short <= 0) return;
    throw new Refused(429, "This browser has sent more than a browser does. It is taken later.", {
      after: Math.ceil(short * 3600),
    });
  }

  /**
   * @param {string} browser
   * @param {Partial<Amounts>} sent
   */
  charge(browser, sent) {
    const left = this.#of(browser);
    for (const kind of kinds) left[kind] -= sent[kind] ?? 0;
    this.#left.delete(browser);
    this.#left.set(browser, left);
    if (this.#left.size > most) this.#left.delete(this.#left.keys().next().value ?? "");
  }

  /** What is left of each store that is not full. @returns {Left[]} */
  left() {
    return [...this.#left.keys()]
      .map((browser) => /** @type {Left} */ ([browser, this.#of(browser)]))
      .filter(([, left]) => kinds.some((kind) => left[kind] < this.#holds[kind]));
  }

  /** @param {string} browser */
  #of(browser) {
    const at = this.#now();
    const known = this.#left.get(browser) ?? { ...this.#holds, at };
    const hours = Math.max(0, at - known.at) / 3_600_000;
    const left = { events: 0, bytes: 0, at };
    for (const kind of kinds)
      left[kind] = Math.min(this.#holds[kind], known[kind] + hours * this.#perHour[kind]);
    return left;
  }
}

const kinds = /** @type {const} */ (["events", "bytes"]);
