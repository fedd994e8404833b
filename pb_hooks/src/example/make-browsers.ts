import { execute } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { newRecord, writeRow } from "../base/rows.ts";
import { browsers, revokedBrowser, turned, wellOn } from "../story/cast.ts";
import { instantAt } from "../story/happening.ts";
import type { Stage } from "./stage.ts";

/**
 * The clinic's browsers: all well as they were paired, until some go blind, run late or are given back, as the house
 * tells it.
 *
 * @returns Id of the browser that was given back.
 */
export function makeBrowsers(stage: Stage): string {
  const { tx, calendar, ids } = stage;
  const well = { appVersion: "0.1.0", version: 1 };
  for (const [i, one] of browsers.entries()) {
    const seen = one.lastSeen === 0 ? calendar.now - 90_000 * (i + 1) : calendar.at(one.lastSeen, 17, 31);
    const paired = calendar.at(one.paired ?? calendar.began - 1, 9, i * 6);
    const id = ids.browser(one.key);
    makeBrowser(tx, {
      ...well,
      id,
      name: one.name,
      holder: one.owner === "" ? "desk" : "person",
      user: ids.person(one.owner),
      device: one.device,
      noticeAtDesk: one.owner === "" ? 1 : 0,
      adapters: wellOn(one.adapters),
      pairedAt: instantAt(paired),
      tokenIssued: instantAt(paired),
      lastSeen: instantAt(seen),
    });
    stage.plan(calendar.at(calendar.workday(turned), 9), () =>
      execute(
        tx,
        "UPDATE browsers SET adapters = {:adapters}, clockOffset = {:clockOffset}, waiting = {:waiting} WHERE id = {:id}",
        { id, adapters: JSON.stringify(one.adapters), clockOffset: one.clockOffset, waiting: one.waiting },
      ),
    );
  }
  const id = newId();
  const back = calendar.at(calendar.workday(revokedBrowser.revokedDaysAgo), 12, 5);
  const paired = instantAt(calendar.at(calendar.began - 2, 10, 50));
  makeBrowser(tx, {
    ...well,
    id,
    name: revokedBrowser.name,
    holder: "desk",
    device: "clinic",
    adapters: [],
    pairedAt: paired,
    tokenIssued: paired,
    lastSeen: instantAt(back - 420_000),
  });
  stage.plan(back, () => execute(tx, "UPDATE browsers SET revoked = TRUE WHERE id = {:id}", { id }));
  return id;
}

/** PocketBase wants a password on every row that signs in: one that nobody knows. */
function makeBrowser(tx: pb.App, row: { readonly [field: string]: unknown }): void {
  const browser = newRecord(tx, "browsers", { ...row, tokenKey: $security.randomString(50) });
  browser.setRandomPassword();
  writeRow(tx, browser);
}
