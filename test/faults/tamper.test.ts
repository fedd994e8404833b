import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyHash, type EventRow, eventColumns, linkHash } from "#domain/ledger/ledger";
import { root, toolNode } from "../../scripts/base/root.mjs";
import { exportEvents } from "../../scripts/export-events.mjs";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { eraseByTwo } from "../support/erase-by-two.ts";
import { blanked, chainOf, draft, sha256 } from "../support/server/chain.ts";
import { hooksFolder } from "../support/server/hooks-folder.ts";
import { ingest, mailOutcome, pairedBrowser, send, signInAs } from "../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../support/server/server.ts";
import { tamper } from "../support/server/tamper.ts";

let server: TestServer;
let database: DatabaseSync;
let folder: string;
/** Seq of the first of the events that the tests tamper with. */
let first: number;
let receipts: string;

beforeAll(async () => {
  server = await startServer({ example: true });
  folder = mkdtempSync(join(tmpdir(), "chaperone-tamper-"));
  const browser = await pairedBrowser(server, "--desk", "Front desk");
  const { results } = await ingest(
    server,
    browser,
    Array.from({ length: 20 }, (_, i) => mailOutcome(i + 1)),
  );
  first = results[0]?.seq ?? 0;
  receipts = join(folder, "receipts.jsonl");
  writeFileSync(receipts, results.map(({ seq, hash }) => JSON.stringify({ seq, hash })).join("\n"));
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
});

afterAll(async () => {
  database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rowAt = (seq: number): EventRow =>
  database
    .prepare(`SELECT ${eventColumns.join(", ")} FROM events WHERE seq = ?`)
    .get(seq) as unknown as EventRow;

/** What `npm run verify` says of a file. */
function verify(file: string, ...more: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(toolNode(), ["scripts/verify.ts", file, ...more], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, said: (stdout + stderr).trim() };
}

describe("with the triggers in place SQLite refuses", () => {
  const values = (row: EventRow) => eventColumns.map((column) => row[column]);
  const insert = (how: string, row: EventRow, rowid = "") =>
    database
      .prepare(
        `INSERT ${how} INTO events (${rowid ? "rowid, " : ""}${eventColumns.join(", ")})
         VALUES (${rowid ? `${rowid}, ` : ""}${eventColumns.map(() => "?").join(", ")})`,
      )
      .run(...values(row));
  const nextRow = (more: Partial<EventRow> = {}): EventRow => {
    const last = database.prepare("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").get() as {
      seq: number;
      hash: string;
    };
    const [row] = chainOf([draft(900)]) as [EventRow];
    return { ...row, id: "freshevent00001", n: 900, seq: last.seq + 1, prev: last.hash, ...more };
  };
  const blank = (seq: number, orderedBy: number) => {
    const { seq: _, ...row } = blanked(rowAt(seq), orderedBy);
    const sets = Object.keys(row).map((column) => `"${column}" = ?`);
    return database
      .prepare(`UPDATE events SET ${sets.join(", ")} WHERE seq = ?`)
      .run(...Object.values(row), seq);
  };
  const run = (sql: string) => database.exec(sql);

  test.each<[string, () => unknown]>([
    ["to change a column", () => run(`UPDATE events SET user = 'x' WHERE seq = ${first}`)],
    ["to change the unhashed digest", () => run(`UPDATE events SET idDigest = 'x' WHERE seq = ${first}`)],
    ["to change nothing", () => run(`UPDATE events SET user = user WHERE seq = ${first}`)],
    ["to give a row another rowid", () => run(`UPDATE OR REPLACE events SET rowid = 1 WHERE seq = ${first}`)],
    ["to delete a row", () => run(`DELETE FROM events WHERE seq = ${first}`)],
    ["to delete all", () => run("DELETE FROM events")],
    ["to blank without an order", () => blank(first, 0)],
    ["to blank by an event that is no order", () => blank(first, first + 1)],
    ["to blank by an order that is not there", () => blank(first, first + 10_000)],
    ["to replace a row", () => insert("OR REPLACE", { ...rowAt(first), user: "x" })],
    ["to replace a row by its id", () => insert("OR REPLACE", nextRow({ id: rowAt(first).id }))],
    [
      "to replace a row by its id's digest",
      () => insert("OR REPLACE", nextRow({ idDigest: rowAt(first).idDigest })),
    ],
    [
      "to replace a row by browser and counter",
      () => insert("OR REPLACE", nextRow({ browser: rowAt(first).browser, n: 1 })),
    ],
    ["to replace a row by its rowid", () => insert("OR REPLACE", nextRow(), "1")],
    ["an event with a gap before it", () => insert("", nextRow({ seq: first + 10_000 }))],
    ["an event that follows another", () => insert("", nextRow({ prev: sha256("x") }))],
    ["a tombstone from the start", () => insert("", nextRow({ orderedBy: 1 }))],
  ])("%s", (_, attempt) => {
    const before = database.prepare("SELECT count(*) AS n, max(seq) AS last FROM events").get();
    expect(attempt).toThrow(/append-only/);
    expect(database.prepare("SELECT count(*) AS n, max(seq) AS last FROM events").get()).toEqual(before);
  });

  test("to blank again what is blanked, to fill it, and to blank an order", async () => {
    const lead = await signInAs(server, "dpo");
    const erase = (seq: number, ground = "by mistake") =>
      send(server, "POST", "/act", {
        token: lead.token,
        body: { action: "events.erase", data: { seq, ground } },
      });
    const manager = await signInAs(server, "manager");
    const asked = { seq: first + 19, ground: "by mistake" };
    const { seq: order } = (await eraseByTwo(server, lead, manager, asked)).json;
    expect(() => blank(first + 19, order)).toThrow(/append-only/);
    expect(() => run(`UPDATE events SET user = 'x', orderedBy = 0 WHERE seq = ${first + 19}`)).toThrow(
      /append-only/,
    );
    expect(() => blank(first, order)).toThrow(/append-only/);
    expect((await erase(order)).json.data).toHaveProperty("seq");
    expect((await erase(first + 19)).json.data).toHaveProperty("seq");
    expect((await erase(999_999)).json.data).toHaveProperty("seq");
    expect((await erase(first + 18, "  ")).status).toBe(400);
    expect((await erase(first + 18, "x".repeat(501))).status).toBe(400);
    expect((await erase(first + 18, "NHS number 999 100 5919")).json.data).toHaveProperty(["data.ground"]);
  });
});

describe("with the triggers dropped and put back, verify finds", () => {
  const columns = eventColumns.map((column) => `"${column}"`).join(", ");
  const forge = (copy: DatabaseSync, seq: number, change: Partial<EventRow>) => {
    const before = copy
      .prepare(`SELECT ${columns} FROM events WHERE seq = ?`)
      .get(seq) as unknown as EventRow;
    const changed = { ...before, ...change };
    const body = { ...changed, bodyHash: bodyHash(changed, sha256) };
    const row: EventRow = { ...body, hash: linkHash(body, sha256) };
    copy
      .prepare(
        `INSERT OR REPLACE INTO events (${columns}) VALUES (${eventColumns.map(() => "?").join(", ")})`,
      )
      .run(...eventColumns.map((column) => row[column]));
    return row;
  };

  test.each<[string, (copy: DatabaseSync) => void, number, string]>([
    [
      "a column changed",
      (copy) => copy.exec(`UPDATE events SET user = 'x' WHERE seq = ${first + 5}`),
      5,
      "edited",
    ],
    [
      "one byte of a detail changed",
      (copy) => copy.exec(`UPDATE events SET detail = replace(detail, '1', '2') WHERE seq = ${first + 5}`),
      5,
      "edited",
    ],
    [
      "a time changed",
      (copy) =>
        copy.exec(`UPDATE events SET receivedAt = '2026-01-01T00:00:00.000Z' WHERE seq = ${first + 5}`),
      5,
      "edited",
    ],
    [
      "a row replaced with fitting hashes",
      (copy) => forge(copy, first + 5, { user: "", n: 999 }),
      5,
      "edited",
    ],
    ["a row blanked", (copy) => blankIn(copy, first + 5, 0), 5, "blanked without an order"],
    [
      "a row blanked in the name of another order",
      (copy) => blankIn(copy, first + 5, orderIn(copy)),
      5,
      "blanked without an order",
    ],
    ["a row deleted", (copy) => copy.exec(`DELETE FROM events WHERE seq = ${first + 5}`), 5, "missing"],
    [
      "two rows swapped",
      (copy) =>
        copy.exec(
          `UPDATE events SET seq = -1 WHERE seq = ${first + 5}; UPDATE events SET seq = ${first + 5} WHERE seq = ${first + 6}; UPDATE events SET seq = ${first + 6} WHERE seq = -1`,
        ),
      5,
      "edited",
    ],
    [
      "all from a row on rewritten with fitting hashes, by the receipts",
      (copy) => {
        let last = forge(copy, first + 5, { user: "x" });
        for (let seq = first + 6; seq <= lastSeq(copy); seq += 1)
          last = forge(copy, seq, { prev: last.hash });
      },
      5,
      "rolled back against receipts",
    ],
  ])("%s", async (what, change, place, fault) => {
    const copy = tamper(server.data, change);
    const out = join(folder, "tampered.jsonl");
    await exportEvents(copy.data, out, { hooks: await hooksFolder() });
    copy.remove();
    const { status, said } = verify(out, "--receipts", receipts);
    const [broken, ...remarks] = said.split("\n");
    expect({ status, broken }).toEqual({ status: 1, broken: `Broken at event ${first + place}: ${fault}.` });
    // A time that was changed also runs backwards; nothing else has more to say.
    const clock = what === "a time changed" ? [expect.stringMatching(/^Remark at event \d+: time /)] : [];
    expect(remarks).toEqual(expect.arrayContaining(clock));
    expect(remarks.length > 0).toBe(clock.length > 0);
  });

  test("nothing in what was not touched", async () => {
    const out = join(folder, "whole.jsonl");
    await exportEvents(server.data, out, { hooks: await hooksFolder() });
    const { status, said } = verify(out, "--receipts", receipts);
    expect(said).toMatch(/^\d+ events, whole, 1 erased, 0 expired, head \d+ [0-9a-f]{64}$/);
    expect(status).toBe(0);
    const text = readFileSync(out, "utf8");
    writeFileSync(out, text.slice(0, text.length / 2));
    expect(verify(out).said).toMatch(/cut off/);
  });
});

function blankIn(copy: DatabaseSync, seq: number, orderedBy: number): void {
  const { seq: _, ...row } = blanked(rowAt(seq), orderedBy);
  const sets = Object.keys(row).map((column) => `"${column}" = ?`);
  copy.prepare(`UPDATE events SET ${sets.join(", ")} WHERE seq = ?`).run(...Object.values(row), seq);
}

const lastSeq = (copy: DatabaseSync): number =>
  Number(copy.prepare("SELECT max(seq) AS seq FROM events").get()?.seq);
const orderIn = (copy: DatabaseSync): number =>
  Number(copy.prepare("SELECT max(seq) AS seq FROM events WHERE kind = 'event.erase'").get()?.seq);

describe("a start is refused", () => {
  test.each<[string, string]>([
    ["without a trigger", "DROP TRIGGER events_no_delete"],
    [
      "with a trigger that was weakened",
      "DROP TRIGGER events_no_delete; CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT 1; END",
    ],
    ["with a trigger that is not ours", "CREATE TRIGGER more AFTER INSERT ON events BEGIN SELECT 1; END"],
  ])("%s", async (_, sql) => {
    const copy = tamper(server.data, () => {});
    const other = new DatabaseSync(dataPaths(copy.data).database);
    other.exec(sql);
    other.close();
    await expect(startServer({ data: copy.data })).rejects.toThrow(/The event log/);
    copy.remove();
  });
});

test("where the triggers are gone the evidence still comes out, and shows what was changed", async () => {
  const copy = tamper(server.data, () => {});
  const other = new DatabaseSync(dataPaths(copy.data).database);
  for (const name of ["events_next_only", "events_no_delete", "events_only_blanked_by_order"]) {
    other.exec(`DROP TRIGGER ${name}`);
  }
  other.exec(`UPDATE events SET recordRef = '7' WHERE seq = ${first + 5}`);
  other.close();
  const file = join(folder, "unguarded.jsonl");
  await exportEvents(copy.data, file, { hooks: await hooksFolder() });
  expect(verify(file)).toMatchObject({ status: 1, said: `Broken at event ${first + 5}: edited.` });
  copy.remove();
});
