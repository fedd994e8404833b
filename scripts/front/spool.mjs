import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * A folder for what is too large for memory and on its way: only its owner can read it, and what lies there has no
 * name, so that nothing is left of it whatever happens. (Windows deletes no open file: there it has a name until it is
 * closed, and the folder is emptied at the start.)
 */
export class Spool {
  #folder;

  /** @param {string} folder on the disk of the clinic's data, never in its backups */
  constructor(folder) {
    this.#folder = folder;
    this.clear();
  }

  /** Takes away what an earlier run left. */
  clear() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /**
   * @returns {Promise<SpoolFile>}
   */
  async file() {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, randomUUID());
    const handle = await open(path, "wx+", 0o600);
    const named = process.platform === "win32";
    if (!named) await rm(path);
    return new SpoolFile(handle, named ? path : "");
  }
}

/** One file: written from its beginning, read at any place, gone when it is closed. */
export class SpoolFile {
  #handle;
  #path;
  /** Bytes written. */
  size = 0;

  /**
   * @param {import("node:fs/promises").FileHandle} handle
   * @param {string} path empty where it has no name
   */
  constructor(handle, path) {
    this.#handle = handle;
    this.#path = path;
  }

  /** @param {Buffer} part */
  async append(part) {
    for (let done = 0; done < part.length; ) {
      const { bytesWritten } = await this.#handle.write(part, done, part.length - done, this.size);
      done += bytesWritten;
      this.size += bytesWritten;
    }
  }

  /** @param {number} from @returns {Promise<Buffer>} up to 64 KiB of what is written; empty at its end */
  async read(from) {
    const part = Buffer.allocUnsafe(Math.min(65_536, this.size - from));
    if (part.length === 0) return part;
    const { bytesRead } = await this.#handle.read(part, 0, part.length, from);
    return part.subarray(0, bytesRead);
  }

  async close() {
    await this.#handle.close();
    if (this.#path) await rm(this.#path, { force: true });
  }
}
