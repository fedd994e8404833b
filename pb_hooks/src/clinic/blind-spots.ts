import type { BlindSpot, TodayAnswer } from "#domain/clinic/today";
import { milliseconds, policy } from "#domain/policy";
import { rowsOf } from "../base/database.ts";
import { listIn } from "../base/rows.ts";
import { before, iso } from "../base/time.ts";

type Spot = NonNullable<TodayAnswer["blind"]>[number];
interface AdapterState {
  readonly id: string;
  readonly state: string;
}

/**
 * Where nothing is seen, browser by browser: what one can't see must never look like nothing happened.
 *
 * @param midnight - A live browser that has not spoken since counts as quiet.
 */
export function blindSpotsOf(app: pb.App, midnight: string, nowMs: number): Spot[] {
  const gaps = gapsOf(app, before(nowMs, policy.gapsShownFor));
  const live = app.findRecordsByFilter("browsers", "revoked = false", "name", 0, 0);
  const spots = live.flatMap((browser) => spotsOf(browser, midnight, gaps.get(browser.id) ?? 0));
  return [...spots, ...revokedOf(app, before(nowMs, policy.weekOfFigures))];
}

function spotsOf(browser: pb.Record, midnight: string, missing: number): Spot[] {
  const since = iso(browser.getString("lastSeen"));
  const spots: Spot[] = [];
  const add = (what: BlindSpot, amount = 0, adapters: string[] = []) =>
    spots.push({ what, browser: browser.id, name: browser.getString("name"), since, adapters, amount });

  if (browser.getBool("chainMismatch")) add("chain-mismatch");
  if (missing > 0) add("gap", missing);
  if (since < midnight) add("quiet");
  const blind = listIn<AdapterState>(browser, "adapters").filter(({ state }) => state === "blind");
  if (blind.length > 0)
    add(
      "adapter-blind",
      blind.length,
      blind.map(({ id }) => id),
    );
  const offset = browser.getInt("clockOffset");
  if (Math.abs(offset) > milliseconds(policy.clockOffBy)) add("wrong-clock", offset);
  if (browser.getInt("refused") > 0) add("waiting", browser.getInt("refused"));
  return spots;
}

/**
 * How many events each browser numbered that never came. Events that arrived after the number before the hole and were
 * blanked since may be the missing ones: a tombstone no longer says whose it was, and so it speaks for the browser.
 *
 * @param since - Receipt of the oldest event that is looked at.
 */
function gapsOf(app: pb.App, since: string): Map<string, number> {
  const select = `WITH numbered AS (
      SELECT browser, n, seq, lag(n) OVER own AS before, lag(seq) OVER own AS beforeSeq FROM events
      WHERE browser <> '' AND n > 0
        AND seq >= (SELECT coalesce(min(seq), 0) FROM events WHERE orderedBy = 0 AND receivedAt >= {:since})
      WINDOW own AS (PARTITION BY browser ORDER BY n)),
    holes AS (
      SELECT browser, n - before - 1 AS wide, (SELECT count(*) FROM events AS t
        WHERE t.orderedBy > 0 AND t.seq > min(numbered.seq, beforeSeq)) AS blanked
      FROM numbered WHERE n - before > 1)
    SELECT browser, sum(wide - blanked) AS missing FROM holes WHERE wide > blanked GROUP BY browser`;
  const rows = rowsOf(app, ["browser", "missing"], select, { since });
  return new Map(rows.map(([id, missing]) => [String(id), Number(missing)]));
}

/** A revoked browser may still be in use: it records nothing, and somebody should know. */
function revokedOf(app: pb.App, since: string): Spot[] {
  const select = `SELECT b.id AS id, b.name AS name, max(e.receivedAt) AS at FROM events AS e
    JOIN browsers AS b ON b.id = e.detail->>'browser'
    WHERE e.kind = 'browser.revoke' AND e.detail <> '' AND e.receivedAt >= {:since} GROUP BY b.id ORDER BY at DESC`;
  return rowsOf(app, ["id", "name", "at"], select, { since }).map(([id, name, at]) => ({
    what: "revoked",
    browser: String(id),
    name: String(name),
    since: String(at),
    adapters: [],
    amount: 0,
  }));
}
