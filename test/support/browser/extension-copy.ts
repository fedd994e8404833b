import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  host_permissions?: string[];
}

/**
 * Makes in `copy` a copy of the built extension that may also run on the test's own hosts. Optional host permissions can't be
 * granted headless, so they are written into the copy's manifest; nothing else is changed (STACK.md 8).
 *
 * @param copy - Folder to write to; one that is there already is overwritten, as an update does.
 * @param hosts - Match patterns, `http://127.0.0.1/*` for one: they hold for every port.
 */
export function copyExtension(built: string, copy: string, hosts: readonly string[]): void {
  cpSync(built, copy, { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  manifest.host_permissions = [...new Set([...(manifest.host_permissions ?? []), ...hosts])];
  writeFileSync(path, JSON.stringify(manifest));
}
