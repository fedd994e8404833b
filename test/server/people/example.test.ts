import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { todayAnswer } from "#domain/clinic/today";
import { incidentReport } from "#domain/registers/incidents/report";
import { reviewMinutes } from "#domain/registers/reviews/minutes";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { act, ask, codeOf } from "./clinic.ts";
import { rowsIn } from "./database.ts";

interface User {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
  readonly totpSecret: string;
}

const day = 86_400_000;
let server: TestServer;
let users: User[];
const tokens = new Map<string, string>();
beforeAll(async () => {
  server = await startServer({ example: true });
  ({ users } = JSON.parse(readFileSync(dataPaths(server.data).example, "utf8")));
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
  const made = await other.command(["chaperone", "example"]);
  expect(made.status).toBe(0);
  const again = JSON.parse(made.stdout).users as User[];
  await other.stop();
  const secrets = new Set([...users, ...again].flatMap(({ password, totpSecret }) => [password, totpSecret]));
  expect(secrets.size).toBe(4 * users.length);
}, 120_000);

test("its chain is whole, in the order of time, and ten weeks long", () => {
  const events = rowsIn(server, "SELECT seq, receivedAt, occurredAt, prev, hash FROM events ORDER BY seq");
  expect(events.length).toBeGreaterThan(2_000);
  for (const [i, event] of events.entries()) {
    expect(event.seq).toBe(i + 1);
    expect(event.prev).toBe(events[i - 1]?.hash ?? "");
    expect(String(event.receivedAt) >= String(events[i - 1]?.receivedAt ?? "")).toBe(true);
    expect(String(event.occurredAt) <= String(event.receivedAt)).toBe(true);
  }
  const days = (Date.now() - Date.parse(String(events[0]?.receivedAt))) / 86_400_000;
  expect(days).toBeGreaterThan(69);
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

test("it has incidents: some that wait, a near miss, one withdrawn, and a breach that was told, sent and closed", async () => {
  const { owed, decideToday } = (await get("manager", "today")).body;
  expect(owed.clocks).toBeGreaterThan(1);
  expect(owed.unanswered).toBe(0);
  expect(decideToday.map(({ what }: { what: string }) => what)).toContain("triage");
  const { rows } = (await get("dpo", "breach-register")).body;
  const states = new Set(rows.map(({ state }: { state: string }) => state));
  expect(states).toEqual(new Set(["closed", "near-miss", "withdrawn", "breach", "reported"]));
  const sent = rowsIn(server, "SELECT breach, hash, sentAt FROM breach_reports ORDER BY number");
  expect(sent.map(({ sentAt }) => sentAt !== "")).toEqual([true, true]);
  const [breach] = rowsIn(server, "SELECT * FROM breaches WHERE id = ?", String(sent[0]?.breach));
  expect(breach).toMatchObject({ state: "closed", closedReason: "", delayReason: "" });
  expect(breach?.icoReference).not.toBe("");
  const report = (await get("dpo", `breach-report?id=${sent[0]?.breach}`)).body;
  expect(incidentReport.parse(report)).toMatchObject({
    version: 2,
    people: { affected: 14, toBeTold: 14, told: 14 },
    accounts: { all: 3, informed: 3, reset: 3, confirmed: 3 },
    changes: { since: 1 },
  });
  const others = rowsIn(server, "SELECT doneBy, verifiedBy FROM actions WHERE verifiedAt <> ''");
  expect(others.every(({ doneBy, verifiedBy }) => doneBy !== verifiedBy)).toBe(true);
});

test("its confidential incident is there for the lead alone", async () => {
  const [secret] = rowsIn(server, "SELECT id, text, state FROM breaches WHERE confidential = TRUE");
  expect(secret?.state).toBe("reported");
  for (const [role, sees] of [
    ["dpo", true],
    ["manager", false],
    ["auditor", false],
    ["staff", false],
  ] as const) {
    const { body } = await get(role, "today");
    const all = (
      await ask(server, "GET /api/collections/breaches/records", { token: tokens.get(role) ?? "" })
    ).body;
    expect(JSON.stringify([body, all]).includes(String(secret?.id))).toBe(sees);
  }
});

test("eight weekly reviews are signed, one week was missed with its reason, and this week's is not begun", async () => {
  const { body: desk } = await get("manager", "review");
  expect(desk).toMatchObject({ open: "", done: false, missed: [] });
  const reviews = rowsIn(server, "SELECT * FROM reviews ORDER BY weekOf");
  const weeks = reviews.map(({ weekOf: week }) => Date.parse(String(week)));
  expect(weeks.at(-1)).toBe(Date.parse(desk.weekOf) - 7 * day);
  expect(weeks.slice(1).every((week, i) => week - (weeks[i] ?? 0) === 7 * day)).toBe(true);
  const signed = reviews.filter(({ state }) => state === "signed");
  expect(signed.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const missed = reviews.filter(({ state }) => state === "missed");
  expect(missed).toHaveLength(1);
  expect(missed[0]?.missedReason).not.toBe("");

  const minutes = signed.map((review) => {
    const text = String(review.minutes);
    expect(createHash("sha256").update(text).digest("hex")).toBe(review.hash);
    return reviewMinutes.parse(JSON.parse(text));
  });
  for (const [i, { ledger, signedAt }] of minutes.entries()) {
    const [link] = rowsIn(server, "SELECT hash, receivedAt FROM events WHERE seq = ?", ledger.seq);
    expect(link?.hash).toBe(ledger.hash);
    expect(String(link?.receivedAt) <= signedAt).toBe(true);
    const acts = rowsIn(
      server,
      "SELECT receivedAt, detail FROM events WHERE kind = 'reviews.act' AND detail->>'hash' = ?",
      String(signed[i]?.hash),
    );
    expect(acts.map(({ receivedAt }) => receivedAt)).toEqual([signedAt]);
  }
  expect(minutes.flatMap((one) => one.missed)).toHaveLength(1);
  expect(minutes.flatMap((one) => one.conflicts).length).toBeGreaterThan(0);
  const states = minutes.flatMap((one) => one.lastActions).map(({ state }) => state.split(/[;:]/)[0]);
  expect(new Set(states)).toEqual(new Set(["open", "overdue", "verified"]));
  const decided = minutes.flatMap((one) => one.items).map(({ decision }) => decision);
  expect(new Set(decided)).toEqual(new Set(["nothing-to-decide", "note", "decide", "action", "defer"]));
  const points = rowsIn(server, "SELECT seq FROM checkpoints WHERE why = 'review'");
  expect(points).toHaveLength(8);
  const read = rowsIn(server, "SELECT message, count(*) AS n FROM message_reads GROUP BY message");
  expect(read.length).toBeGreaterThan(5);
});

test("what the last review put off comes back in this week's", async () => {
  const token = tokens.get("manager") ?? "";
  const made = await act(server, token, "reviews.prepare", {});
  expect(made.body).toMatchObject({ number: 9 });
  const items = rowsIn(server, "SELECT * FROM review_items WHERE review = ? ORDER BY position", made.body.id);
  expect(items.slice(0, 2).every(({ key }) => key === "last-actions")).toBe(true);
  expect(items.filter(({ facts }) => String(facts).includes("Put off last time"))).toHaveLength(1);
});
