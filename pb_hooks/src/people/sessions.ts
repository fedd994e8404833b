import type { Actor } from "../ledger/chain/register-hook.ts";
import { endBrowser } from "./browsers.ts";

/** Ids of the realtime connections that these people or browsers hold now. Ask before their token keys change. */
export function connectionsOf(app: pb.App, ids: readonly string[]): string[] {
  const clients = app.subscriptionsBroker().clients();
  const open: string[] = [];
  for (const id in clients) {
    const auth = clients[id]?.get("auth") as pb.Record | null | undefined;
    if (auth && ids.includes(auth.id)) open.push(id);
  }
  return open;
}

/** Ends realtime connections: the page on the other side is told nothing more. */
export function closeConnections(app: pb.App, connections: readonly string[]): void {
  for (const id of connections) app.subscriptionsBroker().unregister(id);
}

/** Revokes every browser that a person holds. */
export function revokeBrowsersOf(tx: pb.App, user: string, why: string, actor: Actor): void {
  const held = tx.findRecordsByFilter("browsers", "user = {:user} && revoked = false", "", 0, 0, { user });
  for (const browser of held) endBrowser(tx, browser, why, actor);
}

/**
 * Ends realtime connections whose sign-in has ended without a request here: an auditor's last day, or a command in
 * the terminal, which runs in a process of its own.
 */
export function sweepConnections(app: pb.App): void {
  const clients = app.subscriptionsBroker().clients();
  for (const id in clients) {
    const auth = clients[id]?.get("auth") as pb.Record | null | undefined;
    if (auth && auth.collection().name === "users" && !isAlive(app, auth))
      app.subscriptionsBroker().unregister(id);
  }
}

function isAlive(app: pb.App, auth: pb.Record): boolean {
  const rows = app.findRecordsByFilter(
    "users",
    "id = {:id} && tokenKey = {:key} && active = true && (until = '' || until > @now)",
    "",
    1,
    0,
    { id: auth.id, key: auth.tokenKey() },
  );
  return rows.length === 1;
}
