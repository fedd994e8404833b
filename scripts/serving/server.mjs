import { join, resolve } from "node:path";
import { root } from "../base/root.mjs";
import { run } from "../base/run.mjs";
import { readKey } from "../folder/keys.mjs";
import { collecting, collectingInCommand, engines } from "../front/engines.mjs";
import { obtainPocketbase, pocketbase } from "../pocketbase/obtain.mjs";

export { obtainPocketbase };

/** Where the server listens unless told otherwise. */
export const defaultHost = "127.0.0.1";
export const defaultPort = 8090;

/**
 * Where things lie in a data folder.
 * @param {string} data
 */
export function dataPaths(data) {
  const folder = resolve(data);
  return {
    data: folder,
    /** PocketBase's own folder: database, files, backups. */
    pb: join(folder, "pb"),
    database: join(folder, "pb", "data.db"),
    /** PocketBase's second one, of its own logs. */
    auxiliary: join(folder, "pb", "auxiliary.db"),
    /** Outside PocketBase's folder, which its backups zip whole. */
    keys: join(folder, "keys"),
    /** The extension as this server hands it out, signed with the clinic's own key. */
    extension: join(folder, "extension"),
    /** Which version used the folder last. */
    stamp: join(folder, "folder.json"),
    /** Sign-ins of an example clinic; its presence marks the folder as one. */
    example: join(folder, "example.json"),
    lock: join(folder, "running.json"),
    /** How the databases lay when the server ended as it should. */
    ended: join(folder, "ended.json"),
    /** Backups that were opened again, and what each holds; the server reads it. */
    readBack: join(folder, "read-back.json"),
    /** What the last look through the log found; the server reads it. */
    checked: join(folder, "checked.json"),
    /** Which files were found as they were kept, and how they lay then; they are not read again at each start. */
    checkedFiles: join(folder, "checked-files.json"),
    /** What is left of each browser's quota. */
    quota: join(folder, "quota.json"),
    /** Where one is unpacked meanwhile. */
    readingBack: join(folder, ".read-back"),
    /** Lies in every backup and, while one is made, in the server's folder: whoever unzips a backup by hand unpacks it too. */
    backupMark: join(folder, "pb", "chaperone-backup.json"),
    /** The same, outside of what is backed up, while one is made. */
    backingUp: join(folder, ".backing-up.json"),
    /** A restore under way: what it unpacks, and how far it came. */
    restoring: join(folder, "pb.restoring"),
    restore: join(folder, "restore.json"),
    /** What is on its way in or out and too large for memory; empty while nothing is. */
    spool: join(folder, "spool"),
  };
}

/**
 * The environment in which the server and its console commands run.
 * @param {string} data
 * @param {{ url?: string, self?: string }} [options] url: the address under which browsers reach the server; self: under
 *   which it reaches itself, left out for a command beside it
 */
export function serverEnv(data, { url = `http://${defaultHost}:${defaultPort}`, self = "" } = {}) {
  const { keys } = dataPaths(data);
  return {
    ...collecting,
    ...process.env,
    CHAPERONE_KEYS: keys,
    CHAPERONE_URL: url,
    CHAPERONE_SELF: self,
    PB_ENCRYPTION_KEY: readKey(keys, "encryption.key"),
  };
}

/** The built dashboard. */
export const dashboardFolder = join(root, "dist", "dashboard");

/**
 * PocketBase's flags for every command. `--dev` is set because PocketBase guesses it from its own path and would print
 * each statement; the others close unsafe defaults (DESIGN.md 4).
 * @param {string} data
 * @param {{ hooks?: string | undefined, statements?: boolean }} [options] hooks: another folder of built hooks;
 *   statements: each is printed, with the values in it
 */
function commonArgs(data, { hooks = join(root, "pb_hooks"), statements = false } = {}) {
  return [
    `--dev=${statements}`,
    "--hooksWatch=false",
    "--automigrate=false",
    "--encryptionEnv=PB_ENCRYPTION_KEY",
    `--dir=${dataPaths(data).pb}`,
    `--migrationsDir=${join(root, "pb_migrations")}`,
    `--hooksDir=${hooks}`,
  ];
}

/**
 * The arguments with which PocketBase serves a data folder.
 * @param {string} data
 * @param {{ host: string, port: number, hooks?: string | undefined, statements?: boolean }} options
 */
export function serverArgs(data, { host, port, ...common }) {
  const address = host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
  return ["serve", `--http=${address}`, `--hooksPool=${engines}`, ...commonArgs(data, common)];
}

/**
 * Runs a console command of the server on a data folder, also beside a running server.
 * @param {string} data
 * @param {readonly string[]} args such as ["chaperone", "setup-link"]
 * @param {{ url?: string, hooks?: string }} [options]
 * @returns {Promise<{ status: number, stdout: string, stderr: string }>}
 */
export async function runCommand(data, args, { url, hooks } = {}) {
  return run(await pocketbase(), [...args, ...commonArgs(data, { hooks })], {
    env: { ...serverEnv(data, { url }), ...collectingInCommand },
    cwd: root,
  });
}
