import type { Today } from "#lib/api/today.ts";
import { begins } from "#lib/format/sentence.ts";

/** How the register stands, in one sentence. */
export function incidentsSentence({
  runningOut,
  decideToday,
}: Pick<Today, "runningOut" | "decideToday">): string {
  const unanswered = runningOut.filter((one) => one.unanswered).length;
  if (unanswered > 0) return `${begins(unanswered, "was", "were")} left unanswered for 72 hours.`;
  const clocks =
    runningOut.length === 0 ? "No clock runs." : `${begins(runningOut.length, "clock runs", "clocks run")}.`;
  const mine =
    decideToday.length === 0
      ? ""
      : ` ${begins(decideToday.length, "decision waits", "decisions wait")} for you.`;
  return clocks + mine;
}
