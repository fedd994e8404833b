import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, posix } from "node:path";
import { ownHeaders, year } from "./headers.mjs";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** A last part with a dot, or any part that begins with one: no address of the dashboard is written so. */
const fileName = /(?:^|\/)(?:\.|[^/]*\.[^/]*$)/;

/**
 * @typedef {{ type: string, tag: string, bodies: Record<string, Buffer> }} Page bodies: by their encoding
 */

/**
 * The dashboard, read whole into memory when the server starts: a few megabytes, and no file is open while somebody
 * reads slowly. It draws every address itself; what looks like a file must be one.
 *
 * By hand, for `sirv` (3.0.2) opens the file at each request and hears no fault of it: a build beside the running server
 * takes old files away, and the next request for one would end this process, and PocketBase with it.
 */
export class Pages {
  /** @type {Map<string, Page>} */
  #pages = new Map();
  #face;

  /**
   * @param {string} folder the built dashboard, with `.gz` and `.br` beside what can be compressed
   * @param {import("./headers.mjs").Face} face
   */
  constructor(folder, face) {
    this.#face = face;
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
    for (const name of names) {
      if (!/\.(?:gz|br)$/.test(name) && statSync(join(folder, name)).isFile()) this.#add(folder, name);
    }
  }

  /**
   * @param {string} folder
   * @param {string} within the file's path in it
   */
  #add(folder, within) {
    const path = join(folder, within);
    const identity = readFileSync(path);
    /** @type {Record<string, Buffer>} */
    const bodies = { identity };
    for (const [encoding, end] of [
      ["br", ".br"],
      ["gzip", ".gz"],
    ]) {
      if (encoding && existsSync(path + end)) bodies[encoding] = readFileSync(path + end);
    }
    const name = `/${within.replaceAll("\\", "/")}`;
    const type = types[/** @type {keyof typeof types} */ (extname(name))] ?? "application/octet-stream";
    const tag = createHash("sha256").update(identity).digest("base64url").slice(0, 22);
    this.#pages.set(name, { type, tag, bodies });
  }

  /**
   * @param {import("node:http").IncomingMessage} req
   * @param {import("node:http").ServerResponse} res
   * @param {string} path decoded
   * @returns {boolean} false where there is no such file
   */
  serve(req, res, path) {
    const name = posix.normalize(path);
    const isFile = name.startsWith("/_app/") || fileName.test(name.slice(1));
    const page = this.#pages.get(isFile ? name : "/index.html");
    if (!page || name !== path) return false;
    const accepted = String(req.headers["accept-encoding"] ?? "");
    const encoding = ["br", "gzip"].find((one) => page.bodies[one] && accepts(accepted, one)) ?? "identity";
    const body = page.bodies[encoding];
    if (!body) return false;
    const etag = `"${page.tag}-${encoding}"`;
    const headers = {
      ...ownHeaders(path, this.#face),
      ...(name.startsWith("/_app/immutable/")
        ? { "Cache-Control": `public, max-age=${year}, immutable` }
        : {}),
      "Content-Type": page.type,
      ETag: etag,
      Vary: "Accept-Encoding",
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    };
    if (req.headers["if-none-match"] === etag) res.writeHead(304, headers).end();
    else {
      res.writeHead(200, { ...headers, "Content-Length": body.length });
      res.end(req.method === "HEAD" ? undefined : body);
    }
    return true;
  }
}

/**
 * @param {string} header
 * @param {string} encoding
 */
const accepts = (header, encoding) =>
  new RegExp(`(?:^|[\\s,])${encoding}\\s*(?:$|,|;\\s*q=(?!0(?:\\.0*)?\\s*(?:$|,)))`).test(header);
