import { explainedBy, type WorkedRequest } from "#domain/registers/requests/looks";
import { nameOfRequest, type RequestRow } from "#domain/registers/requests/request-row";
import { objectsOf } from "../../base/database.ts";

/** Requests about this record: who worked each, from its day to its end. */
export function requestsAbout(app: pb.App, system: string, recordRef: string): WorkedRequest[] {
  const names = ["number", "kind", "receivedOn", "endedOn", "people"] as const;
  const select = `SELECT number, kind, receivedOn, endedOn,
      "by" || ' ' || handler || ' ' || coalesce((SELECT group_concat(coalesce(s.data->>'of', s.data->>'to'), ' ') FROM request_steps s
        WHERE s.request = r.id AND s.kind IN ('opinionAsked', 'assign')), '') AS people
    FROM requests r WHERE r.system = {:system} AND r.recordRef = {:recordRef}`;
  type Stored = { number: number; kind: string; receivedOn: string; endedOn: string; people: string };
  return objectsOf<Stored>(app, names, select, { system, recordRef }).map(({ people, ...one }) => ({
    ...one,
    people: people.split(" ").filter((id) => id !== ""),
  }));
}

interface LookAt {
  readonly system: string;
  readonly recordRef: string;
  readonly user: string;
  /** Civil date at the clinic. */
  readonly day: string;
}

/** "REQ-31" of the request that explains this look at a record; '' where none does. */
export function requestBehind(app: pb.App, { system, recordRef, ...look }: LookAt): string {
  if (recordRef === "" || look.user === "") return "";
  const request = explainedBy(look, requestsAbout(app, system, recordRef));
  return request ? nameOfRequest(request as Pick<RequestRow, "kind" | "number">) : "";
}
