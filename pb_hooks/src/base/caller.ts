import type { Role } from "#domain/roles";

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
  const record = auth as pb.Record | null;
  if (record?.collection().name !== "users") return undefined;
  const rows = app.findRecordsByFilter("users", "id = {:id} && active = true", "", 1, 0, { id: record.id });
  const person = rows[0];
  if (!person) return undefined;
  const named = person.getString("role") as Role;
  const until = person.getString("until");
  if (named === "auditor" && until !== "" && Date.parse(until.replace(" ", "T")) < Date.now())
    return undefined;
  // Named for one case alone: reads of all else what staff read, which is what is about themselves.
  const outside = named === "auditor" && person.getString("scope") === "case";
  return { id: person.id, name: person.getString("name"), role: outside ? "staff" : named, outside };
}

/** The person behind a sign-in who may see that the ledger grew, since they may read all of it; undefined for others. */
export function watcher(app: pb.App, auth: unknown): Caller | undefined {
  const person = livePerson(app, auth);
  return person?.role === "staff" ? undefined : person;
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
