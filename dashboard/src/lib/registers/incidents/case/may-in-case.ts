import {
  type CaseAct,
  type CaseFacts,
  isPassedOver,
  keeperOf,
  whyNotInCase,
} from "#domain/registers/incidents/may-act-on";
import { type IncidentAct, mayAct } from "#domain/registers/incidents/state";
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

  do(act: CaseAct, when: IncidentAct): boolean {
    return this.whyNot(act) === undefined && mayAct(this.#state, when);
  }

  /** Why not, as a sentence; whatever the state is. */
  whyNot(act: CaseAct): string | undefined {
    return whyNotInCase(this.#actor, act, this.#facts);
  }

  /** Lets others in and out. */
  get keeps(): boolean {
    return this.whyNot("keep") === undefined;
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
    return this.whyNot("note") === undefined;
  }
}
