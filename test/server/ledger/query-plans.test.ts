import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseLogQuery } from "#domain/ledger/log-query";
import { mailSelect, numbersSelect } from "../../../pb_hooks/src/figures/counts.ts";
import { doubtfulSelect } from "../../../pb_hooks/src/ledger/read/doubtful.ts";
import { countOf, pageOf } from "../../../pb_hooks/src/ledger/read/log-select.ts";
import { readersSelect } from "../../../pb_hooks/src/ledger/read/readers-select.ts";
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
const years = "from=2024-01-01&to=2026-11-02";

describe.each([
  ["", "idx_events_seq"],
  [cursor, "idx_events_seq"],
  [user, "idx_events_user"],
  [record, "idx_events_record"],
  [trace, "idx_events_trace"],
  [system, "idx_events_system"],
  ["kind=mail.held", "idx_events_kind"],
  ["kind=record", "idx_events_kind"],
  ["kind=users", "idx_events_kind"],
  [day, "idx_events_occurred"],
  [years, "idx_events_seq"],
  ["to=2026-11-02", "idx_events_seq"],
  [`${user}&${record}&${day}`, "idx_events_record"],
  [`${user}&kind=mail&${years}&${cursor}`, "idx_events_user"],
  [`${system}&${day}`, "idx_events_occurred"],
  [`${trace}&${user}&kind=mail.held`, "idx_events_trace"],
  ["doubtful=1", "idx_events_doubtful"],
  [`doubtful=1&kind=record&${years}`, "idx_events_doubtful"],
  [`doubtful=1&${user}`, "idx_events_user"],
  ["id=e00000000000001", "sqlite_autoindex_events_1"],
  ["seq=500", "idx_events_seq"],
])("a page of the log with %o", (raw, index) => {
  const parsed = parseLogQuery(raw, [
    "id",
    "seq",
    "user",
    "record",
    "kind",
    "system",
    "from",
    "to",
    "trace",
    "doubtful",
    "before",
  ]);
  if ("unfit" in parsed) throw new Error(parsed.unfit);
  // As the server asks: with what it opened the cursor to, and what it hides.
  const query = {
    ...parsed,
    ...(parsed.cursor ? { before: 500 } : {}),
    hidden: ["case"],
    withoutBlankedActs: true,
  };

  test(`goes by ${index}`, () => {
    const steps = [...planOf(pageOf(query, 51).sql), ...planOf(countOf(query).sql)];
    const onEvents = steps.filter((step) => /\bevents\b/.test(step));
    expect(onEvents.length).toBeGreaterThan(0);
    for (const step of onEvents) expect(step).toContain(index);
    for (const step of steps) expect(step).toMatch(/USING .*INDEX/);
  });
});

test("weeks are counted within one index, and what became of mail is looked up by its trace", () => {
  const [views] = planOf(numbersSelect("record.view"), /\be\b/);
  expect(views).toContain(
    "COVERING INDEX idx_events_kind_occurred (kind=? AND occurredAt>? AND occurredAt<?)",
  );
  for (const step of planOf(mailSelect, /\b(h|o|again|earlier)\b/)) {
    expect(step).toMatch(/USING (COVERING )?INDEX/);
  }
});

test("doubtful events are counted by their own index", () => {
  for (const step of planOf(doubtfulSelect)) expect(step).toContain("USING INDEX idx_events_doubtful");
});

test("who read one's own events goes by an index", () => {
  for (const step of planOf(readersSelect)) expect(step).toMatch(/USING .*INDEX/);
});
