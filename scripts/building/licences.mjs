import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { Refusal } from "../base/refusal.mjs";
import { root } from "../base/root.mjs";

/** Names under which packages keep the texts that go with them. */
const textNames = /^(?:licen[cs]e|copying|notice|ofl)(?:[.\-_].*)?$/i;
const rule = `\n\n${"=".repeat(80)}\n\n`;

/**
 * Writes the licence texts of what a part ships: Chaperone's own first, then each package's.
 *
 * @param {string} target the file that is written
 * @param {readonly string[]} folders of the packages
 * @param {readonly string[]} lists copyright notices of word lists that are shipped, as files of ours
 * @throws {Refusal} If a package says nothing of its licence: it may not be shipped.
 */
export function writeLicences(target, folders, lists = []) {
  const own = `Chaperone\n\n${readFileSync(join(root, "LICENSE"), "utf8").trim()}`;
  const others = folders.map((folder) => licenceOf(isAbsolute(folder) ? folder : join(root, folder)));
  const words = lists.map((file) => `Word list\n\n${readFileSync(join(root, file), "utf8").trim()}`);
  writeFileSync(target, `${[own, ...[...new Set(others)].sort(), ...words].join(rule)}\n`);
}

/**
 * @param {string} folder
 * @returns {string} a package's name, version and licence, and the texts that lie in it
 */
function licenceOf(folder) {
  const { name, version, license, homepage } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => textNames.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (texts.length === 0 && typeof license !== "string")
    throw new Refusal(`The package ${name} says nothing of its licence, and may not be shipped.`);
  const said = `${name} ${version}\nLicence by its package: ${license ?? "see below"}${homepage ? `\n${homepage}` : ""}`;
  return [said, ...(texts.length > 0 ? texts : ["The package holds no licence text."])].join("\n\n");
}
