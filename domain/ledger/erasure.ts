import * as z from "zod/mini";
import { sentence, sentenceOrNone } from "../base/sentence.ts";
import type { EventKind } from "./event-kinds.ts";

/**
 * Kinds whose events can be erased before their time: what was done with a record, and what was held in the mail. These
 * alone say something about a third person, the patient whose record or letter it was, and these alone are recorded by a
 * browser that may have been the wrong one: a private device, a visit before the notice.
 *
 * Everything else speaks about whoever did it, and is what an erasure would be tempting for: sign-ins and break-glass,
 * readings and exports of the log, acts in a register (the event of a signature or of a frozen version carries the hash
 * by which it is proved), pairings and revocations, coverage, that a notice was shown, and the orders to erase
 * themselves. Those end by retention or never (domain/policy.ts, `retentionDays`): expiry does not ask this list.
 *
 * A kind that is not named here is kept: a new one can't be erased before somebody has thought about it.
 */
export const erasableKinds = [
  "record.view",
  "record.search",
  "record.print",
  "record.export",
  "record.download",
  "record.copy",
  "mail.held",
  "mail.outcome",
] as const satisfies readonly EventKind[];

export const isErasable = (kind: string): boolean => (erasableKinds as readonly string[]).includes(kind);

/** Why an event of this kind is kept, as a sentence to show; undefined where it can be erased. */
export function whyKept(kind: string): string | undefined {
  if (isErasable(kind)) return undefined;
  const [family = ""] = kind.split(".");
  return keptBecause[family] ?? "What was done here stays: it proves what the registers say.";
}

const keptBecause: Readonly<Record<string, string>> = {
  row: "By a baseline a change made behind the server is found.",
  event: "An order to erase is never erased itself.",
  auth: "Sign-ins stay until their time is over.",
  log: "Who read or exported the log stays until its time is over.",
  browser: "What became of a browser stays until its time is over.",
  notice: "That a notice was shown stays: by it what was recorded since was allowed.",
};

export const whyNotOneself =
  "This is about you. Nobody erases what speaks about themselves; another lead can.";

/** Longest ground or reason, in characters: as the schema of `event.erase` has it. */
const longest = 500;

export const erasureStates = ["asked", "done", "withdrawn", "declined", "lapsed"] as const;
export type ErasureState = (typeof erasureStates)[number];

/** What `events.erase` says. `alone`: why it can't wait for a second person, where the clinic has none for it. */
export const askedErasure = z.strictObject({
  seq: z.int().check(z.minimum(1)),
  ground: sentence(longest),
  alone: z.optional(sentence(longest)),
});

/** What `events.keep` says: why, where a second person says no. */
export const keptErasure = z.strictObject({ reason: sentenceOrNone(longest) });

/** An erasure as it waits, for the person who asked for it and for those who may confirm it. */
export const waitingErasure = z.object({
  id: z.string(),
  version: z.int(),
  /** Asked for by whoever reads this: they may take it back. Else they may confirm it, or say no. */
  mine: z.boolean(),
  state: z.enum(erasureStates),
  /** Seq of the event; 0 for all but the lead. */
  seq: z.int(),
  kind: z.string(),
  occurredAt: z.string(),
  /** Whose event it is, '' where that is not known or it is gone. */
  person: z.string(),
  ground: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  /** Until then it can be confirmed. */
  until: z.string(),
  /** Who decided, '' while nobody has. */
  decidedBy: z.string(),
  /** Why it was declined. */
  reason: z.string(),
});
export type WaitingErasure = z.infer<typeof waitingErasure>;
