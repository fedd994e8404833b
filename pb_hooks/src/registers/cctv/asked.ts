import { isRealDay } from "#domain/base/civil-date";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";

/** Civil date at the clinic. */
export const todayOf = (tx: pb.App): string => clinicTime(tx).date(nowMs());

/** @throws {BadRequestError} If there is no such day, or it is still to come. */
export function requirePast(tx: pb.App, field: string, day: string): void {
  if (!isRealDay(day)) refuse(`data.${field}`, "invalid_format", "There is no such day.");
  if (day > todayOf(tx)) refuse(`data.${field}`, "in-future", "This day is still to come.");
}

/** @throws {BadRequestError} If there is no such day, or it is not after another. */
export function requireAfter(field: string, day: string, other: string): void {
  if (!isRealDay(day)) refuse(`data.${field}`, "invalid_format", "There is no such day.");
  if (day <= other) refuse(`data.${field}`, "too-early", "This day has to come after it.");
}

export function found(tx: pb.App, collection: string, field: string, id: string, says: string): pb.Record {
  const [row] = tx.findRecordsByFilter(collection, "id = {:id}", "", 1, 0, { id });
  if (!row) refuse(`data.${field}`, "unknown", says);
  return row;
}

export const systemAt = (tx: pb.App, id: string): pb.Record =>
  found(tx, "camera_systems", "system", id, "Choose one of the clinic’s systems.");
export const cameraAt = (tx: pb.App, id: string): pb.Record =>
  found(tx, "cameras", "camera", id, "Choose one of the clinic’s cameras.");

/** A camera that is still used. */
export function usedCamera(tx: pb.App, id: string): pb.Record {
  const camera = cameraAt(tx, id);
  if (camera.getString("retiredOn") !== "") refuse("data.camera", "retired", "This camera was retired.");
  return camera;
}

/** A new row of the register, as one act of this person. Rows without a version are never changed. */
export function entered(
  tx: pb.App,
  actor: Caller,
  collection: string,
  action: string,
  values: { readonly [field: string]: unknown },
): { id: string; version: number } {
  const row = newRecord(tx, collection, {
    ...values,
    id: newId(),
    by: actor.id,
    at: stored(now()),
    version: 1,
  });
  saveAct(tx, row, action, { user: actor.id });
  return { id: row.id, version: 1 };
}

export const textOf = (seconds: number | undefined): string => (seconds === undefined ? "" : String(seconds));
