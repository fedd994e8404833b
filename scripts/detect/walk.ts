import { type Dirent, readdirSync, statSync } from "node:fs";
import { type Reason, reasonOf } from "./judged.ts";

/** A file that was found, by the bytes of its name: a name need not be UTF-8. */
export interface Found {
  readonly path: Buffer;
  /** Why it can't be opened, where that is known already. */
  readonly problem?: Reason;
}

/** Folders inside each other that are looked into. */
const deepest = 64;

/**
 * All files of a folder and of the folders in it, or the one file that was named. The order is that of the names'
 * bytes, folder by folder. Folders behind links come after all others, and no folder is looked into twice, so that links
 * that lead in a circle end.
 *
 * @param say Told each folder that can't be looked into, as a sentence.
 * @throws {Error} of the file system when nothing is there by that name.
 */
export function* filesAt(path: Buffer, say: (sentence: string) => void): Generator<Found> {
  const top = statSync(path, { bigint: true });
  if (!top.isDirectory()) {
    yield top.isFile() ? { path } : { path, problem: "not-a-file" };
    return;
  }
  const seen = new Set<string>();
  const linked: Buffer[] = [];

  function* below(folder: Buffer, depth: number): Generator<Found> {
    let entries: Dirent<Buffer>[];
    try {
      const { dev, ino } = statSync(folder, { bigint: true });
      if (seen.has(`${dev}:${ino}`)) return;
      seen.add(`${dev}:${ino}`);
      entries = readdirSync(folder, { withFileTypes: true, encoding: "buffer" });
    } catch (problem) {
      say(`The folder ${shown(folder)} can't be looked into (${reasonOf(problem)}).`);
      return;
    }
    if (depth > deepest) {
      say(`The folder ${shown(folder)} lies deeper than ${deepest} folders and was not looked into.`);
      return;
    }
    for (const entry of entries.sort((one, other) => Buffer.compare(one.name, other.name))) {
      const inside = joined(folder, entry.name);
      if (entry.isDirectory()) yield* below(inside, depth + 1);
      else if (entry.isFile()) yield { path: inside };
      else if (entry.isSymbolicLink()) yield* behind(inside);
      else yield { path: inside, problem: "not-a-file" };
    }
  }

  function* behind(link: Buffer): Generator<Found> {
    try {
      const target = statSync(link);
      if (target.isDirectory()) linked.push(link);
      else yield target.isFile() ? { path: link } : { path: link, problem: "not-a-file" };
    } catch (problem) {
      yield { path: link, problem: reasonOf(problem) };
    }
  }

  yield* below(path, 0);
  for (let link = linked.shift(); link; link = linked.shift()) yield* below(link, 0);
}

const slash = Buffer.from("/");

const joined = (folder: Buffer, name: Buffer) =>
  Buffer.concat(folder.at(-1) === slash[0] ? [folder, name] : [folder, slash, name]);

/** A name on one line, whatever it holds. */
export const shown = (path: Buffer) => JSON.stringify(path.toString());
