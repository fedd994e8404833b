import { browser } from "wxt/browser";
import { milliseconds, policy } from "#domain/policy";
import { managedServer } from "../pairing/managed.ts";
import { currentPairing } from "../pairing/pairing.ts";

/** What the names of its alarms begin with; how many looks are left stands behind it. */
export const looks = "look";

/** How often the browser's own policy is looked for after a start, each time half a minute later. */
const most = 10;

/**
 * The browser's own policy comes seconds after a first start, and on a busy machine later and not always with a word of it: it is
 * looked for a few times, until it is there or this browser is paired.
 */
export async function lookAgain(left = most): Promise<void> {
  if (left <= 0 || (await currentPairing.get())) return;
  const delayInMinutes = milliseconds(policy.sendingFirstRetry) / 60_000;
  await browser.alarms.create(`${looks}${left}`, { delayInMinutes });
}

/**
 * Its alarm rang.
 *
 * @param apply - Has the policy that is there now followed.
 */
export async function look(alarm: string, apply: () => Promise<void>): Promise<void> {
  if ((await managedServer()) !== undefined) await apply();
  else await lookAgain(Number(alarm.slice(looks.length)) - 1);
}
