import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKeys } from "../../../scripts/folder/keys.mjs";
import { dataPaths, runCommand } from "../../../scripts/serving/server.mjs";
import { onceInRun } from "../once-in-run.ts";
import { hooksFolder } from "./hooks-folder.ts";

/** A data folder of one's own, and what its making told. */
export interface ReadyData<T> {
  readonly data: string;
  readonly made: T;
}

/**
 * A copy of a data folder that is made once in a run. Its keys, ids, sign-ins and pairings are the same in each copy:
 * whoever needs a second clinic that is a stranger to the first makes it anew.
 *
 * @param make - Fills the folder, which is that of {@link emptyData}, and leaves it at rest; what it answers must go through JSON.
 */
export async function readyData<T>(name: string, make: (data: string) => Promise<T>): Promise<ReadyData<T>> {
  // What was made yesterday says other things of today.
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" });
  const ready = await onceInRun(`${name} ${today}`, async (folder) => {
    const data = join(folder, "data");
    cpSync(await emptyFolder(), data, { recursive: true });
    writeFileSync(join(folder, "made.json"), JSON.stringify(await make(data)));
  });
  return {
    data: copyOf(join(ready, "data")),
    made: JSON.parse(readFileSync(join(ready, "made.json"), "utf8")),
  };
}

/** A copy of a folder without a clinic, whose collections are those of this version. */
export const emptyData = async (): Promise<string> => copyOf(await emptyFolder());

function copyOf(folder: string): string {
  const data = mkdtempSync(join(tmpdir(), "chaperone-data-"));
  cpSync(folder, data, { recursive: true });
  return data;
}

const emptyFolder = () =>
  onceInRun("empty", async (data) => {
    makeKeys(dataPaths(data).keys);
    mkdirSync(dataPaths(data).pb, { recursive: true, mode: 0o700 });
    const { status, stdout, stderr } = await runCommand(data, ["migrate", "up"], {
      hooks: await hooksFolder(),
    });
    if (status !== 0) throw new Error(`no collections: ${stdout}${stderr}`);
  });

/** A copy of the example clinic: ten weeks of invented people's work, which take a while to be made. */
export async function exampleData(url: string): Promise<string> {
  const { data, made } = await readyData("example", makeExample);
  writeFileSync(dataPaths(data).example, JSON.stringify({ url, users: made }), { mode: 0o600 });
  return data;
}

async function makeExample(data: string): Promise<unknown> {
  const { status, stdout, stderr } = await runCommand(data, ["chaperone", "example"], {
    hooks: await hooksFolder(),
  });
  if (status !== 0) throw new Error(`no example clinic: ${stdout}${stderr}`);
  return JSON.parse(stdout.slice(stdout.indexOf("{"))).users;
}
