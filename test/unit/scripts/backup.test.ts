import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settle, swap } from "../../../scripts/backup/swap.mjs";
import { checkRestored, dropBackupMarks } from "../../../scripts/backup/unzipped.mjs";
import { unpack } from "../../../scripts/backup/zip-unpack.mjs";
import { folderState } from "../../../scripts/folder/folder.mjs";
import { dataPaths } from "../../../scripts/serving/server.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chaperone-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = Buffer.from("a page of a database\n".repeat(5_000));
const plain = () => Buffer.from(zipSync({ "data.db": text, "storage/a/b.pdf": new Uint8Array([1, 2, 3]) }));

/** Unpacks the bytes as an archive; answers the names written. */
async function unpacked(bytes: Buffer): Promise<string[]> {
  const zip = join(folder, "backup.zip");
  writeFileSync(zip, bytes);
  const target = join(folder, "in", "to");
  await unpack(zip, target, ({ name }) => name !== "types.d.ts");
  return readdirSync(target, { recursive: true }).map(String).sort();
}

/** Changes one field of the archive's list, in the entry of the first file. */
function altered(at: number, bytes: readonly number[], zip = plain()): Buffer {
  const entry = zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  zip.set(bytes, entry + at);
  return zip;
}

describe("an archive", () => {
  test("is unpacked to the byte, folders and all", async () => {
    expect(await unpacked(plain())).toEqual(["data.db", "storage", "storage/a", "storage/a/b.pdf"]);
    expect(readFileSync(join(folder, "in", "to", "data.db")).equals(text)).toBe(true);
  });

  test.each<[string, Buffer]>([
    ["nothing", Buffer.alloc(0)],
    ["a web page", Buffer.from("<html>".repeat(100))],
    ["one cut short", plain().subarray(0, -40)],
    ["one without its beginning", plain().subarray(300)],
    ["something after its end", Buffer.concat([plain(), Buffer.from("x")])],
    ["a path out of the folder", Buffer.from(zipSync({ "../evil": text }))],
    ["a path out of the folder, further in", Buffer.from(zipSync({ "storage/../../evil": text }))],
    ["a path from the root", Buffer.from(zipSync({ "/etc/evil": text }))],
    ["a path as Windows has it", Buffer.from(zipSync({ "..\\evil": text }))],
    ["a drive", Buffer.from(zipSync({ "C:evil": text }))],
    ["two files of one name", Buffer.from(zipSync({ "data.db": text, "DATA.db": text }))],
    ["an encrypted file", altered(8, [1, 0])],
    ["an unknown way of packing", altered(10, [99, 0])],
    ["a link", altered(40, [0, 0xa1])],
    ["a file that says it is larger than it can be", altered(24, [0, 0, 0, 0x7f])],
    ["a file that holds more than it says", altered(24, [10, 0, 0, 0])],
    ["another checksum", altered(16, [1, 2, 3, 4])],
    ["a place where no file is", altered(42, [7, 0, 0, 0])],
  ])("is refused: %s", async (_, bytes) => {
    await expect(unpacked(bytes)).rejects.toThrow(/^(It |Its |The archive)/);
    const written = existsSync(join(folder, "in")) ? readdirSync(join(folder, "in")) : [];
    expect(written.filter((name) => name !== "to")).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.includes("evil"))).toEqual([]);
  });

  test("is read to its end where nothing of it is written: a flipped byte is found", async () => {
    const zip = Buffer.from(zipSync({ "types.d.ts": text }, { level: 0 }));
    zip[2_000] = (zip[2_000] ?? 0) ^ 1;
    await expect(unpacked(zip)).rejects.toThrow("types.d.ts is not what was packed");
  });
});

describe("putting a backup in place, killed at each step and run again", () => {
  const journal = () => ({
    from: "/backups/b.zip",
    aside: `${dataPaths(folder).pb}.before-restore-1`,
    said: ["done"],
  });
  const stateOf = (name: string) => {
    const file = join(folder, name, "data.db");
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };

  function prepare(): void {
    for (const [name, what] of [
      ["pb", "old"],
      ["pb.restoring", "restored"],
    ] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "data.db"), what);
    }
  }

  test.each(["journal", "aside"])("after %s all is as before", (last) => {
    prepare();
    for (const step of swap(folder, journal())) if (step === last) break;
    expect(() => checkRestored(folder)).toThrow(
      `was interrupted; nothing is lost. Run it once more: npm run -s restore -- --data ${folder} --from /backups/b.zip`,
    );
    expect(settle(folder)).toBeUndefined();
    expect(stateOf("pb")).toBe("old");
    expect(readdirSync(folder)).toEqual(["pb"]);
  });

  test("after the backup is in place it is done, and the old folder is whole", () => {
    prepare();
    for (const step of swap(folder, journal())) if (step === "in place") break;
    expect(settle(folder)).toEqual(journal());
    expect(stateOf("pb")).toBe("restored");
    expect(stateOf("pb.before-restore-1")).toBe("old");
    expect(settle(folder)).toBeUndefined();
    expect(stateOf("pb")).toBe("restored");
  });

  test("run to its end it leaves nothing of itself, and what was unpacked before it began goes", () => {
    prepare();
    expect([...swap(folder, journal())]).toEqual(["journal", "aside", "in place"]);
    expect(readdirSync(folder).sort()).toEqual(["pb", "pb.before-restore-1"]);
    mkdirSync(join(folder, "pb.restoring"));
    expect(settle(folder)).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual(["pb", "pb.before-restore-1"]);
    expect(stateOf("pb")).toBe("restored");
  });

  test("a folder that cannot be moved aside stays where it is", () => {
    prepare();
    const blocked = { ...journal(), aside: join(folder, "no", "such", "folder") };
    expect(() => [...swap(folder, blocked)]).toThrow();
    settle(folder);
    expect(stateOf("pb")).toBe("old");
    expect(readdirSync(folder)).toEqual(["pb"]);
  });
});

describe("a backup unzipped by hand", () => {
  const database = Buffer.from("SQLite format 3\0");
  const mark = JSON.stringify({ backup: "b.zip", at: "2026-11-29T02:00:00.000Z" });
  const inPb = (name: string, bytes: string | Buffer) => writeFileSync(join(folder, "pb", name), bytes);
  beforeEach(() => {
    mkdirSync(join(folder, "pb", "backups"), { recursive: true });
    inPb("data.db", database);
  });

  test("over the log of a killed server is refused with the command, and nothing is touched", () => {
    inPb("data.db-wal", "a page of another database");
    inPb("chaperone-backup.json", mark);
    inPb("backups/b.zip", "zip");
    const digest = () =>
      readdirSync(join(folder, "pb")).map((name) =>
        name === "backups"
          ? name
          : createHash("sha256")
              .update(readFileSync(join(folder, "pb", name)))
              .digest("hex"),
      );
    const before = digest();
    const zip = join(folder, "pb", "backups", "b.zip");
    expect(() => folderState(folder)).toThrow(`Run npm run -s restore -- --data ${folder} --from ${zip}`);
    expect(digest()).toEqual(before);
  });

  test("into a folder without such a log is served", () => {
    inPb("chaperone-backup.json", mark);
    inPb("data.db-wal", "");
    expect(folderState(folder)).toBe("used");
    dropBackupMarks(folder);
    expect(existsSync(dataPaths(folder).backupMark)).toBe(false);
  });

  test("is not what a server looks like that was killed while it made a backup", () => {
    inPb("data.db-wal", "a page");
    inPb("chaperone-backup.json", mark);
    writeFileSync(dataPaths(folder).backingUp, mark);
    expect(folderState(folder)).toBe("used");
    writeFileSync(dataPaths(folder).backingUp, mark.replace("b.zip", "c.zip"));
    expect(() => folderState(folder)).toThrow("npm run -s restore");
  });
});
