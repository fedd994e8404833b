// Begun by `npm run restore` in whatever Node there is; one that knows SQLite does the work.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { refuseOldNode } from "../base/node-version.mjs";

refuseOldNode();
const { atLeast, toolNode } = await import("../base/root.mjs");
const { Refusal, runMain } = await import("../base/refusal.mjs");

/** The oldest Node that has SQLite and reads TypeScript. */
const needed = [22, 18];

await runMain(async () => {
  // On a new machine this may be the first command of all.
  const { install } = await import("../building/install.mjs");
  await install();
  if (atLeast(process.versions.node, needed)) {
    const { restore } = await import("./restoring.ts");
    return restore(process.argv.slice(2));
  }
  if (toolNode() === process.execPath)
    throw new Refusal(`Restoring needs Node ${needed.join(".")} or newer.`);
  const args = ["--no-warnings", fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  return spawnSync(toolNode(), args, { stdio: "inherit" }).status ?? 1;
});
