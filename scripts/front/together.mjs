import { Refused } from "./refused.mjs";

/** How many go together at most, how many may wait, and how long in milliseconds. */
const bounds = { together: 16, waiting: 1024, patience: 30_000 };

/**
 * @template Item
 * @typedef {object} Waiting
 * @property {Item} item
 * @property {string} whose
 * @property {() => void} stay what would have it leave the queue is not listened to any more
 * @property {(value?: undefined) => void} done
 * @property {(why: unknown) => void} failed
 */

/**
 * Lets one go by itself at once, and whoever comes while it is under way go together after it: where little comes nobody
 * waits, and where much comes what a call costs beside its own matter is shared.
 * @template Item
 */
export class Together {
  #alone;
  #together;
  #busy = false;
  /** @type {Set<Waiting<Item>>} */
  #waiting = new Set();

  /**
   * @param {(item: Item, over: () => void) => Promise<void>} alone over: the next may go, though this one is still told
   * @param {(items: Item[], over: () => void) => Promise<void>[]} together what becomes of each, in their order
   */
  constructor(alone, together) {
    this.#alone = alone;
    this.#together = together;
  }

  /**
   * @param {Item} item
   * @param {string} whose no two of one go together: they keep their order, and the second finds what the first did
   * @param {AbortSignal} gone whoever waits has left
   * @returns {Promise<void>} when it was told what became of it
   * @throws {Refused} 503 where too many wait, or this one has waited too long
   */
  send(item, whose, gone) {
    if (!this.#busy) {
      this.#busy = true;
      return this.#alone(
        item,
        once(() => this.#next()),
      );
    }
    if (this.#waiting.size >= bounds.waiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const leave = (/** @type {Error} */ why) => {
        waiting.stay();
        if (this.#waiting.delete(waiting)) reject(why);
      };
      const left = () => leave(new Refused(499, "Whoever asked has left."));
      const timer = setTimeout(() => leave(busy()), bounds.patience);
      const stay = () => {
        clearTimeout(timer);
        gone.removeEventListener("abort", left);
      };
      /** @type {Waiting<Item>} */
      const waiting = { item, whose, stay, done: resolve, failed: reject };
      gone.addEventListener("abort", left);
      this.#waiting.add(waiting);
    });
  }

  #next() {
    /** @type {Map<string, Waiting<Item>>} */
    const group = new Map();
    for (const waiting of this.#waiting) {
      if (group.size === bounds.together) break;
      if (!group.has(waiting.whose)) group.set(waiting.whose, waiting);
    }
    const taken = [...group.values()];
    for (const waiting of taken) {
      this.#waiting.delete(waiting);
      waiting.stay();
    }
    const [first] = taken;
    this.#busy = first !== undefined;
    if (!first) return;
    const over = once(() => this.#next());
    const told =
      taken.length === 1
        ? [this.#alone(first.item, over)]
        : this.#together(
            taken.map(({ item }) => item),
            over,
          );
    taken.forEach(({ done, failed }, i) => {
      told[i]?.then(() => done(), failed);
    });
  }
}

/** @param {() => void} run @returns {() => void} */
function once(run) {
  let ran = false;
  return () => {
    if (ran) return;
    ran = true;
    run();
  };
}

const busy = () => new Refused(503, "The server is busy. Try again in a moment.");
