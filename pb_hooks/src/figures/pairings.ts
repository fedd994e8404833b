import type { Paired } from "#domain/figures/coverage";
import { objectsOf } from "../base/database.ts";
import { iso } from "../base/time.ts";

/** All browsers that were ever paired, each from when to when. Of a revocation that was blanked, it was seen last. */
export function pairings(app: pb.App): Paired[] {
  const select = `SELECT b.pairedAt AS pairedAt, CASE WHEN b.revoked THEN coalesce(
      (SELECT max(e.receivedAt) FROM events e INDEXED BY idx_events_kind
        WHERE e.kind = 'browser.revoke' AND e.detail <> '' AND e.detail->>'browser' = b.id),
      nullif(b.lastSeen, ''), b.pairedAt) ELSE '' END AS until FROM browsers b WHERE b.pairedAt <> ''`;
  return objectsOf<{ pairedAt: string; until: string }>(app, ["pairedAt", "until"], select).map(
    ({ pairedAt, until }) => ({
      from: Date.parse(iso(pairedAt)),
      until: until === "" ? undefined : Date.parse(iso(until)),
    }),
  );
}
