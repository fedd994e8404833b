import { lacksDelayReason, type Telling } from "#domain/registers/incidents/delay-reason";
import { notKnownYet } from "#domain/registers/incidents/ico-form";
import { sentenceError } from "#lib/format/screened-words.ts";
import type { Incident } from "#lib/registers/incidents/rows.ts";

type Facts = Pick<Incident, "triageVerdict" | "awareAt" | "icoSentAt" | "delayReason" | "form">;

const msOf = (instant: string): number | undefined => (instant === "" ? undefined : Date.parse(instant));

/** What lateness is computed from; the server computes it from the same. */
export const tellingOf = ({ triageVerdict, awareAt, icoSentAt, delayReason, form }: Facts): Telling => ({
  verdict: triageVerdict,
  awareMs: msOf(awareAt),
  toldMs: msOf(icoSentAt),
  delayReason: delayReason || answered(form.delay_reason),
});

const answered = (value: Incident["form"][string] | undefined): string =>
  typeof value === "string" && value !== notKnownYet ? value : "";

/** Whether an incident would lack the reason of its delay, were these facts of it so. */
export const wouldLackReason = (incident: Facts, changes: Partial<Facts>): boolean =>
  lacksDelayReason(tellingOf({ ...incident, ...changes }));

/** What is wrong with a reason for the delay where one is asked for; undefined where it will do. */
export const delayError = (reason: string): string | undefined =>
  sentenceError(reason, "It was sent after the 72 hours: say why");
