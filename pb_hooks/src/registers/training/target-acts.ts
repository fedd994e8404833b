import type { Handlers } from "../../acts/doing.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { requirePastDay } from "./days.ts";

/** The target, as the clinic set it: each setting is a row, so that what stood before can be told. */
export const targetActs: Handlers<"training_targets"> = {
  "training_targets.set": ({ tx, actor, data }) => {
    requirePastDay(tx, "data.needsOn", data.needsOn);
    requirePastDay(tx, "data.evaluatedOn", data.evaluatedOn);
    const row = newRecord(tx, "training_targets", { ...data, id: newId(), by: actor.id, at: stored(now()) });
    saveAct(tx, row, "set", { user: actor.id });
    return { id: row.id, version: 1 };
  },
};
