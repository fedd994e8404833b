import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { bodyHash, type EventRow, linkHash, tombstoneId } from "#domain/ledger/ledger";
import { agrees, proofOf, shortHash } from "#lib/log/proof.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

function sealed(part: Partial<EventRow> = {}): EventRow {
  const row: EventRow = {
    seq: 41,
    v: 1,
    kind: "record.view",
    receivedAt: "2026-11-20T10:32:08.000Z",
    bodyHash: "",
    prev: "0".repeat(64),
    hash: "",
    orderedBy: 0,
    idDigest: "",
    id: "abcdefghij12345",
    user: "user00000000001",
    account: "",
    attribution: "browser",
    browser: "browser00000001",
    n: 7,
    occurredAt: "2026-11-20T10:32:07.000Z",
    sentAt: "2026-11-20T10:32:08.000Z",
    system: "cliniko:harbour.uk2",
    recordRef: "1805465202989210063",
    recordKind: "patient",
    trace: "",
    detail: '{"page":"é 🏥","v":1}',
    salt: "ab".repeat(16),
    ...part,
  };
  const body = bodyHash(row, sha256);
  const whole = { ...row, bodyHash: body };
  return { ...whole, hash: linkHash(whole, sha256) };
}

const emptied = {
  id: tombstoneId(41),
  user: "",
  account: "",
  attribution: "",
  browser: "",
  n: 0,
  occurredAt: "",
  sentAt: "",
  system: "",
  recordRef: "",
  recordKind: "",
  trace: "",
  detail: "",
  salt: "",
};

test.each<[string, Partial<EventRow>, object]>([
  ["an entry as it was written", {}, { kind: "whole" }],
  ["a changed record", { recordRef: "1805465202989210064" }, { kind: "broken", what: "body" }],
  ["a changed person", { user: "user00000000002" }, { kind: "broken", what: "body" }],
  ["a detail that is no JSON", { detail: "{" }, { kind: "broken", what: "body" }],
  ["a changed kind", { kind: "record.print" }, { kind: "broken", what: "link" }],
  ["a changed number", { seq: 42 }, { kind: "broken", what: "link" }],
  ["an emptied entry with its order", { ...emptied, orderedBy: 90 }, { kind: "erased", by: 90 }],
  [
    "an entry that was emptied in part",
    { ...emptied, orderedBy: 90, recordRef: "7" },
    { kind: "broken", what: "body" },
  ],
  ["an emptied entry without an order", emptied, { kind: "broken", what: "body" }],
])("%s is told", (_, part, expected) => {
  expect(proofOf({ ...sealed(), ...part })).toEqual(expected);
});

test("a receipt agrees by its hash, and only for its own number", () => {
  const row = sealed();
  expect(agrees(row.hash, row)).toBe(true);
  expect(agrees(row.hash.toUpperCase().replace(/(.{4})/g, "$1 "), row)).toBe(true);
  expect(agrees(JSON.stringify({ seq: 41, hash: row.hash }), row)).toBe(true);
  expect(agrees(JSON.stringify({ seq: 41, hash: "0".repeat(64) }), row)).toBe(false);
  expect(agrees(JSON.stringify({ seq: 40, hash: row.hash }), row)).toBeUndefined();
  expect(agrees("hello", row)).toBeUndefined();
  expect(shortHash("9c41e07a55d2000000b8f013ce")).toMatch(/^9c41 e07a 55d2 … /);
});
