import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain } from "./base/is-main.mjs";
import { step } from "./base/progress.mjs";
import { Refusal, runMain } from "./base/refusal.mjs";
import { root } from "./base/root.mjs";
import { isThere, parts } from "./building/build-parts.mjs";
import { fingerprint } from "./building/fingerprint.mjs";

/** @typedef {keyof typeof parts} PartName */

/** Remembers from which sources each part was built last. */
const memory = join(root, "dist", "built-from.json");

/**
 * Builds the named parts, but only those whose sources changed since they were built.
 * @param {readonly PartName[]} [names] all by default
 */
export async function build(names = /** @type {PartName[]} */ (Object.keys(parts))) {
  for (const name of names) {
    const part = parts[name];
    const now = fingerprint(root, part.sources);
    if (recall()[name] === now && isThere(part)) continue;
    remember(name, ""); // an interrupted build counts as none
    await step(part.what, part.make);
    remember(name, now);
  }
}

/** @returns {Partial<Record<PartName, string>>} */
function recall() {
  try {
    return JSON.parse(readFileSync(memory, "utf8"));
  } catch {
    return {};
  }
}

/**
 * @param {PartName} name
 * @param {string} from
 */
function remember(name, from) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(`${memory}.half`, JSON.stringify({ ...recall(), [name]: from }, null, 2));
  renameSync(`${memory}.half`, memory);
}

/** @param {readonly string[]} words */
function partNames(words) {
  for (const word of words) {
    if (!Object.hasOwn(parts, word)) {
      throw new Refusal(`There is no part named "${word}": ${Object.keys(parts).join(", ")}.`);
    }
  }
  return /** @type {PartName[]} */ (words);
}

if (isMain(import.meta.url)) {
  await runMain(() => {
    const words = partNames(process.argv.slice(2));
    return build(words.length ? words : undefined);
  });
}
