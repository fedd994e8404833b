import { createHash } from "node:crypto";

/**
 * Who asks, as far as it can be told before PocketBase has looked: where from, and with which sign-in.
 * @typedef {object} Asker
 * @property {string} address
 * @property {boolean} here the request began on this machine, with no proxy in between
 * @property {string} token digest of the sign-in that it brought, or empty
 * @property {boolean} claimsSuperuser what the sign-in says of itself, unproved
 * @property {string} claimsId whose it says it is, unproved until PocketBase has accepted it
 */

/** Headers that a proxy adds. */
const forwarding = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "forwarded",
  "via",
];

/** PocketBase's own collection of superusers, by name and by id. */
const superusers = ["_superusers", "pbc_3142635823"];
const superuserSignIn = new RegExp(`^/api/collections/(?:${superusers.join("|")})/auth-with-password/*$`);

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {{ believes: (peer: string) => boolean }} proxies from which peers a forwarded address is believed
 * @returns {Asker}
 */
export function askerOf(req, { believes }) {
  const peer = plain(req.socket.remoteAddress ?? "");
  const forwarded = forwarding.some((name) => req.headers[name] !== undefined);
  const token = tokenOf(req.headers.authorization ?? "");
  const claims = claimsOf(token);
  return {
    address: (believes(peer) && lastOf(req.headers["x-forwarded-for"])) || peer,
    here: isLoopback(peer) && !forwarded,
    token: token === "" ? "" : createHash("sha256").update(token).digest("base64"),
    claimsSuperuser: superusers.includes(claims.collection),
    claimsId: claims.id,
  };
}

/**
 * @param {string} method
 * @param {string} path
 */
export const isSuperuserSignIn = (method, path) => method === "POST" && superuserSignIn.test(path);

/** @param {string} address */
export const isLoopback = (address) => /^127\./.test(address) || address === "::1";

/**
 * An IPv4 address that a socket of IPv6 writes as `::ffff:203.0.113.9`.
 * @param {string} address
 */
export const plain = (address) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * The last address of the list is the one that the proxy itself has seen.
 * @param {string | string[] | undefined} header
 */
function lastOf(header) {
  const last = String(header ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return last && /^[\da-fA-F.:]{2,45}$/.test(last) ? plain(last) : "";
}

/** @param {string} header as PocketBase reads it: the word Bearer may stand before the token */
export function tokenOf(header) {
  return header.length > 7 && /^bearer /i.test(header) ? header.slice(7) : header;
}

/** @param {string} token @returns {{ collection: string, id: string }} */
function claimsOf(token) {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return { collection: String(claims.collectionId ?? ""), id: String(claims.id ?? "") };
  } catch {
    return { collection: "", id: "" };
  }
}
