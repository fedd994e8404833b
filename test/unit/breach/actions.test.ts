import { expect, test } from "vitest";
import { whyNotOnAction } from "#domain/registers/actions/may-act-on";
import { type ActionFacts, actionState, dueProblem } from "#domain/work/actions";

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
  ["its owner does it", "tom", "staff", "actions.done", open, true],
  ["a manager does it for them", "ingrid", "manager", "actions.done", open, true],
  ["a colleague does not", "maya", "staff", "actions.done", open, false],
  ["nobody does it twice", "tom", "staff", "actions.done", done, false],
  ["nobody verifies what is not done", "priya", "dpo", "actions.verify", open, false],
  ["its owner does not verify it", "tom", "manager", "actions.verify", done, false],
  ["who did it does not verify it", "ingrid", "manager", "actions.verify", done, false],
  ["somebody else does", "priya", "dpo", "actions.verify", done, true],
  ["a verified one is not cancelled", "priya", "dpo", "actions.cancel", { ...done, verifiedAt: "x" }, false],
  ["staff do not verify", "maya", "staff", "actions.verify", done, false],
  ["an auditor cancels nothing", "ruth", "auditor", "actions.cancel", open, false],
  ["a cancelled one is not done", "tom", "staff", "actions.done", { ...open, cancelledAt: "x" }, false],
] as const)("%s", (_, id, role, act, action, may) =>
  expect(whyNotOnAction({ id, role }, act, action) === undefined).toBe(may),
);

test.each([
  ["today", "2026-11-24", "", undefined],
  ["late, as it is entered", "2026-01-05", "", undefined],
  ["two years ahead", "2028-11-24", "", undefined],
  ["longer ago than a year", "2025-11-22", "", "too-early"],
  ["before its incident", "2026-11-20", "2026-11-21", "too-early"],
  ["a slip of the year", "2062-11-24", "", "too-late"],
])("due %s", (_, due, begun, problem) => expect(dueProblem(due, "2026-11-24", begun)).toBe(problem));
