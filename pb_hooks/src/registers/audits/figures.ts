import { objectsOf, rowsOf } from "../../base/database.ts";
import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";
import { countedInSample } from "./in-sample.ts";

/** Rounds of audits by the day on which they were closed, and the sample by the week that it is of. */
export function auditFigures({ app, time, spans }: Counting): Figure[] {
  const since = firstDay(app, time, [begun]);
  const rounds = rowsOf(
    app,
    ["day", "found"],
    "SELECT closedOn AS day, found FROM audit_rounds WHERE state = 'closed'",
  );
  const items = sampled(app, spans);
  const audits = spans.map(({ firstDay: first, lastDay: last }) => {
    const within = rounds.filter(([day]) => first <= String(day) && String(day) <= last);
    const found = within.filter(([, n]) => Number(n) > 0).length;
    return { clean: within.length - found, found };
  });
  const samples = spans.map(({ firstDay: first, lastDay: last }) => {
    const within = items.filter(({ day }) => first <= day && day <= last).map(({ result }) => result);
    const of = (...results: string[]) => within.filter((one) => results.includes(one)).length;
    return { inOrder: of("in-order", "asked"), noReason: of("no-reason"), open: of("", "not-clear") };
  });
  return [
    { key: "audits", since, counts: audits },
    { key: "samples", since, counts: samples },
  ];
}

/** What was drawn for the weeks of these spans, as everybody is shown it. */
function sampled(app: pb.App, spans: Counting["spans"]): { day: string; result: string }[] {
  const from = spans.map(({ firstDay: day }) => day).reduce((one, other) => (other < one ? other : one), "9");
  type Drawn = { sample: string; day: string; result: string; trace: string };
  const select = `SELECT i.sample AS sample, s.weekOf AS day, i.result AS result, e.trace AS trace FROM samples s
    JOIN sample_items i ON i.sample = s.id JOIN events e ON e.seq = i.event
    WHERE s.weekOf >= {:from} ORDER BY s.weekOf, i.position`;
  const weeks = new Map<string, Drawn[]>();
  for (const one of objectsOf<Drawn>(app, ["sample", "day", "result", "trace"], select, { from }))
    weeks.set(one.sample, [...(weeks.get(one.sample) ?? []), one]);
  return [...weeks.values()].flatMap((drawn) => countedInSample(app, drawn));
}
