import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endedClean, noteCleanEnd } from "../../../scripts/folder/clean-end.mjs";
import { dataPaths } from "../../../scripts/serving/server.mjs";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "chaperone-end-"));
  mkdirSync(dataPaths(data).pb);
  const database = new DatabaseSync(dataPaths(data).database);
  database.exec("CREATE TABLE t (n); INSERT INTO t VALUES (1)");
  database.close();
  noteCleanEnd(data);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test("a folder as the server left it ended clean, for one start", () => {
  expect(endedClean(data)).toBe(true);
  expect(endedClean(data)).toBe(false);
});

test("what was written, put in place or cut since is looked through", () => {
  const { database } = dataPaths(data);
  const copy = `${database}.copy`;
  const changes = [
    () => appendFileSync(database, "x"),
    () => {
      const open = new DatabaseSync(database);
      open.exec("INSERT INTO t VALUES (2)");
      open.close();
    },
    () => {
      cpSync(database, copy, { preserveTimestamps: true });
      renameSync(copy, database);
    },
    () => utimesSync(database, new Date(), new Date(0)),
    () => writeFileSync(dataPaths(data).ended, "{"),
  ];
  for (const change of changes) {
    noteCleanEnd(data);
    change();
    expect(endedClean(data)).toBe(false);
  }
});

test("a log that was left beside the database is no clean end", () => {
  endedClean(data);
  writeFileSync(`${dataPaths(data).database}-wal`, "left");
  noteCleanEnd(data);
  expect(endedClean(data)).toBe(false);
});
