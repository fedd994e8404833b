import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { type ReleaseCounts, releaseItems } from "#domain/registers/releases/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { remindersOfDays } from "../day-reminders.ts";
import { countedBetween } from "../listing/counted.ts";
import type { Counting, Due, Laying, Reviewing } from "../register.ts";
import { standsSql, unaskedSql } from "./sql.ts";

interface Ending {
  readonly id: string;
  readonly recordRef: string;
  readonly expiresOn: string;
  readonly explainedBy: string;
}

/** Most releases that come onto the desk. */
const most = 200;

/** Those that end soon or have ended, and of which nobody has asked the patient. */
function ending(app: pb.App, soon: string): Ending[] {
  const select = `SELECT r.id AS id, r.recordRef AS recordRef, r.expiresOn AS expiresOn, r.explainedBy AS explainedBy
    FROM releases r WHERE r.expiresOn <= {:soon} AND ${unaskedSql("r")} ORDER BY r.expiresOn, r.id LIMIT ${most}`;
  return objectsOf<Ending>(app, ["id", "recordRef", "expiresOn", "explainedBy"], select, { soon });
}

/** Never with a name: the record by the end of its reference. */
export function owedOnReleases({ app, person, nowMs, zone }: Laying): OwedRow[] {
  const today = clinicTime(app).date(nowMs);
  const asked = ending(app, daysAfter(today, policy.releaseAsked.amount)).map((one) =>
    otherRow({
      key: `releases:${one.id}`,
      text: `Ask the patient whether the release of record …${one.recordRef.slice(-4)} goes on`,
      due: endOfDay(zone, one.expiresOn),
      with: [one.explainedBy],
      page: `/releases?id=${one.id}`,
    }),
  );
  return person.role === "dpo" ? [...asked, ...tooMany(app, today, person.id)] : asked;
}

/** Who was refused today as having asked too often: the lead answers, or lifts it for today. */
function tooMany(app: pb.App, today: string, lead: string): OwedRow[] {
  const select = `SELECT max(a.id) AS id, u.name AS name FROM release_asks a JOIN users u ON u.id = a.user
    WHERE a."day" = {:today} AND a.refused = TRUE AND a.liftedAt = '' AND NOT EXISTS (
      SELECT 1 FROM release_asks l WHERE l.user = a.user AND l."day" = a."day" AND l.liftedAt >= a."at")
    GROUP BY a.user ORDER BY u.name LIMIT 50`;
  return objectsOf<{ id: string; name: string }>(app, ["id", "name"], select, { today }).map(({ id, name }) =>
    otherRow({
      key: `release-asks:${id}`,
      text: `${name} asked for more than ${policy.releaseAnswersADay.amount} answers on the telephone today`,
      due: "",
      with: [lead],
      page: `/releases/asked?id=${id}`,
    }),
  );
}

export function dueOfReleases(app: pb.App, nowMs: number): Due[] {
  const soon = clinicTime(app).date(nowMs + policy.dayRemindedBefore.amount * 86_400_000);
  const days = ending(app, soon).map(({ id, expiresOn, explainedBy }) => ({
    id,
    day: expiresOn,
    to: explainedBy,
  }));
  return remindersOfDays(app, "day-release", days, nowMs);
}

export const figuresOfReleases = (counting: Counting) => [
  countedBetween(counting, "releases", {
    taken: { table: "releases", column: "at" },
    revoked: { table: "releases", column: "revokedAt" },
    answers: { table: "release_asks", column: "at", where: "refused = FALSE" },
  }),
];

export function agendaOfReleases({ app, today, since }: Reviewing): Draft[] {
  const names = ["ever", "stand", "taken", "revoked", "ended", "answers", "refused", "unasked"] as const;
  const select = `SELECT count(*) AS ever, coalesce(sum(${standsSql("r")}), 0) AS stand,
      coalesce(sum(r."at" >= {:since}), 0) AS taken, coalesce(sum(r.revokedAt >= {:since}), 0) AS revoked,
      coalesce(sum(r.revokedAt = '' AND r.expiresOn < {:today} AND r.expiresOn >= {:sinceDay}), 0) AS ended,
      (SELECT count(*) FROM release_asks WHERE "at" >= {:since} AND refused = FALSE) AS answers,
      (SELECT count(*) FROM release_asks WHERE "at" >= {:since} AND refused = TRUE) AS refused,
      coalesce(sum(r.expiresOn < {:today} AND ${unaskedSql("r")}), 0) AS unasked FROM releases r`;
  const [counts] = objectsOf<ReleaseCounts>(app, names, select, {
    today,
    since: stored(since),
    sinceDay: since.slice(0, 10),
  });
  return counts ? releaseItems(counts) : [];
}
