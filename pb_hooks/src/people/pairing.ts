import { pairBody } from "#domain/api";
import { policy } from "#domain/policy";
import type { Device, Holder } from "#domain/roles";
import { execute } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { newRecord, writeRow } from "../base/rows.ts";
import { after, stored } from "../base/time.ts";
import { answerFor } from "../clinic/policy-answer.ts";
import { append } from "../ledger/chain/append.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { bookTry, forgive, onPairing } from "./failures.ts";
import { bareCode, clearAlphabet, newSalt, secretDigest } from "./secrets.ts";

/** What a new browser is to be: set by the manager who makes the code, or by `npm run pair`. */
interface NewBrowser {
  readonly name: string;
  readonly holder: Holder;
  readonly device: Device;
  /** Owner; '' at a desk. */
  readonly user: string;
  readonly madeBy: string;
}

const codeLength = 8;

/** Makes a code of eight characters that works once, for ten minutes. */
export function makeCode(tx: pb.App, wanted: NewBrowser) {
  const id = newId();
  const code = $security.randomStringWithAlphabet(codeLength, clearAlphabet);
  const salt = newSalt();
  const expires = after(policy.pairingCodeLives);
  execute(tx, "DELETE FROM pairing_codes WHERE used = TRUE OR expires <= {:now}", { now: nowStored() });
  execute(
    tx,
    `INSERT INTO pairing_codes (id, codeHash, salt, holder, device, user, name, expires, used, madeBy)
     VALUES ({:id}, {:hash}, {:salt}, {:holder}, {:device}, {:user}, {:name}, {:expires}, FALSE, {:madeBy})`,
    { ...wanted, id, hash: secretDigest(salt, code), salt, expires: stored(expires) },
  );
  return { id, code, expires };
}

/** `POST /pair`: trades a code for the token of a browser that is made by it. */
export function pair(e: pb.RequestEvent): void {
  const body = bodyOf(e, pairBody);
  const booked = bookTry(e.app, [onPairing(e)]);
  const id = inLedgerTransaction(e.app, (tx) => {
    const code = spendCode(tx, bareCode(body.code));
    if (!code) return undefined;
    forgive(tx, booked);
    return makeBrowser(tx, { ...code, name: body.name ?? code.name }, body.version);
  });
  if (id === undefined) refuse("code", "wrong-code", "This code is not known, or its ten minutes are over.");
  const browser = e.app.findRecordById("browsers", id);
  const { holder, device } = browser.publicExport();
  e.json(200, {
    token: browser.newAuthToken(),
    record: { id, name: browser.getString("name"), holder, device },
    policy: answerFor(e.app, browser),
  });
}

/** Live codes are few: the digest of each, with its own salt, is compared. */
function spendCode(tx: pb.App, code: string): NewBrowser | undefined {
  const live = tx.findRecordsByFilter("pairing_codes", "used = false && expires > @now", "", 0, 0);
  const row = live.find((one) =>
    $security.equal(secretDigest(one.getString("salt"), code), one.getString("codeHash")),
  );
  if (!row) return undefined;
  const user = row.getString("user");
  if (user !== "" && !tx.findRecordById("users", user).getBool("active")) return undefined;
  const spent = execute(tx, "UPDATE pairing_codes SET used = TRUE WHERE id = {:id} AND used = FALSE", {
    id: row.id,
  });
  if (spent !== 1) return undefined;
  return {
    name: row.getString("name"),
    holder: row.getString("holder") as Holder,
    device: row.getString("device") as Device,
    user,
    madeBy: row.getString("madeBy"),
  };
}

/**
 * Makes a browser and its one event, `browser.pair`. It has a password that nobody knows, for PocketBase wants one.
 *
 * @returns Its id.
 */
export function makeBrowser(tx: pb.App, wanted: NewBrowser, version: string): string {
  const { name, holder, device, user } = wanted;
  const id = newId();
  const at = nowStored();
  const state = { pairedAt: at, tokenIssued: at, appVersion: version, adapters: [], version: 1 };
  const browser = newRecord(tx, "browsers", { id, name, holder, device, user, ...state });
  browser.setRandomPassword();
  browser.refreshTokenKey();
  writeRow(tx, browser);
  append(tx, [{ kind: "browser.pair", user: wanted.madeBy, detail: pairedDetail(id, holder, device) }]);
  return id;
}

const pairedDetail = (browser: string, holder: Holder, device: Device) => ({ v: 1, browser, holder, device });

const nowStored = (): string => stored(new Date().toISOString());
