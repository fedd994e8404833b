import { isRealDay } from "#domain/base/civil-date";
import type { Handlers } from "../../acts/doing.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { offsetMs } from "../../base/time-zone.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { completionsOf } from "./training-of.ts";

/** Training entered by hand: added, and mended by a further entry, never changed. */
export const trainingActs: Handlers<"training_entries"> = {
  "training_entries.add": ({ tx, actor, data }) => {
    requireDay(tx, data.completedOn);
    if (tx.findRecordsByFilter("users", "id = {:user}", "", 1, 0, { user: data.user }).length === 0) {
      refuse("data.user", "unknown", "Choose somebody of the clinic.");
    }
    requireNew(tx, data.user, data.completedOn);
    return entered(tx, actor.id, "add", data);
  },

  "training_entries.correct": ({ tx, actor, data }) => {
    const { entry, ...rest } = data;
    const [wrong] = tx.findRecordsByFilter("training_entries", "id = {:entry}", "", 1, 0, { entry });
    if (!wrong) refuse("data.entry", "unknown", "There is no such entry.");
    if (tx.findRecordsByFilter("training_entries", "corrects = {:entry}", "", 1, 0, { entry }).length > 0) {
      refuse("data.entry", "known", "This entry was mended already: mend the one in its place.");
    }
    const user = wrong.getString("user");
    if (data.completedOn !== "") {
      requireDay(tx, data.completedOn);
      if (data.completedOn !== wrong.getString("completedOn")) requireNew(tx, user, data.completedOn);
    } else if (wrong.getString("completedOn") === "") {
      refuse("data.completedOn", "known", "This entry was taken back: enter the training anew.");
    }
    return entered(tx, actor.id, "correct", { ...rest, user, corrects: entry });
  },
};

function entered(tx: pb.App, by: string, action: string, values: { readonly [field: string]: unknown }) {
  const at = stored(now());
  const entry = newRecord(tx, "training_entries", { ...values, id: newId(), by, at });
  saveAct(tx, entry, action, { user: by });
  return { id: entry.id, version: 1 };
}

/** @throws {BadRequestError} If the day does not exist, or is still to come at the clinic. */
function requireDay(tx: pb.App, completedOn: string): void {
  if (!isRealDay(completedOn)) refuse("data.completedOn", "invalid_format", "There is no such day.");
  const at = nowMs();
  const today = at + offsetMs(clinicOf(tx)?.getString("timeZone") ?? "UTC", at);
  if (Date.parse(completedOn) > today) refuse("data.completedOn", "in-future", "This day is still to come.");
}

function requireNew(tx: pb.App, user: string, completedOn: string): void {
  if (completionsOf(tx, user).includes(completedOn)) {
    refuse("data.completedOn", "known", "This is entered already.");
  }
}
