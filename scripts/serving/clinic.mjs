import { dropBackupMarks } from "../backup/unzipped.mjs";
import { step } from "../base/progress.mjs";
import { Refusal } from "../base/refusal.mjs";
import { folderState, stampFolder } from "../folder/folder.mjs";
import { migrate } from "../folder/migrate.mjs";
import { beginExample, endExample, firstLine, makeExample, showExample } from "./example.mjs";
import { runCommand } from "./server.mjs";
import { localUrl } from "./start-options.mjs";
import { lookThroughLog } from "./watch-log.mjs";

/** @typedef {import("./start-options.mjs").StartOptions} StartOptions */

/**
 * Refuses a folder that these options cannot go with.
 * @param {StartOptions} options
 */
export function checkFolder({ data, example }) {
  const state = folderState(data);
  if (example && state === "used") {
    throw new Refusal(`${data} holds a clinic already: give --example a new folder with --data.`);
  }
  if (!example && state === "half-example") {
    throw new Refusal(
      `Making an example clinic in ${data} was interrupted: start it with --example once more, or delete it.`,
    );
  }
  return state;
}

/**
 * Brings the folder's data to this version; makes them where there are none.
 * @param {StartOptions} options
 */
export async function prepareData(options) {
  const state = checkFolder(options);
  dropBackupMarks(options.data);
  const make = options.example && state !== "example";
  if (make) beginExample(options.data);
  const isNew = state === "new" || make;
  const migrated = await step(isNew ? "Making the database" : "Checking the database", () =>
    // What was changed behind the server shows before a migration changes rows itself.
    migrate(options, () => (isNew ? undefined : lookThroughLog(options.data, "witnesses"))),
  );
  if (migrated && !isNew) await sealRows(options.data);
  if (make) await step("Making the example clinic", () => makeExample(options.data, options.url));
  if (make) endExample(options.data);
  stampFolder(options.data, options.url);
}

/**
 * Takes the hash of every row of the registers where a migration has run: what it changed no act did.
 * @param {string} data
 */
async function sealRows(data) {
  const { status, stdout, stderr } = await runCommand(data, ["chaperone", "seal-rows"]);
  if (status !== 0) console.error(`The registers' rows could not be sealed: ${firstLine(stderr || stdout)}`);
}

/**
 * Says where the clinic is served and how its first person gets in.
 * @param {StartOptions} options
 */
export async function greet({ data, url, host, port, form, example }) {
  const answer = await fetch(`${localUrl(host, port)}/api/chaperone/state`);
  const { setUp } = /** @type {{ setUp?: boolean }} */ (await answer.json());
  if (example) showExample(data, url);
  else if (setUp === false) await showSetupLink(data, url);
  if (!/^(127\.|::1$|localhost$)/.test(host) && url.startsWith("http:")) {
    console.log(
      `\nOther machines can reach this over plain http: put a TLS proxy in front and name it with --url.`,
    );
  }
  if (form)
    console.log(
      `\nThe public form is served at ${form.url}, once the clinic has turned it on in its settings`,
    );
  console.log(`\nChaperone is served at ${url} (Ctrl+C stops it)`);
}

/**
 * @param {string} data
 * @param {string} url
 */
async function showSetupLink(data, url) {
  const { status, stdout, stderr } = await runCommand(data, ["chaperone", "setup-link"], { url });
  const link = /https?:\/\/\S+/.exec(stdout)?.[0];
  if (status !== 0 || !link) throw new Refusal(`There is no set-up link: ${firstLine(stderr || stdout)}`);
  console.log(`\nSet up the clinic with this link, which works once:\n  ${link}`);
}
