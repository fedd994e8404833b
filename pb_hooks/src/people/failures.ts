import { milliseconds, type PolicyNumber, policy } from "#domain/policy";
import { execute, rowsOf } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { countedDigest } from "./secrets.ts";

/** What failures are counted on, and how many the window allows. */
export interface Count {
  readonly counted: string;
  readonly allowed: PolicyNumber;
  /** Of whoever has the account's password: a try with another one does not count here. */
  readonly ofPassword?: true;
}

/** On an account from one address: nobody can lock another out from elsewhere. */
const onAccountHere = (e: pb.RequestEvent, address: string): Count => ({
  counted: `here:${countedDigest(`${e.realIP()} ${address}`)}`,
  allowed: policy.signInFailuresAllowed,
});
/** On an account from everywhere: guessing the code from many addresses stays bounded. */
const onAccount = (address: string): Count => ({
  counted: `account:${countedDigest(address)}`,
  allowed: policy.signInFailuresOfOneAccount,
  ofPassword: true,
});
/** The same of who guesses the password: a flood alone, so that nobody who knows only an address locks it everywhere. */
const onGuesses = (address: string): Count => ({
  counted: `guesses:${countedDigest(address)}`,
  allowed: policy.signInGuessesOfOneAccount,
});
const onAddress = (e: pb.RequestEvent): Count => ({
  counted: `address:${countedDigest(e.realIP())}`,
  allowed: policy.signInFailuresFromOneAddress,
});
/** Of whoever comes in a browser in which this person has not signed in before. */
export const ofStrangers = (e: pb.RequestEvent, address: string): readonly [Count, ...Count[]] => [
  onAccountHere(e, address),
  onAccount(address),
  onGuesses(address),
  onAddress(e),
];
/** Of this person in a browser in which they signed in before: no try from anywhere else counts there. */
export const inKnownBrowser = (browser: string, address: string): readonly [Count] => [
  { counted: `known:${countedDigest(`${browser} ${address}`)}`, allowed: policy.signInFailuresAllowed },
];
/** Of somebody who is signed in and signs with a code: only who holds that sign-in can use it up. */
export const onSigning = (user: string): Count => ({
  counted: `sign:${countedDigest(user)}`,
  allowed: policy.signInFailuresAllowed,
});
export const onCalendar = (e: pb.RequestEvent): Count => ({
  counted: `calendar:${countedDigest(e.realIP())}`,
  allowed: policy.calendarFailuresFromOneAddress,
});
export const onPairing = (e: pb.RequestEvent): Count => ({
  counted: `pair:${countedDigest(e.realIP())}`,
  allowed: policy.pairingFailuresFromOneAddress,
});

/**
 * Books a try as failed before it is looked at, so that many at once find no gap; `forgive` takes it back.
 *
 * @returns Ids of what was booked, in the order of the counts.
 * @throws {ApiError} 429 where the window is used up; then nothing is booked.
 */
export function bookTry(app: pb.App, counts: readonly Count[]): string[] {
  const ids: string[] = [];
  const at = Date.now();
  const from = at - milliseconds(policy.signInFailureWindow);
  let full = false;
  app.runInTransaction((tx) => {
    // Also takes the write lock, before anything is read.
    execute(tx, "DELETE FROM sign_in_failures WHERE at <= {:from}", { from });
    full = counts.some(({ counted, allowed }) => failuresOf(tx, counted) >= allowed.amount);
    if (full) return;
    for (const { counted } of counts) {
      const id = newId();
      execute(tx, "INSERT INTO sign_in_failures (id, counted, at) VALUES ({:id}, {:counted}, {:at})", {
        id,
        counted,
        at,
      });
      ids.push(id);
    }
  });
  if (full) {
    throw new ApiError(
      429,
      `Too many tries. Wait ${policy.signInFailureWindow.amount} minutes and try again.`,
    );
  }
  return ids;
}

function failuresOf(app: pb.App, counted: string): number {
  const [row] = rowsOf(app, ["n"], "SELECT count(*) AS n FROM sign_in_failures WHERE counted = {:counted}", {
    counted,
  });
  return Number(row?.[0] ?? 0);
}

/** Takes a booked try back, and with `count` all earlier ones on it. */
export function forgive(app: pb.App, ids: readonly string[], count?: Count): void {
  for (const id of ids) execute(app, "DELETE FROM sign_in_failures WHERE id = {:id}", { id });
  if (count) {
    execute(app, "DELETE FROM sign_in_failures WHERE counted = {:counted}", { counted: count.counted });
  }
}
