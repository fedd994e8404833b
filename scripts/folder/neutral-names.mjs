import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./write-whole.mjs";

/** What the server calls every file that is sent to it (pb_hooks/src/registers/incidents/versions/uploaded.ts). */
const neutralName = "file";
/** What PocketBase writes beside a file: its type, its sum, and the name that it came with. */
const beside = ".attrs";
/** Lies among the files, and so in each backup of them, once it was done: a backup of before has none, and it is done again. */
const doneMark = "names-forgotten";

/**
 * Takes the names that files came with out of what lies beside them: an older Chaperone let PocketBase write them down, and
 * one may name a patient. Done once, before the server starts, so that no backup takes them along any more. What can't be
 * read is left as it is.
 * @param {string} pb PocketBase's folder
 * @returns {number} how many were changed
 */
export function forgetNames(pb) {
  const storage = join(pb, "storage");
  const done = join(storage, doneMark);
  if (!existsSync(storage) || existsSync(done)) return 0;
  let changed = 0;
  for (const entry of readdirSync(storage, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(beside)) continue;
    const path = join(entry.parentPath, entry.name);
    const told = parsed(readFileSync(path, "utf8"));
    const name = told?.["user.metadata"]?.["original-filename"];
    if (name === undefined || name === neutralName) continue;
    told["user.metadata"]["original-filename"] = neutralName;
    writeWhole(path, JSON.stringify(told));
    changed++;
  }
  mark(done);
  return changed;
}

/**
 * Where it can't be written, on a full disk, the next start looks again: this one goes on.
 * @param {string} file
 */
function mark(file) {
  try {
    writeFileSync(file, "");
  } catch {
    // What was to be done is done.
  }
}

/**
 * @param {string} text
 * @returns {any} undefined for what is no JSON
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
