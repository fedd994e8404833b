import { execute } from "../base/database.ts";
import { append } from "../ledger/chain/append.ts";
import type { Actor } from "../ledger/chain/register-hook.ts";
import { sealRows } from "../ledger/chain/row-baseline.ts";
import { noteChange } from "../ledger/chain/row-changes.ts";

/**
 * Revokes a browser: its token is worth nothing from now on. The event is `browser.revoke`, so the row is written past
 * the register's hook, which would add a second one.
 */
export function endBrowser(tx: pb.App, browser: pb.Record, why: string, actor: Actor): void {
  execute(
    tx,
    "UPDATE browsers SET revoked = TRUE, tokenKey = {:key}, version = version + 1 WHERE id = {:id}",
    { id: browser.id, key: $security.randomString(50) },
  );
  noteChange(
    tx,
    { collection: "browsers", id: browser.id, version: browser.getInt("version") + 1 },
    actor.behind ?? actor.user,
  );
  append(tx, [
    { kind: "browser.revoke", ...actor, detail: { v: 1, browser: browser.id, why } as { v: number } },
  ]);
  sealRows(tx, "revoke", [{ collection: "browsers", id: browser.id }]);
}
