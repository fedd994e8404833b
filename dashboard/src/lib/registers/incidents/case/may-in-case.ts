import { breachActs, type OnCase } from "#domain/registers/incidents/acts";
import {
  type CaseFacts,
  type CaseRule,
  fitsCase,
  isPassedOver,
  keeperOf,
  whyNotInCase,
} from "#domain/registers/incidents/may-act-on";
import type { Clinic } from "#lib/api/clinic.ts";
import type { Person } from "#lib/api/people.ts";
import type { CaseFile } from "#lib/registers/incidents/api.ts";

/** What `may-act-on.ts` asks of a case, as far as the page knows it; the server asks again. */
export function caseFactsOf(
  { incident, grants, conflicts }: CaseFile,
  clinic: Clinic,
  people: readonly Person[],
  nowMs: number,
): CaseFacts {
  return {
    confidential: incident.confidential,
    opened: incident.opened,
    about: incident.about,
    senders: incident.senders,
    conflicted: conflicts.map(({ user }) => user),
    granted: grants.filter(({ until }) => Date.parse(until) > nowMs).map(({ user }) => user),
    holder: incident.holder,
    deputy: incident.deputy,
    lead: clinic.lead,
    deputyLead: clinic.deputyLead,
    keeper: incident.keeper,
    controller: clinic.controller,
    advisedBy: incident.leadBy,
    alone: incident.aloneBy,
    deciders: people
      .filter(({ role, active, enrolled }) => active && enrolled && (role === "manager" || role === "dpo"))
      .map(({ id }) => id),
  };
}

/** What the reader may do in a case now: by who they are, and by the state it is in. */
export class May {
  readonly #actor: Person;
  readonly #facts: CaseFacts;
  readonly #state: CaseFile["incident"]["state"];

  constructor(actor: Person, facts: CaseFacts, state: CaseFile["incident"]["state"]) {
    this.#actor = actor;
    this.#facts = facts;
    this.#state = state;
  }

  does(action: OnCase): boolean {
    return this.fits(breachActs[action]);
  }

  /** The same of what is no act of the table. */
  fits(rule: CaseRule): boolean {
    return fitsCase(this.#actor, rule, this.#facts, this.#state);
  }

  /** Why not, as a sentence; whatever the state is. */
  whyNot(action: OnCase): string | undefined {
    return whyNotInCase(this.#actor, breachActs[action].need, this.#facts);
  }

  /** Reads who received it. */
  get readsRecipient(): boolean {
    return this.#actor.role === "dpo" || this.#actor.id === this.#facts.controller;
  }

  get isKeeper(): boolean {
    return this.#actor.id === keeperOf(this.#facts);
  }

  get passedOver(): boolean {
    return isPassedOver(this.#actor.id, this.#facts);
  }

  get hasConflict(): boolean {
    return this.#facts.conflicted.includes(this.#actor.id);
  }

  get writes(): boolean {
    return this.whyNot("breaches.entry") === undefined;
  }
}
