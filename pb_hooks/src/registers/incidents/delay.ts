import { lacksDelayReason, type Telling } from "#domain/registers/incidents/delay-reason";
import { notKnownYet } from "#domain/registers/incidents/ico-form";
import type { TriageVerdict } from "#domain/registers/incidents/kinds";
import { msIn } from "../../base/instants.ts";
import { objectIn } from "./versions/snapshot-parts.ts";

/** What lateness is computed from, as the row stands. */
export const tellingIn = (breach: pb.Record): Telling => ({
  verdict: breach.getString("triageVerdict") as TriageVerdict | "",
  awareMs: msIn(breach, "awareAt"),
  toldMs: msIn(breach, "icoSentAt"),
  delayReason: delayReasonIn(breach),
});

/** Why it was late: as an act asked for it, or as the form's own question was answered. */
function delayReasonIn(breach: pb.Record): string {
  const { delay_reason: answered } = objectIn<unknown>(breach, "form");
  const reason = breach.getString("delayReason");
  return reason === "" && typeof answered === "string" && answered !== notKnownYet ? answered : reason;
}

/**
 * What is wrong after an act that leaves a late notice without its reason: whichever makes it late, by a time or by a
 * verdict, is asked at once. One that changes neither is not held up by a reason that lacked before.
 */
export function lacksDelay(breach: pb.Record): string | undefined {
  const before = tellingIn(breach.original());
  const now = tellingIn(breach);
  const same =
    before.verdict === now.verdict &&
    before.awareMs === now.awareMs &&
    before.toldMs === now.toldMs &&
    before.delayReason === now.delayReason;
  if (same || !lacksDelayReason(now)) return undefined;
  return "By this it was told after the 72 hours: say why it was late.";
}
