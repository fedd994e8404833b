import type { Role } from "../../roles.ts";
import type { RequestAct } from "./acts.ts";

/** Who is who in a request, by ids of `users`. */
export interface RequestPeople {
  /** Who took it. */
  readonly by: string;
  readonly handler: string;
  /** The professional who is asked. */
  readonly askedOf: string;
}

interface Actor {
  readonly id: string;
  readonly role: Role;
}

/** Whether this person works the case: then they are shown who asks. The lead always does. */
export const worksOn = ({ id, role }: Actor, { by, handler, askedOf }: RequestPeople): boolean =>
  role === "dpo" || (role !== "auditor" && [by, handler, askedOf].includes(id));

/** Whether this person may read it at all, without who asks. */
export const readsRequest = (actor: Actor, people: RequestPeople): boolean =>
  actor.role === "manager" || actor.role === "auditor" || worksOn(actor, people);

/** Why this person may not do this in this request, as a sentence; undefined where they may. */
export function whyNotOnRequest(actor: Actor, act: RequestAct, people: RequestPeople): string | undefined {
  if (act === "requests.assign" && actor.role === "manager") return undefined;
  if (!worksOn(actor, people))
    return "Somebody else works on this request. A manager can take it over first.";
  if (act === "requests.opinion" && actor.role === "staff" && people.askedOf !== actor.id)
    return "Nobody asked you for an opinion on this request.";
  return undefined;
}
