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
 * Builds the named parts, but only those whose sources changed since they were built; side by side, as each keeps little
 * more than one core busy.
 * @param {readonly PartName[]} [names] all by default
 */
export async function build(names = /** @type {PartName[]} */ (Object.keys(parts))) {
  const known = recall();
  const stale = names
    .map((name) => ({ name, part: parts[name], now: fingerprint(root, parts[name].sources) }))
    .filter(({ name, part, now }) => known[name] !== now || !isThere(part));
  if (stale.length === 0) return;
  const make = async (/** @type {(typeof stale)[number]} */ { name, part, now }) => {
    remember(name, ""); // an interrupted build counts as none
    await part.make();
    remember(name, now);
  };
  await step(`Building ${listed(stale.map(({ part }) => part.what))}`, async () => {
    const made = await Promise.allSettled(stale.map(make));
    for (const one of made) if (one.status === "rejected") throw one.reason;
  });
}

/**
 * @param {readonly string[]} words
 * @returns {string} "this, that and the other"
 */
function listed(words) {
  return [words.slice(0, -1).join(", "), words.at(-1)].filter((part) => part).join(" and ");
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
