import { isRealDay } from "#domain/base/civil-date";
import type { TermKey } from "#domain/law/processor-terms";
import { milliseconds, policy } from "#domain/policy";
import { doubtsIn, questionsOf } from "#domain/registers/suppliers/check";
import { type Place, type SupplierRole, termsLeftOf } from "#domain/registers/suppliers/supplier";
import { requireCleanData } from "../../acts/clean.ts";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { listIn, newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";

/** Partners and suppliers. What one says of itself changes; each check of it is a row that stays. */
export const supplierActs: Handlers<"suppliers"> = {
  "suppliers.add": ({ tx, actor, data }) => {
    requireEntry(tx, data);
    requireNext(tx, data.nextCheck, todayAt(tx));
    const supplier = newRecord(tx, "suppliers", {
      ...data,
      id: newId(),
      terms: [],
      termsLeft: termsLeftOf(data.role, []),
      state: "in-use",
      by: actor.id,
      at: stored(now()),
      version: 0,
    });
    return saveRow(tx, supplier, "add", actor);
  },

  "suppliers.change": (doing) => {
    const { tx, actor, data } = doing;
    const supplier = inUseAt(doing);
    requireCleanData("suppliers.change", data);
    requireEntry(tx, data);
    for (const [field, value] of Object.entries(data)) supplier.set(field, value);
    supplier.set("termsLeft", termsLeftOf(data.role, listIn<TermKey>(supplier, "terms")));
    return saveRow(tx, supplier, "change", actor);
  },

  "suppliers.terms": (doing) => {
    const { tx, actor, data } = doing;
    const supplier = inUseAt(doing);
    const role = supplier.getString("role") as SupplierRole;
    if (role === "controller")
      refuse("data.terms", "not-asked", "Who decides for itself needs no Art. 28 terms.");
    requirePast(tx, "termsOn", data.termsOn);
    const terms = [...new Set(data.terms)].sort();
    if (terms.length > 0 && data.termsOn === "")
      refuse("data.termsOn", "missing", "Say of which day the terms are.");
    supplier.set("terms", terms);
    supplier.set("termsLeft", termsLeftOf(role, terms));
    supplier.set("termsOn", data.termsOn);
    return saveRow(tx, supplier, "terms", actor);
  },

  "suppliers.check": (doing) => {
    const { tx, actor, id, data } = doing;
    const supplier = inUseAt(doing);
    const { checkedOn, answers, note, nextCheck } = data;
    const asked = questionsOf(supplier.getString("place") as Place);
    if ((answers.ground !== undefined) !== asked.includes("ground"))
      refuse("data.answers", "not-asked", "The ground is asked of what lies abroad, and of nothing else.");
    requirePast(tx, "checkedOn", checkedOn);
    if (checkedOn < supplier.getString("checkedOn"))
      refuse("data.checkedOn", "wrong-order", "A later check is on the record already.");
    requireNext(tx, nextCheck, checkedOn);
    if (doubtsIn(answers).length > 0 && note === "")
      refuse("data.note", "missing", "Say what was found where the answer is not yes.");
    const check = newRecord(tx, "supplier_checks", {
      id: newId(),
      supplier: id,
      checkedOn,
      answers,
      note,
      nextCheck,
      by: actor.id,
      at: stored(now()),
    });
    saveFor(tx, check, { user: actor.id });
    supplier.set("checkedOn", checkedOn);
    supplier.set("nextCheck", nextCheck);
    return saveRow(tx, supplier, "check", actor);
  },

  "suppliers.end": (doing) => {
    const { tx, actor, data } = doing;
    const supplier = inUseAt(doing);
    requirePast(tx, "endedOn", data.endedOn);
    supplier.set("state", "ended");
    supplier.set("endedOn", data.endedOn);
    supplier.set("leftData", data.leftData);
    supplier.set("endedWhy", data.reason);
    return saveRow(tx, supplier, "end", actor);
  },
};

/** @throws {ForbiddenError} Once it has ended: what it was stays as it is. */
function inUseAt({ tx, id, version }: Pick<Doing<"suppliers.end">, "tx" | "id" | "version">): pb.Record {
  const supplier = rowAt(tx, "suppliers", id, version);
  if (supplier.getString("state") !== "in-use")
    throw new ForbiddenError("The clinic no longer works with this supplier: the entry stays as it is.");
  return supplier;
}

type Entry = Omit<Doing<"suppliers.add">["data"], "nextCheck">;

/** @throws {BadRequestError} If a day lies ahead, the holder can't be one, or the place and its ground don't agree. */
function requireEntry(tx: pb.App, { holder, contractOn, groundOn, place, ground, country }: Entry): void {
  const filter = "id = {:holder} && active = true && (role = 'manager' || role = 'dpo')";
  if (tx.findRecordsByFilter("users", filter, "", 1, 0, { holder }).length === 0)
    refuse("data.holder", "unknown", "Choose a manager or the lead.");
  requirePast(tx, "contractOn", contractOn);
  requirePast(tx, "groundOn", groundOn);
  if (ground !== "" && place !== "elsewhere")
    refuse("data.ground", "not-asked", "A ground is asked only of a country that is not found adequate.");
  if (groundOn !== "" && ground === "")
    refuse("data.groundOn", "not-asked", "The risk is weighed for a ground: choose it first.");
  if ((place === "elsewhere" || place === "adequate") && country === "")
    refuse("data.country", "missing", "Say which country.");
}

const todayAt = (tx: pb.App): string => clinicTime(tx).date(nowMs());

function requireReal(field: string, day: string): void {
  if (day !== "" && !isRealDay(day)) refuse(`data.${field}`, "invalid_format", "There is no such day.");
}

function requirePast(tx: pb.App, field: string, day: string): void {
  requireReal(field, day);
  if (day > todayAt(tx)) refuse(`data.${field}`, "in-future", "This day is still to come.");
}

/** @param from - Civil date from which the next check counts. */
function requireNext(tx: pb.App, day: string, from: string): void {
  requireReal("nextCheck", day);
  if (day < todayAt(tx)) refuse("data.nextCheck", "too-early", "The next check is today or later.");
  const ahead = Date.parse(`${day}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`);
  if (ahead > milliseconds(policy.supplierCheckAhead))
    refuse("data.nextCheck", "too-late", "Look again within two years.");
}
