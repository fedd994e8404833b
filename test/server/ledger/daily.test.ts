import { createPublicKey, verify } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Checkpoint, checkpointText } from "#domain/ledger/ledger";
import { root } from "../../../scripts/base/root.mjs";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { clockJob, hooksFolder } from "../../support/server/hooks-folder.ts";
import { ingest, mailOutcome, pairedBrowser, send } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;
let hooks: string;

/** The project's hooks, and a route that does at once what the clock does in an hour. */
beforeAll(async () => {
  hooks = mkdtempSync(join(tmpdir(), "chaperone-hooks-"));
  cpSync(await hooksFolder(), hooks, { recursive: true });
  const route = `routerAdd("POST", "/test/hour", (e) => {
    require(\`\${__hooks}/server.js\`).ledger.daily($app);
    e.noContent(204);
  });`;
  writeFileSync(join(hooks, "hour.pb.js"), route);
  server = await startServer({ hooks });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
});

/** Of the browser that a token was given to. */
const idOf = (token: string): string => JSON.parse(atob(token.split(".")[1] ?? "")).id;

afterAll(async () => {
  database.close();
  await server.stop();
  rmSync(hooks, { recursive: true, force: true });
});

test("new rows are hashed and the head is signed once a day, however often the hour strikes", async () => {
  const desk = await pairedBrowser(server, "--desk", "Front desk");
  const { head } = await ingest(server, desk, [mailOutcome(1)]);
  for (let hour = 0; hour < 3; hour += 1) {
    expect((await fetch(`${server.inner}/test/hour`, { method: "POST" })).status).toBe(204);
  }
  const points = database.prepare("SELECT * FROM checkpoints").all() as unknown as (Checkpoint & {
    why: string;
  })[];
  expect(points).toHaveLength(1);
  const since = database.prepare("SELECT seq, hash, kind, detail FROM events WHERE seq > ?").all(head.seq);
  expect(since.map(({ kind, detail }) => [kind, JSON.parse(String(detail)).why])).toEqual([
    ["row.seal", "daily"],
  ]);
  const sealed = database.prepare("SELECT collection FROM row_seals WHERE row = ?").all(idOf(desk));
  expect(sealed.map(({ collection }) => collection)).toEqual(["browsers"]);
  const [point] = points;
  expect(point).toMatchObject({ seq: since[0]?.seq, hash: since[0]?.hash, why: "daily" });
  if (!point) return;
  const key = Buffer.from(`302a300506032b6570032100${point.publicKey}`, "hex");
  const publicKey = createPublicKey({ key, format: "der", type: "spki" });
  const signature = Buffer.from(point.signature, "hex");
  expect(verify(null, Buffer.from(checkpointText(point)), publicKey, signature)).toBe(true);
});

test("a server that cannot write answers 503, so that browsers keep their events", async () => {
  const desk = await pairedBrowser(server, "--desk", "Back desk");
  database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
  );
  const body = { sentAt: new Date().toISOString(), events: [mailOutcome(7)] };
  expect((await send(server, "POST", "/events", { token: desk, body })).status).toBe(503);
  database.exec("DROP TRIGGER full");
  expect((await send(server, "POST", "/events", { token: desk, body })).json.results[0].status).toBe(
    "accepted",
  );
});

test("console commands beside a busy server neither fail nor disturb it", async () => {
  const tokens = [
    await pairedBrowser(server, "--desk", "Desk 1"),
    await pairedBrowser(server, "--desk", "Desk 2"),
  ];
  let busy = true;
  const writing = tokens.map(async (token, writer) => {
    for (let n = 1; busy; n += 1) {
      const event = mailOutcome(n, { id: `w${writer}${String(n).padStart(13, "0")}` });
      expect((await ingest(server, token, [event])).results[0]?.status).toBe("accepted");
    }
  });
  const commands = ["sign-export", "expire", "sign-export", "sign-export"].map((verb) =>
    server.command(["chaperone", verb]),
  );
  for (const { status, stdout } of await Promise.all(commands)) expect(status, stdout).toBe(0);
  busy = false;
  await Promise.all(writing);
});

test("a backup made in the terminal holds the database and none of the keys", async () => {
  const { status, stdout } = await server.command(["chaperone", "backup"]);
  expect(status, stdout).toBe(0);
  const zip = unzipSync(readFileSync(join(server.data, stdout.trim())));
  expect(Object.keys(zip)).toContain("data.db");
  expect(Object.keys(zip).filter((name) => name.endsWith(".key"))).toEqual([]);
});

test("in the product the clock does it each hour, as it draws samples, and reminds each minute", () => {
  const folder = join(root, "pb_hooks");
  const files = readdirSync(folder).filter((name) => name.endsWith(".pb.js"));
  const jobs = files.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(clockJob)]);
  expect(Object.fromEntries(jobs.map(([, name, when]) => [name, when]))).toEqual({
    "ledger-daily": "17 * * * *",
    "weekly-sample": "5 * * * *",
    "register-reminders": "* * * * *",
  });
});
