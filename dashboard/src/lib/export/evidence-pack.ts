import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { PackFolder } from "#domain/work/evidence-pack";
import { canonicalJson } from "./canonical.ts";
import { type PackAbout, packReadMe } from "./pack-read-me.ts";
import { noonOf, type ZipFiles } from "./steady-zip.ts";

export interface PackContents {
  readonly about: PackAbout;
  readonly folders: readonly PackFolder[];
  /** By path, for example `incidents/INC-14/version-2.pdf`. */
  readonly files: ZipFiles;
}

/** A pack as it is handed over. */
export interface Pack {
  /** The zip, in pieces. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly bytes: number;
  readonly sha256: string;
}

/** Lets the page draw, and throws where the making was given up; called between pieces. */
export type Step = () => Promise<void>;

const manifestName = "manifest.json";
const sumsName = "SHA256SUMS";
const readMeName = "README.txt";
/** Bytes that are hashed and packed without a pause. */
const piece = 1_048_576;

/**
 * All evidence of a period for an inspection: one zip with a manifest of hashes, which `SHA256SUMS` covers too. The same
 * contents give the same bytes.
 *
 * @throws {Error} At a path that leaves the pack, or is one of the pack's own.
 */
export async function evidencePack({ about, folders, files }: PackContents, step: Step): Promise<Pack> {
  const paths = Object.keys(files).sort();
  for (const path of paths) if (!isInside(path)) throw new Error(`not a path inside the pack: ${path}`);
  const bytesAt = (path: string) => files[path] ?? new Uint8Array();
  const listed: { path: string; bytes: number; sha256: string }[] = [];
  for (const path of paths) {
    listed.push({ path, bytes: bytesAt(path).length, sha256: await digest(bytesAt(path), step) });
  }
  const readMe = utf8ToBytes(packReadMe(about, folders));
  const { seq, hash } = about.ledger;
  const manifest = utf8ToBytes(canonicalJson({ v: 1, ...about, ledger: { seq, hash }, files: listed }));
  const sums = [
    ...listed,
    { path: manifestName, sha256: bytesToHex(sha256(manifest)) },
    { path: readMeName, sha256: bytesToHex(sha256(readMe)) },
  ];
  const own: [string, Uint8Array][] = [
    [readMeName, readMe],
    [manifestName, manifest],
    [sumsName, utf8ToBytes(sums.map((one) => `${one.sha256}  ${one.path}\n`).join(""))],
  ];
  const inOrder = [...own, ...paths.map((path) => [path, bytesAt(path)] as [string, Uint8Array])];
  return await zipped(inOrder, Date.parse(about.madeAt), step);
}

async function digest(bytes: Uint8Array, step: Step): Promise<string> {
  const hash = sha256.create();
  for (const some of piecesOf(bytes)) {
    hash.update(some);
    await step();
  }
  return bytesToHex(hash.digest());
}

/** Papers and pictures are packed in themselves; packing them again would only take time. */
const isText = (path: string): boolean => /\.(?:txt|csv|json|jsonl)$/.test(path);

async function zipped(
  files: readonly (readonly [string, Uint8Array])[],
  atMs: number,
  step: Step,
): Promise<Pack> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const hash = sha256.create();
  let bytes = 0;
  const zip = new Zip((error, some) => {
    if (error) throw error;
    hash.update(some);
    bytes += some.length;
    parts.push(some as Uint8Array<ArrayBuffer>);
  });
  for (const [path, content] of files) {
    const entry = isText(path) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    entry.mtime = noonOf(atMs);
    zip.add(entry);
    let left = content.length;
    for (const some of piecesOf(content)) {
      left -= some.length;
      entry.push(some, left === 0);
      await step();
    }
  }
  zip.end();
  return { parts, bytes, sha256: bytesToHex(hash.digest()) };
}

/** Of an empty file one empty piece. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at === 0 || at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

const ownNames: readonly string[] = [manifestName, sumsName, readMeName];

function isInside(path: string): boolean {
  const parts = path.split("/");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line end in a path would forge a line of the sums
  const plain = !/[\\:\u0000-\u001f]/.test(path);
  return (
    plain && !ownNames.includes(path) && parts.every((part) => part !== "" && part !== "." && part !== "..")
  );
}
