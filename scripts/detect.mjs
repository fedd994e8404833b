import { spawn } from "node:child_process";
import { join } from "node:path";
import { refuseOldNode } from "./base/node-version.mjs";

refuseOldNode();
// The command is TypeScript, which the Node that came with the project runs as it stands; an older one hands over to it.
if (process.features.typescript) await import("./detect/detect.ts");
else {
  const { runMain } = await import("./base/refusal.mjs");
  const { root, toolNode } = await import("./base/root.mjs");
  await runMain(() => {
    const args = [join(root, "scripts", "detect", "detect.ts"), ...process.argv.slice(2)];
    const child = spawn(toolNode(), args, { stdio: "inherit" });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
      process.on(signal, () => child.kill(signal));
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? 1));
    });
  });
}
