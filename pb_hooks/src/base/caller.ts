import type { Role } from "#domain/roles";
import { objectsOf } from "./database.ts";

/** A person whose sign-in is alive: known, active, and an auditor only until the day agreed. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Named from outside for one case: is not of the clinic, and has no part in anything else. */
  readonly outside: boolean;
}

/**
 * The person behind a sign-in as the database knows that person now, not as the token was made.
 *
 * @returns undefined for nobody, a browser, a superuser, a deactivated person, or an auditor after `until`.
 */
export function livePerson(app: pb.App, auth: unknown): Caller | undefined {
  const id = personIn(auth);
  return id === undefined ? undefined : livePeople(app, [id]).get(id);
}

/** The same of a person's id. */
export const liveById = (app: pb.App, id: string): Caller | undefined => livePeople(app, [id]).get(id);

/**
 * The people behind several sign-ins who may see that the ledger grew, since they may read all of it: one question to the
 * database, however many pages are open.
 *
 * @returns One for each sign-in, in their order; undefined for others.
 */
export function watchers(app: pb.App, auths: readonly unknown[]): (Caller | undefined)[] {
  const ids = auths.map(personIn);
  const people = livePeople(
    app,
    ids.flatMap((id) => id ?? []),
  );
  return ids.map((id) => {
    const person = id === undefined ? undefined : people.get(id);
    return person?.role === "staff" ? undefined : person;
  });
}

/** The person behind one sign-in who may see that the ledger grew; undefined for others. */
export const watcher = (app: pb.App, auth: unknown): Caller | undefined => watchers(app, [auth])[0];

function personIn(auth: unknown): string | undefined {
  const record = auth as pb.Record | null;
  return record?.collection().name === "users" ? record.id : undefined;
}

function livePeople(app: pb.App, ids: readonly string[]): Map<string, Caller> {
  const select = `SELECT id, name, role, until, scope FROM users
    WHERE id IN (SELECT value FROM json_each({:ids})) AND active = TRUE`;
  const rows = objectsOf<{ id: string; name: string; role: Role; until: string; scope: string }>(
    app,
    ["id", "name", "role", "until", "scope"],
    select,
    { ids: JSON.stringify(ids) },
  );
  const live = rows.filter(
    ({ role, until }) =>
      role !== "auditor" || until === "" || Date.parse(until.replace(" ", "T")) >= Date.now(),
  );
  return new Map(live.map(({ id, name, role, scope }) => [id, asCaller(id, name, role, scope)]));
}

/** Named for one case alone: reads of all else what staff read, which is what is about themselves. */
function asCaller(id: string, name: string, role: Role, scope: string): Caller {
  const outside = role === "auditor" && scope === "case";
  return { id, name, role: outside ? "staff" : role, outside };
}

/**
 * The person who calls.
 *
 * @throws {UnauthorizedError} Without a live sign-in.
 * @throws {ForbiddenError} For a browser's token, or a role that is not among `roles`.
 */
export function caller(e: pb.RequestEvent, roles?: readonly Role[]): Caller {
  if (!e.auth) throw new UnauthorizedError("Sign in first.");
  if (e.auth.collection().name === "browsers")
    throw new ForbiddenError("A paired browser may not read the log.");
  const person = livePerson(e.app, e.auth);
  if (!person) throw new UnauthorizedError("Sign in first.");
  if (roles && !roles.includes(person.role)) throw new ForbiddenError("Your role does not allow this.");
  return person;
}
