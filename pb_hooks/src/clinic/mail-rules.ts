import { type RuleTable, usualRules } from "#domain/clinic/mail-rules";
import { ruleTable } from "#domain/clinic/rule-table";

/** The clinic's table of rules; the usual one where it changed none. */
export function rulesOf(clinic: pb.Record): RuleTable {
  const kept: unknown = JSON.parse(clinic.getString("mailRules") || "null");
  return kept === null ? usualRules : ruleTable.parse(kept);
}
