import { readFileSync, type Stats } from "node:fs";
import { writeWhole } from "../folder/write-whole.mjs";

/** Most bytes of new or changed files that a start reads, about a second. The look of each day reads all. */
const mostAtStart = 200_000_000;

/** How a file lay when it was read: size, and when it and its place in the folder were last changed, in milliseconds. */
type Lay = readonly [size: number, mtimeMs: number, ctimeMs: number, hash: string];

/**
 * What was found of the files that rows keep, so that a start reads those alone that were changed since. Somebody with the
 * disk can put its times back: the look of each day reads every file all the same.
 */
export class KnownFiles {
  readonly #file: string;
  readonly #every: boolean;
  readonly #before: Readonly<Record<string, Lay | null>>;
  readonly #now: Record<string, Lay | null> = {};
  #read = 0;

  /** @param every - Reads each file, and remembers it anew. */
  constructor(file: string, every: boolean) {
    this.#file = file;
    this.#every = every;
    this.#before = readFrom(file);
  }

  /** Whether a file is to be read now: it lies otherwise than when it was whole, or was not whole then. */
  isToRead(path: string, hash: string, { size, mtimeMs, ctimeMs }: Stats): boolean {
    if (this.#every) return true;
    const lay = this.#before[path];
    const [as, modified, changed, was] = lay ?? [];
    if (lay && as === size && modified === mtimeMs && changed === ctimeMs && was === hash) {
      this.#now[path] = lay;
      return false;
    }
    if (lay !== null && this.#read + size > mostAtStart) return false;
    this.#read += size;
    return true;
  }

  /** @param isKept - Whether it is still what was kept; one that is not is read at each start. */
  note(path: string, hash: string, { size, mtimeMs, ctimeMs }: Stats, isKept: boolean): void {
    this.#now[path] = isKept ? [size, mtimeMs, ctimeMs, hash] : null;
  }

  save(): void {
    writeWhole(this.#file, JSON.stringify(this.#now));
  }
}

function readFrom(file: string): Record<string, Lay | null> {
  try {
    return Object(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}
