import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter } from "#domain/law/working-days";
import { disclosureProblem } from "#domain/registers/disclosures/disclosure";
import { type HeldDays, holdState, holds, overlap } from "#domain/registers/holds/hold";
import { whyNotOnHold } from "#domain/registers/holds/may-act-on";
import { incidentStates } from "#domain/registers/incidents/state";

const hold = (more: object = {}) => ({ until: "", releasedAt: "", causeOpen: true, ...more });
const today = "2026-11-30";

describe("a hold", () => {
  test.each([
    ["its cause is open and it has no end", hold(), "runs"],
    ["its last day is today", hold({ until: today, causeOpen: false }), "runs"],
    ["its last day was yesterday", hold({ until: "2026-11-29", causeOpen: false }), "ended"],
    ["its last day was yesterday and its cause is open", hold({ until: "2026-11-29" }), "outlives"],
    ["its cause is over and it had no end", hold({ causeOpen: false }), "ended"],
    ["it was released", hold({ releasedAt: "2026-11-29T10:00:00.000Z", until: "2027-01-01" }), "released"],
  ] as const)("where %s: %s", (_, facts, state) => {
    expect(holdState(facts, today)).toBe(state);
    expect(holds(facts, today)).toBe(state === "runs" || state === "outlives");
  });

  test("days overlap as a list of the days says", () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => daysAfter("2026-09-01", days));
    const days = fc.tuple(day, day, fc.boolean()).map(([one, other, open]): HeldDays => {
      const [fromDay, toDay] = one <= other ? [one, other] : [other, one];
      return { fromDay, toDay: open ? "" : toDay };
    });
    const listed = ({ fromDay, toDay }: HeldDays) => {
      const all: string[] = [];
      for (let at = fromDay; at <= (toDay || "2026-12-31"); at = daysAfter(at, 1)) all.push(at);
      return all;
    };
    fc.assert(
      fc.property(days, days, (one, other) => {
        const both = listed(one).filter((at) => listed(other).includes(at));
        expect(overlap(one, other)).toBe(both.length > 0);
        expect(overlap(other, one)).toBe(both.length > 0);
      }),
    );
  });

  test.each([
    ["dpo", "holds.release", "claim", true, undefined],
    ["manager", "holds.release", "claim", true, "Its cause is open: only the lead releases it."],
    ["manager", "holds.release", "claim", false, undefined],
    ["manager", "holds.endCause", "breaches", true, "Its incident says so by itself: close it there."],
    ["manager", "holds.endCause", "claim", false, "Its cause is over already."],
    [
      ...(["manager", "holds.release", "own", false] as const),
      "Whoever authorised or placed this hold, or the lead, releases it.",
    ],
    ["dpo", "holds.release", "own", false, undefined],
    ["auditor", "holds.review", "claim", true, "Your role does not allow this."],
  ] as const)("%s, %s, %s, cause open %s: %s", (role, act, causeKind, causeOpen, says) => {
    const facts = { ...hold({ until: "2027-01-01" }), causeKind, causeOpen, causeEndedAt: "" };
    const held = { ...facts, authoriser: "priya", by: "noor" };
    expect(whyNotOnHold({ id: "ingrid", role }, act, held, today)).toBe(says);
    if (causeKind === "own")
      for (const id of ["priya", "noor"])
        expect(whyNotOnHold({ id, role }, act, held, today)).toBeUndefined();
  });

  test("the incidents that are over are the two that the server's SQL names", () =>
    expect(incidentStates.filter((state) => ["closed", "withdrawn"].includes(state))).toHaveLength(2));
});

test("a disclosure is asked for in writing, others are told of, and a subject's copy shows no others", () => {
  const facts = {
    receiver: "police",
    form: "form",
    outcome: "given",
    others: "blurred",
    how: "hand",
  } as const;
  expect(disclosureProblem(facts)).toBeUndefined();
  expect(disclosureProblem({ ...facts, form: "phone" })?.field).toBe("form");
  expect(disclosureProblem({ ...facts, receiver: "subject", form: "person" })).toBeUndefined();
  expect(disclosureProblem({ ...facts, receiver: "subject", others: "needed" })?.field).toBe("others");
  expect(disclosureProblem({ ...facts, receiver: "court" })?.field).toBe("form");
  expect(disclosureProblem({ ...facts, outcome: "refused", others: "", how: "" })).toBeUndefined();
});
