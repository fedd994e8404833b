import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { releaseLock, takeLock } from "../../scripts/base/lock.mjs";
import { atExit } from "./at-exit.ts";

/** Milliseconds between two looks whether another process has made it. */
const lookEvery = 50;

let own: string | undefined;

/** Folder of what is made once in a run of tests, whichever processes take part; this process's own outside of a run. */
function runFolder(): string {
  if (process.env.CHAPERONE_TEST_RUN) return process.env.CHAPERONE_TEST_RUN;
  if (own === undefined) {
    const made = mkdtempSync(join(tmpdir(), "chaperone-run-"));
    atExit(() => rmSync(made, { recursive: true, force: true }));
    own = made;
  }
  return own;
}

/**
 * A folder that is made once in a run: whoever asks first makes it, the others wait for it. Nobody writes into it
 * afterwards. Where making fails, the next who asks tries anew.
 *
 * @param name - Its name, the same for all who want the same.
 * @param make - Fills a folder that does not exist yet.
 */
export async function onceInRun(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const run = runFolder();
  mkdirSync(run, { recursive: true, mode: 0o700 });
  const folder = join(run, name);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (!takeLock(lock).taken) {
      await sleep(lookEvery);
      continue;
    }
    try {
      if (existsSync(folder)) break;
      const half = `${folder}.half`;
      rmSync(half, { recursive: true, force: true });
      await make(half);
      renameSync(half, folder);
    } finally {
      releaseLock(lock);
    }
  }
  return folder;
}
