import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { notOfPages, pageQuestions } from "../../support/server/page-questions.ts";

const source = globSync("dashboard/src/**/*.{ts,svelte}").map((file) => readFileSync(file, "utf8"));

/** What the dashboard's code reads by a pattern, each name once; what is posted is an act and no reading. */
const found = (pattern: RegExp): string[] =>
  source.flatMap((text) =>
    [...text.matchAll(pattern)].flatMap(([all, name = ""]) => (/method: "POST"/.test(all) ? [] : name)),
  );

test("all that a page asks is measured and its plans are held, and nothing that none asks", () => {
  const asked = [
    ...found(/\bask\([^;]*?"([\w/.-]+)"(?:, (?:\{[^;]*?\}|formOf\([^;]*?\)))?\s*\)/g),
    ...found(/\b(?:file|download)\(\s*"([\w/.-]+)"/g),
    ...found(/(?:\.collection|\bofCase)\(\s*"(\w+)"/g).map((name) => `collection ${name}`),
  ];
  // What is asked of one record is posted; its plans are those of "events".
  const posted = ["breach-evidence", "breach-file", "training-file", "import", "log", "consents-fhir"];
  const names = new Set(asked.filter((name) => !posted.includes(name) && !notOfPages.includes(name)));
  expect(names).toEqual(new Set(pageQuestions.map(({ asks }) => asks)));
});
