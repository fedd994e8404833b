import { Agent, request } from "node:http";
import { answerWithin } from "./bounds.mjs";
import { Refused } from "./refused.mjs";

/** How long an unused connection to PocketBase is kept, in milliseconds: well under the time after which it ends one. */
const unusedFor = 30_000;

/**
 * PocketBase behind this process: on loopback, and told by headers that this process alone knows who asks.
 *
 * By hand, for `httpxy` (0.5.6) ends what was passed on when whoever asked has left. An engine is not ended by that: its
 * turn would be given away while it still works, and a stranger who comes and goes would begin one more each time.
 */
export class Behind {
  #agent = new Agent({ keepAlive: true, timeout: unusedFor });
  #target;
  #secrets;

  /**
   * @param {{ host: string, port: number }} target
   * @param {import("./secrets.mjs").Secrets} secrets
   */
  constructor(target, secrets) {
    this.#target = target;
    this.#secrets = secrets;
  }

  /**
   * @param {string} method
   * @param {string} path with its query
   * @param {Record<string, string | string[]>} headers
   * @param {{ address: string, body?: import("./body.mjs").Body, gone: AbortSignal }} from gone: nobody waits any more
   * @returns {Promise<import("node:http").IncomingMessage>} the answer, as soon as it begins
   * @throws {Refused} 502 where PocketBase is not there, 504 where it does not begin to answer
   */
  ask(method, path, headers, { address, body, gone }) {
    return new Promise((resolve, reject) => {
      const length =
        body && (body.bytes > 0 || method !== "GET") ? { "content-length": String(body.bytes) } : {};
      const onward = request({
        ...this.#target,
        agent: this.#agent,
        method,
        path,
        headers: { ...headers, ...length, [this.#secrets.header]: address },
        setHost: headers.host === undefined,
      });
      const give = () => onward.destroy(new Refused(499, "Whoever asked has left."));
      const late = setTimeout(
        () => onward.destroy(new Refused(504, "The server took too long to answer.")),
        answerWithin,
      );
      const settled = () => clearTimeout(late);
      gone.addEventListener("abort", give);
      onward.once("close", () => gone.removeEventListener("abort", give));
      onward.once("response", (answer) => {
        settled();
        answer.once("end", () => gone.removeEventListener("abort", give));
        resolve(answer);
      });
      onward.once("error", (error) => {
        settled();
        reject(error instanceof Refused ? error : new Refused(502, "The server is starting or stopping."));
      });
      send(onward, body);
    });
  }

  close() {
    this.#agent.destroy();
  }
}

/**
 * @param {import("node:http").ClientRequest} onward
 * @param {import("./body.mjs").Body | undefined} body
 */
async function send(onward, body) {
  if (!body?.file) return void onward.end(body?.memory);
  try {
    for (let from = 0; from < body.bytes && !onward.destroyed; ) {
      const part = await body.file.read(from);
      from += part.length;
      if (!onward.write(part)) await drained(onward);
    }
    onward.end();
  } catch (error) {
    onward.destroy(/** @type {Error} */ (error));
  }
}

/**
 * Waits until a stream takes more, or is over.
 * @param {import("node:stream").Writable} stream
 * @returns {Promise<void>}
 */
export function drained(stream) {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done).off("close", done);
      resolve();
    };
    stream.once("drain", done).once("close", done);
  });
}
