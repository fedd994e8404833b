import type { CsvValue } from "#domain/base/csv";
import { cellsOf, headingsOf } from "#domain/registers/list-csv";
import { checkColumns, type PolicyCheck } from "#domain/registers/policy-map/check-row";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord, writeRow } from "../../base/rows.ts";
import { iso } from "../../base/time.ts";
import { sealRows } from "../../ledger/chain/row-baseline.ts";
import { registerList, rowOf } from "../listing/register-list.ts";

/** Keeps a look at a sentence, with the version in force that has it, or else the newest. */
export function keepLook(tx: pb.App, look: Omit<PolicyCheck, "id" | "number">): void {
  const select = `SELECT v.number AS number FROM policy_sentences s JOIN policy_versions v ON v.id = s.policy
    WHERE s.claim = {:claim} ORDER BY v.state = 'in-force' DESC, v.number DESC LIMIT 1`;
  const number = Number(rowsOf(tx, ["number"], select, { claim: look.claim })[0]?.[0] ?? 0);
  const id = newId();
  writeRow(tx, newRecord(tx, "policy_checks", { ...look, id, number }));
  sealRows(tx, "policy-check", [{ collection: "policy_checks", id }]);
}

const columns = ["id", "claim", "number", "checkedOn", "kept", "note", "by", "at"] as const;

/** Every look at a sentence, the newest first. */
export const policyCheckList = registerList<PolicyCheck>({
  key: "policy-checks",
  collection: "policy_checks",
  readers: ["manager", "dpo", "auditor"],
  columns,
  instants: ["at"],
  select: `SELECT ${columns.map((one) => `"${one}"`).join(", ")} FROM policy_checks`,
  by: "checkedOn",
  descends: true,
  filters: { claim: rowOf("claim") },
  csv: () => checkColumns,
});

/** Lines of every look up to a day, for a pack; its heading stands in `looksHead`. @param to - Civil date, within. */
export function looksUpTo(tx: pb.App, to: string, nameOf: (id: string) => string): CsvValue[][] {
  type Look = PolicyCheck & { readonly text: string };
  const select = `SELECT ${columns.map((one) => `k."${one}" AS "${one}"`).join(", ")}, coalesce((SELECT s.text
      FROM policy_sentences s WHERE s.claim = k.claim ORDER BY s.id LIMIT 1), '') AS text
    FROM policy_checks k WHERE k.checkedOn <= {:to} ORDER BY k.checkedOn, k.id`;
  return objectsOf<Look>(tx, [...columns, "text"], select, { to }).map((look) => [
    look.text,
    ...(cellsOf(checkColumns, [{ ...look, at: iso(look.at) }], nameOf)[0] ?? []),
  ]);
}

export const looksHead: readonly string[] = ["Sentence", ...headingsOf(checkColumns)];
