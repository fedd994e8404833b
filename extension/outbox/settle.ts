import type { IDBPTransaction } from "idb";
import { finalRefusals, type IngestAnswer, type Receipt, type Refusal } from "#domain/ledger/event";
import { policy } from "#domain/policy";
import { database, type KeptEvent, type Outbox } from "./database.ts";

type Change = IDBPTransaction<Outbox, ("events" | "receipts" | "counter")[], "readwrite">;

export interface Settled {
  /** Events that are no longer waiting. */
  readonly settled: number;
  readonly newest: Receipt | null;
  /** Events that wait again under another time. */
  readonly mended: number;
}

/** By what an answer is settled. */
interface Settling {
  /** Versions of both sides, see `KeptEvent`. */
  readonly triedWith: string;
  /** This computer's time, for the receipts. */
  readonly now: string;
  /** The time that both sides take for now; undefined where the server told none. */
  readonly mendedTo: string | undefined;
}

/**
 * Brings the outbox in line with an answer, whole or not at all.
 *
 * Acknowledged events stay until the watermark has passed them, and wait again when the server's head has fallen
 * behind them. What was refused for good is deleted, all else that was refused stays.
 */
export async function settle(
  batch: readonly KeptEvent[],
  answer: Pick<IngestAnswer, "results" | "durable" | "head">,
  by: Settling,
): Promise<Settled> {
  const db = await database();
  const change = db.transaction(["events", "receipts", "counter"], "readwrite", { durability: "strict" });
  const [settled] = await Promise.all([settleIn(change, batch, answer, by), change.done]);
  return settled;
}

async function settleIn(
  change: Change,
  batch: readonly KeptEvent[],
  answer: Pick<IngestAnswer, "results" | "durable" | "head">,
  by: Settling,
): Promise<Settled> {
  const [events, receipts] = [change.objectStore("events"), change.objectStore("receipts")];
  const byId = new Map(batch.map((row) => [row.event.id, row]));
  let [settled, mended, newest]: [number, number, Receipt | null] = [0, 0, null];
  // Before this answer's own events, which the server has just acknowledged.
  await offerAgain(change, answer.head.seq);
  for (const result of answer.results) {
    const row = byId.get(result.id);
    if (!row) continue;
    settled += 1;
    if (result.status === "refused") {
      if (await refuse(change, row, result, by)) mended += 1;
    } else if (result.seq === undefined || result.hash === undefined) {
      await events.delete(row.n);
    } else {
      const { seq, hash } = result;
      await events.put({ n: row.n, event: row.event, state: "sent", seq, hash });
      await receipts.put({ seq, hash, at: by.now });
      if (!newest || seq > newest.seq) newest = { seq, hash };
    }
  }
  await passWatermark(change, answer.durable);
  await forgetOldReceipts(change);
  return { settled, newest, mended };
}

const mistimed: readonly (string | undefined)[] = ["too-late", "too-early"] satisfies Refusal[];

/** @returns Whether the event waits again under another time. */
async function refuse(
  change: Change,
  row: KeptEvent,
  { reason, field }: { reason?: string; field?: string },
  { triedWith, mendedTo }: Settling,
): Promise<boolean> {
  const events = change.objectStore("events");
  if (finalRefusals.includes(reason as Refusal)) {
    await events.delete(row.n);
    return false;
  }
  if (reason === "n-taken") {
    // The numbers were lost with a damaged database: this event takes the next free one.
    const counter = await change.objectStore("counter").get("counter");
    if (!counter) return false;
    const n = counter.last + 1;
    await change.objectStore("counter").put({ ...counter, last: n }, "counter");
    await events.delete(row.n);
    await events.add({ ...row, n, event: { ...row.event, n } });
    return false;
  }
  if (mistimed.includes(reason) && mendedTo !== undefined && !row.mended) {
    // A clock was wrong when it was kept, and has been put right: that it happened by now is all that is known.
    const event = { ...row.event, occurredAt: mendedTo };
    await events.put({ n: row.n, event, state: "waiting", mended: true });
    return true;
  }
  await events.put({ ...row, state: "refused", reason, field, triedWith });
  return false;
}

async function passWatermark(change: Change, durable: number): Promise<void> {
  const events = change.objectStore("events");
  for (const n of await events.index("seq").getAllKeys(IDBKeyRange.upperBound(durable)))
    await events.delete(n);
}

async function offerAgain(change: Change, head: number): Promise<void> {
  const events = change.objectStore("events");
  for (const row of await events.index("seq").getAll(IDBKeyRange.lowerBound(head, true))) {
    await events.put({ n: row.n, event: row.event, state: "waiting" });
  }
}

async function forgetOldReceipts(change: Change): Promise<void> {
  const receipts = change.objectStore("receipts");
  const tooMany = (await receipts.count()) - policy.receiptsHeld.amount;
  if (tooMany <= 0) return;
  for (const seq of await receipts.getAllKeys(undefined, tooMany)) await receipts.delete(seq);
}
