import { existsSync, linkSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Refusal } from "../base/refusal.mjs";
import { holdFolder } from "../folder/hold-folder.mjs";
import { dataPaths } from "../serving/server.mjs";
import { backupFolder, readBacksOf } from "./backups.mjs";
import type { Link } from "./database.mjs";
import { checkFits } from "./fits.ts";
import { olderFolder } from "./older-folder.ts";
import { type Told, told } from "./restore-words.ts";
import { settle, swap } from "./swap.mjs";
import { unpack } from "./zip-unpack.mjs";

const usage = "Use: npm run -s restore -- --data DIR --from BACKUP.zip";

/** What of a backup the server reads: its databases, what a log beside them holds, and the files of its registers. */
const wanted = /^(?:(?:data|auxiliary)\.db(?:-wal)?|storage\/.+)$/;

/**
 * `npm run restore`: puts a backup in place of a clinic's data. All is checked before anything is moved; the folder in place
 * is moved aside whole, or stays. Killed at any point it can be run again.
 *
 * @throws {Refusal} Where the server runs, or the backup does not fit.
 */
export async function restore(args: readonly string[]): Promise<void> {
  const { data, from } = options(args);
  const paths = dataPaths(data);
  if (!existsSync(paths.keys)) {
    throw new Refusal(
      `There are no keys in ${paths.keys}: put your copy of the keys folder there first. A backup does not hold them.`,
    );
  }
  await holdFolder(paths.data);
  const before = settle(paths.data);
  if (before && before.from === from) return say(before.said);
  if (!statSync(from, { throwIfNoEntry: false })?.isFile()) throw new Refusal(`There is no file ${from}.`);

  try {
    const backup = await checkedHere(from, paths);
    const older = olderFolder(paths.data, backup);
    const newer = readBacksOf(paths.data).backups.find(({ seq }) => seq > backup.seq);
    keepBackups(paths.data);
    const aside = existsSync(paths.pb) ? `${paths.pb}.before-restore-${stamp()}` : "";
    const facts: Told = { from, data: paths.data, backup, older, newer, aside };
    const said = told(facts);
    for (const _ of swap(paths.data, { from, aside, said }));
    say(said);
  } catch (error) {
    settle(paths.data);
    throw error;
  }
}

const say = (lines: readonly string[]): void => console.log(lines.join("\n"));

function options(args: readonly string[]): { data: string; from: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: "string" }, from: { type: "string" } },
    });
    if (values.from) return { data: values.data || "data", from: resolve(values.from) };
  } catch {
    // Falls through to the usage.
  }
  throw new Refusal(usage);
}

/** Unpacks the backup beside the folder in place and looks through it. */
async function checkedHere(
  from: string,
  { restoring, keys }: { restoring: string; keys: string },
): Promise<Link> {
  try {
    const entries = await unpack(from, restoring, ({ name }) => wanted.test(name));
    if (!entries.some(({ name }) => name === "data.db"))
      throw new Refusal("It holds no data.db: this is no backup of Chaperone.");
    return checkFits(restoring, keys);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${from} cannot be restored. ${error.message}`);
    throw error;
  }
}

/** The backups stay where the server looks for them: each has then two names, in the folder moved aside too. */
function keepBackups(data: string): void {
  const [old, fresh] = [backupFolder(data), join(dataPaths(data).restoring, "backups")];
  if (!existsSync(old)) return;
  mkdirSync(fresh, { mode: 0o700 });
  for (const name of readdirSync(old)) linkSync(join(old, name), join(fresh, name));
}

/** Now, as a part of a folder's name. */
const stamp = (): string => new Date().toISOString().replaceAll(/[:.]/g, "");
