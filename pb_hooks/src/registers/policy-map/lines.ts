import type { ArrivingLine } from "#domain/registers/policy-map/acts";
import { promisedIn } from "#domain/registers/policy-map/figures";
import { normalText } from "#domain/registers/policy-map/normal";
import { mayHoldNumber } from "#domain/registers/policy-map/screened";
import { hasState } from "#domain/registers/policy-map/states";
import { numberedIn } from "#domain/registers/screened";
import { requireClean } from "../../acts/clean.ts";
import { execute, rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { sealRows } from "../../ledger/chain/row-baseline.ts";

/**
 * Takes lines of a version as they came: each looked through for a patient's number, each sentence known by the hash of its
 * words. One event for all; they are hashed in the same transaction.
 *
 * @param at - Place of the first.
 * @throws {BadRequestError} Naming the line that holds a patient's number, before anything is written.
 */
export function takeLines(tx: pb.App, policy: string, at: number, lines: readonly ArrivingLine[]): void {
  requireCleanLines(lines);
  const hashes = lines.map((line) => (hasState(line) ? $security.sha256(normalText(line)) : ""));
  const fresh = newClaims(tx, hashes);
  const claims = claimsOf(tx, hashes);
  const before = "SELECT coalesce(max(number), 0) AS n FROM policy_sentences WHERE policy = {:policy}";
  let number = Number(rowsOf(tx, ["n"], before, { policy })[0]?.[0]);
  const rows = lines.map((line, i) => {
    if (hasState(line)) number += 1;
    const { kind, section, lead, text } = line;
    const promised = hasState(line) ? promisedIn(line) : undefined;
    const { subject = "", bound = "", amount = 0, unit = "" } = promised ?? {};
    const claim = claims.get(hashes[i] ?? "") ?? "";
    return [
      newId(),
      at + i,
      hasState(line) ? number : 0,
      kind,
      section,
      lead,
      text,
      claim,
      subject,
      bound,
      amount,
      unit,
    ];
  });
  execute(
    tx,
    `INSERT INTO policy_sentences (id, policy, place, number, kind, section, lead, text, claim, subject, bound, amount, unit)
     SELECT value->>0, {:policy}, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
       value->>9, value->>10, value->>11 FROM json_each({:rows})`,
    { policy, rows: JSON.stringify(rows) },
  );
  const named = (collection: string, ids: readonly string[]) =>
    [...ids].sort().map((id) => ({ collection, id }));
  sealRows(tx, "policy-lines", [
    ...named("policy_claims", fresh),
    ...named(
      "policy_sentences",
      rows.map(([id]) => String(id)),
    ),
  ]);
}

/** @throws {BadRequestError} */
function requireCleanLines(lines: readonly ArrivingLine[]): void {
  // A heading comes with each of its sentences, and is looked through once.
  const seen = new Set<string>([""]);
  lines.forEach((line, i) => {
    for (const part of ["section", "lead", "text"] as const) {
      const words = line[part];
      if (seen.has(words)) continue;
      seen.add(words);
      requireClean(`data.lines.${i}.${part}`, words, (text) => (mayHoldNumber(text) ? numberedIn(text) : []));
    }
  });
}

/** Makes a row for each sentence that no version had before. @returns Their ids. */
function newClaims(tx: pb.App, hashes: readonly string[]): string[] {
  const known = claimsOf(tx, hashes);
  const fresh = [...new Set(hashes)].filter((hash) => hash !== "" && !known.has(hash));
  const rows = fresh.map((hash) => [newId(), hash]);
  if (rows.length === 0) return [];
  execute(
    tx,
    `INSERT INTO policy_claims (id, hash, state, rule, page, test, audit, owner, due, checkedOn, kept, checkNote, why, source,
       by, at, version)
     SELECT value->>0, value->>1, '', '', '', '', '', '', '', '', '', '', '', '', '', '', 1 FROM json_each({:rows})`,
    { rows: JSON.stringify(rows) },
  );
  return rows.map(([id]) => String(id));
}

/** Ids of what is known, by hash. */
function claimsOf(tx: pb.App, hashes: readonly string[]): Map<string, string> {
  const select = "SELECT hash, id FROM policy_claims WHERE hash IN (SELECT value FROM json_each({:hashes}))";
  const rows = rowsOf(tx, ["hash", "id"], select, { hashes: JSON.stringify([...new Set(hashes)]) });
  return new Map(rows.map(([hash, id]) => [String(hash), String(id)]));
}

/** SHA-256 of a version's lines in their order. */
export function digestOf(tx: pb.App, policy: string): string {
  const select = `SELECT kind, lead, text FROM policy_sentences WHERE policy = {:policy} ORDER BY place`;
  return $security.sha256(JSON.stringify(rowsOf(tx, ["kind", "lead", "text"], select, { policy })));
}
