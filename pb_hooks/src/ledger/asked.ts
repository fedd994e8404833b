import { type LogParameter, type LogQuery, parseLogQuery } from "#domain/log-query";
import { hiddenCases } from "../register/hidden.ts";
import { type Caller, caller } from "./caller.ts";

/** Who asks the log, and for what they may see. */
export interface Asked {
  readonly person: Caller;
  readonly query: LogQuery;
}

/**
 * Reads the address and narrows it to what the person may see: staff see their own events alone.
 *
 * @throws {BadRequestError} That names the parameter that does not fit.
 * @throws {ForbiddenError} For a member of staff who asks for somebody else's events.
 */
export function asked(e: pb.RequestEvent, allowed: readonly LogParameter[]): Asked {
  const person = caller(e);
  const parsed = parseLogQuery(e.request.url.rawQuery, allowed);
  if ("unfit" in parsed) {
    const problem = new ValidationError("invalid", "This address does not take that.");
    throw new BadRequestError(`The parameter "${parsed.unfit.slice(0, 40)}" does not fit.`, {
      [parsed.unfit]: problem,
    });
  }
  const query = { ...parsed, hidden: hiddenCases(e.app, person) };
  if (person.role !== "staff") return { person, query };
  if (query.user !== undefined && query.user !== person.id) {
    throw new ForbiddenError("You may read your own events only.");
  }
  return { person, query: { ...query, user: person.id } };
}
