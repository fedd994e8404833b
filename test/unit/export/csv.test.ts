import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, csvLine } from "#domain/base/csv";

/** Reads one line of RFC 4180 as a program that knows nothing of ours. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let rest = `,${line.slice(0, -2)}`;
  while (rest !== "") {
    const [all, quoted, plain] = /^,(?:"((?:[^"]|"")*)"|([^",]*))/.exec(rest) ?? [];
    if (all === undefined) throw new Error(`no cell: ${rest}`);
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    rest = rest.slice(all.length);
  }
  return cells;
}

test.each([
  ["=1+1", "'=1+1"],
  ["+44 rang off", "'+44 rang off"],
  ["-1 day", "'-1 day"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", `"'\t=1"`],
  ["\r=1", `"'\r=1"`],
  ["\n=1", `"'\n=1"`],
  ["＝1+1", "'＝1+1"],
  ['=HYPERLINK("x";"y")', `"'=HYPERLINK(""x"";""y"")"`],
  ["a;=1+1", '"a;=1+1"'],
  ["Tŷ, Gwŷdd", '"Tŷ, Gwŷdd"'],
  ["محمد 😀", "محمد 😀"],
  ["", ""],
])("%j is written as %j", (value, cell) => expect(csvCell(value)).toBe(cell));

test("a number is a number, and nothing is empty", () => {
  expect(csvLine([-1_234, 0, null])).toBe("-1234,0,\r\n");
});

test("every text comes back, with an apostrophe at most before it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 }), (texts) => {
      const back = cellsOf(csvLine(texts));
      expect(back.map((cell, i) => (cell === `'${texts[i]}` ? texts[i] : cell))).toEqual(texts);
    }),
    { numRuns: 40 },
  );
});
