import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cases } from "./cases.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

test.each(cases(sha256))("$name", ({ got, expected }) => {
  expect(got).toEqual(expected);
});
