import type { Role } from "../../roles.ts";
import type { ActionFacts } from "../../work/actions.ts";
import { type ActRule, isFrom } from "../register.ts";
import { type ActionNeed, type ActionProgress, actionActs, type OnAction } from "./acts.ts";

function progressOf(action: ActionFacts): ActionProgress {
  if (action.cancelledAt !== "") return "cancelled";
  if (action.verifiedAt !== "") return "verified";
  return action.doneAt === "" ? "open" : "done";
}

const stateSentences: Readonly<Record<ActionProgress, string>> = {
  open: "This action is not done yet.",
  done: "This action is done already.",
  verified: "This action is verified: it stays as it is.",
  cancelled: "This action was cancelled.",
};

/** Why this person may not do this to this action, as a sentence to show; undefined where they may. */
export function whyNotOnAction(
  actor: { readonly id: string; readonly role: Role },
  act: OnAction,
  action: ActionFacts,
): string | undefined {
  const rule: ActRule<ActionProgress, ActionNeed> = actionActs[act];
  if (!rule.may.includes(actor.role)) return "Your role does not allow this.";
  const progress = progressOf(action);
  if (!isFrom(rule, progress)) return stateSentences[progress];
  const owns = actor.id === action.owner;
  if (rule.need === "do") {
    const manages = actor.role === "manager" || actor.role === "dpo";
    return owns || manages ? undefined : "Its owner does this.";
  }
  if (rule.need !== "verify") return undefined;
  return owns || actor.id === action.doneBy ? "Somebody else verifies what you did." : undefined;
}
