import type { ActData } from "#domain/acts";
import { isRealDay } from "#domain/base/civil-date";
import { daysBetween } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import type { HeldDays, HeldKind } from "#domain/registers/holds/hold";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { readableCases } from "../incidents/case-facts.ts";

/** What a hold keeps. */
export interface Held extends HeldDays {
  readonly register: HeldKind;
  /** Row of that register; '' for what is outside of Chaperone. */
  readonly subject: string;
  readonly what: string;
}
export type Asked = Omit<ActData<"holds.place">, "what">;

/**
 * Places a hold, at this minute, for any register.
 *
 * @throws {BadRequestError} That names the field.
 */
export function placeHold(
  tx: pb.App,
  actor: Caller,
  held: Held,
  asked: Asked,
): { id: string; version: number } {
  const { incident = "", reference = "", askedOn = "", until = "", ...rest } = asked;
  const today = clinicTime(tx).date(nowMs());
  requireAuthoriser(tx, asked.authoriser);
  requireCause(tx, actor, asked);
  const ofRequest = asked.causeKind === "request";
  if (ofRequest) requireAsked(askedOn, today);
  requireReview(asked.reviewOn, today);
  if (until !== "") requireUntil(until, today);
  const ofCase = asked.causeKind === "breaches";
  const hold = newRecord(tx, "holds", {
    ...rest,
    ...held,
    id: newId(),
    incident: ofCase ? incident : "",
    reference: ofCase || asked.causeKind === "own" ? "" : reference,
    askedOn: ofRequest ? askedOn : "",
    until,
    by: actor.id,
    at: stored(now()),
    version: 1,
  });
  saveAct(tx, hold, "place", { user: actor.id });
  return { id: hold.id, version: 1 };
}

export function requireAuthoriser(tx: pb.App, id: string, field = "data.authoriser"): void {
  const filter = "id = {:id} && active = true && (role = 'manager' || role = 'dpo')";
  if (tx.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 0)
    refuse(field, "unknown", "Choose a manager or lead who works here now.");
}

function requireCause(tx: pb.App, actor: Caller, { causeKind, incident, reference, until }: Asked): void {
  if (causeKind === "own") {
    if (until === undefined) refuse("data.until", "missing", "Our own decision needs a last day.");
    return;
  }
  if (causeKind !== "breaches") {
    if (reference === undefined) refuse("data.reference", "missing", "Say by what it is known, as REQ-33.");
    return;
  }
  const [found] = tx.findRecordsByFilter("breaches", "id = {:incident}", "", 1, 0, {
    incident: incident ?? "",
  });
  if (!found || !readableCases(tx, actor)(found.id))
    refuse("data.incident", "unknown", "Choose an incident that you may read.");
  if (["closed", "withdrawn"].includes(found.getString("state")))
    refuse("data.incident", "closed", "This incident is closed: say another cause.");
}

/** @throws {BadRequestError} If nothing was said, or it is no day, is still to come or lies too far back. */
function requireAsked(askedOn: string, today: string): void {
  if (askedOn === "") refuse("data.askedOn", "missing", "Say on which day the request was made.");
  if (!isRealDay(askedOn)) refuse("data.askedOn", "invalid_format", "There is no such day.");
  if (askedOn > today) refuse("data.askedOn", "in-future", "This day is still to come.");
  if (daysBetween(askedOn, today) > policy.holdAskedBack.amount)
    refuse("data.askedOn", "too-early", `This is more than ${policy.holdAskedBack.amount} days back.`);
}

/** @throws {BadRequestError} If it is no day, or lies behind or too far ahead. */
export function requireReview(reviewOn: string, today: string): void {
  if (!isRealDay(reviewOn)) refuse("data.reviewOn", "invalid_format", "There is no such day.");
  const ahead = daysBetween(today, reviewOn);
  if (ahead < 0) refuse("data.reviewOn", "in-past", "This day has passed.");
  if (ahead > policy.holdReviewAhead.amount)
    refuse("data.reviewOn", "too-late", `Look again within ${policy.holdReviewAhead.amount} days.`);
}

export function requireUntil(until: string, today: string): void {
  if (!isRealDay(until)) refuse("data.until", "invalid_format", "There is no such day.");
  if (until < today) refuse("data.until", "in-past", "This day has passed.");
}
