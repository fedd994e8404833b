import { policy } from "#domain/policy";
import type { KeptEvent } from "./database.ts";

/** Room for what surrounds the events in a request: time, receipt, health. */
const envelopeBytes = 16_384;

/**
 * The first waiting events, in their order, that fit one request.
 *
 * @param most - At most so many; the server halves this by refusing a whole request.
 */
export function batchOf(waiting: readonly KeptEvent[], most: number): KeptEvent[] {
  const batch: KeptEvent[] = [];
  let bytes = envelopeBytes;
  for (const row of waiting.slice(0, Math.min(most, policy.batchEvents.amount))) {
    bytes += new TextEncoder().encode(JSON.stringify(row.event)).length + 1;
    if (bytes > policy.batchBytes.amount && batch.length > 0) break;
    batch.push(row);
  }
  return batch;
}
