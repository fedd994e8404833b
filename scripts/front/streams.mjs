import { streamsMost, unclaimedMost } from "./bounds.mjs";
import { Crowd } from "./crowd.mjs";

/** Bytes that a reader may lie behind with before its stream is ended; its page connects anew and reads what it missed. */
const behindMost = 262_144;

/**
 * Streams of news. PocketBase gives each an id in its first words, and whoever reads it then signs in to it with a
 * request that names the id: a stream that nobody signs in to does not stay.
 */
export class Streams {
  #unclaimed = new Crowd(unclaimedMost);
  #claimed = new Crowd(streamsMost);
  /** @type {Map<string, (token: string) => void>} */
  #byId = new Map();
  /** @type {Set<() => void>} */
  #all = new Set();
  #claimedWithin;

  /** @param {number} claimedWithin milliseconds after which a stream that nobody has signed in to is closed */
  constructor(claimedWithin) {
    this.#claimedWithin = claimedWithin;
  }

  /** How many are open. */
  get size() {
    return this.#all.size;
  }

  /**
   * Passes a stream on until one of both sides ends it.
   * @param {import("node:http").IncomingMessage} from
   * @param {import("node:http").ServerResponse} to its headers are sent
   * @param {string} address
   */
  pass(from, to, address) {
    let id = "";
    const end = () => {
      from.destroy();
      to.destroy();
    };
    let leave = this.#unclaimed.enter(address, end);
    const timer = setTimeout(end, this.#claimedWithin);
    const claim = (/** @type {string} */ token) => {
      clearTimeout(timer);
      leave();
      leave = this.#claimed.enter(token, end);
    };
    this.#all.add(end);
    from.on("data", (/** @type {Buffer} */ part) => {
      if (id === "") {
        id = /^id:\s*(\S+)/m.exec(part.toString("latin1"))?.[1] ?? "";
        if (id !== "") this.#byId.set(id, claim);
      }
      // PocketBase holds what a reader is behind with, so one that is far behind is ended, not waited for.
      if (!to.write(part) && to.writableLength > behindMost) end();
    });
    from.once("end", () => to.end());
    from.once("error", end);
    to.once("error", end);
    to.once("close", () => {
      clearTimeout(timer);
      leave();
      this.#all.delete(end);
      if (this.#byId.get(id) === claim) this.#byId.delete(id);
      from.destroy();
    });
  }

  /**
   * Somebody whose sign-in PocketBase accepted reads this stream.
   * @param {string} id
   * @param {string} token digest of the sign-in
   */
  claim(id, token) {
    this.#byId.get(id)?.(token);
  }

  /** Ends all of them. */
  close() {
    for (const end of this.#all) end();
  }
}
