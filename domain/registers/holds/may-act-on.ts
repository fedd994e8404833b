import type { Role } from "../../roles.ts";
import { type ActRule, isFrom } from "../register.ts";
import { holdActs, type OnHold } from "./acts.ts";
import { type HoldCause, type HoldFacts, type HoldState, holdState } from "./hold.ts";

export interface ActedHold extends HoldFacts {
  readonly authoriser: string;
  readonly by: string;
  readonly causeKind: HoldCause;
  readonly causeEndedAt: string;
}

const stateSentences: Readonly<Record<HoldState, string>> = {
  runs: "This hold runs.",
  outlives: "This hold runs.",
  ended: "This hold has ended with its cause: place another one.",
  released: "This hold was released: place another one.",
};

/**
 * Why this person may not do this to this hold, as a sentence to show; undefined where they may.
 *
 * @param today - Civil date at the clinic.
 */
export function whyNotOnHold(
  actor: { readonly id: string; readonly role: Role },
  act: OnHold,
  hold: ActedHold,
  today: string,
): string | undefined {
  const rule: ActRule<HoldState> = holdActs[act];
  if (!rule.may.includes(actor.role)) return "Your role does not allow this.";
  const state = holdState(hold, today);
  if (!isFrom(rule, state)) return stateSentences[state];
  if (act === "holds.endCause") {
    if (hold.causeKind === "breaches") return "Its incident says so by itself: close it there.";
    if (!hold.causeOpen) return "Its cause is over already.";
  }
  if (act === "holds.release" && hold.causeOpen && actor.role !== "dpo")
    return "Its cause is open: only the lead releases it.";
  const own = hold.causeKind === "own";
  if (
    act === "holds.release" &&
    own &&
    actor.role !== "dpo" &&
    ![hold.authoriser, hold.by].includes(actor.id)
  )
    return "Whoever authorised or placed this hold, or the lead, releases it.";
  return undefined;
}
