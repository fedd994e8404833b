import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root, toolNode } from "../../scripts/base/root.mjs";
import { exportEvents } from "../../scripts/export-events.mjs";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { eraseByTwo } from "../support/erase-by-two.ts";
import { appendEvents } from "../support/old-events.ts";
import { hooksFolder } from "../support/server/hooks-folder.ts";
import {
  exampleUsers,
  ingest,
  pairedBrowser,
  recordView,
  type SignedIn,
  send,
  signInAs,
} from "../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../support/server/server.ts";

/** Events older than any family is kept, and how many views there are besides. */
const old = 3_000;
const views = 400;
/** The view that is erased: a record that nobody else opened. */
const secretRef = "88112233445566778";
const secretId = "erasemeplease01";

let server: TestServer;
let hooks: string;
let lead: SignedIn;
let manager: SignedIn;
let seq = 0;
let receipt = { seq: 0, hash: "" };

/** The project's hooks, and a route that does at once what the clock does in a minute. */
beforeAll(async () => {
  hooks = mkdtempSync(join(tmpdir(), "chaperone-hooks-"));
  cpSync(await hooksFolder(), hooks, { recursive: true });
  const route = `routerAdd("POST", "/test/minute", (e) => {
    require(\`\${__hooks}/server.js\`).ledger.finishScrub($app);
    e.noContent(204);
  });`;
  writeFileSync(join(hooks, "minute.pb.js"), route);
  server = await startServer({ example: true, hooks });
  lead = await signInAs(server, "dpo");
  manager = await signInAs(server, "manager");
  appendEvents(server, oldEvents());
  const staff = exampleUsers(server).find(({ role }) => role === "staff");
  const browser = await pairedBrowser(server, "--user", staff?.email ?? "");
  for (let done = 0; done < views; done += 200) {
    const batch = Array.from({ length: 200 }, (_, i) => recordView(done + i + 1, `${100_000 + done + i}`));
    if (done === 200) batch[100] = recordView(done + 101, secretRef, { id: secretId });
    const { results } = await ingest(server, browser, batch);
    const stored = results.find(({ id }) => id === secretId);
    if (stored?.seq && stored.hash) receipt = { seq: stored.seq, hash: stored.hash };
  }
  seq = receipt.seq;
  // Readings of that record, by the lead too: they may not give away afterwards who opened it.
  for (const path of [`/events?record=${secretRef}`, `/events?record=${secretRef}&user=${lead.id}`]) {
    await send(server, "GET", path, { token: lead.token });
  }
});

afterAll(async () => {
  await server.stop();
  rmSync(hooks, { recursive: true, force: true });
});

/** Events of three years ago, linked as the server would have. */
const oldEvents = () =>
  Array.from({ length: old }, (_, i) => {
    const kind = (i + 1) % 3 === 0 ? "notices.update" : "record.view";
    return {
      kind,
      detail: kind === "record.view" ? '{"v":1}' : '{"id":"x","v":1}',
      receivedAt: "2023-05-06T07:08:09.000Z",
      id: oldId(i + 1),
      recordRef: oldRef(i + 1),
      browser: "oldbrowser00001",
      n: i + 1,
    };
  });
const oldId = (i: number): string => `oldevent${String(i).padStart(7, "0")}`;
const oldRef = (i: number): string => `oldref${String(i).padStart(7, "0")}`;

/** Whether any file of the database holds a text, in any table, index, free page or log. */
function held(text: string): string[] {
  const { pb } = dataPaths(server.data);
  return ["data.db", "data.db-wal", "auxiliary.db", "auxiliary.db-wal"].filter(
    (name) => existsSync(`${pb}/${name}`) && readFileSync(`${pb}/${name}`).includes(text),
  );
}

test("one event erased while the log is being read, others expired: no byte is left, and the ledger is whole", async () => {
  expect(held(secretId)).not.toEqual([]);
  expect(held(secretRef)).not.toEqual([]);
  expect(held(oldId(1))).not.toEqual([]);

  let reading = true;
  const readers = Array.from({ length: 3 }, async () => {
    while (reading) await send(server, "GET", "/events?limit=200", { token: lead.token });
  });
  const erased = await eraseByTwo(server, lead, manager, { seq, ground: "Recorded on a private visit" });
  reading = false;
  await Promise.all(readers);
  expect(erased.status).toBe(200);
  for (const text of [secretId, secretRef]) expect(held(text), text).toEqual([]);

  // For this log the clock stood at 2023, and then jumped: nothing expires before the lead has confirmed the time.
  expect((await server.command(["chaperone", "expire"])).status).toBe(1);
  const { clock } = (await send(server, "GET", "/today", { token: lead.token })).json;
  const confirmed = await send(server, "POST", "/act", {
    token: lead.token,
    body: { action: "clinic.confirmTime", data: { after: clock.after, shown: clock.now } },
  });
  expect(confirmed.status).toBe(200);
  const expired = await server.command(["chaperone", "expire"]);
  const due = Math.ceil((old * 2) / 3);
  expect(expired.stdout.trim()).toBe(`${due} events expired.`);
  for (const i of [1, 2, 4, 1_000, old - 1]) {
    expect(held(oldId(i)), oldId(i)).toEqual([]);
    expect(held(oldRef(i)), oldId(i)).toEqual([]);
  }
  // What never expires is as it was.
  expect(held(oldId(3))).not.toEqual([]);

  const out = `${server.data}/events.jsonl`;
  const receipts = `${server.data}/receipts.jsonl`;
  await exportEvents(server.data, out, { hooks: await hooksFolder() });
  writeFileSync(receipts, `${JSON.stringify(receipt)}\n`);
  const verify = spawnSync(toolNode(), ["scripts/verify.ts", out, "--receipts", receipts], {
    cwd: root,
    encoding: "utf8",
  });
  expect(verify.stdout).toMatch(/^Remark at event \d+: time runs backwards, by \d+ days\.$/m);
  expect(verify.stdout).toMatch(/^Remark at event \d+: time jumps ahead, by \d+ days\.$/m);
  expect(verify.stdout).toContain(` events, whole, 1 erased, ${due} expired, head `);
  expect(verify.status).toBe(0);
  for (const file of [out, receipts]) rmSync(file);
});

test("the daily run expires nothing twice, and two at once exclude each other", async () => {
  const both = await Promise.all([
    server.command(["chaperone", "expire"]),
    server.command(["chaperone", "expire"]),
  ]);
  for (const { stdout } of both) {
    expect(stdout.trim()).toMatch(
      /^(0 events expired\.|Another expiry is running: try again when it has ended\.)$/,
    );
  }
  expect(both.some(({ status }) => status === 0)).toBe(true);
});

test("while another process reads, erasing is quick, and the log goes within a minute of its end", async () => {
  const browser = await pairedBrowser(server, "--desk", "Back desk");
  const ref = "77665544332211009";
  const shown = { kind: "notice.shown", recordRef: undefined, system: undefined, recordKind: undefined };
  const notice = { ...recordView(9_001, ref), ...shown, detail: { v: 1, notice: 1, desk: true } };
  const { results } = await ingest(server, browser, [notice, recordView(9_002, ref)]);
  const reader = new DatabaseSync(dataPaths(server.data).database);
  reader.exec("BEGIN");
  reader.prepare("SELECT max(seq) FROM events").get();

  const since = Date.now();
  const erasure = { seq: results[1]?.seq, ground: "Recorded on a private visit" };
  const erased = await eraseByTwo(server, lead, manager, erasure);
  expect(erased.status).toBe(200);
  // PocketBase's own wait for a reader is ten seconds.
  expect(Date.now() - since).toBeLessThan(9_500);
  const minute = () => fetch(`${server.inner}/test/minute`, { method: "POST" });
  await minute();
  expect(held(ref)).not.toEqual([]);
  reader.close();
  await minute();
  expect(held(ref)).toEqual([]);
});
