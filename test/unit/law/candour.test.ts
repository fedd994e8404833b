import { describe, expect, test } from "vitest";
import { type Candour, candourFor } from "#domain/law/candour";
import { type CandourFacts, nothingSaid } from "#domain/law/candour-facts";
import { candourRules } from "#domain/law/candour-rules";
import type { FourAnswers } from "#domain/law/four-answers";

const of = (
  nation: FourAnswers["nation"],
  careRegulator: FourAnswers["careRegulator"],
  legalForm: FourAnswers["legalForm"],
  nhsWork: FourAnswers["nhsWork"],
): FourAnswers => ({ nation, careRegulator, legalForm, nhsWork });

const facts = (more: Partial<CandourFacts>): CandourFacts => ({ ...nothingSaid, ...more });
/** Harm that appears to have resulted, lasting, in the opinion of somebody who was not involved. */
const lasting = facts({ resulted: "appears", harm: "lasting", opinion: "uninvolved" });

const english = of("england", "cqc", "body", "no");
const scottish = of("scotland", "his", "body", "no");

describe("whom a duty of candour binds, by the four answers and whose patient it is", () => {
  const cases: [FourAnswers, CandourFacts["care"], Candour["binds"], string | undefined][] = [
    [english, "private", "law", "candour-england-private"],
    [of("england", "cqc", "person", "no"), "private", "law", "candour-england-private"],
    [of("england", "cqc", "body", "yes"), "nhs", "law", "candour-england-private"],
    [of("england", "cqc", "nhs-body", "yes"), "nhs", "law", "candour-england-nhs"],
    [of("england", "cqc", "nhs-body", "yes"), "private", "law", "candour-england-nhs"],
    [of("england", "none", "body", "no"), "private", "no", undefined],
    [of("england", "none", "nhs-body", "yes"), "nhs", "no", undefined],
    [of("england", "", "body", "no"), "private", "asks", undefined],
    [of("england", "cqc", "", "no"), "private", "asks", undefined],
    [scottish, "private", "law", "candour-scotland"],
    [scottish, "", "law", "candour-scotland"],
    [of("scotland", "his", "person", "no"), "private", "no", undefined],
    [of("scotland", "his", "person", "yes"), "nhs", "no", undefined],
    [of("scotland", "none", "body", "yes"), "nhs", "law", "candour-scotland"],
    [of("scotland", "none", "body", "yes"), "private", "check", "candour-scotland"],
    [of("scotland", "none", "body", "yes"), "", "asks", "candour-scotland"],
    [of("scotland", "none", "body", "no"), "private", "check", "candour-scotland"],
    [of("scotland", "none", "nhs-body", "yes"), "nhs", "law", "candour-scotland"],
    [of("scotland", "", "body", "no"), "private", "asks", undefined],
    [of("scotland", "his", "", "no"), "private", "asks", undefined],
    [of("wales", "hiw", "body", "no"), "private", "no", undefined],
    [of("wales", "hiw", "body", "no"), "nhs", "no", undefined],
    [of("wales", "hiw", "body", "no"), "", "no", undefined],
    [of("wales", "hiw", "body", "yes"), "private", "no", undefined],
    [of("wales", "hiw", "body", "yes"), "nhs", "law", "candour-wales-for-nhs"],
    [of("wales", "none", "person", "yes"), "nhs", "law", "candour-wales-for-nhs"],
    [of("wales", "hiw", "body", "yes"), "", "asks", "candour-wales-for-nhs"],
    [of("wales", "none", "nhs-body", "yes"), "nhs", "law", "candour-wales-nhs"],
    [of("wales", "none", "nhs-body", "yes"), "private", "no", undefined],
    [of("wales", "hiw", "body", ""), "nhs", "asks", undefined],
    [of("wales", "hiw", "body", ""), "private", "no", undefined],
    [of("northern-ireland", "rqia", "body", "no"), "private", "policy", "candour-northern-ireland"],
    [of("northern-ireland", "rqia", "body", "yes"), "nhs", "policy", "candour-northern-ireland"],
    [of("northern-ireland", "", "", ""), "", "policy", "candour-northern-ireland"],
  ];
  test.each(cases)("%o, %s patient: %s %s", (clinic, care, binds, rule) => {
    const found = candourFor(clinic, { ...lasting, care });
    expect({ binds: found.binds, rule: found.rule?.id }).toEqual({ binds, rule });
    expect(found.why).toMatch(/\.$/);
  });
});

describe("what starts it, by what happened", () => {
  const cases: [FourAnswers, Partial<CandourFacts>, Candour["met"], Candour["missing"]][] = [
    // England, private: only what appears to have resulted.
    [english, { resulted: "appears", harm: "lasting", opinion: "involved" }, "yes", []],
    [english, { resulted: "could", harm: "lasting", opinion: "involved" }, "no", []],
    [english, { resulted: "could", harm: "death", opinion: "uninvolved" }, "no", []],
    [english, { resulted: "could", harm: "prevented", opinion: "involved" }, "yes", []],
    [english, { resulted: "appears", harm: "more-treatment", opinion: "involved" }, "no", []],
    [english, { resulted: "appears", harm: "minimal", opinion: "involved" }, "no", []],
    [english, { resulted: "appears", harm: "lasting" }, "not-known-yet", ["opinion"]],
    [english, { resulted: "appears" }, "not-known-yet", ["harm", "opinion"]],
    [english, {}, "not-known-yet", ["resulted", "harm", "opinion"]],
    [english, { resulted: "no" }, "no", []],
    // England, a health service body: what could result, too, and moderate harm.
    [
      of("england", "cqc", "nhs-body", "yes"),
      { resulted: "could", harm: "lasting", opinion: "involved" },
      "yes",
      [],
    ],
    [
      of("england", "cqc", "nhs-body", "yes"),
      { resulted: "appears", harm: "more-treatment", opinion: "involved" },
      "yes",
      [],
    ],
    [of("england", "cqc", "body", "no"), { resulted: "could" }, "not-known-yet", ["harm", "opinion"]],
    // Scotland: could result, and the opinion of somebody who was not involved.
    [scottish, { resulted: "could", harm: "lasting", opinion: "uninvolved" }, "yes", []],
    [scottish, { resulted: "could", harm: "lasting", opinion: "involved" }, "not-known-yet", ["opinion"]],
    [scottish, { resulted: "appears", harm: "more-treatment", opinion: "uninvolved" }, "yes", []],
    [scottish, { resulted: "appears", harm: "more-than-minimal", opinion: "uninvolved" }, "no", []],
    // Wales: more than minimal, of an NHS patient; nobody's opinion is asked for.
    [
      of("wales", "hiw", "body", "yes"),
      { care: "nhs", resulted: "could", harm: "more-than-minimal" },
      "yes",
      [],
    ],
    [of("wales", "hiw", "body", "yes"), { care: "nhs", resulted: "could", harm: "minimal" }, "no", []],
    [of("wales", "hiw", "body", "yes"), { care: "private", resulted: "appears", harm: "death" }, "no", []],
    [of("wales", "hiw", "body", "yes"), { resulted: "appears", harm: "death" }, "not-known-yet", ["care"]],
    // A duty that does not bind is not met, however grave.
    [
      of("scotland", "his", "person", "no"),
      { resulted: "appears", harm: "death", opinion: "uninvolved" },
      "no",
      [],
    ],
    [
      of("england", "none", "body", "no"),
      { resulted: "appears", harm: "death", opinion: "involved" },
      "no",
      [],
    ],
  ];
  test.each(cases)("%o, %o: %s", (clinic, more, met, missing) => {
    expect(candourFor(clinic, facts(more))).toMatchObject({ met, missing });
  });
});

test("every rule says whom it binds, where and when it was read, and how sure we are", () => {
  for (const rule of Object.values(candourRules)) {
    expect(rule.binds).not.toBe("");
    expect(rule.source.title).not.toBe("");
    expect(rule.source.read).toBe("2026-11-29");
    expect(rule.nations).toHaveLength(1);
  }
  // What was not found is no law.
  expect(candourRules["northern-ireland"]).toMatchObject({ sure: "check", policy: true });
});
