import { expect, test, vi } from "vitest";
import { knownIn } from "#domain/exact/known";
import { readTable, type Token } from "#domain/exact/table";
import { columnsIn, lacking } from "../../../dashboard/src/lib/settings/exact/columns.ts";
import type { How } from "../../../dashboard/src/lib/settings/exact/prepare.ts";
import { headOf, lookAt, makeOf, NoList } from "../../../dashboard/src/lib/settings/exact/work.ts";
import { key, token } from "./mark.ts";

const csv = [
  "Patient ID,First name,Surname,DOB,NHS number,E-mail",
  "1,Ada,Moss,12/03/1961,999 000 0018,ada.moss@mail.example",
  "2,Łucja,Wałęsowska,1970-02-28 00:00:00,,",
  "3,Ada,Moss,12/03/1961,999 000 0018,ada.moss@mail.example",
  "4,,Reed,12/03/1961,,",
  "5,Tom,Reed,12/03/11,,",
  "6,Tom,Reed,01/01/1900,,",
  "7,Tom,Reed,31/02/1961,999 000 0019,nobody",
  "8,Priya,Raman,04/05/1980,,priya@harbour.example",
  ...["Ann", "Bea", "Cleo", "Dora", "Edie", "Fay"].map(
    (one, i) => `1${i},${one},Oakley,0${i + 1}/06/1990,,none@mail.example`,
  ),
  '20,"Siân, known as Sian","ap Rhys",05/06/1950,,',
].join("\r\n");
const file = (text = csv) => new Blob([text]);
const how = async (text = csv): Promise<How> => ({
  columns: columnsIn(await headOf(file(text))),
  monthFirst: false,
  ownDomains: ["harbour.example"],
  today: "2026-12-01",
});

test("columns are known by what programs call them", async () => {
  expect(columnsIn(await headOf(file()))).toEqual({
    given: 1,
    surname: 2,
    full: -1,
    birthday: 3,
    number: 4,
    email: 5,
  });
  expect(columnsIn(["name", "date_of_birth", "nhs_number"])).toMatchObject({
    full: 0,
    birthday: 1,
    number: 2,
  });
  expect(columnsIn(["Patient name", "D.O.B."])).toMatchObject({ full: 0, birthday: 1, given: -1 });
  expect(lacking(columnsIn(["Forename", "Surname", "Date of Birth"]))).toBe("");
  expect(lacking(columnsIn(["Name"]))).toContain("many people");
  expect(lacking(columnsIn(["Colour", "Size"]))).toContain("Choose");
});

test("a file is counted: of use, twice, refused, and why, by line and never by word", async () => {
  const looked = await lookAt(file(), await how(), () => undefined);
  expect(looked).toMatchObject({ rows: 15, usable: 11, doubles: 1, refused: 4 });
  expect(looked.left).toEqual({
    name: { count: 1, lines: [5] },
    birthday: { count: 3, lines: [6, 7, 8] },
    number: { count: 1, lines: [8] },
    email: { count: 1, lines: [8] },
    own: { count: 1, lines: [9] },
    shared: { count: 6, lines: [10, 11, 12, 13, 14] },
  });
  expect(JSON.stringify(looked)).not.toMatch(/moss|reed|example|1961/i);
});

test("what is made knows the people of the file and nobody else", async () => {
  const { looked, table: bytes } = await makeOf(file(), await how(), key, token, () => undefined);
  const table = readTable(bytes);
  if (!table) throw new Error("no table");
  expect(table.count).toBe(looked.tokens);
  const names = (text: string) => knownIn(text, table, token).length;
  for (const text of [
    "Ada Moss, 12.3.61",
    "WALESOWSKA Lucja, born 28 February 1970",
    "999 000 0018",
    "to ada.moss@mail.example",
    "Fay Oakley (6/6/1990)",
    "Sian Rhys 5 June 1950",
  ])
    expect(names(text), text).toBe(1);
  for (const text of [
    "Tom Reed 12/03/1961",
    "none@mail.example",
    "priya@harbour.example",
    "Ada Reed 12/03/1961",
  ])
    expect(names(text), text).toBe(0);
  // Bytes of the table hold no letters of a name in a row.
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/moss|oakley|example/i);
});

/** Names as a list has them in one column or two, and as a letter writes the same person. */
const people: readonly [given: string, surname: string, written: string][] = [
  ["Siân", "ap Rhys", "Sian Rhys"],
  ["Caoimhe", "Ní Bhriain", "NI BHRIAIN, Caoimhe"],
  ["Seán", "Ó Súilleabháin", "Sean O Suilleabhain"],
  ["Małgorzata", "Wiśniewska-Żak", "Malgorzata Wisniewska Zak"],
  ["Harpreet Kaur", "Dhillon", "Mrs Harpreet Dhillon"],
  ["Muhammad Abdur", "Rahman", "RAHMAN Muhammad"],
  ["Fatima", "al-Zahrani", "Fatima Alzahrani"],
  ["عائشة", "الحسيني", "عائشة الحسيني"],
  ["Xiao Ming", "Wang", "Wang Xiaoming"],
  ["小明", "欧阳", "欧阳 小明"],
  ["Nguyễn Thị", "Hương", "Huong Nguyen Thi"],
];
const days: readonly [inFile: string, inLetter: string][] = [
  ["12/03/1961", "12.3.61"],
  ["12-03-1961", "12 March 1961"],
  ["12.03.1961", "12th of March 1961"],
  ["12 Mar 1961", "1961-03-12"],
  ["12-Mar-1961", "12/3/1961"],
  ["1961-03-12T00:00:00", "12 Mawrth 1961"],
  ["19610312", "DOB 120361"],
  ["12 March 1961", "12/03/61"],
];

/** Files as programs write the same rows. */
const exports: readonly [what: string, of: (rows: readonly (readonly string[])[]) => Blob][] = [
  ["commas", (rows) => file(rows.map((row) => row.map(quoted).join(",")).join("\r\n"))],
  ["a mark of its order, and semicolons", (rows) => file(`\ufeff${lines(rows, ";")}`)],
  ["a spreadsheet’s hint", (rows) => file(`sep=;\r\n${lines(rows, ";")}`)],
  ["tabs, as UTF-16", (rows) => new Blob([Buffer.from(`\ufeff${lines(rows, "\t")}`, "utf16le")])],
];
const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lines = (rows: readonly (readonly string[])[], separator: string) =>
  rows.map((row) => row.map(quoted).join(separator)).join("\n");

test.each(exports)(
  "names of everybody, by %s: in two columns and in one, under any date of the land",
  async (what, of) => {
    const rows = people.map(([given, surname], i) => [given, surname, days[i % days.length]?.[0] ?? ""]);
    const two = of([["Forename", "Family name", "Date of birth"], ...rows]);
    // A cell over two lines moves the lines behind it, and no cell.
    const one = of([
      ["Patient name", "Notes", "D.O.B."],
      ["Moss, Ada", 'says "yes"\nand no; or, well', "no day"],
      ...rows.map(([given, surname = "", day = ""]) => [`${surname.toUpperCase()}, ${given}`, "", day]),
    ]);
    for (const given of [two, one]) {
      const columns = columnsIn(await headOf(given));
      const { looked, table } = await makeOf(
        given,
        { ...(await how()), columns },
        key,
        token,
        () => undefined,
      );
      expect(looked.usable).toBe(people.length);
      if (given === one) expect(looked.left.birthday.lines).toEqual([what.includes("hint") ? 3 : 2]);
      const known = readTable(table);
      if (!known) throw new Error("no table");
      people.forEach(([, , written], i) => {
        const text = `Re: ${written}, ${days[i % days.length]?.[1]}.`;
        expect(knownIn(text, known, token).length, text).toBe(1);
        expect(knownIn(`Re: ${written}, 13/03/1961.`, known, token), written).toEqual([]);
      });
    }
  },
);

test("a large file’s first line is read in the file’s own letters, wherever it is cut", async () => {
  for (const pad of [0, 1, 2]) {
    const row = `${"ł".repeat(30)},Wałęsowska,12/03/1961\n`;
    const text = `\ufeffPrénom,Surname,DOB\n${"x".repeat(pad)}${row.repeat(2_000)}`;
    expect(await headOf(file(text))).toEqual(["Prénom", "Surname", "DOB"]);
  }
});

test("months may stand first", async () => {
  const text = "Name,DOB\nAda Moss,03/12/1961";
  const { table } = await makeOf(
    file(text),
    { ...(await how(text)), monthFirst: true },
    key,
    token,
    () => undefined,
  );
  const known = readTable(table);
  expect(known && knownIn("Ada Moss 12/03/1961", known, token)).toHaveLength(1);
});

test.each([
  ["an empty file", "", "empty"],
  ["a workbook", "PK\u0003\u0004,x", "workbook"],
  ["one without columns", "Ada Moss", "does not name its columns"],
  ["one without a row", "Name,DOB\n", "no row below"],
  ["quotes without an end", 'Name,DOB\n"Ada,1961-03-12', "line 2"],
])("%s is refused with a reason that holds no cell", async (_, text, reason) => {
  const tries = async () => {
    await headOf(file(text));
    await lookAt(file(text), { ...(await how("Name,DOB")) }, () => undefined);
  };
  const thrown = await tries().catch((one: unknown) => one);
  expect(thrown).toBeInstanceOf(NoList);
  expect((thrown as Error).message).toContain(reason);
  expect((thrown as Error).message).not.toContain("1961");
});

test("it is told how far it is", async () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, i) =>
      `Q${i.toString(26)}x,Z${i.toString(23)}y,${String((i % 28) + 1).padStart(2, "0")}/03/19${String(i % 100).padStart(2, "0")},,p${i}@mail.example`,
  );
  const text = `First name,Surname,DOB,NHS number,E-mail\n${lines.map((line) => line.replace(/\d(?=[a-z]*,)/g, "k")).join("\n")}`;
  const tell = vi.fn();
  const cheap: Token = (of) => of.length;
  const { looked } = await makeOf(file(text), await how(text), key, cheap, tell);
  expect(looked.rows).toBe(20_000);
  expect(tell.mock.calls.length).toBe(10);
  for (const [share] of tell.mock.calls) expect(share).toBeLessThanOrEqual(1);
});
