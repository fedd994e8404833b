import { mayWatch } from "./caller.ts";
import { head } from "./head.ts";

/** The one realtime topic of the ledger. Its message says that something came, never what. */
export const ledgerTopic = "ledger";

/** Tells every page that may know the newest seq; the page then asks the route, which counts as a reading. */
export function announce(app: pb.App): void {
  const clients = app.subscriptionsBroker().clients();
  let message: SubscriptionMessage | undefined;
  for (const id in clients) {
    const client = clients[id];
    if (!client?.hasSubscription(ledgerTopic) || !mayWatch(app, client.get("auth"))) continue;
    message ??= new SubscriptionMessage({ name: ledgerTopic, data: JSON.stringify({ seq: head(app).seq }) });
    client.send(message);
  }
}
