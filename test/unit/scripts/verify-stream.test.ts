import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { canonicalJson } from "#domain/base/canonical-json";
import { bodyHash, type EventRow, exactBodyHash, linkHash } from "#domain/ledger/ledger";
import { RangeThread } from "../../../scripts/verify/range-thread.ts";
import { verifyStream } from "../../../scripts/verify/verify-stream.ts";
import { blanked, chainOf, draft, exported, sha256, signer } from "../../support/server/chain.ts";
import { verifies } from "../../support/verdict.ts";

const server = signer();
/** Bytes of a piece: eight events or so, so that 100 of them have a dozen joints. */
const piece = 5_000;

const order = (seq: number, kind: string, seqs: readonly (readonly [number, number])[]) => {
  const more = kind === "event.erase" ? { ground: "asked" } : { rule: "views" };
  return draft(seq, { kind, detail: canonicalJson({ v: 1, seqs, ...more }) });
};
const count = 100;
const plain = chainOf(Array.from({ length: count }, (_, i) => draft(i + 1)));
/** 11 to 30 expired by 60, 35 erased by 40; each order stands in another piece than what it names. */
const tombs = chainOf(
  Array.from({ length: count }, (_, i) => {
    if (i + 1 === 40) return order(40, "event.erase", [[35, 35]]);
    return i + 1 === 60 ? order(60, "event.expire", [[11, 30]]) : draft(i + 1);
  }),
).map((row) => {
  if (row.seq === 35) return blanked(row, 40);
  return row.seq >= 11 && row.seq <= 30 ? blanked(row, 60) : row;
});
const at = (rows: readonly EventRow[], seq: number) => rows[seq - 1] as EventRow;
const replaced = (rows: readonly EventRow[], row: EventRow) =>
  rows.map((one) => (one.seq === row.seq ? row : one));
function forged(row: EventRow, more: Partial<EventRow>): EventRow {
  const changed = { ...row, ...more };
  const body = { ...changed, bodyHash: bodyHash(changed, sha256) };
  return { ...body, hash: linkHash(body, sha256) };
}
/** From a seq on linked anew, so that every hash fits the one before: the first of it no longer is what it was. */
function rechained(rows: readonly EventRow[], from: number): EventRow[] {
  let prev = at(rows, from - 1).hash;
  return rows.map((row) => {
    if (row.seq < from) return row;
    const whole = forged(row, { prev, ...(row.seq === from ? { user: "u00000000000009" } : {}) });
    prev = whole.hash;
    return whole;
  });
}
const lines = (rows: readonly EventRow[]) => exported(rows, server);
/** What was done to the rows under the head that the server had signed. */
const underHead = (rows: readonly EventRow[], changed: readonly EventRow[]) => [
  ...lines(changed).slice(0, -1),
  lines(rows).at(-1) ?? "",
];
const edited = (all: readonly string[], i: number, line: string) =>
  all.map((one, at) => (at === i ? line : one));

const turned = (line: string) =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).toReversed()));

const threads = Array.from({ length: 3 }, () => new RangeThread());
afterAll(() => Promise.all(threads.map((thread) => thread.end())));

const verdict = (text: string, count: number, more: object) => {
  const means = { sha256, verifies, ...more };
  return verifyStream(Readable.from([Buffer.from(text)]), means, threads.slice(0, count), piece);
};

/** The same by one thread and by two, and by three, which finds other joints. */
async function alike(text: string, more: object = {}) {
  const one = await verdict(text, 0, more);
  const two = await verdict(text, 2, more);
  const three = await verdict(text, 3, more);
  expect(two).toStrictEqual(one);
  expect(three).toStrictEqual(one);
  return one;
}
const file = (all: readonly string[]) => `${all.join("\n")}\n`;

describe("a whole ledger is whole by any number of threads", () => {
  test.each<[string, string, object]>([
    ["plain", file(lines(plain)), {}],
    ["without a line feed at its end", lines(plain).join("\n"), {}],
    ["with tombstones and orders in other pieces", file(lines(tombs)), { erased: 1, expired: 20 }],
    [
      "written anew by a tool",
      file(lines(plain).map((line) => JSON.stringify(JSON.parse(line), null, 1).replace(/\n/g, " "))),
      {},
    ],
    ["its members in another order", file(lines(plain).map(turned)), {}],
  ])("%s", async (_, text, more) => {
    const whole = await alike(text, { receipts: [at(plain, 50)].filter(() => _ === "plain") });
    expect(whole).toMatchObject({ events: count, finding: undefined, ...more });
  });

  test("an empty one", async () => {
    expect(await alike(file(lines([])))).toMatchObject({ events: 0, finding: undefined });
  });

  test("clocks that ran are named, at joints too", async () => {
    const rows = chainOf(
      Array.from({ length: count }, (_, i) =>
        draft(i + 1, { receivedAt: `20${10 + (i % 40)}-01-01T00:00:00.000Z` }),
      ),
    );
    const whole = await alike(file(lines(rows)));
    expect(whole?.clock.count).toBe(count - 1);
    expect(whole?.clock.steps).toHaveLength(20);
  });
});

describe("a detail is proved to the letter, as a plain line too", () => {
  const linkedAs = (row: EventRow): EventRow => ({ ...row, hash: linkHash(row, sha256) });
  // Each is hashed as if it were in its canonical form, by whom no server would be.
  test.each([
    ["keys in another order", '{"v":2,"page":"patient"}'],
    ["a key twice", '{"v":1,"v":2}'],
    ["a blank", '{"v": 2}'],
    ["an escape that need not be", '{"page":"\\u0070atient","v":2}'],
    ["no JSON", '{"v":2'],
    ["a number otherwise written", '{"v":2.0}'],
  ])("%s", async (_, detail) => {
    const row = at(plain, 30);
    const body = sha256(`${row.salt}\n${JSON.stringify({ detail })}`);
    const rows = [
      replaced(plain, { ...row, detail }),
      replaced(plain, linkedAs({ ...row, detail, bodyHash: exactBodyHash({ ...row, detail }, sha256) })),
      replaced(plain, linkedAs({ ...row, detail, bodyHash: body })),
    ];
    for (const one of rows) {
      const { finding } = (await alike(file(underHead(plain, one)))) ?? {};
      expect([finding?.fault, finding?.seq]).toEqual(["edited", 30]);
    }
  });

  test("and what is no plain ASCII is proved as what is", async () => {
    const rows = chainOf(
      Array.from({ length: count }, (_, i) =>
        draft(i + 1, {
          system: i % 3 ? "cliniko:harbour.uk2" : 'Ŵyn \\ "Żółć" \u2028',
          detail: i % 2 ? "" : '{"page":"\\\\ \\"ŵ","v":2}',
        }),
      ),
    );
    expect(await alike(file(lines(rows)))).toMatchObject({ events: count, finding: undefined });
  });
});

describe("what was done to it is found alike, wherever it was done", () => {
  // One in each place of a piece, the first and the last of it too, whatever the pieces are.
  const places = [2, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 50, 99];
  test.each(places)("at event %i", async (seq) => {
    const row = at(plain, seq);
    const without = plain.filter((one) => one !== row);
    const changes: (readonly [readonly EventRow[], string, number])[] = [
      [replaced(plain, { ...row, user: "u00000000000009" }), "edited", seq],
      [replaced(plain, forged(row, { user: "u00000000000009" })), "edited", seq],
      [rechained(plain, seq), "edited", count],
      [without, "missing", seq],
      [[...without.slice(0, seq), row, ...without.slice(seq)], "reordered", seq],
      [[...plain.slice(0, seq), row, ...plain.slice(seq)], "inserted", seq],
      [replaced(plain, blanked(row, 0)), "blanked without an order", seq],
      [replaced(plain, blanked(row, 100)), "blanked without an order", seq],
    ];
    for (const [rows, fault, where] of changes) {
      const { finding } = (await alike(file(underHead(plain, rows)))) ?? {};
      expect([finding?.fault, finding?.seq]).toEqual([fault, where]);
    }
    const all = lines(plain);
    const cut = await alike(file(all.slice(0, seq)));
    expect(cut?.finding).toEqual({ seq: seq + 1, fault: "cut off" });
    const broken = await alike(file(edited(all, seq - 1, "?")));
    expect(broken).toMatchObject({ finding: { seq }, malformed: { line: seq } });
    const blank = await alike(file([...all.slice(0, seq), "", ...all.slice(seq)]));
    expect(blank).toMatchObject({ malformed: { line: seq + 1, why: "is blank" } });
    const digest = await alike(
      file(edited(all, seq - 1, JSON.stringify({ ...row, idDigest: sha256("another") }))),
    );
    expect(digest?.finding).toEqual({ seq: count, fault: "edited" });
    const receipt = await alike(file(all), { receipts: [{ seq, hash: sha256("another") }] });
    expect(receipt?.finding).toEqual({ seq, fault: "rolled back against receipts" });
  });

  test("an order that names another event than was blanked, and one that nothing waits for", async () => {
    const notBlanked = await alike(file(lines(replaced(tombs, at(plain, 35)))));
    expect(notBlanked?.finding).toBeDefined();
    const more = await alike(file(lines(replaced(tombs, blanked(at(tombs, 37), 60)))));
    expect(more?.finding).toEqual({ seq: 37, fault: "blanked without an order" });
    const byNone = await alike(file(lines(replaced(tombs, blanked(at(tombs, 37), 70)))));
    expect(byNone?.finding).toEqual({ seq: 37, fault: "blanked without an order" });
  });
});
