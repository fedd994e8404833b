import { type Health, type IngestAnswer, ingestAnswer } from "#domain/ledger/event";
import { policy } from "#domain/policy";
import { newId } from "../new-id.ts";
import { currentPairing, type Pairing } from "../pairing/pairing.ts";
import { callServer, isOurError } from "../pairing/server.ts";
import { backOff, isDue, waitTold } from "./back-off.ts";
import { batchOf } from "./batch.ts";
import { compared, heldChain, isAnotherLog, offeredFor } from "./chain.ts";
import { behindBy, clockBehind, sentAt, stampedBy } from "./clock.ts";
import { counts, retryRefused, waitingEvents } from "./contents.ts";
import type { KeptEvent } from "./database.ts";
import { tellLosses } from "./gap.ts";
import { lose, numbers } from "./numbers.ts";
import { howSendingGoes } from "./sending.ts";
import { settle } from "./settle.ts";

/** `unpaired`: the server no longer knows this browser. `later`: a further try is due at `nextTry`. */
export type Delivered = "done" | "later" | "unpaired";

interface Delivery {
  /** Send now, however long the server has been silent. */
  readonly force?: boolean;
  /** Say that this browser is alive, events or none. */
  readonly health?: () => Promise<Health>;
  /** Versions of both sides, see `KeptEvent.triedWith`. */
  readonly versions: string;
}

/**
 * Sends what waits, in order, in batches that the server halves by refusing them whole. One delivery runs at a time
 * in all of this browser; what comes in meanwhile is sent by it or by the next.
 */
export function deliver(delivery: Delivery): Promise<Delivered> {
  return navigator.locks.request("chaperone delivery", async () => {
    const pairing = await currentPairing.get();
    if (!pairing) return "done";
    const { nextTry } = await howSendingGoes.get();
    if (!delivery.force && !isDue(nextTry, Date.now())) return "later";
    await retryRefused(delivery.versions);
    // Where it can't be written now, it is at the next delivery: what waits is sent all the same.
    await tellLosses(pairing.browser).catch(() => undefined);
    if (delivery.health) {
      const beat = await exchange(pairing, [], delivery.versions, await delivery.health());
      if (beat !== "answered") return beat === "unpaired" ? beat : "later";
    }
    return drain(pairing, delivery.versions);
  });
}

async function drain(pairing: Pairing, versions: string): Promise<Delivered> {
  let most: number = policy.batchEvents.amount;
  for (;;) {
    const batch = batchOf(await waitingEvents(most), most);
    if (batch.length === 0) return "done";
    const outcome = await exchange(pairing, batch, versions);
    if (outcome === "unpaired") return outcome;
    if (outcome === "silent") return "later";
    most = outcome === "too-much" ? Math.max(1, Math.floor(batch.length / 2)) : policy.batchEvents.amount;
  }
}

/** One request. `too-much`: refused whole, and can be cut in two. */
async function exchange(
  pairing: Pairing,
  batch: readonly KeptEvent[],
  versions: string,
  health?: Health,
): Promise<"answered" | "too-much" | "silent" | "unpaired"> {
  const { receipt } = await heldChain.get();
  const reply = await callServer(pairing.server, "events", {
    method: "POST",
    token: pairing.token,
    body: {
      sentAt: sentAt(await clockBehind.get(), Date.now(), batch.length),
      ...(receipt ? { receipt } : {}),
      ...(health ? { health } : {}),
      events: batch.map((row) => row.event),
    },
  });
  if (reply.kind === "unreachable") return fail();
  if (reply.status === 401 && isOurError(reply.body, 401)) return "unpaired";
  if (reply.status === 429) return waitAsTold(waitTold(reply.headers));
  if ((reply.status === 400 || reply.status === 413) && batch.length > 0) {
    if (batch.length > 1) return "too-much";
    return take(batch, refusedWhole(batch), versions);
  }
  const answer = ingestAnswer.safeParse(reply.body);
  if (reply.status !== 200 || !answer.success) return fail();
  return take(batch, answer.data, versions);
}

async function take(
  batch: readonly KeptEvent[],
  answer: Omit<IngestAnswer, "head"> & { head?: IngestAnswer["head"] },
  versions: string,
): Promise<"answered" | "silent"> {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const head = answer.head ?? { seq: Number.MAX_SAFE_INTEGER, hash: "" };
  const { receipt } = await heldChain.get();
  const again =
    answer.head !== undefined &&
    receipt !== null &&
    isAnotherLog(receipt, { ...answer, head }) &&
    (await offeredFor.get()) !== receipt.hash;
  // Others may have filled the numbers that a log of another history had: all is offered again, as to an empty one.
  const behind = again ? { seq: 0, hash: "" } : head;
  const clock = answer.serverTime ? behindBy(answer.serverTime, now) : 0;
  const mendedTo = answer.serverTime && stampedBy(clock, now);
  const { settled, newest, mended } = await settle(
    batch,
    { ...answer, head: behind },
    { triedWith: versions, now: at, mendedTo },
  );
  if (again) await offeredFor.set(receipt.hash);
  const { waiting, refused } = await counts();
  await numbers.change((known) =>
    lose({ ...known, held: waiting + refused }, "wrong-clock", mended, at, newId()),
  );
  if (answer.head) {
    await heldChain.change((held) => compared(held, receipt, { ...answer, head }, newest, at));
    if (answer.serverTime) await clockBehind.set(clock);
  }
  // A server that answers for none of a batch would be asked for ever.
  if (batch.length > 0 && settled === 0) return fail();
  await howSendingGoes.change((known) => ({
    failures: 0,
    nextTry: 0,
    answered: now,
    sent: newest ? now : known.sent,
    silentSince: null,
  }));
  return "answered";
}

/** One event that the server can't even read: it is set aside like any other refused one. */
function refusedWhole([row]: readonly KeptEvent[]): Omit<IngestAnswer, "head"> {
  return {
    results: row ? [{ id: row.event.id, status: "refused", reason: "invalid" }] : [],
    durable: 0,
  };
}

/** The server answers, and takes no more from this browser now: all stays here, and is tried when it says so. */
async function waitAsTold(wait: number): Promise<"silent"> {
  const now = Date.now();
  await howSendingGoes.change((known) => ({
    ...known,
    failures: 0,
    nextTry: now + wait,
    answered: now,
    silentSince: null,
  }));
  return "silent";
}

async function fail(): Promise<"silent"> {
  const now = Date.now();
  await howSendingGoes.change((known) => ({
    ...known,
    failures: known.failures + 1,
    nextTry: now + backOff(known.failures + 1, Math.random()),
    // A silence that begins in the future is told by a clock that was set back since.
    silentSince: Math.min(known.silentSince ?? now, now),
  }));
  return "silent";
}
