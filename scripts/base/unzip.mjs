import { inflateRawSync } from "node:zlib";
import { Refusal } from "./refusal.mjs";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** The end record is 22 bytes, followed by a comment of up to 65,535. */
const endSearched = 22 + 65_535;

/**
 * Takes one file out of a zip archive (stored or deflated; no ZIP64, no encryption: enough for a release of our server).
 * @param {Buffer} zip
 * @param {string} name the entry's whole path
 * @returns {Buffer}
 */
export function unzipOne(zip, name) {
  try {
    return take(zip, name);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("The archive is damaged: it ends too early or cannot be unpacked.");
  }
}

/**
 * @param {Buffer} zip
 * @param {string} name
 */
function take(zip, name) {
  const end = findEnd(zip);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== entrySignature) throw new Refusal("The archive's list of files is damaged.");
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) return unpack(zip, at);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Refusal(`The archive holds no file named ${name}.`);
}

/** @param {Buffer} zip */
function findEnd(zip) {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - endSearched); at--) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  throw new Refusal("This is not a zip archive.");
}

/**
 * @param {Buffer} zip
 * @param {number} entry offset of the entry in the archive's list
 */
function unpack(zip, entry) {
  const method = zip.readUInt16LE(entry + 10);
  const packedSize = zip.readUInt32LE(entry + 20);
  const size = zip.readUInt32LE(entry + 24);
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== localSignature) throw new Refusal("The archive's file is damaged.");
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + packedSize);
  if (packed.length !== packedSize || (method !== 0 && method !== 8)) {
    throw new Refusal("The archive is cut short or packed in an unknown way.");
  }
  const file = method === 8 ? inflateRawSync(packed, { maxOutputLength: size + 1 }) : Buffer.from(packed);
  if (file.length !== size) throw new Refusal("The archive's file has another length than it says.");
  return file;
}
