import { describe, expect, test } from "vitest";
import { exemptions, notTellingGrounds } from "#domain/law/not-telling";
import { advise, lacksExemption, nhsRoute } from "#domain/registers/incidents/assessment";

describe("advice of the tool", () => {
  test.each([
    [{}, "answer-first"],
    [{ living: "no" }, "not-personal-data"],
    [{ living: "yes", risk: "unlikely" }, "record-only"],
    [{ risk: "unlikely", highRisk: "yes" }, "tell-ico-and-people"],
    [{ risk: "likely" }, "tell-ico"],
    [{ risk: "unsure" }, "tell-ico"],
    [{ risk: "likely", highRisk: "no" }, "tell-ico"],
    [{ risk: "likely", highRisk: "yes" }, "tell-ico-and-people"],
    [{ risk: "likely", published: "yes" }, "tell-ico-and-people"],
    [{ risk: "likely", whoHasIt: "known-hostile" }, "tell-ico-and-people"],
    // Encrypted: the people need not be told (Art 34(3)(a)); an unknown risk still counts against us.
    [{ risk: "likely", highRisk: "yes", unintelligible: "yes" }, "tell-ico"],
    [{ risk: "unsure", unintelligible: "yes" }, "tell-ico"],
    [{ risk: "unlikely", unintelligible: "yes" }, "record-only"],
    // What lies open is no "record only", unless nobody can read it.
    [{ risk: "unlikely", highRisk: "no", published: "yes" }, "tell-ico-and-people"],
    [{ risk: "unlikely", whoHasIt: "known-hostile" }, "tell-ico-and-people"],
    [{ risk: "unlikely", whoHasIt: "unknown" }, "tell-ico"],
    [{ risk: "unlikely", whoHasIt: "unknown", unintelligible: "yes" }, "record-only"],
    [{ risk: "unlikely", published: "yes", unintelligible: "unsure" }, "tell-ico-and-people"],
    [{ risk: "unlikely", whoHasIt: "known-trusted", published: "no" }, "record-only"],
  ] as const)("%j -> %s", (answers, advice) => expect(advise(answers)).toBe(advice));
});

test("of a high risk the people are told, or one of the three conditions is named", () => {
  const high = { risk: "likely", highRisk: "yes", unintelligible: "yes" } as const;
  const grounds = ["", ...notTellingGrounds] as const;
  expect(grounds.map((ground) => lacksExemption(high, "not", ground))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(lacksExemption(high, "tell", "")).toBe(false);
  expect(lacksExemption({ risk: "likely", highRisk: "no" }, "not", "")).toBe(false);
  expect(lacksExemption({ risk: "unlikely", published: "yes" }, "not", "no-high-risk")).toBe(true);
  expect(exemptions.map(({ source }) => source.section.slice(0, 11))).toEqual([
    "Art 34(3)(a",
    "Art 34(3)(b",
    "Art 34(3)(c",
  ]);
});

describe("NHS grid", () => {
  test.each([
    [2, 5, false, "internal"],
    [5, 1, false, "internal"],
    [3, 2, false, "ico"],
    [3, 3, false, "ico"],
    [3, 4, false, "ico-and-dhsc"],
    [5, 5, false, "ico-and-dhsc"],
    [5, 1, true, "ico"],
    [1, 1, true, "internal"],
  ] as const)("likelihood %i, impact %i, vulnerable %s: %s", (likelihood, impact, vulnerable, route) =>
    expect(nhsRoute(likelihood, impact, vulnerable)).toBe(route),
  );
  test.each([0, 6, 2.5, Number.NaN])("%s is no value", (value) =>
    expect(() => nhsRoute(value, 2)).toThrow(RangeError),
  );
});
