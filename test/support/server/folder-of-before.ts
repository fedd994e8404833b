import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { root } from "../../../scripts/base/root.mjs";
import { dataPaths, obtainPocketbase, serverEnv } from "../../../scripts/serving/server.mjs";
import { newDataFolder } from "./server.ts";

/**
 * A data folder as an earlier version left it: the tables of the migrations before one, and rows in them.
 *
 * @param first - Number of the first migration that is left out.
 * @param fill - Writes the rows of before.
 */
export async function folderOfBefore(first: string, fill: (database: DatabaseSync) => void): Promise<string> {
  const data = newDataFolder();
  const folder = mkdtempSync(join(tmpdir(), "chaperone-before-"));
  const all = join(root, "pb_migrations");
  for (const name of readdirSync(all)) if (name < first) copyFileSync(join(all, name), join(folder, name));
  const { status, stdout, stderr } = spawnSync(
    await obtainPocketbase(),
    [
      ...["migrate", "up", "--dev=false", "--encryptionEnv=PB_ENCRYPTION_KEY", `--dir=${dataPaths(data).pb}`],
      ...[`--migrationsDir=${folder}`, `--hooksDir=${join(folder, "none")}`],
    ],
    { encoding: "utf8", env: serverEnv(data), timeout: 60_000 },
  );
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(stdout + stderr);
  const database = new DatabaseSync(dataPaths(data).database);
  fill(database);
  database.close();
  return data;
}
