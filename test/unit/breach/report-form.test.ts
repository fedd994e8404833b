import { describe, expect, test } from "vitest";
import { answerProblem, type IcoAnswer } from "#domain/registers/incidents/ico-answers";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import { nhsGrade } from "#domain/registers/incidents/nhs-grid";
import { noticesFor } from "#domain/registers/incidents/notices-due";
import { writtenTexts } from "#domain/registers/incidents/report";
import { namedIn, namedInTexts, numberedIn, sayNamed, withoutNamed } from "#domain/registers/screened";
import { breachReport, withAnswers } from "../../fixtures/export/breach-snapshot.ts";

const question = (key: string) => icoQuestions.find((one) => one.key === key);

/** DOMAIN.md 1.5, question by question: part, key, type; options in their order. */
const form: readonly (readonly [part: string, key: string, type: string, options?: string])[] = [
  ["report", "report_type", "choice", "initial follow-up"],
  ["report", "case_reference", "text"],
  ["report", "reason", "choice", "threshold want-to-tell unclear"],
  ["report", "org_size", "choice", "under250 from250"],
  ["breach", "what_happened", "text"],
  ["breach", "how_occurred", "text"],
  ["breach", "how_discovered", "text"],
  ["breach", "preventive_measures", "text"],
  ["breach", "cyber_incident", "yes-no", "yes no dont-know"],
  ["breach", "occurred_at", "moment"],
  ["breach", "discovered_at", "moment"],
  [
    "breach",
    "data_categories",
    "choices",
    "racial-ethnic political religious-philosophical trade-union sex-life sexual-orientation gender-reassignment health basic-identifiers identification economic-financial official-documents location genetic-biometric criminal not-known-yet other",
  ],
  ["breach", "data_categories_other", "text"],
  ["breach", "records_count", "count"],
  ["breach", "subjects_count", "count"],
  [
    "breach",
    "subject_categories",
    "choices",
    "employees users subscribers students customers prospective-customers patients children vulnerable-adults not-known-yet other",
  ],
  ["breach", "subject_categories_other", "text"],
  ["breach", "consequences", "text"],
  ["breach", "likelihood", "choice", "very-likely likely neutral unlikely very-unlikely not-known-yet"],
  ["cyber", "cia_affected", "yes-no", "yes no dont-know"],
  ["cyber", "cia_which", "choices", "confidentiality integrity availability"],
  ["cyber", "impact_on_org", "choice", "high medium low not-known-yet"],
  ["cyber", "recovery", "choice", "regular supplemented extended not-recoverable complete not-known-yet"],
  ["staff", "staff_trained_2y", "yes-no", "yes no dont-know"],
  ["staff", "training_desc", "text"],
  ["staff", "delay_reason", "text"],
  ["action", "actions_taken", "text"],
  ["action", "prevention", "text"],
  ["action", "subjects_told", "choice", "told-high-risk told-anyway not-told will-tell undecided"],
  ["action", "others_told", "yes-no", "yes no dont-know"],
  ["action", "others_told_who", "text"],
  ["action", "code_or_cert", "yes-no", "yes no dont-know"],
  ["you", "controller", "text"],
  ["you", "registration", "text"],
  ["you", "sector", "text"],
  ["you", "address", "text"],
  ["you", "reporter_name", "text"],
  ["you", "reporter_email", "text"],
  ["you", "reporter_phone", "text"],
  ["you", "dpo_same", "choice", "same other"],
  ["you", "dpo", "text"],
];

test("the questions, their order and their options are the form's", () => {
  const asked = icoQuestions.map(({ part, key, type, options }) => [
    part,
    key,
    type,
    ...(options ? [Object.keys(options).join(" ")] : []),
  ]);
  expect(asked).toEqual(form);
});

test("some are asked only where their ground holds", () => {
  const keys = (more: Parameters<typeof breachReport>[0]) =>
    breachReport(more).questions.map(({ key }) => key);
  const only = [
    "case_reference",
    "data_categories_other",
    "subject_categories_other",
    "cia_affected",
    "cia_which",
    "impact_on_org",
    "recovery",
    "delay_reason",
    "others_told_who",
    "dpo",
  ];
  expect(keys({}).filter((key) => only.includes(key))).toEqual([]);
  const all = {
    ...withAnswers({
      cyber_incident: "yes",
      cia_affected: "yes",
      dpo_same: "other",
      data_categories: ["health", "other"],
      subject_categories: ["other"],
    }),
    late: true,
    followUp: true,
    othersTold: ["The police"],
  };
  expect(keys(all)).toEqual(icoQuestions.map(({ key }) => key));
});

test("an answer carries its options, the chosen ones marked; 'not known yet' may stand beside others", () => {
  const answer = (value: IcoAnswer) =>
    breachReport(withAnswers({ data_categories: value })).questions.find(
      ({ key }) => key === "data_categories",
    );
  const chosen = (value: IcoAnswer) => answer(value)?.options.flatMap((one) => (one.chosen ? one.text : []));
  expect(chosen(["health", "not-known-yet"])).toEqual(["Health data", "Not known yet"]);
  expect(answer(["health", "not-known-yet"])).toMatchObject({
    known: true,
    text: "Health data; Not known yet",
  });
  expect(answer(["not-known-yet"])).toMatchObject({ known: false, text: "Not known yet" });
  expect(chosen("not-known-yet")).toEqual(["Not known yet"]);
  expect(answer([])?.known).toBe(false);
});

describe("an answer fits its question", () => {
  test.each([
    ["likelihood", "likely", undefined],
    ["likelihood", "perhaps", "wrong-type"],
    ["likelihood", "not-known-yet", undefined],
    ["data_categories", ["health"], undefined],
    ["data_categories", ["health", "gossip"], "wrong-type"],
    ["records_count", 0, undefined],
    ["records_count", -1, "wrong-type"],
    ["records_count", "3", "wrong-type"],
    ["occurred_at", "2026-10-24T13:10:00.000Z", undefined],
    ["occurred_at", "yesterday", "wrong-type"],
    ["occurred_at", "2026-13-24T13:10:00.000Z", "wrong-type"],
    ["subject_categories", ["patients", "not-known-yet"], undefined],
    ["nothing", "x", "unknown-question"],
    ["constructor", "x", "unknown-question"],
    ["likelihood", "constructor", "wrong-type"],
  ] as const)("%s = %j: %s", (key, value, problem) =>
    expect(answerProblem(question(key), value)).toBe(problem),
  );
});

test("what the register knows answers by itself; what somebody wrote wins; the rest is not known yet", () => {
  const answers = new Map(
    breachReport(withAnswers({ what_happened: "Ours." })).questions.map((one) => [one.key, one]),
  );
  expect(answers.get("what_happened")?.text).toBe("Ours.");
  expect(answers.get("occurred_at")?.text).toBe("Saturday 24 October 2026, 14:10 (UTC+1)");
  expect(answers.get("subjects_count")).toMatchObject({ text: "Not known yet", known: false });
  expect(answers.get("subjects_told")?.value).toBe("undecided");
});

test("a patient's number is named by its place, never repeated", () => {
  const text = "Sent 943 476 5919 on.";
  const said = sayNamed(namedIn(text));
  expect(said).toContain("6-17 (nhs-number)");
  expect(said).not.toContain("943");
  expect(numberedIn("To Ms Okafor, okafor@elsewhere.example")).toEqual([]);
});

test("other notices by the clinic's answers and profile; what was noted stays listed", () => {
  const ids = (...facts: Parameters<typeof noticesFor>) => noticesFor(...facts).map(({ id }) => id);
  const profile = { insured: false, commissioned: false };
  const alone = {
    nation: "england",
    careRegulator: "none",
    legalForm: "body",
    nhsWork: "no",
    profile,
  } as const;
  expect(ids(alone)).toEqual(["police", "professional-body"]);
  expect(ids({ ...alone, careRegulator: "", legalForm: "", nhsWork: "" })).toEqual(ids(alone));
  expect(ids({ ...alone, careRegulator: "cqc", nhsWork: "yes" })).toEqual([
    "police",
    "dspt",
    "professional-body",
  ]);
  expect(ids({ ...alone, careRegulator: "cqc" }, {}, ["cqc-18-2-g"])).toContain("cqc-18-2-g");
  expect(ids({ ...alone, nation: "scotland", nhsWork: "yes" })).not.toContain("dspt");
  expect(ids({ ...alone, profile: { insured: true, commissioned: true } })).toEqual([
    "police",
    "insurer",
    "commissioner",
    "professional-body",
  ]);
  const done = { done: true, at: "2026-11-20T10:00:00.000Z", note: "" };
  expect(ids(alone, { insurer: done, "care-regulator": done })).toEqual(
    expect.arrayContaining(["insurer", "care-regulator"]),
  );
});

describe("the NHS grid goes by the pair, raised for vulnerable people until it is contained", () => {
  const children = { subject_categories: ["children"] };
  test.each([
    [3, 1, {}, false, "internal", false],
    [3, 1, children, false, "ico", true],
    [3, 1, children, true, "internal", false],
    [3, 4, children, false, "ico-and-dhsc", false],
    [2, 5, {}, false, "internal", false],
    [5, 2, {}, true, "ico", false],
  ] as const)(
    "likelihood %i, impact %i, %j, contained %s: %s",
    (likelihood, impact, answers, contained, route, raised) => {
      const grade = nhsGrade({ likelihood, impact, form: answers, answers: {}, contained });
      expect(grade).toEqual({ likelihood, impact, route, raised });
    },
  );

  test.each([
    ["mental-health", true],
    ["sexual-health", true],
    ["communicable-disease", true],
    ["several", true],
    ["no", false],
    ["unsure", false],
  ])("health of a kind that the form has no category for: %s", (sensitive, raised) => {
    const grade = (contained: boolean) =>
      nhsGrade({ likelihood: 3, impact: 1, form: {}, answers: { sensitive }, contained });
    expect(grade(false)?.raised).toBe(raised);
    expect(grade(true)?.raised).toBe(false);
  });

  test("nothing while one axis is not graded", () =>
    expect(nhsGrade({ likelihood: 0, impact: 3, form: {}, answers: {}, contained: false })).toBeUndefined());
});

test("what the register words itself is no patient's", () => {
  const report = breachReport({
    late: true,
    followUp: true,
    othersTold: ["The insurer, under the terms of the policy"],
    peopleCount: 3,
  });
  expect(namedInTexts(writtenTexts(report))).toEqual([]);
});

test("a sentence that can't be mended any more is shown without what names a patient", () => {
  expect(withoutNamed("Called 943 476 5919, Mrs Moss, back.")).toBe("Called [left out], [left out], back.");
  expect(withoutNamed("Nobody is named.")).toBe("Nobody is named.");
});
