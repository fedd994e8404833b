import type * as z from "zod/mini";
import { type packBody, packPlan } from "#domain/work/evidence-pack";
import { ask, bytesUpTo } from "#lib/api/client.ts";

/** What the pack of a period holds; asking is the event that it was made. */
export const planPack = (body: z.infer<typeof packBody>) =>
  ask(packPlan, "evidence-pack", { method: "POST", body });

/** The whole event log; undefined where it has more bytes than `most`. Recorded as an export of its own. */
export const ledgerBytes = (most: number, signal: AbortSignal) => bytesUpTo("ledger.jsonl", most, signal);
