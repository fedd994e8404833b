import { renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a private file in one step.
 * @param {string} file
 * @param {string} text
 */
export function writeWhole(file, text) {
  const half = `${file}.half`;
  rmSync(half, { force: true });
  writeFileSync(half, `${text}\n`, { mode: 0o600, flush: true });
  renameSync(half, file);
}
