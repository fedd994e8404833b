import { expect, test } from "vitest";
import { trainedAnswer } from "#domain/registers/incidents/ico-answers";
import { standingEntries, trainedWithinTwoYears } from "#domain/registers/training/training";

test.each([
  ["on the very day two years before", "2026-11-20", ["2024-11-20"], "yes"],
  ["a day earlier", "2026-11-20", ["2024-11-19"], "no"],
  ["none", "2026-11-20", [], "no-record"],
  ["only after it happened", "2026-11-20", ["2026-11-21"], "no-record"],
  ["on that day", "2026-11-20", ["2026-11-20"], "yes"],
  ["long ago, and again after it happened", "2026-11-20", ["2020-01-01", "2026-12-01"], "no"],
  ["one of several", "2026-11-20", ["2019-03-01", "2025-03-01"], "yes"],
  ["29 February counts from 28 February two years before", "2028-02-29", ["2026-02-28"], "yes"],
  ["and not from a day earlier", "2028-02-29", ["2026-02-27"], "no"],
])("%s", (_, on, completed, answer) => expect(trainedWithinTwoYears(on, completed)).toBe(answer));

test("of several people the worst answer is the form's", () => {
  expect(trainedAnswer(["yes", "yes"])).toBe("yes");
  expect(trainedAnswer(["yes", "no-record"])).toBe("dont-know");
  expect(trainedAnswer(["no", "no-record"])).toBe("no");
  expect(trainedAnswer([])).toBe(undefined);
});

const entry = (id: string, completedOn: string, corrects = "") => ({ id, completedOn, corrects });
test.each([
  ["one that nobody mended", [entry("a", "2024-11-20")], ["a"]],
  ["the one in place of a wrong one", [entry("a", "2024-11-20"), entry("b", "2024-11-19", "a")], ["b"]],
  ["none after it was taken back", [entry("a", "2024-11-20"), entry("b", "", "a")], []],
  [
    "the last of a chain",
    [entry("a", "2024-11-20"), entry("b", "2024-11-19", "a"), entry("c", "2024-11-18", "b")],
    ["c"],
  ],
  [
    "the same day entered again",
    [entry("a", "2024-11-20"), entry("b", "", "a"), entry("c", "2024-11-20")],
    ["c"],
  ],
])("of entries, %s counts", (_, entries, ids) =>
  expect(standingEntries(entries).map(({ id }) => id)).toEqual(ids),
);
