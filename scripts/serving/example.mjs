import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { Refusal } from "../base/refusal.mjs";
import { makingMark } from "../folder/folder.mjs";
import { writeWhole } from "../folder/write-whole.mjs";
import { dataPaths, runCommand } from "./server.mjs";

/**
 * @typedef {{ email: string, name: string, role: string, password: string, totpSecret: string }} ExampleUser
 * @typedef {{ url: string, users: ExampleUser[] }} Example the content of example.json
 */

/**
 * Begins an example clinic: whatever an interrupted making left is taken away.
 * @param {string} data
 */
export function beginExample(data) {
  writeFileSync(makingMark(data), "");
  const { pb, keys, stamp, example } = dataPaths(data);
  for (const path of [pb, keys, stamp, example]) rmSync(path, { recursive: true, force: true });
}

/**
 * Fills a migrated, empty folder with the example clinic.
 * @param {string} data
 * @param {string} url
 * @param {string} [ended] instant at which its ten weeks ended; now, where it is not given
 */
export async function makeExample(data, url, ended = "") {
  const { status, stdout, stderr } = await runCommand(data, ["chaperone", "example", `--ended=${ended}`], {
    url,
  });
  const users = status === 0 ? usersIn(stdout) : undefined;
  if (!users) throw new Refusal(`The example clinic could not be made: ${firstLine(stderr || stdout)}`);
  writeWhole(dataPaths(data).example, JSON.stringify({ url, users }, null, 2));
}

/**
 * Says that the making has ended.
 * @param {string} data
 */
export const endExample = (data) => rmSync(makingMark(data), { force: true });

/**
 * Prints an example's sign-ins, and notes under which address it is served now.
 * @param {string} data
 * @param {string} url
 */
export function showExample(data, url) {
  const { example: file } = dataPaths(data);
  /** @type {Example} */
  let example;
  try {
    example = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Refusal(`${file} is damaged: delete the folder and make the example anew.`);
  }
  if (example.url !== url) writeWhole(file, JSON.stringify({ ...example, url }, null, 2));
  console.log(
    "\nAn example clinic with invented people. Each signs in with e-mail, password and a code made from the secret:",
  );
  for (const { email, name, role, password, totpSecret } of example.users) {
    console.log(
      `\n  ${name}, ${role}\n    e-mail    ${email}\n    password  ${password}\n    secret    ${totpSecret}`,
    );
  }
  console.log(`\n  (also in ${file})`);
}

/**
 * @param {string} stdout the command's output, one JSON object
 * @returns {ExampleUser[] | undefined}
 */
function usersIn(stdout) {
  try {
    const { users } = JSON.parse(stdout.slice(stdout.indexOf("{")));
    return Array.isArray(users) && users.length > 0 ? users : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} text */
export function firstLine(text) {
  return text.trim().split("\n", 1)[0] || "it did not say why";
}
