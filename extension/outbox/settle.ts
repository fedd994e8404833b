import type { IDBPTransaction } from "idb";
import { finalRefusals, type IngestAnswer, type Receipt, type Refusal } from "#domain/ledger/event";
import { policy } from "#domain/policy";
import { database, type KeptEvent, type Outbox } from "./database.ts";

type Change = IDBPTransaction<Outbox, ("events" | "receipts" | "counter")[], "readwrite">;

export interface Settled {
  /** Events that are no longer waiting. */
  readonly settled: number;
  readonly newest: Receipt | null;
}

/**
 * Brings the outbox in line with an answer, whole or not at all.
 *
 * Acknowledged events stay until the watermark has passed them, and wait again when the server's head has fallen
 * behind them. What was refused for good is deleted, all else that was refused stays.
 *
 * @param triedWith - Versions of both sides, see `KeptEvent`.
 */
export async function settle(
  batch: readonly KeptEvent[],
  answer: Pick<IngestAnswer, "results" | "durable" | "head">,
  triedWith: string,
  now: string,
): Promise<Settled> {
  const db = await database();
  const change = db.transaction(["events", "receipts", "counter"], "readwrite", { durability: "strict" });
  const [settled] = await Promise.all([settleIn(change, batch, answer, triedWith, now), change.done]);
  return settled;
}

async function settleIn(
  change: Change,
  batch: readonly KeptEvent[],
  answer: Pick<IngestAnswer, "results" | "durable" | "head">,
  triedWith: string,
  now: string,
): Promise<Settled> {
  const [events, receipts] = [change.objectStore("events"), change.objectStore("receipts")];
  const byId = new Map(batch.map((row) => [row.event.id, row]));
  let [settled, newest]: [number, Receipt | null] = [0, null];
  // Before this answer's own events, which the server has just acknowledged.
  await offerAgain(change, answer.head.seq);
  for (const result of answer.results) {
    const row = byId.get(result.id);
    if (!row) continue;
    settled += 1;
    if (result.status === "refused") {
      await refuse(change, row, result, triedWith);
    } else if (result.seq === undefined || result.hash === undefined) {
      await events.delete(row.n);
    } else {
      const { seq, hash } = result;
      await events.put({ n: row.n, event: row.event, state: "sent", seq, hash });
      await receipts.put({ seq, hash, at: now });
      if (!newest || seq > newest.seq) newest = { seq, hash };
    }
  }
  await passWatermark(change, answer.durable);
  await forgetOldReceipts(change);
  return { settled, newest };
}

async function refuse(
  change: Change,
  row: KeptEvent,
  { reason, field }: { reason?: string; field?: string },
  triedWith: string,
): Promise<void> {
  const events = change.objectStore("events");
  if (finalRefusals.includes(reason as Refusal)) return events.delete(row.n);
  if (reason === "n-taken") {
    // The numbers were lost with a damaged database: this event takes the next free one.
    const counter = await change.objectStore("counter").get("counter");
    if (!counter) return;
    const n = counter.last + 1;
    await change.objectStore("counter").put({ ...counter, last: n }, "counter");
    await events.delete(row.n);
    await events.add({ n, event: { ...row.event, n }, state: "waiting" });
    return;
  }
  await events.put({ n: row.n, event: row.event, state: "refused", reason, field, triedWith });
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
