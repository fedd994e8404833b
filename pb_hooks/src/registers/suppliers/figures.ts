import { rowsOf } from "../../base/database.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";

/** Checks of suppliers by the day on which they were made, and those that found something. */
export function supplierFigures({ app, time, spans }: Counting): Figure[] {
  const sql = `SELECT checkedOn, (SELECT count(*) FROM json_each(c.answers) WHERE value <> 'yes') AS doubts
    FROM supplier_checks c`;
  const checks = rowsOf(app, ["checkedOn", "doubts"], sql);
  const counts = spans.map(({ firstDay: first, lastDay: last }) => {
    const within = checks.filter(([day]) => first <= String(day) && String(day) <= last);
    const found = within.filter(([, doubts]) => Number(doubts) > 0).length;
    return { inOrder: within.length - found, found };
  });
  return [{ key: "suppliers", since: firstDay(app, time, [begun]), counts }];
}
