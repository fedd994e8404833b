import { statfs } from "node:fs/promises";

/** How long an answer counts, in milliseconds. */
const counts = 3000;
/** With fewer bytes than this the database cannot be sure to end what it begins. */
const least = 4_194_304;
/** Bytes that are written to try: what a file system says is free may be more than somebody may have. */
const tried = 65_536;

/** What people are told. It names nobody and no path: whoever runs the server finds those in its log. */
export const fullSentence =
  "The server\u2019s disk is full: nothing can be kept, and nobody can sign in, until whoever runs it frees some space.";

/** Whether there is room on the disk of the clinic's data. */
export class Room {
  #folder;
  #spool;
  /** @type {Promise<boolean> | undefined} */
  #full;
  #until = 0;

  /**
   * @param {string} folder on that disk
   * @param {import("./spool.mjs").Spool} spool on that disk
   */
  constructor(folder, spool) {
    this.#folder = folder;
    this.#spool = spool;
  }

  /** @returns {Promise<boolean>} asked of the disk once in a few seconds, however many ask */
  isFull() {
    if (!this.#full || Date.now() > this.#until) {
      this.#until = Date.now() + counts;
      this.#full = this.#look();
    }
    return this.#full;
  }

  async #look() {
    try {
      const { bavail, bsize } = await statfs(this.#folder);
      if (bavail * bsize < least) return true;
      const file = await this.#spool.file();
      try {
        await file.append(Buffer.alloc(tried));
      } finally {
        await file.close();
      }
      return false;
    } catch (error) {
      return ["ENOSPC", "EDQUOT", "EFBIG"].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? "");
    }
  }
}
