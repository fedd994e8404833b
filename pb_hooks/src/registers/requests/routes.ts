import type { z } from "zod/mini";
import { monthsAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { readsRequest, worksOn } from "#domain/registers/requests/may-act-on";
import type { RequestAnswer, RequestRow, requestNameAnswer } from "#domain/registers/requests/request-row";
import { type Caller, caller } from "../../base/caller.ts";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { recordOnce } from "../../ledger/read/reading.ts";
import { requestColumnsStored } from "./list.ts";
import { clinicFor, peopleOf, stepsOf } from "./rows.ts";

/** The request that a route is asked for, where its reader may see it: one that they may not is not there. */
export function requestFor(e: pb.RequestEvent, person: Caller): pb.Record {
  const { id = "" } = e.requestInfo().query;
  const [row] = e.app.findRecordsByFilter("requests", "id = {:id}", "", 1, 0, { id });
  if (!row || !readsRequest(person, peopleOf(row))) throw new NotFoundError("There is no such request.");
  return row;
}

const readers = ["staff", "manager", "dpo", "auditor"] as const;

/** `GET /request?id`: one request and what was entered of it; that it was opened is an event. */
export function one(e: pb.RequestEvent): void {
  const person = caller(e, readers);
  const row = requestFor(e, person);
  const select = `SELECT ${requestColumnsStored.map((column) => `"${column}"`).join(", ")} FROM requests WHERE id = {:id}`;
  const [request] = objectsOf<RequestRow>(e.app, requestColumnsStored, select, { id: row.id });
  if (!request) throw new NotFoundError("There is no such request.");
  opened(e.app, person, "requests", row.id, "read");
  const answer: RequestAnswer = {
    request: { ...request, receivedAt: iso(request.receivedAt), at: iso(request.at) },
    wants: row.getString("wants"),
    steps: stepsOf(e.app, row.id).map((step) => ({ ...step })),
    works: worksOn(person, peopleOf(row)),
    named: nameRow(e.app, row.id) !== undefined,
    ...clinicFor(e.app),
  };
  e.json(200, answer);
}

/** `GET /request-name?id`: who asks, for those who work the case; each reading is an event that says no name. */
export function name(e: pb.RequestEvent): void {
  const person = caller(e, ["staff", "manager", "dpo"]);
  const row = requestFor(e, person);
  if (!worksOn(person, peopleOf(row)))
    throw new ForbiddenError("Only those who work on this request read who asks.");
  const held = nameRow(e.app, row.id);
  if (!held) throw new NotFoundError("No name is held of this request.");
  opened(e.app, person, "request_names", held.id, "read");
  const endedOn = row.getString("endedOn");
  const answer: z.infer<typeof requestNameAnswer> = {
    name: held.getString("name"),
    reach: held.getString("reach"),
    until: endedOn === "" ? "" : nameUntil(endedOn),
  };
  e.json(200, answer);
}

/** Until when a name is held, from the civil date on which its request ended. */
export const nameUntil = (endedOn: string): string =>
  monthsAfter(endedOn, 12 * policy.requestNameKept.amount);

function nameRow(app: pb.App, request: string): pb.Record | undefined {
  return app.findRecordsByFilter("request_names", "request = {:request} && clearedAt = ''", "", 1, 0, {
    request,
  })[0];
}

function opened(app: pb.App, { id: user }: Caller, collection: string, id: string, action: string): void {
  const event = { kind: `${collection}.act`, user, detail: { v: 1, id, action } };
  recordOnce(app, [{ of: [user, `${collection} ${action}`, id], event }]);
}
