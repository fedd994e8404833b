import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/base/root.mjs";

/** A file of ours: its path from the project's root with `/`, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const folders = [
  "domain",
  "reading",
  "extension",
  "dashboard",
  "pb_hooks",
  "pb_migrations",
  "scripts",
  "test",
];
const read = /\.(ts|js|mjs|svelte|css)$/;
const made = /(^|\/)(node_modules|\.svelte-kit|\.wxt)(\/|$)|^pb_hooks\/((?:boot|server)\.js|types\.d\.ts)/;

/** All code of the project, without what tools make. */
export function allSources(): Source[] {
  return folders.flatMap(below).map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (made.test(path)) return [];
    if (entry.isDirectory()) return below(path);
    return read.test(path) ? [path] : [];
  });
}
