import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IngestAnswer } from "#domain/ledger/event";
import { root } from "../../scripts/base/root.mjs";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { ingest, mailOutcome, pairedBrowser, send } from "../support/server/ledger-client.ts";
import { npmScript, type Run } from "../support/server/npm-script.ts";
import { freePort, startServer, type TestServer } from "../support/server/server.ts";
import { start } from "../support/server/start.ts";

/** Data as a kill left it: a backup of ten events that was read back, seven events after it, and the log beside the database. */
let killed: string;
let zip: string;
let tokens: { front: string; back: string; late: string };
let after: { front: IngestAnswer; back: IngestAnswer };
const folders: string[] = [];

const restore = (data: string, from: string): Promise<Run> =>
  npmScript("restore", ["--data", data, "--from", from]);
const events = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    mailOutcome(from + i, {
      id: `${letter}${String(from + i).padStart(14, "0")}`,
      occurredAt: "2026-11-28T09:00:00.000Z",
    }),
  );
const statuses = ({ results }: IngestAnswer) => results.map(({ status }) => status);

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-restore-"));
  folders.push(folder);
  return folder;
}

/** A copy of the killed folder, to be done with as one likes. */
function killedCopy(): string {
  const data = join(tempFolder(), "data");
  cpSync(killed, data, { recursive: true, preserveTimestamps: true });
  return data;
}

/** All that lies in a folder, by name and content; SQLite's index of a log is made anew by whoever reads it. */
function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith("-shm"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`)
    .sort();
}

beforeAll(async () => {
  const server = await startServer();
  killed = server.data;
  folders.push(killed);
  tokens = {
    front: await pairedBrowser(server, "--desk", "Front desk"),
    back: await pairedBrowser(server, "--desk", "Back desk"),
    late: "",
  };
  expect((await ingest(server, tokens.front, events("f", 1, 4))).durable).toBe(0);
  expect((await ingest(server, tokens.back, events("b", 1, 4))).durable).toBe(0);
  const made = await npmScript("backup", ["--data", server.data]);
  expect(made.status, made.stderr).toBe(0);
  expect(made.stderr).toContain("Read back: up to event 10, of ");
  zip = join(server.data, made.stdout.trim());
  after = {
    front: await ingest(server, tokens.front, events("f", 5, 7)),
    back: await ingest(server, tokens.back, events("b", 5, 7)),
  };
  tokens.late = await pairedBrowser(server, "--desk", "New desk");
  await server.kill9();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("the watermark is what the backup held, not the head", () => {
  expect(after.front.durable).toBe(10);
  expect(after.back).toMatchObject({ durable: 10, head: { seq: 16 } });
});

describe("a backup, a kill, a restore", () => {
  test("ends in a log that is whole, to which browsers bring back what came after the backup", async () => {
    const data = killedCopy();
    const said = await restore(data, join(data, "pb", "backups", zip.split("/").at(-1) ?? ""));
    expect(said.status, said.stderr).toBe(0);
    expect(said.stdout).toContain("The backup goes up to event 10, of ");
    expect(said.stdout).toMatch(/held 7 events after that, up to .*: 6 from browsers, 1 made by the server/);
    expect(said.stdout).toContain("Browsers bring back what they sent after event 10");
    expect(said.stdout).toContain("They don't bring back what was done in the dashboard");
    const aside = readdirSync(data).find((name) => name.startsWith("pb.before-restore-")) ?? "";
    expect(existsSync(join(data, aside, "data.db-wal"))).toBe(true);
    expect(readdirSync(join(data, "pb", "backups"))).toEqual(readdirSync(join(data, aside, "backups")));

    const server: TestServer = await startServer({ data });
    // A browser that was paired after the backup is told so, and no more.
    const unknown = await send(server, "POST", "/events", {
      token: tokens.late,
      body: { sentAt: new Date().toISOString(), events: [] },
    });
    expect([unknown.status, unknown.json.status]).toEqual([401, 401]);
    // The others find that the head is behind their receipts, and offer what the watermark had not passed.
    const [frontReceipt, backReceipt] = [after.front.head, after.back.head];
    const beat = await ingest(server, tokens.front, [], { receipt: frontReceipt });
    expect(beat).toMatchObject({ head: { seq: 10 }, durable: 10 });
    const front = await ingest(server, tokens.front, events("f", 3, 7), { receipt: frontReceipt });
    expect(statuses(front)).toEqual(["duplicate", "duplicate", "accepted", "accepted", "accepted"]);
    const back = await ingest(server, tokens.back, events("b", 5, 7), { receipt: backReceipt });
    expect(statuses(back)).toEqual(["accepted", "accepted", "accepted"]);
    expect(back).toMatchObject({ head: { seq: 16 }, durable: 10 });

    const file = join(dirname(data), "events.jsonl");
    const receipts = join(dirname(data), "receipts.jsonl");
    expect((await npmScript("export-events", ["--data", data, "--out", file])).status).toBe(0);
    writeFileSync(receipts, [...front.results, ...back.results].map((one) => JSON.stringify(one)).join("\n"));
    const verified = await npmScript("verify", [file, "--receipts", receipts]);
    expect(verified.stdout, verified.stderr).toMatch(/^17 events, whole, /);
    // A receipt of before the restore shows that the log went back.
    writeFileSync(receipts, JSON.stringify(after.back.results[0]));
    expect((await npmScript("verify", [file, "--receipts", receipts])).stdout).toContain("rolled back");
    const mismatched = new DatabaseSync(dataPaths(data).database, { readOnly: true });
    expect(mismatched.prepare("SELECT count(*) AS n FROM browsers WHERE chainMismatch").get()?.n).toBe(2);
    mismatched.close();
    await server.stop();
  });

  test("by hand over the killed server's log is refused at the start, and the command it names mends it", async () => {
    const data = killedCopy();
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip))))
      writeFileSync(join(data, "pb", name), bytes);
    const before = contents(data);
    const port = await freePort();
    const attempt = start(["--port", String(port), "--data", data]);
    expect(await attempt.ended).toBe(1);
    expect(contents(data)).toEqual(before);
    const [, words = ""] = /Run npm run -s restore -- (.*)/.exec(attempt.printed()) ?? [];
    const mended = await npmScript("restore", words.trim().split(" "));
    expect(mended.status, mended.stderr).toBe(0);
    expect(mended.stdout).toContain("What was newer in the folder that it replaces could not be read.");
    const again = start(["--port", String(port), "--data", data]);
    await again.says("Chaperone is served at");
    expect(await again.end("SIGINT")).toBe(0);
  });

  test("killed at any moment can be run again, and ends well", async () => {
    const data = killedCopy();
    const held = contents(join(data, "pb"));
    for (let kill = 0; kill < 8; kill += 1) {
      const script = join(root, "scripts", "backup", "restore.mjs");
      const child: ChildProcess = spawn(process.execPath, [script, "--data", data, "--from", zip]);
      const ended = new Promise((resolve) => child.once("close", resolve));
      // It has begun to unpack; from there on it is killed a little later each time.
      while (!existsSync(dataPaths(data).restoring) && child.exitCode === null) await sleep(2);
      await sleep(kill * 20);
      child.kill("SIGKILL");
      await ended;
    }
    const last = await restore(data, zip);
    expect(last.status, last.stderr).toBe(0);
    const names = readdirSync(data);
    expect(names).not.toContain("pb.restoring");
    expect(names).not.toContain("restore.json");
    // The folder of the kill is whole in the first one that was moved aside.
    const [first = ""] = names.filter((name) => name.startsWith("pb.before-restore-")).sort();
    expect(contents(join(data, first)).map((line) => line.replace(first, "pb"))).toEqual(held);
    const server = await startServer({ data });
    expect((await ingest(server, tokens.front, events("f", 5, 7))).head.seq).toBe(13);
    await server.stop();
  });

  test("into an empty folder needs the keys alone", async () => {
    const data = join(tempFolder(), "data");
    expect((await restore(data, zip)).stderr).toContain("There are no keys in");
    cpSync(dataPaths(killed).keys, dataPaths(data).keys, { recursive: true });
    expect((await restore(data, zip)).stdout).toContain("up to event 10");
    const server = await startServer({ data });
    expect((await ingest(server, tokens.front, [])).head.seq).toBe(10);
    await server.stop();
  });
});

/** The backup with its database changed by SQL, or with another file in its place. */
function doctored(change: string | ((files: Record<string, Uint8Array>) => void)): string {
  const folder = tempFolder();
  const files = unzipSync(readFileSync(zip));
  if (typeof change === "string") {
    const file = join(folder, "data.db");
    writeFileSync(file, files["data.db"] ?? "");
    const database = new DatabaseSync(file);
    const guards = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
    for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
    database.exec(change);
    for (const { sql } of guards) database.exec(String(sql));
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.close();
    files["data.db"] = readFileSync(file);
  } else change(files);
  writeFileSync(join(folder, "backup.zip"), zipSync(files));
  return join(folder, "backup.zip");
}

describe("what does not fit is refused, and nothing is moved", () => {
  const other = (files: Record<string, Uint8Array>) => {
    const file = join(tempFolder(), "data.db");
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE letters (text); INSERT INTO letters VALUES ('a')");
    database.close();
    files["data.db"] = readFileSync(file);
  };
  const broken = (files: Record<string, Uint8Array>) => {
    const bytes = Buffer.from(files["data.db"] ?? []);
    files["data.db"] = bytes.fill(0x41, 200_000, 260_000);
  };
  test.each<[string, string | (() => string), string]>([
    ["a file that is not there", "/no/such/backup.zip", "There is no file"],
    ["no archive", () => join(dataPaths(killed).keys, "signing.key"), "not a zip archive"],
    [
      "an archive without a database",
      () => doctored((files) => void delete files["data.db"]),
      "holds no data.db",
    ],
    ["another program's database", () => doctored(other), "no event log of Chaperone"],
    ["a broken database", () => doctored(broken), "is broken"],
    [
      "a later version's",
      () => doctored("INSERT INTO _migrations (file, applied) VALUES ('1999999999_later.js', 1)"),
      "made by a newer Chaperone",
    ],
    [
      "an event that was changed",
      () => doctored("UPDATE events SET kind = 'mail.held' WHERE seq = 5"),
      "broken at event 5: edited",
    ],
    [
      "an event that was taken out",
      () => doctored("DELETE FROM events WHERE seq = 5"),
      "broken at event 5: missing",
    ],
    ["one whose guard was taken off", () => doctored("DROP TABLE checkpoints"), "no event log of Chaperone"],
  ])("%s", async (_, given, why) => {
    const from = typeof given === "string" ? given : given();
    const before = contents(killed);
    const { status, stderr } = await restore(killed, from);
    expect([status, stderr]).toEqual([1, expect.stringContaining(why)]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(contents(killed)).toEqual(before);
  });

  test.each(["signing.key", "encryption.key", "digest.key"])("another %s", async (name) => {
    const data = killedCopy();
    const from =
      name === "signing.key"
        ? doctored(
            `INSERT INTO checkpoints (id, seq, hash, at, signature, publicKey, why) SELECT 'c00000000000000', seq, hash,
             '2026-11-28T09:00:00.000Z', '${"0".repeat(128)}', '${"0".repeat(64)}', 'daily' FROM events WHERE seq = 3`,
          )
        : zip;
    if (name !== "signing.key") {
      const size = name === "encryption.key" ? 16 : 32;
      writeFileSync(join(dataPaths(data).keys, name), randomBytes(size).toString("hex"));
    }
    expect((await restore(data, from)).stderr).toContain(`another ${name}`);
  });

  test("a folder that is being served", async () => {
    const data = killedCopy();
    const running = start(["--port", String(await freePort()), "--data", data]);
    await running.says("Chaperone is served at");
    expect((await restore(data, zip)).stderr).toContain("is already being served");
    expect(await running.end("SIGINT")).toBe(0);
  });
});

test("a backup that cannot be read back raises no watermark, and deleting the good one lowers it", async () => {
  const data = killedCopy();
  const server = await startServer({ data });
  const durable = async () => (await ingest(server, tokens.front, [])).durable;
  expect(await durable()).toBe(10);
  const made = await server.command(["chaperone", "backup"]);
  const file = join(data, made.stdout.trim());
  expect(await durable()).toBe(10);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x41, 2_000, 4_000));
  const script = join(root, "scripts", "backup", "read-back.mjs");
  const read = spawn(process.execPath, ["--no-warnings", script, data]);
  let said = "";
  read.stderr.on("data", (part) => {
    said += part;
  });
  expect(await new Promise((resolve) => read.once("close", resolve))).toBe(0);
  expect(said).toBe("");
  expect(await durable()).toBe(10);
  rmSync(join(data, "pb", "backups", zip.split("/").at(-1) ?? ""));
  expect(await durable()).toBe(0);
  expect((await npmScript("backup", ["--data", data])).status).toBe(0);
  expect(await durable()).toBeGreaterThan(10);
  await server.stop();
});

describe("an export or a check that cannot be whole fails", () => {
  test("on a full disk, into a cut pipe, and over a broken database", async () => {
    const data = killedCopy();
    const full = await npmScript("export-events", ["--data", data, "--out", "/dev/full"]);
    expect([full.status, full.stderr]).toEqual([1, expect.stringContaining("The disk is full")]);
    const command = `node scripts/ledger.mjs export-events --data ${data} --out /dev/stdout`;
    const cut = spawn("bash", ["-c", `${command} | true; exit \${PIPESTATUS[0]}`], { cwd: root });
    expect(await new Promise((resolve) => cut.once("close", resolve))).toBe(1);

    const file = dataPaths(data).database;
    const whole = readFileSync(file);
    writeFileSync(file, whole.fill(0x41, 8_192));
    const out = join(data, "events.jsonl");
    expect((await npmScript("export-events", ["--data", data, "--out", out])).status).toBe(1);
    expect(readdirSync(data).filter((name) => name.startsWith("events.jsonl"))).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    ["without a receipt", "\n\n", /holds no receipt/],
    ["with a line that is none", '{"seq":1,"hash":"x"}\n', /line 1: not a receipt/],
    ["cut in its last line", `{"seq":1,"hash":"${"a".repeat(64)}"}\n{"seq":2,"ha`, /line 2: not a receipt/],
  ])("with a file of receipts %s", async (_, receipts, why) => {
    const folder = tempFolder();
    const [events, file] = [join(folder, "events.jsonl"), join(folder, "receipts.jsonl")];
    writeFileSync(events, "");
    writeFileSync(file, receipts);
    const { status, stderr } = await npmScript("verify", [events, "--receipts", file]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(why)]);
  });

  test("an empty file", async () => {
    const file = join(tempFolder(), "events.jsonl");
    writeFileSync(file, "");
    const { status, stdout } = await npmScript("verify", [file]);
    expect(stdout).toContain("Broken at event 1: cut off. Line 1 of the file should be the signed head");
    expect(status).toBe(1);
  });
});
