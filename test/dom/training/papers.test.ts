import { expect, it } from "vitest";
import type { TrainingAnswer } from "#domain/registers/training/answer";
import { textOf } from "#lib/export/text-of.ts";
import { certificatePaper } from "#lib/registers/training/certificate-paper.ts";
import { matrixPaper } from "#lib/registers/training/matrix-paper.ts";
import { runsOutBars, runsOutLines, runsOutSentence } from "#lib/registers/training/runs-out.ts";
import { cellSays, matrixSentence } from "#lib/registers/training/words.ts";

const standing = { inDate: 10, of: 11, onLeave: 1, grace: 1, late: 0 };
const cell = { until: "2027-02-28", completedOn: "2026-02-28", due: "2027-02-28" };
const matrix: TrainingAnswer = {
  on: "2026-02-28",
  today: "2026-11-30",
  courses: [
    { id: "a", key: "", name: "Fire", ...standing, runsOut: [2, 1, 0] },
    { id: "b", key: "", name: "Drill", ...standing, of: 0, grace: 0, runsOut: [0, 0, 0] },
  ],
  all: standing,
  people: [
    {
      id: "p",
      name: "Siân Rees",
      onLeave: false,
      cells: [
        { ...cell, state: "valid" },
        { ...cell, state: "not-needed" },
      ],
    },
    {
      id: "q",
      name: "Li Wei",
      onLeave: true,
      cells: [
        { ...cell, until: "", state: "leave" },
        { ...cell, state: "not-needed" },
      ],
    },
  ],
  shown: 2,
  next: null,
  target: {
    profile: "own",
    percent: 90,
    source: "The clinic’s policy",
    needsOn: "",
    evaluatedOn: "",
    note: "",
  },
};
const now = Date.parse("2026-11-30T10:00:00Z");

it("says how all stand on a past day, in a sentence", () => {
  expect(matrixSentence(matrix)).toBe(
    "On 28 February 2026 10 of 11, one of them on leave, were in date with all that is asked. One has just begun.",
  );
  expect(matrixSentence({ ...matrix, courses: [] })).toBe("Nothing is asked of anybody on this day.");
});

it("prints who was trained on a day, and on what each counts", () => {
  const text = textOf(matrixPaper("Harbour Physiotherapy", matrix, now));
  for (const part of [
    "Training as of 28 February 2026",
    "Fire: in date, until 28 February 2027",
    "Li Wei (on leave)",
    "90 %",
    "asked of nobody",
  ])
    expect(text).toContain(part);
});

it("says, draws and lists what runs out, and leads to whom it is of", () => {
  expect(runsOutSentence(matrix)).toBe(
    "Two trainings run out within 30 days (Fire); 1 after that within 90.",
  );
  expect(runsOutBars(matrix)).toMatchObject({
    labels: ["Fire"],
    series: [{ values: [2] }, { values: [1] }, { values: [0] }],
  });
  expect(runsOutLines(matrix)[0]?.cells[0]?.href).toBe("/training?on=2026-02-28&state=ends-30&course=a");
});

it.each([
  ["valid", "2027-02-28", "28 Feb 2027"],
  ["late", "", "never"],
  ["late", "2026-11-02", "2 Nov"],
  ["leave", "", "on leave"],
  ["valid", "", "done"],
] as const)("a cell that is %s until %j says %s", (state, until, says) => {
  expect(cellSays({ ...cell, state, until }, now)).toBe(says);
});

it("certifies what is known of a completion, and no more", () => {
  const row = {
    id: "c".repeat(15),
    completedOn: "2026-02-28",
    evidence: "stated",
    what: "",
    score: 0,
    outOf: 0,
    assessor: "",
    browser: "",
    number: 0,
    at: "2026-03-01T09:00:00.000Z",
    sha256: "",
  } as const;
  const of = { course: "Fire", person: "Siân Rees", clinic: "Harbour Physiotherapy", by: "Priya Raman" };
  const text = textOf(certificatePaper({ row, ...of }));
  expect(text).toContain("entered, without a proof");
  expect(text).not.toContain("Right answers");
  const taken = textOf(certificatePaper({ row: { ...row, evidence: "lesson", score: 4, outOf: 5 }, ...of }));
  expect(taken).toContain("4 of 5");
});
