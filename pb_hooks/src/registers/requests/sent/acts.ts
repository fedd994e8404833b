import type { SentAct } from "#domain/registers/requests/sent/acts";
import { reachOf } from "#domain/registers/requests/sent/form";
import type { ActsOf } from "../../../acts/doing.ts";
import { asActor, rowAt, saveRow } from "../../../acts/row.ts";
import type { Caller } from "../../../base/caller.ts";
import { now } from "../../../base/clock.ts";
import { iso, stored } from "../../../base/time.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { clinicFor } from "../rows.ts";
import { makeRequest, requireAsking } from "../take.ts";

/** What becomes of what came by the public form. */
export const sentActs: ActsOf<SentAct> = {
  "sent_requests.accept": ({ tx, actor, id, version, data }) => {
    const row = waitingAt(tx, id, version);
    const text = (field: string): string => row.getString(field);
    requireAsking(data);
    const receivedOn = text("receivedOn");
    const forName = text("forName");
    const request = makeRequest(tx, actor, clinicFor(tx), {
      ...data,
      channel: "web",
      receivedOn,
      receivedAt: iso(text("receivedAt")),
      name: forName === "" ? text("name") : `${text("name")}, for ${forName}`,
      reach: reachOf({ way: text("way") as "post", reach: text("reach"), receivedOn }),
    });
    row.set("state", "accepted");
    row.set("request", request.id);
    decided(row, actor);
    return { ...saveRow(tx, row, "accept", actor), made: request.id };
  },

  "sent_requests.refuse": ({ tx, actor, id, version, data }) => {
    const row = waitingAt(tx, id, version);
    refusing(row, actor, data.why, data.reason);
    return saveRow(tx, row, "refuse", actor);
  },

  "sent_requests.refuseSpam": ({ tx, actor, data }) => {
    const ids = [...new Set(data.ids)];
    for (const id of ids) {
      const [row] = tx.findRecordsByFilter("sent_requests", "id = {:id}", "", 1, 0, { id });
      if (!row) throw new NotFoundError("There is no such row.");
      requireWaiting(row);
      refusing(row, actor, "spam", data.reason);
      row.set("version", row.getInt("version") + 1);
      saveAct(tx, row, "refuse", asActor(actor));
    }
    return { id: ids[0] ?? "", version: 0 };
  },
};

function waitingAt(tx: pb.App, id: string, version: number): pb.Record {
  const row = rowAt(tx, "sent_requests", id, version);
  requireWaiting(row);
  return row;
}

function requireWaiting(row: pb.Record): void {
  if (row.getString("state") !== "waiting")
    throw new ForbiddenError("Somebody has decided this already. It stands in the list with who and when.");
}

function refusing(row: pb.Record, actor: Caller, why: string, reason: string): void {
  row.set("state", "refused");
  row.set("why", why);
  row.set("reason", reason);
  decided(row, actor);
}

function decided(row: pb.Record, { id }: Caller): void {
  row.set("by", id);
  row.set("at", stored(now()));
}
