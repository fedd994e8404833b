import { Refused } from "./refused.mjs";

/** Above this many bytes a body goes to disk. */
const inMemory = 262_144;
/** So much of a body is read before it is judged, in bytes: the first field of a form stands there whole. */
const headBytes = 4096;

/**
 * The whole body of a request.
 * @typedef {{ bytes: number, memory?: Buffer, file?: import("./spool.mjs").SpoolFile }} Body
 */

/**
 * Reads a body whole, so that nobody behind waits for it.
 * @param {import("node:http").IncomingMessage} req
 * @param {{ most: number, within: number }} bound bytes, milliseconds
 * @param {import("./spool.mjs").Spool} spool
 * @param {AbortSignal} stopped its reason is thrown
 * @param {(head: Buffer) => Promise<void>} [judge] is shown how it begins, and throws where no more of it shall be kept
 * @returns {Promise<Body>}
 * @throws {Refused} 413 too large, 408 too slow, 499 broken off
 */
export async function readBody(req, { most, within }, spool, stopped, judge) {
  const said = Number(req.headers["content-length"] ?? 0);
  if (said > most) throw tooLarge();
  if (said === 0 && req.headers["transfer-encoding"] === undefined) {
    await judge?.(Buffer.alloc(0));
    return { bytes: 0 };
  }
  const file = said > inMemory && !judge ? await spool.file() : undefined;
  try {
    return await taken(req, { most, within, spool, stopped, file, judge });
  } catch (error) {
    await file?.close();
    throw error;
  }
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {{ most: number, within: number, spool: import("./spool.mjs").Spool, stopped: AbortSignal,
 *   file: import("./spool.mjs").SpoolFile | undefined, judge: ((head: Buffer) => Promise<void>) | undefined }} options
 * @returns {Promise<Body>}
 */
function taken(req, { most, within, spool, stopped, file, judge }) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    let parts = [];
    let bytes = 0;
    let spilled = file;
    let unjudged = judge;
    const settle = () => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", halt);
      req.off("data", take).off("end", end).off("close", close).off("error", close);
    };
    const fail = (/** @type {unknown} */ why) => {
      settle();
      req.pause();
      if (spilled !== file) spilled?.close();
      reject(why);
    };
    const write = async (/** @type {Buffer} */ part) => {
      req.pause();
      try {
        spilled ??= await spool.file();
        for (const held of parts.splice(0)) await spilled.append(held);
        await spilled.append(part);
        req.resume();
      } catch {
        fail(new Refused(503, "The server has no room for this file now."));
      }
    };
    const judged = async () => {
      const look = unjudged;
      unjudged = undefined;
      req.pause();
      try {
        await look?.(Buffer.concat(parts));
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    };
    const take = async (/** @type {Buffer} */ part) => {
      bytes += part.length;
      if (bytes > most) return fail(tooLarge());
      if (spilled || (bytes > inMemory && !unjudged)) return write(part);
      parts.push(part);
      if (unjudged && bytes >= headBytes && (await judged())) req.resume();
    };
    const end = async () => {
      // It is whole: that its sender's side closes now means nothing.
      req.off("close", close);
      if (unjudged && !(await judged())) return;
      settle();
      if (spilled) resolve({ bytes, file: spilled });
      else resolve({ bytes, memory: Buffer.concat(parts) });
      parts = [];
    };
    const close = () => fail(new Refused(499, "Whoever sent this has left."));
    const halt = () => fail(stopped.reason);
    const timer = setTimeout(() => fail(new Refused(408, "This took too long to arrive.")), within);
    stopped.addEventListener("abort", halt);
    req.on("data", take).once("end", end).once("close", close).once("error", close);
  });
}

const tooLarge = () => new Refused(413, "This is larger than the server takes.");
