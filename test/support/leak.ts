import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";

/** A forbidden text that was found, and in which file; inside an archive, `archive!entry`. */
export interface Leak {
  readonly file: string;
  readonly text: string;
}

/** Every file below a folder, hidden ones too. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const isZip = (path: string) => {
  const head = Buffer.alloc(4);
  const file = openSync(path, "r");
  readSync(file, head, 0, 4, 0);
  closeSync(file);
  return head.toString("latin1") === "PK\u0003\u0004";
};

/** The forms in which a database, a log or JSON could hold a text: as it is, in any case, in UTF-16, escaped, encoded. */
function formsOf(text: string): Buffer[] {
  const forms = [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    text.replaceAll(" ", "+"),
  ];
  const bytes = forms.map((form) => Buffer.from(form.toLowerCase()));
  return [
    ...bytes,
    Buffer.from(text.toLowerCase(), "utf16le"),
    Buffer.from(
      Buffer.from(text)
        .toString("base64")
        .replace(/.{0,2}=*$/, "")
        .toLowerCase(),
    ),
  ];
}

/** Lower-cases A to Z in place; all other bytes stay, so that nothing moves. */
function lowered(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 64 && byte < 91) bytes[at] = byte + 32;
  }
  return bytes;
}

/**
 * Looks for texts in all bytes of all files below the folders, backups unpacked. As `grep -a`, but blind to
 * case, and it knows the ways in which a text is commonly written.
 */
export function findLeaks(folders: readonly string[], texts: readonly string[]): Leak[] {
  const wanted = texts.map((text) => ({ text, forms: formsOf(text) }));
  const search = (file: string, bytes: Buffer): Leak[] =>
    wanted
      .filter(({ forms }) => forms.some((form) => bytes.includes(form)))
      .map(({ text }) => ({ file, text }));
  return folders
    .flatMap((folder) => (statSync(folder).isDirectory() ? filesBelow(folder) : [folder]))
    .flatMap((file) => {
      const bytes = readFileSync(file);
      const entries = isZip(file) ? Object.entries(unzipSync(new Uint8Array(bytes))) : [];
      const found = entries.flatMap(([name, entry]) =>
        search(`${file}!${name}`, lowered(Buffer.from(entry))),
      );
      return [...search(file, lowered(bytes)), ...found];
    });
}
