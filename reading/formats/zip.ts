import { Inflate } from "fflate";
import { type Budget, Unreadable } from "../budget.ts";

/** One file of an archive, as its directory names it (PKWARE APPNOTE 6.3.10). */
export interface Entry {
  readonly name: string;
  readonly locked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly at: number;
  /** A remark on it. */
  readonly remark?: string;
}

/** What an archive holds: its entries, what is said of it, and whether something stands in it that is none of them. */
export interface Directory {
  readonly entries: readonly Entry[];
  readonly remark: string;
  readonly hides: boolean;
}

/** More entries than any document of an office has; an archive with more is not looked into. */
const entriesAtMost = 2_000;
/** Bytes at the end in which the directory's end stands: its 22 bytes and the longest comment. */
const tailLength = 22 + 65_535;
const directoryAtMost = 8 * 1024 * 1024;
/** Packed bytes that are unpacked at a time. */
const slice = 16 * 1024;

const view = async (file: Blob, start: number, end: number) =>
  new DataView(await file.slice(Math.max(0, start), end).arrayBuffer());

/** The archive's entries. @throws {Unreadable} `damaged` when it is cut short, `too-large` with too many entries. */
export async function entriesOf(file: Blob): Promise<Directory> {
  const directory = await directoryOf(file);
  if (directory.count > entriesAtMost || directory.size > directoryAtMost) throw new Unreadable("too-large");
  const bytes = await view(file, directory.at, directory.at + directory.size);
  const entries: Entry[] = [];
  for (let place = 0; place + 46 <= bytes.byteLength && bytes.getUint32(place, true) === 0x02014b50; ) {
    const nameLength = bytes.getUint16(place + 28, true);
    const extraLength = bytes.getUint16(place + 30, true);
    const remarkLength = bytes.getUint16(place + 32, true);
    const next = place + 46 + nameLength + extraLength + remarkLength;
    if (next > bytes.byteLength) break;
    const words = (at: number, length: number) =>
      new TextDecoder().decode(new Uint8Array(bytes.buffer, at, length));
    const name = words(place + 46, nameLength);
    const extra = new DataView(bytes.buffer, place + 46 + nameLength, extraLength);
    const remark = words(next - remarkLength, remarkLength);
    entries.push({ name, ...entryAt(bytes, place, extra), ...(remark !== "" && { remark }) });
    place = next;
  }
  if (entries.length !== directory.count) throw new Unreadable("damaged");
  return {
    entries: entries.filter(({ name, packed }) => !name.endsWith("/") || packed > 0),
    remark: directory.remark,
    hides: directory.behind > 0 || (await gapsIn(file, entries, directory.at)) > gapsAtMost,
  };
}

/** Bytes between entries that belong to none of them and hold nothing yet: what follows an entry of unknown length. */
const gapsAtMost = 64;

/** Bytes before the directory that are no entry's: of an entry that was taken out of the directory alone, or put between. */
async function gapsIn(file: Blob, entries: readonly Entry[], end: number): Promise<number> {
  const heads = 30 * entries.length;
  const named = entries.reduce((sum, { packed, name }) => sum + packed + name.length, heads);
  if (end - named <= gapsAtMost) return 0;
  let known = 0;
  for (const { at, packed } of entries) {
    const head = await view(file, at, at + 30);
    // Behind an entry's data its length can stand once more (4.3.9).
    if (head.byteLength === 30)
      known += 30 + head.getUint16(26, true) + head.getUint16(28, true) + packed + 24;
  }
  return end - known;
}

function entryAt(bytes: DataView, place: number, extra: DataView): Omit<Entry, "name"> {
  const large = largeFields(extra);
  const value = (at: number) => {
    const plain = bytes.getUint32(place + at, true);
    return plain === 0xffffffff ? (large.shift() ?? plain) : plain;
  };
  const size = value(24);
  const packed = value(20);
  return {
    locked: (bytes.getUint16(place + 8, true) & 1) === 1,
    method: bytes.getUint16(place + 10, true),
    size,
    packed,
    at: value(42),
  };
}

/** The 64-bit values of the ZIP64 extra field, in their order. */
function largeFields(extra: DataView): number[] {
  for (let place = 0; place + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(place + 2, true);
    if (extra.getUint16(place, true) === 1) {
      const values: number[] = [];
      for (let at = place + 4; at + 8 <= Math.min(place + 4 + length, extra.byteLength); at += 8)
        values.push(Number(extra.getBigUint64(at, true)));
      return values;
    }
    place += 4 + length;
  }
  return [];
}

/** Where the directory stands, what is said of the archive, and how many bytes follow behind its end. */
interface DirectoryPlace {
  readonly count: number;
  readonly size: number;
  readonly at: number;
  readonly remark: string;
  readonly behind: number;
}

async function directoryOf(file: Blob): Promise<DirectoryPlace> {
  const from = Math.max(0, file.size - tailLength);
  const tail = await view(file, from, file.size);
  for (let place = tail.byteLength - 22; place >= 0; place--) {
    if (tail.getUint32(place, true) !== 0x06054b50) continue;
    const plain = {
      count: tail.getUint16(place + 10, true),
      size: tail.getUint32(place + 12, true),
      at: tail.getUint32(place + 16, true),
    };
    const isLarge = plain.count === 0xffff || plain.size === 0xffffffff || plain.at === 0xffffffff;
    const end = Math.min(tail.byteLength, place + 22 + tail.getUint16(place + 20, true));
    const rest = new Uint8Array(tail.buffer, end);
    return {
      ...(isLarge ? await largeDirectory(file, tail, place) : plain),
      remark: new TextDecoder().decode(new Uint8Array(tail.buffer, place + 22, end - place - 22)),
      behind: rest.findLastIndex((byte) => byte !== 0) + 1,
    };
  }
  throw new Unreadable("damaged");
}

async function largeDirectory(file: Blob, tail: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== 0x07064b50) throw new Unreadable("damaged");
  const at = Number(tail.getBigUint64(locator + 8, true));
  const record = await view(file, at, at + 56);
  if (record.byteLength < 56 || record.getUint32(0, true) !== 0x06064b50) throw new Unreadable("damaged");
  const value = (place: number) => Number(record.getBigUint64(place, true));
  return { count: value(32), size: value(40), at: value(48) };
}

/**
 * Unpacks one entry, slice by slice, and stops as soon as the budget's memory is spent: the size that the archive
 * gives for itself is not believed.
 */
export async function unpack(file: Blob, entry: Entry, budget: Budget): Promise<Blob> {
  if (entry.locked) throw new Unreadable("locked");
  if (entry.method !== 0 && entry.method !== 8) throw new Unreadable("unknown-kind");
  const header = await view(file, entry.at, entry.at + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new Unreadable("damaged");
  const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + entry.packed;
  if (end > file.size) throw new Unreadable("damaged");
  if (entry.method === 0) {
    budget.takeBytes(entry.packed);
    return file.slice(start, end);
  }
  return inflated(file, start, end, budget);
}

async function inflated(file: Blob, start: number, end: number, budget: Budget): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let ended = false;
  const inflate = new Inflate((chunk, last) => {
    budget.takeBytes(chunk.length);
    chunks.push(new Uint8Array(chunk));
    ended = last;
  });
  for (let place = start; place < end; place += slice) {
    budget.check();
    const to = Math.min(end, place + slice);
    const packed = new Uint8Array(await file.slice(place, to).arrayBuffer());
    try {
      inflate.push(packed, to === end);
    } catch (problem) {
      throw problem instanceof Unreadable ? problem : new Unreadable("damaged");
    }
  }
  if (!ended) throw new Unreadable("damaged");
  return new Blob(chunks);
}
