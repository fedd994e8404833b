import { milliseconds } from "#domain/policy-number";
import { clockPolicy } from "#domain/policy-of-clocks";
import { icoDue, needsDelayReason } from "#domain/registers/incidents/clock";
import { isOfBreach } from "#domain/registers/incidents/delay-reason";
import type { Incident } from "#lib/registers/incidents/rows.ts";

/** A clock of 72 hours as it stands. Times in milliseconds since 1970. */
export type CaseClock = {
  readonly kind: "provisional" | "ico";
  readonly from: number;
  readonly due: number;
  /** When the ICO was told; undefined while the clock runs. */
  readonly sent?: number;
  /** No longer runs although nobody was told: it was decided to keep it in the register, or it is no breach. */
  readonly ended: boolean;
  /** Decided to be none: no 72 hours bind whoever told the regulator all the same. */
  readonly noBreach: boolean;
};

type Times = Pick<
  Incident,
  "state" | "triageVerdict" | "provisionalFrom" | "awareAt" | "icoSentAt" | "controllerIco"
>;

/** The clock of an incident; undefined where none ever ran. */
export function clockOf({
  state,
  triageVerdict,
  provisionalFrom,
  awareAt,
  icoSentAt,
  controllerIco,
}: Times): CaseClock | undefined {
  const provisional = awareAt === "" || state === "reported";
  const start = provisional ? provisionalFrom : awareAt;
  if (start === "") return undefined;
  const from = Date.parse(start);
  return {
    kind: provisional ? "provisional" : "ico",
    from,
    due: icoDue(from),
    ...(icoSentAt !== "" && { sent: Date.parse(icoSentAt) }),
    ended:
      icoSentAt === "" &&
      (controllerIco === "record-only" ||
        state === "near-miss" ||
        state === "withdrawn" ||
        state === "closed"),
    noBreach: !isOfBreach({ verdict: triageVerdict }),
  };
}

export const runs = (clock: CaseClock): boolean => clock.sent === undefined && !clock.ended;
export const sentLate = ({ from, sent, noBreach }: CaseClock): boolean =>
  !noBreach && sent !== undefined && needsDelayReason(from, sent);

/** Traffic light (DOMAIN.md 1.3): red under 12 hours or over, amber under 48, else green. */
export function lightOf(leftMs: number): "red" | "amber" | "green" {
  if (leftMs < milliseconds(clockPolicy.clockRunsOut)) return "red";
  return leftMs < milliseconds(clockPolicy.clockHalfGone) ? "amber" : "green";
}

/** Which part of the clock has gone, 0 to 1. */
export const goneOf = ({ from, due }: Pick<CaseClock, "from" | "due">, nowMs: number): number =>
  Math.min(1, Math.max(0, (nowMs - from) / (due - from)));

/**
 * What stands on a clock's ruler between its ends: when the regulator was told, or now while it runs. Undefined where
 * nothing does; what came after the end stands at the end.
 */
export function markOf(
  clock: CaseClock,
  nowMs: number,
  regulator: string,
): { readonly at: number; readonly says: string } | undefined {
  if (clock.sent !== undefined) return { at: clock.sent, says: `${regulator} told` };
  return runs(clock) && nowMs < clock.due ? { at: nowMs, says: "now" } : undefined;
}
