import { messageReadBody } from "#domain/registers/reviews/acts";
import { bodyOf } from "../../base/refusal.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { pairedBrowser } from "../../ledger/ingest/ingest-request.ts";
import { speaksFor } from "../../people/at-browser.ts";
import { keepRead } from "./acts/messages.ts";

/** `POST /message-read`: a paired browser says that its owner, or at a desk whoever was chosen, has read a message. */
export function messageRead(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { message, user } = bodyOf(e, messageReadBody);
  const by = speaksFor(browser, user, "Say who has read it.");
  inLedgerTransaction(e.app, (tx) => keepRead(tx, message, by.user, by));
  e.noContent(204);
}
