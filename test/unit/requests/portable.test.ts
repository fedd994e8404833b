import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import {
  clinicalSystemAdds,
  type PortableFile,
  portableFile,
  portableLists,
  portableWords,
} from "#domain/registers/requests/portable";
import { portableZip } from "../../../dashboard/src/lib/registers/requests/portable-zip.ts";

const file: PortableFile = {
  ...{ format: "chaperone-record", version: 1, madeAt: "2026-11-30T18:00:00.000Z", clinic: "Harbour" },
  record: { system: "cliniko:harbour.uk2", reference: "4711" },
  decisions: [
    {
      ...{ purpose: "research", decision: "yes", how: "person", from: "2026-11-01", until: "" },
      enteredAt: "2026-11-01T09:00:00.000Z",
    },
  ],
  decisionsBefore: [],
  releases: [
    {
      relation: "daughter",
      scopes: ["appointments", "bills"],
      from: "2026-11-01",
      until: "2027-05-03",
      takenBackAt: "",
    },
  ],
  requests: [
    { name: "REQ-31", kind: "portability", receivedOn: "2026-11-20", state: "approve", endedOn: "" },
  ],
  disclosures: [],
  looks: [{ day: "2026-11-20", what: "opened", times: 2 }],
};

test("each member of the file is told in words, and no word is of a member that there is not", () => {
  expect(Object.keys(portableWords).sort()).toEqual(Object.keys(portableFile.shape).sort());
});

test("the archive holds the same as JSON and as tables, and what the clinical system must add", () => {
  const files = unzipSync(portableZip(file));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(portableFile.parse(JSON.parse(text("record.json")))).toEqual(file);
  const filled = portableLists.filter((name) => file[name].length > 0);
  expect(Object.keys(files).sort()).toEqual(
    ["READ-ME.txt", "record.json", ...filled.map((name) => `${name}.csv`)].sort(),
  );
  expect(text("releases.csv")).toContain("daughter,appointments bills,2026-11-01,2027-05-03,");
  for (const words of [...Object.values(portableWords), ...clinicalSystemAdds])
    expect(text("READ-ME.txt")).toContain(words);
});

test.each([
  ["a field that nobody described", { ...file, note: "Asked by her son John." }],
  ["a name beside a relation", { ...file, releases: [{ ...file.releases[0], name: "Ann" }] }],
  ["words where a kind is wanted", { ...file, releases: [{ ...file.releases[0], relation: "Ann Smith" }] }],
  ["a day that is none", { ...file, looks: [{ day: "yesterday", what: "opened", times: 1 }] }],
])("is refused on its way out: %s", (_, odd) => {
  expect(portableFile.safeParse(odd).success).toBe(false);
});
