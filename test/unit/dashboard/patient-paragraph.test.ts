import { expect, test } from "vitest";
import { paragraphFor } from "#lib/about/about-patients.ts";

test("the paragraph for patients tells what each register has to tell, once, and names the regulator of the day", () => {
  const held = [{ tells: "We keep a list." }, {}, { tells: "We keep a list." }];
  const before = paragraphFor("Harbour Clinic", held, "2026-09-29");
  expect(before.match(/We keep a list\./g)).toHaveLength(1);
  expect(before).toMatch(/^Harbour Clinic keeps a log/);
  expect(before).toContain("Information Commissioner (ICO)");
  expect(paragraphFor("Harbour Clinic", [], "2026-09-30")).toContain("Information Commission (ICO)");
  expect(before).not.toMatch(/must/);
});
