import type { ActAnswer } from "#domain/api";
import type { ActsOf } from "../../../acts/doing.ts";
import { now } from "../../../base/clock.ts";
import { newId } from "../../../base/new-id.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { type Actor, saveAct } from "../../../ledger/chain/register-hook.ts";
import { requireHere } from "../at.ts";

export const messageActs: ActsOf<"messages.read"> = {
  "messages.read": ({ tx, actor, data }) => keepRead(tx, data.message, actor.id, { user: actor.id }),
};

/** Keeps that somebody has read a message, once. */
export function keepRead(tx: pb.App, message: string, user: string, by: Actor): ActAnswer {
  if (tx.findRecordsByFilter("learning_messages", "id = {:message}", "", 1, 0, { message }).length === 0)
    throw new NotFoundError("There is no such message.");
  requireHere(tx, "data.message", user);
  const known = "message = {:message} && user = {:user}";
  const [before] = tx.findRecordsByFilter("message_reads", known, "", 1, 0, { message, user });
  if (before) return { id: before.id, version: 1 };
  const at = stored(now());
  const row = newRecord(tx, "message_reads", { id: newId(), message, user, at });
  saveAct(tx, row, "read", by);
  return { id: row.id, version: 1 };
}
