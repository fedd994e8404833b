import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findingKinds } from "#domain/detector/verdict";
import { createDetector } from "../../../extension/detector/client.ts";
import { type Channel, serve } from "../../../extension/detector/serve.ts";
import { root, toolNode } from "../../../scripts/base/root.mjs";
import { eyesOfNode } from "../../../scripts/detect/eyes.ts";
import type { Judged } from "../../../scripts/detect/judged.ts";
import { blob, compound, docx, letter, pdf, pptx, utf16, xlsx, zipped } from "../detector/files.ts";

/** A process is started for each call, and a loaded machine gets its time. */
const patience = 240_000;
const isWindows = process.platform === "win32";

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "chaperone-detect-"));
  chmodSync(base, 0o755);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

type Line = Judged & { readonly file: string; readonly fileHex?: string };

/** The command as npm starts it, and its lines by name below the folder. */
function detect(args: readonly string[], options: { readonly uid?: number } = {}) {
  const { status, stdout, stderr } = spawnSync(toolNode(), ["scripts/detect.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    ...options,
  });
  const lines = stdout.split("\n").slice(0, -1);
  return { status, stderr, stdout, lines: lines.map((line) => JSON.parse(line) as Line) };
}

function folder(name: string): string {
  const path = join(base, name);
  mkdirSync(path);
  return path;
}

/** Few bytes that become gigabytes: a shared string of 5 MB in each of a row's cells. */
const memoryBomb = () =>
  zipped({
    "xl/workbook.xml": strToU8("<workbook/>"),
    "xl/sharedStrings.xml": strToU8(`<sst><si><t>${"x".repeat(5_000_000)}</t></si></sst>`),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet><sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(6)}</sheetData></worksheet>`,
    ),
  });

/** Takes far longer to judge than it is given. */
const endless =
  "Mr Owain Llewellyn, NHS number 999 000 0018, born 12/03/1961, of 4 Mill Lane, Leeds. Diagnosis: asthma. ".repeat(
    60_000,
  );

describe("a broken file never ends the run", () => {
  test("it is said why each was not read, in the order of the names", { timeout: patience }, async () => {
    const place = folder("broken");
    const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(place, name), bytes);
    const whole = await pdf([letter]);
    write("a-cut.pdf", whole.slice(0, whole.length / 2));
    write("b-cut.docx", docx(letter).slice(0, -40));
    write("c-empty.txt", "");
    write("d-locked.docx", compound("EncryptedPackage"));
    write("e-memory.xlsx", memoryBomb());
    write("f-picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
    write("g-scan.pdf", await pdf([null]));
    write("h-bomb.zip", zipped({ "a.txt": new Uint8Array(70 * 1024 * 1024) }));
    write("i-large.txt", "Rota for next week, room 3.\n".repeat(1_000));
    truncateSync(join(place, "i-large.txt"), 5_000_000_000);
    write("j-letter.txt", letter);
    const { status, stderr, lines, stdout } = detect(["--seconds", "100", place]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines.map(({ file, strength, unreadable }) => [file, strength, unreadable])).toEqual(
      [
        ["a-cut.pdf", "unreadable", "damaged"],
        ["b-cut.docx", "unreadable", "damaged"],
        ["c-empty.txt", "unreadable", "empty"],
        ["d-locked.docx", "unreadable", "locked"],
        ["e-memory.xlsx", "unreadable", "too-large"],
        ["f-picture.png", "unreadable", "damaged"],
        ["g-scan.pdf", "unreadable", "too-faint"],
        ["h-bomb.zip", "unreadable", "too-large"],
        ["i-large.txt", "unreadable", "too-large"],
        ["j-letter.txt", "strong", undefined],
      ].map(([name, ...rest]) => [`${place}/${name}`, ...rest]),
    );
    expect(lines[8]?.bytes).toBe(5_000_000_000);
    expect(stdout).not.toMatch(/Moss|Voss|0018|Rota/);
  });

  test("a reader that never ends is ended, and what waits behind it is judged", { timeout: patience }, () => {
    const place = folder("endless");
    writeFileSync(join(place, "a.txt"), endless);
    writeFileSync(join(place, "b.txt"), letter);
    const { status, lines } = detect(["--seconds", "2", place]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { strength: "unreadable", unreadable: "timed-out", bytes: endless.length },
      { strength: "strong" },
    ]);
    expect(lines[0]?.ms).toBeGreaterThanOrEqual(2_000);
  });

  test.skipIf(isWindows)("what is no file, and names that are no text", { timeout: patience }, async () => {
    const place = folder("odd");
    const write = (name: string | Buffer, bytes: string) =>
      writeFileSync(Buffer.concat([Buffer.from(`${place}/`), Buffer.from(name)]), bytes);
    execFileSync("mkfifo", [join(place, "a-pipe")]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(place, "b-socket"), done));
    symlinkSync(join(place, "nowhere"), join(place, "c-link-to-nothing"));
    symlinkSync("d-link-to-itself", join(place, "d-link-to-itself"));
    symlinkSync(place, join(place, "e-link-to-its-folder"));
    write("f two\nlines\t\u202e\"'.txt", letter);
    write(Buffer.from([0x67, 0xff, 0xfe]), letter);
    mkdirSync(join(place, "h"));
    symlinkSync("../i", join(place, "h", "there"));
    mkdirSync(join(place, "i"));
    symlinkSync("../h", join(place, "i", "and-back"));
    write("i/letter.txt", letter);
    symlinkSync("i/letter.txt", join(place, "j-link-to-a-file"));
    const outside = folder("outside");
    writeFileSync(join(outside, "beside.txt"), "Rota for next week");
    symlinkSync(outside, join(place, "b-link-to-another-folder"));
    const { status, stderr, lines } = detect([`${place}/`]);
    await new Promise((done) => server.close(done));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines.map(({ file, unreadable }) => [file.slice(place.length + 1), unreadable])).toEqual([
      ["a-pipe", "not-a-file"],
      ["b-socket", "not-a-file"],
      ["c-link-to-nothing", "not-there"],
      ["d-link-to-itself", "not-there"],
      ["f two\nlines\t\u202e\"'.txt", undefined],
      ["g\ufffd\ufffd", undefined],
      ["i/letter.txt", undefined],
      ["j-link-to-a-file", undefined],
      ["b-link-to-another-folder/beside.txt", undefined],
    ]);
    expect(lines[5]?.fileHex).toBe(Buffer.from(`${place}/g`).toString("hex").concat("fffe"));
    expect(lines[4]).not.toHaveProperty("fileHex");
  });

  test.skipIf(isWindows)("what may not be read", { timeout: patience }, () => {
    const place = folder("closed");
    writeFileSync(join(place, "a.txt"), letter, { mode: 0o000 });
    writeFileSync(join(place, "b.txt"), letter, { mode: 0o644 });
    mkdirSync(join(place, "c"), { mode: 0o000 });
    // The system's first user may read everything: somebody else is asked then.
    const { status, stderr, lines } = detect([place], process.getuid?.() === 0 ? { uid: 65_534 } : {});
    expect(lines).toMatchObject([
      { strength: "unreadable", unreadable: "no-permission" },
      { strength: "strong" },
    ]);
    expect(stderr).toBe(`The folder ${JSON.stringify(`${place}/c`)} can't be looked into (no-permission).\n`);
    expect(status).toBe(1);
  });
});

describe("how it is called", () => {
  test.each([
    [[]],
    [["--seconds", "0", "README.md"]],
    [["--seconds", "x", "README.md"]],
    [["--all", "README.md"]],
  ])(
    "%j: the usage",
    (args) => {
      const { status, stdout, stderr } = detect(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toBe("Use: npm run -s detect -- [--seconds N] [--why] PATH...\n");
    },
    patience,
  );
  test("what doesn't exist is said, and the others are judged", { timeout: patience }, () => {
    const { status, lines, stderr } = detect(["README.md", join(base, "nothing"), "LICENSE"]);
    expect(lines.map(({ file }) => file)).toEqual(["README.md", "LICENSE"]);
    expect(stderr).toBe(`There is no file or folder ${JSON.stringify(join(base, "nothing"))}.\n`);
    expect(status).toBe(1);
  });
  test("folders inside each other have an end", { timeout: patience }, () => {
    const place = folder("deep");
    const inner = join(place, ...Array.from({ length: 70 }, () => "d"));
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, "a.txt"), letter);
    const { status, lines, stderr } = detect([place]);
    expect({ status, lines }).toEqual({ status: 1, lines: [] });
    expect(stderr).toContain("lies deeper than 64 folders");
  });
});

/** The extension's detector, whose worker is here the serving half in this thread. */
function inExtension() {
  const own = new EventTarget();
  const inside = new EventTarget();
  const send = (to: EventTarget) => (data: unknown) =>
    queueMicrotask(() => to.dispatchEvent(new MessageEvent("message", { data })));
  serve(Object.assign(inside, { postMessage: send(own) }) as unknown as Channel, eyesOfNode());
  return createDetector(
    () => Object.assign(own, { postMessage: send(inside), terminate: () => undefined }) as unknown as Worker,
  );
}

test("each line is the extension's verdict, in kinds and counts", { timeout: patience }, async () => {
  const place = folder("same");
  const files = {
    "a.txt": letter,
    "b.txt": utf16(letter),
    "c.docx": docx(...letter.split("\n")),
    "d.xlsx": xlsx([
      ["Name", "NHS number", "DOB"],
      ["Ada Moss", "9990000018", 22_352],
    ]),
    "e.pptx": pptx("NHS number 999 000 0018"),
    "f.pdf": await pdf([letter, null]),
    "g.zip": zipped({ "a.zip": zipped({ "letter.exe": docx(letter) }), "rota.txt": strToU8("Rota") }),
    "h.html": `<!doctype html><p>${letter}</p>`,
    "i.rtf": "{\\rtf1\\ansi NHS number 999\\~000 00\\'318\\par}",
    "j.txt": "Rota for next week, room 3.",
  };
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(place, name), new Uint8Array(await blob(bytes).arrayBuffer()));
  const { lines } = detect(["--seconds", "100", place]);
  const detector = inExtension();
  const names = readdirSync(place).sort();
  expect(lines).toHaveLength(names.length);
  for (const [index, name] of names.entries()) {
    const file = await openAsBlob(join(place, name));
    const verdict = await detector.judge(file, {}, { budget: 100_000 });
    const count = (kind: string) => verdict.findings.filter((finding) => finding.kind === kind).length;
    expect(lines[index]).toEqual({
      file: `${place}/${name}`,
      bytes: file.size,
      format: verdict.format,
      strength: verdict.strength,
      score: verdict.score,
      findings: findingKinds.filter(count).map((kind) => ({ kind, count: count(kind) })),
      ms: expect.any(Number),
      ...(verdict.unreadable && { unreadable: verdict.unreadable }),
    });
  }
});
