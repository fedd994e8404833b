import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Zippable, zipSync } from "fflate";

/** Files by their paths, with `/` between their parts. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Every file of a folder. */
export function filesOf(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  return new Map(names.map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name))]));
}

/** An archive that depends on the names and bytes of its files alone: sorted, dated alike, without the rights of a disk. */
export function steadyZip(files: Files): Uint8Array {
  // fflate writes a date as the machine's own clock reads it: at noon no clock is ever put forward.
  const always = new Date(2000, 0, 1, 12);
  const dated: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    dated[name] = [files.get(name) ?? new Uint8Array(), { mtime: always, level: 9, os: 0, attrs: 0 }];
  }
  return zipSync(dated);
}
