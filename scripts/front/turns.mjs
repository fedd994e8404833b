import { Refused } from "./refused.mjs";

/** How many may wait for a turn, and how long in milliseconds. */
const known = { most: 1024, patience: 30_000 };
const strangers = { most: 64, patience: 10_000 };

/** @typedef {{ go: () => void, timer: NodeJS.Timeout }} Waiting */

/**
 * Lets only so many calls through to the engines at once; the others wait here, where waiting costs next to nothing.
 * Whoever has signed in goes first, but a stranger who waits always has one turn: signing in is a stranger's call. What
 * browsers send goes before what people read, and leaves one turn to them.
 */
export class Turns {
  #free;
  #strangersFree;
  #strangersIn = 0;
  #urgentFree;
  /** @type {Set<Waiting>} */
  #urgent = new Set();
  /** @type {Set<Waiting>} */
  #people = new Set();
  /** @type {Set<Waiting>} */
  #strangers = new Set();

  /** @param {{ all: number, strangers: number }} most turns at once; how many of them strangers may have */
  constructor(most) {
    this.#free = most.all;
    this.#strangersFree = most.strangers;
    this.#urgentFree = Math.max(most.all - 1, 1);
  }

  /** Turns that are taken or waited for. */
  get waiting() {
    return this.#urgent.size + this.#people.size + this.#strangers.size;
  }

  /**
   * @param {boolean} isKnown
   * @param {AbortSignal} gone whoever waits has left
   * @param {boolean} [isUrgent] goes before other people's calls
   * @returns {Promise<() => void>} gives the turn back; may be called more than once
   * @throws {Refused} 503 where too many wait, or this one has waited too long
   */
  take(isKnown, gone, isUrgent = false) {
    const urgent = isKnown && isUrgent;
    const queue = urgent ? this.#urgent : isKnown ? this.#people : this.#strangers;
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
          resolve(this.#taken(isKnown, urgent));
        },
        timer: setTimeout(() => leave(busy()), patience),
      };
      gone.addEventListener("abort", left);
      queue.add(waiting);
      this.#next();
    });
  }

  /**
   * @param {boolean} isKnown
   * @param {boolean} urgent
   */
  #taken(isKnown, urgent) {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#free += 1;
      if (urgent) this.#urgentFree += 1;
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
      const urgent = this.#urgent.size > 0 && this.#urgentFree > 0;
      const stranger = mayStranger && (this.#strangersIn === 0 || (!urgent && this.#people.size === 0));
      const queue = stranger ? this.#strangers : urgent ? this.#urgent : this.#people;
      const first = queue.values().next().value;
      if (!first) return;
      queue.delete(first);
      this.#free -= 1;
      if (queue === this.#urgent) this.#urgentFree -= 1;
      if (stranger) {
        this.#strangersFree -= 1;
        this.#strangersIn += 1;
      }
      first.go();
    }
  }
}

const busy = () => new Refused(503, "The server is busy. Try again in a moment.");
