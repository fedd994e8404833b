import { type Caller, watcher } from "../base/caller.ts";
import { guardedAmong, hiddenFrom } from "./offers.ts";

/** The one realtime topic of the ledger. Its message says that something came, never what or how much. */
export const ledgerTopic = "ledger";

/**
 * Tells every page whose person may see at least one of the events that came; the page then asks the route, which counts
 * as a reading. Whoever may see none of them hears nothing: the moment alone would tell of a confidential report.
 *
 * @param traces - Of the events that came; nothing is told where none did.
 */
export function announce(app: pb.App, traces: readonly string[]): void {
  if (traces.length === 0) return;
  const guarded = guardedAmong(app, traces);
  const forAll = traces.some((trace) => !guarded.includes(trace));
  const clients = app.subscriptionsBroker().clients();
  for (const id in clients) {
    const client = clients[id];
    if (!client?.hasSubscription(ledgerTopic)) continue;
    const person = watcher(app, client.get("auth"));
    if (!person || !(forAll || seesOneOf(app, person, guarded))) continue;
    client.send(new SubscriptionMessage({ name: ledgerTopic, data: "{}" }));
  }
}

function seesOneOf(app: pb.App, person: Caller, traces: readonly string[]): boolean {
  const hidden = hiddenFrom(app, person);
  return traces.some((trace) => !hidden.includes(trace));
}
