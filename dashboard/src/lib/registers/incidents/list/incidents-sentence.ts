import type { Today } from "#lib/api/today.ts";
import { begins } from "#lib/format/sentence.ts";

/** How the register stands, in one sentence. */
export function incidentsSentence({ owed, decideToday }: Pick<Today, "owed" | "decideToday">): string {
  const { clocks, unanswered } = owed;
  if (unanswered > 0) return `${begins(unanswered, "was", "were")} left unanswered for 72 hours.`;
  const runs = clocks === 0 ? "No clock runs." : `${begins(clocks, "clock runs", "clocks run")}.`;
  const mine =
    decideToday.length === 0
      ? ""
      : ` ${begins(decideToday.length, "decision waits", "decisions wait")} for you.`;
  return runs + mine;
}
