import { rowsOf } from "../../base/database.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";

/** Rounds of audits by the day on which they were closed, and the sample by the week that it is of. */
export function auditFigures({ app, time, spans }: Counting): Figure[] {
  const since = firstDay(app, time, [begun]);
  const rounds = rowsOf(
    app,
    ["day", "found"],
    "SELECT closedOn AS day, found FROM audit_rounds WHERE state = 'closed'",
  );
  const items = rowsOf(
    app,
    ["day", "result"],
    "SELECT s.weekOf AS day, i.result AS result FROM sample_items i JOIN samples s ON s.id = i.sample",
  );
  const audits = spans.map(({ firstDay: first, lastDay: last }) => {
    const within = rounds.filter(([day]) => first <= String(day) && String(day) <= last);
    const found = within.filter(([, n]) => Number(n) > 0).length;
    return { clean: within.length - found, found };
  });
  const sampled = spans.map(({ firstDay: first, lastDay: last }) => {
    const within = items
      .filter(([day]) => first <= String(day) && String(day) <= last)
      .map(([, result]) => result);
    const of = (...results: string[]) => within.filter((one) => results.includes(String(one))).length;
    return { inOrder: of("in-order", "asked"), noReason: of("no-reason"), open: of("", "not-clear") };
  });
  return [
    { key: "audits", since, counts: audits },
    { key: "samples", since, counts: sampled },
  ];
}
