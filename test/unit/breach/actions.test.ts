import { expect, test } from "vitest";
import { type ActionFacts, actionState, dueProblem, whyNotOnAction } from "#domain/work/actions";

const open: ActionFacts = {
  owner: "tom",
  due: "2026-11-24",
  doneAt: "",
  doneBy: "",
  verifiedAt: "",
  cancelledAt: "",
};
const done = { ...open, doneAt: "2026-11-24T09:00:00.000Z", doneBy: "ingrid" };

test("an action is overdue from the day after", () => {
  expect([actionState(open, "2026-11-24"), actionState(open, "2026-11-25")]).toEqual(["open", "overdue"]);
  expect(actionState(done, "2026-12-24")).toBe("done");
  expect(actionState({ ...done, verifiedAt: "x" }, "2026-12-24")).toBe("verified");
  expect(actionState({ ...open, cancelledAt: "x" }, "2026-12-24")).toBe("cancelled");
});

test.each([
  ["its owner does it", "tom", false, "done", open, true],
  ["a manager does it for them", "ingrid", true, "done", open, true],
  ["a colleague does not", "maya", false, "done", open, false],
  ["nobody does it twice", "tom", false, "done", done, false],
  ["nobody verifies what is not done", "priya", true, "verify", open, false],
  ["its owner does not verify it", "tom", true, "verify", done, false],
  ["who did it does not verify it", "ingrid", true, "verify", done, false],
  ["somebody else does", "priya", true, "verify", done, true],
  ["a verified one is not cancelled", "priya", true, "cancel", { ...done, verifiedAt: "x" }, false],
  ["a cancelled one is not done", "tom", false, "done", { ...open, cancelledAt: "x" }, false],
] as const)("%s", (_, id, manages, act, action, may) =>
  expect(whyNotOnAction({ id, manages }, act, action) === undefined).toBe(may),
);

test.each([
  ["today", "2026-11-24", "", undefined],
  ["late, as it is entered", "2026-01-05", "", undefined],
  ["two years ahead", "2028-11-24", "", undefined],
  ["longer ago than a year", "2025-11-22", "", "too-early"],
  ["before its incident", "2026-11-20", "2026-11-21", "too-early"],
  ["a slip of the year", "2062-11-24", "", "too-late"],
])("due %s", (_, due, begun, problem) => expect(dueProblem(due, "2026-11-24", begun)).toBe(problem));
