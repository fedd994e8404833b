import { policy } from "#domain/policy";
import { newId } from "../new-id.ts";
import { clockBehind, stampedBy } from "./clock.ts";
import { isKept, keptEvents } from "./contents.ts";
import { keepIn } from "./keep.ts";
import { type Loss, numbers, toldOf } from "./numbers.ts";

/**
 * Makes an event of each loss that could not be helped, so that the clinic's log itself says what it lacks. It waits for
 * room: an outbox that is full has other worries.
 *
 * @param browser - Id of the paired browser.
 */
export async function tellLosses(browser: string): Promise<void> {
  for (const loss of (await numbers.get()).lost ?? []) {
    if ((await keptEvents()) >= policy.outboxHolds.amount) return;
    // Interrupted between the two, the event is in the outbox already.
    if (!(await isKept(loss.id))) await keepLoss(loss, browser);
    await numbers.change((known) => toldOf(known, loss, newId()));
  }
}

async function keepLoss({ id, why, events, since }: Loss, browser: string): Promise<void> {
  const occurredAt = stampedBy(await clockBehind.get(), Date.parse(since));
  await keepIn({ kind: "browser.gap", occurredAt, detail: { v: 1, why, events } }, id, browser);
}
