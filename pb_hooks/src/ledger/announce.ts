import { livePerson, mayWatch } from "../base/caller.ts";
import { reads } from "../registers/incidents/case-facts.ts";

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
  const cases = onlyOfCases(app, traces);
  const clients = app.subscriptionsBroker().clients();
  for (const id in clients) {
    const client = clients[id];
    if (!client?.hasSubscription(ledgerTopic) || !mayWatch(app, client.get("auth"))) continue;
    const person = livePerson(app, client.get("auth"));
    if (cases && !(person && cases.some((one) => reads(app, person, one)))) continue;
    client.send(new SubscriptionMessage({ name: ledgerTopic, data: "{}" }));
  }
}

/** The cases that the events belong to; undefined where one of them belongs to none, and is everybody's to see. */
function onlyOfCases(app: pb.App, traces: readonly string[]): pb.Record[] | undefined {
  const cases: pb.Record[] = [];
  for (const trace of new Set(traces)) {
    const [breach] =
      trace === "" ? [] : app.findRecordsByFilter("breaches", "id = {:trace}", "", 1, 0, { trace });
    if (!breach || (!breach.getBool("confidential") && breach.getString("about") === "")) return undefined;
    cases.push(breach);
  }
  return cases;
}
