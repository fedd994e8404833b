import { saveAct } from "../../ledger/register-hook.ts";
import { refuse } from "../../people/refusal.ts";
import { newRecord } from "../../people/rows.ts";
import { newId } from "../../people/secrets.ts";
import { stored } from "../../people/time.ts";
import { completionsOf } from "../training-of.ts";
import type { ActsOf } from "./handlers.ts";

export const trainingActs: ActsOf<"training_entries.add"> = {
  "training_entries.add": ({ tx, actor, data }) => {
    const now = new Date().toISOString();
    const day = new Date(`${data.completedOn}T00:00:00.000Z`);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== data.completedOn) {
      refuse("data.completedOn", "invalid_format", "There is no such day.");
    }
    // A day ahead somewhere in the world is today there.
    if (day.getTime() > Date.parse(now))
      refuse("data.completedOn", "in-future", "This day is still to come.");
    if (tx.findRecordsByFilter("users", "id = {:user}", "", 1, 0, { user: data.user }).length === 0) {
      refuse("data.user", "unknown", "Choose somebody of the clinic.");
    }
    if (completionsOf(tx, data.user).includes(data.completedOn)) {
      refuse("data.completedOn", "known", "This is entered already.");
    }
    const entry = newRecord(tx, "training_entries", { ...data, id: newId(), by: actor.id, at: stored(now) });
    saveAct(tx, entry, "add", { user: actor.id });
    return { id: entry.id, version: 1 };
  },
};
