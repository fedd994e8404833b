import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Receipt } from "#domain/ledger/event";
import { bodyHash, type EventRow, linkHash } from "#domain/ledger/ledger";
import { LedgerVerifier, type Verdict } from "#domain/ledger/verify-ledger";
import { blanked, chainOf, draft, exported, sha256, signed, signer } from "../../support/server/chain.ts";
import { verifies } from "../../support/verdict.ts";

const server = signer();

function verdictOf(
  lines: readonly string[],
  known: { receipts?: readonly Receipt[]; key?: string } = {},
): Verdict {
  const verifier = new LedgerVerifier({ sha256, verifies, ...known });
  for (const line of lines) verifier.line(line);
  return verifier.end();
}
const findingOf = (lines: readonly string[], known = {}) => verdictOf(lines, known).finding;

const rows = chainOf(Array.from({ length: 12 }, (_, i) => draft(i + 1)));
const at = (seq: number): EventRow => rows[seq - 1] as EventRow;
const without = (seq: number) => rows.filter((row) => row.seq !== seq);
const replaced = (seq: number, row: EventRow) => rows.map((one) => (one.seq === seq ? row : one));
/** A row that an attacker changed and gave fitting hashes. */
function forged(row: EventRow, more: Partial<EventRow>): EventRow {
  const changed = { ...row, ...more };
  const body = { ...changed, bodyHash: bodyHash(changed, sha256) };
  return { ...body, hash: linkHash(body, sha256) };
}

test("an untouched ledger is whole, and its head is told", () => {
  expect(verdictOf(exported(rows, server), { receipts: [at(3), at(12)], key: server.publicKey })).toEqual({
    publicKey: server.publicKey,
    events: 12,
    erased: 0,
    expired: 0,
    withheld: 0,
    head: { seq: 12, hash: at(12).hash },
    finding: undefined,
    clock: { steps: [], count: 0 },
  });
});

test("a clock that ran is named, and the ledger is whole all the same", () => {
  const times = ["2026-11-24T09:00:00.000Z", "2029-11-24T09:00:00.000Z", "2026-11-24T10:00:00.000Z"];
  const { finding, clock } = verdictOf(
    exported(chainOf(times.map((receivedAt, i) => draft(i + 1, { receivedAt }))), server),
  );
  expect(finding).toBeUndefined();
  expect(clock.steps.map(({ seq, is }) => [seq, is])).toEqual([
    [2, "time jumps ahead"],
    [3, "time runs backwards"],
  ]);
});

test("an empty ledger is whole", () => {
  expect(findingOf(exported([], server))).toBeUndefined();
});

describe("what was done to the rows before they were exported", () => {
  test.each<[string, EventRow[], number, string]>([
    ["a column changed", replaced(5, { ...at(5), user: "u00000000000002" }), 5, "edited"],
    [
      "a blank put into the detail",
      replaced(5, { ...at(5), detail: at(5).detail.replace(":", ": ") }),
      5,
      "edited",
    ],
    ["a kind changed", replaced(5, { ...at(5), kind: "mail.held" }), 5, "edited"],
    ["a row replaced with fitting hashes", replaced(5, forged(at(5), { user: "" })), 5, "edited"],
    ["the last row replaced with fitting hashes", replaced(12, forged(at(12), { user: "" })), 12, "edited"],
    ["the first row replaced with fitting hashes", replaced(1, forged(at(1), { user: "" })), 1, "edited"],
    ["a row deleted", without(5), 5, "missing"],
    ["the first row deleted", without(1), 1, "missing"],
    ["a row repeated", [...rows.slice(0, 6), at(5), ...rows.slice(6)], 5, "inserted"],
    ["a row slipped in", [...rows.slice(0, 5), forged(at(6), { user: "" }), ...rows.slice(5)], 6, "inserted"],
    ["two rows swapped", [...rows.slice(0, 4), at(6), at(5), ...rows.slice(6)], 5, "reordered"],
    ["a row moved to the end", [...without(5), at(5)], 5, "reordered"],
    ["a row blanked by nobody", replaced(5, blanked(at(5), 0)), 5, "blanked without an order"],
    ["a row blanked by what is no order", replaced(5, blanked(at(5), 9)), 5, "blanked without an order"],
    [
      "a row blanked by an order that never came",
      replaced(5, blanked(at(5), 40)),
      5,
      "blanked without an order",
    ],
    ["an order claimed for a row that is not blank", replaced(5, { ...at(5), orderedBy: 9 }), 5, "edited"],
    ["a row half blanked", replaced(5, { ...blanked(at(5), 9), user: "u00000000000001" }), 5, "edited"],
  ])("%s", (_, changed, seq, fault) => {
    const lines = exported(changed, server);
    // The head is the one that the server signed, before anybody touched a row.
    const head = JSON.stringify({
      head: { ...signed(at(12), server), file: JSON.parse(lines.at(-1) ?? "").head.file },
    });
    expect(findingOf([...lines.slice(0, -1), head])).toEqual({ seq, fault });
  });
});

describe("what was done to the file", () => {
  const lines = exported(rows, server);
  test.each<[string, string[], number, string]>([
    ["cut after a line", lines.slice(0, 7), 8, "cut off"],
    ["cut in mid-line", [...lines.slice(0, 7), (lines[7] ?? "").slice(0, 40)], 8, "cut off"],
    ["cut, the head kept", [...lines.slice(0, 7), lines[12] ?? ""], 8, "cut off"],
    ["empty", [], 1, "cut off"],
    ["a line that is none", [...lines.slice(0, 7), "?", ...lines.slice(8)], 8, "edited"],
    ["a column added", lines.map((line, i) => (i === 4 ? line.replace("{", '{"x":1,') : line)), 5, "edited"],
    ["a line after the head", [...lines, lines[3] ?? ""], 13, "inserted"],
    [
      "a column that no link holds",
      lines.map((l, i) => (i === 4 ? l.replace(at(5).idDigest, at(6).idDigest) : l)),
      12,
      "edited",
    ],
  ])("%s", (_, changed, seq, fault) => {
    expect(findingOf(changed)).toEqual({ seq, fault });
  });
});

describe("a file that is malformed is never whole, and its line is named", () => {
  const lines = exported(rows, server);
  const head = lines[12] ?? "";
  const at4 = (change: (line: string) => string) => lines.map((line, i) => (i === 4 ? change(line) : line));
  test.each<[string, string[], number, RegExp]>([
    ["empty", [], 1, /should be the signed head, and is not there/],
    ["an empty line alone", [""], 2, /should be the signed head/],
    ["without its head", lines.slice(0, 12), 13, /should be the signed head/],
    ["the last line cut short", [...lines.slice(0, 12), head.slice(0, -5)], 13, /not JSON, or cut short/],
    ["two heads", [...lines, head], 14, /stands after the signed head/],
    ["another file behind it", [...lines, ...lines], 14, /stands after the signed head/],
    ["garbage behind it", [...lines, "\u0000\u0000"], 14, /not JSON/],
    ["a blank line within", [...lines.slice(0, 4), "", ...lines.slice(4)], 5, /is blank/],
    ["a blank line before all", ["", ...lines], 1, /is blank/],
    ["a byte order mark", lines.map((line, i) => (i === 0 ? `\ufeff${line}` : line)), 1, /byte order mark/],
    ["in UTF-16", lines.map((line) => line.replace(/./g, "$&\u0000")), 1, /not JSON/],
    ["a line of another thing", at4(() => '{"hello":1}'), 5, /not a line of an export/],
    ["a list", at4((line) => `[${line}]`), 5, /not a line of an export/],
    ["a number alone", at4(() => "7"), 5, /not a line of an export/],
    ["a member too many", at4((line) => line.replace("{", '{"x":1,')), 5, /not a line of an export/],
    ["a member that is missing", at4((line) => line.replace(/"salt":"\w+"/, '"sale":""')), 5, /not a line/],
    ["a number as text", at4((line) => line.replace('"seq":5', '"seq":"5"')), 5, /not a line/],
    ["a member twice", at4((line) => line.replace("{", '{"seq":1,')), 5, /holds a member twice/],
    [
      "a member of the head twice",
      [...lines.slice(0, 12), head.replace('{"head":{', '{"head":{"seq":99,')],
      13,
      /holds a member twice/,
    ],
    [
      "a cut prefix in the middle",
      [...lines.slice(0, 4), fromLine(), ...lines.slice(4)],
      5,
      /no such line may/,
    ],
  ])("%s", (_, changed, line, why) => {
    const { finding, malformed } = verdictOf(changed);
    expect(finding).toBeDefined();
    expect(malformed).toEqual({ line, why: expect.stringMatching(why) });
  });

  function fromLine(): string {
    return JSON.stringify({ from: signed(at(2), server) });
  }

  test("a file in order has none", () => expect(verdictOf(lines).malformed).toBeUndefined());
});

describe("a file that a tool wrote anew", () => {
  const from = signed(at(2), server);
  /** As Python's json.dumps writes: blanks after signs, ASCII alone, another order; with the line ends of Windows. */
  const rewritten = (line: string) =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse()), null, 1)
      .replace(/\n/g, "")
      .replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .concat("\r");
  const hard = chainOf(
    [1, 2].map((i) => draft(i, { detail: '{"sentence":"L’été \u2028 \u007f 😀 / ","v":1}' })),
  );

  test.each([
    ["whole", exported(rows, server)],
    ["cut below a signed link", exported(rows.slice(2), server, from)],
    ["with hard signs", exported(hard, server)],
  ])("%s, is the same ledger", (_, lines) => {
    expect(findingOf([...lines.map(rewritten), "", "\r"])).toBeUndefined();
  });

  test("but no value may differ, nor stand there twice", () => {
    const lines = exported(rows, server).map(rewritten);
    const change = (from: string, to: string) => lines.map((l, i) => (i === 4 ? l.replace(from, to) : l));
    expect(findingOf(change(at(5).idDigest, at(6).idDigest))).toEqual({ seq: 12, fault: "edited" });
    expect(findingOf(change('"orderedBy": 0', '"orderedBy": 9'))).toEqual({ seq: 5, fault: "edited" });
    expect(findingOf(change('"kind"', '"user": "somebody else", "kind"'))).toEqual({
      seq: 5,
      fault: "edited",
    });
  });
});

describe("what only something outside the file tells", () => {
  const rewritten = chainOf(Array.from({ length: 12 }, (_, i) => draft(i + 1, i === 4 ? { user: "" } : {})));

  test("a history rewritten from an event on, by a receipt after it", () => {
    expect(findingOf(exported(rewritten, server))).toBeUndefined();
    expect(findingOf(exported(rewritten, server), { receipts: [at(4), at(7)] })).toEqual({
      seq: 7,
      fault: "rolled back against receipts",
    });
  });

  test("an old backup, by a receipt that is ahead of it", () => {
    expect(findingOf(exported(rows.slice(0, 9), server), { receipts: [at(11)] })).toEqual({
      seq: 11,
      fault: "rolled back against receipts",
    });
  });

  test("a stranger's signature, by the key that was given by hand", () => {
    expect(findingOf(exported(rows, signer()), { key: server.publicKey })).toEqual({
      seq: 12,
      fault: "signature does not fit",
    });
  });

  test("a signature that is not that of the key beside it", () => {
    const lines = exported(rows, server);
    const { head } = JSON.parse(lines[12] ?? "");
    const other = JSON.stringify({ head: { ...head, publicKey: signer().publicKey } });
    expect(findingOf([...lines.slice(0, 12), other])?.fault).toBe("signature does not fit");
  });
});

describe("blanked events", () => {
  const orders = [
    draft(13, { kind: "event.erase", detail: '{"ground":"by mistake","seqs":[[4,4]],"v":1}' }),
    draft(14, { kind: "event.expire", detail: '{"rule":"mail-730-days","seqs":[[1,2],[6,8]],"v":1}' }),
  ];
  const ordered = chainOf([...Array.from({ length: 12 }, (_, i) => draft(i + 1)), ...orders]);
  const by = new Map([[4, 13], ...[1, 2, 6, 7, 8].map((seq): [number, number] => [seq, 14])]);
  const done = ordered.map((row) => (by.has(row.seq) ? blanked(row, by.get(row.seq) ?? 0) : row));

  test("are counted by what ordered them, and old receipts still fit", () => {
    const verdict = verdictOf(exported(done, server), { receipts: ordered });
    expect(verdict).toMatchObject({ events: 14, erased: 1, expired: 5, finding: undefined });
  });

  test("beyond what the order names are found", () => {
    const more = done.map((row) => (row.seq === 9 ? blanked(row, 14) : row));
    expect(findingOf(exported(more, server))).toEqual({ seq: 9, fault: "blanked without an order" });
  });

  test("that came back are found", () => {
    const back = done.map((row) => (row.seq === 7 ? (ordered[6] as EventRow) : row));
    expect(findingOf(exported(back, server))).toEqual({ seq: 7, fault: "not blanked as ordered" });
  });

  test("are never orders themselves", () => {
    const none = done.map((row) => (row.seq === 13 ? blanked(row, 14) : row));
    expect(findingOf(exported(none, server))).toEqual({ seq: 4, fault: "blanked without an order" });
  });

  test("may be cut off as a prefix, below a signed link", () => {
    const from = signed(ordered[1] as EventRow, server);
    const cut = done.slice(2);
    expect(verdictOf(exported(cut, server, from), { receipts: ordered })).toMatchObject({
      events: 12,
      finding: undefined,
    });
    expect(findingOf(exported(cut, server))).toEqual({ seq: 1, fault: "missing" });
    expect(findingOf(exported(cut, server, signed(ordered[1] as EventRow, signer())))?.fault).toBe(
      "signature does not fit",
    );
    expect(findingOf(exported(cut, server, signed(ordered[2] as EventRow, server)))?.fault).toBeDefined();
  });
});

describe("any single change of a ledger of any length is found", () => {
  const ledger = fc
    .integer({ min: 1, max: 30 })
    .map((length) =>
      exported(
        chainOf(Array.from({ length }, (_, i) => draft(i + 1, { detail: `{"v":1,"x":${i}}` }))),
        server,
      ),
    );
  const place = fc.nat();

  test("one character replaced", () => {
    fc.assert(
      fc.property(
        ledger,
        place,
        place,
        fc.string({ minLength: 1, maxLength: 1 }),
        (lines, which, where, letter) => {
          const line = lines[which % lines.length] ?? "";
          const spot = where % line.length;
          fc.pre(line[spot] !== letter && letter !== "\n");
          const changed = lines.with(
            which % lines.length,
            line.slice(0, spot) + letter + line.slice(spot + 1),
          );
          // A digit's letter case in a signature or a blank in the last line would be the same head again.
          fc.pre(which % lines.length < lines.length - 1);
          expect(findingOf(changed)).toBeDefined();
        },
      ),
    );
  });

  test("one line removed", () => {
    fc.assert(
      fc.property(
        ledger,
        place,
        (lines, which) => findingOf(lines.toSpliced(which % lines.length, 1)) !== undefined,
      ),
    );
  });

  test("two lines swapped", () => {
    fc.assert(
      fc.property(ledger, place, place, (lines, one, other) => {
        const [a, b] = [one % lines.length, other % lines.length];
        fc.pre(a !== b);
        const swapped = lines.with(a, lines[b] ?? "").with(b, lines[a] ?? "");
        expect(findingOf(swapped)).toBeDefined();
      }),
    );
  });

  test("one line put in twice", () => {
    fc.assert(
      fc.property(ledger, place, place, (lines, which, where) => {
        const more = lines.toSpliced(where % (lines.length + 1), 0, lines[which % lines.length] ?? "");
        expect(findingOf(more)).toBeDefined();
      }),
    );
  });

  test("the end cut off", () => {
    fc.assert(
      fc.property(
        ledger,
        place,
        (lines, left) => findingOf(lines.slice(0, left % lines.length)) !== undefined,
      ),
    );
  });
});

describe("what is not the reader's to see", () => {
  const hidden = [1, 4, 5, 6, 9];
  const lines = exported(rows, server, undefined, hidden);
  const changed = (at: number, line: (parsed: { withheld: object }) => object | undefined) =>
    lines
      .flatMap((text, i) => (i === at ? (line(JSON.parse(text)) ?? []) : JSON.parse(text)))
      .map((one) => JSON.stringify(one));
  const stretch = lines.findIndex((text) => text.includes('"from":4'));

  test("is told by where it stands alone, and the rest is whole", () => {
    expect(verdictOf(lines, { receipts: [at(4), at(6), at(9), at(12)], key: server.publicKey })).toEqual({
      publicKey: server.publicKey,
      events: 12,
      erased: 0,
      expired: 0,
      withheld: 5,
      head: { seq: 12, hash: at(12).hash },
      finding: undefined,
      clock: { steps: [], count: 0 },
    });
    for (const seq of hidden) expect(lines.join()).not.toContain(at(seq).receivedAt);
    expect(lines[stretch]).toBe(
      JSON.stringify({ withheld: { from: 4, seq: 6, prev: at(3).hash, hash: at(6).hash } }),
    );
  });

  test("is left out by the server alone", () => {
    const only = exported(rows, server).slice(0, -1);
    const head = exported(rows, server).at(-1) ?? "";
    const own = { withheld: { from: 5, seq: 5, prev: at(4).hash, hash: at(5).hash } };
    const left = only.map((text, i) => (i === 4 ? JSON.stringify(own) : text));
    expect(findingOf([...left, head])).toEqual({ seq: 5, fault: "signature does not fit" });
  });

  test.each<[string, (parsed: { withheld: object }) => object | undefined, number, string]>([
    [
      "longer than it was signed",
      (one) => ({ withheld: { ...one.withheld, seq: 7, hash: at(7).hash } }),
      7,
      "inserted",
    ],
    ["hung on another event", (one) => ({ withheld: { ...one.withheld, prev: at(2).hash } }), 3, "edited"],
    ["taken out", () => undefined, 4, "missing"],
    ["backwards", (one) => ({ withheld: { ...one.withheld, seq: 2 } }), 4, "edited"],
  ])("%s", (_, line, seq, fault) => expect(findingOf(changed(stretch, line))).toMatchObject({ seq, fault }));

  test("a receipt of what is withheld still counts, at its end", () => {
    const receipts = [{ seq: 6, hash: "0".repeat(64) }];
    expect(findingOf(lines, { receipts })).toEqual({ seq: 6, fault: "rolled back against receipts" });
  });
});
