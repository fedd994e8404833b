import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** Files of an archive by their paths. */
export type ZipFiles = Readonly<Record<string, Uint8Array>>;

/** The earliest year a zip can write, and the last. */
const zipYears = { first: 1980, last: 2099 } as const;

/**
 * An archive that depends on its files and the moment alone: the order of the paths, no clock, no time zone.
 *
 * @param atMs - The day that every file in it is dated, milliseconds since 1970; a zip holds none before 1980.
 * @param level - 0 stores the files as they are.
 */
export function zipOf(files: ZipFiles, atMs: number, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  const mtime = noonOf(atMs);
  const dated: Zippable = {};
  for (const [path, bytes] of Object.entries(files)) dated[path] = [bytes, { mtime, level }];
  return new Uint8Array(zipSync(dated));
}

/** The same archive again, with steady dates, each text file passed through `mend`. */
export function steadyZip(
  archive: Uint8Array,
  atMs: number,
  mend: (path: string, text: string) => string,
): Uint8Array<ArrayBuffer> {
  const files = Object.entries(unzipSync(archive)).map(([path, bytes]) => [
    path,
    strToU8(mend(path, strFromU8(bytes))),
  ]);
  return zipOf(Object.fromEntries(files), atMs);
}

/** fflate writes a date by the clock of the machine. At noon no clock is ever put forward, so all read the same. */
export function noonOf(ms: number): Date {
  const at = new Date(ms);
  const year = Math.min(Math.max(at.getUTCFullYear(), zipYears.first), zipYears.last);
  return new Date(year, at.getUTCMonth(), at.getUTCDate(), 12);
}
