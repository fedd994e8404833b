import { type SentEvent, sentEvent } from "#domain/ledger/event";
import { detailOf } from "#domain/ledger/event-kinds";
import { policy } from "#domain/policy";
import { newId } from "../new-id.ts";
import { inState, isKept } from "./contents.ts";
import { closeDatabase, database, discardDatabase } from "./database.ts";
import { lose, numbers } from "./numbers.ts";
import { tellTrouble, troubleOf } from "./trouble.ts";

/** An event before it has its id and number. */
export type Fact = Omit<SentEvent, "id" | "n">;

export type Kept =
  | { readonly kept: true; readonly id: string }
  | { readonly kept: false; readonly why: "invalid" | "store-failed" };

/**
 * Puts an event into the outbox, on disk before this returns, under the browser's next number.
 * What does not fit the server's own schema is refused here, where it can still be seen.
 *
 * @param browser - Id of the paired browser, whose numbers these are.
 * @param id - Of the event, where it was chosen before.
 */
export async function keep(fact: Fact, browser: string, id = newId()): Promise<Kept> {
  const fits = sentEvent.safeParse({ ...fact, id, n: 1 }).success;
  if (!fits || !detailOf(fact.kind)?.safeParse(fact.detail).success) return { kept: false, why: "invalid" };
  try {
    return await keepIn(fact, id, browser).catch(async (failure) => {
      // A connection that the browser has closed opens again; a damaged store is made anew.
      await (troubleOf(failure) === "damaged" ? discardDamaged() : closeDatabase());
      return keepIn(fact, id, browser);
    });
  } catch (failure) {
    await lost(troubleOf(failure));
    return { kept: false, why: "store-failed" };
  }
}

/**
 * Keeps an event that may have been kept before whoever told it had an answer.
 *
 * @param id - Of the event, which makes it the same one.
 */
export async function keepOnce(fact: Fact, browser: string, id: string): Promise<Kept> {
  const before = await isKept(id).catch(() => false);
  return before ? { kept: true, id } : keep(fact, browser, id);
}

/** One event found no place. That, too, is kept where it can be; a disk on which nothing can be written takes nothing. */
async function lost(why: ReturnType<typeof troubleOf>): Promise<void> {
  const now = new Date().toISOString();
  await numbers.change((known) => lose(known, `outbox-${why}`, 1, now, newId())).catch(() => undefined);
  await tellTrouble(why, 1, now).catch(() => undefined);
}

/** Keeps an event, or throws; only an outbox without room answers that it did not. */
export async function keepIn(fact: Fact, id: string, browser: string): Promise<Kept> {
  const known = await numbers.get();
  const db = await database();
  const change = db.transaction(["events", "counter"], "readwrite", { durability: "strict" });
  const write = async (): Promise<{ n: number; held: number; full: boolean; thinned: boolean }> => {
    const [events, counter] = [change.objectStore("events"), change.objectStore("counter")];
    const row = await counter.get("counter");
    const last = Math.max(
      row?.browser === browser ? row.last : 0,
      known.browser === browser ? known.last : 0,
    );
    const acknowledged = inState("sent");
    const [all, sent] = await Promise.all([events.count(), events.index("state").count(acknowledged)]);
    // What the server has acknowledged makes room: only a restored backup would want it again.
    const thinned = all >= policy.outboxHolds.amount && sent > 0;
    const oldest = thinned ? await events.index("state").getKey(acknowledged) : undefined;
    if (oldest !== undefined) await events.delete(oldest);
    const full = all >= policy.outboxHolds.amount && !thinned;
    // A number is spent on an event that finds no room: the gap shows at the server.
    await counter.put({ browser, last: last + 1 }, "counter");
    if (!full) await events.add({ n: last + 1, event: { ...fact, id, n: last + 1 }, state: "waiting" });
    return { n: last + 1, held: all - sent + (full ? 0 : 1), full, thinned };
  };
  const [written] = await Promise.all([write(), change.done]);
  // The event is on disk by now, whatever becomes of what is remembered of it.
  await numbers
    .change((before) => ({
      ...before,
      browser,
      last: before.browser === browser ? Math.max(before.last, written.n) : written.n,
      held: written.held,
    }))
    .catch(() => undefined);
  if (written.thinned) await tellTrouble("thinned", 1, new Date().toISOString()).catch(() => undefined);
  if (!written.full) return { kept: true, id };
  await lost("full");
  return { kept: false, why: "store-failed" };
}

/** A database that does not open, or breaks while it is read, is given up once, and its loss told. */
async function discardDamaged(): Promise<void> {
  const now = new Date().toISOString();
  const { held } = await numbers.get();
  // Counted before the store goes: whoever is interrupted in between finds it damaged once more, with nothing in it.
  await numbers.change((known) => lose({ ...known, held: 0 }, "outbox-damaged", known.held, now, newId()));
  await tellTrouble("damaged", held, now);
  await discardDatabase();
}
