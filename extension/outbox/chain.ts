import * as z from "zod/mini";
import { type IngestAnswer, type Receipt, receipt } from "#domain/ledger/event";
import { stored } from "../stored.ts";

/** What this browser holds against the server's log. */
const chain = z.object({
  /** The last receipt; kept back from newer ones while the server contradicts it. */
  receipt: z.nullable(receipt),
  /** The server's log does not hold what this browser has a receipt for. */
  broken: z.nullable(z.object({ seq: z.int(), since: z.string() })),
});
export type Chain = z.infer<typeof chain>;

export const heldChain = stored<Chain>("local:chain", chain, { receipt: null, broken: null });

/** Hash of the last receipt for whose sake all that was acknowledged was offered again. */
export const offeredFor = stored("local:offered", z.string(), "");

/**
 * Whether a server answers whose log is not the one that gave this receipt: a backup was restored. What that log once
 * acknowledged is then offered again, whatever numbers the new one has come to.
 *
 * @param sent - The receipt that the request carried.
 */
export const isAnotherLog = (sent: Receipt, { at, head }: Pick<IngestAnswer, "at" | "head">): boolean =>
  head.seq < sent.seq || (at?.seq === sent.seq && at.hash !== sent.hash);

/**
 * Compares an answer with the last receipt. The receipt moves on only while the server agrees with it: one that was
 * contradicted, or is ahead of the server's head, is shown again until the server agrees or the lead has settled it.
 *
 * @param sent - The receipt that the request carried.
 */
export function compared(
  held: Chain,
  sent: Receipt | null,
  answer: Pick<IngestAnswer, "at" | "head" | "settled">,
  newest: Receipt | null,
  now: string,
): Chain {
  if (answer.settled) return { receipt: newest, broken: null };
  if (!sent) return { receipt: newest ?? held.receipt, broken: held.broken };
  const agrees = answer.at?.seq === sent.seq && answer.at.hash === sent.hash;
  if (agrees) return { receipt: newest ?? sent, broken: null };
  if (answer.at && answer.at.seq === sent.seq) {
    return { receipt: sent, broken: held.broken ?? { seq: sent.seq, since: now } };
  }
  return { receipt: answer.head.seq < sent.seq ? sent : (newest ?? sent), broken: held.broken };
}
