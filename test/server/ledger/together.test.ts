import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { IngestAnswer } from "#domain/ledger/event";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { ingest, mailOutcome, pairedBrowser, send } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

/** Calls of many browsers at once: those that come while one is under way go to the ledger together. */
let server: TestServer;
let database: DatabaseSync;
const desks: string[] = [];

beforeAll(async () => {
  server = await startServer({ example: true });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  for (let i = 0; i < 8; i += 1) desks.push(await pairedBrowser(server, "--desk", `Desk ${i}`));
  // From here on the process in front knows them.
  for (const desk of desks) await ingest(server, desk, []);
});
afterAll(async () => {
  database.close();
  await server.stop();
});

const idOf = (token: string): string => JSON.parse(atob(token.split(".")[1] ?? "")).id;
/** Events of these tests, by the instant at which their transaction wrote them: those of one call, or of several. */
const chain = () =>
  database.prepare("SELECT seq, hash, prev, n, browser FROM events ORDER BY seq").all() as {
    seq: number;
    hash: string;
    prev: string;
    n: number;
    browser: string;
  }[];

/** Event `n` of a desk, whose ids are nobody else's. */
const eventOf = (desk: number, n: number): object => {
  const end = String(desk * 1_000 + n).padStart(12, "0");
  return mailOutcome(n, { id: `tog${end}`, trace: `trc${end}` });
};

test("each is answered as its own, and the chain is whole", async () => {
  const before = chain().length;
  const sent = desks.map(async (token, desk) => {
    const seqs: number[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const { results, head } = await ingest(server, token, [eventOf(desk, n)]);
      expect(results).toMatchObject([{ status: "accepted", id: expect.stringMatching(/^tog/) }]);
      const seq = (results[0] as { seq?: number }).seq ?? 0;
      expect(head.seq).toBeGreaterThanOrEqual(seq);
      seqs.push(seq);
    }
    return seqs;
  });
  const seqs = await Promise.all(sent);
  const rows = chain();
  expect(rows.length - before).toBe(8 * 12);
  rows.forEach((row, i) => {
    if (i > 0) expect([row.seq, row.prev]).toEqual([(rows[i - 1]?.seq ?? 0) + 1, rows[i - 1]?.hash]);
  });
  desks.forEach((token, desk) => {
    const own = rows.filter(({ browser }) => browser === idOf(token)).slice(-12);
    expect(own.map(({ seq }) => seq)).toEqual(seqs[desk]);
    expect(own.map(({ n }) => n)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });
});

test("one that has no business there, or is not well made, hears so; its neighbours are stored", async () => {
  const revoked = desks[7] as string;
  database.prepare("UPDATE browsers SET revoked = TRUE WHERE id = ?").run(idOf(revoked));
  const call = (token: string, body: unknown) => send(server, "POST", "/events", { token, body });
  const sentAt = new Date().toISOString();
  const again = eventOf(6, 19);
  await ingest(server, desks[6] as string, [again]);
  const answers = await Promise.all([
    ...desks.slice(0, 3).map((token, desk) => call(token, { sentAt, events: [eventOf(desk, 20)] })),
    call(revoked, { sentAt, events: [eventOf(7, 20)] }),
    call(desks[3] as string, "{"),
    call(desks[4] as string, { sentAt, events: [eventOf(4, 20), { id: "no event" }] }),
    call(desks[5] as string, `{"sentAt":"${sentAt}","events":[{"id":"\\ud800"}]}`),
    call(desks[6] as string, { sentAt, events: [again] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401, 400, 200, 200, 200]);
  const statuses = (at: number) => {
    const answer: IngestAnswer | undefined = answers[at]?.json;
    return answer?.results.map(({ status }) => status);
  };
  expect(statuses(5)).toEqual(["accepted", "refused"]);
  expect(statuses(6)).toEqual(["refused"]);
  // Sent before, as a browser does that did not hear the answer.
  expect(statuses(7)).toEqual(["duplicate"]);
  expect(answers[0]?.headers.get("content-type")).toContain("application/json");
  expect([...(answers[0]?.headers.keys() ?? [])].filter((name) => name.startsWith("x-chaperone"))).toEqual(
    [],
  );
  expect(chain().filter(({ browser }) => browser === idOf(revoked)).length).toBe(12);
});

test("the way by which they go together is open to nobody else", async () => {
  const body = JSON.stringify({ calls: [{ token: desks[0], body: '{"events":[]}' }] });
  for (const base of [server.url, server.inner])
    for (const path of ["events-together", "events-together/", "%65vents-together"]) {
      const headers = { "Content-Type": "application/json", Authorization: desks[0] as string };
      const answer = await fetch(`${base}/api/chaperone/${path}`, { method: "POST", headers, body });
      expect([403, 404]).toContain(answer.status);
      const nobody = await fetch(`${base}/api/chaperone/${path}`, { method: "POST", body });
      expect(nobody.status).toBe(404);
    }
});
