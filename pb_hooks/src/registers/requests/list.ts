import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { requestColumns } from "#domain/registers/requests/csv";
import { requestKinds } from "#domain/registers/requests/kinds";
import { endStates, requestStates } from "#domain/registers/requests/machine";
import type { RequestRow } from "#domain/registers/requests/request-row";
import { objectsOf } from "../../base/database.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";

const columns = [
  ...([
    "id",
    "version",
    "number",
    "kind",
    "requester",
    "age",
    "channel",
    "receivedOn",
    "receivedAt",
  ] as const),
  ...([
    "doubt",
    "system",
    "recordRef",
    "renews",
    "handler",
    "askedOf",
    "state",
    "outcome",
    "limitOn",
  ] as const),
  ...(["stands", "endedOn", "by", "at"] as const),
] satisfies readonly (keyof RequestRow)[];
export const requestColumnsStored = columns;

const ended = endStates.map((state) => `'${state}'`).join(", ");
/** Requests that wait for an answer. */
export const openSql = `state NOT IN (${ended})`;
/** Past their day, and the clock does not stand. */
export const lateSql = `${openSql} AND stands = '' AND limitOn < {:today}`;

/** Whose requests a person sees: staff their own, the ones they took or are asked about. */
const seen = '({:all} = 1 OR "by" = {:me} OR handler = {:me} OR askedOf = {:me})';
const reader = ({ person }: Listing) => ({ me: person.id, all: person.role === "staff" ? 0 : 1 });

/** The register of requests and complaints, by the nearest limit; what is ended comes last. */
export const requestList = registerList<RequestRow>({
  key: "requests",
  collection: "requests",
  readers: ["staff", "manager", "dpo", "auditor"],
  columns,
  instants: ["receivedAt", "at"],
  select: `SELECT ${columns.map((column) => `"${column}"`).join(", ")} FROM requests WHERE ${seen}`,
  params: reader,
  by: "limitOn",
  descends: false,
  filters: {
    kind: oneValue("kind", requestKinds),
    state: oneValue("state", requestStates),
    open: {
      fits: (value) => ["open", "late", "ended", "mine"].includes(value),
      where: `CASE {:open} WHEN 'open' THEN ${openSql} WHEN 'late' THEN ${lateSql}
        WHEN 'mine' THEN ${openSql} AND (handler = {:me} OR askedOf = {:me}) ELSE NOT (${openSql}) END`,
    },
    id: rowOf("id"),
  },
  figures: figuresOf,
  csv: () => requestColumns,
});

function figuresOf(listing: Listing) {
  const n = (condition: string) => `coalesce(sum(${condition}), 0)`;
  const names = ["open", "late", "soon", "mine", "acknowledge", "sent"] as const;
  const select = `SELECT ${n(openSql)} AS open, ${n(lateSql)} AS late,
      ${n(`${openSql} AND stands = '' AND limitOn >= {:today} AND limitOn <= {:soon}`)} AS soon,
      ${n(`${openSql} AND (handler = {:me} OR askedOf = {:me})`)} AS mine,
      ${n("state = 'acknowledge'")} AS acknowledge,
      (SELECT count(*) FROM sent_requests WHERE state = 'waiting') AS sent
    FROM requests WHERE ${seen}`;
  const soon = daysAfter(listing.today, policy.requestSoon.amount);
  const params = { ...reader(listing), today: listing.today, soon };
  const [sums] = objectsOf<Record<(typeof names)[number], number>>(listing.app, names, select, params);
  return sums ?? { open: 0, late: 0, soon: 0, mine: 0, acknowledge: 0, sent: 0 };
}

type OfRecord = Pick<RequestRow, "id" | "number" | "kind" | "state" | "receivedOn" | "limitOn" | "stands">;

/** Requests about one record that wait for an answer, as far as the reader sees them, by the nearest limit. */
export function openRequestsOf(
  listing: Listing,
  { recordRef, system }: { readonly recordRef: string; readonly system: string },
): OfRecord[] {
  const names = ["id", "number", "kind", "state", "receivedOn", "limitOn", "stands"] as const;
  const select = `SELECT ${names.join(", ")} FROM requests
    WHERE ${seen} AND ${openSql} AND recordRef = {:recordRef} AND recordRef <> '' AND system = {:system}
    ORDER BY limitOn, id LIMIT 50`;
  return objectsOf<OfRecord>(listing.app, names, select, { ...reader(listing), recordRef, system });
}
