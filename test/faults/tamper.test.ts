import { spawnSync } from "node:child_process";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyHash, type Checkpoint, type EventRow, eventColumns, linkHash } from "#domain/ledger/ledger";
import { sealedNow } from "#domain/ledger/rows/sealed-columns";
import { keyCode, linkCode } from "#domain/ledger/witness/code";
import { root, toolNode } from "../../scripts/base/root.mjs";
import { exportEvents } from "../../scripts/export-events.mjs";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { lookThroughLog } from "../../scripts/serving/watch-log.mjs";
import { eraseByTwo } from "../support/erase-by-two.ts";
import { blanked, chainOf, draft, sha256, signed, signer } from "../support/server/chain.ts";
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

const columns = eventColumns.map((column) => `"${column}"`).join(", ");
const forge = (copy: DatabaseSync, seq: number, change: Partial<EventRow>) => {
  const before = copy.prepare(`SELECT ${columns} FROM events WHERE seq = ?`).get(seq) as unknown as EventRow;
  const changed = { ...before, ...change };
  const body = { ...changed, bodyHash: bodyHash(changed, sha256) };
  const row: EventRow = { ...body, hash: linkHash(body, sha256) };
  copy
    .prepare(`INSERT OR REPLACE INTO events (${columns}) VALUES (${eventColumns.map(() => "?").join(", ")})`)
    .run(...eventColumns.map((column) => row[column]));
  return row;
};

describe("with the triggers dropped and put back, verify finds", () => {
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

/** The key pair of a signing key's seed. */
function withPublicKey(seed: string): ReturnType<typeof signer> {
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, "hex");
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { privateKey, publicKey: spki.subarray(-32).toString("hex") };
}

const lastSeq = (copy: DatabaseSync): number =>
  Number(copy.prepare("SELECT max(seq) AS seq FROM events").get()?.seq);
const orderIn = (copy: DatabaseSync): number =>
  Number(copy.prepare("SELECT max(seq) AS seq FROM events WHERE kind = 'event.erase'").get()?.seq);

describe("of a folder, verify and the next start find by what was kept", () => {
  let head: Checkpoint;
  let kept: string;
  let code: string;
  let last: number;
  beforeAll(async () => {
    kept = join(folder, "kept.jsonl");
    await exportEvents(server.data, kept, { hooks: await hooksFolder() });
    head = JSON.parse(readFileSync(kept, "utf8").trim().split("\n").at(-1) ?? "").head;
    code = `${linkCode(head.seq, head.hash, sha256)} ${keyCode(head.publicKey, sha256)}`;
    // What came after it.
    const browser = await pairedBrowser(server, "--desk", "Back desk");
    await ingest(server, browser, [mailOutcome(1, { id: "afterthecopy001" })]);
    last = lastSeq(database);
  });

  const inFolder = (data: string, ...more: string[]) => verify("--data", data, ...more);
  const rechain = (copy: DatabaseSync, from: number): void => {
    let row = forge(copy, from, { user: "x" });
    for (let seq = from + 1; seq <= lastSeq(copy); seq += 1) row = forge(copy, seq, { prev: row.hash });
  };
  /** Every checkpoint of the log as it is now, signed as the server would. */
  const signAnew = (copy: DatabaseSync, by: ReturnType<typeof signer>): void => {
    for (const { id, seq } of copy.prepare("SELECT id, seq FROM checkpoints").all()) {
      const { hash } = copy.prepare("SELECT hash FROM events WHERE seq = ?").get(seq ?? 0) as {
        hash: string;
      };
      const point = signed({ seq: Number(seq), hash }, by);
      copy
        .prepare("UPDATE checkpoints SET hash = ?, at = ?, signature = ?, publicKey = ? WHERE id = ?")
        .run(hash, point.at, point.signature, point.publicKey, id ?? "");
    }
    for (const { name } of copy
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'reviews'")
      .all())
      copy.exec(`DROP TRIGGER "${name}"`);
    copy.exec("UPDATE reviews SET ledgerSeq = 0, minutes = ''");
  };

  test("nothing in what was not touched, by any form of it", () => {
    for (const form of [kept, code, JSON.stringify(head), receipts]) {
      const { status, said } = inFolder(server.data, "--checkpoint", form);
      expect(said, form).toMatch(/^\d+ events, whole, /);
      expect(said).toContain("witnesses in this folder agree");
      expect({ status, form }).toEqual({ status: 0, form });
    }
    expect(
      inFolder(
        server.data,
        "--checkpoint",
        code.replace(/.$/, (end) => (end === "0" ? "1" : "0")),
      ).said,
    ).toMatch(/^There is a slip in KEY-/);
    expect(inFolder(server.data, "--checkpoint", "my shopping list").said).toMatch(
      /no checkpoint stands in it/,
    );
  });

  test.each<[string, (copy: DatabaseSync) => void, () => string]>([
    [
      "an edit",
      (copy) => copy.exec(`UPDATE events SET user = 'x' WHERE seq = ${first + 5}`),
      () => `Broken at event ${first + 5}: edited.`,
    ],
    [
      "a deletion",
      (copy) => copy.exec(`DELETE FROM events WHERE seq = ${first + 5}`),
      () => `Broken at event ${first + 5}: missing.`,
    ],
    [
      "a log made anew from an event on, by the folder’s own checkpoint",
      (copy) => rechain(copy, first + 5),
      () => `Event ${head.seq} is another one than the export checkpoint of ${head.at.slice(0, 10)} says.`,
    ],
    [
      "a log cut off below its own checkpoint",
      (copy) => copy.exec(`DELETE FROM events WHERE seq >= ${head.seq}`),
      () =>
        `The log ends at event ${head.seq - 1}, and the export checkpoint of ${head.at.slice(0, 10)} knows event ${head.seq}`,
    ],
    [
      "a checkpoint that was deleted",
      (copy) => copy.exec(`DELETE FROM checkpoints WHERE seq = ${head.seq}`),
      () => `Event ${head.seq} was signed when it was made, and its checkpoint is not there`,
    ],
    [
      "a checkpoint that was changed",
      (copy) => copy.exec(`UPDATE checkpoints SET at = '2026-01-01T00:00:00.000Z' WHERE seq = ${head.seq}`),
      () => `The signature of the export checkpoint of 2026-01-01, of event ${head.seq}, does not fit`,
    ],
  ])("%s", (_, change, says) => {
    const copy = tamper(server.data, change);
    const { status, said } = inFolder(copy.data);
    copy.remove();
    expect(said).toContain(says());
    expect(status).toBe(1);
  });

  test("a log made anew by somebody with the key too: not by the folder, and by any form of what was kept", async () => {
    const seed = readFileSync(join(dataPaths(server.data).keys, "signing.key"), "utf8").trim();
    const copy = tamper(server.data, (database) => {
      rechain(database, first + 5);
      signAnew(database, withPublicKey(seed));
    });
    expect(inFolder(copy.data).said).toMatch(/whole, 1 erased/);
    for (const form of [kept, code, receipts]) {
      const { status, said } = inFolder(copy.data, "--checkpoint", form);
      expect(said, form).toMatch(/^Event \d+ is another one than /m);
      expect(status).toBe(1);
    }
    // A whole copy names the very first one.
    expect(inFolder(copy.data, "--checkpoint", kept).said).toContain(`First event concerned: ${first + 5}.`);
    copy.remove();
  });

  test("a log cut off with all that would tell of it: by what was kept", () => {
    const copy = tamper(server.data, (database) => {
      database.exec(
        `DELETE FROM events WHERE seq >= ${head.seq}; DELETE FROM checkpoints WHERE seq >= ${head.seq}`,
      );
    });
    expect(inFolder(copy.data).status).toBe(0);
    const { status, said } = inFolder(copy.data, "--checkpoint", code);
    expect(said).toContain(
      `The log ends at event ${head.seq - 1}, and what you kept knows event ${head.seq}`,
    );
    expect(status).toBe(1);
    copy.remove();
  });

  test("a changed key, with all signed anew: by the key’s code, by a signed head, and by the key itself", () => {
    const other = signer();
    const copy = tamper(server.data, (database) => signAnew(database, other));
    const der = other.privateKey.export({ format: "der", type: "pkcs8" });
    writeFileSync(join(dataPaths(copy.data).keys, "signing.key"), der.subarray(-32).toString("hex"));
    expect(inFolder(copy.data).said).toMatch(/whole, 1 erased/);
    expect(inFolder(copy.data, "--checkpoint", code).said).toMatch(
      /signs with another key .*: the key was changed/,
    );
    expect(inFolder(copy.data, "--checkpoint", kept).said).toContain(
      "was signed with another key than the one in the keys",
    );
    expect(inFolder(copy.data, "--key", head.publicKey)).toMatchObject({ status: 1 });
    copy.remove();
    const unsigned = tamper(server.data, () => {});
    writeFileSync(join(dataPaths(unsigned.data).keys, "signing.key"), der.subarray(-32).toString("hex"));
    expect(inFolder(unsigned.data)).toMatchObject({
      status: 1,
      said: expect.stringContaining("the key was changed"),
    });
    unsigned.remove();
  });

  test("and the lead is told, the server goes on", async () => {
    const copy = tamper(server.data, (database) => rechain(database, first + 5));
    expect(await lookThroughLog(copy.data, "whole")).toBe(false);
    const other = await startServer({ data: copy.data });
    const lead = await signInAs(other, "dpo");
    const { json: whole } = await send(other, "GET", "/whole", { token: lead.token });
    expect(whole.checked).toMatchObject({
      chain: { broken: null, seq: last },
      contradictions: expect.arrayContaining([expect.objectContaining({ seq: head.seq, is: "differs" })]),
    });
    expect(whole.contradicted).toContain(head.seq);
    const { json: compared } = await send(other, "POST", "/whole", {
      token: lead.token,
      body: { text: code },
    });
    expect(compared).toMatchObject({ found: [{ seq: head.seq, is: "differs" }], keys: [{ same: true }] });
    const { json: today } = await send(other, "GET", "/today", { token: lead.token });
    expect(today.waiting).toContainEqual({ what: "log-contradicted", count: expect.any(Number) });
    await other.stop({ keep: true });
    copy.remove();
  });
});

describe("of the registers, verify finds", () => {
  let trained: string;
  let person: string;
  let newest: (collection: string, id: string) => number;
  beforeAll(async () => {
    // A folder of before: its rows have no hash until the baseline that an upgrade takes.
    const sealed = await server.command(["chaperone", "seal-rows"]);
    expect(sealed.status, sealed.stdout).toBe(0);
    const lead = await signInAs(server, "dpo");
    const act = async (action: string, data: object) => {
      const answer = await send(server, "POST", "/act", { token: lead.token, body: { action, data } });
      expect(answer.status, answer.text).toBe(200);
      return String(answer.json.id);
    };
    person = await act("users.add", { name: "Nell Archer", practitioner: false });
    trained = await act("training_entries.add", {
      user: person,
      completedOn: "2026-11-20",
      what: "Confidentiality",
    });
    newest = (collection, id) =>
      Number(
        database
          .prepare("SELECT max(seq) AS seq FROM events WHERE kind LIKE ? AND detail->>'id' = ?")
          .get(`${collection}.%`, id)?.seq,
      );
  });
  const looked = (change: (copy: DatabaseSync) => void) => {
    const copy = tamper(server.data, (database) => {
      // Tables of the registers have guards of their own, which somebody with the disk takes off too.
      const guards = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
      for (const { name } of guards) database.exec(`DROP TRIGGER "${name}"`);
      change(database);
    });
    const found = verify("--data", copy.data);
    copy.remove();
    return found;
  };

  test("nothing in what was not touched, and nothing of the hash is the row's", () => {
    const { status, said } = looked(() => {});
    expect(said).toMatch(/rows of the registers agree/);
    expect({ status, said: said.includes("behind the server") }).toEqual({ status: 0, said: false });
    const { detail } = rowAt(newest("training_entries", trained));
    expect(JSON.parse(detail).row).toEqual({ v: sealedNow, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(detail).not.toContain("2026-11-20");
  });

  test.each<[string, string, () => string]>([
    [
      "a training date",
      "UPDATE training_entries SET completedOn = '2026-11-01' WHERE completedOn = '2026-11-20'",
      () =>
        `Row ${trained} of training_entries was changed behind the server: event ${newest("training_entries", trained)} left it`,
    ],
    [
      "a role",
      "UPDATE users SET role = 'manager' WHERE name = 'Nell Archer'",
      () =>
        `Row ${person} of users was changed behind the server: event ${newest("users", person)} left it otherwise.`,
    ],
    [
      "the text of an incident of before",
      "UPDATE breaches SET text = 'Nothing happened.' WHERE number = 1",
      () => "of breaches was changed behind the server: event ",
    ],
    [
      "whose a browser is",
      "UPDATE browsers SET holder = 'person'",
      () => "of browsers was changed behind the server: event ",
    ],
    [
      "a row that was deleted",
      "DELETE FROM training_entries WHERE completedOn = '2026-11-20'",
      () => `Row ${trained} of training_entries was deleted behind the server: event `,
    ],
    [
      "a row that was added",
      "INSERT INTO training_entries (id, user, completedOn, by, at) VALUES ('madebynobody001', '', '2026-01-01', '', '')",
      () => "Row madebynobody001 of training_entries was added behind the server: no event made it.",
    ],
    [
      "a row with its salt taken",
      `DELETE FROM row_salts WHERE collection = 'training_entries'`,
      () => `Row ${trained} of training_entries was changed behind the server`,
    ],
    [
      "a baseline with a row of it changed to fit",
      "UPDATE row_seals SET hash = replace(hash, 'a', 'b')",
      () => "The baseline of rows that event ",
    ],
  ])("%s", (_, sql, says) => {
    const { status, said } = looked((copy) => copy.exec(sql));
    expect(said).toContain(says());
    expect(status).toBe(1);
  });
});

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
