import { describe, expect, test } from "vitest";
import { type Nation, nations } from "#domain/law/four-answers";
import { type ProfessionKey, professionProblem, professions } from "#domain/law/professions";
import { grounds, groundsFor } from "#domain/registers/requests/grounds";
import { ages, others, requesters, sayOther } from "#domain/registers/requests/kinds";
import { askingProblem, authorityProblem, presumed } from "#domain/registers/requests/who";

describe("who may ask", () => {
  test.each([
    ["12-15", "scotland", "competent"],
    ["12-15", "england", ""],
    ["12-15", "northern-ireland", ""],
    ["under-12", "scotland", ""],
    ["16-17", "wales", "competent"],
    ["adult", "england", "competent"],
  ] as const)("%s in %s is presumed “%s”", (age, nation, expected) => {
    expect(presumed(age, nation)).toBe(expected);
  });
  test("a patient of 15 with and without competence; 12 in Scotland", () => {
    const problem = (nation: Nation, judged: "" | "competent" | "not-competent") =>
      authorityProblem("patient", "12-15", nation, judged, false);
    expect(problem("england", "")).toContain("judge");
    expect(problem("england", "competent")).toBeUndefined();
    expect(problem("england", "not-competent")).toContain("parental responsibility");
    expect(problem("scotland", "")).toBeUndefined();
    expect(problem("scotland", "not-competent")).toContain("parental responsibility");
  });
  test("a competent child has to agree to what a parent asks", () => {
    for (const age of ["16-17", "12-15", "under-12"] as const) {
      expect(authorityProblem("parent", age, "england", "competent", false)).toContain("agree");
      expect(authorityProblem("parent", age, "england", "competent", true)).toBeUndefined();
    }
    expect(authorityProblem("parent", "under-12", "england", "not-competent", false)).toBeUndefined();
    expect(authorityProblem("parent", "16-17", "england", "", false)).toContain("agree");
  });
  test("the dead have their own two applicants, and no other right", () => {
    for (const requester of requesters) {
      const forDead = requester === "claimant" || requester === "personal-representative";
      expect([requester, askingProblem("access-dead", requester, "adult") === undefined]).toEqual([
        requester,
        forDead,
      ]);
      if (forDead) expect(askingProblem("erasure", requester, "adult")).toContain("access after death");
    }
  });
  test("everybody else is told that it is a disclosure", () => {
    for (const other of others) expect(sayOther(other)).toContain("disclosure");
    expect(sayOther("insurer")).toContain("185");
  });
});

describe("whose opinion counts", () => {
  test.each(["counsellor", "acupuncturist", "massage", "dental-nurse"] as const)("%s: never", (key) => {
    for (const number of ["PH104417", "1234567", ""])
      expect(professionProblem(key, number)?.field).toBe("profession");
  });
  test.each([
    ["physiotherapist", "PH104417", true],
    ["physiotherapist", "ph104417", true],
    ["physiotherapist", "1234567", false],
    ["doctor", "1234567", true],
    ["doctor", "123456", false],
    ["associate", "7654321", true],
    ["nurse", "71A2998E", true],
    ["nurse", "71A2998", false],
    ["psychologist", "PYL12345", true],
    ["osteopath", "4711", true],
    ["chiropractor", "", false],
  ] as const)("%s with %s: %s", (key, number, counts) => {
    expect(professionProblem(key, number) === undefined).toBe(counts);
  });
  test("each that counts names its register", () => {
    for (const key of Object.keys(professions) as ProfessionKey[])
      if (professions[key].counts) expect(professions[key].body).not.toBe("");
  });
});

describe("grounds by who asks", () => {
  const asking = (more: object) =>
    groundsFor({ kind: "access", requester: "patient", age: "adult", nation: "england", ...more });
  test("the patient’s wish: under 18, in Scotland under 16; a parent or a court appointee alone", () => {
    const wish = (more: object) => asking(more).includes("patient-wish");
    for (const nation of nations) {
      expect(wish({ nation, requester: "patient", age: "12-15" })).toBe(false);
      expect(wish({ nation, requester: "parent", age: "12-15" })).toBe(true);
      expect(wish({ nation, requester: "parent", age: "16-17" })).toBe(nation !== "scotland");
      expect(wish({ nation, requester: "court", age: "adult" })).toBe(true);
      expect(wish({ nation, requester: "representative", age: "adult" })).toBe(false);
    }
  });
  test("relevance to the claim is no ground against a personal representative", () => {
    const dead = (requester: string) => asking({ kind: "access-dead", requester });
    expect(dead("claimant")).toContain("dead-relevance");
    expect(dead("personal-representative")).not.toContain("dead-relevance");
    for (const requester of ["claimant", "personal-representative"])
      expect(dead(requester).filter((key) => !key.startsWith("dead"))).toEqual(["privilege"]);
  });
  test("every ground says where it is written, and why it does not fit where it does not", () => {
    const never = Object.values(grounds).filter((ground) =>
      requesters.every((requester) =>
        ages.every((age) =>
          nations.every((nation) =>
            (["access", "access-dead"] as const).every(
              (kind) => !ground.fits({ kind, requester, age, nation }),
            ),
          ),
        ),
      ),
    );
    expect(never).toEqual([]);
    for (const { law } of Object.values(grounds)) expect(law).toMatch(/DPA 2018|1990/);
  });
});
