import { type BlankedRange, isOrder, mayBeOrdered, type Order } from "./blanked.ts";
import { ClockSteps } from "./clock-steps.ts";
import type { Receipt } from "./event.ts";
import { exportLine } from "./export-line.ts";
import { type EventRow, fileDigest, rowValues, type Sha256 } from "./ledger.ts";
import { type PlainEvent, plainEvent } from "./plain-line.ts";
import { standsAs } from "./row-body.ts";

/**
 * A stretch of an export of which nothing is to be said but how it joins what stands before and behind it: each line is an
 * event, whole by itself and the next one of the line before.
 */
export interface WholeRange extends BlankedRange {
  readonly first: Pick<EventRow, "seq" | "prev" | "receivedAt">;
  readonly last: Pick<EventRow, "seq" | "hash" | "receivedAt">;
  /** How many: lines and events are the same number. */
  readonly events: number;
  readonly clock: Pick<ClockSteps, "named" | "count">;
}

/** Receipts by their seq. */
export type Receipts = ReadonlyMap<number, readonly string[]>;

export function receiptsBySeq(receipts: readonly Receipt[]): Map<number, string[]> {
  const bySeq = new Map<number, string[]>();
  for (const { seq, hash } of receipts) bySeq.set(seq, [...(bySeq.get(seq) ?? []), hash]);
  return bySeq;
}

/**
 * Verifies lines apart from all others, so that stretches can be verified at the same time. It tells whole from not whole
 * and no more: what is not is verified again line by line, in its order, by `LedgerVerifier`, which names the fault.
 *
 * @returns undefined where anything is to be said; else the stretch, and the values that `digestAfter` takes.
 */
export function wholeRange(
  lines: readonly string[],
  sha256: Sha256,
  receipts: Receipts,
): { readonly range: WholeRange; readonly values: readonly string[] } | undefined {
  const values: string[] = [];
  const tombstones: [number, number, number][] = [];
  const orders: Order[] = [];
  const clock = new ClockSteps();
  let first: Told | undefined;
  let last: Told | undefined;
  for (const text of lines) {
    const row: Told | undefined = plainEvent(text, sha256) ?? wholeRow(text, sha256);
    if (!row) return undefined;
    if (last && (row.seq !== last.seq + 1 || row.prev !== last.hash)) return undefined;
    if (receipts.get(row.seq)?.some((hash) => !row.hash.startsWith(hash))) return undefined;
    if (row.blankedBy !== undefined) {
      const before = tombstones.at(-1);
      if (before && before[0] === row.blankedBy && before[2] === row.seq - 1) before[2] = row.seq;
      else tombstones.push([row.blankedBy, row.seq, row.seq]);
    } else if (isOrder(row)) {
      orders.push({ seq: row.seq, kind: row.kind, detail: row.detail });
    }
    if (!clock.event(row.seq, row.receivedAt)) return undefined;
    values.push(row.values);
    first ??= row;
    last = row;
  }
  if (!first || !last) return undefined;
  const { named, count } = clock;
  const range = {
    first: { seq: first.seq, prev: first.prev, receivedAt: first.receivedAt },
    last: { seq: last.seq, hash: last.hash, receivedAt: last.receivedAt },
    events: values.length,
    tombstones,
    orders,
    clock: { named, count },
  };
  return { range, values };
}

/** What a line tells; `blankedBy` is the order that blanked it. */
type Told = PlainEvent & { readonly blankedBy?: number };

/** A line that is no plain one: an event whole by itself, or one that was blanked by an order. */
function wholeRow(text: string, sha256: Sha256): Told | undefined {
  const line = exportLine(text);
  if (line.is !== "event") return undefined;
  const { row } = line;
  const is = standsAs(row, sha256);
  const event = { ...row, values: rowValues(row) };
  if (is === "event") return event;
  return is === "blank" && mayBeOrdered(row) ? { ...event, blankedBy: row.orderedBy } : undefined;
}

/** Digest of the file behind a stretch, from the one before it: the one thing that goes line after line. */
export const digestAfter = (before: string, values: readonly string[], sha256: Sha256): string =>
  values.reduce((digest, line) => fileDigest(digest, line, sha256), before);
