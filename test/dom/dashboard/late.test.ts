import { expect, test } from "vitest";
import type { Entry } from "#lib/api/log.ts";
import { factsOf, whatOf } from "#lib/format/entry-words.ts";

const late = { browser: "before000000000", n: 3 };
const entry = (detail: object) =>
  ({
    kind: "record.view",
    orderedBy: 0,
    detail: JSON.stringify({ v: 1, page: "letters", ...detail }),
  }) as Entry;

test("an event of an earlier pairing is marked late, in words and without a browser's id", () => {
  const plain = whatOf(entry({}));
  expect(whatOf(entry({ late }))).toBe(`${plain}, late`);
  expect(whatOf({ ...entry({}), orderedBy: 9, detail: "" })).not.toContain("late");
  expect(factsOf(entry({ late }).detail)).toContainEqual({
    name: "late:",
    value: "made under an earlier pairing of this browser",
  });
});
