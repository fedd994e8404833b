import type { PolicyCheck } from "#domain/registers/policy-map/check-row";
import { checkColumns } from "#domain/registers/policy-map/check-row";
import { rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord, writeRow } from "../../base/rows.ts";
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
