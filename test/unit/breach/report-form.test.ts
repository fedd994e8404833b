import { describe, expect, test } from "vitest";
import { answerProblem } from "#domain/breach/ico-answers";
import { icoQuestions, icoQuestionsFor } from "#domain/breach/ico-form";
import { noticesFor } from "#domain/breach/notices-due";
import { namedIn, numberedIn, sayNamed } from "#domain/breach/screened";
import { breachReport, withAnswer } from "../../fixtures/export/breach-snapshot.ts";

const question = (key: string) => icoQuestions.find((one) => one.key === key);

test("questions stand in the form's order; cyber, delay and reference only where they are asked", () => {
  const keys = (facts: Parameters<typeof icoQuestionsFor>[0]) => icoQuestionsFor(facts).map(({ key }) => key);
  const none = keys({ cyber: false, late: false, followUp: false });
  expect(none.slice(0, 3)).toEqual(["report_type", "reason", "org_size"]);
  expect(none).not.toContain("cia_affected");
  expect(keys({ cyber: true, late: true, followUp: true })).toHaveLength(icoQuestions.length);
  expect(new Set(icoQuestions.map(({ key }) => key)).size).toBe(icoQuestions.length);
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
    ["nothing", "x", "unknown-question"],
    ["constructor", "x", "unknown-question"],
    ["likelihood", "constructor", "wrong-type"],
  ] as const)("%s = %j: %s", (key, value, problem) =>
    expect(answerProblem(question(key), value)).toBe(problem),
  );
});

test("what the register knows answers by itself; what somebody wrote wins; the rest is not known yet", () => {
  const answers = new Map(
    breachReport(withAnswer("what_happened", "Ours.")).questions.map((one) => [one.key, one]),
  );
  expect(answers.get("what_happened")?.text).toBe("Ours.");
  expect(answers.get("occurred_at")?.text).toBe("2026-10-24 14:10");
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

test("other notices by the clinic's profile", () => {
  const none = { cqc: false, nhs: false, insured: false, commissioned: false };
  expect(noticesFor(none).map(({ id }) => id)).toEqual(["police", "professional-body"]);
  expect(noticesFor({ ...none, cqc: true, nhs: true }).map(({ id }) => id)).toContain("cqc-18-2-f");
});
