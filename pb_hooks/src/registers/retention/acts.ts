import { isRealDay } from "#domain/base/civil-date";
import { recordName } from "#domain/base/record-name";
import { policy } from "#domain/policy";
import type { OnRecord } from "#domain/registers/retention/acts";
import { maySecond, whyNotOnRecord } from "#domain/registers/retention/may-act-on";
import { isTechnical } from "#domain/registers/retention/state";
import { addYears } from "#domain/registers/retention/years";
import { requireCleanData } from "../../acts/clean.ts";
import type { ActsOf, Doing } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { placeHold } from "../holds/place.ts";
import { certify } from "./certificate.ts";
import { factsOf, isNamedAnywhere } from "./facts.ts";

/** What becomes of a record: looked at, kept longer, held, or destroyed by two people and somebody in the clinical system. */
export const recordActs: ActsOf<OnRecord> = {
  "retention_rows.appraise": (doing) =>
    changed(doing, "retention_rows.appraise", (row) => {
      row.set("state", "appraised");
      row.set("found", doing.data.found);
      row.set("appraisedBy", doing.actor.id);
      row.set("appraisedAt", stored(now()));
      for (const field of ["declined", "askedBy", "askedAt", "second", "agreedAt"]) row.set(field, "");
    }),

  "retention_rows.keep": (doing) =>
    changed(doing, "retention_rows.keep", (row, today) => {
      const { why, reason, until } = doing.data;
      if (isTechnical(reason)) {
        refuse(
          "data.reason",
          "technical",
          "That something technical stands in the way is no reason to keep a record.",
        );
      }
      if (until <= today) refuse("data.until", "too-early", "This month has begun already.");
      if (until > addYears(today, policy.keptLongerAtMost.amount)) {
        refuse("data.until", "too-late", `At most ${policy.keptLongerAtMost.amount} years from today.`);
      }
      row.set("state", "kept");
      row.set("starts", until);
      row.set("keptWhy", why);
      row.set("keptReason", reason);
      row.set("keptBy", doing.actor.id);
      row.set("keptAt", stored(now()));
    }),

  "retention_rows.ask": (doing) =>
    changed(doing, "retention_rows.ask", (row) => {
      const { second } = doing.data;
      if (!maySecond(second, doing.actor.id, { appraisedBy: row.getString("appraisedBy") })) {
        refuse("data.second", "same", "Choose somebody else than who appraised it, and than yourself.");
      }
      const filter = "id = {:second} && active = true && (role = 'manager' || role = 'dpo')";
      if (doing.tx.findRecordsByFilter("users", filter, "", 1, 0, { second }).length === 0) {
        refuse("data.second", "unknown", "Choose a manager or lead who works here now.");
      }
      row.set("state", "asked");
      row.set("second", second);
      row.set("askedBy", doing.actor.id);
      row.set("askedAt", stored(now()));
    }),

  "retention_rows.agree": (doing) =>
    changed(doing, "retention_rows.agree", (row) => {
      row.set("state", "agreed");
      row.set("agreedAt", stored(now()));
    }),

  "retention_rows.decline": (doing) =>
    changed(doing, "retention_rows.decline", (row) => {
      row.set("state", "waiting");
      row.set("declined", doing.data.reason);
      for (const field of ["second", "askedBy", "askedAt", "agreedAt"]) row.set(field, "");
    }),

  "retention_rows.done": (doing) =>
    changed(
      doing,
      "retention_rows.done",
      (row, today) => {
        const { on, how, beside } = doing.data;
        if (!isRealDay(on)) refuse("data.on", "invalid_format", "There is no such day.");
        if (on > today) refuse("data.on", "in-future", "This day is still to come.");
        const agreed = clinicTime(doing.tx).date(Date.parse(row.getString("agreedAt").replace(" ", "T")));
        if (on < agreed) refuse("data.on", "too-early", "It was agreed later than that day.");
        if (isNamedAnywhere(doing.tx, row)) throw new ForbiddenError(heldSentence);
        row.set("state", "done");
        row.set("doneOn", on);
        row.set("doneHow", how);
        row.set("doneBeside", beside);
        row.set("doneBy", doing.actor.id);
        row.set("doneAt", stored(now()));
        certify(doing.tx, row);
      },
      "certificateHash",
    ),

  // The row goes a version on, so that whoever is about to destroy it elsewhere is told.
  "retention_rows.hold": (doing) =>
    changed(doing, "retention_rows.hold", (row) => {
      const what = recordName(row.getString("system"), row.getString("recordRef"));
      const held = { register: "retention_rows", subject: row.id, what, fromDay: "", toDay: "" } as const;
      placeHold(doing.tx, doing.actor, held, doing.data);
    }),
};

const heldSentence = "This record is held: nothing of it may be destroyed.";

function changed(
  doing: Doing<OnRecord>,
  act: OnRecord,
  change: (row: pb.Record, today: string) => void,
  hashed?: string,
) {
  const { tx, actor, id, version, data } = doing;
  const row = rowAt(tx, "retention_rows", id, version);
  if (row.getBool("gone")) throw new NotFoundError("The list that brought this record was taken back.");
  const today = clinicTime(tx).date(nowMs());
  const refusal = whyNotOnRecord(actor, act, factsOf(tx, row), today);
  if (refusal) throw new ForbiddenError(refusal);
  requireCleanData(act, data);
  change(row, today);
  const action = act.slice("retention_rows.".length);
  if (!hashed) return saveRow(tx, row, action, actor);
  row.set("version", version + 1);
  saveAct(tx, row, action, { user: actor.id }, row.getString(hashed));
  return { id, version: version + 1 };
}
