import { isReferenceOf } from "#domain/ledger/given/unfit";
import { policy } from "#domain/policy";
import { askBody, type LookAnswer, lookBody, useBody } from "#domain/registers/exceptions/in-browser";
import { requireClean } from "../../acts/clean.ts";
import type { Caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { iso, stored } from "../../base/time.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { pairedBrowser } from "../../ledger/ingest/ingest-request.ts";
import { personAt } from "../../people/at-browser.ts";
import { nameOf } from "../../people/names.ts";
import { stateNow } from "./acts.ts";
import { keepAsked, keepUsed } from "./keep.ts";

interface For {
  readonly document: string;
  readonly recipient: string;
}

/** `POST /exception-look`: how the person's newest exception for a document and a recipient stands. */
export function look(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { user, ...wanted } = bodyOf(e, lookBody);
  const person = personAt(e.app, browser, user);
  const row = newest(e.app, person, wanted);
  e.response.header().set("Cache-Control", "no-store");
  e.json(200, row ? told(e.app, row) : none);
}

/** `POST /exception-ask`: asks for one. What waits or is approved is not asked for twice. */
export function askFor(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { user, words, trace = "", system = "", recordRef = "", ...asked } = bodyOf(e, askBody);
  const person = personAt(e.app, browser, user);
  requireClean("words", words);
  if (recordRef !== "" && !isReferenceOf(system, recordRef))
    refuse("recordRef", "invalid_format", "This is no reference of a record in that system.");
  const answer = inLedgerTransaction(e.app, (tx) => {
    const before = newest(tx, person, asked);
    if (before && ["asked", "approved"].includes(stateNow(before))) return told(tx, before);
    requireFew(tx, person);
    const row = keepAsked(
      tx,
      { browser: browser.id, person: person.id },
      { ...asked, words, trace, system, recordRef },
    );
    return told(tx, row);
  });
  e.json(200, answer);
}

/**
 * `POST /exception-use`: the document goes now. Once: whoever comes second, in another tab or browser, is refused, and so is
 * another document, another recipient or another person.
 *
 * @throws {ForbiddenError}
 */
export function use(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { user, ...going } = bodyOf(e, useBody);
  const person = personAt(e.app, browser, user);
  const answer = inLedgerTransaction(e.app, (tx) =>
    told(tx, keepUsed(tx, { browser: browser.id, person: person.id }, going)),
  );
  e.json(200, answer);
}

const none: LookAnswer = { is: "none", id: "", until: "", who: "" };

function newest(app: pb.App, { id: by }: Caller, { document, recipient }: For): pb.Record | undefined {
  const filter = `document = {:document} && recipient = {:recipient} && by = {:by}`;
  return app.findRecordsByFilter("mail_exceptions", filter, "-at,-id", 1, 0, { document, recipient, by })[0];
}

const told = (app: pb.App, row: pb.Record): LookAnswer => ({
  is: stateNow(row),
  id: row.id,
  until: iso(row.getString("until")),
  who: nameOf(app, row.getString("decidedBy")),
});

function requireFew(tx: pb.App, { id: by }: Caller): void {
  const since = stored(new Date(nowMs() - 86_400_000).toISOString());
  const select = `SELECT count(*) AS n FROM mail_exceptions WHERE "by" = {:by} AND "at" >= {:since}`;
  if (Number(rowsOf(tx, ["n"], select, { by, since })[0]?.[0] ?? 0) >= policy.exceptionsAskedADay.amount)
    refuse("user", "too-many", "You have asked for as many exceptions as a day has. Speak to the lead.");
}
