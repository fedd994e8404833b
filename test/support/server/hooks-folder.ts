import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../../scripts/base/root.mjs";
import { atExit } from "../at-exit.ts";

let folder: Promise<string> | undefined;

/** The hooks built anew into a folder of this process, so that tests need no `npm run build` and disturb none. */
export function hooksFolder(): Promise<string> {
  folder ??= makeFolder();
  return folder;
}

async function makeFolder(): Promise<string> {
  const made = mkdtempSync(join(tmpdir(), "chaperone-hooks-"));
  atExit(() => rmSync(made, { recursive: true, force: true }));
  const source = join(root, "pb_hooks");
  for (const name of readdirSync(source)) {
    if (name.endsWith(".pb.js")) copyFileSync(join(source, name), join(made, name));
  }
  await bundleForGoja(join(source, "src", "server.ts"), join(made, "server.js"));
  return made;
}

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
