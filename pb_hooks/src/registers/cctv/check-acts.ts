import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { ageOf } from "#domain/registers/cctv/kept";
import type { ActsOf } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { giveAction } from "../actions/give.ts";
import { entered, found, requireAfter, requirePast, systemAt, textOf, todayOf, usedCamera } from "./asked.ts";

type Named =
  | "camera_viewers.add"
  | "camera_viewers.end"
  | "camera_checks.add"
  | "engineer_checks.add"
  | "cctv_checks.add"
  | "cctv_reviews.add"
  | "cctv_reviews.sign";

/** Who may look, and all that is checked. */
export const checkActs: ActsOf<Named> = {
  "camera_viewers.add": ({ tx, actor, data }) => {
    systemAt(tx, data.system);
    const user = found(tx, "users", "user", data.user, "Choose somebody of the clinic.");
    if (!user.getBool("active") || user.getString("role") === "auditor")
      refuse("data.user", "unknown", "Choose somebody who works here now.");
    const filter = "system = {:system} && user = {:user} && endedAt = ''";
    const known = { system: data.system, user: data.user };
    if (tx.findRecordsByFilter("camera_viewers", filter, "", 1, 0, known).length > 0)
      refuse("data.user", "known", "This person may look already.");
    return entered(tx, actor, "camera_viewers", "add", data);
  },

  "camera_viewers.end": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "camera_viewers", id, version);
    if (row.getString("endedAt") !== "") throw new ForbiddenError("This has ended already.");
    row.set("endedAt", stored(now()));
    row.set("endedBy", actor.id);
    row.set("endedWhy", data.reason);
    return saveRow(tx, row, "end", actor);
  },

  "camera_checks.add": ({ tx, actor, data }) => {
    const camera = usedCamera(tx, data.camera);
    requirePast(tx, "day", data.day);
    requirePast(tx, "oldest", data.oldest);
    if (data.oldest > data.day)
      refuse("data.oldest", "too-late", "No picture is newer than the day you looked.");
    const limitDays = camera.getInt("days");
    const { days, beyond } = ageOf(data.oldest, data.day, limitDays);
    const { clockOff, note = "", ...rest } = data;
    const answer = entered(tx, actor, "camera_checks", beyond > 0 ? "found-beyond" : "add", {
      ...rest,
      note,
      limitDays,
      clockOff: textOf(clockOff),
    });
    if (beyond > 0) {
      giveAction(tx, actor, {
        register: "camera_checks",
        subject: answer.id,
        text: `Recorder of ${camera.getString("name")}: shorten to ${limitDays} days. The oldest picture was ${days} days old.`,
        owner: tx.findRecordById("camera_systems", camera.getString("system")).getString("responsible"),
        due: daysAfter(todayOf(tx), policy.cctvActionDue.amount),
      });
    }
    return answer;
  },

  "engineer_checks.add": ({ tx, actor, data }) => {
    const system = systemAt(tx, data.system);
    requirePast(tx, "day", data.day);
    requireAfter("nextOn", data.nextOn, data.day);
    const { faults = "", ...rest } = data;
    const fine = data.camerasFine && data.clockFine && data.daysFine;
    if (!fine && faults === "") refuse("data.faults", "missing", "Say what was wrong.");
    const answer = entered(tx, actor, "engineer_checks", faults === "" ? "add" : "found-faults", {
      ...rest,
      faults,
    });
    if (faults !== "") {
      giveAction(tx, actor, {
        register: "engineer_checks",
        subject: answer.id,
        text: `CCTV ${system.getString("site")}, mend what the engineer found: ${faults}`.slice(0, 2_000),
        owner: system.getString("responsible"),
        due: daysAfter(todayOf(tx), policy.cctvAskedAhead.amount),
      });
    }
    return answer;
  },

  "cctv_checks.add": ({ tx, actor, data }) => {
    requirePast(tx, "day", data.day);
    requireAfter("nextOn", data.nextOn, data.day);
    const { note = "", ...rest } = data;
    if (data.result !== "fine" && note === "") refuse("data.note", "missing", "Say what is missing.");
    return entered(tx, actor, "cctv_checks", "add", { ...rest, note });
  },

  "cctv_reviews.add": ({ tx, actor, data }) => {
    const system = systemAt(tx, data.system);
    requirePast(tx, "day", data.day);
    requireAfter("nextOn", data.nextOn, data.day);
    return entered(tx, actor, "cctv_reviews", "add", { ...data, dpiaOn: system.getString("dpiaOn") });
  },

  "cctv_reviews.sign": ({ tx, actor, id, version }) => {
    const row = rowAt(tx, "cctv_reviews", id, version);
    if (row.getString("signedAt") !== "") throw new ForbiddenError("This was signed already.");
    row.set("signedAt", stored(now()));
    row.set("signedBy", actor.id);
    return saveRow(tx, row, "sign", actor);
  },
};
