import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { longestSilence } from "#domain/ledger/clock";
import { type Draft, type EventRow, eventColumns, nextLink, tombstoneId } from "#domain/ledger/ledger";
import { readBack } from "../../../scripts/backup/watch.mjs";
import { dataPaths, runCommand } from "../../../scripts/serving/server.mjs";
import { appendEvents } from "../../support/old-events.ts";
import { draft, sha256 } from "../../support/server/chain.ts";
import { ingest, mailOutcome, pairedBrowser, send, signInAs } from "../../support/server/ledger-client.ts";
import { npmScript } from "../../support/server/npm-script.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { countedSums, keptSums } from "../../support/server/sums.ts";

/** What is kept is what the rows say, table by table. */
function holds(database: DatabaseSync): void {
  const kept = keptSums(database);
  for (const [table, rows] of Object.entries(countedSums(database))) expect(kept[table], table).toEqual(rows);
}

describe("after a hostile history", () => {
  let server: TestServer;
  let database: DatabaseSync;

  beforeAll(async () => {
    server = await startServer();
    await server.stop({ keep: true });
    database = new DatabaseSync(dataPaths(server.data).database);
  });
  afterAll(() => {
    database.close();
    rmSync(server.data, { recursive: true, force: true });
  });

  /** The same numbers at each run. */
  let state = 7;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const among = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

  let clock = Date.parse("2026-01-01T08:00:00.000Z");
  let made = 0;
  const used = new Set<string>();

  function store(more: Partial<Draft>): EventRow {
    made += 1;
    const [last = { seq: 0, hash: "" }] = database
      .prepare("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1")
      .all() as unknown as EventRow[];
    const row = nextLink(last, draft(made, { receivedAt: new Date(clock).toISOString(), ...more }), sha256);
    const values = eventColumns.map((column) => row[column]);
    const marks = values.map(() => "?").join(", ");
    database
      .prepare(`INSERT INTO events (${eventColumns.map((one) => `"${one}"`)}) VALUES (${marks})`)
      .run(...values);
    // Now and then several come before they are summed.
    if (below(3) > 0 || row.kind.startsWith("event.")) sum(row.seq);
    return row;
  }
  function sum(seq: number): void {
    database.prepare("UPDATE ledger_summed SET days = ?, browsers = ?, mail = ?").run(seq, seq, seq);
  }

  /** A number of a browser that it has not used: they come in any order, and some never. */
  function unused(browser: string): number {
    for (;;) {
      const n = 1 + below(160);
      if (used.has(`${browser} ${n}`)) continue;
      used.add(`${browser} ${n}`);
      return n;
    }
  }

  function something(): void {
    // Now and then a clock that steps back, or nobody for weeks.
    clock += among([0, 1_000, 60_000, 3_600_000, 40_000_000, -30_000]);
    if (below(60) === 0) clock += 9 * 86_400_000;
    const browser = among(["b00000000000001", "b00000000000002"]);
    const late = among([0, 0, 0, 5_000, 86_400_000, 30 * 86_400_000]);
    const kind = among([
      "record.view",
      "record.search",
      "record.export",
      "browser.coverage",
      "mail.held",
      "mail.outcome",
    ]);
    const isMail = kind.startsWith("mail.");
    const detail = isMail
      ? `{"outcome":"${among(["removed", "sent-anyway", "undecided"])}","v":1}`
      : `{"v":${1 + below(2)}}`;
    store({
      kind,
      browser,
      n: kind === "browser.coverage" ? 0 : unused(browser),
      occurredAt: new Date(clock - late).toISOString(),
      user: among(["", "u00000000000001", "u00000000000002"]),
      account: among(["", "", `k1:${"a".repeat(64)}`, `k1:${"b".repeat(64)}`]),
      system: among(["", "cliniko:harbour.uk2"]),
      // Few, so that one is held again and again, by both browsers.
      trace: isMail ? among(["", "t1", "t2", "t3"]) : "",
      detail,
    });
  }

  function blankSome(kind: "event.erase" | "event.expire"): void {
    const live = database
      .prepare("SELECT seq FROM events WHERE orderedBy = 0 AND kind NOT LIKE 'event.%' ORDER BY seq")
      .all()
      .map(({ seq }) => Number(seq));
    const some =
      kind === "event.expire" ? live.slice(0, below(20)) : live.filter(() => below(10) === 0).slice(0, 6);
    if (some.length === 0) return;
    const detail = JSON.stringify({ seqs: some.map((seq) => [seq, seq]), v: 1 });
    const order = store({ kind, detail, browser: "", n: 0, occurredAt: new Date(clock).toISOString() });
    const blank =
      database.prepare(`UPDATE events SET id = ?, orderedBy = ?, user = '', account = '', attribution = '',
      browser = '', n = 0, occurredAt = '', sentAt = '', system = '', recordRef = '', recordKind = '', trace = '',
      detail = '', salt = '' WHERE seq = ?`);
    for (const seq of some) blank.run(tombstoneId(seq), order.seq, seq);
  }

  test("each sum is that of the rows, after each step", () => {
    for (let step = 0; step < 250; step += 1) {
      something();
      if (step % 25 === 24) blankSome(step % 50 === 49 ? "event.expire" : "event.erase");
      if (step % 5 === 4) {
        sum(made);
        holds(database);
      }
    }
    const { runs = [], attempts = [], silences = [] } = keptSums(database);
    // It was hostile: holes, attempts that ended in several ways, silences.
    expect(runs.length).toBeGreaterThan(20);
    expect(new Set(attempts.map(([, , outcome]) => outcome)).size).toBe(4);
    expect(silences.length).toBeGreaterThan(1);
  });

  test("a folder of before has them after its upgrade", async () => {
    const before = keptSums(database);
    database.close();
    for (const args of [
      ["migrate", "down", "1"],
      ["migrate", "up"],
    ]) {
      const { status, stdout, stderr } = await runCommand(server.data, args);
      expect(status, stdout + stderr).toBe(0);
    }
    database = new DatabaseSync(dataPaths(server.data).database);
    expect(keptSums(database)).toEqual(before);
    holds(database);
  });

  test("a write that comes to nothing leaves none of them changed", () => {
    const before = keptSums(database);
    database.exec("BEGIN");
    something();
    something();
    sum(made);
    database.exec("ROLLBACK");
    expect(keptSums(database)).toEqual(before);
  });
});

test("a silence that the clock is doubted for is among those that are kept", () => {
  expect(longestSilence).toBeGreaterThan(7 * 86_400_000);
});

describe("a clinic's", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ example: true });
  });
  afterAll(() => server?.stop());

  const look = () => {
    const database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
    try {
      holds(database);
      return keptSums(database);
    } finally {
      database.close();
    }
  };

  test("sums hold as it is made, after events in any order, after erasing and restoring", async () => {
    look();
    const desk = await pairedBrowser(server, "--desk", "Front desk");
    const office = await pairedBrowser(server, "--desk", "Office");
    const lately = { occurredAt: new Date(Date.now() - 40 * 86_400_000).toISOString() };
    await ingest(server, desk, [mailOutcome(9), mailOutcome(2, lately), mailOutcome(3)]);
    await ingest(server, office, [mailOutcome(5), mailOutcome(7)]);
    const { results } = await ingest(server, desk, [mailOutcome(8), mailOutcome(4, lately)]);
    look();

    const made = await server.command(["chaperone", "backup"]);
    expect((await readBack(server.data)).status).toBe(0);
    const backedUp = look();

    const act = async (role: string, body: object) => {
      const { token } = await signInAs(server, role);
      const answer = await send(server, "POST", "/act", { token, body });
      expect(answer.status, answer.text).toBe(200);
      return answer.json;
    };
    const data = { seq: results[0]?.seq, ground: "Recorded on a private device" };
    const { id, version } = await act("dpo", { action: "events.erase", data });
    await act("manager", { action: "events.confirm", id, version, data: {} });
    const erased = look();
    expect(erased.runs).not.toEqual(backedUp.runs);

    await server.stop({ keep: true });
    const from = `${server.data}/${made.stdout.trim()}`;
    const restored = await npmScript("restore", ["--data", server.data, "--from", from]);
    expect(restored.status, restored.stderr).toBe(0);
    expect(look()).toEqual(backedUp);
    server = await startServer({ data: server.data });
  });
});

test("a clinic's sums hold when three years have passed and two are kept", async () => {
  const server = await startServer();
  const database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  try {
    const months = Array.from({ length: 37 }, (_, i) => Date.now() - (36 - i) * 30 * 86_400_000);
    const kinds = ["record.view", "mail.held", "mail.outcome", "browser.coverage"];
    appendEvents(
      server,
      months.flatMap((ms, month) =>
        kinds.map((kind, i) => {
          const at = new Date(ms).toISOString();
          return {
            kind,
            n: month * kinds.length + i + 1,
            receivedAt: at,
            occurredAt: at,
            trace: `month${month}`,
          };
        }),
      ),
    );
    holds(database);
    const { attempts: before = [] } = keptSums(database);
    const { status, stdout } = await server.command(["chaperone", "expire"]);
    expect(status, stdout).toBe(0);
    holds(database);
    const { attempts = [], days = [] } = keptSums(database);
    expect([before.length, attempts.length]).toEqual([37, 25]);
    expect(days.length).toBeGreaterThanOrEqual(37);
  } finally {
    database.close();
    await server.stop();
  }
});
