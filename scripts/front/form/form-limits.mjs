/** How many addresses are remembered; the one not heard of for longest is forgotten. */
const remembered = 5000;

/**
 * What may come in by the public form: `sends` of one address, kept or not, and what is kept of one address and of all, in
 * an hour. policy.sentEachHour and policy.sentAllHour say the same (test/unit/front/form.test.ts holds them together).
 */
export const formMost = { sends: 40, each: 5, all: 40, asked: 400 };

const hour = 3_600_000;

/** Counts things by the hour in a store that fills again evenly; bounded, whoever asks. */
export class HourStore {
  /** @type {Map<string, { left: number, at: number }>} */
  #of = new Map();
  #most;
  #now;

  /**
   * @param {number} most in an hour
   * @param {() => number} [now] milliseconds of any clock
   */
  constructor(most, now = Date.now) {
    this.#most = most;
    this.#now = now;
  }

  get size() {
    return this.#of.size;
  }

  /** Whether one more is left. @param {string} key */
  has(key) {
    return this.#left(key) >= 1;
  }

  /** @param {string} key */
  take(key) {
    const left = this.#left(key) - 1;
    this.#of.delete(key);
    this.#of.set(key, { left, at: this.#now() });
    if (this.#of.size > remembered) this.#of.delete(this.#of.keys().next().value ?? "");
  }

  /** @param {string} key */
  #left(key) {
    const known = this.#of.get(key);
    if (!known) return this.#most;
    const passed = Math.max(0, this.#now() - known.at);
    return Math.min(this.#most, known.left + (passed * this.#most) / hour);
  }
}

/**
 * By what somebody is counted: an address, of IPv6 the network of a household, whose addresses change by the minute.
 * @param {string} address
 */
export function countedAs(address) {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - first.length - last.length)).fill("0");
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":");
}
