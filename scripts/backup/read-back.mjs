// Run by the installed Node: opens the newest backup of a data folder again, and notes what it holds. With a name, that one.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { releaseLock, takeLock } from "../base/lock.mjs";
import { Refusal, runMain } from "../base/refusal.mjs";
import { dataPaths } from "../serving/server.mjs";
import { backupFolder, backupsOf, keepReadBacks, readBacksOf } from "./backups.mjs";
import { checkPages, hashAt, headIn, lookInto } from "./database.mjs";
import { NoRoom, unpack } from "./zip-unpack.mjs";

/** How often one that waits for another looks, in milliseconds. */
const lookEvery = 200;

await runMain(async () => {
  const [data = "", name] = process.argv.slice(2);
  const { readingBack } = dataPaths(data);
  const lock = `${readingBack}.lock`;
  while (!takeLock(lock).taken) await new Promise((resolve) => setTimeout(resolve, lookEvery));
  process.on("exit", () => releaseLock(lock));
  const read = await readNewest(data, name);
  if (read) console.log(JSON.stringify(read));
});

/**
 * Goes from the newest backup to older ones until one is good; what was read before is not read again.
 * @param {string} data
 * @param {string | undefined} name
 */
async function readNewest(data, name) {
  const known = readBacksOf(data);
  let fault = "";
  for (const found of backupsOf(data)) {
    if (name !== undefined && found.backup !== name) continue;
    const before = known.backups.find(({ backup }) => backup === found.backup);
    if (before) return before;
    fault ||= known.failed.find(({ backup }) => backup === found.backup)?.fault ?? "";
    if (known.failed.some(({ backup }) => backup === found.backup)) continue;
    const readAt = new Date().toISOString();
    try {
      const good = { ...found, readAt, ...(await read(data, found.backup)) };
      known.backups.unshift(good);
      keepReadBacks(data, known);
      return good;
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof NoRoom) throw error;
      fault ||= error.message;
      known.failed.unshift({ ...found, readAt, fault: error.message });
      keepReadBacks(data, known);
    }
  }
  if (fault) throw new Refusal(`The backup could not be read back: ${fault}`);
  return undefined;
}

/**
 * Unpacks a backup beside the data, looks through its database, and holds its last event against the ledger that runs.
 * @param {string} data
 * @param {string} backup
 */
async function read(data, backup) {
  const { readingBack, database } = dataPaths(data);
  rmSync(readingBack, { recursive: true, force: true });
  try {
    await unpack(join(backupFolder(data), backup), readingBack, ({ name }) => name === "data.db");
    const copy = join(readingBack, "data.db");
    checkPages(copy);
    const head = headOf(copy);
    if (lookInto(database, (live) => hashAt(live, head.seq)) !== head.hash)
      throw new Refusal(`${backup} holds another ledger than the one that is kept here.`);
    return head;
  } finally {
    rmSync(readingBack, { recursive: true, force: true });
  }
}

/** @param {string} file */
function headOf(file) {
  try {
    return lookInto(file, headIn);
  } catch {
    throw new Refusal("There is no ledger of Chaperone in it.");
  }
}
