import { isReferenceOf } from "#domain/ledger/given/unfit";
import { bannerBody, hereBody, toldBody } from "#domain/registers/releases/answer";
import { answerConflict } from "../../acts/changed-by.ts";
import { Conflict } from "../../acts/row.ts";
import { nowMs } from "../../base/clock.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { pairedBrowser } from "../../ledger/ingest/ingest-request.ts";
import { personAt, requireOwn } from "../../people/at-browser.ts";
import { bannerOf } from "../consent/rows.ts";
import { answered } from "./answer-route.ts";
import { askActs } from "./asks.ts";
import { mayAskBanner } from "./banner-count.ts";

/** `POST /record-call`: the same as `/release-answer` for a record that is open in a paired browser. */
export function answerHere(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { reference, system, user } = bodyOf(e, hereBody);
  const person = personAt(e.app, browser, user);
  const found = answered(e.app, { user: person.id, browser: browser.id }, { reference, system });
  e.response.header().set("Cache-Control", "no-store");
  e.json(200, found);
}

/** `POST /record-told`: who was told, after such an answer. */
export function toldHere(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const { ask, release, user } = bodyOf(e, toldBody);
  const actor = personAt(e.app, browser, user);
  try {
    const answer = inLedgerTransaction(e.app, (tx) =>
      askActs["release_asks.told"]({ tx, actor, ...ask, data: { release } }),
    );
    e.json(200, answer);
  } catch (thrown) {
    if (!(thrown instanceof Conflict)) throw thrown;
    answerConflict(e, thrown);
  }
}

/**
 * `POST /record-banner`: what stands on a record that is open in a paired browser. Nobody asked for it, so it is no event:
 * the view of the record is one. Nobody is named in it; a browser that asks about too many records is answered nothing.
 */
export function banner(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  requireOwn(browser);
  const { reference, system } = bodyOf(e, bannerBody);
  if (!isReferenceOf(system, reference))
    refuse("reference", "invalid_format", "This is no reference of a record in that system.");
  const today = clinicTime(e.app).date(nowMs());
  const record = { recordRef: reference, system };
  const lines = mayAskBanner(e.app, browser.id, record, today)
    ? bannerOf(e.app, record, today, false, false)
    : [];
  e.response.header().set("Cache-Control", "no-store");
  e.json(200, { lines });
}
