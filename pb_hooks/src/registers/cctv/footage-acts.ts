import { lastDayKept } from "#domain/registers/cctv/kept";
import type { ActsOf, Doing } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { placeHold } from "../holds/place.ts";
import { cameraAt, entered, found, requirePast, textOf, todayOf, usedCamera } from "./asked.ts";

type OnExport = "footage_exports.done" | "footage_exports.plays" | "footage_exports.failed";
type Named = "cameras.hold" | "footage_viewings.add" | OnExport;

/** Pictures: held, exported, looked at. */
export const footageActs: ActsOf<Named> = {
  "cameras.hold": ({ tx, actor, data }) => {
    const { camera: id, fromDay, toDay, clockOff, ...asked } = data;
    const camera = usedCamera(tx, id);
    requireDays(tx, fromDay, toDay);
    if (toDay < camera.getString("usedFrom"))
      refuse("data.toDay", "too-early", "This camera did not record yet.");
    const site = tx.findRecordById("camera_systems", camera.getString("system")).getString("site");
    const what = `${camera.getString("name")}, ${site}`;
    const hold = placeHold(tx, actor, { register: "cameras", subject: id, what, fromDay, toDay }, asked);
    const last = lastDayKept(fromDay, camera.getInt("days"));
    const today = todayOf(tx);
    const row = newRecord(tx, "footage_exports", {
      id: newId(),
      hold: hold.id,
      camera: id,
      fromDay,
      toDay,
      clockOff: textOf(clockOff),
      exportBy: last < today ? today : last,
      by: actor.id,
      at: stored(now()),
      version: 1,
    });
    saveFor(tx, row, { user: actor.id });
    return hold;
  },

  "footage_exports.done": (doing) =>
    moved(doing, "done", (row) => {
      requireState(row, "asked");
      row.set("exportedAt", stored(now()));
      row.set("exportedBy", doing.actor.id);
      row.set("kept", doing.data.kept);
      if (doing.data.clockOff !== undefined) row.set("clockOff", textOf(doing.data.clockOff));
    }),

  "footage_exports.plays": (doing) =>
    moved(doing, "plays", (row) => {
      requireState(row, "exported");
      row.set("playsAt", stored(now()));
      row.set("playsBy", doing.actor.id);
    }),

  "footage_exports.failed": (doing) =>
    moved(doing, doing.data.again ? "again" : "failed", (row) => {
      requireState(row, "asked", "exported");
      row.set("failedWhy", doing.data.reason);
      if (doing.data.again) row.set("exportedAt", "");
      else row.set("failedAt", stored(now()));
    }),

  "footage_viewings.add": ({ tx, actor, data }) => {
    const camera = cameraAt(tx, data.camera);
    requireDays(tx, data.fromDay, data.toDay);
    requirePast(tx, "day", data.day);
    if (data.day < data.fromDay) refuse("data.day", "too-early", "It was not recorded yet on this day.");
    const { hold = "", present = "" } = data;
    if (hold !== "") {
      const held = found(tx, "holds", "hold", hold, "There is no such hold.");
      if (held.getString("subject") !== camera.id)
        refuse("data.hold", "another", "That hold is of another camera.");
    }
    requireViewer(tx, camera.getString("system"), data.viewer, data.day);
    return entered(tx, actor, "footage_viewings", "add", { ...data, hold, present });
  },
};

function requireDays(tx: pb.App, fromDay: string, toDay: string): void {
  requirePast(tx, "fromDay", fromDay);
  requirePast(tx, "toDay", toDay);
  if (toDay < fromDay) refuse("data.toDay", "too-early", "The last day comes before the first.");
}

/** Only who was allowed to look on that day has looked. */
function requireViewer(tx: pb.App, system: string, user: string, day: string): void {
  const rows = tx.findRecordsByFilter("camera_viewers", "system = {:system} && user = {:user}", "", 0, 0, {
    system,
    user,
  });
  const allowed = rows.some(
    (row) =>
      row.getString("at").slice(0, 10) <= day &&
      (row.getString("endedAt") === "" || row.getString("endedAt").slice(0, 10) >= day),
  );
  if (!allowed)
    refuse(
      "data.viewer",
      "not-allowed",
      "This person was not allowed to look then: add them first, with a reason.",
    );
}

function requireState(row: pb.Record, ...states: ("asked" | "exported")[]): void {
  const state =
    row.getString("playsAt") !== ""
      ? "plays"
      : row.getString("failedAt") !== ""
        ? "failed"
        : row.getString("exportedAt") === ""
          ? "asked"
          : "exported";
  if (!states.includes(state as "asked")) throw new ForbiddenError(sentences[state]);
}
const sentences = {
  asked: "It was not exported yet.",
  exported: "It is exported already.",
  plays: "It plays already.",
  failed: "This export was given up: hold the pictures anew.",
} as const;

function moved(
  { tx, actor, id, version }: Doing<OnExport>,
  action: string,
  change: (row: pb.Record) => void,
) {
  const row = rowAt(tx, "footage_exports", id, version);
  change(row);
  return saveRow(tx, row, action, actor);
}
