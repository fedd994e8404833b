import { messageReadBody } from "#domain/registers/reviews/acts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { pairedBrowser } from "../../ledger/ingest/ingest-request.ts";
import { keepRead } from "./acts/messages.ts";

/** `POST /message-read`: a paired browser says that its owner, or at a desk whoever was chosen, has read a message. */
export function messageRead(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { message, user = browser.owner } = bodyOf(e, messageReadBody);
  if (browser.owner !== "" && user !== browser.owner)
    refuse("user", "not-yours", "This browser speaks for its owner.");
  if (user === "") refuse("user", "missing", "Say who has read it.");
  const attribution = browser.owner === "" ? "chosen" : "browser";
  inLedgerTransaction(e.app, (tx) => keepRead(tx, message, user, { user, browser: browser.id, attribution }));
  e.noContent(204);
}
