import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Before a run's first file: a folder for what its files share, unless `npm test` has made one for all suites. */
export default function setup(): (() => void) | undefined {
  if (process.env.CHAPERONE_TEST_RUN) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "chaperone-run-"));
  process.env.CHAPERONE_TEST_RUN = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
