import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { evidencePack, type PackContents } from "../../../dashboard/src/lib/export/evidence-pack.ts";

const contents: PackContents = {
  clinic: "Clinig Tŷ Gwŷdd",
  madeAt: "2026-11-24T09:00:00.000Z",
  ledger: { seq: 7, hash: "ab".repeat(32) },
  files: {
    "INC-14/version-1.json": strToU8("{}"),
    "INC-14/evidence/cd.html": strToU8("<script>alert(1)</script>"),
    "INC-14/evidence/empty.bin": new Uint8Array(),
    "register.csv": strToU8("a,b\r\n"),
  },
};

test("a pack's sums hold, by a program that knows nothing of us", () => {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-pack-"));
  try {
    for (const [path, bytes] of Object.entries(unzipSync(evidencePack(contents)))) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const said = execFileSync("sha256sum", ["--strict", "-c", "SHA256SUMS"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(said.trim().split("\n")).toHaveLength(4);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the manifest names each file and the log's head", () => {
  const manifest = JSON.parse(
    strFromU8(unzipSync(evidencePack(contents))["manifest.json"] ?? new Uint8Array()),
  );
  expect(manifest.ledger).toEqual(contents.ledger);
  expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual(
    Object.keys(contents.files).sort(),
  );
  expect(manifest.files[1]).toEqual({
    path: "INC-14/evidence/empty.bin",
    bytes: 0,
    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  });
});

test("the same contents give the same bytes, in whatever order they come", () => {
  const turned = Object.fromEntries(Object.entries(contents.files).reverse());
  expect(Buffer.compare(evidencePack(contents), evidencePack({ ...contents, files: turned }))).toBe(0);
});

test.each(["../out.txt", "/etc/passwd", "a//b", "C:\\x", "manifest.json", "a\nb", "SHA256SUMS"])(
  "%j is refused",
  (path) => {
    expect(() => evidencePack({ ...contents, files: { [path]: new Uint8Array() } })).toThrow(
      "not a path inside the pack",
    );
  },
);
