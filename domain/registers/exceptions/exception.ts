import * as z from "zod/mini";
import { type OverrideReason, overrideReasons } from "../../ledger/mail-lists.ts";
import type { Role } from "../../roles.ts";

/** One document may go to one recipient outside, once, by the word of a practitioner or the lead. */

/** As stored. What was asked for or approved ends by its time alone. */
export const exceptionStates = ["asked", "approved", "refused", "used"] as const;
export type StoredState = (typeof exceptionStates)[number];
export type ExceptionState = StoredState | "ended";

export const exceptionStateWords: Readonly<Record<ExceptionState, string>> = {
  asked: "waits for a decision",
  approved: "approved",
  refused: "not approved",
  used: "used",
  ended: "ran out",
};

/** How it stands now, both instants as ISO text. */
export function exceptionState(
  { state, until }: { readonly state: StoredState; readonly until: string },
  now: string,
): ExceptionState {
  const runs = state === "asked" || state === "approved";
  return runs && until <= now ? "ended" : state;
}

/** What it is asked for, in the dashboard's words: the reasons of "Send anyway". */
export const exceptionReasonWords: Readonly<Record<OverrideReason, string>> = {
  "needed-now": "Another clinician needs it now",
  "patient-asked": "The patient asked for it",
  "law-requires": "The law requires it",
  "system-down": "The clinical system is down",
  other: "Another reason",
};

/** A row as lists show it. Times are instants, '' where there is none; the digests stay on the server. */
export const exceptionRow = z.object({
  id: z.string(),
  version: z.int(),
  reason: z.enum(overrideReasons),
  words: z.string(),
  /** The record that the document came from, where that browser knows: with its system, to be opened there. */
  system: z.string(),
  recordRef: z.string(),
  trace: z.string(),
  by: z.string(),
  at: z.string(),
  until: z.string(),
  state: z.enum([...exceptionStates, "ended"]),
  decidedBy: z.string(),
  decidedAt: z.string(),
  answer: z.string(),
  usedAt: z.string(),
});
export type ExceptionRow = z.infer<typeof exceptionRow>;

/** Who decides: a practitioner, or the lead. */
export interface Decider {
  readonly id: string;
  readonly role: Role;
  readonly practitioner: boolean;
}

export const mayDecide = ({ role, practitioner }: Omit<Decider, "id">): boolean =>
  role === "dpo" || (practitioner && role !== "auditor");

/** Why this person may not decide about it, as a sentence; undefined where they may. */
export function whyNotDecide(who: Decider, by: string): string | undefined {
  if (!mayDecide(who)) return "A practitioner or the lead decides about an exception.";
  return who.id === by ? "Somebody else decides about what you asked for." : undefined;
}
