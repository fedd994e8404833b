import { createReadStream, createWriteStream, mkdirSync, statfsSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { Refusal } from "../base/refusal.mjs";
import { damaged, readAt, zipList } from "./zip-list.mjs";

/** @typedef {import("./zip-list.mjs").ZipEntry} ZipEntry */

/** A fault of this machine, not of the archive. */
export class NoRoom extends Refusal {}

const localSignature = 0x04034b50;
/** Free space that unpacking leaves, in bytes. */
const roomLeft = 50e6;

/**
 * Unpacks an archive into a folder, file by file and on disk when this returns; what is not written is still read to its
 * end and held against its checksum. Memory does not grow with the archive.
 * @param {string} zip
 * @param {string} folder made here
 * @param {(entry: ZipEntry) => boolean} wanted which files are written
 * @returns {Promise<ZipEntry[]>} all files in it
 */
export async function unpack(zip, folder, wanted) {
  const file = await open(zip);
  try {
    const entries = await zipList(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const needed = entries.filter(wanted).reduce((sum, { size }) => sum + size, 0);
    const { bavail, bsize } = statfsSync(folder);
    if (needed + roomLeft > bavail * bsize) {
      const megabytes = Math.ceil((needed + roomLeft) / 1e6);
      throw new NoRoom(
        `Unpacking it needs ${megabytes} MB, and the disk of ${dirname(folder)} has less free.`,
      );
    }
    for (const entry of entries)
      await unpackOne(zip, file, entry, wanted(entry) ? join(folder, entry.name) : "");
    return entries;
  } finally {
    await file.close();
  }
}

/**
 * @param {string} zip
 * @param {import("node:fs/promises").FileHandle} file the same, open
 * @param {ZipEntry} entry
 * @param {string} target '' to read it only
 */
async function unpackOne(zip, file, entry, target) {
  const local = await readAt(file, entry.at, 30);
  if (local.readUInt32LE(0) !== localSignature) throw damaged();
  const start = entry.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (target) mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const sink = target ? createWriteStream(target, { mode: 0o600, flush: true }) : nowhere();
  const packed = createReadStream(zip, { start, end: start + entry.packed - 1 });
  const bytes = entry.packed === 0 ? [] : packed;
  const inflate = entry.method === 8 ? [createInflateRaw()] : [];
  try {
    await pipeline([bytes, ...inflate, checked(entry), sink]);
  } catch (error) {
    if (/^(Z_|ERR_)/.test(/** @type {NodeJS.ErrnoException} */ (error).code ?? "")) throw damaged();
    throw error;
  } finally {
    packed.destroy();
  }
}

/**
 * Lets bytes through, and fails at the first too many or where the whole is not what the archive's list says.
 * @param {ZipEntry} entry
 */
function checked({ name, size, crc }) {
  let [length, sum] = [0, 0];
  const wrong = () => new Refusal(`The archive's file ${name} is not what was packed: it is damaged.`);
  return new Transform({
    transform(part, _, next) {
      length += part.length;
      sum = crc32(part, sum);
      next(length > size ? wrong() : null, part);
    },
    flush(next) {
      next(length === size && sum === crc ? null : wrong());
    },
  });
}

const nowhere = () => new Writable({ write: (_part, _encoding, next) => next() });
