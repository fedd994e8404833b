import * as z from "zod/mini";
import { gapReasons } from "#domain/ledger/event-kinds";
import { stored } from "../stored.ts";

const loss = z.object({
  /** Of the event that tells it, so that it is told once. */
  id: z.string(),
  why: z.enum(gapReasons),
  events: z.int(),
  since: z.string(),
});
export type Loss = z.infer<typeof loss>;

const known = z.object({
  browser: z.string(),
  last: z.int(),
  held: z.int(),
  /** Losses that the clinic's log was not told yet. */
  lost: z.optional(z.array(loss)),
});
type Numbers = z.infer<typeof known>;

/**
 * The last number given and how many events stood in the outbox, kept apart from it: if the database is lost, its
 * numbers are not used again, and how many events went with it can be said.
 */
export const numbers = stored<Numbers>("local:numbers", known, { browser: "", last: 0, held: 0 });

/** Adds to what was lost for the same reason, or begins to count it under this id. */
export function lose(before: Numbers, why: Loss["why"], events: number, now: string, id: string): Numbers {
  if (events === 0) return before;
  const all = before.lost ?? [];
  const counted = all.find((one) => one.why === why);
  const more = {
    id: counted?.id ?? id,
    why,
    since: counted?.since ?? now,
    events: (counted?.events ?? 0) + events,
  };
  return { ...before, lost: [...all.filter((one) => one !== counted), more] };
}

/** So many of a loss were told; what was added meanwhile is told under another id. */
export function toldOf(before: Numbers, { id, events }: Loss, nextId: string): Numbers {
  const left = (before.lost ?? []).flatMap((one) => {
    if (one.id !== id) return one;
    return one.events > events ? { ...one, id: nextId, events: one.events - events } : [];
  });
  return { ...before, lost: left };
}
