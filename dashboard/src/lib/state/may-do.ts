import type { Action } from "#domain/acts";
import { mayNow, whyNot } from "#domain/may-act";
import { session } from "./session.svelte.ts";

const whoeverLooks = () => session.person && { ...session.person, outside: session.person.scope === "case" };

/** Whether whoever is signed in may do this act at all, by the table that the server asks too. */
export function mayDo(action: Action): boolean {
  const actor = whoeverLooks();
  return actor !== null && whyNot(actor, action) === undefined;
}

/** The same on a row that is in this state. */
export function mayDoNow(action: Action, state: string): boolean {
  const actor = whoeverLooks();
  return actor !== null && mayNow(actor, action, state);
}
