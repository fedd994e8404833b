import * as z from "zod/mini";
import { ask } from "./client.ts";

const reader = z.object({
  seq: z.int(),
  at: z.string(),
  /** Name of who read or exported. */
  by: z.string(),
  what: z.string(),
  filter: z.unknown(),
});
export type Reader = z.infer<typeof reader>;

const readers = z.object({ rows: z.array(reader), next: z._default(z.nullable(z.int()), null) });

/** Who read the caller's own events, newest first. */
export const readMyReaders = (question: { before?: number; limit?: number } = {}) =>
  ask(readers, "readers", { query: question });
