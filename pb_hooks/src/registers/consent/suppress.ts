import { policy } from "#domain/policy";
import { suppressedBody } from "#domain/registers/consent/suppressed";
import type { Handlers } from "../../acts/doing.ts";
import { caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";

/** Addresses that get no mailings. Only their keyed form is here, and it never goes. */
export const suppressionActs: Handlers<"suppressions"> = {
  "suppressions.add": ({ tx, actor, data: { addresses, how } }) => {
    const known = new Set(suppressedOf(tx, addresses));
    const fresh = [...new Set(addresses)].filter((address) => !known.has(address));
    if (fresh.length === 0) refuse("data.addresses", "known", "These get no mailings already.");
    let last = "";
    for (const address of fresh) {
      const at = stored(now());
      const row = newRecord(tx, "suppressions", { id: newId(), address, how, by: actor.id, at });
      saveAct(tx, row, "suppress", { user: actor.id });
      last = row.id;
    }
    return { id: last, version: 0 };
  },
};

/** Those of these keyed addresses that get no mailings. */
const suppressedOf = (app: pb.App, addresses: readonly string[]): string[] =>
  rowsOf(
    app,
    ["address"],
    "SELECT address FROM suppressions WHERE address IN (SELECT value FROM json_each({:all}))",
    { all: JSON.stringify(addresses) },
  ).map(([address]) => String(address));

/** `POST /suppressed`: which of a mailing list’s addresses, keyed in the browser, have to come off it. */
export function suppressed(e: pb.RequestEvent): void {
  caller(e, ["manager", "dpo"]);
  const { addresses } = bodyOf(e, suppressedBody);
  e.json(200, { suppressed: suppressedOf(e.app, addresses), most: policy.suppressedAtOnce.amount });
}
