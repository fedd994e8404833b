import type { ActAnswer } from "#domain/api";
import { mailProgramsBody } from "#domain/people/mail-outside";
import type { Handlers } from "../../acts/doing.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { type Actor, saveAct } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { pairedBrowser } from "../../ledger/ingest/ingest-request.ts";

/** Which mail programs somebody uses outside the browser: their own answer, and nobody else's. */
export const mailProgramActs: Handlers<"mail_programs"> = {
  "mail_programs.say": ({ tx, actor, data }) => keepSaid(tx, data.kinds, actor.id, { user: actor.id }),
};

/** `POST /mail-programs`: a paired browser tells the answer of its owner, or at a desk of whoever was chosen. */
export function mailPrograms(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { kinds, user = browser.owner } = bodyOf(e, mailProgramsBody);
  if (browser.owner !== "" && user !== browser.owner)
    refuse("user", "not-yours", "This browser speaks for its owner.");
  if (user === "") refuse("user", "missing", "Say whose answer it is.");
  const attribution = browser.owner === "" ? "chosen" : "browser";
  inLedgerTransaction(e.app, (tx) => keepSaid(tx, kinds, user, { user, browser: browser.id, attribution }));
  e.noContent(204);
}

function keepSaid(tx: pb.App, kinds: readonly string[], user: string, by: Actor): ActAnswer {
  const here = "id = {:user} && active = true && role != 'auditor'";
  if (tx.findRecordsByFilter("users", here, "", 1, 0, { user }).length === 0)
    refuse("user", "unknown", "Choose somebody who works here now.");
  const said = { id: newId(), user, kinds: kinds.join(" "), at: stored(now()) };
  const row = newRecord(tx, "mail_programs", said);
  saveAct(tx, row, "say", by);
  return { id: row.id, version: 1 };
}
