import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { policy } from "#domain/policy";
import { accountSystems, entryKinds } from "#domain/registers/incidents/kinds";
import { incidentStates } from "#domain/registers/incidents/state";

/** A migration imports nothing, so what it repeats of the domain is compared here. */
const folder = join(import.meta.dirname, "../../../pb_migrations");
const migrations = readdirSync(folder)
  .filter((name) => name.includes("_incidents_"))
  .map((name) => readFileSync(join(folder, name), "utf8").replace(/\s+/g, " "))
  .join(" ");
const list = (words: readonly string[]) => `values: [${words.map((word) => `"${word}"`).join(", ")}]`;

test.each([
  ["states", incidentStates],
  ["kinds of entries", entryKinds],
  ["systems of accounts", accountSystems],
] as const)("%s are those of the domain", (_, words) => expect(migrations).toContain(list(words)));

test("all answers about a recipient have the room that the policy says", () => {
  expect(migrations).toContain(`getByName("recipientAnswer").max = ${policy.recipientAnswersLongest.amount}`);
});

test("files are as large as the policy says, and so is what the routes take in", () => {
  expect(migrations).toContain(`maxSize: ${policy.evidenceLargest.amount}`);
  expect(migrations).toContain(`maxSize: ${policy.renderedLargest.amount}`);
  const hooks = readFileSync(join(folder, "../pb_hooks/incidents.pb.js"), "utf8");
  expect(hooks).toContain(`bodyLimit(${policy.batchBytes.amount})`);
  const largest = /withFile = \$apis\.bodyLimit\((\d+)\)/.exec(hooks)?.[1];
  expect(Number(largest)).toBeGreaterThan(policy.evidenceLargest.amount);
});
