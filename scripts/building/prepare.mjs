import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { releaseLock, takeLock } from "../base/lock.mjs";
import { root } from "../base/root.mjs";
import { build } from "../build.mjs";
import { pocketbase } from "../pocketbase/obtain.mjs";
import { install } from "./install.mjs";

/** How often a second start looks whether the first has done its work, in milliseconds. */
const lookEvery = 500;

/** Undoes what a process holds when it ends, however it ends; the last taken goes first. */
const held = /** @type {(() => void)[]} */ ([]);
process.on("exit", () => {
  for (const letGo of held) letGo();
});

/** @param {() => void} letGo */
export function atExit(letGo) {
  held.unshift(letGo);
}

const lock = join(root, ".cache", "preparing.json");

/**
 * Installs, obtains and builds what is missing or stale. Only one process at a time does so in this project folder.
 * @param {readonly import("../build.mjs").PartName[]} [parts] all by default
 */
export async function prepareProgram(parts) {
  await takeTurn();
  try {
    await install();
    await pocketbase();
    await build(parts);
  } finally {
    releaseLock(lock);
  }
}

/** Waits until no other process prepares this project folder. One that may only be read needs no turn. */
async function takeTurn() {
  atExit(() => releaseLock(lock));
  try {
    mkdirSync(join(root, ".cache"), { recursive: true });
    for (let told = false; ; told = true) {
      const result = takeLock(lock);
      if (result.taken) return;
      if (!told)
        console.log(`Another start (process ${result.by.pid}) is installing or building; waiting for it …`);
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  } catch (error) {
    if (!/^(EACCES|EPERM|EROFS)$/.test(/** @type {NodeJS.ErrnoException} */ (error).code ?? "")) throw error;
  }
}
