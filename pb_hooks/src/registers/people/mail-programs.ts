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
import { speaksFor } from "../../people/at-browser.ts";

/** Which mail programs somebody uses outside the browser: their own answer, and nobody else's. */
export const mailProgramActs: Handlers<"mail_programs"> = {
  "mail_programs.say": ({ tx, actor, data }) => keepSaid(tx, data.kinds, actor.id, { user: actor.id }),
};

/** `POST /mail-programs`: a paired browser tells the answer of its owner, or at a desk of whoever was chosen. */
export function mailPrograms(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { kinds, user } = bodyOf(e, mailProgramsBody);
  const by = speaksFor(browser, user, "Say whose answer it is.");
  inLedgerTransaction(e.app, (tx) => keepSaid(tx, kinds, by.user, by));
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
