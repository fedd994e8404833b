import type { Action } from "#domain/acts";
import { whyNot } from "#domain/may-act";
import type { Person } from "#lib/api/people.ts";

/** What is to be done with a person, and who. */
export type PersonAct = {
  readonly kind: "change" | "invite" | "link" | "accounts" | "sessions" | "deactivate" | "activate";
  readonly person: Person;
};

const actionOf: Readonly<Record<PersonAct["kind"], Action>> = {
  change: "users.change",
  invite: "users.invite",
  link: "users.reenrol",
  accounts: "system_accounts.map",
  sessions: "users.endSessions",
  deactivate: "users.deactivate",
  activate: "users.activate",
};

const labels: Readonly<Record<PersonAct["kind"], string>> = {
  change: "Change",
  invite: "Give a sign-in",
  link: "New link",
  accounts: "Sign-in in the clinical system",
  sessions: "End their sessions",
  deactivate: "Deactivate",
  activate: "Activate again",
};

/** What this actor may do with a person now, in the order of the menu. */
export function actsWith(person: Person, actor: Person): { kind: PersonAct["kind"]; label: string }[] {
  const wanted: PersonAct["kind"][] = person.active
    ? [
        "change",
        ...(person.email ? (["link"] as const) : (["invite"] as const)),
        ...(person.role === "auditor" ? [] : (["accounts"] as const)),
        ...(person.enrolled ? (["sessions"] as const) : []),
        "deactivate",
      ]
    : ["activate"];
  return wanted
    .filter((kind) => whyNot(actor, actionOf[kind], kind === "accounts" ? undefined : person) === undefined)
    .map((kind) => ({ kind, label: labels[kind] }));
}
