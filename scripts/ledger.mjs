import { existsSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readBack } from "./backup/watch.mjs";
import { Refusal, runMain } from "./base/refusal.mjs";
import { exportEvents } from "./export-events.mjs";
import { lastUrl } from "./folder/folder.mjs";
import { dataPaths, runCommand } from "./serving/server.mjs";
import { serverSaid } from "./serving/server-faults.mjs";
import { lookThroughLog } from "./serving/watch-log.mjs";

/** The terminal's commands about a clinic's data, and the flags that each takes beside --data. */
const commands = {
  pair: { flags: ["user", "desk"], use: "--user EMAIL | --desk NAME" },
  "export-events": { flags: ["out"], use: "--out FILE.jsonl" },
  expire: { flags: [], use: "" },
  backup: { flags: [], use: "" },
  "break-glass": { flags: [], use: "" },
  reenrol: { flags: ["user"], use: "--user EMAIL" },
};

/** @typedef {keyof typeof commands} Verb */

await runMain(async () => {
  const [verb = "", ...rest] = process.argv.slice(2);
  if (!(verb in commands)) throw new Refusal(`Use: ${Object.keys(commands).join(" | ")}`);
  const { data, ...given } = options(/** @type {Verb} */ (verb), rest);
  if (!existsSync(dataPaths(data).database)) {
    throw new Refusal(`There is no clinic in ${dataPaths(data).data}: name its folder with --data DIR.`);
  }
  if (verb === "export-events") {
    if (!given.out) throw new Refusal(usage(verb));
    const events = await exportEvents(data, given.out);
    console.error(`${events} events written to ${given.out}.`);
    // The file is what was asked for, and is wanted most where something contradicts the log: that is said beside it.
    await lookThroughLog(data, "witnesses");
    return;
  }
  if (verb === "pair" && !given.user === !given.desk) throw new Refusal(usage(verb));
  if (verb === "reenrol" && !given.user) throw new Refusal(usage(verb));
  const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const { status, stdout, stderr } = await runCommand(data, ["chaperone", verb, ...flags], {
    url: lastUrl(data),
  });
  if (status !== 0) throw new Refusal(serverSaid(stdout || stderr) || "The command failed.");
  console.log(stdout.trim());
  if (verb === "backup") await readBackNow(data, basename(stdout.trim()));
});

/**
 * A backup counts once it was opened again.
 * @param {string} data
 * @param {string} name
 */
async function readBackNow(data, name) {
  const { status, stdout, stderr } = await readBack(data, name);
  if (status !== 0) throw new Refusal(stderr.trim() || "The backup could not be read back.");
  const { seq, receivedAt } = JSON.parse(stdout);
  console.error(
    `Read back: ${seq === 0 ? "it holds no event yet" : `up to event ${seq}, of ${receivedAt}`}.`,
  );
}

/** @param {Verb} verb */
function usage(verb) {
  return `Use: npm run -s ${verb} -- [--data DIR] ${commands[verb].use}`.trim();
}

/**
 * @param {Verb} verb
 * @param {string[]} args
 * @returns {{ data: string, user?: string, desk?: string, out?: string }}
 */
function options(verb, args) {
  const names = ["data", ...commands[verb].flags];
  try {
    const { values } = parseArgs({
      args,
      options: Object.fromEntries(names.map((name) => [name, { type: /** @type {const} */ ("string") }])),
      strict: true,
    });
    return { data: "data", .../** @type {Record<string, string>} */ (values) };
  } catch {
    throw new Refusal(usage(verb));
  }
}
