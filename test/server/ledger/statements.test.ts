import { globSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usualRules } from "#domain/clinic/mail-rules";
import { roles } from "#domain/roles";
import { dueSelect } from "../../../pb_hooks/src/ledger/expiry/expire.ts";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { clinicDay } from "../../support/clinic-time.ts";
import {
  ingest,
  mailOutcome,
  pairedBrowser,
  recordView,
  send,
  signInAs,
} from "../../support/server/ledger-client.ts";
import { type About, pageQuestions } from "../../support/server/page-questions.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;
let heard = "";
/** Each statement on events that the server has made, with its values. */
let statements: string[];

// Some three hundred questions, which takes its time on a loaded machine.
beforeAll(async () => {
  server = await startServer({ example: true, hear: (text) => (heard += text) });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  await everythingIsAsked();
  // Expiry runs by itself, in a process that is not heard.
  const ofExpiry = dueSelect.replaceAll(/\{:\w+\}/g, "'1'");
  statements = [...new Set([...statementsIn(heard), ofExpiry])].filter((one) =>
    /\b(?:FROM|JOIN|INTO|UPDATE) events\b/.test(one),
  );
}, 300_000);
afterAll(async () => {
  database.close();
  await server.stop();
});

function statementsIn(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const plain = text.replace(/\u001b\[[\d;]*m/g, "");
  return plain
    .split(/^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d )?\[\d+\.\d+ms\] /m)
    .slice(1)
    .map((one) => one.replace(/\n(?:INFO|DEBUG|WARN|ERROR|[├└]|\d{4}\/\d\d\/\d\d )[\s\S]*$/, "").trim());
}

const first = (select: string): string =>
  String(Object.values(database.prepare(select).get() ?? {})[0] ?? "");

/** A page that watches the ledger, so that what came is asked for; its stream ends with the server. */
async function listenAs(token: string): Promise<void> {
  const stream = await fetch(`${server.url}/api/realtime`);
  const hello = new TextDecoder().decode((await stream.body?.getReader().read())?.value);
  const answer = await fetch(`${server.url}/api/realtime`, {
    method: "POST",
    headers: { authorization: token, "content-type": "application/json" },
    body: JSON.stringify({ clientId: /"clientId":"([^"]+)"/.exec(hello)?.[1], subscriptions: ["ledger"] }),
  });
  expect(answer.status, await answer.text()).toBe(204);
}

/** All that pages read, as each role; then what browsers, the lead and the clock do. */
async function everythingIsAsked(): Promise<void> {
  const about: Omit<About, "who"> = {
    person: first("SELECT user FROM events WHERE kind = 'record.view' AND user <> '' LIMIT 1"),
    record: first("SELECT recordRef FROM events WHERE recordRef <> '' LIMIT 1"),
    trace: first("SELECT trace FROM events WHERE kind = 'mail.held' LIMIT 1"),
    event: first("SELECT id FROM events WHERE kind = 'record.view' LIMIT 1"),
    case: first("SELECT id FROM breaches WHERE confidential = FALSE AND state = 'closed' LIMIT 1"),
    reported: first("SELECT breach FROM breach_reports LIMIT 1"),
    review: first("SELECT id FROM reviews WHERE state = 'signed' LIMIT 1"),
  };
  for (const role of roles) {
    const who = await signInAs(server, role);
    for (const question of pageQuestions.filter((one) => one.roles.includes(role))) {
      for (const path of question.paths({ ...about, who })) {
        const answer = await fetch(server.url + path, { headers: { authorization: who.token } });
        expect(answer.status, `${role} ${path}: ${await answer.text()}`).toBe(200);
      }
    }
  }
  const lead = await signInAs(server, "dpo");
  const asLead = (method: string, path: string, body?: unknown) =>
    send(server, method, path, { token: lead.token, ...(body ? { body } : {}) });
  // Whose line of training changed is looked up from what was kept before.
  const trained = { course: "courserecordkee", completedOn: "2026-01-05", evidence: "stated" };
  const entered = await asLead("POST", "/act", {
    action: "completions.add",
    data: { user: about.person, ...trained },
  });
  expect(entered.status, entered.text).toBe(200);
  expect((await asLead("GET", "/training")).status).toBe(200);
  const minutes = `/review-minutes?id=${about.review}`;
  for (const path of ["/events?format=csv", "/mail?format=csv", "/ledger.jsonl", "/events?seq=3", minutes]) {
    expect((await asLead("GET", path)).status, path).toBe(200);
  }
  expect((await asLead("POST", "/rules-rehearsal", { rules: usualRules })).status).toBe(200);
  await listenAs(lead.token);
  const desk = await pairedBrowser(server, "--desk", "Front desk");
  const { results, head } = await ingest(server, desk, [
    mailOutcome(1),
    mailOutcome(4),
    recordView(2, "4711"),
  ]);
  await ingest(server, desk, [mailOutcome(1)], { receipt: head });
  const manager = await signInAs(server, "manager");
  const asManager = async (body: object) => {
    const answer = await send(server, "POST", "/act", { token: manager.token, body });
    expect(answer.status, answer.text).toBe(200);
  };
  // Reviews of before do not say up to which event they looked.
  database.exec("DROP TRIGGER reviews_no_update; UPDATE reviews SET upToSeq = 0");
  const prepared = database.prepare("SELECT id, version FROM reviews WHERE state = 'prepared'").get();
  await asManager({ action: "reviews.prepare", data: {}, ...prepared });
  const report = { kind: "other", noticedAt: new Date().toISOString(), text: "A letter lay on the desk." };
  const told = await asLead("POST", "/report", { ...report, confidential: false, event: about.event });
  expect(told.status, told.text).toBe(200);
  // Where the clinic's days begin within an hour of UTC.
  database.exec("UPDATE clinic SET timeZone = 'Asia/Kolkata'");
  expect((await asLead("GET", "/trends?weeks=26")).status).toBe(200);

  await lessonIsGiven(asLead);
  await looksAreRead(await signInAs(server, "manager"), lead);

  const asked = await asLead("POST", "/act", {
    action: "events.erase",
    data: { seq: results[0]?.seq, ground: "Recorded on a private device" },
  });
  const { id, version } = asked.json;
  await asManager({ action: "events.confirm", id, version, data: {} });

  const drawnAgain = `/samples/again?week=${first("SELECT max(weekOf) FROM samples")}`;
  const places = `/retention-record?id=${first("SELECT id FROM retention_rows LIMIT 1")}`;
  for (const path of [drawnAgain, places]) expect((await asLead("GET", path)).status, path).toBe(200);
  const gone = database
    .prepare("SELECT id, version FROM users WHERE role = 'staff' AND active LIMIT 1")
    .get();
  const left = await asLead("POST", "/act", { action: "users.deactivate", ...gone, data: {} });
  expect(left.status, left.text).toBe(200);
  expect((await asLead("GET", "/training?on=2026-05-03")).status).toBe(200);
}

type Asking = (method: string, path: string, body?: unknown) => ReturnType<typeof send>;

/** A lesson after a mail that was sent anyway. */
async function lessonIsGiven(asLead: Asking): Promise<void> {
  const { entry, user } = {
    ...database
      .prepare(
        `SELECT e.id AS entry, e.user AS user FROM events e JOIN users u ON u.id = e.user
         WHERE e.kind = 'mail.outcome' AND e.detail->>'outcome' = 'sent-anyway' AND u.active LIMIT 1`,
      )
      .get(),
  };
  const due = clinicDay(7);
  const data = { user, course: "courserecordkee", reason: "It went out once.", due, entry };
  const given = await asLead("POST", "/act", { action: "given_lessons.add", data });
  expect(given.status, given.text).toBe(200);
}

/** Who looked at the record of each request, as whoever works on it is told. */
async function looksAreRead(...people: readonly { readonly token: string }[]): Promise<void> {
  const requests = database.prepare("SELECT id FROM requests WHERE recordRef <> ''").all();
  const answers: number[] = [];
  for (const { id } of requests)
    for (const { token } of people)
      answers.push((await send(server, "GET", `/request-looks?id=${id}`, { token })).status);
  expect(answers).toContain(200);
}

/** How SQLite looks for what a statement wants, of events. */
const stepsOf = (sql: string): string[] =>
  database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => String(detail));

/** What events are called in a statement. */
const namesIn = (sql: string): string[] =>
  [...sql.matchAll(/\b(?:FROM|JOIN) events(?: AS)? (?!INDEXED|WHERE|ORDER|GROUP|JOIN|LIMIT)([a-z]+)\b/g)].map(
    ([, name = ""]) => name,
  );

/** What *About patients* counts, which is asked seldom: it walks the index of what it counts, and stops at the oldest. */
const isCount = (sql: string): boolean => / AS oldest\)$/.test(sql);

test("no statement looks through all events: each goes by an index, and what walks one stops at a page", () => {
  expect(statements.length).toBeGreaterThan(60);
  for (const sql of statements) {
    const steps = stepsOf(sql);
    const made = steps.flatMap((one) => /^(?:CO-ROUTINE|MATERIALIZE) (\w+)$/.exec(one)?.[1] ?? []);
    const names = ["events", ...namesIn(sql)].filter((name) => !made.includes(name));
    for (const step of steps) {
      const [, how, name = ""] = /^(SCAN|SEARCH) (\w+)/.exec(step) ?? [];
      if (!names.includes(name)) continue;
      expect(step, sql).toMatch(/USING (?:COVERING )?INDEX/);
      if (how === "SEARCH" || (isCount(sql) && /COVERING INDEX|idx_events_live/.test(step))) continue;
      expect(step, sql).toMatch(/INDEX idx_events_(?:seq|doubtful|dashboard|unattributed)/);
      expect(sql).toMatch(/ORDER BY seq(?: DESC)? LIMIT -?\d+/);
    }
  }
});

test("none numbers, sorts or groups all events to begin with", () => {
  for (const sql of statements.filter((one) => /\bOVER\b/.test(one)))
    for (const step of stepsOf(sql)) expect(step, sql).not.toMatch(/^SCAN events/);
});

test("every statement of the server's code on events is among them", () => {
  const flat = (text: string) => text.replace(/\s+/g, " ").trim();
  const made = statements.map(flat);
  // What the example clinic asks of itself is asked once, of a small folder.
  const files = globSync("pb_hooks/src/**/*.ts").filter((file) => !/\bexample\b/.test(file));
  const written = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /\b(?:FROM|JOIN|INTO|UPDATE) events\b[^`"$]*?(?=\{:|[`"$]|'\$)/g,
      ),
    ].map(([text]) => ({ file, text: flat(text) })),
  );
  expect(written.length).toBeGreaterThan(30);
  const unmade = written.filter(({ text }) => !made.some((sql) => sql.includes(text)));
  expect(unmade).toEqual([]);
});
