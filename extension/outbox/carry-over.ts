import type { SentEvent } from "#domain/ledger/event";
import type { Late } from "#domain/ledger/event-kinds";
import { database, type KeptEvent } from "./database.ts";
import { numbers } from "./numbers.ts";

/** What the outbox holds from an earlier pairing, and whose that was. */
export interface Before {
  /** Id of the browser in that pairing. */
  readonly browser: string;
  /** Its owner, '' at a desk. */
  readonly user: string;
}

/**
 * Gives the events of an earlier pairing to this one: under the new browser's numbers, in their order, each with what it was
 * before. All of them wait, acknowledged ones too: whether the server still has those, it says itself. Done anew after an
 * interruption it comes to the same.
 *
 * @param browser - Id of the newly paired browser.
 */
export async function carryOver(browser: string, before: Before): Promise<void> {
  const db = await database();
  const change = db.transaction(["events", "counter"], "readwrite", { durability: "strict" });
  const write = async (): Promise<number> => {
    const [events, counter] = [change.objectStore("events"), change.objectStore("counter")];
    const rows = await events.getAll();
    const was = (await counter.get("counter"))?.browser ?? before.browser;
    await events.clear();
    for (const [i, { event }] of rows.entries())
      await events.add(waiting(event, i + 1, { ...before, browser: was }));
    await counter.put({ browser, last: rows.length }, "counter");
    return rows.length;
  };
  const [held] = await Promise.all([write(), change.done]);
  await numbers.change((known) => ({ ...known, browser, last: held, held }));
}

function waiting(event: SentEvent, n: number, { browser, user }: Before): KeptEvent {
  const late: Late = { browser, n: event.n, ...(user === "" ? {} : { user }) };
  return { n, event: { ...event, n, detail: { late, ...event.detail } }, state: "waiting" };
}
