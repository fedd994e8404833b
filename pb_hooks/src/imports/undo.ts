import { importActs } from "#domain/registers/imports/acts";
import { isFrom } from "#domain/registers/register";
import type { Handlers } from "../acts/doing.ts";
import { rowAt, saveRow } from "../acts/row.ts";
import { now } from "../base/clock.ts";
import { refuse } from "../base/refusal.ts";
import { stored } from "../base/time.ts";
import type { ImportTarget } from "./target.ts";

/** Undoes what a file brought in: its rows stay, and count for nothing. */
export const undoing = (targets: readonly ImportTarget[]): Handlers<"imports"> => ({
  "imports.undo": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "imports", id, version);
    const state = row.getString("undoneAt") === "" ? "in" : "undone";
    if (!isFrom(importActs["imports.undo"], state)) refuse("id", "known", "This import was undone already.");
    const target = targets.find(({ register }) => register === row.getString("register"));
    if (target?.isWorkedOn(tx, id)) {
      refuse(
        "id",
        "worked-on",
        "Somebody has corrected one of its rows since: correct the others one by one.",
      );
    }
    row.set("undoneAt", stored(now()));
    row.set("undoneBy", actor.id);
    row.set("undoneReason", data.reason);
    return saveRow(tx, row, "undo", actor);
  },
});
