import { browser } from "wxt/browser";
import { patternHere } from "../policy/host-permissions.ts";
import { send } from "../send.ts";

/** Asks the person to let Chaperone look at these hosts, in one question. Only a click may ask, so nothing may be awaited before. */
export async function askFor(...hosts: readonly string[]): Promise<void> {
  if (await browser.permissions.request({ origins: hosts.map(patternHere) })) {
    await send("sites-changed", {});
  }
}
