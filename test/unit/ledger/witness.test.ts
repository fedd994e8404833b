import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventRow } from "#domain/ledger/ledger";
import { codesIn, hexInCode, keyCode, linkCode } from "#domain/ledger/witness/code";
import { Held, heldAgainst, type Standing } from "#domain/ledger/witness/held-against";
import { keptIn } from "#domain/ledger/witness/witness";
import { ledgerCodes } from "#lib/settings/ledger-codes.ts";
import { chainOf, draft, exported, sha256, signed, signer } from "../../support/server/chain.ts";
import { verifies } from "../../support/verdict.ts";

const server = signer();
const rows = chainOf(Array.from({ length: 20 }, (_, i) => draft(i + 1)));
const at = (seq: number, of: readonly EventRow[] = rows) => of[seq - 1] as EventRow;
const standing = (of: readonly EventRow[], publicKey = server.publicKey): Standing => ({
  hashAt: (seq) => of.find((row) => row.seq === seq)?.hash,
  first: of[0]?.seq ?? 0,
  last: of.at(-1)?.seq ?? 0,
  publicKey,
  verifies,
});
/** Another log from a seq on, whose hashes fit each other. */
const rechained = (from: number) =>
  chainOf(
    Array.from({ length: 20 }, (_, i) => draft(i + 1, i + 1 < from ? {} : { user: "u00000000000009" })),
  );
const code = (seq: number) => linkCode(seq, at(seq).hash, sha256);

describe("a code", () => {
  test("is read as it was written, however it is typed", () => {
    const any = fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(any, ([seq, text]) => {
        const hash = sha256(text);
        const whole = linkCode(seq, hash, sha256);
        const typed = [
          whole,
          whole.toLowerCase(),
          whole.replaceAll("-", " "),
          `It was ${whole}.`,
          whole.replaceAll("-", "\u2013"),
        ];
        for (const one of [...typed, whole.replaceAll("0", "O").replaceAll("1", "l")].filter((one) =>
          one.includes(String(seq)),
        ))
          expect(codesIn(one, sha256).links).toEqual([{ seq, hash: hash.slice(0, hexInCode) }]);
      }),
    );
  });

  test("with a slip in it is told, and taken for no other", () => {
    const whole = code(7);
    let missed = 0;
    for (let i = 2; i < whole.length; i += 1) {
      if (whole[i] === "-") continue;
      const slip = `${whole.slice(0, i)}${whole[i] === "7" ? "8" : "7"}${whole.slice(i + 1)}`;
      const { links, mistyped } = codesIn(slip, sha256);
      missed += links.length;
      if (links.length === 0) expect(mistyped).toEqual([slip]);
    }
    expect(missed).toBe(0);
    expect(codesIn(whole.replace(/^7/, "8"), sha256).mistyped).toHaveLength(1);
  });

  test("of a key is not one of an entry, and an empty log has none", () => {
    const key = keyCode(server.publicKey, sha256);
    expect(codesIn(`keep ${key.toLowerCase()}`, sha256)).toEqual({ links: [], keys: [key], mistyped: [] });
    expect(linkCode(0, "", sha256)).toBe("");
  });
});

test("an export's own head is told in codes, whatever comes before it", async () => {
  const file = new Blob([exported(rows, server).join("\n")]);
  expect(await ledgerCodes(file)).toEqual({
    seq: 20,
    head: code(20),
    key: keyCode(server.publicKey, sha256),
  });
  expect(await ledgerCodes(file.slice(0, file.size - 10))).toBeUndefined();
});

describe("what somebody kept is found", () => {
  const { hash } = at(12);
  const point = signed(at(12), server);
  test.each<[string, string, number]>([
    ["in minutes", `Signed by Priya Raman. Event log: entry 12, ${hash}. To type in: ${code(12)}`, 2],
    ["in minutes copied from a page", `Event log: entry 12, ${hash.slice(0, 40)}\n ${hash.slice(40)}.`, 1],
    ["in a pack’s README", `The head of the log when this was made is entry 12, hash\n  ${hash}\nand`, 1],
    ["in what verify said", `20 events, whole, 0 erased, 0 expired, head 12 ${hash}`, 1],
    ["in a mail", `The log then ended with entry 12:\n\n  ${code(12)}\n`, 1],
    ["as a receipt", JSON.stringify({ seq: 12, hash }), 1],
    ["as a receipt on several lines", JSON.stringify({ seq: 12, hash }, null, 2), 1],
    ["as a signed checkpoint", JSON.stringify(point), 1],
    ["as the last line of an export", exported(rows.slice(0, 12), server).at(-1) ?? "", 1],
    ["as a whole export", exported(rows.slice(0, 12), server).join("\n"), 12],
  ])("%s", (_, text, count) => {
    const { witnesses } = keptIn(text, sha256);
    expect(witnesses).toHaveLength(count);
    for (const one of witnesses) expect(heldAgainst(one, standing(rows))).toBe("agrees");
  });

  test("and nothing where there is none, a hash of something else for one", () => {
    const { witnesses, keys, mistyped } = keptIn(`SHA-256 of the minutes' JSON: ${hash}\nversion 12`, sha256);
    expect([witnesses, keys, mistyped]).toEqual([[], [], []]);
  });
});

describe("held against a log", () => {
  const heldBy = (of: readonly EventRow[], seqs: readonly number[], publicKey?: string) => {
    const held = new Held(standing(of, publicKey));
    for (const seq of seqs) held.add({ seq, hash: at(seq).hash }, "kept");
    return held;
  };

  test("one that was made anew from an entry on is found from there on", () => {
    const held = heldBy(rechained(9), [3, 8, 9, 15]);
    expect(held.contradictions.map(({ witness, is }) => [witness.seq, is])).toEqual([
      [9, "differs"],
      [15, "differs"],
    ]);
    expect(held.concerned).toEqual({ from: 9, to: 9 });
    expect(heldBy(rechained(9), [3, 15]).concerned).toEqual({ from: 4, to: 15 });
    expect(heldBy(rechained(9), [3, 8])).toMatchObject({ contradicted: 0, concerned: undefined, newest: 8 });
  });

  test("one that was cut off, one with an entry deleted, one that begins later", () => {
    expect(heldBy(rows.slice(0, 10), [8, 15])).toMatchObject({
      contradictions: [{ is: "beyond" }],
      concerned: { from: 11, to: 11 },
    });
    expect(
      heldBy(
        rows.filter(({ seq }) => seq !== 8),
        [8],
      ).contradictions[0]?.is,
    ).toBe("gone");
    expect(heldBy(rows.slice(5), [3])).toMatchObject({ contradicted: 0, agreed: 0 });
  });

  test("a changed key is found by a kept signature, a forged signature is not believed", () => {
    const witness = { seq: 12, hash: at(12).hash, signed: signed(at(12), server) };
    expect(heldAgainst(witness, standing(rows, signer().publicKey))).toBe("other-key");
    const forged = { ...witness, signed: { ...witness.signed, at: "2026-11-25T12:00:00.000Z" } };
    expect(heldAgainst(forged, standing(rows))).toBe("not-signed");
    expect(heldAgainst(witness, standing(rows, ""))).toBe("agrees");
  });
});
