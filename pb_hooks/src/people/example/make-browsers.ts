import { newRecord, writeRow } from "../rows.ts";
import { newId } from "../secrets.ts";
import { browsers, revokedBrowser } from "./cast.ts";
import type { Ids } from "./days.ts";
import { type Calendar, instantAt } from "./happening.ts";

/** @returns Id of the browser that was given back. */
export function makeBrowsers(tx: pb.App, calendar: Calendar, ids: Ids): string {
  const common = (id: string, pairedAt: number) => ({
    id,
    tokenKey: $security.randomString(50),
    pairedAt: instantAt(pairedAt),
    tokenIssued: instantAt(pairedAt),
    version: 1,
  });
  for (const [i, one] of browsers.entries()) {
    const { name, device, adapters, clockOffset, waiting, version } = one;
    const seen = one.lastSeen === 0 ? calendar.now - 90_000 * (i + 1) : calendar.at(one.lastSeen, 17, 31);
    const state = {
      name,
      device,
      adapters,
      clockOffset,
      waiting,
      appVersion: version,
      lastSeen: instantAt(seen),
    };
    const whose = { holder: one.owner === "" ? "desk" : "person", user: ids.person(one.owner) };
    const desk = one.owner === "" ? { noticeAtDesk: 1 } : {};
    const row = { ...common(ids.browser(one.key), calendar.at(21, 9, i * 6)), ...state, ...whose, ...desk };
    writeRow(tx, withoutPassword(newRecord(tx, "browsers", row)));
  }
  const id = newId();
  const old = newRecord(tx, "browsers", {
    ...common(id, calendar.at(revokedBrowser.pairedDaysAgo, 10, 50)),
    name: revokedBrowser.name,
    holder: "desk",
    device: "clinic",
    revoked: true,
    adapters: [],
    appVersion: "0.1.0",
    lastSeen: instantAt(calendar.at(revokedBrowser.revokedDaysAgo, 11, 58)),
  });
  writeRow(tx, withoutPassword(old));
  return id;
}

/** PocketBase wants a password on every row that signs in: one that nobody knows. */
function withoutPassword(browser: pb.Record): pb.Record {
  browser.setRandomPassword();
  return browser;
}
