import { describe, expect, test } from "vitest";
import { comparedName, type Mark, markOf } from "../../../extension/records/marks.ts";
import { moved, noVisit, type Visit, viewed } from "../../../extension/records/visit.ts";

const at = 1_795_500_000_000;
const minute = 60_000;
let traces = 0;
const newTrace = () => `trace${++traces}`;
const view = (ref: string, page: string, entry: string, when = at, who = "") => ({
  system: "cliniko:harbour.uk2",
  ref,
  ending: ref.slice(-4),
  person: "",
  who,
  page,
  entry,
  at: when,
});

/** Goes through steps, and gives for each view whether it counted. A step without a page is a record that was left. */
function walk(
  steps: readonly (readonly [ref: string, page?: string, entry?: string, after?: number])[],
): boolean[] {
  let visit: Visit = noVisit;
  const counted: boolean[] = [];
  for (const [ref, page, entry = "e1", after = 0] of steps) {
    if (page === undefined) {
      visit = moved(visit, ref || undefined);
      continue;
    }
    const step = viewed(visit, view(ref, page, entry, at + after), newTrace);
    visit = step.after;
    counted.push(step.counts);
  }
  return counted;
}

describe("who sees a record that stays open", () => {
  const seenBy = (...people: readonly string[]) => {
    let visit: Visit = noVisit;
    return people.map((who) => {
      const step = viewed(visit, view("17", "treatment-note 5", "e1", at, who), newTrace);
      visit = step.after;
      return { counts: step.counts, trace: step.trace };
    });
  };
  test("a colleague who takes over has a view, under a trace of their own", () => {
    const [first, second] = seenBy("Tom Reed", "Amy Sand");
    expect([first?.counts, second?.counts]).toEqual([true, true]);
    expect(second?.trace).not.toBe(first?.trace);
  });
  test("and each of the two once, however often the page is seen anew", () => {
    expect(seenBy("Tom Reed", "Amy Sand", "Amy Sand", "", "Amy Sand").map(({ counts }) => counts)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
  test("a page that names its person in turns makes one view of each name, not one of each turn", () => {
    const names = ["Tom Reed", "TR", "Tom Reed", "TR", "Tom Reed"];
    expect(seenBy(...names).map(({ counts }) => counts)).toEqual([true, true, false, false, false]);
  });
  test("a page that names nobody yet is no other person", () => {
    expect(seenBy("", "Tom Reed", "Tom Reed").map(({ counts }) => counts)).toEqual([true, false, false]);
  });
});

describe("which views count", () => {
  test("forty notes are forty views, and one note is one however it is come to", () => {
    const forty = Array.from({ length: 40 }, (_, n) => ["17", `treatment-note ${n}`, `e${n}`] as const);
    expect(walk(forty).every(Boolean)).toBe(true);
    expect(walk([...forty, ...forty]).filter(Boolean)).toHaveLength(40);
    expect(
      walk(forty.map(([ref, , entry]) => [ref, "treatment-note 5", entry])).filter(Boolean),
    ).toHaveLength(1);
  });

  test("each page of a record once in a visit", () => {
    expect(
      walk([
        ["17", "patient", "e1"],
        ["17", "treatment-note", "e2"],
        ["17", "patient", "e3"],
      ]),
    ).toEqual([true, true, false]);
  });
  test("a reload and a tab switched away and back are the same visit", () => {
    expect(
      walk([
        ["17", "patient"],
        ["17", "patient"],
      ]),
    ).toEqual([true, false]);
  });
  test("a record that was left and opened anew is another visit", () => {
    expect(walk([["17", "patient", "e1"], [""], ["17", "patient", "e3"]])).toEqual([true, true]);
  });
  test("going back to it within half an hour is the same visit, later it is not", () => {
    expect(walk([["17", "patient", "e1"], [""], ["17", "patient", "e1", 29 * minute]])).toEqual([
      true,
      false,
    ]);
    expect(walk([["17", "patient", "e1"], [""], ["17", "patient", "e1", 31 * minute]])).toEqual([true, true]);
  });
  test("another record is another visit, and the first one again too", () => {
    expect(
      walk([
        ["17", "patient", "e1"],
        ["18", "patient", "e2"],
        ["17", "patient", "e3"],
      ]),
    ).toEqual([true, true, true]);
  });
  test("ids that differ in the last digit alone are two records", () => {
    expect(
      walk([
        ["1805465202989210063", "patient", "e1"],
        ["1805465202989210064", "patient", "e2"],
      ]),
    ).toEqual([true, true]);
  });
  test("going back to it is under the trace that it was counted with", () => {
    const first = viewed(noVisit, view("17", "patient", "e1"), newTrace);
    const other = viewed(first.after, view("18", "patient", "e2"), newTrace);
    const back = viewed(other.after, view("17", "patient", "e1"), newTrace);
    expect(back).toMatchObject({ counts: false, trace: first.trace });
  });
  test("with a clock that was set back by a year in between it counts, rather than not at all", () => {
    const year = 365 * 24 * 60 * minute;
    expect(walk([["17", "patient", "e1"], [""], ["17", "patient", "e1", -year]])).toEqual([true, true]);
  });
  test("all pages of a visit share a trace", () => {
    const first = viewed(noVisit, view("17", "patient", "e1"), newTrace);
    const second = viewed(first.after, view("17", "letter", "e2"), newTrace);
    expect(second.trace).toBe(first.trace);
    expect(viewed(moved(second.after, undefined), view("17", "patient", "e3"), newTrace).trace).not.toBe(
      first.trace,
    );
  });
});

describe("a record in two tabs", () => {
  const shows = (page: string, who = "", when = at) =>
    viewed(noVisit, view("17", page, "e1", when, who), newTrace).after.current ?? undefined;
  const beside = (page: string, other: ReturnType<typeof shows>, who = "", when = at + minute) =>
    viewed(noVisit, view("17", page, "e9", when, who), newTrace, other ? [other] : []);

  test("is one visit while both show it: the same page counts once, a note of it under the same trace", () => {
    const patient = shows("patient");
    expect(beside("patient", patient)).toMatchObject({ counts: false, trace: patient?.trace });
    const note = beside("treatment-note 5", patient);
    expect(note).toMatchObject({ counts: true, trace: patient?.trace });
    // Back from the note to the page that the other tab has shown.
    expect(viewed(note.after, view("17", "patient", "e10"), newTrace).counts).toBe(false);
  });
  test.each([
    ["the other tab has gone on", undefined, "", at + minute],
    ["it was opened there long ago", shows("patient"), "", at + 31 * minute],
    ["a colleague sits there", shows("patient", "Tom Reed"), "Amy Sand", at + minute],
  ])("is another visit where %s", (_, other, who, when) => {
    expect(beside("patient", other, who, when).counts).toBe(true);
  });
});

describe("the mark of a document", () => {
  const mark = (trace: string, parts: Partial<Mark>): Mark => ({
    trace,
    system: "Cliniko",
    at,
    how: "downloaded",
    ...parts,
  });
  const marks = [mark("a", { name: "n1" }), mark("b", { how: "copied", text: "t1" }), mark("c", {})];
  test.each([
    ["the same name", { name: "n1" }, "a"],
    ["the same text", { text: "t1" }, "b"],
    ["another name, though a download told none", { name: "n2" }, undefined],
    ["another text", { text: "t2" }, undefined],
    ["nothing", {}, undefined],
  ])("%s", (_, document, expected) => {
    expect(markOf(marks, document, at)?.trace).toBe(expected);
  });

  test.each([
    ["Clinic letter.pdf", "clinic letter (1).pdf"],
    ["Clinic letter.pdf", "Clinic_letter.pdf"],
    ["Lettre d’été.pdf", "lettre d'été (12).pdf"],
  ])("%s is %s once it was saved", (shown, saved) => {
    expect(comparedName(saved)).toBe(comparedName(shown));
  });
});
