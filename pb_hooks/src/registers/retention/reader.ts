import type { Role } from "#domain/roles";
import { type Caller, caller } from "../../base/caller.ts";
import { requireOn } from "../in-use.ts";

/**
 * The person who calls one of this register's routes.
 *
 * @throws {ForbiddenError} For a role that is not among these, and for everybody where the clinic does without the register.
 */
export function readerOf(e: pb.RequestEvent, roles: readonly Role[]): Caller {
  const person = caller(e, roles);
  requireOn(e.app, "retention");
  return person;
}
