import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { Quota } from "./quota.mjs";

/** How long what was charged may lie in memory alone, in milliseconds. */
const keptWithin = 10_000;

/** The quota of browsers, kept beside the data: a restart gives nobody a full store anew. */
export class KeptQuota {
  #quota;
  #file;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  /** @type {Promise<void>} */
  #saved = Promise.resolve();

  /**
   * @param {import("./quota.mjs").QuotaOf} quota
   * @param {string} [file] where it is kept; without one a restart begins anew
   */
  constructor(quota, file) {
    this.#quota = new Quota(quota, Date.now, file === undefined ? [] : left(file));
    this.#file = file;
  }

  /** @param {string} browser */
  check(browser) {
    this.#quota.check(browser);
  }

  /**
   * @param {string} browser
   * @param {Partial<import("./quota.mjs").Amounts>} sent
   */
  charge(browser, sent) {
    this.#quota.charge(browser, sent);
    if (this.#file !== undefined) this.#timer ??= setTimeout(() => void this.save(), keptWithin).unref();
  }

  /** Writes it down now; what can't be written is left to the next time. */
  save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const file = this.#file;
    if (file !== undefined)
      this.#saved = this.#saved.then(() => write(file, JSON.stringify(this.#quota.left())));
    return this.#saved;
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  try {
    await writeFile(`${file}.half`, text, { mode: 0o600 });
    await rename(`${file}.half`, file);
  } catch {
    // A full disk is said elsewhere.
  }
}

/**
 * @param {string} file
 * @returns {import("./quota.mjs").Left[]}
 */
function left(file) {
  try {
    const all = JSON.parse(readFileSync(file, "utf8"));
    return all.filter((/** @type {any} */ [browser, one]) => typeof browser === "string" && isLeft(one));
  } catch {
    return [];
  }
}

/** @param {any} one */
const isLeft = (one) => [one.events, one.bytes, one.at].every(Number.isFinite);
