import { afterAll, beforeAll, expect, test } from "vitest";
import { incidentReport } from "#domain/breach/report";
import { todayAnswer } from "#domain/today";
import { startServer, type TestServer } from "../../support/server.ts";
import { act, ask, codeOf } from "./clinic.ts";
import { rowsIn } from "./database.ts";

interface User {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
  readonly totpSecret: string;
}

let server: TestServer;
let users: User[];
const tokens = new Map<string, string>();
beforeAll(async () => {
  server = await startServer();
  const made = await server.command(["chaperone", "example"]);
  expect(made.status).toBe(0);
  ({ users } = JSON.parse(made.stdout));
  for (const { email, password, totpSecret, role } of users) {
    const body = { email, password, code: codeOf(totpSecret) };
    const { status, body: answer } = await ask(server, "POST /api/chaperone/sign-in", { body });
    expect(status).toBe(200);
    tokens.set(role, answer.token);
  }
});
afterAll(() => server?.stop());

const get = (role: string, path: string) =>
  ask(server, `GET /api/chaperone/${path}`, { token: tokens.get(role) ?? "" });

test("has somebody of every role, with passwords of its own", async () => {
  expect(new Set(users.map(({ role }) => role))).toEqual(new Set(["staff", "manager", "dpo", "auditor"]));
  const other = await startServer();
  const again = JSON.parse((await other.command(["chaperone", "example"])).stdout).users as User[];
  await other.stop();
  const secrets = new Set([...users, ...again].flatMap(({ password, totpSecret }) => [password, totpSecret]));
  expect(secrets.size).toBe(4 * users.length);
});

test("its chain is whole, in the order of time, and three weeks long", () => {
  const events = rowsIn(server, "SELECT seq, receivedAt, occurredAt, prev, hash FROM events ORDER BY seq");
  expect(events.length).toBeGreaterThan(600);
  for (const [i, event] of events.entries()) {
    expect(event.seq).toBe(i + 1);
    expect(event.prev).toBe(events[i - 1]?.hash ?? "");
    expect(String(event.receivedAt) >= String(events[i - 1]?.receivedAt ?? "")).toBe(true);
    expect(String(event.occurredAt) <= String(event.receivedAt)).toBe(true);
  }
  const days = (Date.now() - Date.parse(String(events[0]?.receivedAt))) / 86_400_000;
  expect(days).toBeGreaterThan(20);
});

test("shows the first screen something of every kind", async () => {
  const { body } = await get("manager", "today");
  const today = todayAnswer.parse(body);
  const blind = today.blind?.map(({ what }) => what);
  expect(blind).toEqual(expect.arrayContaining(["quiet", "gap", "wrong-clock", "adapter-blind", "revoked"]));
  expect(today.coverage).toEqual({ seen: 5, of: 7 });
  expect(today.unattributed).toBeGreaterThan(0);
  expect(today.mail?.held).toBeGreaterThan(5);
  expect(today.notice).toMatchObject({
    number: 1,
    shownToMe: true,
    notShown: [{ name: "Lettie Arkwright" }],
  });
});

test("staff are told their own part alone", async () => {
  const today = todayAnswer.parse((await get("staff", "today")).body);
  expect(today).toMatchObject({ coverage: null, blind: null, unattributed: null, mail: null });
  expect(today.notice.notShown).toBe(null);
});

test("nothing of a patient is in it, and it is made but once", async () => {
  const text = JSON.stringify(rowsIn(server, "SELECT * FROM events"));
  expect(text).not.toMatch(/\b\d{3} ?\d{3} ?\d{4}\b/);
  const again = await server.command(["chaperone", "example"]);
  expect(again.status).toBe(1);
  expect(again.stdout).toContain("holds a clinic already");
});

test("a manager works in it: a mapped account is taken off and put back", async () => {
  const token = tokens.get("manager") ?? "";
  const { body } = await ask(server, "GET /api/collections/system_accounts/records", { token });
  const [row] = body.items;
  const off = await act(server, token, "system_accounts.unmap", {}, { id: row.id, version: row.version });
  expect(off.status).toBe(200);
  const waiting = (await get("manager", "today")).body.waiting;
  expect(waiting).toEqual([{ what: "map-accounts", count: 1 }]);
});

test("it has incidents: one that waits, a near miss, and a breach that was told, sent and closed", async () => {
  const { runningOut, decideToday } = (await get("manager", "today")).body;
  expect(runningOut.length).toBeGreaterThan(1);
  expect(decideToday.map(({ what }: { what: string }) => what)).toContain("triage");
  const { rows } = (await get("dpo", "breach-register")).body;
  const states = new Set(rows.map(({ state }: { state: string }) => state));
  expect(states).toEqual(new Set(["closed", "near-miss", "withdrawn", "breach", "reported"]));
  const [closed] = rowsIn(server, "SELECT breach, hash FROM breach_reports");
  const report = (await get("dpo", `breach-report?id=${closed?.breach}`)).body;
  expect(incidentReport.parse(report)).toMatchObject({
    version: 1,
    people: { affected: 14, toBeTold: 14, told: 14 },
  });
});
