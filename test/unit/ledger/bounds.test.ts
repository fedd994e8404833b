import { expect, test } from "vitest";
import { rangesOf } from "#domain/base/seq-ranges";
import { parseEvent } from "#domain/ledger/check-event";
import { receipt } from "#domain/ledger/event";
import { detailOf, quickDetailText } from "#domain/ledger/event-kinds";
import { tombstoneId } from "#domain/ledger/ledger";
import { parseLogQuery } from "#domain/ledger/log-query";
import { breachRegister } from "#domain/registers/incidents/register-row";
import { emptyLine } from "../../fixtures/export/other-papers.ts";

/** Ten years of a clinic with five million events a year, and what no clinic comes to. */
const decade = 50_000_000;
const most = Number.MAX_SAFE_INTEGER;

const fits = (kind: string, detail: unknown): boolean => detailOf(kind)?.safeParse(detail).success === true;

test.each([0, 1_000_000, 1_000_001, decade, most])("an export of %i rows is told", (rows) => {
  const detail = { v: 1, filter: {}, what: "ledger", rows };
  expect(fits("log.export", detail)).toBe(true);
  expect(quickDetailText("log.export", detail)).toBe(`{"filter":{},"rows":${rows},"v":1,"what":"ledger"}`);
});

test.each([-1, 0.5, most + 1])("an export of %s rows is none", (rows) => {
  expect(fits("log.export", { v: 1, filter: {}, what: "ledger", rows })).toBe(false);
});

test.each([decade, most])("a browser numbers its events up to %i, under an earlier pairing too", (n) => {
  const event = {
    id: "e00000000000001",
    n,
    kind: "mail.outcome",
    occurredAt: "2036-11-24T09:00:00.000Z",
    detail: {
      v: 1,
      late: { browser: "b00000000000001", n },
      adapter: "gmail",
      outcome: "removed",
      files: 1,
      strength: "weak",
    },
  };
  expect(parseEvent(event)).toHaveProperty("event");
});

test.each([decade, most])("a receipt is of event %i", (seq) => {
  expect(receipt.safeParse({ seq, hash: "a".repeat(64) }).success).toBe(true);
});

test("the lead asks for an entry by any number that its address can hold", () => {
  expect(parseLogQuery(`seq=${decade}`, ["seq"])).toMatchObject({ seq: decade });
  expect(parseLogQuery(`seq=${"9".repeat(15)}`, ["seq"])).toMatchObject({ seq: 999_999_999_999_999 });
  expect(parseLogQuery(`seq=${"9".repeat(16)}`, ["seq"])).toEqual({ unfit: "seq" });
});

test("a tombstone's id has room for its number", () => {
  expect(tombstoneId(decade)).toBe("t00000050000000");
  expect(tombstoneId(99_999_999_999_999)).toHaveLength(15);
});

test("orders name what they blank, far into the log and in as many stretches as one order has", () => {
  const seqs = Array.from({ length: 500 }, (_, i) => decade + 2 * i);
  const ranges = rangesOf(seqs);
  expect(ranges).toHaveLength(500);
  expect(fits("event.expire", { v: 1, seqs: ranges, rule: "record-730-days" })).toBe(true);
  expect(fits("event.erase", { v: 1, seqs: [[decade, decade]], ground: "A private device" })).toBe(true);
  expect(
    fits("event.expire", {
      v: 1,
      seqs: Array.from({ length: 100_000 }, (_, i) => [i + 1, i + 1]),
      rule: "x",
    }),
  ).toBe(true);
});

test("what one browser or document counts is bounded, and a browser that waits for a year is within", () => {
  const detail = (waiting: number) => ({ v: 1, version: "0.1.0", adapters: [], waiting });
  expect(fits("browser.coverage", detail(1_000_000))).toBe(true);
  expect(fits("browser.coverage", detail(1_000_001))).toBe(false);
});

test("a register of three incidents a day for ten years is read", () => {
  const rows = Array.from({ length: 11_000 }, (_, i) => ({ ...emptyLine, number: i + 1 }));
  const register = {
    v: 2,
    clinic: "Harbour",
    timeZone: "Europe/London",
    asOf: "2036-11-24T09:00:00.000Z",
    rows,
  };
  expect(breachRegister.safeParse(register).error?.issues.slice(0, 3)).toBeUndefined();
});
