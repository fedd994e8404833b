import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../../scripts/base/root.mjs";
import { bundles, inBundles } from "../../../scripts/building/build-parts.mjs";
import { onceInRun } from "../once-in-run.ts";
import { commandRoute } from "./in-server.ts";

/** What a clock starts in the hooks and changes what somebody reads or hears: `cronAdd("name", "when", …`. */
export const clockJob = /cronAdd\("(ledger-daily|weekly-sample|register-reminders)", "([^"]+)"/g;

/**
 * The hooks built anew into a folder of this run, so that tests need no `npm run build` and disturb none. Nothing of
 * {@link clockJob} starts by the clock there, so that no test hangs on the minute at which it runs: it asks for them.
 */
export const hooksFolder = (): Promise<string> =>
  onceInRun("hooks", async (folder) => {
    await clockedHooks(folder);
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".pb.js"))) {
      const file = join(folder, name);
      // There is no 30th of February.
      writeFileSync(file, readFileSync(file, "utf8").replace(clockJob, 'cronAdd("$1", "0 0 30 2 *"'));
    }
    writeFileSync(join(folder, "test-command.pb.js"), commandRoute);
  });

/** The hooks as they are, for a test of what the clock starts. */
export const hooksWithClock = (): Promise<string> => onceInRun("hooks with the clock", clockedHooks);

async function clockedHooks(folder: string): Promise<void> {
  mkdirSync(folder);
  const source = join(root, "pb_hooks");
  for (const name of readdirSync(source)) {
    if (name.endsWith(".pb.js")) copyFileSync(join(source, name), join(folder, name));
  }
  for (const name of bundles) {
    await bundleForGoja(join(source, "src", `${name}.ts`), join(folder, `${name}.js`));
  }
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
    alias: inBundles,
    logLevel: "error",
  });
}
