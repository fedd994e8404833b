import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";

/** Sentences by when a person last said what keeps them, and those that people looked at. */
export function policyMapFigures({ app, time, spans }: Counting): Figure[] {
  const counts = spans.map(({ from, to, firstDay: first, lastDay: last }) => {
    const select = `SELECT coalesce(sum("at" >= {:from} AND "at" <= {:to}), 0) AS settled,
        coalesce(sum(checkedOn >= {:first} AND checkedOn <= {:last}), 0) AS checked FROM policy_claims WHERE state <> ''`;
    const params = { from: stored(from), to: stored(to), first, last };
    const [settled, checked] = rowsOf(app, ["settled", "checked"], select, params)[0] ?? [0, 0];
    return { settled: Number(settled), checked: Number(checked) };
  });
  return [{ key: "policy", since: firstDay(app, time, [begun]), counts }];
}
