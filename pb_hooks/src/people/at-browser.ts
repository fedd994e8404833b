import type { Caller } from "../base/caller.ts";
import { objectsOf } from "../base/database.ts";
import { refuse } from "../base/refusal.ts";
import type { Actor } from "../ledger/chain/register-hook.ts";
import type { PairedBrowser } from "../ledger/ingest/ingest-request.ts";

/** Whom a paired browser speaks for: its owner, or at a shared desk whoever was chosen. */

/** @throws {ForbiddenError} On a device of one's own, unless the lead allows it. */
export function requireOwn({ device, ownDeviceAllowed }: PairedBrowser): void {
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

/** In whose name something is kept that was done in a browser. */
export const attributedTo = (user: string, { id, owner }: PairedBrowser): Actor => ({
  user,
  browser: id,
  attribution: owner === "" ? "chosen" : "browser",
});

/**
 * Whoever says something by a browser, as its event names them.
 *
 * @param user - Who was chosen at a desk; the owner unless told.
 * @param unsaid - What is answered where nobody is named.
 * @throws {BadRequestError} For somebody else than the owner, or nobody.
 */
export function speaksFor(browser: PairedBrowser, user = browser.owner, unsaid = ""): Actor {
  if (browser.owner !== "" && user !== browser.owner)
    refuse("user", "not-yours", "This browser speaks for its owner.");
  if (user === "") refuse("user", "missing", unsaid);
  return attributedTo(user, browser);
}
