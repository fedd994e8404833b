import { isRealDay } from "#domain/base/civil-date";
import { monthsAfter } from "#domain/law/working-days";
import { isReferenceOf } from "#domain/ledger/given/unfit";
import { policy } from "#domain/policy";
import { isOffice } from "#domain/registers/releases/release";
import { isPatientNumber } from "#domain/registers/screened";
import { requireClean } from "../../acts/clean.ts";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";

type Entry = Doing<"releases.add">["data"];

/** Whom a patient lets us tell what. What was entered stays; it ends by its day, or in one step. */
export const releaseActs: Handlers<"releases"> = {
  "releases.add": ({ tx, actor, data }) => {
    const today = clinicTime(tx).date(nowMs());
    requireReference(data);
    requireWhom(data);
    requireDays(data, today);
    requireSeenBy(tx, data);
    for (const field of ["purpose", "exclusions", "formAt", "interpreter"] as const)
      if (data[field] !== undefined) requireClean(`data.${field}`, data[field]);
    const { scopes, channels, ...rest } = data;
    const office = isOffice(data.relation);
    const row = newRecord(tx, "releases", {
      ...{ exclusions: "", fromDay: "", toDay: "", witness: "", formAt: "", formHash: "", interpreter: "" },
      ...{ phoneEnding: "" },
      ...rest,
      id: newId(),
      name: office ? "" : (data.name ?? ""),
      organisation: office ? (data.organisation ?? "") : "",
      scopes: [...new Set(scopes)].sort().join(" "),
      channels: [...new Set(channels)].sort().join(" "),
      by: actor.id,
      at: stored(now()),
      version: 0,
    });
    return saveRow(tx, row, "take", actor);
  },

  "releases.revoke": ({ tx, actor, id, version, data }) => {
    const row = openAt(tx, id, version);
    row.set("revokedAt", stored(now()));
    row.set("revokedBy", actor.id);
    row.set("revokedHow", data.how);
    return saveRow(tx, row, "revoke", actor);
  },

  "releases.letEnd": ({ tx, actor, id, version, data }) => {
    const row = openAt(tx, id, version);
    if (row.getString("lookedAt") !== "")
      throw new ForbiddenError("Somebody has asked the patient already: it ends on its day.");
    row.set("lookedAt", stored(now()));
    row.set("lookedBy", actor.id);
    row.set("lookedNote", data.note);
    return saveRow(tx, row, "let-end", actor);
  },
};

/** @throws {ForbiddenError} Once the patient has taken it back. */
function openAt(tx: pb.App, id: string, version: number): pb.Record {
  const row = rowAt(tx, "releases", id, version);
  if (row.getString("revokedAt") !== "")
    throw new ForbiddenError("The patient has taken this back already: a new one is a release of its own.");
  return row;
}

function requireReference({ system, recordRef }: Entry): void {
  if (isPatientNumber(recordRef) || !isReferenceOf(system, recordRef))
    refuse("data.recordRef", "invalid_format", "This is no reference of a record in that system.");
}

function requireWhom({ relation, name = "", organisation = "" }: Entry): void {
  if (isOffice(relation) && organisation === "")
    refuse("data.organisation", "missing", "Say which organisation.");
  if (!isOffice(relation) && name === "")
    refuse("data.name", "missing", "Say the first name, as it is said on the telephone.");
}

function requireDays(data: Entry, today: string): void {
  for (const field of ["validFrom", "expiresOn", "signedOn", "fromDay", "toDay"] as const)
    if (data[field] !== undefined && !isRealDay(data[field]))
      refuse(`data.${field}`, "invalid_format", "There is no such day.");
  const { validFrom, expiresOn, signedOn, fromDay, toDay } = data;
  if (signedOn > today) refuse("data.signedOn", "in-future", "This day is still to come.");
  if (validFrom < signedOn) refuse("data.validFrom", "too-early", "It was said or signed later than this.");
  if (expiresOn < validFrom) refuse("data.expiresOn", "too-early", "It begins later than this.");
  if (expiresOn < today) refuse("data.expiresOn", "in-past", "This day is over.");
  if (expiresOn > monthsAfter(validFrom, policy.releaseLongest.amount))
    refuse("data.expiresOn", "too-late", "Ask the patient again within three years.");
  if (fromDay !== undefined && toDay !== undefined && toDay < fromDay)
    refuse("data.toDay", "too-early", "It begins later than this.");
}

/** @throws {BadRequestError} Unless those who looked are people of the clinic, and one of them a witness where it asks for one. */
function requireSeenBy(tx: pb.App, data: Entry): void {
  const filter = "id = {:id} && active = true && role != 'auditor'";
  for (const field of ["capacityBy", "explainedBy", "witness"] as const) {
    const id = data[field];
    if (id !== undefined && tx.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 0)
      refuse(`data.${field}`, "unknown", "Choose somebody who works here.");
  }
  if (data.proof === "witnessed" && data.witness === undefined)
    refuse("data.witness", "missing", "Say who heard it.");
  if (data.proof === "signed" && data.formAt === undefined)
    refuse("data.formAt", "missing", "Say where the signed form lies.");
}
