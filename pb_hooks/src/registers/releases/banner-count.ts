import { policy } from "#domain/policy";
import { key } from "../../base/keys.ts";
import type { OneRecord } from "../consent/rows.ts";

/**
 * Whether a browser may still ask what stands on this record today: so many different ones a day. Counted in the memory of
 * the server, by keyed marks alone: a restart begins anew.
 *
 * @param today - Civil date at the clinic.
 */
export function mayAskBanner(app: pb.App, browser: string, record: OneRecord, today: string): boolean {
  const store = app.store();
  const slot = `banners ${browser}`;
  const known = store.get(slot);
  const marks = typeof known === "string" && known.startsWith(`${today} `) ? known : `${today} `;
  const mark = $security
    .hs256(`banner ${record.system} ${record.recordRef}`, key("digest.key"))
    .slice(0, markLength);
  if (marks.includes(` ${mark}`)) return true;
  if ((marks.length - today.length - 1) / (markLength + 1) >= policy.bannersOfBrowser.amount) return false;
  store.set(slot, `${marks}${mark} `);
  return true;
}

const markLength = 16;
