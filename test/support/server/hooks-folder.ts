import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../../scripts/base/root.mjs";
import { onceInRun } from "../once-in-run.ts";

/** The hooks built anew into a folder of this run, so that tests need no `npm run build` and disturb none. */
export const hooksFolder = (): Promise<string> =>
  onceInRun("hooks", async (folder) => {
    mkdirSync(folder);
    const source = join(root, "pb_hooks");
    for (const name of readdirSync(source)) {
      if (name.endsWith(".pb.js")) copyFileSync(join(source, name), join(folder, name));
    }
    await bundleForGoja(join(source, "src", "server.ts"), join(folder, "server.js"));
  });

/** Bundles a module as PocketBase's engine needs it: CommonJS of 2017, with the big integers that Ed25519 counts in. */
export async function bundleForGoja(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "cjs",
    target: "es2017",
    supported: { bigint: true },
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
}
