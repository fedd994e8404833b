import { isReferenceOf } from "#domain/ledger/given/unfit";
import { bannerBody, hereBody, toldBody } from "#domain/registers/releases/answer";
import { answerConflict } from "../../acts/changed-by.ts";
import { Conflict } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { type PairedBrowser, pairedBrowser } from "../../ledger/ingest/ingest-request.ts";
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

function requireOwn({ device, ownDeviceAllowed }: PairedBrowser): void {
  if (device === "own" && !ownDeviceAllowed)
    throw new ForbiddenError("On a device of one’s own nothing of the clinic’s records is shown.");
}

/** The person of a browser: its owner, or who was chosen at a shared desk. */
export function personAt(app: pb.App, browser: PairedBrowser, user: string): Caller {
  requireOwn(browser);
  if (browser.owner !== "" && browser.owner !== user)
    refuse("user", "does-not-fit", "This browser is somebody else’s.");
  const select = "SELECT id, name FROM users WHERE id = {:user} AND active = TRUE AND role <> 'auditor'";
  const [person] = objectsOf<{ id: string; name: string }>(app, ["id", "name"], select, { user });
  if (!person) refuse("user", "unknown", "Say who sits here.");
  return { ...person, role: "staff", outside: false };
}
