import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBack } from "../../../scripts/backup/watch.mjs";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { ingest, mailOutcome, pairedBrowser, send, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let desk: string;
let n = 0;
beforeAll(async () => {
  server = await startServer({ example: true });
  desk = await pairedBrowser(server, "--desk", "Front desk");
});
afterAll(() => server?.stop());

const next = () => (n += 1);
const sendOne = () => ingest(server, desk, [mailOutcome(next())]);
const durable = async () => (await ingest(server, desk, [])).durable;
async function backup(): Promise<string> {
  const { status, stdout } = await server.command(["chaperone", "backup"]);
  expect(status, stdout).toBe(0);
  return join(server.data, stdout.trim());
}
async function waiting(): Promise<unknown> {
  const { token } = await signInAs(server, "dpo");
  const { waiting } = (await send(server, "GET", "/today", { token })).json;
  return waiting.find(({ what }: { what: string }) => what === "backup");
}

test("is nothing before a backup was read back, then its head, whatever came since", async () => {
  const { head } = await sendOne();
  expect(await durable()).toBe(0);
  await backup();
  expect(await durable()).toBe(0);
  const read = await readBack(server.data);
  expect(JSON.parse(read.stdout)).toMatchObject(head);
  expect(await durable()).toBe(head.seq);
  await sendOne();
  expect(await durable()).toBe(head.seq);
  expect(existsSync(dataPaths(server.data).readingBack)).toBe(false);
});

test("a backup holds its mark, and the server's folder doesn't once it is made", async () => {
  const file = await backup();
  const mark = JSON.parse(
    Buffer.from(unzipSync(readFileSync(file))["chaperone-backup.json"] ?? []).toString(),
  );
  expect(mark).toEqual({ backup: basename(file), at: expect.any(String) });
  // Named to the millisecond: one made within a second of another takes not its place.
  expect(basename(file)).toMatch(/^chaperone_\d{17}\.zip$/);
  const { backupMark, backingUp } = dataPaths(server.data);
  expect([existsSync(backupMark), existsSync(backingUp)]).toEqual([false, false]);
});

test("a damaged backup, or one of another log, counts for nothing; what was read before still does", async () => {
  const before = await durable();
  await sendOne();
  const file = await backup();
  const whole = readFileSync(file);
  writeFileSync(file, Buffer.from(whole).fill(0x41, 5_000, 6_000));
  const named = await readBack(server.data, basename(file));
  expect([named.status, named.stderr]).toEqual([1, expect.stringContaining("could not be read back")]);
  expect(await durable()).toBe(before);
  // Mended, it is another file and is read again.
  writeFileSync(file, whole);
  utimesSync(file, new Date(), new Date(Date.now() + 5_000));
  expect((await readBack(server.data)).status).toBe(0);
  expect(await durable()).toBeGreaterThan(before);
  // What the file says of a hash that this ledger doesn't have is not believed.
  const list = dataPaths(server.data).readBack;
  const text = readFileSync(list, "utf8");
  writeFileSync(list, text.replaceAll(/"hash":"[0-9a-f]{64}"/g, `"hash":"${"0".repeat(64)}"`));
  expect(await durable()).toBe(0);
  writeFileSync(list, "{");
  expect(await durable()).toBe(0);
  writeFileSync(list, text);
  expect(await durable()).toBeGreaterThan(before);
});

test("falls to what still lies there when backups are deleted", async () => {
  const folder = join(dataPaths(server.data).pb, "backups");
  const top = await durable();
  const { backups } = JSON.parse(readFileSync(dataPaths(server.data).readBack, "utf8"));
  const newest = backups.find(({ seq }: { seq: number }) => seq === top);
  rmSync(join(folder, newest.backup));
  const left = await durable();
  expect(left).toBeLessThan(top);
  expect(left).toBeGreaterThan(0);
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  expect(await durable()).toBe(0);
});

test("the lead is told when none was read back for two days, and only then", async () => {
  // The example clinic's events are weeks old, and every backup is gone.
  expect(await waiting()).toMatchObject({ what: "backup", count: expect.any(Number) });
  await backup();
  await readBack(server.data);
  expect(await waiting()).toBeUndefined();
  const list = dataPaths(server.data).readBack;
  const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000).toISOString();
  writeFileSync(
    list,
    readFileSync(list, "utf8").replaceAll(/"readAt":"[^"]*"/g, `"readAt":"${threeDaysAgo}"`),
  );
  expect(await waiting()).toEqual({ what: "backup", count: 3 });
});
