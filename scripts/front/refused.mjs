import { ownHeaders } from "./headers.mjs";

/** How much of a body that is refused is still read, so that its sender gets to read why: bytes, milliseconds. */
const drained = { bytes: 1_048_576, within: 3000 };

/** Why a request is not passed on. Status 499 is never sent: whoever asked has left. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {string} message a sentence for a person
   * @param {{ after?: number }} [again] seconds after which it may be tried again
   */
  constructor(status, message, { after = 1 } = {}) {
    super(message);
    this.status = status;
    this.after = after;
  }
}

/**
 * Answers a refusal in PocketBase's own form.
 * @param {import("node:http").IncomingMessage} req
 * @param {import("node:http").ServerResponse} res
 * @param {Refused} refusal
 * @param {import("./headers.mjs").Face} face
 */
export function answerRefusal(req, res, { status, message, after }, face) {
  if (res.headersSent || status === 499) return void res.destroy();
  const text = refusalText(status, message);
  const whole = req.complete;
  res.writeHead(status, {
    ...ownHeaders(req.url ?? "/", face),
    "Access-Control-Allow-Origin": "*",
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    ...(status === 503 || status === 429 ? { "Retry-After": String(after) } : {}),
    ...(whole ? {} : { Connection: "close" }),
  });
  endWith(req, res, text);
}

/**
 * Ends an answer to a request whose body may still be on its way.
 * @param {import("node:http").IncomingMessage} req
 * @param {import("node:http").ServerResponse} res with its head written: `Connection: close` unless the body is whole
 * @param {string} text
 */
export function endWith(req, res, text) {
  if (req.complete || req.method === "HEAD") return void res.end(req.method === "HEAD" ? undefined : text);
  // A connection closed with bytes unread takes the answer along that the sender has not read yet.
  res.write(text);
  let read = 0;
  const end = () => {
    clearTimeout(timer);
    res.end();
  };
  const timer = setTimeout(end, drained.within);
  req.on("data", (part) => {
    read += part.length;
    if (read > drained.bytes) end();
  });
  req.once("end", end).once("close", end).resume();
}

/**
 * @param {number} status
 * @param {string} message
 */
export const refusalText = (status, message) => JSON.stringify({ data: {}, message, status });
