import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holderOf, lives, nameServer, releaseLock, takeLock } from "../../../scripts/base/lock.mjs";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chaperone-lock-"));
  file = join(folder, "running.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (lock: unknown) => writeFileSync(file, typeof lock === "string" ? lock : JSON.stringify(lock));
const ended = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("a free lock is taken, and given up leaves nothing", () => {
  expect(takeLock(file)).toEqual({ taken: true, left: undefined });
  expect(readdirSync(folder)).toEqual(["running.json"]);
  releaseLock(file);
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock of a running process is not taken, and its holder is named", () => {
  const parent = holderOf(process.ppid);
  write({ holder: parent });
  expect(takeLock(file)).toEqual({ taken: false, by: parent });
  releaseLock(file);
  expect(existsSync(file)).toBe(true);
});

test.each([
  ["an ended process", () => ({ holder: { pid: ended(), birth: "long ago" } })],
  ["a process whose number another has now", () => ({ holder: { pid: process.ppid, birth: "long ago" } })],
  ["nobody, as the disk was full", () => ""],
  ["something else", () => '{"holder": 1}'],
])("a lock of %s is taken over", (_, lock) => {
  write(lock());
  expect(takeLock(file).taken).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8")).holder.pid).toBe(process.pid);
  expect(readdirSync(folder)).toEqual(["running.json"]);
});

test("the server that a killed start left running is named by its lock", () => {
  takeLock(file);
  nameServer(file, process.ppid);
  write({ ...JSON.parse(readFileSync(file, "utf8")), holder: { pid: ended(), birth: "long ago" } });
  const result = takeLock(file);
  expect(result.taken && lives(result.left?.server)).toBe(true);
});
