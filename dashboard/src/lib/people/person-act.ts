import { type Action, ruleOf } from "#domain/acts";
import { standingOf, whyNot } from "#domain/may-act";
import { isFrom } from "#domain/registers/register";
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

/** Offered where there is something to do; whether it may be done, the table says. */
function isWanted(kind: PersonAct["kind"], { active, email, role, enrolled }: Person): boolean {
  if (kind === "link") return email !== undefined && email !== "";
  if (kind === "invite") return active && !email;
  if (kind === "accounts") return active && role !== "auditor";
  if (kind === "sessions") return active && enrolled;
  return kind !== "change" || active;
}

/** What this actor may do with a person now, in the order of the menu. */
export function actsWith(person: Person, actor: Person): { kind: PersonAct["kind"]; label: string }[] {
  return (Object.keys(labels) as PersonAct["kind"][])
    .filter((kind) => isWanted(kind, person) && isFrom(ruleOf(actionOf[kind]), standingOf(person.active)))
    .filter((kind) => whyNot(actor, actionOf[kind], kind === "accounts" ? undefined : person) === undefined)
    .map((kind) => ({ kind, label: labels[kind] }));
}
