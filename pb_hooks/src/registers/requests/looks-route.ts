import { policy } from "#domain/policy";
import { type Looked, lookKinds, looksOf } from "#domain/registers/requests/looks";
import { worksOn } from "#domain/registers/requests/may-act-on";
import { caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { append } from "../../ledger/chain/append.ts";
import { namesIn } from "../../people/names.ts";
import { requestFor } from "./routes.ts";
import { peopleOf } from "./rows.ts";
import { requestsAbout } from "./worked.ts";

const columns = ["kind", "user", "attribution", "occurredAt"] as const;

/** `GET /request-looks?id`: when the record of a request was looked at, as its letter to the patient says it. */
export function looks(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo"]);
  const row = requestFor(e, person);
  if (!worksOn(person, peopleOf(row))) throw new ForbiddenError("Somebody else works on this request.");
  const [system, recordRef] = [row.getString("system"), row.getString("recordRef")];
  if (recordRef === "") refuse("id", "missing", "Say first which record it is.");
  const most = policy.looksMost.amount;
  const found = lookedAt(e.app, system, recordRef, most + 1);
  const { date } = clinicTime(e.app);
  const names = namesIn(e.app);
  append(e.app, [
    { kind: "requests.act", user: person.id, detail: { v: 1, id: row.id, action: "read-looks" } },
  ]);
  e.json(200, {
    looks: looksOf(
      found.slice(0, most).map((one) => ({ ...one, day: date(Date.parse(one.occurredAt)) })),
      requestsAbout(e.app, system, recordRef),
      (id) => names([id])[0] ?? "",
    ),
    since: date(nowMs() - policy.looksReach.amount * 86_400_000),
    more: found.length > most,
  });
}

/** The newest looks at a record. */
export function lookedAt(app: pb.App, system: string, recordRef: string, limit: number): Looked[] {
  const select = `SELECT kind, user, attribution, coalesce(nullif(occurredAt, ''), receivedAt) AS occurredAt FROM events
    WHERE recordRef = {:recordRef} AND recordRef <> '' AND system = {:system} AND orderedBy = 0
      AND kind IN (SELECT value FROM json_each({:kinds})) ORDER BY seq DESC LIMIT {:limit}`;
  const kinds = JSON.stringify(lookKinds);
  return objectsOf<Looked>(app, columns, select, { system, recordRef, limit, kinds });
}
