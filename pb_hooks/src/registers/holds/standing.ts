import type { HeldDays } from "#domain/registers/holds/hold";
import { nowMs } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { holdsSql } from "./sql.ts";

/** A hold that keeps something of a row today. */
export interface StandingHold extends HeldDays {
  readonly id: string;
  readonly subject: string;
  readonly what: string;
}

/**
 * The holds that keep rows of a register today: whoever wants to destroy, overwrite or remove one asks here first.
 *
 * @param subject - Row of that register; left out, holds on any of them.
 */
export function standingHolds(app: pb.App, register: string, subject?: string): StandingHold[] {
  return objectsOf<StandingHold>(
    app,
    ["id", "subject", "what", "fromDay", "toDay"],
    `SELECT h.id AS id, h.subject AS subject, h.what AS what, h.fromDay AS fromDay, h.toDay AS toDay FROM holds h
     WHERE h.register = {:register} ${subject === undefined ? "" : "AND h.subject = {:subject}"} AND ${holdsSql("h")}
     ORDER BY h.fromDay, h.id`,
    {
      register,
      ...(subject === undefined ? {} : { subject }),
      today: clinicTime(app).date(nowMs()),
    },
  );
}
