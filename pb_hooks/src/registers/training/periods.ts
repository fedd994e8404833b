import { isFrom } from "#domain/registers/register";
import { trainingActs } from "#domain/registers/training/acts";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { requireSpan } from "./days.ts";
import { requirePerson } from "./found.ts";

/** When somebody works here, and when they are on leave. */
export const periodActs: Handlers<"staff_periods"> = {
  "staff_periods.add": ({ tx, actor, data }) => {
    requirePerson(tx, data.user);
    requireSpan("data.until", data);
    if (data.kind === "leave" && data.from === "")
      refuse("data.from", "missing", "Enter the first day of the leave.");
    requireApart(tx, { ...data, id: "" });
    const at = stored(now());
    const row = newRecord(tx, "staff_periods", {
      ...data,
      id: newId(),
      cancelled: false,
      by: actor.id,
      at,
      version: 0,
    });
    return saveRow(tx, row, "add", actor);
  },

  "staff_periods.change": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "staff_periods", id, version);
    const state = row.getBool("cancelled") ? "cancelled" : "standing";
    if (!isFrom(trainingActs["staff_periods.change"], state)) refuse("id", "over", "This was taken back.");
    requireSpan("data.until", data);
    const [user, kind] = [row.getString("user"), row.getString("kind")];
    if (kind === "leave" && data.from === "")
      refuse("data.from", "missing", "Enter the first day of the leave.");
    if (!data.cancelled) requireApart(tx, { ...data, id, user, kind });
    for (const field of ["from", "until", "cancelled"] as const) row.set(field, data[field]);
    return saveRow(tx, row, data.cancelled ? "cancel" : "change", actor);
  },
};

interface Period {
  readonly id: string;
  readonly user: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
}

/** @throws {BadRequestError} Where two of one kind would overlap. */
function requireApart(tx: pb.App, { id, user, kind, from, until }: Period): void {
  const filter = "user = {:user} && kind = {:kind} && id != {:id} && cancelled = false";
  const overlaps = tx
    .findRecordsByFilter("staff_periods", filter, "", 500, 0, { user, kind, id })
    .some((other) => {
      const [first, last] = [other.getString("from"), other.getString("until")];
      return (until === "" || first <= until) && (last === "" || from <= last);
    });
  if (overlaps)
    refuse("data.from", "overlaps", "This overlaps another entry of the same kind: change that one.");
}
