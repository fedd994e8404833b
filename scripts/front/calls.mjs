import { isUtf8 } from "node:buffer";
import { dirname } from "node:path";
import { askerOf, isSuperuserSignIn, tokenOf } from "./asker.mjs";
import { Behind, drained } from "./behind.mjs";
import { readBody } from "./body.mjs";
import {
  bodyBound,
  browserQuota,
  isIngest,
  isUpload,
  patience,
  readersMost,
  signInsMost,
  smallMost,
  strangersMost,
  uploadsMost,
} from "./bounds.mjs";
import { Crowd } from "./crowd.mjs";
import { askDoor, entryHeader, eventsHeader, formPath, togetherPath } from "./door.mjs";
import { turns } from "./engines.mjs";
import { idInForm, isForm } from "./form-head.mjs";
import { isFile, onwardHeaders, passedHeaders } from "./headers.mjs";
import { KeptQuota } from "./kept-quota.mjs";
import { Overflow } from "./overflow.mjs";
import { Refused } from "./refused.mjs";
import { fullSentence, Room } from "./room.mjs";
import { SignIns } from "./sign-ins.mjs";
import { Spool } from "./spool.mjs";
import { Streams } from "./streams.mjs";
import { Together } from "./together.mjs";
import { Turns } from "./turns.mjs";

/** @typedef {import("node:http").IncomingMessage} Incoming */
/** @typedef {import("node:http").ServerResponse} Outgoing */
/** @typedef {Pick<Incoming, "statusCode" | "headers">} Begun what an answer begins with */

/**
 * One call on its way.
 * @typedef {object} Call
 * @property {Incoming} req
 * @property {Outgoing} res
 * @property {string} method
 * @property {string} path
 * @property {string} target
 * @property {import("./asker.mjs").Asker} asker
 * @property {boolean} known
 * @property {AbortSignal} gone whoever asked has left
 */

/** @typedef {{ call: Call, body: import("./body.mjs").Body }} Small a browser's call that may go with others */

/** Passes calls on to PocketBase, in turn. */
export class Calls {
  #behind;
  #secrets;
  #face;
  #believes;
  #spool;
  #room;
  #times;
  #signIns = new SignIns();
  #streams;
  #turns = new Turns(turns);
  #strangers = new Crowd(strangersMost);
  #bySignIn = new Crowd(signInsMost);
  #readers = new Crowd(readersMost);
  #quota;
  /** @type {Together<Small>} */
  #together = new Together(
    ({ call, body }, over) => this.#inTurn(call, body, over),
    (smalls, over) => this.#allInTurn(smalls, over),
  );
  #uploads = 0;
  #inside = 0;
  #whenEmpty = () => {};

  /** @param {Omit<import("./front.mjs").FrontOptions, "pages">} options */
  constructor({ target, secrets, spool, face, believes, times = patience, quota = browserQuota, kept }) {
    this.#behind = new Behind(target, secrets);
    this.#secrets = secrets;
    this.#face = face;
    this.#believes = believes;
    this.#spool = new Spool(spool);
    this.#room = new Room(dirname(spool), this.#spool);
    this.#times = times;
    this.#quota = new KeptQuota(quota, kept);
    this.#streams = new Streams(times.claimed);
  }

  /**
   * @param {Incoming} req
   * @param {Outgoing} res
   * @param {{ path: string, target: string }} address
   * @param {boolean} asksFirst
   * @throws {Refused}
   */
  async pass(req, res, { path, target }, asksFirst) {
    const method = req.method ?? "GET";
    const asker = askerOf(req, { believes: this.#believes });
    const known = asker.token !== "" && this.#signIns.isKnown(asker.token);
    const left = new AbortController();
    res.once("close", () => left.abort(new Refused(499, "Whoever asked has left.")));
    if (isSuperuserSignIn(method, path) && !asker.here)
      throw new Refused(403, "There is no such way to sign in.");
    if (known && method === "POST" && this.#signIns.isBrowser(asker.token)) this.#quota.check(asker.claimsId);
    const call = { req, res, method, path, target, asker, known, gone: left.signal };
    const leave = known
      ? this.#bySignIn.enter(asker.token, () => left.abort(tooMany()))
      : this.#strangers.enter(asker.address, () => left.abort(tooSlow()));
    try {
      const body = await this.#bodyOf(call, asksFirst);
      try {
        if (!known) leave();
        await this.#go(call, body);
      } finally {
        await body.file?.close();
      }
    } catch (error) {
      throw left.signal.aborted ? left.signal.reason : error;
    } finally {
      leave();
    }
  }

  /**
   * The body of somebody unknown who sends little, whole.
   * @param {Incoming} req
   * @param {{ most: number, within: number }} bound
   * @param {AbortSignal} gone
   * @returns {Promise<Buffer>}
   */
  async smallBody(req, bound, gone) {
    const { memory } = await readBody(req, bound, this.#spool, gone);
    return memory ?? Buffer.alloc(0);
  }

  /**
   * Asks the route of the public form, which PocketBase answers to this process alone, in a stranger's turn.
   * @param {"GET" | "POST"} method
   * @param {string} address for whom
   * @param {Record<string, string>} [fields]
   * @returns {Promise<any>}
   * @throws {Refused}
   */
  async own(method, address, fields) {
    const giveBack = await this.#turns.take(false, never);
    this.#inside += 1;
    try {
      const memory = Buffer.from(fields ? JSON.stringify(fields) : "");
      const body = { bytes: memory.length, memory };
      /** @type {Record<string, string>} */
      const headers = fields ? { "content-type": "application/json" } : {};
      const from = { address: address || loopback, body, gone: never };
      const answer = await this.#behind.ask(method, formPath, headers, from);
      let text = "";
      for await (const part of answer.setEncoding("utf8")) text += part;
      if (answer.statusCode !== 200) throw new Refused(503, "The form cannot be reached just now.");
      return JSON.parse(text);
    } finally {
      giveBack();
      this.#inside -= 1;
      if (this.#inside === 0) this.#whenEmpty();
    }
  }

  /**
   * Waits until no call is inside, at most so long, then ends everything.
   * @param {number} allowed milliseconds
   */
  async end(allowed) {
    this.#streams.close();
    if (this.#inside > 0) {
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      await new Promise((resolve) => {
        this.#whenEmpty = () => resolve(undefined);
        timer = setTimeout(resolve, allowed);
      });
      clearTimeout(timer);
    }
    this.#behind.close();
    this.#spool.clear();
    await this.#quota.save();
  }

  /**
   * @param {Call} call
   * @param {boolean} asksFirst
   */
  async #bodyOf(call, asksFirst) {
    const { req, res, method, path, known, gone, asker } = call;
    const who = known ? "known" : asker.token === "" ? "nobody" : "unknown";
    const brings = isUpload(method, path) && isForm(req.headers["content-type"]);
    const bound = bodyBound(brings, who, this.#times);
    if (Number(req.headers["content-length"] ?? 0) > bound.most) {
      throw new Refused(413, "This is larger than the server takes.");
    }
    if (!brings) {
      if (asksFirst) res.writeContinue();
      return await readBody(req, bound, this.#spool, gone);
    }
    await this.#mustBeLetIn(call, path);
    gone.throwIfAborted();
    if (this.#uploads >= uploadsMost)
      throw new Refused(503, "Too many files are on their way. Try again in a moment.");
    this.#uploads += 1;
    res.once("close", () => (this.#uploads -= 1));
    if (asksFirst) res.writeContinue();
    return await readBody(req, bound, this.#spool, gone, async (head) => {
      const id = idInForm(head);
      const asked = id === undefined ? "first=file" : `id=${encodeURIComponent(id)}`;
      await this.#mustBeLetIn(call, `${path}?${asked}`);
    });
  }

  /**
   * A file is taken from nobody of whom PocketBase has not said that they are signed in, and that they may bring it there.
   * @param {Call} call
   * @param {string} target
   */
  async #mustBeLetIn(call, target) {
    const giveBack = await this.#turn(call);
    try {
      const said = await askDoor(this.#behind, call.req, target, call.asker.address);
      if (said.status >= 400) throw refusedBy(said);
      if (!said.entered) throw new Refused(401, "Sign in first.");
      this.#signIns.accept(call.asker.token, said.entered);
    } finally {
      giveBack();
    }
  }

  /**
   * @param {Call} call
   * @param {import("./body.mjs").Body} body
   */
  async #go(call, body) {
    if (this.#maySendTogether(call, body))
      return await this.#together.send({ call, body }, call.asker.token, call.gone);
    if (!takesNoEngine(call)) return await this.#inTurn(call, body);
    const { asker, gone, known, res, path } = call;
    if (path === "/api/health" && (await this.#room.isFull())) throw new Refused(503, fullSentence);
    if (isGet(call.method) && isFile(path)) await this.#putOnRecord(call);
    const leave = known ? () => {} : this.#readers.enter(asker.address, () => res.destroy());
    try {
      const answer = await this.#ask(call, { address: asker.address, body, gone });
      if (isStream(answer)) return this.#stream(call, answer);
      this.#begin(call, answer);
      for await (const part of answer) if (!res.write(part)) await drained(res);
      res.end();
    } finally {
      leave();
    }
  }

  /**
   * Who takes a file away is on the record before it goes; no hook stands at that route, for it would hold an engine for as
   * long as somebody reads slowly.
   * @param {Call} call
   */
  async #putOnRecord(call) {
    const giveBack = await this.#turn(call);
    try {
      const said = await askDoor(this.#behind, call.req, call.target, call.asker.address);
      if (said.status >= 400) throw refusedBy(said);
    } finally {
      giveBack();
    }
  }

  /**
   * @param {Call} call
   * @param {import("./body.mjs").Body} body
   * @param {() => void} [over] called when PocketBase has said all
   */
  async #inTurn(call, body, over = () => {}) {
    const giveBack = await this.#turn(call, over);
    try {
      const address = await this.#addressFor(call);
      // An engine that has begun is not stopped by somebody who leaves, so the turn lasts until it answers.
      const answer = await this.#ask(call, { address, body, gone: never });
      if (call.gone.aborted) {
        answer.destroy();
        throw call.gone.reason;
      }
      this.#learn(call, answer, body);
      if (isStream(answer)) {
        giveBack();
        return this.#stream(call, answer);
      }
      await this.#sayIfEnded(call, answer, address);
      await this.#sayIfFull(answer);
      this.#begin(call, answer);
      await this.#deliver(call, answer, giveBack);
    } finally {
      giveBack();
    }
  }

  /**
   * Where a call comes from, in the words that PocketBase is told. A superuser is let in at one address, which is said
   * for somebody on this machine alone, and there only when the door says that a window is open and reaches so far.
   * @param {Call} call
   */
  async #addressFor({ req, method, path, target, asker }) {
    if (!asker.here) return asker.address;
    if (isSuperuserSignIn(method, path)) return this.#secrets.address;
    if (!asker.claimsSuperuser) return asker.address;
    const said = await askDoor(this.#behind, req, target, this.#secrets.address);
    if (said.status >= 400) throw refusedBy(said);
    return this.#secrets.address;
  }

  /**
   * PocketBase takes a dead token for nobody, and where no hook stands, or its rules are asked first, says that there is
   * nothing: whoever sent it should hear that it is dead.
   * @param {Call} call
   * @param {Incoming} answer
   * @param {string} address
   */
  async #sayIfEnded({ req, target, asker }, answer, address) {
    const refused = [400, 403, 404].includes(answer.statusCode ?? 0);
    if (!refused || asker.token === "" || answer.headers[entryHeader] !== undefined) return;
    const said = await askDoor(this.#behind, req, target, address);
    if (said.status !== 401 && said.status !== 403) return;
    answer.resume();
    throw refusedBy(said);
  }

  /**
   * A database without room fails in many words, none of which tells a person what to do.
   * @param {Incoming} answer
   */
  async #sayIfFull(answer) {
    const status = answer.statusCode ?? 0;
    if ((status !== 400 && status < 500) || !(await this.#room.isFull())) return;
    answer.resume();
    throw new Refused(507, fullSentence);
  }

  /**
   * @param {Call} call
   * @param {Begun} answer
   * @param {import("./body.mjs").Body} body
   */
  #learn({ method, path, asker }, answer, body) {
    if (asker.token === "") return;
    if (answer.statusCode === 401) this.#signIns.forget(asker.token);
    const entered = answer.headers[entryHeader];
    if (entered === undefined) return;
    this.#signIns.accept(asker.token, String(entered));
    if (entered === "browsers") {
      const events = Number(answer.headers[eventsHeader] ?? 1);
      this.#quota.charge(asker.claimsId, { events: Math.max(events, 1), bytes: body.bytes });
    }
    if (method !== "POST" || !/^\/api\/realtime\/*$/.test(path) || answer.statusCode !== 204) return;
    this.#streams.claim(clientId(body), asker.token);
  }

  /**
   * @param {Call} call
   * @param {{ address: string, body: import("./body.mjs").Body, gone: AbortSignal }} from
   */
  #ask({ req, method, target }, from) {
    req.socket.setTimeout(0); // how long PocketBase may take is bounded where it is asked
    return this.#behind.ask(method, target, onwardHeaders(req.headers), from);
  }

  /**
   * @param {Call} call
   * @param {Begun} answer
   */
  #begin({ req, res, path }, answer) {
    req.socket.setTimeout(this.#times.still);
    res.writeHead(answer.statusCode ?? 502, passedHeaders(path, this.#face, answer));
  }

  /**
   * @param {Call} call
   * @param {Incoming} answer
   */
  #stream({ req, res, path, asker }, answer) {
    res.writeHead(answer.statusCode ?? 502, passedHeaders(path, this.#face, answer));
    res.flushHeaders();
    req.socket.setTimeout(0);
    this.#streams.pass(answer, res, asker.address);
  }

  /**
   * @param {Call} call
   * @param {Incoming} answer
   * @param {() => void} whole called when PocketBase has said all
   */
  async #deliver({ res, gone }, answer, whole) {
    const overflow = new Overflow(this.#spool);
    const cut = () => answer.destroy();
    gone.addEventListener("abort", cut);
    const filled = fill(overflow, answer).finally(whole);
    try {
      for await (const part of overflow.parts()) {
        if (res.destroyed) break;
        if (!res.write(part)) await drained(res);
      }
      if (await filled) res.end();
      else res.destroy();
    } finally {
      gone.removeEventListener("abort", cut);
      await overflow.close();
    }
  }

  /**
   * @param {Call} call
   * @param {import("./body.mjs").Body} body
   */
  #maySendTogether({ method, path, target, asker, known }, { bytes, memory }) {
    return (
      isIngest(method, path) &&
      target === path &&
      known &&
      this.#signIns.isBrowser(asker.token) &&
      memory !== undefined &&
      bytes <= smallMost &&
      isUtf8(memory)
    );
  }

  /**
   * Small calls of several browsers in one turn. Whatever of it can't be done so is done for each by itself.
   * @param {Small[]} smalls
   * @param {() => void} over called when PocketBase has said all
   * @returns {Promise<void>[]}
   */
  #allInTurn(smalls, over) {
    const told = this.#askTogether(smalls).finally(over);
    return smalls.map(async (small, i) => {
      const one = (await told)[i];
      if (!one) return await this.#inTurn(small.call, small.body);
      if (small.call.gone.aborted) throw small.call.gone.reason;
      const headers = { "content-type": "application/json", [entryHeader]: "browsers" };
      const answer = { statusCode: 200, headers: { ...headers, [eventsHeader]: String(one.events) } };
      this.#learn(small.call, answer, small.body);
      this.#begin(small.call, answer);
      small.call.res.end(JSON.stringify(one.answer));
    });
  }

  /**
   * @param {Small[]} smalls
   * @returns {Promise<readonly ({ events: number, answer: object } | null)[]>} empty where nothing was answered
   */
  async #askTogether(smalls) {
    /** @type {(() => void) | undefined} */
    let giveBack;
    try {
      giveBack = await this.#turns.take(true, never, true);
      this.#inside += 1;
      const calls = smalls.map(({ call: { req }, body }) => ({
        token: tokenOf(req.headers.authorization ?? ""),
        body: String(body.memory),
      }));
      for (const { call } of smalls) call.req.socket.setTimeout(0);
      const memory = Buffer.from(JSON.stringify({ calls }));
      const from = { address: loopback, body: { bytes: memory.length, memory }, gone: never };
      const answer = await this.#behind.ask(
        "POST",
        togetherPath,
        { "content-type": "application/json" },
        from,
      );
      let text = "";
      for await (const part of answer.setEncoding("utf8")) text += part;
      return answer.statusCode === 200 ? JSON.parse(text).answers : [];
    } catch {
      return [];
    } finally {
      if (giveBack) {
        giveBack();
        this.#inside -= 1;
        if (this.#inside === 0) this.#whenEmpty();
      }
    }
  }

  /**
   * @param {Call} call
   * @param {() => void} [over] called with the turn given back, also where none was had
   */
  async #turn({ method, path, known, gone }, over = () => {}) {
    const giveBack = await this.#turns.take(known, gone, isIngest(method, path)).catch((error) => {
      over();
      throw error;
    });
    this.#inside += 1;
    let back = false;
    return () => {
      if (back) return;
      back = true;
      giveBack();
      over();
      this.#inside -= 1;
      if (this.#inside === 0) this.#whenEmpty();
    };
  }
}

/**
 * @param {Overflow} overflow
 * @param {Incoming} answer
 * @returns {Promise<boolean>} whether it came whole
 */
async function fill(overflow, answer) {
  try {
    for await (const part of answer) await overflow.push(part);
    return answer.complete;
  } catch {
    return false;
  } finally {
    overflow.end();
  }
}

const never = new AbortController().signal;
const loopback = "127.0.0.1";

/** Routes of PocketBase's that no hook of ours stands at: a call of these may take as long as it likes. @param {Call} call */
const takesNoEngine = ({ method, path }) =>
  method === "OPTIONS" ||
  (isGet(method) &&
    (isFile(path) || path === "/api/health" || path === "/api/realtime" || path.startsWith("/_/")));

/** @param {string} method */
const isGet = (method) => method === "GET" || method === "HEAD";

/** @param {Incoming} answer */
const isStream = ({ headers }) => (headers["content-type"] ?? "").startsWith("text/event-stream");

/** @param {{ status: number, text: string }} said by PocketBase */
function refusedBy({ status, text }) {
  try {
    return new Refused(status, String(JSON.parse(text).message));
  } catch {
    return new Refused(status, "This is not allowed.");
  }
}

/** @param {import("./body.mjs").Body} body */
function clientId({ memory }) {
  try {
    return String(JSON.parse(String(memory)).clientId);
  } catch {
    return "";
  }
}

const tooMany = () => new Refused(429, "Too many requests of one sign-in at once.");
const tooSlow = () => new Refused(408, "This took too long to arrive.");
