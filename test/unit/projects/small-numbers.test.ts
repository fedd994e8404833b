import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkProblem, notFit } from "#domain/registers/projects/figures";
import { projectItems } from "#domain/registers/projects/for-review";
import { projectProblem } from "#domain/registers/projects/project";
import { type Looked, lookedThrough } from "#domain/registers/projects/small-numbers";

function looked(text: string): Looked {
  const found = lookedThrough(text);
  if ("tooMuch" in found) throw new Error(found.tooMuch);
  return found;
}
/** Cells with a mark, by what stands in them or where they are. */
const marksIn = (text: string): Record<string, string> => {
  const { cells, marks } = looked(text);
  return Object.fromEntries(
    Object.entries(marks).map(([at, mark]) => {
      const [r = 0, c = 0] = at.split(" ").map(Number);
      return [`${cells[r]?.[0]}/${cells[0]?.[c]}`, mark];
    }),
  );
};

describe("counts below ten", () => {
  test.each([
    ["nine", "Town,People\nDeal,9\nDover,40", { "Deal/People": "small" }],
    [
      "one, with tabs as a spreadsheet copies them",
      "Town\tPeople\nDeal\t1\nDover\t40",
      { "Deal/People": "small" },
    ],
    ["two, parted by semicolons", "Town;People\nDeal;2\nDover;40", { "Deal/People": "small" }],
    ["ten, and nobody", "Town,People\nDeal,10\nDover,0", {}],
    ["thousands written with commas and blanks", 'Town,People\nDeal,"1,240"\nDover,1 240', {}],
    ["a year that heads a column, a band that heads a row", "Age,2025,2026\n5-9,20,30\n10-14,40,50", {}],
    [
      "several columns of words before the figures",
      "Town,Sex,People\nDeal,F,7\nDeal,M,20",
      { "Deal/People": "small" },
    ],
    ["no headings at all", "20,30\n4,50", { "4/20": "small" }],
  ])("%s", (_, text, marks) => expect(marksIn(text)).toEqual(marks));

  test.each([
    ["a share", "Town,Share\nDeal,12%\nDover,40%", { "Deal/Share": "unread", "Dover/Share": "unread" }],
    ["a decimal", "Town,Mean\nDeal,1.5\nDover,40", { "Deal/Mean": "unread" }],
    ["a number in words", "Town,People\nDeal,six\nDover,40\nHythe,50", { "Deal/People": "unread" }],
    ["a span", "Town,People\nDeal,5 to 9\nDover,40\nHythe,50", { "Deal/People": "unread" }],
    ["less than nothing", "Town,People\nDeal,-3\nDover,40", { "Deal/People": "unread" }],
  ])("what is no count is said: %s", (_, text, marks) => expect(marksIn(text)).toEqual(marks));
});

describe("what was left out and can be worked out", () => {
  test.each([
    ["by its column’s total", "Town,People\nDeal,*\nDover,40\nTotal,44", { "Deal/People": "derived" }],
    ["by its row’s total", "Town,F,M,Total\nDeal,*,30,33\nDover,20,20,40", { "Deal/F": "derived" }],
    ["not without a total", "Town,People\nDeal,*\nDover,40", {}],
    ["not where it comes to ten", "Town,People\nDeal,*\nDover,40\nTotal,50", {}],
    ["not where it comes to nobody", "Town,People\nDeal,*\nDover,40\nTotal,40", {}],
    [
      "two, that come to fewer than ten together",
      "Town,People\nDeal,<10\nDeal North,*\nDover,40\nTotal,48",
      { "Deal/People": "derived", "Deal North/People": "derived" },
    ],
    ["not two, that come to more", "Town,People\nDeal,*\nHythe,*\nDover,40\nTotal,60", {}],
    [
      "in two steps: a row gives one, and its column then the other",
      "Town,F,M,Total\nDeal,*,*,30\nDover,20,20,40\nTotal,24,46,70",
      { "Deal/F": "derived" },
    ],
    ["by a total that no heading calls so", "20,30,50\n*,40,43\n15,15,30", { "*/20": "derived" }],
    [
      "by a subtotal",
      "Town,People\nDeal,*\nDover,40\nSubtotal,45\nBath,50\nWells,60\nGrand total,155",
      { "Deal/People": "derived" },
    ],
    [
      "by subtotals of which one was left out",
      "Town,People\nDeal,20\nDover,40\nSubtotal,*\nBath,50\nWells,60\nSubtotal,110\nTotal,170",
      {},
    ],
    [
      "a total that was left out, of small counts",
      "Town,People\nDeal,3\nDover,4\nTotal,*",
      {
        "Deal/People": "small",
        "Dover/People": "small",
        "Total/People": "derived",
      },
    ],
  ])("%s", (_, text, marks) => expect(marksIn(text)).toEqual(marks));

  test("a table with totals by row and column of which enough was left out stands", () => {
    const text = "Town,F,M,Total\nDeal,*,*,30\nDover,*,*,40\nHythe,30,40,70\nTotal,60,80,140";
    expect(notFit(looked(text).counts)).toBe(0);
  });

  test("one cell taken out of a table of whole counts with its totals is always worked out", () => {
    const count = fc.integer({ min: 10, max: 500 });
    const made = fc.record({
      grid: fc
        .integer({ min: 2, max: 5 })
        .chain((width) =>
          fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
        ),
      small: fc.integer({ min: 1, max: 9 }),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(made, ({ grid, small, at }) => {
        const width = grid[0]?.length ?? 0;
        const [r, c] = [at % grid.length, Math.floor(at / grid.length) % width];
        const whole = grid.map((row, i) => row.map((one, j) => (i === r && j === c ? small : one)));
        const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
        const lines = whole.map((row, i) => [
          `Row ${String.fromCharCode(65 + i)}`,
          ...row.map((one, j) => (i === r && j === c ? "*" : String(one))),
          String(sum(row)),
        ]);
        const last = [
          "Total",
          ...(whole[0] ?? []).map((_, j) => String(sum(whole.map((row) => row[j] ?? 0)))),
        ];
        const all = [
          ["", ...(whole[0] ?? []).map((_, j) => `Column ${j}x`), "Total"],
          ...lines,
          [...last, String(sum(whole.flat()))],
        ];
        expect(looked(all.map((line) => line.join(",")).join("\n")).marks).toEqual({
          [`${r + 1} ${c + 1}`]: "derived",
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("hostile and odd tables", () => {
  test.each([
    ["too long", "a,1\n".repeat(2_001), /too long/],
    ["too wide", `${"1,".repeat(60)}1`, /too wide/],
    ["quotes without an end", 'Town,People\n"Deal,9', /no end/],
  ])("%s", (_, text, says) => {
    const found = lookedThrough(text);
    expect("tooMuch" in found && found.tooMuch).toMatch(says);
  });
  test("no text makes it fail or go on for ever", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const found = lookedThrough(text);
        if ("tooMuch" in found) return;
        expect(Object.keys(found.marks).length).toBe(notFit(found.counts));
        expect(found.figures).toBeLessThanOrEqual(found.cells.flat().length);
      }),
    );
  });
  test("two thousand rows of left-out figures are looked through in a bounded time", () => {
    const rows = Array.from({ length: 1_990 }, (_, i) => `Row ${i}x,*,*,*,*,40`);
    const begun = performance.now();
    expect(looked(["Town,A,B,C,D,Total", ...rows, "Total,900,900,900,900,90000"].join("\n")).figures).toBe(
      1_995,
    );
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe("what may be called anonymous", () => {
  const fine = { figures: 4, small: 0, derived: 0, unread: 0, leavesAs: "anonymous", reason: "" } as const;
  test.each([
    ["manager", fine, undefined],
    ["manager", { ...fine, figures: 0 }, "figures"],
    ["manager", { ...fine, small: 1 }, "leavesAs"],
    ["manager", { ...fine, derived: 1, reason: "It is fine." }, "leavesAs"],
    ["manager", { ...fine, small: 1, leavesAs: "figures" }, undefined],
    ["dpo", { ...fine, unread: 1 }, "reason"],
    ["dpo", { ...fine, unread: 1, reason: "The towns are large." }, undefined],
  ] as const)("by a %s: %o", (role, facts, field) => expect(checkProblem(facts, role)?.field).toBe(field));
});

test.each([
  [{ form: "anonymous", basis: "none", madeBy: "a" }, undefined],
  [{ form: "anonymous", basis: "none", madeBy: "" }, "madeBy"],
  [{ form: "pseudonymous", basis: "none", madeBy: "a" }, "basis"],
  [{ form: "named", basis: "consent", madeBy: "" }, undefined],
  [{ form: "named", basis: "none", madeBy: "" }, "basis"],
] as const)("a project that is %o lacks %s", (facts, field) =>
  expect(projectProblem(facts)?.field).toBe(field),
);

test("for the review, each project past its day is an item of its own", () => {
  const none = { begun: 0, ended: 0, checks: 0, byReason: 0 };
  const project = { id: "p", name: "Falls", holder: "h", until: "2026-11-20" };
  expect(projectItems([], none, "2026-11-20")).toEqual([]);
  expect(projectItems([project], none, "2026-11-20").map(({ quiet }) => quiet)).toEqual([true]);
  expect(projectItems([project], none, "2026-11-21")).toMatchObject([
    { quiet: true },
    { quiet: false, subject: "p", title: "Project: Falls" },
  ]);
});
