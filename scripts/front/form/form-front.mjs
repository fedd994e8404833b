import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { askerOf, plain } from "../asker.mjs";
import { Crowd } from "../crowd.mjs";
import { ownHeaders } from "../headers.mjs";
import { endWith, Refused } from "../refused.mjs";
import { countedAs, formMost, HourStore } from "./form-limits.mjs";

/** Bytes of what is sent: the longest form, with each letter written as nine. */
const bodyMost = 65_536;
/** How long the pages count, and how long the same form sent again is the same, in milliseconds. */
const pagesCount = 15_000;
const sameWithin = 600_000;
/** How many forms wait for PocketBase, and how many that were kept are known again. */
const queueMost = 8;
const knownMost = 64;
const connectionsMost = { each: 32, all: 1024 };

/** @typedef {import("node:http").IncomingMessage} Incoming */
/** @typedef {import("node:http").ServerResponse} Outgoing */
/** @typedef {{ open: boolean, form: string, thanks: string, full: string, trap: string, closed: string }} Pages */

/**
 * @typedef {object} FormFrontOptions
 * @property {import("../calls.mjs").Calls} calls
 * @property {boolean} secure people reach it by https
 * @property {(peer: string) => boolean} believes
 * @property {import("../bounds.mjs").Patience} times
 */

/**
 * Serves the public form, and nothing else: one page, what it sends, and one that thanks. Nobody signs in here, no page runs
 * a script or sets a cookie, and so little comes through to PocketBase that a flood of it is not felt at the dashboard.
 */
export class FormFront {
  #calls;
  #secure;
  #believes;
  #times;
  #connections = new Crowd(connectionsMost);
  #sends = new HourStore(formMost.sends);
  #keptOf = new HourStore(formMost.each);
  #kept = new HourStore(formMost.all);
  #asked = new HourStore(formMost.asked);
  /** @type {Map<string, number>} */
  #known = new Map();
  /** @type {Promise<unknown>} */
  #line = Promise.resolve();
  #waiting = 0;
  /** @type {Pages | undefined} */
  #pages;
  /** @type {Promise<Pages> | undefined} */
  #fetching;
  #until = 0;
  /** @type {import("node:http").Server | undefined} */
  #server;

  /** @param {FormFrontOptions} options */
  constructor({ calls, secure, believes, times }) {
    this.#calls = calls;
    this.#secure = secure;
    this.#believes = believes;
    this.#times = times;
  }

  /**
   * @param {{ host: string, port: number }} listener
   * @returns {Promise<void>} rejects where the address cannot be had
   */
  open({ host, port }) {
    const { headers, strangersBody, looked } = this.#times;
    const server = createServer({
      headersTimeout: headers,
      requestTimeout: headers + strangersBody,
      keepAliveTimeout: headers,
      connectionsCheckingInterval: looked,
      maxHeaderSize: 16_384,
    });
    server.on("connection", (socket) => {
      const peer = plain(socket.remoteAddress ?? "");
      if (this.#believes(peer)) return;
      socket.once(
        "close",
        this.#connections.enter(peer, () => socket.destroy()),
      );
    });
    server.on("request", (req, res) => void this.#answer(req, res));
    server.on("clientError", (_error, socket) => socket.destroy());
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => resolve());
    });
  }

  close() {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  /**
   * @param {Incoming} req
   * @param {Outgoing} res
   */
  async #answer(req, res) {
    req.on("error", () => res.destroy());
    res.on("error", () => {});
    try {
      const pages = await this.#current();
      const reads = req.method === "GET" || req.method === "HEAD";
      if (reads && req.url === "/") return this.#page(req, res, pages.open ? 200 : 404, shown(pages));
      if (reads && req.url === "/thanks" && pages.open) return this.#page(req, res, 200, pages.thanks);
      if (req.method === "POST" && req.url === "/") return await this.#take(req, res, pages);
      throw new Refused(404, "There is no such page.");
    } catch (error) {
      this.#refuse(req, res, error instanceof Refused ? error : unexpected(error));
    }
  }

  /**
   * @param {Incoming} req
   * @param {Outgoing} res
   * @param {Pages} pages
   */
  async #take(req, res, pages) {
    if (!pages.open) return this.#page(req, res, 404, pages.closed);
    const from = String(req.headers["sec-fetch-site"] ?? "none");
    if (from === "cross-site" || from === "same-site")
      throw new Refused(403, "This comes from another site.");
    if (!/^application\/x-www-form-urlencoded(?:;|$)/i.test(req.headers["content-type"] ?? ""))
      throw new Refused(415, "Only the form itself is taken.");
    const { address } = askerOf(req, { believes: this.#believes });
    const key = countedAs(address);
    if (
      ![this.#sends, this.#keptOf].every((store) => store.has(key)) ||
      !this.#kept.has("") ||
      !this.#asked.has("")
    )
      return this.#page(req, res, 429, pages.full);
    this.#sends.take(key);
    const gone = new AbortController();
    res.once("close", () => gone.abort(new Refused(499, "Whoever asked has left.")));
    const body = await this.#calls.smallBody(
      req,
      { most: bodyMost, within: this.#times.strangersBody },
      gone.signal,
    );
    const digest = createHash("sha256").update(body).digest("base64");
    if ((this.#known.get(digest) ?? 0) > Date.now()) return this.#thank(res);
    const fields = fieldsIn(body.toString("utf8"));
    if (fields.website) return this.#page(req, res, 422, pages.trap);
    const { is, page } = await this.#pass(fields, address);
    if (is === "wrong") return this.#page(req, res, 422, page);
    if (is === "full") return this.#page(req, res, 429, pages.full);
    if (is !== "kept") return this.#page(req, res, 404, pages.closed);
    this.#keptOf.take(key);
    this.#kept.take("");
    this.#remember(digest);
    return this.#thank(res);
  }

  /**
   * One after another, so that at most one engine is at it.
   * @param {Record<string, string>} fields
   * @param {string} address
   * @returns {Promise<{ is: string, page: string }>}
   */
  async #pass(fields, address) {
    if (this.#waiting >= queueMost) return { is: "full", page: "" };
    this.#asked.take("");
    this.#waiting += 1;
    const mine = this.#line.then(() => this.#calls.own("POST", address, fields));
    this.#line = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** @param {string} digest */
  #remember(digest) {
    this.#known.set(digest, Date.now() + sameWithin);
    if (this.#known.size > knownMost) this.#known.delete(this.#known.keys().next().value ?? "");
  }

  /** The pages as they were within some seconds; where PocketBase says nothing, as they were last. */
  async #current() {
    if (this.#pages && Date.now() < this.#until) return this.#pages;
    this.#fetching ??= this.#calls.own("GET", "").finally(() => {
      this.#fetching = undefined;
    });
    try {
      this.#pages = await this.#fetching;
      this.#until = Date.now() + pagesCount;
    } catch (error) {
      if (!this.#pages) throw error;
    }
    return /** @type {Pages} */ (this.#pages);
  }

  /** @param {Outgoing} res */
  #thank(res) {
    res.writeHead(303, { ...this.#headers(""), Location: "/thanks", "Content-Length": 0 }).end();
  }

  /**
   * @param {Incoming} req
   * @param {Outgoing} res
   * @param {number} status
   * @param {string} html
   */
  #page(req, res, status, html) {
    const rest = req.complete ? {} : { Connection: "close" };
    res.writeHead(status, {
      ...this.#headers(html),
      ...rest,
      ...(status === 429 || status === 503 ? { "Retry-After": status === 429 ? "3600" : "60" } : {}),
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": Buffer.byteLength(html),
    });
    endWith(req, res, html);
  }

  /**
   * @param {Incoming} req
   * @param {Outgoing} res
   * @param {Refused} refusal
   */
  #refuse(req, res, { status, message, after }) {
    if (res.headersSent || status === 499) return void res.destroy();
    // Whoever wrote something and can't leave it here is told by which way they can.
    if (status >= 500 && this.#pages?.open) return this.#page(req, res, status, this.#pages.full);
    res.writeHead(status, {
      ...this.#headers(""),
      ...(req.complete ? {} : { Connection: "close" }),
      ...(status === 503 ? { "Retry-After": String(after) } : {}),
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": Buffer.byteLength(message),
    });
    endWith(req, res, message);
  }

  /** @param {string} html whose own style is all that it may load */
  #headers(html) {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
    const hash = style === undefined ? "" : createHash("sha256").update(style).digest("base64");
    return {
      ...ownHeaders("/", { secure: this.#secure }),
      "Content-Security-Policy": `default-src 'none'; ${hash && `style-src 'sha256-${hash}'; `}form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      "Cache-Control": "no-store",
    };
  }
}

/** Names of fields are short, and few. */
const fieldName = /^[A-Za-z]{1,12}$/;
const fieldsMost = 20;

/** @param {string} text @returns {Record<string, string>} */
const fieldsIn = (text) =>
  Object.fromEntries(
    [...new URLSearchParams(text)].filter(([name]) => fieldName.test(name)).slice(0, fieldsMost),
  );

/** @param {Pages} pages */
const shown = (pages) => (pages.open ? pages.form : pages.closed);

/** @param {unknown} error */
function unexpected(error) {
  console.error(`The public form failed: ${/** @type {Error} */ (error)?.message ?? error}`);
  return new Refused(500, "Something went wrong here. Please telephone the clinic.");
}
