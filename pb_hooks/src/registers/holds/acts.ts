import type { OnHold } from "#domain/registers/holds/acts";
import type { HoldCause } from "#domain/registers/holds/hold";
import { whyNotOnHold } from "#domain/registers/holds/may-act-on";
import { requireCleanData } from "../../acts/clean.ts";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { readableCases } from "../incidents/case-facts.ts";
import { ownFacts } from "./kept-apart.ts";
import { placeHold, requireReview, requireUntil } from "./place.ts";
import { causeOpenSql } from "./sql.ts";

/** Holds of every register. What is held of a register's own rows is placed by that register's act. */
export const holdActs: Handlers<"holds"> = {
  "holds.place": ({ tx, actor, data: { what, ...asked } }) =>
    placeHold(tx, actor, { register: "papers", subject: "", what, fromDay: "", toDay: "" }, asked),

  "holds.review": (doing) =>
    changed(doing, "holds.review", (hold, today) => {
      const { reviewOn, until } = doing.data;
      requireReview(reviewOn, today);
      if (until !== undefined) {
        requireUntil(until, today);
        hold.set("until", until);
      }
      hold.set("reviewOn", reviewOn);
      hold.set("reviewedWhy", doing.data.reason);
    }),

  "holds.endCause": (doing) =>
    changed(doing, "holds.endCause", (hold) => {
      hold.set("causeEndedAt", stored(now()));
      hold.set("causeEndedBy", doing.actor.id);
      hold.set("causeEndedWhy", doing.data.reason);
    }),

  "holds.release": (doing) =>
    changed(doing, "holds.release", (hold) => {
      hold.set("releasedAt", stored(now()));
      hold.set("releasedBy", doing.actor.id);
      hold.set("releasedWhy", doing.data.reason);
    }),
};

/** What its event calls an act. */
const eventNames: Readonly<Record<OnHold, string>> = {
  "holds.review": "look-again",
  "holds.endCause": "end-cause",
  "holds.release": "release",
};

function changed(
  { tx, actor, id, version, data }: Doing<OnHold>,
  act: OnHold,
  change: (hold: pb.Record, today: string) => void,
) {
  const hold = rowAt(tx, "holds", id, version);
  const today = clinicTime(tx).date(nowMs());
  const facts = {
    until: hold.getString("until"),
    releasedAt: hold.getString("releasedAt"),
    causeEndedAt: hold.getString("causeEndedAt"),
    causeKind: hold.getString("causeKind") as HoldCause,
    causeOpen: causeOpen(tx, id),
    authoriser: hold.getString("authoriser"),
    by: hold.getString("by"),
  };
  const incident = hold.getString("incident");
  const apart = incident !== "" && !readableCases(tx, actor)(incident);
  const reviewOn = hold.getString("reviewOn");
  const known = apart ? { ...facts, ...ownFacts({ ...facts, reviewOn }, today) } : facts;
  const refusal = whyNotOnHold(actor, act, known, today);
  if (refusal) throw new ForbiddenError(refusal);
  // Also where they authorised it, and of a lead whom the incident is about.
  if (apart && act === "holds.release") throw new ForbiddenError("Whoever placed this hold releases it.");
  requireCleanData(act, data);
  change(hold, today);
  return saveRow(tx, hold, eventNames[act], actor);
}

const causeOpen = (tx: pb.App, id: string): boolean =>
  Number(
    rowsOf(tx, ["open"], `SELECT ${causeOpenSql("h")} AS open FROM holds h WHERE h.id = {:id}`, {
      id,
    })[0]?.[0],
  ) === 1;
