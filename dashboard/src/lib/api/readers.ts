import * as z from "zod/mini";
import { ask } from "./client.ts";

const reader = z.object({
  id: z.string(),
  at: z.string(),
  /** Name of who read or exported. */
  by: z.string(),
  what: z.string(),
  filter: z.unknown(),
});
export type Reader = z.infer<typeof reader>;

const readers = z.object({ rows: z.array(reader), next: z.nullable(z.string()) });

/** Who read the caller's own events, newest first. */
export const readMyReaders = (question: { before?: string; limit?: number } = {}) =>
  ask(readers, "readers", { query: question });
