import { type Action, acts, ruleOf } from "./acts.ts";
import { isFrom } from "./registers/register.ts";
import type { Role } from "./roles.ts";

/** Who acts, and the person acted on, as far as permission asks. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  /** Named from outside for one case alone. */
  readonly outside?: boolean;
}
export interface Subject extends Actor {
  /** Has a password and an authenticator: a fresh link for them is a way into their account. */
  readonly enrolled: boolean;
}

/** Whether somebody works here: the states of a person that acts ask for. */
export const standingOf = (active: boolean): "active" | "gone" => (active ? "active" : "gone");

const toldByManager: readonly Role[] = ["staff", "manager"];

/** Acts that nobody does to themselves: each would hide, free or lock out the person who watches it. */
const neverOneself: readonly Action[] = ["users.deactivate", "users.activate", "users.reenrol"];

/**
 * Who alone names another lead, for whoever is lead reads every confidential case: the lead; where that one can't sign
 * in, the deputy lead, if that is one of the leads too. undefined where any of them may.
 *
 * @param leads - Those with the role who can sign in.
 */
export const passesLeadOn = (
  clinic: { readonly lead: string; readonly deputyLead: string },
  leads: readonly string[],
): string | undefined => [clinic.lead, clinic.deputyLead].find((id) => leads.includes(id));

/**
 * Why this person may not do this act to that person, as a sentence to show; undefined where they may.
 *
 * @param subject - The person acted on; undefined where the act makes somebody or concerns nobody.
 * @param asked - The role that the act would give; undefined where it gives none.
 * @param fields - Columns that the act names.
 */
export function whyNot(
  actor: Actor,
  action: Action,
  subject?: Subject,
  asked?: Role,
  fields: readonly string[] = [],
): string | undefined {
  if (actor.outside && !action.startsWith("breaches.")) return "You are here for one case alone.";
  const may: readonly Role[] = acts[action].may;
  if (!may.includes(actor.role)) return "Your role does not allow this.";
  const oneself = subject?.id === actor.id;
  if (oneself && neverOneself.includes(action)) return "Somebody else has to do this for you.";
  if (oneself && fields.includes("role")) return "Nobody changes their own role.";
  if (actor.role === "dpo") return undefined;
  if (subject && !toldByManager.includes(subject.role)) return "Only the lead changes leads and auditors.";
  if (asked && !toldByManager.includes(asked)) return "Only the lead names leads and auditors.";
  if (action === "users.change" && fields.some((field) => field === "role" || field === "email")) {
    return "Only the lead changes roles and addresses.";
  }
  if (action === "users.reenrol" && subject?.enrolled) {
    return "Only the lead gives a new link to somebody who has signed in before.";
  }
  return undefined;
}

/** Whether this person may do this act at all, and now: on a row that is in this state. */
export const mayNow = (actor: Actor, action: Action, state: string): boolean =>
  isFrom(ruleOf(action), state) && whyNot(actor, action) === undefined;
