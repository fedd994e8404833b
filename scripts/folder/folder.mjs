import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { checkRestored } from "../backup/unzipped.mjs";
import { Refusal } from "../base/refusal.mjs";
import { version } from "../base/root.mjs";
import { dataPaths } from "../serving/server.mjs";
import { writeWhole } from "./write-whole.mjs";

/** Free space below which a server is not started, in bytes. */
const roomNeeded = 50e6;

/** What this program puts into a data folder, and what a file system may put into any. */
const known =
  /^(pb(\..*)?|keys|spool|extension|(folder|example|running|ended|read-back|checked|checked-files|quota|restore)\.json.*|example\.making|lost\+found|\..*)$/;

/** What a file of SQLite begins with. */
const sqliteHeader = "SQLite format 3\0";

/**
 * new: nothing of ours in it · used: somebody's data · example: an example clinic · half-example: its making was interrupted.
 * @typedef {"new" | "used" | "example" | "half-example"} FolderState
 */

/**
 * Says what a data folder holds; refuses one that cannot be a data folder, or whose data is visibly broken.
 * @param {string} data
 * @returns {FolderState}
 */
export function folderState(data) {
  const paths = dataPaths(data);
  if (!existsSync(data)) return "new";
  if (!statSync(data).isDirectory())
    throw new Refusal(`${data} is a file, not a folder: give a folder with --data.`);
  const used = existsSync(paths.database);
  const names = readdirSync(data);
  if (!used && names.some((name) => !known.test(name))) {
    throw new Refusal(`${data} holds other files: give an empty or new folder with --data.`);
  }
  if (existsSync(makingMark(data))) return "half-example";
  checkRestored(data);
  const stamped = existsSync(paths.stamp);
  if (stamped) checkVersion(paths.stamp);
  if (stamped && !used)
    throw new Refusal(`${paths.database} is missing: restore the folder from your backup.`);
  if (!used) return "new";
  for (const name of ["data.db", "auxiliary.db"]) checkHeader(join(paths.pb, name), stamped);
  return existsSync(paths.example) ? "example" : "used";
}

/**
 * Makes the folder where there is none, and refuses one that cannot be written or has no room.
 * @param {string} data
 * @returns {() => void} takes it away again, if it was made here and is still empty
 */
export function prepareFolder(data) {
  const made = !existsSync(data);
  const drop = () => {
    if (made && existsSync(data) && readdirSync(data).length === 0) rmdirSync(data);
  };
  try {
    tryFolder(data);
  } catch (error) {
    drop();
    throw error;
  }
  return drop;
}

/** @param {string} data */
function tryFolder(data) {
  try {
    makeFolder(data);
    const probe = join(data, `.probe-${process.pid}`);
    writeFileSync(probe, "x");
    rmSync(probe);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOSPC") throw error;
    throw new Refusal(
      `The folder ${data} cannot be written (${code}): give another with --data, or change its rights.`,
    );
  }
  const { bavail, bsize } = statfsSync(data);
  if (bavail * bsize < roomNeeded) {
    throw new Refusal(`The disk is full: ${data} has less than ${roomNeeded / 1e6} MB left.`);
  }
}

/**
 * Node's own `recursive` never ends where a folder cannot be made in one that exists, such as /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Says in the folder that it is complete, which version used it last, and under which address it was served.
 * @param {string} data
 * @param {string} [url]
 */
export function stampFolder(data, url) {
  writeWhole(dataPaths(data).stamp, JSON.stringify({ version, url }));
}

/**
 * The address under which the folder was served last, for the links that a command in the terminal prints.
 * @param {string} data
 * @returns {string | undefined}
 */
export function lastUrl(data) {
  try {
    const { url } = JSON.parse(readFileSync(dataPaths(data).stamp, "utf8"));
    return typeof url === "string" ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The file that stands in a folder while an example clinic is being made there.
 * @param {string} data
 */
export function makingMark(data) {
  return join(data, "example.making");
}

/** @param {string} stamp */
function checkVersion(stamp) {
  let last;
  try {
    last = JSON.parse(readFileSync(stamp, "utf8")).version;
  } catch {
    throw new Refusal(`${stamp} is damaged: restore the folder from your backup.`);
  }
  if (newer(String(last), version)) {
    throw new Refusal(
      `This folder was used by Chaperone ${last}, and this is the older ${version}: update it first.`,
    );
  }
}

/**
 * @param {string} a
 * @param {string} b
 */
function newer(a, b) {
  return a.localeCompare(b, "en", { numeric: true }) > 0;
}

/**
 * @param {string} file
 * @param {boolean} stamped the folder was complete once, so that an empty file is a loss
 */
function checkHeader(file, stamped) {
  if (!existsSync(file)) return;
  const size = statSync(file).size;
  if (size === 0 && !stamped) return;
  const start = Buffer.alloc(sqliteHeader.length);
  const handle = openSync(file, "r");
  readSync(handle, start);
  closeSync(handle);
  if (start.toString("latin1") !== sqliteHeader) {
    throw new Refusal(`The database ${file} is broken: restore the folder from your backup.`);
  }
}
