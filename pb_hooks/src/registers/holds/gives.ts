import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { holdItems, type ReviewedHold } from "#domain/registers/holds/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Laying, Reviewing } from "../register.ts";
import { causeOpenSql, holdsSql } from "./sql.ts";

/** Holds that run and have to be looked at again soon, by whoever authorised them. */
export function owedOnHolds({ app, nowMs, zone }: Laying): OwedRow[] {
  const today = clinicTime(app).date(nowMs);
  type Due = { id: string; what: string; reviewOn: string; authoriser: string };
  return objectsOf<Due>(
    app,
    ["id", "what", "reviewOn", "authoriser"],
    `SELECT h.id AS id, h.what AS what, h.reviewOn AS reviewOn, h.authoriser AS authoriser FROM holds h
     WHERE h.releasedAt = '' AND h.reviewOn <= {:soon} AND ${holdsSql("h")}`,
    { today, soon: daysAfter(today, policy.holdReviewAsked.amount) },
  ).map(({ id, what, reviewOn, authoriser }) =>
    otherRow({
      key: `holds:${id}`,
      text: `Look whether it still has to be held: ${what}`,
      due: endOfDay(zone, reviewOn),
      with: [authoriser],
      page: `/holds?id=${id}`,
    }),
  );
}

/** Holds that run today, and those whose day of review has passed. */
export function agendaOfHolds({ app, today }: Reviewing): Draft[] {
  const columns = [
    "id",
    "what",
    "purpose",
    "reviewOn",
    "authoriser",
    "until",
    "releasedAt",
    "causeOpen",
  ] as const;
  const select = `SELECT h.id AS id, h.what AS what, h.purpose AS purpose, h.reviewOn AS reviewOn, h.authoriser AS authoriser,
      h.until AS until, h.releasedAt AS releasedAt, ${causeOpenSql("h")} AS causeOpen
    FROM holds h WHERE ${holdsSql("h")} ORDER BY h.reviewOn, h.id`;
  const rows = objectsOf<ReviewedHold>(app, columns, select, { today });
  return holdItems(
    rows.map((row) => ({ ...row, causeOpen: Boolean(row.causeOpen) })),
    today,
  );
}
