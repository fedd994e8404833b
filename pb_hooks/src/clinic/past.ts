import { isRealInstant } from "#domain/ledger/check-event";
import { earliestBreach, milliseconds, policy } from "#domain/policy";
import { now, nowMs } from "../base/clock.ts";
import { refuse } from "../base/refusal.ts";
import { iso } from "../base/time.ts";
import { clinicOf } from "./clinic.ts";

/** Since when something of ours can have happened. */
export function clinicSince(app: pb.App): number {
  const since = clinicOf(app)?.getString("since") ?? "";
  return Date.parse(since === "" ? earliestBreach.at : iso(since));
}

/** People's clocks run a little ahead of the server's. */
export const tolerance = () => milliseconds(policy.occurredAheadOfSent);

/** @throws {BadRequestError} If the instant does not exist, is to come, or lies before the clinic. */
export function requirePast(app: pb.App, field: string, instant: string): number {
  if (!isRealInstant(instant)) refuse(field, "invalid_format", "There is no such time.");
  const ms = Date.parse(instant);
  if (ms > nowMs() + tolerance()) refuse(field, "in-future", inFuture());
  if (ms < clinicSince(app)) refuse(field, "before-clinic", "This lies before the clinic began.");
  return ms;
}

/** The server's clock may be the one that is wrong, so it is said. */
export const inFuture = () => `This is still to come: the server’s clock says ${now()}.`;
