import { isRealDay } from "#domain/base/civil-date";
import { policy } from "#domain/policy";
import { policyMapActs as rules } from "#domain/registers/policy-map/acts";
import type { VersionState } from "#domain/registers/policy-map/states";
import { isFrom } from "#domain/registers/register";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct, saveFor } from "../../ledger/chain/register-hook.ts";
import { digestOf, takeLines } from "./lines.ts";

type OnVersion = Exclude<keyof typeof rules, "policy_versions.add" | `policy_claims.${string}`>;

/** Versions of the policy: announced, arriving, looked through, in force, followed by the next. */
export const versionActs: Handlers<"policy_versions"> = {
  "policy_versions.add": ({ tx, actor, data }) => {
    const [draft] = tx.findRecordsByFilter("policy_versions", "state = 'draft'", "", 1, 0);
    if (draft) refuse("data.title", "known", draftSentence(draft.getInt("number")));
    for (const unfinished of tx.findRecordsByFilter("policy_versions", "state = 'arriving'", "", 0, 0)) {
      unfinished.set("state", "withdrawn");
      unfinished.set("endedAt", stored(now()));
      unfinished.set("endedReason", "It did not arrive whole.");
      unfinished.set("version", unfinished.getInt("version") + 1);
      saveFor(tx, unfinished, { user: actor.id });
    }
    const number = Number(
      rowsOf(tx, ["n"], "SELECT coalesce(max(number), 0) + 1 AS n FROM policy_versions")[0]?.[0],
    );
    const at = stored(now());
    const values = {
      ...data,
      id: newId(),
      number,
      state: "arriving",
      arrived: 0,
      by: actor.id,
      at,
      version: 1,
    };
    const row = newRecord(tx, "policy_versions", values);
    saveAct(tx, row, "add", { user: actor.id });
    return { id: row.id, version: 1, number };
  },

  "policy_versions.lines": ({ tx, actor, id, version, data }) => {
    const row = versionAt(tx, id, version, "policy_versions.lines");
    if (data.at !== row.getInt("arrived")) refuse("data.at", "wrong-order", "These lines have come already.");
    const arrived = data.at + data.lines.length;
    if (arrived > row.getInt("lines")) refuse("data.lines", "too_big", "These are more lines than it has.");
    takeLines(tx, id, data.at, data.lines);
    row.set("arrived", arrived);
    if (arrived === row.getInt("lines")) {
      row.set("state", "draft");
      row.set("digest", digestOf(tx, id));
    }
    return saveRow(tx, row, "lines", actor);
  },

  "policy_versions.enforce": ({ tx, actor, id, version, data }) => {
    const row = versionAt(tx, id, version, "policy_versions.enforce");
    const today = clinicTime(tx).date(nowMs());
    requireDay("data.inForceFrom", data.inForceFrom);
    if (data.inForceFrom > today)
      refuse("data.inForceFrom", "in-future", "This day is still to come: put it in force on its day.");
    requireReview(tx, data, today);
    const before = tx.findRecordsByFilter("policy_versions", "state = 'in-force'", "", 1, 0)[0];
    if (before) {
      before.set("state", "replaced");
      before.set("endedAt", stored(now()));
      before.set("endedReason", `Version ${row.getInt("number")} followed it.`);
      before.set("version", before.getInt("version") + 1);
      saveFor(tx, before, { user: actor.id });
    }
    row.set("state", "in-force");
    row.set("inForceFrom", data.inForceFrom);
    row.set("reviewBy", data.reviewBy);
    row.set("reviewer", data.reviewer);
    return saveRow(tx, row, "enforce", actor);
  },

  "policy_versions.review": ({ tx, actor, id, version, data }) => {
    const row = versionAt(tx, id, version, "policy_versions.review");
    const today = clinicTime(tx).date(nowMs());
    requireReview(tx, data, today);
    row.set("reviewedOn", today);
    row.set("reviewBy", data.reviewBy);
    row.set("reviewer", data.reviewer);
    row.set("reviewNote", data.note);
    return saveRow(tx, row, "review", actor);
  },

  "policy_versions.withdraw": ({ tx, actor, id, version, data }) => {
    const row = versionAt(tx, id, version, "policy_versions.withdraw");
    row.set("state", "withdrawn");
    row.set("endedAt", stored(now()));
    row.set("endedReason", data.reason);
    return saveRow(tx, row, "withdraw", actor);
  },
};

const draftSentence = (number: number): string =>
  `Version ${number} is not in force yet: put it in force, or take it back, before the next one.`;

const stateSentences: Readonly<Record<VersionState, string>> = {
  arriving: "This version has not arrived whole.",
  draft: "This version is not in force yet.",
  "in-force": "This version is in force.",
  replaced: "Another version followed this one.",
  withdrawn: "This version was taken back.",
};

function versionAt(tx: pb.App, id: string, version: number, act: OnVersion): pb.Record {
  const row = rowAt(tx, "policy_versions", id, version);
  const state = row.getString("state") as VersionState;
  if (!isFrom(rules[act], state)) throw new ForbiddenError(stateSentences[state]);
  return row;
}

function requireDay(field: string, day: string): void {
  if (!isRealDay(day)) refuse(field, "invalid_format", "There is no such day.");
}

function requireReview(tx: pb.App, data: { reviewBy: string; reviewer: string }, today: string): void {
  requireDay("data.reviewBy", data.reviewBy);
  requireAhead("data.reviewBy", data.reviewBy, today);
  requirePerson(tx, "data.reviewer", data.reviewer);
}

/** @throws {BadRequestError} Of a day that is over, or too far ahead to be meant. */
export function requireAhead(field: string, day: string, today: string): void {
  requireDay(field, day);
  if (day <= today) refuse(field, "too-early", "This day has to be still to come.");
  const most = Date.parse(today) + policy.policyReviewAhead.amount * 86_400_000;
  if (Date.parse(day) > most) refuse(field, "too-late", "This day is more than three years ahead.");
}

/** @throws {BadRequestError} Of somebody who does not work here now. */
export function requirePerson(tx: pb.App, field: string, id: string): void {
  const filter = "id = {:id} && active = true && role != 'auditor'";
  const here = tx.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 1;
  if (!here) refuse(field, "unknown", "Choose somebody who works here now.");
}
