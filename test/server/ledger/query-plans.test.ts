import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseLogQuery } from "#domain/ledger/log-query";
import { countOf, pageOf } from "../../../pb_hooks/src/ledger/read/log-select.ts";
import { newestChange } from "../../../pb_hooks/src/registers/training/kept-standing.ts";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;

beforeAll(async () => {
  server = await startServer();
  await server.stop({ keep: true });
  database = new DatabaseSync(dataPaths(server.data).database);
});

afterAll(() => {
  database.close();
  rmSync(server.data, { recursive: true, force: true });
});

/** What SQLite says about each place where it looks for events. */
function planOf(sql: string, tables = /\b(events|users|browsers|t|u)\b/): string[] {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql.replace(/\{:(\w+)\}/g, ":$1")}`).all();
  return steps.map(({ detail }) => String(detail)).filter((detail) => tables.test(detail));
}

const cursor = `before=${"a".repeat(40)}`;
const user = "user=u00000000000001";
const record = "record=4711";
const trace = "trace=t00000000000001";
const system = "system=cliniko%3Aharbour.uk2";
const day = "from=2026-11-01&to=2026-11-02";
/** What came on another day than it happened. */
const otherDay = "idx_events_other_day";
const years = "from=2024-01-01&to=2026-11-02";

describe.each([
  ["", ["idx_events_seq"]],
  [cursor, ["idx_events_seq"]],
  [user, ["idx_events_user"]],
  [record, ["idx_events_record"]],
  [trace, ["idx_events_trace"]],
  [system, ["idx_events_system"]],
  ["kind=mail.held", ["idx_events_kind"]],
  ["kind=record", ["idx_events_kind"]],
  ["kind=users", ["idx_events_kind"]],
  [day, ["idx_events_seq", otherDay]],
  [years, ["idx_events_seq", otherDay]],
  ["to=2026-11-02", ["idx_events_seq", otherDay]],
  [`${user}&${day}`, ["idx_events_user", otherDay]],
  [`${user}&${record}&${day}`, ["idx_events_record", otherDay]],
  [`${user}&kind=mail&${years}&${cursor}`, ["idx_events_user_kind", otherDay]],
  [`${system}&${day}`, ["idx_events_system", otherDay]],
  [`${trace}&${user}&kind=mail.held`, ["idx_events_trace"]],
  ["doubtful=1", ["idx_events_doubtful"]],
  [`doubtful=1&kind=record&${years}`, ["idx_events_doubtful", otherDay]],
  [`doubtful=1&${user}`, ["idx_events_user_kind"]],
  ["kind=mail.held&outcome=removed", ["idx_events_seq"]],
  [`kind=mail.held&outcome=removed&${user}`, ["idx_events_user_kind"]],
  [`kind=mail.held&outcome=removed&${day}`, ["idx_events_seq", otherDay]],
  ["ending=9589", ["idx_events_ending"]],
  [`ending=0063-9589&kind=record&${day}`, ["idx_events_ending", otherDay]],
  ["ending=9434765919", ["idx_events_ending"]],
  ["record=9434765919", ["idx_events_record"]],
  ["browser=b00000000000001", ["idx_events_browser"]],
  [`browser=b00000000000001&kind=record&${years}`, ["idx_events_browser", otherDay]],
  ["unattributed=1&kind=record", ["idx_events_unattributed"]],
  ["kind=dashboard", ["idx_events_dashboard"]],
  [`kind=dashboard&${day}&${cursor}`, ["idx_events_dashboard", otherDay]],
  [`kind=dashboard&${user}`, ["idx_events_dashboard_user"]],
  [`kind=record&${system}`, ["idx_events_system"]],
  ["id=e00000000000001", ["sqlite_autoindex_events_1"]],
  ["seq=500", ["idx_events_seq"]],
])("a page of the log with %o", (raw, indexes) => {
  const parsed = parseLogQuery(raw, [
    "id",
    "seq",
    "user",
    "record",
    "ending",
    "browser",
    "unattributed",
    "kind",
    "system",
    "from",
    "to",
    "trace",
    "doubtful",
    "outcome",
    "before",
  ]);
  if ("unfit" in parsed) throw new Error(parsed.unfit);
  // As the server asks: with what it opened the cursor to, and what it hides.
  const query = {
    ...parsed,
    ...(parsed.cursor ? { before: 500 } : {}),
    hidden: ["case"],
    withoutBlankedActs: true,
    ...(raw.endsWith("9434765919") ? { keyed: `k1:${"ef".repeat(32)}` } : {}),
  };

  test(`goes by ${indexes.join(" and ")}`, () => {
    const steps = [
      ...planOf(pageOf(query, 51).sql),
      ...planOf(countOf(query).sql),
      ...planOf(countOf(query, 9).sql),
    ];
    const onEvents = steps.filter((step) => /\bevents\b/.test(step));
    const used = onEvents.map((step) => /INDEX (\w+)/.exec(step)?.[1]);
    expect(new Set(used)).toEqual(new Set(indexes));
    for (const step of steps) expect(step).toMatch(/USING .*INDEX/);
    // A span of days is looked up, not walked to.
    if (/from=|to=/.test(raw)) for (const step of onEvents) expect(step).toMatch(/^SEARCH/);
  });
});

test("whether anything of training changed is looked up, once a kind", () => {
  const steps = planOf(newestChange, /\be\b/);
  expect(steps).toEqual([expect.stringMatching(/^SEARCH e USING COVERING INDEX idx_events_kind /)]);
});

test.each([
  [
    "p",
    "SELECT p.id FROM breach_people p WHERE p.system = {:system} AND p.recordRef = {:ref}",
    "breach_people",
  ],
  [
    "shares",
    "SELECT count(*) FROM shares WHERE recordRef <> '' AND recordRef = {:ref} AND system = {:system}",
    "shares",
  ],
  ["q", "SELECT q.state FROM requests q WHERE q.system = {:system} AND q.recordRef = {:ref}", "requests"],
])("what names a record is looked up by it: %s", (table, sql, name) => {
  const steps = planOf(sql, new RegExp(`\\b${table}\\b`));
  expect(steps).toEqual([
    expect.stringMatching(new RegExp(`^SEARCH ${table} USING .*INDEX idx_${name}_record `)),
  ]);
});
