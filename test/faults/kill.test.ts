import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Receipt } from "#domain/ledger/event";
import { bodyHash, type EventRow, eventColumns, linkHash } from "#domain/ledger/ledger";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { sha256 } from "../support/server/chain.ts";
import { ingest, mailOutcome, pairedBrowser } from "../support/server/ledger-client.ts";
import { freePort, startServer, type TestServer } from "../support/server/server.ts";

const kills = 20;
const writers = 4;
/** Events in a batch: enough that a kill falls into the middle of one. */
const batch = 50;
/** The shortest and longest life of a server, in milliseconds. */
const life = [120, 500] as const;

/** A browser's outbox: it sends until told to stop, keeps what was not answered, and notes what was. */
class Writer {
  readonly receipts = new Map<string, Receipt>();
  readonly #token: string;
  readonly #name: string;
  #n = 0;
  #outbox: { id: string }[] = [];

  constructor(token: string, name: string) {
    this.#token = token;
    this.#name = name;
  }

  async send(server: TestServer): Promise<void> {
    while (this.#outbox.length < batch) {
      this.#n += 1;
      const id = `${this.#name}${String(this.#n).padStart(14, "0")}`;
      this.#outbox.push(mailOutcome(this.#n, { id }) as { id: string });
    }
    const { results } = await ingest(server, this.#token, this.#outbox);
    for (const { id, status, seq, hash } of results) {
      if (status === "refused" || !seq || !hash) throw new Error(`${id} was ${status}`);
      const before = this.receipts.get(id);
      if (before && before.hash !== hash) throw new Error(`${id} has two receipts`);
      this.receipts.set(id, { seq, hash });
    }
    this.#outbox = [];
  }

  async sendUntil(server: TestServer, ended: () => boolean): Promise<void> {
    while (!ended()) await this.send(server).catch(unlessGone);
  }
}

/** A server that was killed answers nothing more, or whoever stands in front says so; any other answer is a fault. */
function unlessGone(error: unknown): void {
  if (!(error instanceof TypeError || /^502 /.test((error as Error).message))) throw error;
}

test(`${kills} kills in mid-batch under ${writers} writers: nothing acknowledged is missing, the chain is whole, each event once`, async () => {
  const port = await freePort();
  let server = await startServer({ port });
  const { data } = server;
  const tokens: string[] = [];
  for (let i = 0; i < writers; i += 1) tokens.push(await pairedBrowser(server, "--desk", `Desk ${i + 1}`));
  const all = tokens.map((token, i) => new Writer(token, "abcd"[i] ?? "x"));

  for (let kill = 0; kill < kills; kill += 1) {
    let ended = false;
    const sending = all.map((writer) => writer.sendUntil(server, () => ended));
    await sleep(life[0] + ((life[1] - life[0]) * kill) / kills);
    await server.kill9();
    ended = true;
    await Promise.all(sending);
    server = await startServer({ data, port });
  }
  await Promise.all(all.map((writer) => writer.send(server)));
  await server.stop({ keep: true });

  const database = new DatabaseSync(dataPaths(data).database);
  const rows = database
    .prepare(`SELECT ${eventColumns.join(", ")} FROM events ORDER BY seq`)
    .all() as unknown as EventRow[];
  database.close();
  rmSync(data, { recursive: true, force: true });

  let last = { seq: 0, hash: "" };
  for (const row of rows) {
    expect([row.seq, row.prev]).toEqual([last.seq + 1, last.hash]);
    expect([row.bodyHash, row.hash]).toEqual([bodyHash(row, sha256), linkHash(row, sha256)]);
    last = row;
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  expect(byId.size).toBe(rows.length);
  const receipts = all.flatMap((writer) => [...writer.receipts]);
  expect(receipts.length).toBeGreaterThan(kills * writers);
  for (const [id, { seq, hash }] of receipts) expect(byId.get(id)).toMatchObject({ seq, hash });
});
