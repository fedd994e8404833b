import { signInBody } from "#domain/api";
import { livePerson } from "../base/caller.ts";
import { nowMs } from "../base/clock.ts";
import { execute } from "../base/database.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { append } from "../ledger/chain/append.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { matchingStep } from "./authenticator.ts";
import { bookTry, type Count, forgive, inKnownBrowser, ofStrangers } from "./failures.ts";
import { browserOf, isKnownBrowser, knowBrowser } from "./known-browsers.ts";
import { keptCodes, withoutCode } from "./recovery-codes.ts";
import { bareCode, unsealed } from "./secrets.ts";

/** The one way in: address, password and code together (DESIGN.md 6). The answer never says which was wrong. */
export function signIn(e: pb.RequestEvent): void {
  const { email, password, code } = bodyOf(e, signInBody);
  const address = email.trim().toLowerCase();
  if (address === "") refuse("email", "too_small", "Missing.");
  const person = personAt(e.app, address);
  const browser = browserOf(e);
  const isKnown = person !== undefined && isKnownBrowser(e.app, browser, person.id);
  const counts: readonly [Count, ...Count[]] = isKnown
    ? inKnownBrowser(browser, address)
    : ofStrangers(e, address);
  const booked = bookTry(e.app, counts);

  const passwordFits = hasPassword(e.app, person, password);
  const factor = secondFactor(person, bareCode(code));

  const failure = inLedgerTransaction(e.app, (tx) => {
    const reason = passwordFits ? factor(tx) : person ? "password" : "unknown";
    const user = person?.id ?? "";
    if (reason === undefined) {
      forgive(tx, booked, counts[0]);
      e.response.header().set("Set-Cookie", knowBrowser(tx, browser, user));
      append(tx, [signedIn(user, isSixDigits(code) ? "totp" : "recovery")]);
    } else {
      // Whoever guesses passwords comes no nearer to the code: such tries keep nobody out elsewhere.
      if (!passwordFits)
        forgive(
          tx,
          booked.filter((_, i) => counts[i]?.ofPassword),
        );
      append(tx, [failed(user, reason)]);
    }
    return reason;
  });
  if (failure !== undefined || !person) {
    throw new UnauthorizedError("The address, the password or the code is not right.");
  }
  e.set(signedInHere, person.id);
  $apis.recordAuthResponse(e, e.app.findRecordById("users", person.id), signInMethod, null);
}

/** Name of our way in, by which the hook on every sign-in knows it. */
export const signInMethod = "totp";
/** Under this key the request keeps whose sign-in was checked: the hook lets that person's through, and no other. */
export const signedInHere = "chaperoneSignedIn";

const signedIn = (user: string, method: string) => ({ kind: "auth.sign-in", user, detail: { v: 1, method } });
/** Names the person only where there is one; what was typed is nowhere. */
const failed = (user: string, reason: string) => ({ kind: "auth.fail", user, detail: { v: 1, reason } });

const isSixDigits = (code: string): boolean => /^\d{6}$/.test(bareCode(code));

function personAt(app: pb.App, address: string): pb.Record | undefined {
  try {
    return app.findAuthRecordByEmail("users", address);
  } catch {
    return undefined;
  }
}

/** For an unknown address the password is hashed all the same: it takes as long as comparing. */
function hasPassword(app: pb.App, person: pb.Record | undefined, password: string): boolean {
  if (person) return person.validatePassword(password);
  new Record(app.findCollectionByNameOrId("users")).setPassword("nobody has this password");
  return false;
}

/**
 * Works out now whether the code fits, and uses it up later: in the transaction, and only when the password fitted too.
 *
 * @returns A function that answers why the code is refused, or undefined when it was good and is now spent.
 */
function secondFactor(person: pb.Record | undefined, code: string): (tx: pb.App) => string | undefined {
  const sealedSecret = person?.getString("totpSecret") ?? "";
  const secret = sealedSecret === "" ? "A".repeat(32) : unsealed(sealedSecret);
  const step = matchingStep(secret, code, nowMs());
  return (tx) => {
    if (!person || sealedSecret === "" || !person.getBool("enrolled")) return "not-enrolled";
    if (!livePerson(tx, person)) return "inactive";
    if (isSixDigits(code)) {
      if (step === undefined) return "code";
      return spendStep(tx, person.id, sealedSecret, step) ? undefined : "code-used";
    }
    return spendRecoveryCode(tx, person.id, code) ? undefined : "code";
  };
}

/**
 * Spends a code of somebody who is signed in and signs something with it: six digits, each once, as at the sign-in.
 *
 * @returns Why it is refused; undefined when it was good and is now spent.
 */
export function spendCode(tx: pb.App, id: string, typed: string): string | undefined {
  const code = bareCode(typed);
  if (!isSixDigits(code)) return "code";
  return secondFactor(tx.findRecordById("users", id), code)(tx);
}

/** Compares and sets in one statement: of many that bring the same code at once, exactly one changes the row. */
function spendStep(tx: pb.App, id: string, secret: string, step: number): boolean {
  return (
    execute(
      tx,
      "UPDATE users SET totpCounter = {:step} WHERE id = {:id} AND totpSecret = {:secret} AND totpCounter < {:step}",
      { id, secret, step },
    ) === 1
  );
}

function spendRecoveryCode(tx: pb.App, id: string, code: string): boolean {
  const left = withoutCode(keptCodes(tx.findRecordById("users", id)), code);
  if (left === undefined) return false;
  return (
    execute(tx, "UPDATE users SET recoveryCodes = {:left} WHERE id = {:id}", {
      id,
      left: JSON.stringify(left),
    }) === 1
  );
}
