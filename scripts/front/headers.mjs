/**
 * How the clinic is reached.
 * @typedef {{ secure: boolean, origin?: string }} Face secure: browsers reach it by https; origin: where, if it is known
 */

/** What a page of ours may never do, whoever asks it to. The page's own policy for scripts stands in it, with hashes. */
const always = {
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
};

const ownPolicy = "frame-ancestors 'none'; object-src 'none'; base-uri 'none'";

/** A year, in seconds. */
export const year = 31_536_000;

/** Headers of one connection, which end here, and what PocketBase tells this process alone. */
const notPassedOn =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|x-chaperone-.*)$/i;

/**
 * Headers of an answer that this process makes itself.
 * @param {string} path
 * @param {Face} face
 * @returns {Record<string, string>}
 */
export function ownHeaders(path, { secure }) {
  return {
    ...always,
    "Content-Security-Policy": ownPolicy,
    "Cache-Control": path.startsWith("/api/") ? "no-store" : "no-cache",
    ...(secure ? { "Strict-Transport-Security": `max-age=${year}` } : {}),
  };
}

/**
 * Headers of an answer of PocketBase's, with ours. Answers of the API are about people, on machines that others use:
 * none is remembered, unless its route says more. PocketBase's own screens bring a stricter policy along.
 * @param {string} path
 * @param {Face} face
 * @param {Pick<import("node:http").IncomingMessage, "statusCode" | "headers">} answer
 * @returns {Record<string, string | string[]>}
 */
export function passedHeaders(path, face, { headers: given, statusCode = 502 }) {
  /** @type {Record<string, string | string[]>} */
  const kept = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !notPassedOn.test(name)) kept[name] = value;
  }
  if (isFile(path)) {
    return { ...kept, ...lower(ownHeaders(path, face)), ...(statusCode < 400 ? neverInline(path) : {}) };
  }
  const {
    "content-security-policy": policy = "",
    "cache-control": remembered = "",
    ...ours
  } = lower(ownHeaders(path, face));
  if (path.startsWith("/_/")) return { ...kept, ...ours };
  return { "cache-control": remembered, ...kept, ...ours, "content-security-policy": policy };
}

/** @param {Record<string, string>} headers @returns {Record<string, string>} */
const lower = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** @param {string} path */
export const isFile = (path) => path.startsWith("/api/files/") && path !== "/api/files/token";

/**
 * A file of the register is saved, never shown: what somebody attached runs in no page of ours.
 * @param {string} path
 * @returns {Record<string, string>}
 */
function neverInline(path) {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/[^A-Za-z0-9._-]/g, "_");
  return {
    "content-disposition": `attachment; filename="${name}"`,
    "content-type": "application/octet-stream",
    "cache-control": "no-store",
  };
}

/**
 * Headers of a request as they are passed on: without those of this connection alone.
 * @param {import("node:http").IncomingHttpHeaders} given
 * @returns {Record<string, string | string[]>}
 */
export function onwardHeaders(given) {
  /** @type {Record<string, string | string[]>} */
  const kept = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !notPassedOn.test(name) && name !== "content-length" && name !== "expect") {
      kept[name] = value;
    }
  }
  return kept;
}
