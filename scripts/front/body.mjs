import { Refused } from "./refused.mjs";

/** Above this many bytes a body goes to disk. */
const inMemory = 262_144;

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
 * @returns {Promise<Body>}
 * @throws {Refused} 413 too large, 408 too slow, 499 broken off
 */
export async function readBody(req, { most, within }, spool, stopped) {
  const said = Number(req.headers["content-length"] ?? 0);
  if (said > most) throw tooLarge();
  if (said === 0 && req.headers["transfer-encoding"] === undefined) return { bytes: 0 };
  const file = said > inMemory ? await spool.file() : undefined;
  try {
    return await taken(req, { most, within, spool, stopped, file });
  } catch (error) {
    await file?.close();
    throw error;
  }
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {{ most: number, within: number, spool: import("./spool.mjs").Spool, stopped: AbortSignal,
 *   file: import("./spool.mjs").SpoolFile | undefined }} options
 * @returns {Promise<Body>}
 */
function taken(req, { most, within, spool, stopped, file }) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    let parts = [];
    let bytes = 0;
    let spilled = file;
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
    const take = (/** @type {Buffer} */ part) => {
      bytes += part.length;
      if (bytes > most) fail(tooLarge());
      else if (spilled || bytes > inMemory) write(part);
      else parts.push(part);
    };
    const end = () => {
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
