import { type BreachTimes, timesProblems } from "#domain/registers/incidents/clock";
import { nowMs } from "../../base/clock.ts";
import { clinicSince, inFuture, tolerance } from "../../clinic/past.ts";

/** @throws {BadRequestError} With each time that cannot be. */
export function requireOrder(app: pb.App, times: BreachTimes, fieldOf: (name: string) => string): void {
  const problems = timesProblems(times, nowMs() + tolerance(), clinicSince(app));
  if (problems.length === 0) return;
  const told: { [field: string]: ValidationError } = {};
  for (const { field, code } of problems)
    told[fieldOf(field)] ??= new ValidationError(code, sentences[code]());
  throw new BadRequestError("Look at the times named here.", told);
}

const sentences = {
  "in-future": inFuture,
  "before-clinic": () => "This lies before the clinic began.",
  "wrong-order": () => "This lies before what it follows.",
} as const;
