import { isRealInstant } from "#domain/ledger/check-event";
import { earliestBreach, milliseconds, policy } from "#domain/policy";
import { type BreachTimes, timesProblems } from "#domain/registers/incidents/clock";
import { now, nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { iso, stored } from "../../base/time.ts";
import { clinicOf } from "../../clinic/clinic.ts";

/** An instant of a row in milliseconds; undefined where it is not known. */
export function msIn(row: pb.Record, field: string): number | undefined {
  const text = row.getString(field);
  return text === "" ? undefined : Date.parse(iso(text));
}

/** An instant of a row as every answer writes it; null where it is not known. */
export function instantIn(row: pb.Record, field: string): string | null {
  const text = row.getString(field);
  return text === "" ? null : iso(text);
}

export const setInstant = (row: pb.Record, field: string, instant: string): void =>
  row.set(field, stored(instant));

/** Since when something of ours can have happened. */
export function clinicSince(app: pb.App): number {
  const since = clinicOf(app)?.getString("since") ?? "";
  return Date.parse(since === "" ? earliestBreach.at : iso(since));
}

/** People's clocks run a little ahead of the server's. */
const tolerance = () => milliseconds(policy.occurredAheadOfSent);

/** @throws {BadRequestError} If the instant does not exist, is to come, or lies before the clinic. */
export function requirePast(app: pb.App, field: string, instant: string): number {
  if (!isRealInstant(instant)) refuse(field, "invalid_format", "There is no such time.");
  const ms = Date.parse(instant);
  if (ms > nowMs() + tolerance()) refuse(field, "in-future", inFuture());
  if (ms < clinicSince(app)) refuse(field, "before-clinic", "This lies before the clinic began.");
  return ms;
}

/** The server's clock may be the one that is wrong, so it is said. */
const inFuture = () => `This is still to come: the server's clock says ${now()}.`;

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
