import { createServer } from "node:http";
import { addressOf, decodedPath, isServers } from "./addresses.mjs";
import { plain } from "./asker.mjs";
import { browserQuota, patience, waitingMost } from "./bounds.mjs";
import { Calls } from "./calls.mjs";
import { Crowd } from "./crowd.mjs";
import { innerPaths } from "./door.mjs";
import { ExtensionFiles } from "./extension-files.mjs";
import { FormFront } from "./form/form-front.mjs";
import { mayComeFrom } from "./origin.mjs";
import { Pages } from "./pages.mjs";
import { answerRefusal, Refused, refusalText } from "./refused.mjs";

/** How long a stop waits for what PocketBase is doing, in milliseconds. */
const stopAllowed = 8000;

/**
 * @typedef {object} FrontOptions
 * @property {{ host: string, port: number }} target where PocketBase listens
 * @property {import("./secrets.mjs").Secrets} secrets
 * @property {string} pages folder of the built dashboard
 * @property {string} spool folder for what is too large for memory
 * @property {import("./headers.mjs").Face} face
 * @property {(peer: string) => boolean} believes whether a peer is the operator's proxy, whose forwarded address counts
 * @property {import("./bounds.mjs").Patience} [times] other than the product's
 * @property {import("./quota.mjs").QuotaOf} [quota] of a browser, other than the product's
 * @property {string} [extension] folder of the extension that this server hands out; none where it is left out
 * @property {string} [kept] file in which what is left of each browser's quota is kept
 */

/**
 * One place to listen at, and what may be asked there.
 * @typedef {{ host: string, port: number, allow?: (method: string, path: string) => boolean }} Listener
 */

/**
 * Stands before PocketBase: serves the dashboard, and lets a call through only when it is whole, bounded, and has a
 * turn. PocketBase's engines are few and dear; here a request that waits costs a few kilobytes.
 */
export class Front {
  #calls;
  #pages;
  #extension;
  #face;
  #believes;
  #times;
  #waiting = new Crowd(waitingMost);
  /** @type {Set<import("node:http").Server>} */
  #servers = new Set();
  /** @type {FormFront | undefined} */
  #form;
  /** @type {Promise<void> | undefined} */
  #closed;

  /** @param {FrontOptions} options */
  constructor({
    target,
    secrets,
    pages,
    spool,
    face,
    believes,
    times = patience,
    quota = browserQuota,
    kept,
    extension,
  }) {
    this.#calls = new Calls({ target, secrets, spool, face, believes, times, quota, ...(kept && { kept }) });
    this.#times = times;
    this.#pages = new Pages(pages, face);
    this.#extension = extension === undefined ? undefined : new ExtensionFiles(extension, face);
    this.#face = face;
    this.#believes = believes;
  }

  /**
   * Begins to listen. All listeners share one count of turns and of strangers.
   * @param {Listener} listener
   * @returns {Promise<void>} rejects where the address cannot be had
   */
  open({ host, port, allow = () => true }) {
    const { headers, upload, idle, still, looked } = this.#times;
    const server = createServer({
      headersTimeout: headers,
      requestTimeout: headers + upload,
      keepAliveTimeout: idle,
      connectionsCheckingInterval: looked,
      maxHeaderSize: 32_768,
    });
    server.timeout = still;
    server.on("connection", (socket) => this.#await(socket));
    server.on("request", (req, res) => this.#answer(req, res, allow, false));
    server.on("checkContinue", (req, res) => this.#answer(req, res, allow, true));
    server.on("clientError", (error, socket) =>
      refuseRaw(/** @type {NodeJS.ErrnoException} */ (error), socket),
    );
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => {
        this.#servers.add(server);
        resolve();
      });
    });
  }

  /**
   * Begins to serve the public form, at a place of its own.
   * @param {{ host: string, port: number, secure: boolean, believes: (peer: string) => boolean }} listener
   * @returns {Promise<void>} rejects where the address cannot be had
   */
  openForm({ host, port, secure, believes }) {
    this.#form = new FormFront({ calls: this.#calls, secure, believes, times: this.#times });
    return this.#form.open({ host, port });
  }

  /** Takes no more, lets PocketBase finish what it is at, and ends all streams and connections. */
  close() {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end() {
    this.#form?.close();
    for (const server of this.#servers) server.close();
    await this.#calls.end(stopAllowed);
    for (const server of this.#servers) server.closeAllConnections();
  }

  /**
   * Counts a connection as one that waits for a request.
   * @param {import("node:net").Socket} socket
   */
  #await(socket) {
    const peer = plain(socket.remoteAddress ?? "");
    if (socket.destroyed || this.#believes(peer)) return;
    const leave = this.#waiting.enter(peer, () => socket.destroy());
    leaves.get(socket)?.();
    if (!leaves.has(socket)) socket.once("close", () => leaves.get(socket)?.());
    leaves.set(socket, leave);
  }

  /**
   * @param {import("node:http").IncomingMessage} req
   * @param {import("node:http").ServerResponse} res
   * @param {(method: string, path: string) => boolean} allow
   * @param {boolean} asksFirst it waits for a word before it sends its body
   */
  async #answer(req, res, allow, asksFirst) {
    leaves.get(req.socket)?.();
    res.once("close", () => this.#await(req.socket));
    req.on("error", () => res.destroy());
    res.on("error", () => {});
    try {
      const address = addressOf(req.url ?? "");
      const method = req.method ?? "GET";
      if (!address || !allow(method, address.path) || isInner(address.path)) throw noRoute();
      const { origin, host } = req.headers;
      if (!mayComeFrom({ method, path: address.path, origin, host }, this.#face.origin)) throw elsewhere();
      if (isServers(address.path)) return await this.#calls.pass(req, res, address, asksFirst);
      if (!isGet(method)) throw noRoute();
      const path = decodedPath(address.path) ?? "";
      if (this.#extension?.serve(req, res, path)) return;
      if (!this.#pages.serve(req, res, path)) throw noRoute();
    } catch (error) {
      answerRefusal(req, res, error instanceof Refused ? error : unexpected(error), this.#face);
    }
  }
}

/** What takes a connection out of those that wait. @type {WeakMap<import("node:net").Socket, () => void>} */
const leaves = new WeakMap();

/** @param {string} method */
const isGet = (method) => method === "GET" || method === "HEAD";

/** Nobody's from outside: the API's root, and the routes that this process alone asks. @param {string} path */
const isInner = (path) =>
  /^\/api\/*$/.test(path) || innerPaths.includes(decodedPath(path)?.replace(/\/+$/, "") ?? path);

const elsewhere = () =>
  new Refused(403, "This comes from another site. Open the clinic\u2019s own address and do it there.");

const noRoute = () => new Refused(404, "There is no such route.");

/** @param {unknown} error */
function unexpected(error) {
  console.error(`A request failed: ${/** @type {Error} */ (error)?.message ?? error}`);
  return new Refused(500, "Something went wrong here.");
}

/**
 * Answers what is no request at all, or came too slowly to be one.
 * @param {NodeJS.ErrnoException} error
 * @param {import("node:stream").Duplex} socket
 */
function refuseRaw(error, socket) {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const [status, message] = rawRefusals[error.code ?? ""] ?? [400, "This is not a request."];
  const text = refusalText(status, message);
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nContent-Type: application/json\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    () => socket.destroy(),
  );
}

/** @type {Record<string, [number, string]>} */
const rawRefusals = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "This took too long to arrive."],
  HPE_HEADER_OVERFLOW: [431, "The headers are too large."],
};
