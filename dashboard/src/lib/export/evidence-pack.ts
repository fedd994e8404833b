import { utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.ts";
import { digestOf } from "./frozen.ts";
import { type ZipFiles, zipOf } from "./steady-zip.ts";

/** The event log's head that a pack names: what was recorded up to here can't have been changed since unseen. */
export interface PackHead {
  readonly seq: number;
  readonly hash: string;
}

export interface PackContents {
  readonly clinic: string;
  /** Instant, from the server's answer and not from this machine's clock. */
  readonly madeAt: string;
  readonly ledger: PackHead;
  /** By path, for example `INC-14/version-2.pdf`. */
  readonly files: ZipFiles;
}

const manifestName = "manifest.json";
const sumsName = "SHA256SUMS";
const readMe = (
  clinic: string,
  madeAt: string,
  { seq, hash }: PackHead,
) => `Evidence pack of ${clinic}, made ${madeAt}.

manifest.json names every file with its SHA-256 and size, and the head of the event log:
entry ${seq}, ${hash || "the log is empty"}.

To check the files:  sha256sum -c SHA256SUMS      (Windows: certutil -hashfile FILE SHA256)
To check the log:    the verifier that comes with Chaperone, on an export of the log.
`;

/**
 * All evidence of a breach, or of a year, for an inspection: one zip with a manifest of hashes. The same contents give
 * the same bytes.
 *
 * @throws {Error} At a path that leaves the pack, or is one of the pack's own.
 */
export function evidencePack({ clinic, madeAt, ledger, files }: PackContents): Uint8Array<ArrayBuffer> {
  const paths = Object.keys(files).sort();
  for (const path of paths) if (!isInside(path)) throw new Error(`not a path inside the pack: ${path}`);
  const listed = paths.map((path) => {
    const bytes = files[path] ?? new Uint8Array();
    return { path, bytes: bytes.length, sha256: digestOf(bytes) };
  });
  const manifest = canonicalJson({ v: 1, clinic, madeAt, ledger: { ...ledger }, files: listed });
  const sums = listed.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
  const own: ZipFiles = {
    [manifestName]: utf8ToBytes(manifest),
    [sumsName]: utf8ToBytes(sums),
    "README.txt": utf8ToBytes(readMe(clinic, madeAt, ledger)),
  };
  // Documents and pictures are packed in themselves; packing 50 MB again would hold up the page for seconds.
  return zipOf(
    { ...own, ...Object.fromEntries(paths.map((path) => [path, files[path] ?? new Uint8Array()])) },
    Date.parse(madeAt),
    0,
  );
}

const ownNames: readonly string[] = [manifestName, sumsName, "README.txt"];

function isInside(path: string): boolean {
  const parts = path.split("/");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line end in a path would forge a line of the sums
  const plain = !/[\\:\u0000-\u001f]/.test(path);
  return (
    plain && !ownNames.includes(path) && parts.every((part) => part !== "" && part !== "." && part !== "..")
  );
}
