import { createHash } from "node:crypto";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  evidencePack,
  type Pack,
  type PackContents,
} from "../../../dashboard/src/lib/export/evidence-pack.ts";
import { type OpenedPack, openPack } from "../../support/files/evidence-pack.ts";
import { describeWith } from "../../support/need.ts";

const megabytes = new Uint8Array(3_500_000).map((_, i) => (i * 7) % 251);
const contents: PackContents = {
  about: {
    clinic: "Clinig Tŷ Gwŷdd",
    timeZone: "Europe/London",
    from: "2026-01-01",
    to: "2026-11-24",
    madeAt: "2026-11-24T09:00:00.000Z",
    madeBy: "Priya Raman",
    ledger: { seq: 7, hash: "ab".repeat(32) },
    leftOut: [{ what: "evidence files", why: "they may show patients" }],
  },
  folders: [
    { name: "keys/", holds: "keys.csv: who holds a key of the clinic" },
    {
      name: "register/",
      holds:
        "the register of personal data breaches (UK GDPR Art 33(5)) as PDF, CSV and JSON; evidence-files.csv names each evidence file by its hash",
    },
  ],
  files: {
    "incidents/INC-14/version-1.json": strToU8("{}"),
    "incidents/INC-14/version-1.pdf": megabytes,
    "ledger/ledger.jsonl": strToU8('{"seq":1}\n'.repeat(300_000)),
    "notices/empty.txt": new Uint8Array(),
    "register/breach-register.csv": strToU8("a,b\r\n"),
  },
};
const free = async () => {};
const bytesOf = ({ parts }: Pack) => Buffer.concat(parts);

describeWith(["unzip"])("a pack, opened by unzip and checked by sha256sum", () => {
  let opened: OpenedPack;
  let pack: Pack;
  beforeAll(async () => {
    pack = await evidencePack(contents, free);
    opened = openPack(bytesOf(pack));
  });
  afterAll(() => opened?.stop());

  test("has every sum right, those of its own texts too", () => {
    const paths = [...Object.keys(contents.files), "manifest.json", "README.txt"];
    expect(opened.checked).toEqual(paths.map((path) => `${path}: OK`));
    expect(opened.text("ledger/ledger.jsonl")).toHaveLength(3_000_000);
  });

  test("names in its manifest each file, the log's head, its period, its maker and what was left out", () => {
    const manifest = JSON.parse(opened.text("manifest.json"));
    const { files, ...about } = manifest;
    expect(about).toEqual({ v: 1, ...contents.about });
    expect(files.map(({ path }: { path: string }) => path)).toEqual(Object.keys(contents.files).sort());
    expect(files[3]).toEqual({
      path: "notices/empty.txt",
      bytes: 0,
      sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    });
  });

  test("says in plain words what it is, what is left out and how to check it", () => {
    const readMe = opened.text("README.txt");
    expect(readMe).toContain("Evidence pack of Clinig Tŷ Gwŷdd");
    expect(readMe).toContain(`WHAT IS IN IT
keys/        keys.csv: who holds a key of the clinic
register/    the register of personal data breaches (UK GDPR Art 33(5)) as PDF, CSV and JSON; evidence-files.csv names
             each evidence file by its hash
ledger/      the whole event log
`);
    expect(readMe).toContain("- evidence files: they may show patients");
    expect(readMe).toContain("sha256sum -c SHA256SUMS");
    expect(readMe).toContain("npm run -s verify -- ledger/ledger.jsonl");
    expect(readMe).toContain(`entry 7, hash\n  ${"ab".repeat(32)}`);
    expect(readMe.split("\n").every((line) => line.length <= 130)).toBe(true);
  });

  test("is as long as it says, with the hash that it says", () => {
    const bytes = bytesOf(pack);
    expect(bytes).toHaveLength(pack.bytes);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(pack.sha256);
    expect(bytes.length).toBeLessThan(3_600_000);
  });
});

test("the same contents give the same bytes, in whatever order they come", async () => {
  const turned = Object.fromEntries(Object.entries(contents.files).reverse());
  const both = await Promise.all([
    evidencePack(contents, free),
    evidencePack({ ...contents, files: turned }, free),
  ]);
  expect(both[0].sha256).toBe(both[1].sha256);
});

test("the page may draw between the pieces, and whoever gives up ends it there", async () => {
  let steps = 0;
  const stopping = async () => {
    steps += 1;
    if (steps === 3) throw new Error("given up");
  };
  await expect(evidencePack(contents, stopping)).rejects.toThrow("given up");
  expect(steps).toBe(3);
});

describe("a path outside the pack, or one of its own, is refused", () => {
  test.each([
    "../out.txt",
    "/etc/passwd",
    "a//b",
    "C:\\x",
    "manifest.json",
    "a\nb",
    "SHA256SUMS",
    "README.txt",
  ])("%j", async (path) => {
    const one = { ...contents, files: { [path]: new Uint8Array() } };
    await expect(evidencePack(one, free)).rejects.toThrow("not a path inside the pack");
  });
});
