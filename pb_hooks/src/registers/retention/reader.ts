import type { Role } from "#domain/roles";
import { type Caller, caller } from "../../base/caller.ts";
import { switchedOff } from "../in-use.ts";

/**
 * The person who calls one of this register's routes.
 *
 * @throws {ForbiddenError} For a role that is not among these, and for everybody where the clinic does without the register.
 */
export function readerOf(e: pb.RequestEvent, roles: readonly Role[]): Caller {
  const person = caller(e, roles);
  if (switchedOff(e.app).includes("retention"))
    throw new ForbiddenError("This register is switched off in the clinic’s settings.");
  return person;
}
