import { generateKeyPairSync, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Refusal } from "../base/refusal.mjs";

/** The server's keys: what each is for, how it is made, and the form a good one has. */
const keys = {
  /** Ed25519 seed that signs the ledger's checkpoints. */
  "signing.key": { make: () => randomBytes(32).toString("hex"), form: /^[0-9a-f]{64}$/ },
  /** Encrypts PocketBase's settings and the authenticator secrets; AES-256 wants exactly 32 characters. */
  "encryption.key": { make: () => randomBytes(16).toString("hex"), form: /^[0-9a-f]{32}$/ },
  /** HMAC key that turns identifiers into references, shared with paired browsers. */
  "reference.key": { make: () => randomBytes(32).toString("hex"), form: /^[0-9a-f]{64}$/ },
  /** HMAC key of the digests that recognise an erased event; never leaves the server. */
  "digest.key": { make: () => randomBytes(32).toString("hex"), form: /^[0-9a-f]{64}$/ },
};

/** What a clinic has only once it asked for what they do. */
const askedFor = {
  /** RSA key that signs the extension which the clinic's own server hands out; the extension's id follows from it. */
  "extension.key": {
    make: () =>
      generateKeyPairSync("rsa", { modulusLength: 2048 })
        .privateKey.export({ type: "pkcs8", format: "pem" })
        .toString(),
    form: /^-----BEGIN PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{1000,4000}\n-----END PRIVATE KEY-----$/,
  },
};

/** @typedef {keyof typeof keys} KeyName */
/** @typedef {keyof typeof askedFor} AskedKeyName */

/** @type {readonly KeyName[]} */
export const keyNames = /** @type {KeyName[]} */ (Object.keys(keys));

/**
 * Makes the keys that are missing. A key that exists is never replaced; where a clinic's data is already there, a
 * missing key is not made anew, for what the old one protects would be lost without a word.
 * @param {string} folder DATA/keys
 * @param {{ used?: boolean }} [options] used: the server's database exists already
 */
export function makeKeys(folder, { used = false } = {}) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  for (const name of keyNames) {
    const file = join(folder, name);
    if (existsSync(file)) readKey(folder, name);
    else if (used) throw new Refusal(`The key ${file} is missing: restore the keys folder from your backup.`);
    else writeOnce(file, keys[name].make());
  }
}

/**
 * A key that a clinic has only once it asked for what it does: the one that is there, else a new one.
 * @param {string} folder DATA/keys
 * @param {AskedKeyName} name
 * @param {{ used: boolean }} options used: something was made with one already, so that a missing one is not made anew
 */
export function keyAskedFor(folder, name, { used }) {
  const file = join(folder, name);
  if (!existsSync(file)) {
    if (used) throw new Refusal(`The key ${file} is missing: restore the keys folder from your backup.`);
    writeOnce(file, askedFor[name].make());
  }
  return readKey(folder, name);
}

/**
 * @param {string} folder DATA/keys
 * @param {KeyName | AskedKeyName} name
 * @throws {Refusal} for one that is missing, damaged, or can be read by others than its owner
 */
export function readKey(folder, name) {
  const file = join(folder, name);
  let text;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    throw new Refusal(`The key ${file} cannot be read: restore the keys folder from your backup.`);
  }
  const { form } = { ...keys, ...askedFor }[name];
  if (!form.test(text)) throw new Refusal(`The key ${file} is damaged: restore it from your backup.`);
  requirePrivate(file);
  return text;
}

/**
 * Whoever reads a key can sign a log, or open the authenticator secrets, as the clinic. Windows keeps no such bits: there
 * the rights of the folder count.
 * @param {string} file
 */
function requirePrivate(file) {
  if (process.platform === "win32" || (statSync(file).mode & 0o077) === 0) return;
  throw new Refusal(
    `Others on this machine can read the key ${file}. Type: chmod 600 "${file}". If somebody else may have read it, tell whoever answers for data protection.`,
  );
}

/**
 * Writes a file whole or not at all, and not over another's.
 * @param {string} file
 * @param {string} text
 */
function writeOnce(file, text) {
  const half = `${file}.${process.pid}`;
  try {
    writeFileSync(half, text, { mode: 0o600, flush: true });
    linkSync(half, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  } finally {
    rmSync(half, { force: true });
  }
}
