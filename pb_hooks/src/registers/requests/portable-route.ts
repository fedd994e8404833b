import { clinicId } from "#domain/clinic/clinic";
import { policy } from "#domain/policy";
import { scopeKeys } from "#domain/registers/releases/release";
import { keysIn } from "#domain/registers/releases/words";
import { openGates } from "#domain/registers/requests/gates";
import { lookKinds, looksOf } from "#domain/registers/requests/looks";
import { worksOn } from "#domain/registers/requests/may-act-on";
import type { PortableFile } from "#domain/registers/requests/portable";
import { nameOfRequest, type RequestRow } from "#domain/registers/requests/request-row";
import { caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { append } from "../../ledger/chain/append.ts";
import { stepsOf as decisionsBefore, decisionsOf, type OneRecord } from "../consent/rows.ts";
import { lookedAt } from "./looks-route.ts";
import { requestFor } from "./routes.ts";
import { clinicFor, factsFor, peopleOf, stepsOf } from "./rows.ts";

/** Rows of one list of the file. */
const most = 500;

/**
 * `GET /request-portable?id`: what is held here of the record of a request for portability, once it is known who asks. That it
 * was taken is an event.
 */
export function portable(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo"]);
  const row = requestFor(e, person);
  if (!worksOn(person, peopleOf(row))) throw new ForbiddenError("Somebody else works on this request.");
  if (row.getString("kind") !== "portability")
    refuse("id", "does-not-fit", "This is no request for data to take along.");
  const record = { system: row.getString("system"), recordRef: row.getString("recordRef") };
  if (record.recordRef === "") refuse("id", "missing", "Say first which record it is.");
  const { nation, today } = clinicFor(e.app);
  const gates = openGates(factsFor(row, nation, stepsOf(e.app, row.id)), today, nowMs());
  if (gates.includes("identity") || gates.includes("authority"))
    throw new ForbiddenError("Not yet: it has to be known first who asks, and whether they may.");
  append(e.app, [
    { kind: "requests.act", user: person.id, detail: { v: 1, id: row.id, action: "export-portable" } },
  ]);
  e.response.header().set("Cache-Control", "no-store");
  e.json(200, fileOf(e.app, record));
}

function fileOf(app: pb.App, record: OneRecord): PortableFile {
  const rows = decisionsOf(app, record, false);
  const ids = rows.map(({ id }) => id);
  const purposes = new Map(rows.map(({ id, purpose }) => [id, purpose]));
  return {
    ...{ format: "chaperone-record", version: 1, madeAt: now() },
    clinic: app.findRecordById("clinic", clinicId).getString("name"),
    record: { system: record.system, reference: record.recordRef },
    decisions: rows.map(decided),
    decisionsBefore: decisionsBefore(app, ids).flatMap((step) => {
      const purpose = purposes.get(step.consent);
      return purpose === undefined ? [] : [decided({ ...step, purpose })];
    }),
    releases: releasesOf(app, record),
    requests: requestsOf(app, record),
    disclosures: disclosuresOf(app, record),
    looks: looksIn(app, record),
  };
}

type Decision = PortableFile["decisions"][number];
const decided = ({
  purpose,
  decision,
  how,
  from,
  until,
  at,
}: Omit<Decision, "enteredAt"> & { at: string }): Decision => ({
  ...{ purpose, decision, how, from, until },
  enteredAt: at,
});

const ofRecord = "recordRef = {:recordRef} AND system = {:system}";

function releasesOf(app: pb.App, record: OneRecord): PortableFile["releases"] {
  type Row = { relation: string; scopes: string; validFrom: string; expiresOn: string; revokedAt: string };
  const columns = ["relation", "scopes", "validFrom", "expiresOn", "revokedAt"] as const;
  const select = `SELECT ${columns.join(", ")} FROM releases WHERE ${ofRecord} ORDER BY "at" DESC, id LIMIT {:most}`;
  return objectsOf<Row>(app, columns, select, { ...record, most }).map((one) => ({
    relation: one.relation,
    scopes: keysIn(one.scopes, scopeKeys),
    ...{ from: one.validFrom, until: one.expiresOn, takenBackAt: iso(one.revokedAt) },
  }));
}

function requestsOf(app: pb.App, record: OneRecord): PortableFile["requests"] {
  type Row = Pick<RequestRow, "number" | "kind" | "receivedOn" | "state" | "endedOn">;
  const columns = ["number", "kind", "receivedOn", "state", "endedOn"] as const;
  const select = `SELECT ${columns.join(", ")} FROM requests WHERE ${ofRecord} ORDER BY number LIMIT {:most}`;
  return objectsOf<Row>(app, columns, select, { ...record, most }).map(({ number, ...one }) => ({
    name: nameOfRequest({ kind: one.kind, number }),
    ...one,
  }));
}

function disclosuresOf(app: pb.App, record: OneRecord): PortableFile["disclosures"] {
  type Row = PortableFile["disclosures"][number];
  const columns = ["receiver", "ground", "outcome", "day"] as const;
  const select = `SELECT ${columns.join(", ")} FROM disclosures WHERE ${ofRecord} AND takenBackAt = ''
    ORDER BY "at" DESC, id LIMIT {:most}`;
  return objectsOf<Row>(app, columns, select, { ...record, most });
}

/** Days on which the record was looked at, without who did. */
function looksIn(app: pb.App, { system, recordRef }: OneRecord): PortableFile["looks"] {
  const { date } = clinicTime(app);
  const found = lookedAt(app, system, recordRef, policy.looksMost.amount);
  const dated = found
    .filter(({ kind }) => lookKinds.includes(kind))
    .map((one) => ({ ...one, day: date(Date.parse(one.occurredAt)) }));
  return looksOf(dated, [], () => "").map(({ day, why, times }) => ({
    ...{ day, times },
    what: why.replace(/;.*$/, ""),
  }));
}
