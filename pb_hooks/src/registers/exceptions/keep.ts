import type * as z from "zod/mini";
import { policy } from "#domain/policy";
import type { StoredState } from "#domain/registers/exceptions/exception";
import type { askBody, useBody } from "#domain/registers/exceptions/in-browser";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { stateNow } from "./acts.ts";

/** At which browser, by whom. */
interface At {
  readonly browser: string;
  readonly person: string;
}
type Asked = Omit<z.infer<typeof askBody>, "user">;
type Used = Omit<z.infer<typeof useBody>, "user">;

/** Writes what somebody asked for at a browser: it waits for a decision. */
export function keepAsked(tx: pb.App, { browser, person }: At, asked: Asked): pb.Record {
  const row = newRecord(tx, "mail_exceptions", {
    ...{ trace: "", system: "", recordRef: "", ...asked, browser },
    ...{ id: newId(), by: person, at: stored(now()), version: 1 },
    until: stored(new Date(nowMs() + policy.exceptionLasts.amount * 3_600_000).toISOString()),
    state: "asked" satisfies StoredState,
  });
  saveAct(tx, row, "ask", { user: person, browser });
  return row;
}

/**
 * Writes that the document goes now, once.
 *
 * @throws {ForbiddenError} Unless it was approved for this document, this recipient and this person, and was not used.
 */
export function keepUsed(tx: pb.App, { browser, person }: At, { id, trace, ...wanted }: Used): pb.Record {
  const [row] = tx.findRecordsByFilter("mail_exceptions", "id = {:id}", "", 1, 0, { id });
  const fits =
    row &&
    row.getString("document") === wanted.document &&
    row.getString("recipient") === wanted.recipient &&
    row.getString("by") === person;
  if (!fits) throw new ForbiddenError("There is no such exception for this document and this recipient.");
  if (stateNow(row) !== "approved") throw new ForbiddenError("This exception can’t be used any more.");
  row.set("state", "used" satisfies StoredState);
  row.set("usedAt", stored(now()));
  row.set("version", row.getInt("version") + 1);
  saveAct(tx, row, "use", { user: person, browser, trace });
  return row;
}
