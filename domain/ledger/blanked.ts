import { appendRange, appendTo, firstOutside, type SeqRange } from "../base/seq-ranges.ts";
import { details } from "./event-kinds.ts";
import type { EventRow } from "./ledger.ts";

/** Which event an order or its absence is wrong about. */
export interface OrderFault {
  readonly seq: number;
  readonly reason: "blanked without an order" | "not blanked as ordered";
}

/** What an event says as an order, if it is one. */
export type Order = Pick<EventRow, "seq" | "kind" | "detail">;

/** What a stretch of events in which all are well made says of blanking. */
export interface BlankedRange {
  readonly first: Pick<EventRow, "seq">;
  readonly last: Pick<EventRow, "seq">;
  /** Stretches of tombstones, each after the seq of the order that they name. */
  readonly tombstones: readonly (readonly [orderedBy: number, from: number, to: number])[];
  readonly orders: readonly Order[];
}

export const isOrder = ({ kind }: Pick<EventRow, "kind">): boolean =>
  kind === "event.erase" || kind === "event.expire";

/** Whether a tombstone names an order that may be one: it comes later, and blanks no order. */
export const mayBeOrdered = ({ kind, orderedBy, seq }: EventRow): boolean =>
  !kind.startsWith("event.") && orderedBy > seq;

/**
 * Holds tombstones against the orders that name them. An order comes after what it blanks: until then the tombstones
 * wait, as stretches, so that a million expired events in a row need room for one.
 */
export class Blanked {
  erased = 0;
  expired = 0;
  readonly #waiting = new Map<number, [number, number][]>();
  readonly #first: number;

  /** @param first - Seq of the first event of the file: what a cut prefix held is not missed. */
  constructor(first: number) {
    this.#first = first;
  }

  tombstone(row: EventRow): OrderFault | undefined {
    if (!mayBeOrdered(row)) return { seq: row.seq, reason: "blanked without an order" };
    const waiting = this.#waiting.get(row.orderedBy) ?? [];
    appendTo(waiting, row.seq);
    this.#waiting.set(row.orderedBy, waiting);
    return undefined;
  }

  /** Whether a stretch of events can be taken at once: nothing waits for one of them that is no order. */
  canTake({ first, last, tombstones, orders }: BlankedRange): boolean {
    const ordering = new Set(orders.map(({ seq }) => seq));
    const waitedFor = [...this.#waiting.keys(), ...tombstones.map(([by]) => by)];
    return waitedFor.every((seq) => seq < first.seq || seq > last.seq || ordering.has(seq));
  }

  /** Takes a stretch of events at once, where `canTake` says so. */
  take({ tombstones, orders }: BlankedRange): readonly OrderFault[] {
    for (const [by, from, to] of tombstones) {
      const waiting = this.#waiting.get(by) ?? [];
      appendRange(waiting, from, to);
      this.#waiting.set(by, waiting);
    }
    return orders.flatMap((order) => this.event(order) ?? []);
  }

  /** An event that stands as it was made; if it is an order, all that it names must be blanked, and nothing else by it. */
  event(row: Order): OrderFault | undefined {
    const blanked = this.#waiting.get(row.seq) ?? [];
    this.#waiting.delete(row.seq);
    const ordered = isOrder(row) ? orderedBy(row, this.#first) : [];
    const unordered = firstOutside(blanked, ordered);
    if (unordered !== undefined) return { seq: unordered, reason: "blanked without an order" };
    const left = firstOutside(ordered, blanked);
    if (left !== undefined) return { seq: left, reason: "not blanked as ordered" };
    const count = blanked.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    if (row.kind === "event.erase") this.erased += count;
    else this.expired += count;
    return undefined;
  }

  /** What waits for an order that never came. */
  end(): OrderFault | undefined {
    const seqs = [...this.#waiting.values()].map(([range]) => range?.[0] ?? 0);
    return seqs.length === 0 ? undefined : { seq: Math.min(...seqs), reason: "blanked without an order" };
  }
}

/** The stretches that an order names, in ascending order, without what lies in a cut prefix. */
function orderedBy(row: Order, first: number): SeqRange[] {
  const order = details["event.erase"].safeParse(JSON.parse(row.detail)).data;
  const expiry = details["event.expire"].safeParse(JSON.parse(row.detail)).data;
  return (
    (order ?? expiry)?.seqs
      .map(([from, to]): SeqRange => [Math.max(from, first), to])
      .filter(([from, to]) => from <= to)
      .sort(([a], [b]) => a - b) ?? []
  );
}
