import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { consentItems } from "#domain/registers/consent/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { remindersOfDays } from "../day-reminders.ts";
import { countedBetween } from "../listing/counted.ts";
import type { Counting, Due, Laying, Reviewing } from "../register.ts";
import { countsSql } from "./rows.ts";

interface Ending {
  readonly id: string;
  readonly recordRef: string;
  readonly until: string;
  readonly takenBy: string;
}

/** Marks that end soon or have ended while nobody lifted them: the patient is told before a restriction is lifted. */
function ending(app: pb.App, soon: string): Ending[] {
  const select = `SELECT c.id AS id, c.recordRef AS recordRef, c.until AS until, c.takenBy AS takenBy FROM consents c
    WHERE c.purpose = 'restricted' AND c.decision = 'yes' AND c.until <> '' AND c.until <= {:soon} AND ${countsSql("c")}
    ORDER BY c.until, c.id LIMIT 200`;
  return objectsOf<Ending>(app, ["id", "recordRef", "until", "takenBy"], select, { soon });
}

export function owedOnConsents({ app, nowMs, zone }: Laying): OwedRow[] {
  const today = clinicTime(app).date(nowMs);
  return ending(app, daysAfter(today, policy.restrictionAsked.amount)).map(
    ({ id, recordRef, until, takenBy }) =>
      otherRow({
        key: `consents:${id}`,
        text: `Tell the patient of record …${recordRef.slice(-4)} before its restriction is lifted`,
        due: endOfDay(zone, until),
        with: [takenBy],
        page: `/consent?id=${id}`,
      }),
  );
}

export function dueOfConsents(app: pb.App, nowMs: number): Due[] {
  const soon = clinicTime(app).date(nowMs + policy.dayRemindedBefore.amount * 86_400_000);
  const days = ending(app, soon).map(({ id, until, takenBy }) => ({ id, day: until, to: takenBy }));
  return remindersOfDays(app, "day-restriction", days, nowMs);
}

export const figuresOfConsents = (counting: Counting) => [
  countedBetween(counting, "consent", {
    yes: { table: "consent_steps", column: "at", where: "decision = 'yes'" },
    no: { table: "consent_steps", column: "at", where: "decision = 'no'" },
  }),
];

export function agendaOfConsents({ app, today, since }: Reviewing): Draft[] {
  const select = `SELECT count(*) AS ever, coalesce(sum(s."at" >= {:since} AND s.decision = 'yes'), 0) AS yes,
      coalesce(sum(s."at" >= {:since} AND s.decision = 'no'), 0) AS no FROM consent_steps s`;
  type Counts = { ever: number; yes: number; no: number };
  const [counts] = objectsOf<Counts>(app, ["ever", "yes", "no"], select, { since: stored(since) });
  const late = ending(app, daysAfter(today, -1)).length;
  return counts ? consentItems({ ...counts, late }) : [];
}
