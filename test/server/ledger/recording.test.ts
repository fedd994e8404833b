import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import {
  ingest,
  mailOutcome,
  pairedBrowser,
  recordView,
  type SignedIn,
  signInAs,
} from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;
let lead: SignedIn;
let manager: SignedIn;
let browser: string;
let desk: string;
let fresh = 0;
const next = () => (fresh += 1);

const account = `k1:${"ab".repeat(32)}`;
const unmapped = `k1:${"cd".repeat(32)}`;
const idOf = (token: string): string => JSON.parse(atob(token.split(".")[1] ?? "")).id;
const noticeInForce = () => Number(database.prepare("SELECT max(number) AS n FROM notices").get()?.n);

beforeAll(async () => {
  server = await startServer({ example: true });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  lead = await signInAs(server, "dpo");
  manager = await signInAs(server, "manager");
  browser = await pairedBrowser(server, "--user", lead.email);
  desk = await pairedBrowser(server, "--desk", "Front desk, Whitstable");
  database
    .prepare(
      "INSERT INTO system_accounts (id, system, account, user, version) VALUES ('mapping00000001', ?, ?, ?, 1)",
    )
    .run("cliniko:harbour.uk2", account, manager.id);
});

afterAll(async () => {
  database.close();
  await server.stop();
});

/** Nobody has been shown anything. */
beforeEach(() => {
  database.exec("DELETE FROM notice_shown");
  database.exec("UPDATE browsers SET noticeAtDesk = 0, device = 'clinic', ownDeviceReason = ''");
});

const showTo = (user: string, notice = noticeInForce()) =>
  database
    .prepare(
      "INSERT INTO notice_shown (id, notice, user, browser, at) VALUES (?, ?, ?, '', '2026-11-24 09:00:00.000Z')",
    )
    .run(`shown${String(next()).padStart(10, "0")}`, notice, user);

async function view(token: string, more: object = {}) {
  const [result] = (await ingest(server, token, [recordView(next(), "123", more)])).results;
  const row =
    result?.seq && database.prepare("SELECT user, attribution FROM events WHERE seq = ?").get(result.seq);
  return row ? `${row.user} ${row.attribution}` : `${result?.field} ${result?.reason}`;
}
const shown = (more: object = {}) => {
  const detail = { v: 1, notice: noticeInForce(), ...more };
  return { ...mailOutcome(next()), kind: "notice.shown", trace: undefined, detail };
};

describe("a view is refused", () => {
  const off = "kind recording-off";

  test("before the person was shown the notice, mail events are stored", async () => {
    expect(await view(browser)).toBe(off);
    expect((await ingest(server, browser, [mailOutcome(next())])).results[0]?.status).toBe("accepted");
  });

  test("after an older notice alone", async () => {
    showTo(lead.id, noticeInForce() - 1);
    expect(await view(browser)).toBe(off);
  });

  test("on a worker's own device, unless the lead has said why", async () => {
    showTo(lead.id);
    const own = database.prepare("UPDATE browsers SET device = 'own', ownDeviceReason = ? WHERE id = ?");
    own.run("", idOf(browser));
    expect(await view(browser)).toBe(off);
    own.run("Works from home", idOf(browser));
    expect(await view(browser)).toBe(`${lead.id} browser`);
  });

  test("at a desk where the notice was not shown", async () => {
    expect(await view(desk)).toBe(off);
    expect(await view(desk, { chosen: lead.id })).toBe(off);
  });

  test("of a mapped person who was not shown the notice, in the browser of one who was", async () => {
    showTo(lead.id);
    expect(await view(browser, { account })).toBe(off);
  });

  test("while no notice stands", async () => {
    showTo(lead.id);
    database.exec("BEGIN; UPDATE notices SET assessmentDecision = ''; COMMIT");
    expect(await view(browser)).toBe(off);
    database.exec("UPDATE notices SET assessmentDecision = 'Goes ahead'");
    expect(await view(browser)).toBe(`${lead.id} browser`);
  });
});

describe("a view is attributed", () => {
  test("to whom the page shows, never to the owner of the browser", async () => {
    showTo(manager.id);
    showTo(lead.id);
    expect(await view(browser, { account })).toBe(`${manager.id} page`);
    expect(await view(browser, { account: unmapped })).toBe(" none");
    expect(await view(browser)).toBe(`${lead.id} browser`);
  });

  test("at a desk to whom the page shows, else to whom was picked, else to nobody", async () => {
    showTo(manager.id);
    showTo(lead.id);
    expect(await view(desk, { account, chosen: lead.id })).toBe(`${manager.id} page`);
    expect(await view(desk, { chosen: lead.id })).toBe(`${lead.id} chosen`);
    expect(await view(desk)).toBe("kind recording-off");
    expect(await view(desk, { chosen: "nobodyatall0000" })).toBe("chosen invalid");
  });
});

describe("a view that was made before the newest notice was recorded", () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const recordedNow = minutesAgo(10);
  const made = { occurredAt: minutesAgo(30) };
  const earlier = (more: object = {}) => {
    const detail = { v: 1, notice: noticeInForce() - 1, ...more };
    return { ...shown(), occurredAt: minutesAgo(40), detail };
  };
  beforeAll(() => {
    database
      .prepare(
        `INSERT INTO notices (id, number, text, scope, assessmentDecision, assessedBy, assessedOn, views, created)
         SELECT 'notice000000099', number + 1, text, scope, assessmentDecision, assessedBy, assessedOn, views, ?
         FROM notices ORDER BY number DESC LIMIT 1`,
      )
      .run(recordedNow.replace("T", " "));
  });
  afterAll(() => database.exec("DELETE FROM notices WHERE id = 'notice000000099'"));

  test("is kept where the notice of its time had been shown to the person, whatever came since", async () => {
    showTo(lead.id, noticeInForce() - 1);
    database.exec(`UPDATE notice_shown SET at = '${minutesAgo(40).replace("T", " ")}'`);
    expect(await view(browser, made)).toBe(`${lead.id} browser`);
    expect(await view(browser, { ...made, account })).toBe("kind recording-off");
    expect(await view(browser)).toBe("kind recording-off");
    expect(await view(browser, { occurredAt: minutesAgo(9) })).toBe("kind recording-off");
  });

  test("is refused where that one was shown later, or an older one alone", async () => {
    showTo(lead.id, noticeInForce() - 1);
    database.exec(`UPDATE notice_shown SET at = '${minutesAgo(20).replace("T", " ")}'`);
    expect(await view(browser, made)).toBe("kind recording-off");
    database.exec(`UPDATE notice_shown SET notice = 0, at = '${minutesAgo(40).replace("T", " ")}'`);
    expect(await view(browser, made)).toBe("kind recording-off");
  });

  test("is kept after a notice out of the same outbox, which counts from when it was shown", async () => {
    const batch = [earlier(), recordView(next(), "9", made)];
    expect((await ingest(server, browser, batch)).results.map(({ status }) => status)).toEqual([
      "accepted",
      "accepted",
    ]);
    expect(await view(browser, made)).toBe(`${lead.id} browser`);
  });

  test("at a desk is kept where it had been shown at that desk", async () => {
    expect(await view(desk, made)).toBe("kind recording-off");
    await ingest(server, desk, [earlier({ desk: true })]);
    expect(await view(desk, made)).toBe(" none");
    expect(await view(desk)).toBe("kind recording-off");
    const other = await pairedBrowser(server, "--desk", "Back desk");
    expect(await view(other, made)).toBe("kind recording-off");
  });

  test("on an own device stays refused", async () => {
    showTo(lead.id, noticeInForce() - 1);
    database.exec(`UPDATE notice_shown SET at = '${minutesAgo(40).replace("T", " ")}'`);
    database.exec("UPDATE browsers SET device = 'own'");
    expect(await view(browser, made)).toBe("kind recording-off");
  });
});

describe("a notice that was shown", () => {
  test("to the owner counts for what follows in the same batch", async () => {
    const { results } = await ingest(server, browser, [
      recordView(next(), "1"),
      shown(),
      recordView(next(), "2"),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["refused", "accepted", "accepted"]);
    expect(await view(browser)).toBe(`${lead.id} browser`);
  });

  test("to a person picked at a desk counts for that person, there and elsewhere", async () => {
    await ingest(server, desk, [{ ...shown(), chosen: lead.id }]);
    expect(await view(desk, { chosen: lead.id })).toBe(`${lead.id} chosen`);
    expect(await view(browser)).toBe(`${lead.id} browser`);
    expect(await view(desk)).toBe("kind recording-off");
  });

  test("at a desk counts for what nobody is known to have done there", async () => {
    await ingest(server, desk, [shown({ desk: true })]);
    expect(await view(desk)).toBe(" none");
    expect(await view(desk, { chosen: lead.id })).toBe("kind recording-off");
    expect(
      database.prepare("SELECT noticeAtDesk FROM browsers WHERE id = ?").get(idOf(desk))?.noticeAtDesk,
    ).toBe(noticeInForce());
  });

  test("must be one that exists", async () => {
    const { results } = await ingest(server, browser, [{ ...shown(), detail: { v: 1, notice: 99 } }]);
    expect(results[0]).toMatchObject({ field: "detail.notice", reason: "invalid" });
  });
});

test("a retry of what was stored is a duplicate even when recording is off now", async () => {
  showTo(lead.id);
  const event = recordView(next(), "77");
  await ingest(server, browser, [event]);
  database.exec("DELETE FROM notice_shown");
  expect((await ingest(server, browser, [event])).results[0]?.status).toBe("duplicate");
});
