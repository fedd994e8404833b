import { isRealDay } from "#domain/base/civil-date";
import { disclosureProblem } from "#domain/registers/disclosures/disclosure";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { requireAuthoriser } from "../holds/place.ts";
import { enterDisclosure, requireDetail } from "./enter.ts";

/** What was given to others, or refused. */
export const disclosureActs: Handlers<"disclosures"> = {
  "disclosures.add": ({ tx, actor, data }) => {
    const { hold = "", organisation = "", reference = "", given = "", others = "", how = "", ...rest } = data;
    if (hold !== "" && tx.findRecordsByFilter("holds", "id = {:hold}", "", 1, 0, { hold }).length === 0)
      refuse("data.hold", "unknown", "There is no such hold.");
    requireAuthoriser(tx, rest.decidedBy, "data.decidedBy");
    const today = clinicTime(tx).date(nowMs());
    for (const field of ["askedOn", "day"] as const) {
      if (!isRealDay(rest[field])) refuse(`data.${field}`, "invalid_format", "There is no such day.");
      if (rest[field] > today) refuse(`data.${field}`, "in-future", "This day is still to come.");
    }
    if (rest.day < rest.askedOn) refuse("data.day", "too-early", "It was asked for later than this.");
    if (rest.receiver !== "subject" && organisation === "")
      refuse("data.organisation", "missing", "Say which organisation.");
    if (rest.outcome === "given" && given === "") refuse("data.given", "missing", "Say what was given.");
    const problem = disclosureProblem({ ...rest, others, how });
    if (problem) refuse(`data.${problem.field}`, "does-not-fit", problem.says);
    requireDetail(tx, rest, today);
    const row = enterDisclosure(tx, actor, {
      ...rest,
      ...{ hold, reference, given, others, how },
      organisation: rest.receiver === "subject" ? "" : organisation,
    });
    return { id: row.id, version: 1 };
  },

  "disclosures.takeBack": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "disclosures", id, version);
    if (row.getString("takenBackAt") !== "")
      throw new ForbiddenError("This was taken back already: enter it anew.");
    row.set("takenBackAt", stored(now()));
    row.set("takenBackBy", actor.id);
    row.set("takenBackWhy", data.reason);
    return saveRow(tx, row, "take-back", actor);
  },
};
