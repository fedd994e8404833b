import { Refusal } from "../base/refusal.mjs";

/**
 * A file in a zip archive, as the archive's own list has it.
 * @typedef {{ name: string, method: number, crc: number, packed: number, size: number, at: number }} ZipEntry at: where its
 *   own header begins, in bytes
 */

const endSignature = 0x06054b50;
const endSignature64 = 0x06064b50;
const locatorSignature64 = 0x07064b50;
const entrySignature = 0x02014b50;
/** The end record is 22 bytes, followed by a comment of up to 65,535; the locator of a large archive's end is 20 bytes before. */
const tailSize = 20 + 22 + 65_535;
/** A list longer than this is no backup of ours, in bytes. */
const longestList = 64e6;
/** What deflate can make of one byte at most, and what a file may have beside that. */
const mostOfAByte = 1032;

/**
 * The files in an archive. Refuses whatever could be written outside the folder it is unpacked in, twice into one file, or
 * to more than it says.
 * @param {import("node:fs/promises").FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
export async function zipList(file) {
  const { size } = await file.stat();
  const { count, from, length } = await endOf(file, size);
  if (length > longestList || from + length > size) throw damaged();
  const list = await readAt(file, from, length);
  const entries = [];
  for (let at = 0; at < list.length; ) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== entrySignature) throw damaged();
    const next =
      at + 46 + list.readUInt16LE(at + 28) + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
    if (next > list.length) throw damaged();
    entries.push(entryIn(list.subarray(at, next)));
    at = next;
  }
  if (entries.length !== count) throw damaged();
  const files = entries.filter(({ name }) => !name.endsWith("/"));
  checkTogether(files, from);
  return files;
}

/**
 * @param {import("node:fs/promises").FileHandle} file
 * @param {number} size
 */
async function endOf(file, size) {
  const start = Math.max(0, size - tailSize);
  const tail = await readAt(file, start, size - start);
  for (let at = tail.length - 22; at >= 0; at--) {
    const isEnd =
      tail.readUInt32LE(at) === endSignature && at + 22 + tail.readUInt16LE(at + 20) === tail.length;
    if (!isEnd) continue;
    const end = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      from: tail.readUInt32LE(at + 16),
    };
    const isLarge = end.count === 0xffff || end.length === 0xffffffff || end.from === 0xffffffff;
    return isLarge ? largeEnd(file, tail, at - 20) : end;
  }
  throw new Refusal("It is not a zip archive, or it is cut short.");
}

/**
 * @param {import("node:fs/promises").FileHandle} file
 * @param {Buffer} tail
 * @param {number} at where the locator is
 */
async function largeEnd(file, tail, at) {
  if (at < 0 || tail.readUInt32LE(at) !== locatorSignature64) throw damaged();
  const end = await readAt(file, whole(tail.readBigUInt64LE(at + 8)), 56);
  if (end.readUInt32LE(0) !== endSignature64) throw damaged();
  return {
    count: whole(end.readBigUInt64LE(32)),
    length: whole(end.readBigUInt64LE(40)),
    from: whole(end.readBigUInt64LE(48)),
  };
}

/**
 * @param {Buffer} entry
 * @returns {ZipEntry}
 */
function entryIn(entry) {
  const flags = entry.readUInt16LE(8);
  const method = entry.readUInt16LE(10);
  const named = 46 + entry.readUInt16LE(28);
  const name = entry.toString("utf8", 46, named);
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8))
    throw new Refusal(`Its file ${shown(name)} is encrypted or packed in a way that no backup is.`);
  const kind = (entry.readUInt16LE(40) >>> 12) & 0xf; // of a Unix mode: 4 a folder, 8 a file, 10 a link
  if (!isPlain(name) || ![0, 4, 8].includes(kind))
    throw new Refusal(`Its file ${shown(name)} would not lie within the folder: this is no backup.`);
  const sizes = largeSizes(entry, named);
  const { packed, size } = sizes;
  if (size > packed * mostOfAByte + mostOfAByte || (method === 0 && size !== packed))
    throw new Refusal(`Its file ${shown(name)} cannot be as large as it says: this is no backup.`);
  return { name, method, crc: entry.readUInt32LE(16), ...sizes };
}

/**
 * Sizes and place, from the extra field where they need more than 32 bits.
 * @param {Buffer} entry
 * @param {number} extra where the extra fields begin
 */
function largeSizes(entry, extra) {
  const sizes = { size: entry.readUInt32LE(24), packed: entry.readUInt32LE(20), at: entry.readUInt32LE(42) };
  const wanted = /** @type {const} */ (["size", "packed", "at"]).filter((name) => sizes[name] === 0xffffffff);
  if (wanted.length === 0) return sizes;
  const end = extra + entry.readUInt16LE(30);
  for (let field = extra; field + 4 <= end; field += 4 + entry.readUInt16LE(field + 2)) {
    if (entry.readUInt16LE(field) !== 1) continue;
    if (field + 4 + wanted.length * 8 > end) throw damaged();
    for (const [i, name] of wanted.entries()) sizes[name] = whole(entry.readBigUInt64LE(field + 4 + i * 8));
    return sizes;
  }
  throw damaged();
}

/** @param {string} name */
function isPlain(name) {
  const parts = name.replace(/\/$/, "").split("/");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no file of ours is called
  if (/[\u0000-\u001f\\:\ufffd]/.test(name) || name.length > 1_000) return false;
  return parts.every((part) => part !== "" && part !== "." && part !== "..");
}

/**
 * No two files of one name or in the same place.
 * @param {readonly ZipEntry[]} entries
 * @param {number} end where the list begins
 */
function checkTogether(entries, end) {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw new Refusal("It holds two files of one name: this is no backup.");
  let free = 0;
  for (const { at, packed } of entries.toSorted((a, b) => a.at - b.at)) {
    if (at < free) throw new Refusal("Its files lie over each other: this is no backup.");
    free = at + 30 + packed;
  }
  if (free > end) throw damaged();
}

/**
 * @param {import("node:fs/promises").FileHandle} file
 * @param {number} at
 * @param {number} length
 */
export async function readAt(file, at, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead !== length) throw damaged();
  return buffer;
}

/** @param {bigint} number */
function whole(number) {
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(number);
}

/** @param {string} name */
const shown = (name) => JSON.stringify(name.slice(0, 80));

export const damaged = () => new Refusal("The archive is damaged or cut short.");
