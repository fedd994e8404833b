import { keyedAccount } from "#domain/base/keyed";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import type { KeptAnswer } from "../answers.ts";
import type { MessageData, RecordFact } from "../messages.ts";
import { newId } from "../new-id.ts";
import { clockBehind, stampedBy } from "../outbox/clock.ts";
import { type Fact, keep, keepOnce } from "../outbox/keep.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { chosenPerson, stillHere } from "../policy/chosen.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { recordingFor } from "../policy/recording.ts";
import type { Origin } from "../receive.ts";
import { hmacBy } from "./hmac.ts";
import { addLastEvent } from "./last-events.ts";
import { isLocked } from "./locked.ts";
import { addBytes, addMark, comparedName } from "./marks.ts";
import { cardOf } from "./people-seen.ts";
import { moved, toldIn, viewed } from "./visit.ts";
import { visitOf, visitsBeside } from "./visits.ts";
import { itemOf, referenceTo, type Where, whereIs } from "./where.ts";

const needsEyes: readonly RecordFact["kind"][] = ["record.view", "record.search"];

/**
 * Makes an event of what was done with a record, if it may be recorded now; else nothing is made. Where a document
 * came from is remembered in either case, for the guard on this computer.
 */
export async function record(fact: RecordFact, origin: Origin): Promise<KeptAnswer> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  if (!pairing || !policy) return { kept: false, why: "not-paired" };
  const where = whereIs(policy, origin.host);
  const hmac = hmacBy(policy.referenceKey);
  const ref = where && fact.id !== undefined ? await referenceTo(where.adapter, fact.id, hmac) : undefined;
  if (!where || where.adapter.id !== fact.adapter || (fact.id !== undefined && ref === undefined)) {
    return { kept: false, why: "invalid" };
  }
  // A page that changes behind the lock screen is seen by nobody; who unlocks it sees it anew.
  if (needsEyes.includes(fact.kind) && (await isLocked())) return { kept: false, why: "not-seen" };
  const now = Date.now();
  const account = fact.person === undefined ? undefined : await keyedAccount(fact.person, hmac);
  const recording = recordingFor(policy, { system: where.system, account, chosen: await chosenPerson(now) });
  const by = account ?? (recording.on ? recording.chosen : undefined) ?? "";
  const item = await itemOf(where.adapter, fact, hmac);
  const seen = { ref: recording.on ? ref : undefined, item, by, now };
  const { trace, counts } = await visited(fact, origin, where, seen);
  if (fact.mark) await remember(fact, { where, ref, trace }, policy, now);
  if (!recording.on) return { kept: false, why: recording.why };
  if (!counts) return { kept: false, why: "same-visit" };
  await stillHere(now);
  const occurredAt = stampedBy(await clockBehind.get(), Date.parse(fact.occurredAt));
  const who = { account, chosen: recording.chosen };
  const event = { ...eventOf(fact, where, ref, item, who), occurredAt, trace };
  // Only what was told before can lie in the outbox already: to look there takes as long as the outbox is.
  const keeps = fact.again ? keepOnce : keep;
  const kept = await keeps(event, pairing.browser, fact.told ?? newId());
  if (kept.kept) {
    const mapped = policy.accounts.find((one) => one.system === where.system && one.account === account);
    await addLastEvent({
      id: kept.id,
      at: fact.occurredAt,
      kind: fact.kind,
      person: mapped?.user ?? account ?? recording.chosen ?? "",
      trace,
      ...(fact.id === undefined ? {} : { ending: fact.id.slice(-4) }),
      ...(fact.what === undefined ? {} : { what: fact.what }),
    });
  }
  return kept;
}

/** The columns that the fact itself gives. The vendor's id and the person's name stay behind. */
function eventOf(
  { kind, recordKind, page, what, results }: RecordFact,
  { system, adapter }: Where,
  ref: string | undefined,
  item: string | undefined,
  { account, chosen }: { readonly account?: string; readonly chosen?: string },
): Omit<Fact, "occurredAt" | "trace"> {
  return {
    kind,
    system,
    ...(ref === undefined ? {} : { recordRef: ref, recordKind: recordKind ?? "patient" }),
    ...(account === undefined ? {} : { account }),
    ...(chosen === undefined ? {} : { chosen }),
    detail: {
      v: 2,
      adapter: adapter.version,
      ...(page === undefined ? {} : { page }),
      ...(item === undefined ? {} : { item }),
      ...(what === undefined ? {} : { what }),
      ...(results === undefined ? {} : { results }),
    },
  };
}

/** What a fact is of and whose, as the event says it: what the page shows is not kept, even in memory. */
interface Seen {
  readonly ref: string | undefined;
  readonly item: string | undefined;
  readonly by: string;
  readonly now: number;
}

/** The frame's visit to the record, and whether this fact counts in it. Without a recorded record there is no visit. */
async function visited(
  fact: RecordFact,
  origin: Origin,
  { system }: Where,
  { ref, item, by, now }: Seen,
): Promise<{ trace: string; counts: boolean }> {
  if (ref === undefined || origin.tab === undefined) return { trace: newId(), counts: true };
  let outcome = { trace: newId(), counts: true };
  const beside = await visitsBeside(origin.tab, origin.frame ?? 0);
  await visitOf(origin.tab, origin.frame ?? 0).change((before) => {
    const again = before.told.find(({ id }) => id === fact.told);
    if (again) {
      outcome = { trace: again.trace, counts: true };
      return before;
    }
    if (fact.kind !== "record.view") {
      const open = before.current?.ref === ref && before.current.system === system ? before.current : null;
      if (!open) return before;
      outcome = { trace: open.trace, counts: true };
      const taken = open.taken + (fact.kind === "record.download" || fact.kind === "record.export" ? 1 : 0);
      return toldIn({ ...before, current: { ...open, taken } }, fact.told, open.trace);
    }
    const { ending, person } = { ending: (fact.id ?? "").slice(-4), person: fact.person ?? "" };
    const page = [fact.page ?? "", ...(item === undefined ? [] : [item])].join(" ");
    const view = { system, ref, ending, person, who: by, page, entry: fact.entry, at: now };
    const { after, ...counted } = viewed(before, view, newId, beside);
    outcome = counted;
    return counted.counts ? toldIn(after, fact.told, counted.trace) : after;
  });
  return outcome;
}

async function remember(
  { mark, kind }: RecordFact,
  { where, ref, trace }: { readonly where: Where; readonly ref: string | undefined; readonly trace: string },
  policy: PolicyAnswer,
  now: number,
): Promise<void> {
  const hmac = hmacBy(policy.referenceKey);
  if (mark === undefined) return;
  await addMark({
    trace,
    system: where.adapter.name,
    from: where.system,
    ...(ref === undefined ? {} : { ref, card: await hmac(cardOf(where.system, ref)) }),
    at: now,
    how: kind === "record.copy" ? "copied" : "downloaded",
    ...(mark.name === undefined ? {} : { name: await hmac(comparedName(mark.name)) }),
    ...(mark.text === undefined ? {} : { text: await hmac(mark.text) }),
    ...(mark.key === undefined ? {} : { key: mark.key }),
  });
}

/** What was downloaded was read: its bytes are kept as a digest under the clinic's key. */
export async function markBytes({ key, bytes, size, kind }: MessageData<"mark-bytes">): Promise<null> {
  const policy = await currentPolicy();
  if (policy) await addBytes(key, { bytes: await hmacBy(policy.referenceKey)(bytes), size, kind });
  return null;
}

/** A frame moved on to another place of the clinical system. */
export async function place({ id }: MessageData<"place">, origin: Origin): Promise<null> {
  const policy = await currentPolicy();
  const where = policy && whereIs(policy, origin.host);
  if (!where || origin.tab === undefined) return null;
  const ref =
    id === undefined ? undefined : await referenceTo(where.adapter, id, hmacBy(policy.referenceKey));
  await visitOf(origin.tab, origin.frame ?? 0).change((before) => moved(before, ref));
  return null;
}
