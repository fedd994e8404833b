import { acts } from "#domain/acts";
import { isFrom } from "#domain/registers/register";
import type { Handlers } from "../../acts/doing.ts";
import { asActor, rowAt, saveRow } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { append } from "../../ledger/chain/append.ts";
import { endBrowser } from "../../people/browsers.ts";
import { makeCode } from "../../people/pairing.ts";

export const browserActs: Handlers<"browsers"> = {
  "browsers.code": ({ tx, actor, data }) => {
    const user = data.user ?? "";
    if (data.holder === "desk" && user !== "")
      refuse("data.user", "not-asked", "A shared desk has no owner.");
    if (data.holder === "desk" && data.device === "own") {
      refuse("data.device", "invalid_value", "A shared desk is the clinic’s own machine.");
    }
    if (data.holder === "person") {
      requireActive(tx, user);
      requireOwnConsent(tx, actor, user);
    }
    const wanted = { name: data.name, holder: data.holder, device: data.device, user, madeBy: actor.id };
    const made = makeCode(tx, wanted);
    const detail = { v: 1, id: made.id, action: "code" };
    append(tx, [{ kind: "browsers.act", ...asActor(actor), detail }]);
    return { ...made, version: 0 };
  },

  "browsers.revoke": ({ tx, actor, id, version }) => {
    const browser = rowAt(tx, "browsers", id, version);
    if (!isFrom(acts["browsers.revoke"], browser.getBool("revoked") ? "revoked" : "paired"))
      refuse("id", "revoked", "This browser is revoked already.");
    endBrowser(tx, browser, "by-hand", asActor(actor));
    return { id, version: version + 1 };
  },

  "browsers.allowOwnDevice": ({ tx, actor, id, version, data }) => {
    const browser = rowAt(tx, "browsers", id, version);
    if (browser.getString("device") !== "own")
      refuse("id", "clinic-device", "This is the clinic’s own machine.");
    browser.set("ownDeviceReason", data.reason);
    return saveRow(tx, browser, data.reason === "" ? "forbid-own-device" : "allow-own-device", actor);
  },

  "browsers.settleMismatch": ({ tx, actor, id, version, data }) => {
    const browser = rowAt(tx, "browsers", id, version);
    if (!browser.getBool("chainMismatch"))
      refuse("id", "no-mismatch", "The log contradicts no receipt of this browser.");
    browser.set("chainMismatch", false);
    browser.set("settledReceipt", browser.getString("contradictedReceipt"));
    browser.set("settledReason", data.reason);
    return saveRow(tx, browser, "settle-mismatch", actor);
  },

  "browsers.change": ({ tx, actor, id, version, data }) => {
    const browser = rowAt(tx, "browsers", id, version);
    browser.set("name", data.name);
    return saveRow(tx, browser, "change", actor);
  },
};

/**
 * What a person's browser records stands in that person's name. In a lead's it weighs most, and a lead can sign in and make
 * the code: nobody else does it for one.
 */
function requireOwnConsent(tx: pb.App, actor: Caller, user: string): void {
  const person = tx.findRecordById("users", user);
  const leads = person.getString("role") === "dpo" || clinicOf(tx)?.getString("lead") === user;
  if (leads && actor.id !== user) {
    const name = person.getString("name");
    refuse(
      "data.user",
      "not-yours",
      `${name} makes this code: what the browser records stands in their name.`,
    );
  }
}

function requireActive(tx: pb.App, user: string): void {
  const found = tx.findRecordsByFilter(
    "users",
    "id = {:user} && active = true && role != 'auditor'",
    "",
    1,
    0,
    { user },
  );
  if (found.length === 0)
    refuse("data.user", "unknown", "Say whose browser it is: somebody who works here now.");
}
