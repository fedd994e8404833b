import { describe, expect, test } from "vitest";
import { idFrom } from "#domain/base/new-id";
import { milliseconds, policy } from "#domain/policy";
import { newId } from "../../../extension/new-id.ts";
import { backOff, waitTold } from "../../../extension/outbox/back-off.ts";
import { batchOf } from "../../../extension/outbox/batch.ts";
import { compared, isAnotherLog } from "../../../extension/outbox/chain.ts";
import { behindBy, sentAt, stampedBy } from "../../../extension/outbox/clock.ts";
import type { KeptEvent } from "../../../extension/outbox/database.ts";

const noon = Date.parse("2026-11-24T12:00:00.000Z");
const minute = 60_000;

const row = (n: number, filler = ""): KeptEvent => ({
  n,
  state: "waiting",
  event: {
    id: String(n).padStart(15, "a"),
    n,
    kind: "mail.outcome",
    occurredAt: "2026-11-24T12:00:00.000Z",
    detail: { v: 1, filler },
  },
});
const rows = (many: number, filler = "") => Array.from({ length: many }, (_, i) => row(i + 1, filler));

describe("a batch", () => {
  test("holds 200 events at most, the first ones first", () => {
    const batch = batchOf(rows(450), 1_000);
    expect(batch).toHaveLength(policy.batchEvents.amount);
    expect(batch.map(({ n }) => n)).toEqual(rows(200).map(({ n }) => n));
  });

  test("fits 256 kB as it is sent, whatever the letters weigh", () => {
    const batch = batchOf(rows(200, "é".repeat(2_000)), 200);
    expect(new TextEncoder().encode(JSON.stringify(batch.map(({ event }) => event))).length).toBeLessThan(
      policy.batchBytes.amount,
    );
    expect(batch.length).toBeGreaterThan(50);
  });

  test("takes fewer when the server refused more, and one in any case", () => {
    expect(batchOf(rows(10), 5)).toHaveLength(5);
    expect(batchOf([row(1, "x".repeat(400_000))], 200)).toHaveLength(1);
    expect(batchOf([], 200)).toEqual([]);
  });
});

describe("back-off", () => {
  test("doubles, is spread over half its length, and has a cap", () => {
    const cap = milliseconds(policy.sendingLastRetry);
    expect(backOff(1, 1)).toBe(30_000);
    expect(backOff(1, 0)).toBe(15_000);
    expect(backOff(2, 1)).toBe(60_000);
    for (const failures of [5, 10, 1_000]) {
      expect(backOff(failures, 1)).toBe(cap);
      expect(backOff(failures, 0)).toBe(cap / 2);
    }
  });
});

describe("a server that says when", () => {
  const told = (after?: string) => waitTold(new Headers(after === undefined ? {} : { "retry-after": after }));
  test("is asked again then, not sooner than a first retry and not later than an hour", () => {
    expect(told("120")).toBe(120_000);
    expect(told("1")).toBe(milliseconds(policy.sendingFirstRetry));
    expect(told("999999")).toBe(milliseconds(policy.sendingWaitsAtMost));
  });
  test.each([undefined, "soon", "-5", "Wed, 21 Oct 2026 07:28:00 GMT"])(
    "with %s it waits as after a failure",
    (after) => expect(told(after)).toBe(milliseconds(policy.sendingFirstRetry)),
  );
});

describe("a wrong clock", () => {
  test.each([
    ["2026-11-24T12:04:00.000Z", 0],
    ["2026-11-24T11:56:00.000Z", 0],
    ["2026-11-24T12:06:00.000Z", 6 * minute],
    ["2026-11-24T09:00:00.000Z", -180 * minute],
  ])("with the server at %s it is behind by %i ms", (serverTime, behind) => {
    expect(behindBy(serverTime, noon)).toBe(behind);
  });

  test("new events are stamped by the server's time", () => {
    expect(stampedBy(90 * minute, noon)).toBe("2026-11-24T13:30:00.000Z");
  });

  test("a request is never sent before what it holds, by either clock; a heartbeat shows the clock as it is", () => {
    expect(sentAt(90 * minute, noon, 3)).toBe("2026-11-24T13:30:00.000Z");
    expect(sentAt(-90 * minute, noon, 3)).toBe("2026-11-24T12:00:00.000Z");
    expect(sentAt(90 * minute, noon, 0)).toBe("2026-11-24T12:00:00.000Z");
  });
});

describe("the last receipt", () => {
  const now = "2026-11-24T12:00:00.000Z";
  const hash = (digit: string) => digit.repeat(64);
  const old = { seq: 7, hash: hash("a") };
  const newer = { seq: 9, hash: hash("b") };
  const held = { receipt: old, broken: null };
  const head = { seq: 9, hash: hash("b") };

  test("moves on while the server agrees with it", () => {
    expect(compared(held, old, { at: old, head }, newer, now)).toEqual({ receipt: newer, broken: null });
  });

  test("stays, and is told, when the server's log says otherwise", () => {
    const answer = { at: { seq: 7, hash: hash("f") }, head };
    const broken = compared(held, old, answer, newer, now);
    expect(broken).toEqual({ receipt: old, broken: { seq: 7, since: now } });
    expect(compared(broken, old, answer, newer, "2026-11-25T12:00:00.000Z")).toEqual(broken);
    expect(compared(broken, old, { at: old, head }, newer, now).broken).toBeNull();
  });

  test("is given up once the lead has settled that the log says otherwise", () => {
    const broken = { receipt: old, broken: { seq: 7, since: now } };
    const answer = { at: { seq: 7, hash: hash("f") }, head, settled: true };
    expect(compared(broken, old, answer, newer, now)).toEqual({ receipt: newer, broken: null });
    expect(compared(broken, old, { head, settled: true }, null, now)).toEqual({
      receipt: null,
      broken: null,
    });
  });

  test("stays while the server's head is behind it", () => {
    const behind = { head: { seq: 3, hash: hash("c") } };
    expect(compared(held, old, behind, { seq: 3, hash: hash("c") }, now).receipt).toEqual(old);
  });

  test.each<[string, object, boolean]>([
    ["that holds it", { at: old, head }, false],
    ["that was cut above it", { head }, false],
    ["whose head is behind it", { head: { seq: 6, hash: hash("c") } }, true],
    ["that holds something else there", { at: { seq: 7, hash: hash("f") }, head }, true],
  ])("tells a restored log from one %s", (_, answer, another) =>
    expect(isAnotherLog(old, answer as Parameters<typeof isAnotherLog>[1])).toBe(another),
  );

  test("is the first there is", () => {
    expect(compared({ receipt: null, broken: null }, null, { head }, newer, now).receipt).toEqual(newer);
  });
});

test("an id has fifteen letters and digits, and is never in the form of a tombstone", () => {
  for (let i = 0; i < 200; i++) expect(newId()).toMatch(/^(?!t\d{14}$)[a-z0-9]{15}$/);
  let call = 0;
  const first = new Uint8Array(32).fill(27);
  first[0] = 19;
  const tombstoneFirst = (bytes: Uint8Array) => {
    bytes.set(call++ === 0 ? first : new Uint8Array(32).fill(1));
    return bytes;
  };
  expect(idFrom(tombstoneFirst)).toBe("b".repeat(15));
});
