import { describe, expect, test } from "vitest";
import { csvLines, separatorIn } from "#domain/base/csv-lines";
import { scheduleFor } from "#domain/law/retention-lines";
import { placesIn } from "#domain/registers/retention/columns";
import { Computing } from "#domain/registers/retention/compute";
import { DaysRead, formOf } from "#domain/registers/retention/days";
import type { DateForm } from "#domain/registers/retention/rows";
import { textOfFile } from "#lib/imports/text-of-file.ts";

const schedule = scheduleFor({
  nation: "england",
  careRegulator: "cqc",
  legalForm: "body",
  nhsWork: "no",
});

function computed(text: string, dates: DateForm = "iso", system = "cliniko:harbour.uk2") {
  const [head, ...lines] = [...csvLines(text, separatorIn(text))];
  const places = placesIn(head?.cells ?? []);
  const asked = {
    places,
    dates,
    system,
    schedule,
    confirmed: new Map<string, number>(),
    today: "2026-11-30",
  };
  const computing = new Computing(asked);
  for (const { cells, line } of lines) computing.take(cells, line);
  return computing.result;
}

const list = [
  "Patient ID,Name,Last appointment,Date of birth,Class",
  "1805465202989212217,Ffion Prys-Jones,2018-11-21,1980-04-01,",
  '1805465202989212218,"Ó Briain, Séamas",2024-02-29,,adult',
  "1805465202989212219,محمد العلي,2026-05-01,2010-03-10,",
  "1805465202989212220,Agnieszka Wójcik,2020-01-10,1990-01-01,dental",
].join("\r\n");

test("a list becomes references, classes and months; no name and no other date leaves it", () => {
  const { rows, faulty, due, waits } = computed(list);
  expect(rows).toEqual([
    ["1805465202989212217", "adult", "2026-12-01"],
    ["1805465202989212218", "adult", "2032-03-01"],
    ["1805465202989212219", "child", "2035-04-01"],
    ["1805465202989212220", "dental", ""],
  ]);
  expect([faulty, due, [...waits]]).toEqual([0, 0, [["england-dental", 1]]]);
});

test("UTF-16 with semicolons, days first, reads the same", () => {
  const text = [
    "Patient ID;Name;Last appointment;Date of birth;Class",
    "1805465202989212217;Łukasz;21/11/2018;01/04/1980;",
    "1805465202989212218;Anjali;29.02.2024;;adult",
  ].join("\r\n");
  const units = new Uint16Array([...`\ufeff${text}`].map((sign) => sign.charCodeAt(0)));
  const file = textOfFile(new Uint8Array(units.buffer));
  expect(file.encoding).toBe("UTF-16");
  expect(computed(file.text, "day-first").rows).toEqual(computed(list).rows.slice(0, 2));
});

test.each([
  ["born after the last attendance", "1805465202989212217,,2018-11-21,2019-01-01,", /birth date lies after/],
  ["a name for a reference", "Siobhan Kelly,,2018-11-21,1980-01-01,", /reference is none/],
  ["a number of the health service", "9434765919,,2018-11-21,1980-01-01,", /reference is none/],
  ["no reference", ",,2018-11-21,1980-01-01,", /no reference/],
  ["no such day", "1805465202989212217,,2018-02-30,1980-01-01,", /calendar does not have/],
  ["a class that is none", "1805465202989212217,,2018-02-03,1980-01-01,sunny", /class is none/],
  ["a day to come", "1805465202989212217,,2027-02-03,1980-01-01,", /still to come/],
  ["no birth date", "1805465202989212217,,2018-02-03,,", /no birth date/],
])("a row is refused by its line: %s", (_, row, says) => {
  const { faults, rows } = computed(
    `${list}\r\n\r\n${row.replace("1805465202989212217", "1805465202989219999")}`,
  );
  expect(faults).toEqual([{ line: 7, says: expect.stringMatching(says) }]);
  expect(rows).toHaveLength(4);
});

test("the same record twice is refused, by both lines", () => {
  const again = "1805465202989212217,,2018-11-21,1980-04-01,";
  expect(computed(`${list}\n${again}`).faults).toEqual([{ line: 6, says: "the same record as on line 2" }]);
});

describe("days", () => {
  const seen = (...days: string[]) => {
    const read = new DaysRead();
    for (const day of days) read.look(day);
    return formOf(read.seen);
  };
  test.each([
    ["ask", ["03/04/2026", "05/06/2026"]],
    ["day-first", ["03/04/2026", "13/04/2026"]],
    ["month-first", ["03/04/2026", "04/13/2026"]],
    ["mixed", ["13/04/2026", "04/13/2026"]],
    ["iso", ["2026-04-03", "2026-04-03 10:15"]],
    ["iso", ["04/04/2026"]],
  ] as const)("are read %s", (form, days) => {
    expect(seen(...days)).toBe(form);
  });
});

test("a heading is found in what systems call it", () => {
  expect(placesIn(["Ref", "Last seen", "Last entry", "DOB", "Date of death", "Type"])).toEqual({
    ref: 0,
    lastSeen: 1,
    lastEntry: 2,
    born: 3,
    died: 4,
    about: 5,
  });
  expect(placesIn(["id", "date_of_birth", "last_appointment_at"])).toMatchObject({
    ref: 0,
    born: 1,
    lastSeen: 2,
    lastEntry: -1,
  });
});

test("quotes that have no end are told by their line", () => {
  expect(() => [...csvLines('a,b\n1,"2\n3,4', ",")]).toThrow("line 2");
  expect(
    [...csvLines('a,b\r\n"1\n2","""x"""\r\n\r\n3,4', ",")].map(({ line, cells }) => [line, cells]),
  ).toEqual([
    [1, ["a", "b"]],
    [2, ["1\n2", '"x"']],
    [5, ["3", "4"]],
  ]);
});
