import { keyedRecordNow } from "#domain/base/keyed";
import { type LogParameter, type LogQuery, mayBeKeyed, parseLogQuery } from "#domain/ledger/log-query";
import { type Caller, caller } from "../../base/caller.ts";
import { keyedText } from "../../base/keyed-text.ts";
import { hiddenFrom } from "../offers.ts";
import { openCursor } from "./cursor.ts";
import { readsChain } from "./shown-row.ts";

/** Who asks the log, and for what they may see. */
export interface Asked {
  readonly person: Caller;
  readonly query: LogQuery;
}

/**
 * Reads the address and narrows it to what the person may see: staff see their own events alone.
 *
 * @param raw - The same that stood in a body: what is asked of one record stands in no address.
 * @throws {BadRequestError} That names the parameter that does not fit.
 * @throws {ForbiddenError} For a number of the chain below the lead, and for a member of staff who asks for somebody else's events.
 */
export function asked(
  e: pb.RequestEvent,
  allowed: readonly LogParameter[],
  raw: string = e.request.url.rawQuery,
): Asked {
  const person = caller(e);
  const parsed = parseLogQuery(raw, allowed);
  if ("unfit" in parsed) throw unfit(parsed.unfit);
  if (parsed.seq !== undefined && !readsChain(person))
    throw new ForbiddenError("An entry’s number is for the lead: ask by its id.");
  const typed = parsed.record ?? parsed.ending ?? "";
  const query = {
    ...parsed,
    hidden: hiddenFrom(e.app, person),
    withoutBlankedActs: !readsChain(person),
    ...(mayBeKeyed(typed) && { keyed: keyedRecordNow(typed, keyedText) }),
  };
  if (person.role !== "staff") return begunAt(e, person, query);
  if (query.user !== undefined && query.user !== person.id) {
    throw new ForbiddenError("You may read your own events only.");
  }
  return begunAt(e, person, { ...query, user: person.id });
}

function begunAt(e: pb.RequestEvent, person: Caller, query: LogQuery): Asked {
  if (query.cursor === undefined) return { person, query };
  const before = openCursor(person, e.request.url.path, query, query.cursor);
  if (before === undefined) throw unfit("before");
  return { person, query: { ...query, before } };
}

function unfit(parameter: string): BadRequestError {
  const problem = new ValidationError("invalid", "This address does not take that.");
  return new BadRequestError(`The parameter "${parameter.slice(0, 40)}" does not fit.`, {
    [parameter]: problem,
  });
}
