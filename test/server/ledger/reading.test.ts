import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gravity, type RuleTable, ruledBy, usualRules } from "#domain/clinic/mail-rules";
import { recipientClasses } from "#domain/ledger/mail-lists";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import {
  ingest,
  mailOutcome,
  pairedBrowser,
  recordView,
  type SignedIn,
  send,
  signInAs,
} from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;
let browser: string;
const people: { [role: string]: SignedIn } = {};
const token = (role: string) => people[role]?.token;
const idOf = (role: string) => people[role]?.id ?? "";

beforeAll(async () => {
  server = await startServer({ example: true });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  for (const role of ["staff", "manager", "dpo", "auditor"]) people[role] = await signInAs(server, role);
  browser = await pairedBrowser(server, "--user", people.staff?.email ?? "");
  const views = Array.from({ length: 60 }, (_, i) => recordView(i + 1, i < 5 ? "4711" : `${i}`));
  await ingest(server, browser, views);
  await ingest(server, browser, [held(100), mailOutcome(101, { trace: "atrace000000100" }), held(102)]);
  // One letter three times: taken out, held again and not decided in time, then sent.
  const letter = { trace: "atrace000000200" };
  const became = (n: number, outcome: string) =>
    mailOutcome(n, {
      ...letter,
      detail: { v: 1, adapter: "roundcube", outcome, files: 1, strength: "strong" },
    });
  await ingest(server, browser, [
    { ...held(200), ...letter },
    became(201, "removed"),
    { ...held(202), ...letter },
    became(203, "undecided"),
    became(204, "sent-anyway"),
  ]);
  // One that was said to be no patient document.
  const saw = [
    { name: "birth", tenths: 7 },
    { name: "blank", tenths: 3 },
  ];
  const disputed = { v: 1, adapter: "roundcube", outcome: "disputed", files: 1, strength: "strong", saw };
  await ingest(server, browser, [
    { ...held(300), trace: "atrace000000300" },
    mailOutcome(301, {
      trace: "atrace000000300",
      detail: { ...disputed, reason: "misread", sentence: "It is a blank form" },
    }),
  ]);
});

afterAll(async () => {
  database.close();
  await server.stop();
});

function held(n: number): object {
  const recipients = { own: 0, approved: 0, patient: 1, outside: 0, unknown: 0 };
  const detail = {
    v: 1,
    adapter: "roundcube",
    how: "chosen",
    files: 1,
    strength: "strong",
    kinds: [],
    recipients,
    shown: [],
    detector: "rules-1",
  };
  return mailOutcome(n, { kind: "mail.held", trace: `atrace000000${n}`, detail });
}

const get = (path: string, role = "manager") =>
  send(server, "GET", path, { token: role === "browser" ? browser : token(role) });
const readingsBy = (id: string): { filter: { [name: string]: string }; what: string }[] =>
  database
    .prepare("SELECT detail FROM events WHERE kind = 'log.read' AND user = ? ORDER BY seq")
    .all(id)
    .map(({ detail }) => JSON.parse(String(detail)));

describe("who may read", () => {
  const paths = ["/events", "/mail", "/readers", "/events?format=csv", "/mail?format=csv"];
  test.each(["staff", "manager", "dpo", "auditor"])("%s", async (role) => {
    for (const path of paths) expect((await get(path, role)).status, path).toBe(200);
  });
  test("the whole ledger is for the lead", async () => {
    for (const role of ["staff", "manager", "auditor"])
      expect((await get("/ledger.jsonl", role)).status).toBe(403);
    expect((await get("/ledger.jsonl", "dpo")).status).toBe(200);
  });
  test("nobody and browsers may not", async () => {
    for (const path of [...paths, "/ledger.jsonl"]) {
      expect((await get(path, "nobody")).status).toBe(401);
      expect((await get(path, "browser")).status).toBe(403);
    }
  });
  test("staff see their own alone, whatever they ask for", async () => {
    const own = (await get("/events?limit=200", "staff")).json.rows;
    expect(own.length).toBeGreaterThan(60);
    expect(own.every((row: { user: string }) => row.user === idOf("staff"))).toBe(true);
    expect((await get(`/events?user=${idOf("dpo")}`, "staff")).status).toBe(403);
    expect((await get(`/mail?user=${idOf("dpo")}`, "staff")).status).toBe(403);
    const mail = (await get("/mail", "staff")).json.rows;
    expect(mail.every(({ held: row }: { held: { user: string } }) => row.user === idOf("staff"))).toBe(true);
  });
  test("an auditor whose day is over may not", async () => {
    const until = database.prepare("UPDATE users SET until = ? WHERE id = ?");
    until.run("2026-01-01 00:00:00.000Z", idOf("auditor"));
    expect([401, 403]).toContain((await get("/events", "auditor")).status);
    until.run("", idOf("auditor"));
    expect((await get("/events", "auditor")).status).toBe(200);
  });
  test("the collections themselves are shut", async () => {
    for (const role of ["staff", "manager", "dpo", "auditor"]) {
      for (const path of ["events", "checkpoints"]) {
        const answer = await fetch(`${server.url}/api/collections/${path}/records`, {
          headers: { authorization: token(role) ?? "" },
        });
        expect(answer.status).toBe(403);
      }
    }
  });
});

describe("what is asked for", () => {
  test.each([
    ["colour=red", "colour"],
    ["from=yesterday", "from"],
    ["to=2026-13-01", "to"],
    ["limit=500", "limit"],
    ["before=x", "before"],
    ["user=x", "user"],
    ["record=Rosalind%20Ellery", "record"],
    ["kind=mail&kind=record", "kind"],
  ])("%s is refused, by name", async (query, field) => {
    const answer = await get(`/events?${query}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.json.data)).toEqual([field]);
  });

  test("pages follow each other without gap or repetition", async () => {
    const ids: string[] = [];
    let before = "";
    for (;;) {
      const { rows, next } = (await get(`/events?user=${idOf("staff")}&kind=record&limit=25${before}`)).json;
      ids.push(...rows.map(({ id }: { id: string }) => id));
      if (next === null) break;
      before = `&before=${next}`;
    }
    const all = database
      .prepare("SELECT id FROM events WHERE user = ? AND kind LIKE 'record.%' ORDER BY seq DESC")
      .all(idOf("staff"));
    expect(ids).toEqual(all.map(({ id }) => id));
  });

  test("each filter narrows, alone and together", async () => {
    const rowsOf = async (query: string) => (await get(`/events?limit=200&${query}`)).json.rows;
    expect(await rowsOf("record=4711")).toHaveLength(5);
    expect(await rowsOf(`record=4711&user=${idOf("dpo")}`)).toHaveLength(0);
    expect(await rowsOf("trace=atrace000000100")).toHaveLength(2);
    expect(await rowsOf("trace=atrace000000100&kind=mail.held")).toHaveLength(1);
    expect(await rowsOf("record=4711&kind=record.view&system=cliniko%3Aharbour.uk2")).toHaveLength(5);
    expect(await rowsOf("record=4711&to=2026-01-01")).toHaveLength(0);
    expect(await rowsOf("record=4711&from=2026-01-01")).toHaveLength(5);
    expect(await rowsOf("system=nowhere%3Ax")).toHaveLength(0);
    const kinds = new Set<string>((await rowsOf("kind=auth")).map((row: { kind: string }) => row.kind));
    expect([...kinds]).toContain("auth.sign-in");
    expect([...kinds].every((kind) => kind.startsWith("auth."))).toBe(true);
  });

  test("rows bear today's names", async () => {
    const [row] = (await get("/events?record=4711&limit=1")).json.rows;
    expect(row).toMatchObject({
      userName: people.staff?.name,
      browserName: "Paired in the terminal",
      recordRef: "4711",
    });
  });

  test("an attempt is what was held and what became of it", async () => {
    const rows = (await get(`/mail?user=${idOf("staff")}&limit=5`)).json.rows;
    expect(
      rows.map((row: { held: { n: number }; outcome: { n: number } | null }) => [row.held.n, row.outcome?.n]),
    ).toEqual([
      [300, 301],
      [202, 204],
      [200, 201],
      [102, undefined],
      [100, 101],
    ]);
  });
});

describe("reading is an event", () => {
  test("once a person and filter, whatever page", async () => {
    const before = readingsBy(idOf("auditor")).length;
    const { next } = (await get("/events?kind=auth&limit=1", "auditor")).json;
    for (const page of ["", `&before=${next}`, "&limit=5"]) await get(`/events?kind=auth${page}`, "auditor");
    await get("/events?kind=browser", "auditor");
    expect(readingsBy(idOf("auditor")).slice(before)).toEqual([
      { v: 1, what: "events", filter: { kind: "auth" } },
      { v: 1, what: "events", filter: { kind: "browser" } },
    ]);
  });

  test("again after fifteen minutes", async () => {
    const before = readingsBy(idOf("auditor")).length;
    await get("/events?kind=notice", "auditor");
    database.exec("UPDATE ledger_readings SET at = at - 900001");
    await get("/events?kind=notice", "auditor");
    expect(readingsBy(idOf("auditor"))).toHaveLength(before + 2);
  });

  test("that holds the record keyed, never as it was asked for", async () => {
    const keyed = `k1:${"ef".repeat(32)}`;
    await get("/events?record=20404", "dpo");
    await get(`/events?record=${keyed}`, "dpo");
    const [clear, again] = readingsBy(idOf("dpo")).slice(-2);
    for (const reading of [clear, again]) expect(reading?.filter.record).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(clear?.filter.record).not.toContain("20404");
    expect(again?.filter.record).not.toBe(keyed);
  });

  test("that whoever was read about can see", async () => {
    await get(`/events?user=${idOf("staff")}&kind=record.view`, "auditor");
    const { rows } = (await get("/readers", "staff")).json;
    expect(rows[0]).toMatchObject({
      by: people.auditor?.name,
      what: "events",
      filter: { user: idOf("staff"), kind: "record.view" },
    });
    expect(
      rows.some((row: { filter: { user?: string } }) => row.filter.user && row.filter.user !== idOf("staff")),
    ).toBe(false);
  });
});

describe("a table to take away", () => {
  test("says as of when, by whom and with what filter, and is an event of its own", async () => {
    const answer = await get("/events?record=4711&format=csv", "dpo");
    const lines = answer.text.trim().split("\r\n");
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(lines[0]).toMatch(/^As of,20\d\d-/);
    expect(lines[1]).toBe(`By,${people.dpo?.name}`);
    expect(lines[2]).toBe("Filter,record = 4711");
    expect(lines).toHaveLength(4 + 5);
    const last = database
      .prepare("SELECT detail FROM events WHERE kind = 'log.export' ORDER BY seq DESC LIMIT 1")
      .get();
    expect(JSON.parse(String(last?.detail))).toMatchObject({ what: "events", rows: 5 });
  });
});

describe("what the detector saw in what was said to be no patient document", () => {
  test("is for the lead alone", async () => {
    for (const role of ["staff", "manager", "auditor", "browser"])
      expect((await get("/mail?format=saw", role)).status, role).toBe(403);
    expect((await get("/mail?format=saw", "nobody")).status).toBe(401);
  });
  test("names no person and no sentence, and is an export in the log", async () => {
    const answer = await get("/mail?format=saw", "dpo");
    expect(answer.status).toBe(200);
    const rows = answer.text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const detail = rows.map((row) => row.detail).find(({ reason }) => reason === "misread");
    expect(detail).toEqual({
      outcome: "disputed",
      reason: "misread",
      strength: "strong",
      saw: [
        { name: "birth", tenths: 7 },
        { name: "blank", tenths: 3 },
      ],
    });
    expect(rows.every((row) => Object.keys(row).join() === "kind,occurredAt,detail")).toBe(true);
    expect(answer.text).not.toContain("blank form");
    const last = database
      .prepare("SELECT detail FROM events WHERE kind = 'log.export' ORDER BY seq DESC LIMIT 1")
      .get();
    expect(JSON.parse(String(last?.detail))).toMatchObject({ what: "mail", rows: rows.length });
  });
});

describe("a table of rules is tried on the last ninety days", () => {
  const ask = (role: string, rules: unknown) =>
    send(server, "POST", "/rules-rehearsal", { token: token(role), body: { rules } });
  /** Each held document, judged by one row at a time. */
  const slowly = (rules: RuleTable) => {
    const since = new Date(Date.now() - 90 * 86_400_000).toISOString();
    const rows = database
      .prepare("SELECT detail FROM events WHERE kind = 'mail.held' AND occurredAt >= ?")
      .all(since)
      .map(({ detail }) => JSON.parse(String(detail)));
    const counts = { held: rows.length, same: 0, milder: 0, stricter: 0, unknown: 0, apart: 0 };
    for (const { rule, strength, recipients, unreadable, another, openly } of rows) {
      if (another || (openly && !rule)) {
        counts.apart++;
        continue;
      }
      const groups = recipientClasses.filter((group) => recipients[group] > 0);
      const now =
        rule && ruledBy(rules, rule.channel, unreadable ? [strength, "unreadable"] : [strength], groups);
      if (!now) counts.unknown++;
      else if (now.does === rule.does) counts.same++;
      else counts[gravity(now.does) > gravity(rule.does) ? "stricter" : "milder"]++;
    }
    return counts;
  };
  const sum = (changes: readonly { count: number }[]) => changes.reduce((all, { count }) => all + count, 0);

  test("by the lead alone, and on the record as a reading", async () => {
    for (const role of ["staff", "manager", "auditor"])
      expect((await ask(role, usualRules)).status).toBe(403);
    expect((await send(server, "POST", "/rules-rehearsal", { body: { rules: usualRules } })).status).toBe(
      401,
    );
    expect((await ask("dpo", { mail: usualRules.mail })).status).toBe(400);
    const since = Number(database.prepare("SELECT max(seq) AS seq FROM events").get()?.seq);
    expect((await ask("dpo", usualRules)).status).toBe(200);
    const read = database.prepare("SELECT user, kind, detail FROM events WHERE seq > ?").all(since);
    expect(read).toMatchObject([{ kind: "log.read", user: idOf("dpo") }]);
  });

  test("with the figures of a slow count, and the cells that change", async () => {
    const other: RuleTable = {
      ...usualRules,
      mail: {
        ...usualRules.mail,
        outside: { strong: "block", weak: "warn", unreadable: "warn" },
        own: { strong: "block", weak: "warn", unreadable: "warn" },
      },
    };
    // Beside those of the example: held for many open addresses, with a document and with none, and for another patient's.
    const rule = { channel: "mail", to: "outside", strength: "weak", does: "block" };
    const openly = (n: number, more: object) => {
      const one = held(n) as { detail: object };
      const recipients = { own: 0, approved: 0, patient: 0, outside: 12, unknown: 0 };
      return { ...one, detail: { ...one.detail, strength: "weak", recipients, ...more } };
    };
    await ingest(server, browser, [
      openly(400, { openly: 12, rule }),
      openly(401, { openly: 12 }),
      openly(402, { another: true, rule }),
    ]);
    const { json } = await ask("dpo", other);
    const expected = slowly(other);
    expect(expected).toMatchObject({ apart: 2 });
    expect(expected.milder).toBeGreaterThan(1);
    expect(expected.stricter).toBeGreaterThan(0);
    expect({
      ...{ held: json.held, same: json.same, unknown: json.unknown, apart: json.apart },
      ...{ milder: sum(json.milder), stricter: sum(json.stricter) },
    }).toEqual(expected);
    expect(json.milder).toContainEqual(
      expect.objectContaining({
        channel: "mail",
        to: "outside",
        strength: "weak",
        did: "block",
        does: "warn",
      }),
    );
    expect((await ask("dpo", usualRules)).json).toMatchObject({ milder: [], stricter: [] });
  });
});
