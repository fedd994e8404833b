import { type BlankedRange, isOrder, mayBeOrdered, type Order } from "./blanked.ts";
import { ClockSteps } from "./clock-steps.ts";
import type { Receipt } from "./event.ts";
import { exportLine } from "./export-line.ts";
import { type EventRow, fileDigest, rowValues, type Sha256 } from "./ledger.ts";
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
  let first: EventRow | undefined;
  let last: EventRow | undefined;
  for (const text of lines) {
    const line = exportLine(text);
    if (line.is !== "event") return undefined;
    const { row } = line;
    if (last && (row.seq !== last.seq + 1 || row.prev !== last.hash)) return undefined;
    const is = standsAs(row, sha256);
    if (is === "edited" || Number.isNaN(Date.parse(row.receivedAt))) return undefined;
    if (receipts.get(row.seq)?.some((hash) => !row.hash.startsWith(hash))) return undefined;
    if (is === "blank") {
      if (!mayBeOrdered(row)) return undefined;
      const before = tombstones.at(-1);
      if (before && before[0] === row.orderedBy && before[2] === row.seq - 1) before[2] = row.seq;
      else tombstones.push([row.orderedBy, row.seq, row.seq]);
    } else if (isOrder(row)) {
      orders.push({ seq: row.seq, kind: row.kind, detail: row.detail });
    }
    clock.event(row.seq, row.receivedAt);
    values.push(rowValues(row));
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

/** Digest of the file behind a stretch, from the one before it: the one thing that goes line after line. */
export const digestAfter = (before: string, values: readonly string[], sha256: Sha256): string =>
  values.reduce((digest, line) => fileDigest(digest, line, sha256), before);
