import { expect, test } from "vitest";
import { type PurposeKey, purposeKeys, purposeOf } from "#domain/law/sharing-purposes";
import { type Decided, defaultOf } from "#domain/registers/consent/consent";
import { followUpOf } from "#domain/registers/consent/follow-up";
import { answerBy } from "#domain/registers/objections/answer-by";
import { answerersOf, whyNotAnswer } from "#domain/registers/objections/may-answer";
import { doneOfObjection, toldToRecipients } from "#domain/registers/requests/follow-up";
import { requestKinds } from "#domain/registers/requests/kinds";

const today = "2026-11-30";
const stood = (purpose: PurposeKey, decision: Decided, more: object = {}) => ({
  ...{ purpose, decision, from: "2026-11-01", until: "", ...more },
});

test.each(purposeKeys.filter((key) => purposeOf(key).can !== "mark"))(
  "a no to %s leads to something, said anew to nothing",
  (purpose) => {
    const { can } = purposeOf(purpose);
    const before = can === "consent" ? stood(purpose, "yes") : undefined;
    const one = followUpOf(purpose, before, "no", today);
    if (can === "nothing") expect(one).toBeUndefined();
    else expect(one?.within.amount).toBeGreaterThan(0);
    expect(followUpOf(purpose, stood(purpose, "no"), "no", today)).toBeUndefined();
    expect(followUpOf(purpose, before, "yes", today)).toBeUndefined();
  },
);

test("what was never given is not withdrawn, nor what had run out or was still to come", () => {
  expect(followUpOf("mailing", undefined, "no", today)).toBeUndefined();
  expect(
    followUpOf("mailing", stood("mailing", "yes", { until: "2026-11-29" }), "no", today),
  ).toBeUndefined();
  expect(followUpOf("mailing", stood("mailing", "yes", { from: "2026-12-01" }), "no", today)).toBeUndefined();
});

test("a restriction is done when it is set, and not again while it stands past its day", () => {
  expect(defaultOf("mark")).toBe("no");
  expect(followUpOf("restricted", undefined, "yes", today)).toBeDefined();
  const over = stood("restricted", "yes", { until: "2026-11-10" });
  expect(followUpOf("restricted", over, "yes", today)).toBeUndefined();
  expect(followUpOf("restricted", over, "no", today)).toBeUndefined();
});

test("recipients are told of a correction, an erasure and a restriction, and of nothing that was refused", () => {
  const told = requestKinds.filter((kind) => toldToRecipients(kind, "whole") !== undefined);
  expect(told).toEqual(["rectification", "erasure", "restriction"]);
  for (const kind of requestKinds) expect(toldToRecipients(kind, "refused")).toBeUndefined();
  expect(doneOfObjection("objection", "refused", "compelling")).toBeUndefined();
});

test("the lead answers; of the lead's own somebody else who manages, where there is one", () => {
  const people = { managers: ["lead", "noor"], leads: ["lead"] };
  expect(answerersOf("tom", people)).toEqual(["lead"]);
  expect(answerersOf("noor", people)).toEqual(["lead"]);
  expect(answerersOf("lead", people)).toEqual(["noor"]);
  expect(answerersOf("lead", { managers: ["lead"], leads: ["lead"] })).toEqual(["lead"]);
  expect(whyNotAnswer({ id: "noor", role: "manager" }, "tom", people)).toBe("The lead answers this.");
  expect(whyNotAnswer({ id: "lead", role: "dpo" }, "lead", people)).toMatch(/Somebody else/);
  expect(whyNotAnswer({ id: "lead", role: "dpo" }, "tom", people)).toBeUndefined();
});

test.each([
  ["2026-10-30", "england", "2026-11-30"],
  ["2026-10-30", "scotland", "2026-12-01"],
  ["2027-02-17", "northern-ireland", "2027-03-18"],
] as const)("who says something on %s in %s is answered by %s", (askedOn, nation, limit) => {
  expect(answerBy(askedOn, nation)).toBe(limit);
});
