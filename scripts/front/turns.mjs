import { Refused } from "./refused.mjs";

/** How many may wait for a turn, and how long in milliseconds. */
const known = { most: 1024, patience: 30_000 };
const strangers = { most: 64, patience: 10_000 };

/** @typedef {{ go: () => void, timer: NodeJS.Timeout }} Waiting */

/**
 * Lets only so many calls through to the engines at once; the others wait here, where waiting costs next to nothing.
 * Whoever has signed in goes first, but a stranger who waits always has one turn: signing in is a stranger's call.
 */
export class Turns {
  #free;
  #strangersFree;
  #strangersIn = 0;
  /** @type {Set<Waiting>} */
  #people = new Set();
  /** @type {Set<Waiting>} */
  #strangers = new Set();

  /** @param {{ all: number, strangers: number }} most turns at once; how many of them strangers may have */
  constructor(most) {
    this.#free = most.all;
    this.#strangersFree = most.strangers;
  }

  /** Turns that are taken or waited for. */
  get waiting() {
    return this.#people.size + this.#strangers.size;
  }

  /**
   * @param {boolean} isKnown
   * @param {AbortSignal} gone whoever waits has left
   * @returns {Promise<() => void>} gives the turn back; may be called more than once
   * @throws {Refused} 503 where too many wait, or this one has waited too long
   */
  take(isKnown, gone) {
    const queue = isKnown ? this.#people : this.#strangers;
    const { most, patience } = isKnown ? known : strangers;
    if (queue.size >= most) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const leave = (/** @type {Error} */ why) => {
        clearTimeout(waiting.timer);
        gone.removeEventListener("abort", left);
        if (queue.delete(waiting)) reject(why);
      };
      const left = () => leave(new Refused(499, "Whoever asked has left."));
      /** @type {Waiting} */
      const waiting = {
        go: () => {
          clearTimeout(waiting.timer);
          gone.removeEventListener("abort", left);
          resolve(this.#taken(isKnown));
        },
        timer: setTimeout(() => leave(busy()), patience),
      };
      gone.addEventListener("abort", left);
      queue.add(waiting);
      this.#next();
    });
  }

  /** @param {boolean} isKnown */
  #taken(isKnown) {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#free += 1;
      if (!isKnown) {
        this.#strangersFree += 1;
        this.#strangersIn -= 1;
      }
      this.#next();
    };
  }

  #next() {
    while (this.#free > 0) {
      const mayStranger = this.#strangers.size > 0 && this.#strangersFree > 0;
      const stranger = mayStranger && (this.#strangersIn === 0 || this.#people.size === 0);
      const queue = stranger ? this.#strangers : this.#people;
      const first = queue.values().next().value;
      if (!first) return;
      queue.delete(first);
      this.#free -= 1;
      if (stranger) {
        this.#strangersFree -= 1;
        this.#strangersIn += 1;
      }
      first.go();
    }
  }
}

const busy = () => new Refused(503, "The server is busy. Try again in a moment.");
