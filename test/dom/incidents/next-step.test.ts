import { describe, expect, it } from "vitest";
import type { Clinic } from "#lib/api/clinic.ts";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { shortened } from "#lib/registers/incidents/case/shortened.ts";
import { doubtsOf } from "#lib/registers/incidents/check/doubts-of.ts";
import { leftBefore } from "#lib/registers/incidents/check/left-before.ts";
import { nextStep } from "#lib/registers/incidents/next/next-step.ts";
import { piecesOf } from "#lib/registers/incidents/paper/pieces-of.ts";
import { breachReport } from "../../fixtures/export/breach-snapshot.ts";
import { incidentWith } from "./case.ts";

const clinic = {
  nation: "england",
  careRegulator: "none",
  legalForm: "body",
  nhsWork: "no",
  lead: "lead",
  deputyLead: "",
  controller: "controller",
} as unknown as Clinic;
const around = { clinic, zone: "Europe/London", short: "ICO", unanswered: 6 };
const at = "2026-10-24T14:00:00.000Z";

const file = (fields: Parameters<typeof incidentWith>[0], more: Partial<CaseFile> = {}): CaseFile => ({
  incident: incidentWith(fields),
  timeline: [],
  affected: [],
  accounts: [],
  actions: [],
  reports: [],
  evidence: [],
  grants: [],
  conflicts: [],
  ...more,
});
const next = (...of: Parameters<typeof file>) => nextStep(file(...of), around);

const breach = { state: "breach", triageVerdict: "breach", triagedAt: at, awareAt: at } as const;
const assessed = { ...breach, toolAdvice: "tell-ico" } as const;
const advised = { ...assessed, leadAdvice: "tell-ico" } as const;
const decided = {
  ...advised,
  controllerIco: "tell",
  controllerPeople: "tell",
  controllerReason: "Health data.",
  controllerAt: at,
} as const;
const told = { ...decided, icoSentAt: at } as const;
const version = { number: 1 } as CaseFile["reports"][number];
const word = { toBeTold: true, toldAt: at } as CaseFile["affected"][number];
const waits = { toBeTold: true, toldAt: "" } as CaseFile["affected"][number];

describe("the next step", () => {
  it.each([
    ["nobody decided", {}, {}, "Decide what it is", "user00000000002"],
    ["a breach", breach, {}, "Assess the risk", ""],
    ["assessed", assessed, {}, "Give the lead’s advice", "lead"],
    ["advised", advised, {}, "Decide: tell the ICO and the people?", "controller"],
    ["decided", decided, {}, "Tell the ICO", ""],
    ["frozen", decided, { reports: [version] }, "Tell the ICO", ""],
    ["told before anything else was known", { ...breach, icoSentAt: at }, {}, "Say how it was contained", ""],
    ["told, and people wait", told, { affected: [waits] }, "Tell the people", ""],
    ["told, and nobody is listed", { ...told, containedAt: at }, {}, "List the people to tell", ""],
    ["contained", { ...told, containedAt: at }, { affected: [word] }, "Name the cause", ""],
    ["all of it", { ...told, containedAt: at, cause: "loss" }, { affected: [word] }, "Close it", ""],
    ["a near miss", { state: "near-miss", triageVerdict: "near-miss", triagedAt: at }, {}, "Close it", ""],
  ] as const)("%s: one thing", (_, fields, more, title, whom) => {
    expect(next(fields, more as Partial<CaseFile>)).toMatchObject({ title, for: whom });
  });

  it("is nothing in a closed one", () => expect(next({ ...told, state: "closed" })).toBeUndefined());

  it("checks the paper before the first version, and then only asks when it was sent", () => {
    expect(next(decided)?.does).toEqual({ checks: true });
    expect(next(decided)?.why).toContain("6 answers are still missing; the report may go with them");
    expect(next(decided, { reports: [version] })?.does).toEqual({ opens: "notify" });
  });
});

it("a long timeline is shown by its beginning and its end, and a short one whole", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => i);
  expect(shortened(lines(9))).toEqual({ begin: lines(9), between: [], end: [] });
  expect(shortened(lines(300)).between).toHaveLength(293);
  const { begin, between, end } = shortened(lines(10));
  expect([begin, between, end]).toEqual([
    [0, 1],
    [2, 3, 4],
    [5, 6, 7, 8, 9],
  ]);
});

describe("words in doubt", () => {
  it("are each ticked before it is frozen: it says which are left", () => {
    const unseen = ["Corinne", "Wren Court"];
    expect(leftBefore({ named: 0, unseen, read: true })).toBe(
      "Look at each marked word, and tick it. Left: Corinne and Wren Court.",
    );
    expect(leftBefore({ named: 1, unseen: ["A", "B", "C", "D", "E"], read: false })).toBe(
      "A patient is named: mend that first. Look at each marked word, and tick it. Left: A, B, C and 2 more. Read all of it, and say so.",
    );
    expect(leftBefore({ named: 0, unseen: [], read: true })).toBe("");
  });

  it("are each said once with their places; the clinic's own are not", () => {
    const report = {
      ...breachReport(),
      title: "The letter for Agnieszka Wójcik",
      ending: "Agnieszka Wójcik has it back, says Priya.",
    };
    const doubts = doubtsOf(report, ["Priya Raman"]);
    expect(doubts.filter(({ words }) => words.includes("Wójcik"))).toEqual([
      { words: "Agnieszka Wójcik", why: "may be a name", places: ["Title", "How it ended"] },
    ]);
    expect(doubts.some(({ words }) => words.includes("Priya"))).toBe(false);
  });

  it("are marked where they stand whole, and nowhere else", () => {
    const marks = new Map([["Ada", "may be a name"]]);
    expect(piecesOf("Ada’s adaptation: Adapted by Ada.", marks).filter(({ why }) => why)).toHaveLength(2);
    expect(
      piecesOf("Ada’s adaptation: Adapted by Ada.", marks)
        .map(({ text }) => text)
        .join(""),
    ).toBe("Ada’s adaptation: Adapted by Ada.");
  });
});
