import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderState, makingMark, prepareFolder, stampFolder } from "../../../scripts/folder/folder.mjs";
import { forgetNames } from "../../../scripts/folder/neutral-names.mjs";
import { KnownFiles } from "../../../scripts/verify/known-files.ts";

let data: string;
beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), "chaperone-folder-")), "data");
});
afterEach(() => rmSync(dirname(data), { recursive: true, force: true }));

const sqlite = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(4080)]);
function put(name: string, content: string | Buffer = ""): void {
  mkdirSync(dirname(join(data, name)), { recursive: true });
  writeFileSync(join(data, name), content);
}

test.each([
  ["no folder", [], "new"],
  ["keys of an interrupted first start", ["keys/signing.key"], "new"],
  ["what file systems and desktops leave", [".DS_Store", "lost+found"], "new"],
  ["a database", ["pb/data.db"], "used"],
  ["an example's", ["pb/data.db", "example.json"], "example"],
  ["an example whose making was interrupted", ["pb/data.db", "example.making"], "half-example"],
])("%s", (_, files, expected) => {
  for (const file of files) put(file, file.endsWith(".db") ? sqlite : "");
  expect(folderState(data)).toBe(expected);
});

test.each([
  ["a folder of other things", "letter.docx", "", "holds other files"],
  ["a database of something else", "pb/data.db", "x".repeat(5000), "is broken"],
  ["an auxiliary database cut short", "pb/auxiliary.db", "SQLi", "is broken"],
])("%s is refused", (_, name, content, part) => {
  if (name.startsWith("pb/")) put("pb/data.db", sqlite);
  put(name, content);
  expect(() => folderState(data)).toThrow(part);
});

test("a folder that was complete once misses its database, or finds it empty", () => {
  put("pb/data.db", sqlite);
  stampFolder(data);
  expect(folderState(data)).toBe("used");
  put("pb/data.db", "");
  expect(() => folderState(data)).toThrow("is broken");
  rmSync(join(data, "pb/data.db"));
  expect(() => folderState(data)).toThrow("is missing");
});

test("a folder of a later version is not served by this one", () => {
  put("pb/data.db", sqlite);
  put("folder.json", '{"version":"99.0.0"}');
  expect(() => folderState(data)).toThrow("99.0.0");
  put("folder.json", "{");
  expect(() => folderState(data)).toThrow("is damaged");
});

test("a file in the folder's place is refused", () => {
  writeFileSync(data, "");
  expect(() => folderState(data)).toThrow("is a file");
});

test("a folder made for a start that came to nothing goes again, a used one stays", () => {
  const drop = prepareFolder(data);
  if (process.platform !== "win32") expect(statSync(data).mode & 0o777).toBe(0o700);
  drop();
  expect(readdirSync(dirname(data))).toEqual([]);
  const keep = prepareFolder(data);
  put("keys/a");
  keep();
  expect(readdirSync(data)).toEqual(["keys"]);
});

test.runIf(process.platform === "linux")(
  "a folder that cannot be made is refused, and not tried for ever",
  () => expect(() => prepareFolder("/proc/chaperone/data")).toThrow("cannot be written"),
);

test("the mark of an example in the making lies in its folder", () =>
  expect(dirname(makingMark(data))).toBe(data));

test("the names that files came with are taken out of what an older version wrote beside them", () => {
  const attributes = (name: string) =>
    JSON.stringify({
      "user.content_type": "application/pdf",
      "user.metadata": { "original-filename": name },
      md5: "x",
    });
  put("pb/storage/pbc_1/row1/evidence-0a.pdf", "Jane Roe 0.pdf");
  put("pb/storage/pbc_1/row1/evidence-0a.pdf.attrs", attributes("Jane Roe 0.pdf"));
  put("pb/storage/pbc_1/row2/evidence-0b.pdf.attrs", attributes("file"));
  put("pb/storage/pbc_1/row3/odd.attrs", "not JSON");
  const pb = join(data, "pb");
  expect(forgetNames(join(data, "nothing"))).toBe(0);
  expect(forgetNames(pb)).toBe(1);
  const read = (name: string) => readFileSync(join(pb, "storage/pbc_1", name), "utf8").trim();
  expect(read("row1/evidence-0a.pdf.attrs")).toBe(attributes("file"));
  // A file itself is never touched, and nor is what can't be read.
  expect(read("row1/evidence-0a.pdf")).toBe("Jane Roe 0.pdf");
  expect(read("row3/odd.attrs")).toBe("not JSON");
  expect(forgetNames(pb)).toBe(0);
  // Once: what lies there afterwards is not walked through at each start.
  put("pb/storage/pbc_1/row2/evidence-0b.pdf.attrs", attributes("Jane Roe 0.pdf"));
  expect(forgetNames(pb)).toBe(0);
  rmSync(join(pb, "storage/names-forgotten"));
  expect(forgetNames(pb)).toBe(1);
});

test("a start reads the files that were changed or not whole, a second's worth of new ones, and no other", () => {
  put("a.pdf", "as it was kept");
  const lies = () => statSync(join(data, "a.pdf"));
  const marks = join(data, "checked-files.json");
  const atStart = () => new KnownFiles(marks, false);
  const daily = new KnownFiles(marks, true);
  expect(daily.isToRead("a.pdf", "ab", lies())).toBe(true);
  daily.note("a.pdf", "ab", lies(), true);
  daily.note("b.pdf", "cd", lies(), false);
  daily.save();
  const first = atStart();
  expect(first.isToRead("a.pdf", "ab", lies())).toBe(false);
  expect(first.isToRead("a.pdf", "another", lies())).toBe(true);
  expect(first.isToRead("b.pdf", "cd", lies())).toBe(true);
  expect(first.isToRead("new.pdf", "ef", lies())).toBe(true);
  const large = Object.assign(lies(), { size: 300_000_000 });
  expect(atStart().isToRead("new.pdf", "ef", large)).toBe(false);
  expect(atStart().isToRead("b.pdf", "cd", large)).toBe(true);
  expect(new KnownFiles(marks, true).isToRead("new.pdf", "ef", large)).toBe(true);
  put("a.pdf", "as it was left!");
  expect(atStart().isToRead("a.pdf", "ab", lies())).toBe(true);
});
