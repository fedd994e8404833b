import { milliseconds, policy } from "#domain/policy";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { leadOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Laying } from "../register.ts";
import { toDecide } from "./counts.ts";

/** Records to appraise, in one row; what a second person or whoever asked has to do. Holds are owed by their own register. */
export function rowsOfRetention({ app, nowMs, zone }: Laying): OwedRow[] {
  const today = clinicTime(app).date(nowMs);
  return [...toAppraise(app, today, zone), ...asked(app), ...agreed(app)];
}

const page = "/retention";
const records = (n: number, verb: string): string => `${n} ${n === 1 ? "record" : "records"} ${verb}`;

function toAppraise(app: pb.App, today: string, zone: string): OwedRow[] {
  const { n, first } = toDecide(app, today);
  if (n === 0) return [];
  const lead = leadOf(app);
  const due = endOfDay(zone, lastInTime(first));
  return [
    otherRow({
      key: "retention:due",
      text: records(n, "due: to appraise or decide"),
      due,
      with: [lead],
      page,
    }),
  ];
}

/** The last day of the month after the one that is named by its first: what is not looked at by then is late. */
function lastInTime(first: string): string {
  const next = new Date(`${first}T12:00:00.000Z`);
  next.setUTCMonth(next.getUTCMonth() + 2, 0);
  return next.toISOString().slice(0, 10);
}

interface Waiting {
  readonly person: string;
  readonly n: number;
  readonly first: string;
}

function waiting(app: pb.App, person: string, first: string, where: string): Waiting[] {
  const select = `SELECT ${person} AS person, count(*) AS n, min(${first}) AS first FROM retention_rows
     WHERE gone = FALSE AND state <> 'waiting' AND ${where} GROUP BY ${person}`;
  return objectsOf<Waiting>(app, ["person", "n", "first"], select);
}

const within = (first: string): string =>
  new Date(Date.parse(iso(first)) + milliseconds(policy.disposalAnsweredWithin)).toISOString();

const asked = (app: pb.App): OwedRow[] =>
  waiting(app, "second", "askedAt", "state = 'asked'").map(({ person, n, first }) =>
    otherRow({
      key: `retention:asked:${person}`,
      text: `${records(n, "to be destroyed")}: a second person agrees or not`,
      due: within(first),
      with: [person],
      page: `${page}?show=due`,
    }),
  );

const agreed = (app: pb.App): OwedRow[] =>
  waiting(app, "askedBy", "agreedAt", "state = 'agreed'").map(({ person, n, first }) =>
    otherRow({
      key: `retention:agreed:${person}`,
      text: `${records(n, "agreed")}: delete in the clinical system, and say when`,
      due: within(first),
      with: [person],
      page: `${page}?show=due`,
    }),
  );
