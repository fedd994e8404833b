import type { BlindSpot, TodayAnswer } from "#domain/clinic/today";
import { milliseconds, policy } from "#domain/policy";
import { objectsOf, rowsOf } from "../base/database.ts";
import { once } from "../base/once.ts";
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
  const spots = liveBrowsers(app).flatMap((browser) => spotsOf(browser, midnight, gaps.get(browser.id) ?? 0));
  return [...spots, ...revokedOf(app, before(nowMs, policy.weekOfFigures))];
}

/** A browser that was not revoked, as the first screen looks at it. */
interface LiveBrowser {
  readonly id: string;
  readonly name: string;
  readonly lastSeen: string;
  readonly chainMismatch: number;
  readonly adapters: string | null;
  readonly clockOffset: number;
  readonly refused: number;
}
const columns = ["id", "name", "lastSeen", "chainMismatch", "adapters", "clockOffset", "refused"] as const;

/** By name; as texts and numbers, for a clinic has hundreds and the engine is slow at records. */
export const liveBrowsers = (app: pb.App): LiveBrowser[] =>
  once("live browsers", () =>
    objectsOf<LiveBrowser>(
      app,
      columns,
      `SELECT ${columns.join(", ")} FROM browsers WHERE revoked = FALSE ORDER BY name`,
    ),
  );

function spotsOf(browser: LiveBrowser, midnight: string, missing: number): Spot[] {
  const since = iso(browser.lastSeen);
  const spots: Spot[] = [];
  const add = (what: BlindSpot, amount = 0, adapters: string[] = []) =>
    spots.push({ what, browser: browser.id, name: browser.name, since, adapters, amount });

  if (browser.chainMismatch) add("chain-mismatch");
  if (missing > 0) add("gap", missing);
  if (since < midnight) add("quiet");
  const blind = blindIn(browser.adapters ?? "");
  if (blind.length > 0) add("adapter-blind", blind.length, blind);
  const offset = browser.clockOffset;
  if (Math.abs(offset) > milliseconds(policy.clockOffBy)) add("wrong-clock", offset);
  if (browser.refused > 0) add("waiting", browser.refused);
  return spots;
}

/** Adapters that don't understand their pages. Of most browsers there is none, and nothing is parsed. */
function blindIn(adapters: string): string[] {
  if (!/"(?:blind|no-access)"/.test(adapters)) return [];
  const all = JSON.parse(adapters) as AdapterState[];
  return all.filter(({ state }) => state === "blind" || state === "no-access").map(({ id }) => id);
}

/**
 * Holes between the numbers that came of each browser, both of whose ends came since. Events that arrived after the end
 * that came first and were blanked since may be the missing ones: a tombstone no longer says whose it was, and so it speaks
 * for the browser.
 */
export const gapsSelect = `WITH ends AS (
    SELECT browser, first, firstSeq, lag(last) OVER own AS before, lag(lastSeq) OVER own AS beforeSeq FROM ledger_runs
    WINDOW own AS (PARTITION BY browser ORDER BY first)),
  holes AS (
    SELECT browser, first - before - 1 AS wide, (SELECT count(*) FROM events INDEXED BY idx_events_blanked
      WHERE orderedBy > 0 AND seq > min(firstSeq, beforeSeq)) AS blanked
    FROM ends WHERE min(firstSeq, beforeSeq) >= (SELECT min(first) FROM ledger_days WHERE day >= {:since}))
  SELECT browser, sum(wide - blanked) AS missing FROM holes WHERE wide > blanked GROUP BY browser`;

/**
 * How many events each browser numbered that never came.
 *
 * @param since - Receipt of the oldest event that is looked at, by whole days.
 */
function gapsOf(app: pb.App, since: string): Map<string, number> {
  const rows = rowsOf(app, ["browser", "missing"], gapsSelect, { since: since.slice(0, 10) });
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
