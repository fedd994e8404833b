import { watcher } from "../../base/caller.ts";
import { ledgerTopic } from "../chain/announce.ts";

/** Hook on realtime subscriptions: only who may read the whole log is told that it grew. */
export function guardTopic(e: pb.SubscribeEvent): void {
  const wanted = e.subscriptions.some(
    (topic) => topic === ledgerTopic || topic.startsWith(`${ledgerTopic}?`),
  );
  if (wanted && !watcher(e.app, e.auth)) throw new ForbiddenError("Your role does not allow this.");
  e.next();
}

/** Hook on the record API of the ledger's own tables: shut for everybody, superusers too. */
export function refuseDirectAccess(): never {
  throw new ForbiddenError("The event log is read through its own route alone, and written by nobody.");
}
