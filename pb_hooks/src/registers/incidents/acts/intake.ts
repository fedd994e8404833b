import type { ActAnswer } from "#domain/api";
import type { EventRow } from "#domain/ledger/ledger";
import { isBefore, provisionalStart, sameMinute } from "#domain/registers/incidents/clock";
import { stateAfterTriage } from "#domain/registers/incidents/state";
import type { ActsOf } from "../../../acts/doing.ts";
import { now, nowMs } from "../../../base/clock.ts";
import { instantIn, msIn, setInstant } from "../../../base/instants.ts";
import { refuse } from "../../../base/refusal.ts";
import { stored } from "../../../base/time.ts";
import { requirePast } from "../../../clinic/past.ts";
import { eventWith } from "../../../ledger/chain/event-rows.ts";
import { reads } from "../case-facts.ts";
import { hiddenCases } from "../gives/hidden.ts";
import { saveCase } from "../incident.ts";
import { caseOfAttempt, caseOfEvents, freeTrace } from "../reported/attempt.ts";
import { madeBefore, onceFor } from "../reported/once.ts";
import { isEvidence, openIncident } from "../reported/open-incident.ts";
import { concernedBy, slipTold } from "../reported/slip.ts";
import { tell } from "../timeline.ts";
import { requireBeforeWhatCame } from "../times.ts";
import { onCase } from "./on-case.ts";

export const intakeActs: ActsOf<"breaches.fromEvent" | "breaches.told" | "breaches.triage"> = {
  "breaches.fromEvent": ({ tx, actor, data }) => {
    const event = eventWith(tx, data.event);
    const hidden = event !== undefined && hiddenCases(tx, actor).includes(event.trace);
    if (!event || hidden || event.orderedBy > 0 || !isEvidence(event.kind))
      refuse("data.event", "unknown", "There is no such event to link.");
    const mail = event.kind.startsWith("mail.");
    const known = mail ? caseOfAttempt(tx, event) : caseOfEvents(tx, [event.seq]);
    // Of one that this person may not read nothing is said: what is opened now stands beside it.
    if (known && reads(tx, actor, known)) return made(known);
    const occurred = provisionalStart(Date.parse(event.occurredAt), Date.parse(event.receivedAt));
    // What went out is known since then; any other entry since somebody looked at it, which is now.
    const start = wentOut(event) ? occurred : nowMs();
    const breach = openIncident(
      tx,
      {
        kind: mail ? "wrong-person" : "other",
        origin: mail ? "mail-attempt" : "log-entry",
        title: wentOut(event)
          ? "Patient document sent outside anyway"
          : mail
            ? "A document was held in mail"
            : "Something in the access log",
        text: "Opened from an entry of the access log.",
        noticedAt: now(),
        occurredFrom: new Date(occurred).toISOString(),
        provisionalFrom: new Date(start).toISOString(),
        senders: event.user === "" ? [] : [event.user],
        sourceEvent: event.seq,
        trace: mail ? freeTrace(tx, event.trace) : "",
      },
      { user: actor.id },
    );
    return made(breach);
  },

  "breaches.told": ({ tx, actor, data }) => {
    const told = { text: data.text, kind: data.kind ?? "", ...slipTold(data) };
    const once = onceFor(["told", actor.id], data.request, told);
    const before = madeBefore(tx, once, "data.request");
    if (before) return made(before);
    const noticedAt = data.noticedAt ?? now();
    requirePast(tx, "data.noticedAt", noticedAt);
    const breach = openIncident(
      tx,
      {
        kind: data.kind ?? "other",
        origin: "told",
        title: "What somebody told us",
        text: data.text,
        noticedAt,
        provisionalFrom: noticedAt,
        ...concernedBy(tx, data, actor.id, false, "data."),
        ...once,
      },
      { user: actor.id },
    );
    return made(breach);
  },

  ...onCase({
    "breaches.triage": (one, data) => {
      const { tx, breach, actor } = one;
      if (data.awareAt !== undefined) requirePast(tx, "data.awareAt", data.awareAt);
      const detected = msIn(breach, "detectedAt");
      if (
        data.awareAt !== undefined &&
        detected !== undefined &&
        isBefore(Date.parse(data.awareAt), detected)
      ) {
        refuse("data.awareAt", "wrong-order", "This lies before it was detected. Set that time first.");
      }
      const known = instantIn(breach, "awareAt");
      if (data.awareAt !== undefined && known !== null && !sameMinute(data.awareAt, known)) {
        refuse(
          "data.awareAt",
          "known",
          "This time is known already. Change it among the times, and say why.",
        );
      }
      breach.set("triageVerdict", data.verdict);
      breach.set("triageReason", data.reason);
      breach.set("triagedBy", actor.id);
      breach.set("triagedAt", stored(now()));
      breach.set("state", stateAfterTriage[data.verdict]);
      if (data.delayReason !== undefined) breach.set("delayReason", data.delayReason);
      if (data.verdict === "breach" && known === null) {
        setInstant(breach, "awareAt", data.awareAt ?? awareWithoutWord(breach));
        requireBeforeWhatCame(breach, data);
        requireWhyLater(breach, data.awareReason);
      }
      const answer = saveCase(one, "triage", { kind: "decision", text: data.reason });
      if (data.awareReason !== undefined)
        tell(tx, breach.id, { kind: "decision", what: "aware-later", text: data.awareReason, by: actor.id });
      return answer;
    },
  }),
};

/**
 * Awareness where nobody names it: the first word of it, the strictest reading; whoever told the regulator was aware by
 * then.
 */
function awareWithoutWord(breach: pb.Record): string {
  const known = ["provisionalFrom", "icoSentAt"].flatMap((field) => instantIn(breach, field) ?? []);
  return known.sort()[0] ?? now();
}

/** A clock that starts later than the first word of it ends later, too. */
function requireWhyLater(breach: pb.Record, why: string | undefined): void {
  const [first, aware] = [instantIn(breach, "provisionalFrom"), instantIn(breach, "awareAt")];
  if (first === null || aware === null || aware <= first || sameMinute(first, aware)) return;
  if (why === undefined)
    refuse("data.awareReason", "missing", "Later than the first word of it: say why the clock starts then.");
}

const wentOut = ({ kind, detail }: EventRow): boolean =>
  kind === "mail.outcome" &&
  detail !== "" &&
  (JSON.parse(detail) as { outcome: string }).outcome === "sent-anyway";

const made = (breach: pb.Record): ActAnswer => ({
  id: breach.id,
  version: breach.getInt("version"),
  number: breach.getInt("number"),
});
