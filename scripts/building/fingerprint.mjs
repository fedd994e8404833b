import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Folders that tools make inside the sources. */
const made = new Set(["node_modules", ".svelte-kit", ".wxt"]);

/**
 * One SHA-256 over the names and contents of files: equal as long as nothing there changed.
 * @param {string} base
 * @param {readonly string[]} places files and folders below `base`; a missing one counts as empty
 */
export function fingerprint(base, places) {
  const hash = createHash("sha256");
  for (const place of places) {
    for (const file of filesBelow(join(base, place))) {
      const name = relative(base, file).split(sep).join("/");
      hash.update(`${name}\0${createHash("sha256").update(readFileSync(file)).digest("hex")}\n`);
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]} in a fixed order
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !made.has(name));
  return names.sort().flatMap((name) => filesBelow(join(path, name)));
}
