import { begun, firstDay } from "../../figures/recorded-since.ts";
import type { Counting, Figure } from "../register.ts";
import { daysIn } from "./rows.ts";

/** Training by the day on which it was completed; what was mended, taken back or undone does not count. */
export function trainingFigures({ app, time, spans }: Counting): Figure[] {
  const days = daysIn(app);
  const within = (first: string, last: string) => days.filter((day) => first <= day && day <= last).length;
  const counts = spans.map(({ firstDay: first, lastDay: last }) => ({ completed: within(first, last) }));
  return [{ key: "training", since: firstDay(app, time, [begun]), counts }];
}
