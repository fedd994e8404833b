import type { Role } from "../../roles.ts";
import { type ActRule, isFrom } from "../register.ts";
import type { IncidentState } from "./state.ts";

/** Who is who in a case, by ids of `users`; '' where nobody is named. Grants and people are those alive now. */
export interface CaseFacts {
  readonly confidential: boolean;
  /** Whoever keeps it opened it to everybody who reads the list, whom it is about among them. */
  readonly opened: boolean;
  /** Whom a report is about: sees nothing of the case until it is opened, and decides nothing in it. */
  readonly about: string;
  /** Who sent or did it. */
  readonly senders: readonly string[];
  /** Who declared a conflict. */
  readonly conflicted: readonly string[];
  readonly granted: readonly string[];
  /** Asked to decide about the provisional clock. */
  readonly holder: string;
  readonly deputy: string;
  readonly lead: string;
  readonly deputyLead: string;
  /** Who keeps a confidential case that is about the lead, since it was reported; '' of any other. */
  readonly keeper: string;
  readonly controller: string;
  /** Who gave the lead's advice. */
  readonly advisedBy: string;
  /** Whom it concerns, and who said why they go on all the same: nobody else was there. '' where nobody did. */
  readonly alone: string;
  /** Managers and leads who work here now. */
  readonly deciders: readonly string[];
}

interface Actor {
  readonly id: string;
  readonly role: Role;
}

/**
 * What an act in a case needs, by kind. `note` adds and never changes; `work` establishes facts; `triage` answers the
 * provisional clock; `keep` says who else is let in; `alone` goes on where nobody else is there.
 */
export type CaseNeed = "note" | "work" | "triage" | "advise" | "decide" | "notify" | "keep" | "alone";

/** What is asked of an act in a case: the kind of permission, the states, and whether it minds another version. */
export type CaseRule = Pick<ActRule<IncidentState, CaseNeed>, "from" | "adds"> & { readonly need: CaseNeed };

/** Whether this person may do this now, in a case that is in this state. */
export const fitsCase = (actor: Actor, rule: CaseRule, facts: CaseFacts, state: IncidentState): boolean =>
  isFrom(rule, state) && whyNotInCase(actor, rule.need, facts) === undefined;

/**
 * Who a confidential case lies with: the lead; where it is about the lead, whoever was deputy lead when it was reported,
 * for the lead may name another. '' where that is nobody.
 */
export function keeperOf(facts: Pick<CaseFacts, "about" | "lead" | "deputyLead" | "keeper">): string {
  if (facts.keeper !== "") return facts.keeper;
  return facts.about !== "" && facts.about === facts.lead ? facts.deputyLead : facts.lead;
}

/** The same as the migration's list and view rule of `breaches`; the rules test compares both for every actor. */
export function mayRead(actor: Actor, facts: CaseFacts): boolean {
  if (actor.id === facts.about && !facts.opened) return false;
  if (facts.granted.includes(actor.id)) return true;
  if (facts.confidential && !facts.opened) return actor.id === keeperOf(facts);
  return actor.role !== "staff" || actor.id === facts.holder || actor.id === facts.deputy;
}

/** Nobody decides what concerns themselves: the senders, whoever it is about, and who declared a conflict. */
export const isPassedOver = (user: string, facts: CaseFacts): boolean =>
  user === facts.about || facts.senders.includes(user) || facts.conflicted.includes(user);

/**
 * Whoever else could do this: somebody of the house whom it does not concern, or who was let in. Of a confidential case
 * too, for whoever keeps it can let them in.
 */
function othersFor(actor: string, need: CaseNeed, facts: CaseFacts): string[] {
  const asked =
    (need === "triage" || need === "work") && !facts.confidential ? [facts.holder, facts.deputy] : [];
  return [...facts.deciders, ...facts.granted, ...asked].filter(
    (id) => id !== "" && id !== actor && !isPassedOver(id, facts),
  );
}

/** Whom it concerns goes on where nobody else is there and they said why: the clock waits for nobody. */
const goesOnAlone = (actor: string, need: CaseNeed, facts: CaseFacts): boolean =>
  facts.alone === actor && othersFor(actor, need, facts).length === 0;

/** Why somebody who may read a case may not do this in it, as a sentence to show; undefined where they may. */
export function whyNotInCase(actor: Actor, need: CaseNeed, facts: CaseFacts): string | undefined {
  if (!mayRead(actor, facts)) return "Your role does not allow this.";
  const granted = facts.granted.includes(actor.id);
  if (actor.role === "auditor" && !granted) return "An auditor reads, and writes nothing.";
  if (need === "note") return undefined;
  if (need === "keep") return mayKeep(actor, facts) ? undefined : "The lead says who else is let in.";
  const asked = actor.id === facts.holder || actor.id === facts.deputy;
  const manages = actor.role === "manager" || actor.role === "dpo";
  if (!manages && !granted && !(asked && (need === "triage" || need === "work"))) {
    return "Your role does not allow this.";
  }
  // Telling the regulator is a fact that anybody here may record (Art 33(4)).
  if (need === "notify") return undefined;
  const concerns = isPassedOver(actor.id, facts);
  if (need === "alone") {
    const nobody = concerns && facts.alone !== actor.id && othersFor(actor.id, "decide", facts).length === 0;
    return nobody ? undefined : "There is somebody else who can decide this.";
  }
  if (concerns && !goesOnAlone(actor.id, need, facts)) {
    return "This concerns you: somebody else has to decide it.";
  }
  if (need === "advise") {
    const advises = actor.role === "dpo" || granted || (facts.confidential && actor.id === keeperOf(facts));
    return advises ? undefined : "The lead advises.";
  }
  return need === "decide" ? whyNotDecide(actor, facts) : undefined;
}

const mayKeep = (actor: Actor, facts: CaseFacts): boolean =>
  facts.confidential ? actor.id === keeperOf(facts) : actor.role === "dpo";

/**
 * The controller decides. Where nobody is named, or that person is passed over or not let into the case, whoever else
 * may do so here decides: another than the adviser, where there is another.
 */
function whyNotDecide(actor: Actor, facts: CaseFacts): string | undefined {
  const isReader = (id: string) =>
    !facts.confidential || facts.granted.includes(id) || id === keeperOf(facts);
  const mayDecide = (id: string) =>
    id !== "" && id !== facts.about && isReader(id) && !isPassedOver(id, facts);
  if (mayDecide(facts.controller)) {
    return actor.id === facts.controller ? undefined : "The controller decides this.";
  }
  if (actor.id !== facts.advisedBy) return undefined;
  const others = [...facts.deciders, ...facts.granted].filter((id) => id !== actor.id && mayDecide(id));
  return others.length === 0 ? undefined : "You gave the advice: somebody else decides.";
}
