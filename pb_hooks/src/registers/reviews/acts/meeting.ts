import type { ActAnswer } from "#domain/api";
import { incidentItem } from "#domain/registers/incidents/for-review";
import type { Attendance } from "#domain/registers/reviews/acts";
import { requireCleanData } from "../../../acts/clean.ts";
import type { ActsOf } from "../../../acts/doing.ts";
import type { Caller } from "../../../base/caller.ts";
import { now, nowMs } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { newId } from "../../../base/new-id.ts";
import { refuse } from "../../../base/refusal.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { head } from "../../../ledger/chain/head.ts";
import { saveAct, saveFor } from "../../../ledger/chain/register-hook.ts";
import { incidentOf } from "../../incidents/gives/for-review.ts";
import { readableAt } from "../../incidents/incident.ts";
import { requireHere, reviewAt } from "../at.ts";
import { fillItems, putItem } from "../items.ts";
import { weeksOf } from "../this-week.ts";

type Meeting = "reviews.prepare" | "reviews.hold" | "reviews.include" | "reviews.tell" | "reviews.missed";

export const meetingActs: ActsOf<Meeting | "reviews.addendum"> = {
  "reviews.prepare": ({ tx, actor, id, version }) => {
    const atMs = nowMs();
    const weeks = weeksOf(tx, atMs);
    const review = id === "" ? newReview(tx, actor, weeks) : reviewAt(tx, id, "reviews.prepare", version);
    review.set("asOf", stored(new Date(atMs).toISOString()));
    const answer = saved(tx, review, "prepare", actor);
    fillItems(tx, review, weeks, atMs, actor.id);
    return { ...answer, number: review.getInt("number") };
  },

  "reviews.hold": ({ tx, actor, id, version, data }) => {
    const review = reviewAt(tx, id, "reviews.hold", version);
    const { chair, deputyChair = "" } = data;
    requireHere(tx, "data.chair", chair, maySign);
    if (deputyChair !== "") requireHere(tx, "data.deputyChair", deputyChair, maySign);
    if (deputyChair === chair) refuse("data.deputyChair", "same", "Choose another than the chair.");
    const attendance = new Map<string, Attendance>(data.attendance.map(({ user, how }) => [user, how]));
    if (attendance.size < data.attendance.length)
      refuse("data.attendance", "twice", "Somebody stands here twice.");
    for (const user of attendance.keys()) requireHere(tx, "data.attendance", user, "id != ''");
    if ((attendance.get(chair) ?? "apologies") === "apologies")
      refuse("data.attendance", "chair", "The chair takes part, here or by telephone.");
    const atMs = nowMs();
    const heldAt = stored(new Date(atMs).toISOString());
    fillItems(tx, review, weeksOf(tx, atMs), atMs, actor.id);
    review.set("state", "held");
    review.set("asOf", heldAt);
    review.set("upToSeq", head(tx).seq);
    review.set("heldAt", heldAt);
    review.set("chair", chair);
    review.set("deputyChair", deputyChair);
    review.set("attendance", data.attendance);
    return saved(tx, review, "hold", actor);
  },

  "reviews.include": ({ tx, actor, id, version, data }) => {
    const review = reviewAt(tx, id, "reviews.include", version);
    const breach = readableAt(tx, actor, data.incident);
    if (breach.getBool("confidential") || breach.getString("about") !== "")
      refuse("data.incident", "confidential", "This is not for the meeting.");
    const there = "review = {:id} && subject = {:subject}";
    if (tx.findRecordsByFilter("review_items", there, "", 1, 0, { id, subject: breach.id }).length > 0)
      refuse("data.incident", "known", "This is on the agenda already.");
    const last = rowsOf(
      tx,
      ["n"],
      "SELECT coalesce(max(position), 0) AS n FROM review_items WHERE review = {:id} AND position < 999",
      { id },
    );
    putItem(tx, id, incidentItem("told")(incidentOf(tx, breach)), Number(last[0]?.[0]) + 1, actor.id);
    // It only adds: whoever has the review open goes on with the version that they saw.
    saveAct(tx, review, "include", { user: actor.id });
    return { id, version: review.getInt("version") };
  },

  "reviews.tell": ({ tx, actor, id, version, data }) => {
    const review = reviewAt(tx, id, "reviews.tell", version);
    requireCleanData("reviews.tell", data);
    review.set("learning", data.text);
    return saved(tx, review, "tell", actor);
  },

  "reviews.missed": ({ tx, actor, data }) => {
    const { missed } = weeksOf(tx, nowMs());
    const weeks = [...new Set(data.weeks)];
    if (!weeks.every((week) => missed.includes(week)))
      refuse("data.weeks", "not-missed", "This week was not missed, or it is known why.");
    const rows = weeks.map((weekOf) => {
      const [known] = tx.findRecordsByFilter("reviews", "weekOf = {:weekOf}", "", 1, 0, { weekOf });
      const row = known ?? newRecord(tx, "reviews", { id: newId(), weekOf, attendance: [], version: 0 });
      if (known) reviewAt(tx, known.id, "reviews.missed", known.getInt("version"));
      row.set("state", "missed");
      row.set("missedReason", data.reason);
      row.set("missedBy", actor.id);
      row.set("version", row.getInt("version") + 1);
      return row;
    });
    for (const [i, row] of rows.entries()) {
      if (i === 0) saveAct(tx, row, "miss", { user: actor.id });
      else saveFor(tx, row, { user: actor.id });
    }
    return { id: rows[0]?.id ?? "", version: 1 };
  },

  "reviews.addendum": ({ tx, actor, id, version, data }) => {
    reviewAt(tx, id, "reviews.addendum", version);
    requireCleanData("reviews.addendum", data);
    const at = stored(now());
    const row = newRecord(tx, "review_addenda", {
      id: newId(),
      review: id,
      text: data.text,
      by: actor.id,
      at,
    });
    saveAct(tx, row, "add", { user: actor.id });
    return { id: row.id, version: 1 };
  },
};

/** Who may take the chair: it is signed with a second factor. */
const maySign = "enrolled = true && (role = 'manager' || role = 'dpo')";

function newReview(tx: pb.App, actor: Caller, weeks: ReturnType<typeof weeksOf>): pb.Record {
  if (weeks.missed.length > 0) refuse("data", "missed", "Say first why a week was not held.");
  if (weeks.open) refuse("data", "open", "A review is open. Hold and sign that one first.");
  if (weeks.done) refuse("data", "done", "This week’s review is signed.");
  const number = Number(rowsOf(tx, ["n"], "SELECT coalesce(max(number), 0) + 1 AS n FROM reviews")[0]?.[0]);
  return newRecord(tx, "reviews", {
    id: newId(),
    number,
    weekOf: weeks.thisWeek,
    state: "prepared",
    preparedBy: actor.id,
    attendance: [],
    version: 0,
  });
}

function saved(tx: pb.App, review: pb.Record, action: string, actor: Caller): ActAnswer {
  review.set("version", review.getInt("version") + 1);
  saveAct(tx, review, action, { user: actor.id });
  return { id: review.id, version: review.getInt("version") };
}
