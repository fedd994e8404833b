import { expect, test } from "vitest";
import type { Audit } from "#domain/registers/audits/audit";
import type { CameraCheckRow, CctvAnswer } from "#domain/registers/cctv/rows";
import type { DisclosureRow } from "#domain/registers/disclosures/disclosure-row";
import type { HoldRow } from "#domain/registers/holds/hold-row";
import type { Supplier } from "#domain/registers/suppliers/supplier";
import { cellsTable, printedRows } from "#lib/export/papers/list-table.ts";
import { textOf } from "#lib/export/text-of.ts";
import { programmePaper } from "#lib/registers/audits/save-programme.ts";
import { type CctvYear, cctvPaper } from "#lib/registers/cctv/cctv-paper.ts";
import { suppliersPaper } from "#lib/registers/suppliers/save-suppliers.ts";

const today = "2026-11-22";
const asOf = "2026-11-22T10:00:00.000Z";
const by = "priya0000000000";
const entered = { by, at: "2026-01-05T09:00:00.000Z" };
const names: Readonly<Record<string, string>> = { [by]: "Priya Nair" };
const nameOf = (id: string): string => names[id] ?? "somebody";

const camera: CctvAnswer["cameras"][number] = {
  ...entered,
  id: "camera000000001",
  version: 1,
  system: "system000000001",
  name: "Front entrance",
  site: "Whitstable",
  sees: "The door",
  place: "entrance",
  purpose: "crime",
  days: 60,
  audioOff: true,
  visitorsOnly: true,
  usedFrom: "2026-01-05",
  retiredOn: "",
  retiredWhy: "",
  checkedOn: today,
  checkedBy: by,
  oldest: "2026-09-15",
  clear: true,
};
const known: CctvAnswer = {
  asOf,
  today,
  systems: [],
  cameras: [camera],
  pictures: [],
  viewers: [],
  held: [
    {
      hold: "hold00000000001",
      camera: camera.id,
      fromDay: "2026-09-16",
      toDay: "2026-09-17",
      askedOn: "",
      reference: "",
      authoriser: by,
    },
  ],
  exports: [],
  checks: [],
  unsigned: [],
};
const look: CameraCheckRow = {
  ...entered,
  id: "look00000000001",
  camera: camera.id,
  name: camera.name,
  site: camera.site,
  day: today,
  oldest: "2026-09-15",
  limit: 60,
  age: 68,
  clear: true,
  clockOff: "-40",
  note: "",
};
const hold: HoldRow = {
  ...entered,
  id: "hold00000000001",
  version: 1,
  register: "cameras",
  subject: camera.id,
  what: "Front entrance, Whitstable",
  fromDay: "2026-09-16",
  toDay: "2026-09-17",
  purpose: "crime",
  causeKind: "police",
  cause: "46-2214",
  askedOn: "",
  causeOpen: true,
  causeEndedAt: "",
  authoriser: by,
  reviewOn: "2027-01-05",
  until: "",
  why: "The police ask for it.",
  releasedAt: "",
  releasedBy: "",
  releasedWhy: "",
  beside: 0,
};
const given: DisclosureRow = {
  ...entered,
  id: "given0000000001",
  version: 1,
  hold: hold.id,
  what: hold.what,
  receiver: "police",
  organisation: "Heddlu De Cymru",
  reference: "46-2214",
  form: "form",
  askedOn: "2026-11-01",
  asked: "The door on two days.",
  outcome: "given",
  minimum: "Ten minutes.",
  given: "One clip.",
  others: "blurred",
  how: "hand",
  day: "2026-11-03",
  decidedBy: by,
  system: "",
  recordRef: "",
  purpose: "",
  ground: "",
  section: "",
  consent: "",
  consentWhy: "",
  harmIfNot: "",
  harmIf: "",
  capacity: "",
  secondOpinion: "",
  told: "",
  toldWhy: "",
  checked: "",
  confirmedOn: "",
  copies: "",
  event: "",
  reviewOn: "",
  registration: "",
  smallest: -1,
  disease: "",
  suspectedOn: "",
  share: "",
  takenBackAt: "",
  takenBackBy: "",
  takenBackWhy: "",
};
const year: CctvYear = {
  since: "2025-11-22",
  checks: [look, { ...look, id: "look00000000002", day: "2026-10-20", oldest: "2026-08-25", age: 56 }],
  holds: [hold],
  viewings: [],
  disclosures: [given],
};
const around = { clinic: "Harbour Physiotherapy", offsetAt: () => 0, nameOf, back: 70 };

test("CCTV is printed day by day, with its year of looks, holds, viewings and disclosures", () => {
  const text = textOf(cctvPaper(known, year, around));
  expect(text).toContain("CCTV as of Sunday 22 November 2026");
  expect(text).toContain("15 Sep 2026: past its day, and still there");
  expect(text).toContain("16 Sep 2026 to 17 Sep 2026: held");
  expect(text).toContain("23 Sep 2026 to 22 Nov 2026: kept");
  // Two looks, one of them past its day.
  expect(text).toMatch(/Front entrance, Whitstable\W+2\W+22 Nov 2026\W+1/);
  expect(text).toContain("State: past its day");
  expect(text).toContain("Cause: 46-2214");
  expect(text).toContain("Others: others are blurred");
  expect(text).toContain("Nobody looked at pictures.");
  expect(text).toContain("Priya Nair");
  expect(text).not.toContain(by);
});

test("a register without a camera is printed too", () => {
  const none = { ...year, checks: [], holds: [], viewings: [], disclosures: [] };
  const text = textOf(cctvPaper({ ...known, cameras: [], held: [] }, none, { ...around, back: 0 }));
  expect(text).toContain("No camera is used.");
  expect(text).toContain("Nothing was held.");
});

test("a list that is longer than a paper says so", () => {
  const rows = Array.from({ length: printedRows + 1 }, (_, n) => [`Row ${n}`, "x"]);
  const [says, table] = cellsTable(["Name", "Kind"], rows, 1, "None.");
  expect(says).toMatchObject({ text: `The newest ${printedRows} of them; the CSV of this list has all.` });
  expect(table).toMatchObject({ rows: { length: printedRows } });
  expect(cellsTable(["Name", "Kind"], rows.slice(1), 1, "None.")).toHaveLength(1);
  expect(cellsTable(["Name"], [], 1, "None.")).toEqual([{ is: "paragraph", text: "None." }]);
});

const list = {
  clinic: "Harbour Physiotherapy",
  asOf,
  today,
  zone: "Europe/London",
  says: "One is late.",
  nameOf,
};

test("audits and suppliers are printed as their lists show them", () => {
  const audit = {
    id: "audit0000000001",
    version: 1,
    template: "storage",
    title: "Paper storage",
    subject: "Cupboard 2",
    every: 12,
    owner: by,
    nextOn: "2026-11-01",
    state: "in-use",
    retiredWhy: "",
  } as unknown as Audit;
  const audits = textOf(programmePaper([audit], list));
  for (const words of ["One is late.", "Paper storage, Cupboard 2", "Owner: Priya Nair", "State: late"])
    expect(audits).toContain(words);

  const supplier = {
    id: "supplier0000001",
    name: "Fjord Hosting AS",
    kind: "mail",
    role: "controller",
    data: "Mail of all staff",
    contract: "",
    contractOn: "",
    terms: [],
    termsOn: "",
    place: "uk",
    country: "",
    placeNote: "",
    ground: "",
    groundOn: "",
    others: "",
    tellsHow: "",
    holder: by,
    checkedOn: "2026-01-01",
    nextCheck: "2027-01-01",
    state: "in-use",
    endedOn: "",
    leftData: "",
    endedWhy: "",
  } as unknown as Supplier;
  const suppliers = textOf(suppliersPaper([supplier], list));
  for (const words of ["Fjord Hosting AS", "Data: Mail of all staff", "Held by: Priya Nair"])
    expect(suppliers).toContain(words);
  expect(textOf(suppliersPaper([], list))).toContain("No supplier fits");
});
