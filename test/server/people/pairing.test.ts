import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pairAnswer } from "#domain/api";
import { policy } from "#domain/policy";
import type { TestServer } from "../../support/server/server.ts";
import { act, ask, newBrowser, newPerson, type SignedIn, startClinic } from "./clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "./database.ts";

let server: TestServer;
let priya: SignedIn;
let tom: SignedIn;
beforeAll(async () => {
  ({ server, priya } = await startClinic());
  tom = await newPerson(server, priya.token, {
    email: "tom@harbour.example",
    name: "Tom Reed",
    role: "staff",
  });
});
afterAll(() => server?.stop());
beforeEach(() => behindTheBack(server, "DELETE FROM sign_in_failures"));

const code = (more: object = {}) =>
  act(server, priya.token, "browsers.code", {
    holder: "desk",
    device: "clinic",
    name: "Front desk",
    ...more,
  });
const pair = (code: string, more: object = {}) =>
  ask(server, "POST /api/chaperone/pair", { body: { code, version: "0.1.0", ...more } });
const policyOf = (token: string, headers: Record<string, string> = {}) =>
  ask(server, "GET /api/chaperone/policy", { token, headers });

describe("a code", () => {
  test("is eight clear characters, works once, however it is typed, and lives ten minutes", async () => {
    const { body } = await code();
    expect(body.code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const minutes = (Date.parse(body.expires) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9.9);
    expect(minutes).toBeLessThanOrEqual(10);
    const typed = `${body.code.slice(0, 4)}-${body.code.slice(4)}`.toLowerCase();
    const paired = await pair(typed, { name: "Front desk 2" });
    expect(paired.status).toBe(200);
    expect(paired.body.record).toMatchObject({ name: "Front desk 2", holder: "desk", device: "clinic" });
    expect(() => pairAnswer.parse(paired.body)).not.toThrow();
    expect((await pair(body.code)).status).toBe(400);

    const late = (await code()).body.code;
    behindTheBack(server, "UPDATE pairing_codes SET expires = '2026-01-01 00:00:00.000Z'");
    expect((await pair(late)).status).toBe(400);
  });

  test("makes one browser, of many that bring it at once", async () => {
    const { body } = await code();
    const all = await Promise.all(Array.from({ length: 8 }, () => pair(body.code)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("is in the database neither in clear nor as a digest that could be tried through", async () => {
    const { body } = await code();
    expect(JSON.stringify(rowsIn(server, "SELECT * FROM pairing_codes"))).not.toContain(body.code);
  });

  test("can't be guessed: one address has three hundred tries in a quarter of an hour", async () => {
    for (let i = 0; i < 20; i++) expect((await pair("AAAAAAAA")).status).toBe(400);
    expect((await pair((await code()).body.code)).status).toBe(200);
    const more = policy.pairingFailuresFromOneAddress.amount - 20;
    behindTheBack(
      server,
      `WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < ${more})
       INSERT INTO sign_in_failures (id, counted, at)
       SELECT printf('%015d', n), counted, at FROM (SELECT * FROM sign_in_failures LIMIT 1), i`,
    );
    expect((await pair((await code()).body.code)).status).toBe(429);
  });

  test.each<[string, object, string]>([
    ["a name with a line break", { name: "Front\ndesk" }, "data.name"],
    ["a name that turns the writing", { name: "Front \u202eksed" }, "data.name"],
    ["a person's browser without a person", { holder: "person" }, "data.user"],
    ["a desk with an owner", { user: "a".repeat(15) }, "data.user"],
    ["a desk on somebody's own machine", { device: "own" }, "data.device"],
  ])("is not made for %s", async (_, more, field) => {
    expect((await code(more)).body.data).toHaveProperty([field]);
  });

  test("in a lead's name is made by that lead alone: not by a manager, not by another lead", async () => {
    const person = (name: string, role: string) =>
      newPerson(server, priya.token, { email: `${name}@harbour.example`, name, role });
    const ingrid = await person("ingrid", "manager");
    const wanda = await person("wanda", "dpo");
    const forWhom = (by: SignedIn, user: SignedIn) =>
      act(server, by.token, "browsers.code", {
        holder: "person",
        device: "clinic",
        name: "Office",
        user: user.id,
      });
    for (const [by, user] of [
      [ingrid, priya],
      [wanda, priya],
      [ingrid, wanda],
      [priya, wanda],
    ] as const) {
      const { status, body } = await forWhom(by, user);
      expect([status, body.data["data.user"]?.code]).toEqual([400, "not-yours"]);
    }
    for (const [by, user] of [
      [priya, priya],
      [wanda, wanda],
      [ingrid, tom],
      [priya, ingrid],
    ] as const)
      expect((await forWhom(by, user)).status).toBe(200);
  });

  test.each(["Desk\u0007 2", "Desk\r\n2", "x".repeat(81)])("makes no browser called %j", async (name) => {
    expect((await pair((await code()).body.code, { name })).body.data).toHaveProperty(["name"]);
  });

  test("of a person who is deactivated meanwhile makes no browser", async () => {
    const sam = await newPerson(server, priya.token, {
      email: "sam@harbour.example",
      name: "Sam",
      role: "staff",
    });
    const { body } = await code({ holder: "person", user: sam.id });
    const ended = await act(server, priya.token, "users.deactivate", {}, { id: sam.id, version: 2 });
    expect((await pair(body.code)).status).toBe(400);
    const back = { id: sam.id, version: ended.body.version };
    expect((await act(server, priya.token, "users.activate", {}, back)).status).toBe(200);
    expect((await pair(body.code)).status).toBe(400);
  });
});

/** A token as the server made it so many days ago: it signs with the row's key and the collection's secret. */
function tokenOfAge(browser: string, days: number): string {
  const [row] = rowsIn(
    server,
    `SELECT b.tokenKey || (c.options->>'$.authToken.secret') AS key, c.id AS collection
     FROM browsers AS b, _collections AS c WHERE b.id = ? AND c.name = 'browsers'`,
    browser,
  );
  const exp = Math.floor(Date.now() / 1000) + (400 - days) * 86_400;
  const claims = { collectionId: row?.collection, exp, id: browser, refreshable: true, type: "auth" };
  const parts = [{ alg: "HS256", typ: "JWT" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const signature = createHmac("sha256", String(row?.key)).update(parts.join(".")).digest("base64url");
  return [...parts, signature].join(".");
}

describe("in the terminal", () => {
  test.each(["x".repeat(81), "Front\ndesk", "  ", "Desk\u001b[31m"])("no desk is called %j", async (name) => {
    const { status, stdout, stderr } = await server.command(["chaperone", "pair", "--desk", name]);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain("one line of at most 80 characters");
  });

  test("an auditor gets no browser", async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const auditor = { email: "audit@harbour.example", name: "Ann Audit", role: "auditor", until };
    await newPerson(server, priya.token, auditor);
    const paired = await server.command(["chaperone", "pair", "--user", auditor.email]);
    expect(paired.status).not.toBe(0);
    expect(paired.stdout + paired.stderr).toContain("An auditor only reads");
  });
});

describe("a paired browser", () => {
  test("has a token for 400 days; pairing and revoking are on the record", async () => {
    const desk = await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Desk" });
    const claims = JSON.parse(Buffer.from(desk.token.split(".")[1] ?? "", "base64url").toString());
    expect(Math.round((claims.exp - Date.now() / 1000) / 86_400)).toBe(400);
    expect(eventsOf(server, "browser.pair")[0]).toMatchObject({ user: priya.id });
    expect(rowsIn(server, "SELECT kind FROM events WHERE kind = 'browsers.create'")).toEqual([]);

    const revoked = await act(server, priya.token, "browsers.revoke", {}, { id: desk.id, version: 1 });
    expect(revoked.status).toBe(200);
    expect(eventsOf(server, "browser.revoke")[0]).toMatchObject({ user: priya.id });
    for (const route of [
      "GET /api/chaperone/policy",
      "POST /api/chaperone/events",
      "GET /api/collections/clinic/records",
    ]) {
      expect(
        (await ask(server, route, { token: desk.token, body: route.startsWith("P") ? {} : undefined }))
          .status,
      ).toBe(401);
    }
    expect((await act(server, priya.token, "browsers.revoke", {}, { id: desk.id, version: 2 })).status).toBe(
      400,
    );
  });

  test("asks for its policy again and gets 304 until something changes", async () => {
    const desk = await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Desk" });
    const first = await policyOf(desk.token);
    expect(first.status).toBe(200);
    const tag = first.headers.get("ETag") ?? "";
    expect((await policyOf(desk.token, { "If-None-Match": tag })).status).toBe(304);
    await act(
      server,
      priya.token,
      "browsers.change",
      { name: "Desk by the door" },
      { id: desk.id, version: 1 },
    );
    const second = await policyOf(desk.token, { "If-None-Match": tag });
    expect(second.status).toBe(200);
    expect(second.body.browser.name).toBe("Desk by the door");
    expect(second.body.revision).not.toBe(first.body.revision);
  });

  test("gets a fresh token when its own is over thirty days old, whatever its policy says", async () => {
    const desk = await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Desk" });
    expect((await policyOf(desk.token)).body.browser).not.toHaveProperty("token");
    const old = tokenOfAge(desk.id, 31);
    const tag = (await policyOf(old)).headers.get("ETag") ?? "";
    const renewed = await policyOf(old, { "If-None-Match": tag });
    expect(renewed.status).toBe(200);
    const { token } = renewed.body.browser;
    expect((await policyOf(token, { "If-None-Match": tag })).status).toBe(304);
  });
});

test("recording starts when it is lawful, and the policy says why it has not", async () => {
  const desk = await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Desk" });
  const room = await newBrowser(server, priya.token, {
    holder: "person",
    device: "clinic",
    user: tom.id,
    name: "Room",
  });
  const home = await newBrowser(server, priya.token, {
    holder: "person",
    device: "own",
    user: tom.id,
    name: "Home",
  });
  const recording = async () =>
    Promise.all([desk, room, home].map(async ({ token }) => (await policyOf(token)).body.recording));
  const off = (reason: string) => ({ on: false, reason });
  expect(await recording()).toEqual([off("no-assessment"), off("no-assessment"), off("no-assessment")]);

  const record = () =>
    act(server, priya.token, "notices.record", {
      text: "What is recorded, and what never is.",
      scope: "Cliniko",
      assessmentDecision: "Go ahead",
      assessedBy: "Priya Raman",
      assessedOn: "2026-11-01",
      viewsSought: false,
      views: "Not asked: there are no workers yet.",
    });
  await record();
  expect(await recording()).toEqual([{ on: true }, off("notice-not-shown"), off("own-device")]);
  const people = (await policyOf(desk.token)).body.people;
  expect(people.every(({ noticeShown }: { noticeShown: boolean }) => !noticeShown)).toBe(true);

  await ask(server, "POST /api/chaperone/notice-shown", { token: tom.token, body: { notice: 1 } });
  expect(await recording()).toEqual([{ on: true }, { on: true }, off("own-device")]);
  const shown = (await policyOf(desk.token)).body.people.filter(
    ({ noticeShown }: { noticeShown: boolean }) => noticeShown,
  );
  expect(shown).toEqual([{ id: tom.id, name: "Tom Reed", noticeShown: true }]);
  expect((await policyOf(room.token)).body).toMatchObject({ people: [], browser: { user: { id: tom.id } } });

  const allow = (reason: string, version: number) =>
    act(server, priya.token, "browsers.allowOwnDevice", { reason }, { id: home.id, version });
  expect((await allow("He works at home on Fridays and asked for it", 1)).status).toBe(200);
  expect(await recording()).toEqual([{ on: true }, { on: true }, { on: true }]);
  expect((await allow("", 2)).status).toBe(200);
  await record();
  expect(await recording()).toEqual([{ on: true }, off("notice-not-shown"), off("own-device")]);
});
