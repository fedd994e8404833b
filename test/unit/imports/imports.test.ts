import { expect, test } from "vitest";
import { bodyOfRows, importBody, rowsOfBody } from "#domain/registers/imports/import";
import { tableOf } from "../../../dashboard/src/lib/imports/csv.ts";
import { dayAs, readingsOf } from "../../../dashboard/src/lib/imports/days.ts";
import { byEmail, byName, offered } from "../../../dashboard/src/lib/imports/match.ts";
import { textOfFile } from "../../../dashboard/src/lib/imports/text-of-file.ts";
import { guessed, prepared } from "../../../dashboard/src/lib/registers/training/import-rows.ts";
import { processorCost } from "../../support/processor-cost.ts";

const utf16 = (text: string, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
  return new Uint8Array(bytes);
};
const csv = "Name;Course;Completed\r\nSiân Rees;Fire;13/04/2026\r\n";

test.each([
  ["UTF-8", new TextEncoder().encode(csv)],
  ["UTF-8", new TextEncoder().encode(`\ufeff${csv}`)],
  ["UTF-16", utf16(csv, true)],
  ["UTF-16", utf16(csv, false)],
  ["UTF-16", utf16(csv, true).map((_, i, all) => all[i ^ 1] ?? 0)],
  ["Windows-1252", new Uint8Array(Buffer.from(csv, "latin1"))],
])("%s is read, and its semicolons", (encoding, bytes) => {
  const found = textOfFile(bytes);
  expect(found.encoding).toBe(encoding);
  const table = tableOf(found.text, 10);
  expect(table).toMatchObject({ separator: ";", head: ["Name", "Course", "Completed"] });
  expect(table.rows).toEqual([{ line: 2, cells: ["Siân Rees", "Fire", "13/04/2026"] }]);
});

test("quotes, line ends in them, blank lines and tabs", () => {
  const table = tableOf('a,b\n"x, ""y""\nz",1\n\n,\nlast,2', 10);
  expect(table.rows).toEqual([
    { line: 2, cells: ['x, "y"\nz', "1"] },
    { line: 6, cells: ["last", "2"] },
  ]);
  expect(tableOf("a\tb\n1\t2", 10).separator).toBe("\t");
});

test.each([
  ["", "This file is empty."],
  ["\n\n", "This file is empty."],
  ["a,b\n", "no row below it"],
  ['a,b\n"x,1', "begin on line 2 have no end"],
])("%j is no table", (text, says) => expect(() => tableOf(text, 10)).toThrow(says));

test("a million rows are refused at once", () => {
  const text = `Name,Course,Completed\n${"Tom,Fire,2026-01-01\n".repeat(1_000_000)}`;
  const cost = processorCost(() => expect(() => tableOf(text, 10_000)).toThrow("more than 10,000 rows"));
  // Reading them all takes ten times as long.
  expect(cost).toBeLessThan(1_500);
});

test.each([
  ["03/04/2026", "day-first", "2026-04-03"],
  ["03/04/2026", "month-first", "2026-03-04"],
  ["13/04/2026", "month-first", ""],
  ["04/13/2026", "day-first", ""],
  ["3.4.2026 09:15", "day-first", "2026-04-03"],
  ["29/02/2026", "day-first", ""],
  ["2026-04-13T10:00:00Z", "iso", "2026-04-13"],
  ["13 Apr 2026", "month-first", "2026-04-13"],
  ["13-April-2026", "iso", "2026-04-13"],
  ["03/04/26", "day-first", ""],
  ["tomorrow", "day-first", ""],
] as const)("%s, %s, is %j", (text, form, day) => expect(dayAs(text, form)).toBe(day));

const at = (...days: string[]) => days.map((written, i) => ({ written, line: i + 2 }));
test("03/04 and 13/04 ask once, showing both readings; with 04/13 no reading fits", () => {
  expect(readingsOf(at("03/04/2026", "13/04/2026"))).toEqual([
    {
      form: "day-first",
      examples: [
        { written: "03/04/2026", day: "2026-04-03" },
        { written: "13/04/2026", day: "2026-04-13" },
      ],
      wrong: [],
    },
    {
      form: "month-first",
      examples: [
        { written: "03/04/2026", day: "2026-03-04" },
        { written: "13/04/2026", day: "" },
      ],
      wrong: [3],
    },
  ]);
  const both = readingsOf(at("03/04/2026", "13/04/2026", "04/13/2026"));
  expect(both.map(({ wrong }) => wrong)).toEqual([[4], [3]]);
  expect(readingsOf(at("2026-04-03", "13 April 2026"))).toEqual([]);
});

const people = [
  { id: "p1", name: "Siân Rees", email: "sian@harbour.example" },
  { id: "p2", name: "Siân Rees", email: "sian2@harbour.example" },
  { id: "p3", name: "Li Wei", email: "li@harbour.example" },
];
test("a person is told by an address, and never by a name alone; a course by its name", () => {
  expect(byEmail(people, " LI@harbour.example ")?.id).toBe("p3");
  expect(byEmail(people, "")).toBe(undefined);
  expect(offered(people, "Siân Rees").map(({ id }) => id)).toEqual(["p1", "p2"]);
  expect(byName(people, "Siân Rees")).toBe(undefined);
  const table = tableOf(
    "Name,E-mail,Course,Completed on\nLi Wei,,fire,2026-01-05\nLi Wei,li@harbour.example,Fire,2026-01-05\nX,x@x.example,Other,2026-02-30",
    10,
  );
  const columns = guessed(table.head);
  expect(columns).toEqual({ name: 0, email: 1, course: 2, day: 3 });
  const known = { people, courses: [{ id: "c1", name: "Fire" }] };
  const open = prepared(table, columns, "iso", known, {});
  expect(open.rows).toEqual([{ line: 3, cells: ["p3", "c1", "2026-01-05", "Fire"] }]);
  expect(open.people.map(({ says }) => says)).toEqual(["Li Wei", "X, x@x.example"]);
  expect(open.courses.map(({ says }) => says)).toEqual(["Other"]);
  const chosen = { "person li wei": "p3", "person x, x@x.example": "out" };
  const done = prepared(table, columns, "iso", known, chosen);
  expect(done).toMatchObject({ leftOut: 1, faults: [] });
  expect(done.rows).toHaveLength(2);
  const wrong = prepared(table, columns, "iso", known, {
    ...chosen,
    "person x, x@x.example": "p1",
    "course other": "c1",
  });
  expect(wrong.faults).toEqual([{ line: 4, says: "“2026-02-30” is no day as the file writes its days." }]);
});

test("rows are sent as places in the values, and come back as they were", () => {
  const rows = [
    ["p1", "c1", "2026-01-05", "Fire"],
    ["p2", "c1", "2026-01-05", "a,b;c"],
  ];
  const body = { register: "completions", dates: "iso", dryRun: true, ...bodyOfRows(rows) } as const;
  expect(body.rows).toBe("0,1,2,3;4,1,2,5");
  expect(rowsOfBody(importBody.parse(body), 4)).toEqual(rows);
});

test("two of one name and two addresses are asked apart", () => {
  const table = tableOf(
    "Name,E-mail,Course,Date\nLi Wei,a@old.example,Fire,2026-01-05\nLi Wei,b@old.example,Fire,2026-01-05",
    10,
  );
  const known = { people, courses: [{ id: "c1", name: "Fire" }] };
  const { people: asked } = prepared(table, guessed(table.head), "iso", known, {});
  expect(asked.map(({ says, rows }) => [says, rows])).toEqual([
    ["Li Wei, a@old.example", 1],
    ["Li Wei, b@old.example", 1],
  ]);
});
