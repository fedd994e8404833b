import { browser } from "wxt/browser";
import { patternHere } from "../policy/host-permissions.ts";
import { send } from "../send.ts";

/** Asks the person to let Chaperone look at a host. Only a click may ask, so nothing may be awaited before. */
export async function askFor(host: string): Promise<void> {
  if (await browser.permissions.request({ origins: [patternHere(host)] })) {
    await send("sites-changed", {});
  }
}
