import { daysAfter, daysBetween } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { rightsPolicy } from "#domain/policy-of-rights";
import { requestItems } from "#domain/registers/requests/for-review";
import { kindWords, type RequestKind } from "#domain/registers/requests/kinds";
import { noLimit } from "#domain/registers/requests/limits";
import { endStates } from "#domain/registers/requests/machine";
import { nameOfRequest, type RequestRow } from "#domain/registers/requests/request-row";
import { stateWords } from "#domain/registers/requests/words";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { iso, stored } from "../../base/time.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { remindersOfDays } from "../day-reminders.ts";
import { countedBetween } from "../listing/counted.ts";
import { listsInPack } from "../listing/in-pack.ts";
import type { Counting, Due, Laying, Packing, PackPart, Reviewing } from "../register.ts";
import { lateSql, openSql, requestList } from "./list.ts";
import { figuresOfSent, waitingSent } from "./sent/gives.ts";
import { sentList } from "./sent/list.ts";

const most = 300;
const ended = endStates.map((state) => `'${state}'`).join(", ");
type Short = Pick<
  RequestRow,
  "id" | "number" | "kind" | "state" | "limitOn" | "stands" | "handler" | "askedOf"
>;
const short = ["id", "number", "kind", "state", "limitOn", "stands", "handler", "askedOf"] as const;

const openRequests = (app: pb.App): Short[] =>
  objectsOf<Short>(
    app,
    short,
    `SELECT ${short.join(", ")} FROM requests WHERE ${openSql} ORDER BY limitOn, id LIMIT {:most}`,
    { most },
  );

/** Requests that wait for an answer, each under who answers its next question; never who asks. */
export function rowsOfRequests({ app, zone, nowMs }: Laying): OwedRow[] {
  return [...openRequests(app).map((request) => rowOfRequest(request, zone)), ...untold(app, zone, nowMs)];
}

/** Open complaints of which nobody has entered for a while how they go on: the law has whoever complained told. */
function untold(app: pb.App, zone: string, nowMs: number): OwedRow[] {
  type Row = Pick<Short, "id" | "number" | "handler"> & { readonly last: string };
  const select = `SELECT r.id AS id, r.number AS number, r.handler AS handler, max(s."at") AS last
    FROM requests r JOIN request_steps s ON s.request = r.id AND s.kind IN ('acknowledge', 'progress')
    WHERE r.kind = 'complaint' AND r.state NOT IN (${ended}) AND r.state <> 'acknowledge'
    GROUP BY r.id ORDER BY last LIMIT {:most}`;
  const { date } = clinicTime(app);
  const today = date(nowMs);
  return objectsOf<Row>(app, ["id", "number", "handler", "last"], select, { most }).flatMap(
    ({ id, number, handler, last }) => {
      const due = daysAfter(date(Date.parse(iso(last))), rightsPolicy.complaintProgressEvery.amount);
      if (due > daysAfter(today, policy.requestSoon.amount)) return [];
      return otherRow({
        key: `requests-progress:${id}`,
        text: `${nameOfRequest({ kind: "complaint", number })}: tell whoever complained how it goes on`,
        due: endOfDay(zone, due),
        with: [handler],
        page: `/requests/${id}`,
      });
    },
  );
}

function rowOfRequest(request: Short, zone: string): OwedRow {
  const { id, kind, state, limitOn, stands, handler, askedOf } = request;
  return otherRow({
    key: `requests:${id}`,
    text: `${nameOfRequest(request)}, ${kindWords[kind as RequestKind]}: ${stateWords[state]}`,
    due: limitOn === noLimit || stands !== "" ? "" : endOfDay(zone, limitOn),
    with: [askedOf === "" ? handler : askedOf],
    page: `/requests/${id}`,
  });
}

/** Whoever works a request is reminded before its day and once it has passed, while its clock runs. */
export const dueOfRequests = (app: pb.App, nowMs: number): Due[] =>
  remindersOfDays(
    app,
    "day-request",
    openRequests(app)
      .filter(({ limitOn, stands }) => stands === "" && limitOn !== noLimit)
      .map(({ id, limitOn, handler, askedOf }) => ({
        id,
        day: limitOn,
        to: askedOf === "" ? handler : askedOf,
      })),
    nowMs,
  );

/** Requests and complaints as of now, and what came since the last review. */
export function agendaOfRequests({ app, today, since }: Reviewing): Draft[] {
  const n = (condition: string) => `coalesce(sum(${condition}), 0)`;
  const names = [
    "received",
    "answered",
    "refused",
    "open",
    "soon",
    "stands",
    "complaints",
    "waiting",
  ] as const;
  const select = `SELECT ${n('"at" >= {:since}')} AS received,
      ${n("endedOn >= {:sinceDay} AND endedOn <> '' AND state IN ('answered', 'part')")} AS answered,
      ${n("endedOn >= {:sinceDay} AND endedOn <> '' AND state = 'refused'")} AS refused,
      ${n(openSql)} AS open, ${n(`${openSql} AND limitOn >= {:today} AND limitOn <= {:soon} AND stands = ''`)} AS soon,
      ${n(`${openSql} AND stands <> ''`)} AS stands, ${n(`${openSql} AND kind = 'complaint'`)} AS complaints,
      ${n("state = 'acknowledge'")} AS waiting FROM requests`;
  const params = { since: stored(since), sinceDay: since.slice(0, 10), today, soon: daysAfter(today, 7) };
  const [sums] = objectsOf<Record<(typeof names)[number], number>>(app, names, select, params);
  if (!sums) return [];
  const lateRows = objectsOf<Short>(
    app,
    short,
    `SELECT ${short.join(", ")} FROM requests WHERE ${lateSql} ORDER BY limitOn, id LIMIT {:most}`,
    { today, most },
  );
  const { waiting, ...counts } = sums;
  const late = lateRows.map((row) => ({ name: nameOfRequest(row), days: daysBetween(row.limitOn, today) }));
  const sent = waitingSent({ app, since });
  return requestItems({ ...counts, notAcknowledged: waiting, late, sent, today });
}

export const figuresOfRequests = (counting: Counting) => [
  countedBetween(counting, "requests", {
    received: { table: "requests", column: "at" },
    answered: { table: "request_steps", column: "at", where: "kind = 'handOver'" },
    withdrawn: { table: "request_steps", column: "at", where: "kind = 'withdraw'" },
  }),
  figuresOfSent(counting),
];

/** All requests in the list's columns: kinds, days and states, never who asks. */
export const requestsInPack = (packing: Packing): PackPart =>
  listsInPack(
    packing,
    {
      name: "requests/",
      holds:
        "requests.csv: requests of right and complaints, when they came and were answered; sent-requests.csv: what came by the form on the web, and what became of it",
    },
    [requestList, sentList],
  );
