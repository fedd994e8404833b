import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type FileType, fileTypeOf } from "#domain/registers/incidents/file-type";
import { refuse } from "../../../base/refusal.ts";

/** A file that came with a request. */
export interface Uploaded {
  readonly file: pb.File;
  readonly size: number;
  readonly sha256: string;
  readonly type: FileType;
}

/** What every file is called until its register names it. */
const neutralName = "file";

/** Bytes that its kind is told by. */
const headBytes = 512;
/** Up to here goja copies a text instead of keeping Go's bytes, and hashing it would hash something else. */
const shortText = 64;

/**
 * @param largest - In bytes.
 * @throws {BadRequestError} Without a file, with more than one, an empty one or one that is too large.
 */
export function uploaded(e: pb.RequestEvent, largest: number): Uploaded {
  let files: readonly pb.File[] = [];
  try {
    files = e.findUploadedFiles("file");
  } catch {
    refuse("file", "missing", "Choose a file.");
  }
  const [file] = files;
  if (!file || files.length > 1) refuse("file", "missing", "Choose one file.");
  // The name that somebody gave it may name a patient; PocketBase would write it down beside the file, and into each backup.
  file.name = neutralName;
  file.originalName = neutralName;
  if (file.size === 0) refuse("file", "empty", "This file is empty: 0 bytes.");
  if (file.size > largest) {
    refuse(
      "file",
      "too-large",
      `This file has ${megabytes(file.size)} MB; at most ${megabytes(largest)} MB are kept.`,
    );
  }
  return { file, size: file.size, sha256: hashOf(file), type: fileTypeOf(headOf(file)) };
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0);

/** SHA-256 of a file, in hex. */
export function hashOf(file: pb.File): string {
  if (file.size <= shortText) return bytesToHex(sha256(Uint8Array.from(read(file, shortText, bytesIn))));
  // A text read by Go goes back to Go byte for byte, whatever it holds: nothing here may look into it.
  return read(file, file.size + 1, (reader, most) => $security.sha256(toString(reader, most)));
}

const headOf = (file: pb.File): string =>
  read(file, headBytes, (reader, most) => String.fromCharCode(...bytesIn(reader, most)));

function bytesIn(reader: object, most: number): number[] {
  const bytes: number[] = [];
  const all = toBytes(reader, most) as ArrayLike<number>;
  for (let i = 0; i < all.length && i < most; i++) bytes.push(all[i] ?? 0);
  return bytes;
}

function read<Result>(file: pb.File, most: number, take: (reader: object, most: number) => Result): Result {
  const reader = file.reader.open();
  try {
    return take(reader, most);
  } finally {
    reader.close();
  }
}
