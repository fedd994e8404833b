import { describe, expect, test } from "vitest";
import { policyErrors } from "#domain/law/policy-errors/index";
import { keepingPages, pageWords } from "#domain/registers/policy-map/pages";
import { keepRules } from "#domain/registers/policy-map/rules/index";
import { suggest } from "#domain/registers/policy-map/suggest";
import { ownTests } from "#domain/registers/policy-map/tests";

const says = (text: string, more: { nation?: "northern-ireland"; pages?: boolean } = {}) =>
  suggest(
    { kind: "sentence", section: "", lead: "", text },
    { nation: more.nation ?? "england", hasPage: () => more.pages ?? true },
  );

describe("wrong in law", () => {
  test.each([
    ["We comply with the Data Protection Act 2004.", "act-of-2004"],
    ["Records are kept under the Public Records Act 1950.", "public-records-act"],
    ["Patients are automatically added to our mailing lists.", "mailing-list"],
    ["Copies of records can only be requested by yourself.", "access-only-oneself"],
    ["We charge a fee of £10 for a subject access request.", "access-fee"],
    ["You must complain to us first before going to the ICO.", "complain-here-first"],
    ["Subject access requests are answered within 40 days.", "access-days"],
  ])("%s", (text, rule) => expect(says(text)).toMatchObject({ state: "wrong", rule }));

  test.each([
    "We comply with the Data Protection Act 2018.",
    "There is no charge for a copy of your records.",
    "Patients are never automatically added to our mailing lists.",
    "A reasonable fee may be charged for further copies of your records.",
    "You may complain to us first, and to the regulator at any time.",
  ])("not: %s", (text) => expect(says(text)?.state).not.toBe("wrong"));

  test("eight years are wrong where the statute says ten", () => {
    const text = "Adult records are kept for eight years.";
    expect(says(text, { nation: "northern-ireland" })).toMatchObject({ state: "wrong" });
    expect(says(text)).toMatchObject({ state: "screen", page: "/retention" });
  });

  test("each says why, a sentence that is right, and where it was read", () => {
    for (const { why, right, source, sure, id } of policyErrors) {
      expect([
        id,
        why.length > 20,
        right.length > 20,
        source.title !== "",
        /^\d{4}-/.test(source.read),
      ]).toEqual([id, true, true, true, true]);
      expect(["read", "second-hand", "check"]).toContain(sure);
    }
  });
});

test("a right sentence is not itself wrong", () => {
  for (const { right, id } of policyErrors) expect([id, says(right)?.state === "wrong"]).toEqual([id, false]);
});

test("a page that this clinic does not have keeps nothing", () => {
  expect(says("Footage is kept for 31 days.")).toMatchObject({ state: "screen", page: "/cctv" });
  const without = says("Footage is kept for 31 days.", { pages: false });
  expect(without).toMatchObject({ state: "people", audit: { months: 1 } });
  expect(without).not.toHaveProperty("page");
});

test("a suggestion says by which words it came", () => {
  expect(says("Every access to a record is logged.")?.words).toEqual(["access", "logged", "record"]);
});

test("each rule has its own id, a page that has a name, a test that there is", () => {
  const ids = [...keepRules, ...policyErrors].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const page of keepingPages) expect(pageWords[page], page).toBeDefined();
  for (const { test: key, state } of keepRules)
    if (state === "test") expect(ownTests).toHaveProperty(String(key));
  for (const { otherwise, audit } of keepRules) if (otherwise === "people") expect(audit).toBeDefined();
});
