import { describe, expect, test } from "vitest";
import { doubtOf, doubts } from "#domain/ledger/doubtful";
import { detailOf } from "#domain/ledger/event-kinds";
import { shippedClinical } from "../../../extension/clinical/clinical.ts";

const row = (kind: string, system: string, detail: object) => ({
  kind,
  system,
  detail: JSON.stringify(detail),
});
const cliniko = "cliniko:harbour.uk2";

describe("what stored events tell", () => {
  test.each([
    ["an export of a list", row("record.export", cliniko, { v: 1, what: "list" }), "a link to Patients"],
    [
      "an attachment",
      row("record.download", cliniko, { v: 1, what: "attachment" }),
      "the page of an attachment",
    ],
    ["a letter", row("record.download", cliniko, { v: 1, what: "letter" }), "the print view of a letter"],
    ["a search", row("record.search", cliniko, { v: 1, page: "patients" }), "filtered, sorted"],
    ["an archive", row("record.export", "orthanc:127.0.0.1:8042", { v: 1, what: "archive" }), "right button"],
    [
      "a file of any system",
      row("record.download", "unknown-records:a.example", { v: 1, what: "file" }),
      "booked on",
    ],
  ])("%s by a first version is doubtful", (_, event, why) => {
    expect(doubtOf(event)?.why).toContain(why);
  });

  test.each([
    ["by a mended version", row("record.export", cliniko, { v: 2, adapter: 2, what: "list" })],
    ["a view", row("record.view", cliniko, { v: 1, page: "patient" })],
    ["a print window", row("record.print", cliniko, { v: 1, page: "patient" })],
    ["a copy", row("record.copy", cliniko, { v: 1, results: 900 })],
    ["an emptied entry", { kind: "record.export", system: "", detail: "" }],
    ["what can't be read", { kind: "record.export", system: cliniko, detail: "{" }],
    ["another kind's detail of v 1", row("log.export", "", { v: 1, what: "events" })],
  ])("%s is not", (_, event) => {
    expect(doubtOf(event)).toBeUndefined();
  });
});

test("every act and search that a first version could tell is doubted, and none of today's", () => {
  for (const { id, version, acts, pages } of shippedClinical) {
    const told = [
      ...acts.map(({ kind, what }) => [kind, { what }] as const),
      ...pages
        .filter(({ kind }) => kind === "record.search")
        .map(({ kind, page }) => [kind, { page }] as const),
      ["record.download", { what: "file" }] as const,
    ];
    for (const [kind, more] of told) {
      expect(doubtOf(row(kind, `${id}:a.example`, { v: 1, ...more })), `${id} ${kind}`).toBeDefined();
      const now = { v: 2, adapter: version, ...more };
      expect(doubtOf(row(kind, `${id}:a.example`, now)), `${id} ${kind} today`).toBeUndefined();
      expect(detailOf(kind)?.safeParse(now).success).toBe(true);
    }
  }
});

test("what is said of a doubt names an adapter that there is, below a version that it has reached", () => {
  for (const { adapter, below, mended } of doubts) {
    const meant = shippedClinical.filter(({ id }) => adapter === "" || id === adapter);
    expect(meant.length).toBeGreaterThan(0);
    for (const { version } of meant) expect(version).toBeGreaterThanOrEqual(below);
    expect(mended).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test.each([
  [{ v: 1, adapter: 2 }, false],
  [{ v: 2 }, false],
  [{ v: 2, adapter: 0 }, false],
  [{ v: 3, adapter: 2 }, false],
  [{ v: 1, what: "list" }, true],
  [{ v: 2, adapter: 2, page: "patient", what: "letter", results: 3 }, true],
])("a detail %o is taken: %s", (detail, taken) => {
  expect(detailOf("record.export")?.safeParse(detail).success).toBe(taken);
});
