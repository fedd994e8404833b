import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainPocketbase } from "../../../scripts/serving/server.mjs";
import { bundleForGoja } from "./hooks-folder.ts";

/**
 * Runs a module in PocketBase's own engine and answers what its `failures()` gives.
 *
 * @param entry - Absolute path of a module that exports `failures(): readonly string[]`.
 */
export async function failuresInGoja(entry: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-goja-"));
  try {
    await bundleForGoja(entry, join(folder, "cases.js"));
    const hook = 'console.log("RESULT" + JSON.stringify(require(__hooks + "/cases.js").failures()));\n';
    writeFileSync(join(folder, "cases.pb.js"), hook);
    const folders = [
      "--dir",
      join(folder, "data"),
      "--hooksDir",
      folder,
      "--migrationsDir",
      join(folder, "none"),
    ];
    const { stdout, stderr } = spawnSync(
      await obtainPocketbase(),
      ["migrate", "up", "--dev=false", ...folders],
      {
        encoding: "utf8",
        timeout: 60_000,
      },
    );
    const result = /RESULT(\[.*\])/.exec(stdout + stderr)?.[1];
    if (result === undefined) throw new Error(`the engine gave no result: ${stdout}${stderr}`);
    return JSON.parse(result) as string[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
