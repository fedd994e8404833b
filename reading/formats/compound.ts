import { CFB } from "@e965/xlsx";
import { type Budget, Unreadable } from "../budget.ts";
import { kindOf } from "../kinds.ts";
import { oneOf, type Taken } from "../taken.ts";
import { chainsEnd } from "./compound/chains.ts";
import { readMessage } from "./compound/message.ts";
import { slidesText } from "./compound/slides.ts";
import type { Streams } from "./compound/streams.ts";
import { wordText } from "./compound/word.ts";
import { readOldTables } from "./old-tables.ts";

/** Bytes of a compound file that are taken into memory at once. */
const compoundAtMost = 48 * 1024 * 1024;

/** Bytes from a file's beginning in which its directory usually stands. */
const directoryWithin = 4 * 1024 * 1024;

/** Reads a compound file (MS-CFB): old Word, Excel and PowerPoint, a message of Outlook, or whatever is packed in it. */
export async function readCompound(file: Blob, budget: Budget): Promise<Taken> {
  if (file.size > compoundAtMost) throw new Unreadable("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const streams = streamsOf(bytes);
  const has = (name: string) => streams.has(name);
  if (has("EncryptedPackage") || has("EncryptionInfo")) throw new Unreadable("locked");
  if (has("WordDocument")) return withRest("doc", wordText(streams), streams, budget);
  if (has("PowerPoint Document")) return withRest("ppt", slidesText(streams), streams, budget);
  if (has("Workbook") || has("Book"))
    return { ...(await readOldTables(file, budget, "xls")), ...rest("xls", streams) };
  if (has("__properties_version1.0")) return readMessage(streams, budget);
  const inside = packedIn(streams);
  if (inside.length === 0) throw new Unreadable("unknown-kind");
  return { format: "object", text: "", read: { unit: "part", done: 0, of: 0 }, inside };
}

/** All streams by their path below the root. */
function streamsOf(bytes: Uint8Array): Streams {
  let container: {
    FullPaths: string[];
    FileIndex: { type: number; size: number; content?: ArrayLike<number> }[];
  };
  try {
    if (!chainsEnd(bytes)) throw new Unreadable("damaged");
    container = CFB.read(bytes, { type: "array" });
  } catch {
    // A locked document is known by its directory even where the rest of it is cut off (MS-OFFCRYPTO 2.3.4).
    const head = new TextDecoder("utf-16le").decode(bytes.subarray(0, directoryWithin));
    throw new Unreadable(head.includes("EncryptedPackage") ? "locked" : "damaged");
  }
  const streams = new Map<string, Uint8Array>();
  container.FullPaths.forEach((path, place) => {
    const entry = container.FileIndex[place];
    if (entry?.type !== 2 || !entry.content) return;
    const content = Uint8Array.from(entry.content);
    streams.set(path.replace(/^[^/]*\//, ""), content.subarray(0, Math.min(entry.size, content.length)));
  });
  return streams;
}

function withRest(format: string, text: string, streams: Streams, budget: Budget): Taken {
  return {
    format,
    text: budget.takeText(text),
    read: { unit: "part", done: 1, of: 1 },
    ...rest(format, streams),
  };
}

/** What such a document holds beside its words: pictures are not looked at, files that it packs whole are. */
const rest = (format: string, streams: Streams): Pick<Taken, "unreadable" | "inside"> => ({
  ...(holdsPictures(format, streams)
    ? { unreadable: "picture" as const }
    : holdsDocuments(streams) && { unreadable: "part" as const }),
  inside: packedIn(streams),
});

/** Documents that a document holds as folders of streams, which nothing here opens. */
const holdsDocuments = (streams: Streams) =>
  [...streams.keys()].some((name) =>
    /\/(?:WordDocument|Workbook|Book|PowerPoint Document|__properties_version1\.0)$/i.test(name),
  );

/** Bytes of a stream of pictures that are no more than its head. */
const headOfPictures = 600;

const holdsPictures = (format: string, streams: Streams) =>
  format === "ppt"
    ? (streams.get("Pictures")?.length ?? 0) > headOfPictures
    : pictureMarks.some((mark) =>
        ["Data", "WordDocument", "Workbook"].some((name) => includes(streams.get(name), mark)),
      );

/** First bytes of PNG and JPEG, as they stand in the data of a document. */
const pictureMarks = [
  [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
  [0xff, 0xd8, 0xff],
  ...[0x3d4, 0x3d5, 0x216, 0x217, 0x542, 0x543].map((kind, at) => [
    (kind << 4) & 0xff,
    kind >> 4,
    0x1a + (at >> 1),
    0xf0,
  ]),
  ...[0x7a8, 0x7a9].map((kind) => [(kind << 4) & 0xff, kind >> 4, 0x1f, 0xf0]),
  ...[0x6e4, 0x6e5].map((kind) => [(kind << 4) & 0xff, kind >> 4, 0x29, 0xf0]),
];

function includes(bytes: Uint8Array | undefined, mark: readonly number[]): boolean {
  if (bytes === undefined) return false;
  for (let at = bytes.indexOf(mark[0] ?? 0); at !== -1; at = bytes.indexOf(mark[0] ?? 0, at + 1))
    if (mark.every((byte, place) => bytes[at + place] === byte)) return true;
  return false;
}

/** Names under which an object keeps the file that it stands for (MS-OLEDS). */
const packed = /(?:^|[^A-Za-z0-9])(?:Package|CONTENTS|Ole10Native|EmbeddedOdf)$/i;

/** Files that objects keep whole: told by their first bytes, after the head that a packager writes before them. */
const packedIn = (streams: Streams) =>
  [...streams]
    .filter(([name]) => packed.test(name))
    .map(([name, bytes]) => oneOf(/Ole10Native$/i.test(name) ? withoutHead(bytes) : bytes));

/** A packaged file begins after its names (MS-OLEDS 2.3.6): where a known kind begins, or at the third end of a name. */
function withoutHead(bytes: Uint8Array): Uint8Array {
  for (let at = 4; at < Math.min(bytes.length - 8, 2_048); at++) {
    const kind = kindOf(bytes.subarray(at, at + 512));
    if (!["unknown", "text", "email", "xml", "html"].includes(kind)) return bytes.subarray(at);
  }
  return bytes.subarray(4);
}
