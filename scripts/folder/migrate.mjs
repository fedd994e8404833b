import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { hasLog, restoreCommand } from "../backup/unzipped.mjs";
import { Refusal } from "../base/refusal.mjs";
import { root, toolNode } from "../base/root.mjs";
import { run } from "../base/run.mjs";
import { dataPaths, runCommand } from "../serving/server.mjs";
import { serverFault } from "../serving/server-faults.mjs";
import { endedClean } from "./clean-end.mjs";
import { makeKeys } from "./keys.mjs";

/** Holder of the account that keeps PocketBase from inviting whoever comes first to become its superuser. */
const nobody = "nobody@chaperone.invalid";

/** How long the look through the databases may take, in milliseconds; one too large for it is served unlooked. */
const lookAllowed = 20_000;

/**
 * Makes what the server needs in a data folder, and brings its collections to this version.
 * @param {{ data: string, host: string, port: number }} where
 * @param {() => Promise<unknown> | undefined} [before] runs when the databases were looked through, before anything is
 *   changed in them
 * @returns {Promise<boolean>} whether a migration ran
 */
export async function migrate(where, before) {
  const paths = dataPaths(where.data);
  makeKeys(paths.keys, { used: existsSync(paths.database) });
  mkdirSync(paths.pb, { recursive: true, mode: 0o700 });
  if (!endedClean(where.data)) await checkDatabases(paths.pb);
  await before?.();
  const said = await must(where, ["migrate", "up"]);
  if (!existsSync(paths.stamp)) {
    await must(where, ["superuser", "upsert", nobody, randomBytes(32).toString("hex")]);
  }
  return /Applied /.test(said);
}

/**
 * @param {{ data: string, host: string, port: number }} where
 * @param {readonly string[]} args
 */
async function must(where, args) {
  const { status, stdout, stderr } = await runCommand(where.data, args);
  if (status !== 0) throw new Refusal(serverFault(`${stdout}\n${stderr}`, where));
  return `${stdout}\n${stderr}`;
}

/**
 * Refuses a database with damaged pages, which would be served until somebody meets them.
 * @param {string} pb
 */
async function checkDatabases(pb) {
  const files = ["data.db", "auxiliary.db"].map((name) => join(pb, name));
  const args = ["--no-warnings", join(root, "scripts", "folder", "check-database.mjs"), ...files];
  const { status, stdout } = await run(toolNode(), args, { timeout: lookAllowed });
  if (status === 1 && stdout && hasLog(stdout.trim())) {
    throw new Refusal(
      `The database ${stdout.trim()} is broken, or is not the one that the log beside it (-wal) belongs to: if a backup was unzipped here, run ${restoreCommand(dirname(pb))}. Nothing was changed.`,
    );
  }
  if (status === 1 && stdout) {
    throw new Refusal(`The database ${stdout.trim()} is broken: restore the folder from your backup.`);
  }
}
