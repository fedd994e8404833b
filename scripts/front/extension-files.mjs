import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownHeaders } from "./headers.mjs";

/** The files that are served, and as what; nothing else in the folder is. */
const types = {
  "chaperone.crx": "application/x-chrome-extension",
  "chaperone.xpi": "application/x-xpinstall",
  "update.xml": "application/xml",
  "updates.json": "application/json",
  "about.json": "application/json",
};

/** A larger file, in bytes, is none of ours. */
const most = 100_000_000;

/** @typedef {{ lay: string, body: Buffer, tag: string }} Held */

/**
 * The extension as the clinic's own server hands it out (`npm run package -- --data DIR`), with what browsers ask for
 * before they update it. Held in memory; a file that was made anew is read anew, so that no restart is needed.
 */
export class ExtensionFiles {
  #folder;
  #face;
  /** @type {Map<string, Held>} */
  #held = new Map();

  /**
   * @param {string} folder
   * @param {import("./headers.mjs").Face} face
   */
  constructor(folder, face) {
    this.#folder = folder;
    this.#face = face;
  }

  /**
   * @param {import("node:http").IncomingMessage} req
   * @param {import("node:http").ServerResponse} res
   * @param {string} path decoded
   * @returns {boolean} false where there is no such file
   */
  serve(req, res, path) {
    const name = /^\/extension\/([a-z]+\.[a-z]+)$/.exec(path)?.[1];
    if (name === undefined || !Object.hasOwn(types, name)) return false;
    const file = this.#read(name);
    if (file === undefined) {
      // The dashboard asks for this one to learn whether there is any: that there is none is no fault.
      if (name === "about.json") res.writeHead(204, ownHeaders(path, this.#face)).end();
      return name === "about.json";
    }
    const headers = {
      ...ownHeaders(path, this.#face),
      "Content-Type": types[/** @type {keyof typeof types} */ (name)],
      ETag: file.tag,
    };
    if (req.headers["if-none-match"] === file.tag) res.writeHead(304, headers).end();
    else {
      res.writeHead(200, { ...headers, "Content-Length": file.body.length });
      res.end(req.method === "HEAD" ? undefined : file.body);
    }
    return true;
  }

  /**
   * @param {string} name
   * @returns {Held | undefined}
   */
  #read(name) {
    const path = join(this.#folder, name);
    try {
      const { size, mtimeMs, ino } = statSync(path);
      if (size > most) return undefined;
      const lay = `${size} ${mtimeMs} ${ino}`;
      const held = this.#held.get(name);
      if (held?.lay === lay) return held;
      const body = readFileSync(path);
      const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
      const fresh = { lay, body, tag };
      this.#held.set(name, fresh);
      return fresh;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
      this.#held.delete(name);
      return undefined;
    }
  }
}
