/** What a slow reader has not read yet is held in memory up to this many bytes, and beyond on disk. */
const inMemory = 1_048_576;

/**
 * Stands between an answer and whoever reads it: takes the answer as fast as it comes, so that the engine that writes
 * it is free, and gives it out as slowly as it is read.
 */
export class Overflow {
  #spool;
  /** @type {Buffer[]} */
  #held = [];
  #heldBytes = 0;
  /** @type {import("./spool.mjs").SpoolFile | undefined} */
  #file;
  #read = 0;
  #ended = false;
  #news = false;
  #wake = () => {};

  /** @param {import("./spool.mjs").Spool} spool */
  constructor(spool) {
    this.#spool = spool;
  }

  /** @param {Buffer} part */
  async push(part) {
    if (!this.#file && this.#heldBytes + part.length <= inMemory) {
      this.#held.push(part);
      this.#heldBytes += part.length;
    } else {
      this.#file ??= await this.#spool.file();
      await this.#file.append(part);
    }
    this.#tell();
  }

  end() {
    this.#ended = true;
    this.#tell();
  }

  #tell() {
    this.#news = true;
    this.#wake();
  }

  /** The parts in their order; waits for more until it has ended. */
  async *parts() {
    for (;;) {
      this.#news = false;
      const part = await this.#next();
      if (part) yield part;
      else if (this.#news) continue;
      else if (this.#ended) return;
      else await this.#told();
    }
  }

  /** @returns {Promise<void>} */
  #told() {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #next() {
    const part = this.#held.shift();
    if (part) {
      this.#heldBytes -= part.length;
      return part;
    }
    if (!this.#file || this.#read >= this.#file.size) return undefined;
    const more = await this.#file.read(this.#read);
    this.#read += more.length;
    return more;
  }

  async close() {
    await this.#file?.close();
  }
}
