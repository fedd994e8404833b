import * as z from "zod/mini";
import { eventId, instant, keyed, recordRef, systemName } from "../base/forms.ts";
import { browserKinds, coverage } from "./event-kinds.ts";

/** One event as a browser sends it. All that is not named here is refused, `user` and `browser` too. */
export const sentEvent = z.strictObject({
  id: eventId,
  n: z.int().check(z.minimum(1)),
  kind: z.enum(browserKinds),
  occurredAt: instant,
  system: z.optional(systemName),
  recordRef: z.optional(recordRef),
  recordKind: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/))),
  account: z.optional(keyed),
  chosen: z.optional(z.string().check(z.regex(/^[a-z0-9]{15}$/))),
  trace: z.optional(z.string().check(z.regex(/^[a-z0-9]{15}$/))),
  /** Fits the schema that `detailOf(kind)` names. */
  detail: z.looseObject({ v: z.int() }),
});
export type SentEvent = z.infer<typeof sentEvent>;

export const receipt = z.strictObject({
  seq: z.int().check(z.minimum(1)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Receipt = z.infer<typeof receipt>;

export const health = z.strictObject(coverage);
export type Health = z.infer<typeof health>;

/** Why the server refused an event. A browser deletes what was refused for a final reason and keeps the rest. */
export const refusals = [
  "unknown-field",
  "invalid",
  "too-early",
  "too-late",
  "id-taken",
  "n-taken",
  "recording-off",
  "revoked",
  "names-a-patient",
] as const;
export type Refusal = (typeof refusals)[number];
export const finalRefusals: readonly Refusal[] = ["recording-off", "revoked"];

export const ingestResult = z.object({
  id: z.string(),
  status: z.enum(["accepted", "duplicate", "refused"]),
  seq: z.optional(z.int()),
  hash: z.optional(z.string()),
  field: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export const ingestAnswer = z.object({
  results: z.array(ingestResult),
  durable: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  at: z.optional(z.object({ seq: z.int(), hash: z.string() })),
  /** The receipt that was sent is contradicted, and the lead has settled that: it is shown no more. */
  settled: z.optional(z.boolean()),
  /** Server's clock, so that a browser whose own is wrong can stamp by it. */
  serverTime: z.optional(instant),
});
export type IngestAnswer = z.infer<typeof ingestAnswer>;
