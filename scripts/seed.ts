import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { step } from "./base/progress.mjs";
import { Refusal, runMain } from "./base/refusal.mjs";
import { prepareProgram } from "./building/prepare.mjs";
import { folderState, prepareFolder, stampFolder } from "./folder/folder.mjs";
import { holdFolder } from "./folder/hold-folder.mjs";
import { readKey } from "./folder/keys.mjs";
import { migrate } from "./folder/migrate.mjs";
import { ChainWriter } from "./seed/chain-writer.ts";
import { growClinic } from "./seed/people.ts";
import { yearOf } from "./seed/year.ts";
import { beginExample, endExample, makeExample } from "./serving/example.mjs";
import { dataPaths, defaultHost, defaultPort } from "./serving/server.mjs";

const usage = "Use: npm run -s seed -- --data DIR [--events 100000] [--seed 1]";

/** Most that are made in one folder. */
const mostEvents = 20_000_000;
/** Events a year of one member of staff, and the fewest and most who work there. */
const eachYear = 25_000;
const [fewest, most] = [20, 400];
const msPerYear = 365 * 86_400_000;
/** What comes last happened so long ago, in milliseconds: nothing lies ahead of the clock. */
const behind = 60_000;

/**
 * Makes a folder with the example clinic as it was a year ago, and a year of a larger clinic's events behind it: for
 * measuring, and for looking at a full log. Nobody held a review in that year.
 */
await runMain(async () => {
  const { data, events, seed } = options();
  if (folderState(data) !== "new") throw new Refusal(`${data} is no new folder: give another with --data.`);
  prepareFolder(data);
  await holdFolder(data);
  await prepareProgram(["hooks"]);
  const url = `http://${defaultHost}:${defaultPort}`;
  const to = Date.now() - behind;
  const from = to - msPerYear;
  beginExample(data);
  await step("Making the database", () => migrate({ data, host: defaultHost, port: defaultPort }));
  await step("Making the example clinic", () => makeExample(data, url, new Date(from).toISOString()));
  fill(data, { from, to, events, seed });
  stampFolder(data, url);
  endExample(data);
});

interface Year {
  readonly from: number;
  readonly to: number;
  readonly events: number;
  readonly seed: number;
}

function fill(data: string, { from, to, events, seed }: Year): void {
  const { database: file, keys } = dataPaths(data);
  const database = new DatabaseSync(file);
  const staff = Math.min(most, Math.max(fewest, Math.round(events / eachYear)));
  const browsers = growClinic(database, staff, readKey(keys, "reference.key"));
  const readers = database
    .prepare("SELECT id FROM users WHERE role IN ('manager', 'dpo') AND active = TRUE")
    .all()
    .map(({ id }) => String(id));
  const began = performance.now();
  const rate = () => Math.round((writer.written / (performance.now() - began)) * 1_000);
  const writer = new ChainWriter(database, readKey(keys, "digest.key"));
  console.log(`Writing ${events} events of ${staff} people …`);
  for (const event of yearOf({ browsers, readers }, from, to, events, seed)) {
    writer.write(event);
    if (writer.written % 250_000 === 0) console.log(`  ${writer.written}, ${rate()} a second`);
  }
  console.log(`  ${writer.written} written, ${rate()} a second; making the indexes …`);
  writer.close();
  seenLately(database, to);
  database.close();
  console.log(`Done: ${writer.written} events, ${rate()} a second with their indexes and sums.`);
}

/** When each browser was last heard of is no event; it stands where the year ends. */
function seenLately(database: DatabaseSync, to: number): void {
  const at = new Date(to).toISOString();
  database
    .prepare(
      `UPDATE browsers SET lastSeen = replace(?, 'T', ' ') WHERE id IN (SELECT browser FROM ledger_runs WHERE lastSeq > (SELECT first FROM ledger_days ORDER BY day DESC LIMIT 1 OFFSET 2))`,
    )
    .run(at);
}

function options(): { readonly data: string; readonly events: number; readonly seed: number } {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: "string" },
        events: { type: "string", default: "100000" },
        seed: { type: "string", default: "1" },
      },
    });
    const [events, seed] = [Number(values.events), Number(values.seed)];
    const fits = Number.isInteger(events) && events > 0 && events <= mostEvents && Number.isInteger(seed);
    if (values.data === undefined || !fits) throw new Error();
    return { data: values.data, events, seed };
  } catch {
    throw new Refusal(usage);
  }
}
