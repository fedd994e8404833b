import { now } from "../../../base/clock.ts";
import { newId } from "../../../base/new-id.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { actorIn } from "../incident.ts";

/** Keeps that a case concerns somebody: from then on somebody else decides in it. */
export function declareConflict(tx: pb.App, breach: pb.Record, user: string, reason: string): void {
  const conflict = newRecord(tx, "conflicts", {
    id: newId(),
    breach: breach.id,
    user,
    reason,
    at: stored(now()),
  });
  saveAct(tx, conflict, "conflict", actorIn(breach, user));
}
