import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { policy } from "#domain/policy";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { disk, liveOnce, newDisk, onDisk } from "../../support/extension/mortal-worker.ts";
import { pairedBrowser, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

vi.mock("wxt/browser", async () => ({
  browser: (await import("../../support/extension/mortal-worker.ts")).mortalBrowser,
}));

/** The outbox as it runs in the extension, against a real server's ledger. */
const { keep, keepOnce } = await import("../../../extension/outbox/keep.ts");
const { closeDatabase } = await import("../../../extension/outbox/database.ts");
const { deliver } = await import("../../../extension/outbox/deliver.ts");
const { counts } = await import("../../../extension/outbox/contents.ts");
const { numbers } = await import("../../../extension/outbox/numbers.ts");
const { outboxTrouble } = await import("../../../extension/outbox/trouble.ts");
const { howSendingGoes } = await import("../../../extension/outbox/sending.ts");
const { clockBehind } = await import("../../../extension/outbox/clock.ts");
const { newId } = await import("../../../extension/new-id.ts");

const hour = 3_600_000;
const day = 24 * hour;
let server: TestServer;
let ledger: DatabaseSync;
let email: string;
let browser: string;

type Row = Readonly<Record<"id" | "n" | "kind" | "occurredAt" | "detail", string | number | null>>;
/** What the server's own ledger holds of this browser, in its order. */
const stored = (): Row[] =>
  ledger
    .prepare("SELECT id, n, kind, occurredAt, detail FROM events WHERE browser = ? AND n > 0 ORDER BY seq")
    .all(browser) as unknown as Row[];
const idsStored = () => stored().map(({ id }) => id);
const gaps = () =>
  stored().flatMap(({ kind, detail }) => (kind === "browser.gap" ? [JSON.parse(String(detail))] : []));

const fact = (at = Date.now()) => ({
  kind: "mail.outcome" as const,
  occurredAt: new Date(at).toISOString(),
  trace: newId(),
  detail: { v: 1, adapter: "roundcube", outcome: "removed", files: 1, strength: "strong" },
});
const health = async () => ({ version: "1.0.0", adapters: [], waiting: 0 });
const send = () => deliver({ force: true, versions: "1", health });
/** A life of the worker in which nothing ends it. */
const live = async (work: () => Promise<unknown>): Promise<void> => {
  await closeDatabase();
  expect((await liveOnce(work)).done).toBe(true);
};

beforeAll(async () => {
  server = await startServer({ example: true });
  ledger = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  ({ email } = await signInAs(server, "dpo"));
});
afterAll(async () => {
  await closeDatabase();
  ledger.close();
  await server.stop();
});
beforeEach(async () => {
  await closeDatabase();
  newDisk();
  disk.refuses = undefined;
  const token = await pairedBrowser(server, "--user", email);
  browser = JSON.parse(atob(token.split(".")[1] ?? "")).id;
  onDisk.pairing = { server: server.url, token, browser, pairedAt: new Date().toISOString() };
});

test("a worker that is killed at any step loses nothing, doubles nothing and keeps the order", async () => {
  const all: string[] = [];
  for (let steps = 0; ; steps += 1) {
    const [first, second] = [newId(), newId()];
    all.push(first, second);
    const work = async () => {
      await keep(fact(), browser, first);
      await keep(fact(), browser, second);
      await send();
    };
    await closeDatabase();
    const { done } = await liveOnce(work, steps);
    // Whoever had no answer tells it once more, to the next worker.
    await live(async () => {
      await keepOnce(fact(), browser, first);
      await keepOnce(fact(), browser, second);
      await send();
    });
    if (done) {
      // Every call of keeping, sending and settling was the last one of some worker.
      expect(steps).toBeGreaterThan(40);
      break;
    }
  }
  expect(idsStored()).toEqual(all);
  const numbersGiven = stored().map(({ n }) => Number(n));
  expect(numbersGiven).toEqual(numbersGiven.map((_, i) => i + 1));
  await live(async () => expect(await counts()).toEqual({ waiting: 0, refused: 0 }));
});

test("weeks without a server: all are sent in their order, in batches, with the times at which they happened", async () => {
  const many = policy.batchEvents.amount * 2 + 10;
  const start = Date.now() - 40 * day;
  const { server: url, ...rest } = onDisk.pairing as Record<string, string>;
  await live(async () => {
    onDisk.pairing = { ...rest, server: "http://127.0.0.1:9" };
    for (let i = 0; i < many; i += 1) await keep(fact(start + i * hour), browser);
    expect(await send()).toBe("later");
    onDisk.pairing = { ...rest, server: url };
    expect(await send()).toBe("done");
  });
  expect(stored().map(({ n }) => n)).toEqual(Array.from({ length: many }, (_, i) => i + 1));
  expect(stored()[0]?.occurredAt).toBe(new Date(start).toISOString());
  expect(gaps()).toEqual([]);
});

test("one event that the server does not take is set aside and counted, and the others go on", async () => {
  await live(async () => {
    await keep(fact(), browser);
    await keep({ ...fact(), detail: { ...fact().detail, adapter: "nobodys" } }, browser);
    await keep(fact(), browser);
    expect(await send()).toBe("done");
    expect(await counts()).toEqual({ waiting: 0, refused: 1 });
  });
  expect(stored().map(({ n }) => n)).toEqual([1, 3]);
});

describe("what could not be kept", () => {
  test.each([
    ["a disk without room", "QuotaExceededError", "outbox-full"],
    ["a store that another version holds", "InvalidStateError", "outbox-blocked"],
  ])("%s: it is told as an event, once there is room", async (_, refuses, why) => {
    await live(async () => {
      await keep(fact(), browser);
      disk.refuses = refuses;
      expect(await keep(fact(), browser)).toEqual({ kept: false, why: "store-failed" });
      expect(await keep(fact(), browser)).toEqual({ kept: false, why: "store-failed" });
      expect(await outboxTrouble.get()).toMatchObject({ lost: 2 });
      expect(gaps()).toEqual([]);
      disk.refuses = undefined;
      await keep(fact(), browser);
      await send();
      await send();
    });
    expect(gaps()).toEqual([{ v: 1, why, events: 2 }]);
    expect(stored().map(({ kind }) => kind)).toEqual(["mail.outcome", "mail.outcome", "browser.gap"]);
  });

  test("a damaged store: how many went with it, under numbers that were not given before", async () => {
    await live(async () => {
      for (let i = 0; i < 3; i += 1) await keep(fact(), browser);
      disk.refuses = "UnknownError";
      await keep(fact(), browser);
      disk.refuses = undefined;
      await keep(fact(), browser);
      await send();
    });
    expect(gaps()).toEqual([{ v: 1, why: "outbox-damaged", events: 4 }]);
    expect(Number(stored()[0]?.n)).toBeGreaterThan(3);
  });

  test("is told once, wherever the worker that tells it is killed", async () => {
    for (let steps = 0, done = false; !done; steps += 1) {
      await live(async () => {
        disk.refuses = "QuotaExceededError";
        await keep(fact(), browser);
        disk.refuses = undefined;
      });
      await closeDatabase();
      ({ done } = await liveOnce(send, steps));
      await live(send);
      const told = gaps().reduce((sum, { events }) => sum + events, 0);
      expect(told).toBe(steps + 1);
    }
    await live(async () => expect((await numbers.get()).lost).toEqual([]));
  });
});

describe("a clock that is wrong", () => {
  test("by a day ahead, and put right before anything was sent: nothing is set aside, and it is told", async () => {
    await live(async () => {
      await keep(fact(Date.now() - hour), browser);
      await keep(fact(Date.now() + 30 * hour), browser);
      await keep(fact(Date.now()), browser);
      await send();
      expect(await counts()).toEqual({ waiting: 0, refused: 0 });
      await send();
    });
    const rows = stored();
    expect(rows.map(({ kind }) => kind)).toEqual([
      "mail.outcome",
      "mail.outcome",
      "mail.outcome",
      "browser.gap",
    ]);
    expect(rows.map(({ n }) => n)).toContain(2);
    const second = rows.find(({ n }) => n === 2);
    expect(Math.abs(Date.parse(String(second?.occurredAt)) - Date.now())).toBeLessThan(hour);
    expect(gaps()).toEqual([{ v: 1, why: "wrong-clock", events: 1 }]);
  });

  test.each([
    ["years behind", -3_000 * day],
    ["two days ahead", 2 * day],
  ])("%s, and still is: what waits is stored under the server's time", async (_, off) => {
    await live(async () => {
      await keep(fact(Date.now() + off), browser);
      vi.useFakeTimers({ now: Date.now() + off, toFake: ["Date"] });
      try {
        await send();
        expect(await counts()).toEqual({ waiting: 0, refused: 0 });
        expect(Math.abs((await clockBehind.get()) + off)).toBeLessThan(hour);
      } finally {
        vi.useRealTimers();
      }
    });
    expect(Math.abs(Date.parse(String(stored()[0]?.occurredAt)) - Date.now())).toBeLessThan(hour);
  });

  test("a try that a wrong clock put off for a year is made as soon as the clock is right", async () => {
    await live(async () => {
      await keep(fact(), browser);
      await howSendingGoes.change((known) => ({
        ...known,
        failures: 1,
        nextTry: Date.now() + 365 * day,
        silentSince: Date.now() + 365 * day,
      }));
      expect(await deliver({ versions: "1" })).toBe("done");
    });
    expect(stored()).toHaveLength(1);
  });
});
