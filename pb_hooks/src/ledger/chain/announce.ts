import { type Caller, watchers } from "../../base/caller.ts";
import { guardedAmong, hiddenFrom } from "../offers.ts";

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
  const pages = open(app);
  if (pages.length === 0) return;
  const guarded = guardedAmong(app, traces);
  const forAll = traces.some((trace) => !guarded.includes(trace));
  const people = watchers(
    app,
    pages.map((page) => page.get("auth")),
  );
  const message = new SubscriptionMessage({ name: ledgerTopic, data: "{}" });
  for (const [i, page] of pages.entries()) {
    const person = people[i];
    if (person && (forAll || seesOneOf(app, person, guarded))) page.send(message);
  }
}

/** The pages that listen. */
function open(app: pb.App) {
  const clients = app.subscriptionsBroker().clients();
  return Object.keys(clients).flatMap((id) => {
    const client = clients[id];
    return client?.hasSubscription(ledgerTopic) ? client : [];
  });
}

function seesOneOf(app: pb.App, person: Caller, traces: readonly string[]): boolean {
  const hidden = hiddenFrom(app, person);
  return traces.some((trace) => !hidden.includes(trace));
}
