import type { KeptAnswer } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { clockBehind, stampedBy } from "../outbox/clock.ts";
import { keep } from "../outbox/keep.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { chosenPerson, stillHere } from "../policy/chosen.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { siteAt } from "../policy/site-at.ts";
import type { Origin } from "../receive.ts";
import { addLastEvent } from "../records/last-events.ts";
import { spendTrace } from "../records/marks.ts";
import { followed } from "./holdings.ts";

/**
 * Keeps what the guard held and what was chosen. It is stored also while views are not, as the dialog says so; on a
 * worker's own device that the lead has not allowed the guard works and nothing is recorded (DESIGN.md 2, 1a).
 */
export async function event(told: MessageData<"event">, origin: Origin): Promise<KeptAnswer> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  if (!pairing || !policy) return { kept: false, why: "not-paired" };
  if (!siteAt(policy.sites, origin.host)) return { kept: false, why: "invalid" };
  if (!policy.recording.on && policy.recording.reason === "own-device") return { kept: true, id: "" };
  const now = Date.now();
  const chosen = policy.browser.holder === "desk" && !told.account ? await chosenPerson(now) : undefined;
  await stillHere(now);
  const occurredAt = stampedBy(await clockBehind.get(), Date.parse(told.occurredAt));
  const person = policy.browser.user?.id ?? chosen ?? "";
  const fact = { ...told, occurredAt, ...(chosen ? { chosen } : {}) };
  const kept = await followed(fact, person, origin, () => keep(fact, pairing.browser));
  if (!kept) return { kept: true, id: "" };
  if (kept.kept) {
    const outcome = told.detail.outcome;
    const disputed = outcome === "not-a-patient-document" && told.detail.strength === "strong";
    if ((outcome === "sent-anyway" || disputed) && told.trace) await spendTrace(told.trace);
    await addLastEvent({
      id: kept.id,
      at: told.occurredAt,
      kind: told.kind,
      person,
      ...(typeof outcome === "string" ? { what: outcome } : {}),
      ...(told.trace ? { trace: told.trace } : {}),
    });
  }
  return kept;
}

/**
 * The person read the notice in our popup: from now on their views may be recorded. At a desk it was shown to whoever
 * was chosen, and on that desk.
 */
export async function noticeShown({ notice, user }: MessageData<"notice-shown">): Promise<KeptAnswer> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  if (!pairing || !policy) return { kept: false, why: "not-paired" };
  const now = Date.now();
  const desk = policy.browser.holder === "desk";
  const chosen = desk ? (user ?? (await chosenPerson(now))) : undefined;
  return keep(
    {
      kind: "notice.shown",
      occurredAt: stampedBy(await clockBehind.get(), now),
      ...(chosen ? { chosen } : {}),
      detail: { v: 1, notice, ...(desk ? { desk } : {}) },
    },
    pairing.browser,
  );
}
