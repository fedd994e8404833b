import type { Receipt } from "#domain/ledger/event";
import { database, type KeptEvent } from "./database.ts";

/** The rows of a state, in the index `state`. */
export const inState = (state: KeptEvent["state"]): IDBKeyRange =>
  IDBKeyRange.bound([state, 0], [state, Number.POSITIVE_INFINITY]);

/** Waiting events in their order. */
export async function waitingEvents(most: number): Promise<KeptEvent[]> {
  return (await database()).getAllFromIndex("events", "state", inState("waiting"), most);
}

/** How many events wait, and how many the server refused. */
export async function counts(): Promise<{ waiting: number; refused: number }> {
  const db = await database();
  const [waiting, refused] = await Promise.all([
    db.countFromIndex("events", "state", inState("waiting")),
    db.countFromIndex("events", "state", inState("refused")),
  ]);
  return { waiting, refused };
}

/** Refused events wait once more when either side is another version than the one that refused them. */
export async function retryRefused(versions: string): Promise<void> {
  const db = await database();
  const change = db.transaction("events", "readwrite");
  const again = async (): Promise<void> => {
    for (const row of await change.store.index("state").getAll(inState("refused"))) {
      if (row.triedWith !== versions)
        await change.store.put({ n: row.n, event: row.event, state: "waiting" });
    }
  };
  await Promise.all([again(), change.done]);
}

/** All receipts of the log that this browser holds, the oldest first. */
export async function heldReceipts(): Promise<(Receipt & { at: string })[]> {
  return (await database()).getAll("receipts");
}

/** How many events are kept, acknowledged ones too. */
export async function keptEvents(): Promise<number> {
  return (await database()).count("events");
}

/** Whether an event lies in the outbox, sent or not. Asked rarely: it looks through all of it. */
export async function isKept(id: string): Promise<boolean> {
  return (await (await database()).getAll("events")).some(({ event }) => event.id === id);
}

/** Empties the outbox. Returns how many events had not reached the server. */
export async function emptyOutbox(): Promise<number> {
  const db = await database();
  const change = db.transaction(["events", "counter", "receipts"], "readwrite", { durability: "strict" });
  const clear = async (): Promise<number> => {
    const sent = await change.objectStore("events").index("state").count(inState("sent"));
    const all = await change.objectStore("events").count();
    await change.objectStore("events").clear();
    await change.objectStore("receipts").clear();
    await change.objectStore("counter").clear();
    return all - sent;
  };
  const [lost] = await Promise.all([clear(), change.done]);
  return lost;
}
