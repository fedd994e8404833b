import { type BreachTimes, isBefore, timesProblems } from "#domain/registers/incidents/clock";
import { nowMs } from "../../base/clock.ts";
import { msIn } from "../../base/instants.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicSince, inFuture, tolerance } from "../../clinic/past.ts";

/** @throws {BadRequestError} With each time that cannot be. */
function requireOrder(app: pb.App, times: BreachTimes, fieldOf: (name: string) => string): void {
  const problems = timesProblems(times, nowMs() + tolerance(), clinicSince(app));
  if (problems.length === 0) return;
  const told: { [field: string]: ValidationError } = {};
  for (const { field, code } of problems)
    told[fieldOf(field)] ??= new ValidationError(code, sentences[code]());
  throw new BadRequestError("Look at the times named here.", told);
}

/** The same of the times that a case has by now. */
export const requireCaseOrder = (app: pb.App, breach: pb.Record, fieldOf: (name: string) => string): void =>
  requireOrder(
    app,
    {
      occurredFrom: msIn(breach, "occurredFrom"),
      occurredTo: msIn(breach, "occurredTo"),
      detected: msIn(breach, "detectedAt"),
      aware: msIn(breach, "awareAt"),
      reportedInternally: msIn(breach, "reportedInternallyAt"),
    },
    fieldOf,
  );

const sentences = {
  "in-future": inFuture,
  "before-clinic": () => "This lies before the clinic began.",
  "wrong-order": () => "This lies before what it follows.",
} as const;

/**
 * Containing and telling the ICO have acts of their own: a time set later must not turn their order round.
 *
 * @param called - What the act calls the time; left out, as its column.
 */
export function requireBeforeWhatCame(
  breach: pb.Record,
  named: { readonly [field: string]: string | undefined },
  called?: string,
): void {
  const after = (field: "occurredFrom" | "awareAt", came: "containedAt" | "icoSentAt", what: string) => {
    const [ms, then] = [msIn(breach, field), msIn(breach, came)];
    if (named[field] && ms !== undefined && then !== undefined && isBefore(then, ms)) {
      refuse(called ?? `data.${field}`, "wrong-order", `${what} before that. Look at that time first.`);
    }
  };
  after("occurredFrom", "containedAt", "It was contained");
  after("occurredFrom", "icoSentAt", "The regulator was told");
  after("awareAt", "icoSentAt", "The regulator was told");
}
