import { expect, test } from "vitest";
import { policyItems, type ReviewedPolicy } from "#domain/registers/policy-map/for-review";

const policy: ReviewedPolicy = {
  number: 4,
  reviewBy: "2027-03-02",
  reviewer: "priya",
  counts: { screen: 19, test: 9, people: 13, none: 11, says: 6 },
  late: 0,
  notKept: 0,
  owners: [],
};

test("a policy that is kept is one quiet item, with figures that add up", () => {
  const [item] = policyItems(policy, "2026-11-30");
  expect(item).toMatchObject({ quiet: true, key: "policy" });
  expect(item?.facts.figures[0]).toEqual({ name: "Kept", value: "41 of 52" });
  expect(item).not.toHaveProperty("open");
});

test("what is late, broken, wrong or to be reviewed leaves it open", () => {
  const more = { ...policy, counts: { ...policy.counts, wrong: 2 }, late: 1, notKept: 1, owners: ["ingrid"] };
  const [item] = policyItems({ ...more, reviewBy: "2026-11-01" }, "2026-11-30");
  expect(item).toMatchObject({
    quiet: false,
    open: "The policy: it was to be reviewed by 2026-11-01; 1 of what people look at is late; 1 found not kept; 2 wrong in law",
  });
  expect(item?.facts.people).toEqual([
    { as: "Reviews it", user: "priya" },
    { as: "Check is late", user: "ingrid" },
  ]);
});

test("without a policy nothing is asked", () => expect(policyItems(undefined, "2026-11-30")).toEqual([]));
