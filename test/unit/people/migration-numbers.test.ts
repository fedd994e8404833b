import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { milliseconds, policy } from "#domain/policy";
import { holders, roles } from "#domain/roles";

/** A migration imports nothing, so what it repeats of the domain is compared here. */
const folder = join(import.meta.dirname, "../../../pb_migrations");
const migrations = readdirSync(folder)
  .filter((name) => name.includes("_people_"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

test.each([
  ["people", policy.sessionLasts, "users.authToken.duration = "],
  ["browsers", policy.browserTokenLives, "authToken: { duration: "],
  ["the superuser", policy.breakGlassLasts, "superusers.authToken.duration = "],
] as const)("tokens of %s live as the policy says", (_, number, before) => {
  expect(migrations).toContain(`${before}${milliseconds(number) / 1000}`);
});

test("roles and holders are those of the domain", () => {
  const list = (words: readonly string[]) => `values: [${words.map((word) => `"${word}"`).join(", ")}]`;
  expect(migrations).toContain(list(roles));
  expect(migrations).toContain(list(holders));
});

test("every rule of every collection is written out", () => {
  const collections = migrations.match(/new Collection\(\{/g)?.length ?? 0;
  for (const rule of ["listRule", "viewRule", "createRule", "updateRule", "deleteRule"]) {
    expect(migrations.match(new RegExp(`\\b${rule}(?::| =)`, "g"))?.length ?? 0).toBeGreaterThanOrEqual(
      collections + 1,
    );
  }
});
