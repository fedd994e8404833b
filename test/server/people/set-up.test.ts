import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inServer } from "../../support/server/in-server.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { ask, codeOf, lead, newClinic, setUpClinic, tokenIn } from "./clinic.ts";
import { behindTheBack, rowsIn } from "./database.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const link = async () => tokenIn(await inServer(server, "setup-link"));
const start = (token: string) => ask(server, "POST /api/chaperone/enrol/start", { body: { token } });
const setUp = (token: string, code: string, more: object = {}) =>
  ask(server, "POST /api/chaperone/setup", { body: { token, clinic: newClinic, ...lead, code, ...more } });

describe("before there is a clinic", () => {
  test("the server says so", async () => {
    expect((await ask(server, "GET /api/chaperone/state")).body).toEqual({ setUp: false, version: "0.1.0" });
  });

  test("a link that nobody made is not known", async () => {
    const made = `${"a".repeat(15)}${"B".repeat(40)}`;
    expect((await start(made)).status).toBe(404);
    expect((await setUp(made, "123456")).status).toBe(404);
  });

  test("a newer link ends the older one", async () => {
    const older = await link();
    const newer = await link();
    expect((await start(older)).status).toBe(404);
    expect((await start(newer)).status).toBe(200);
  });

  test("a link lives 24 hours", async () => {
    const token = await link();
    behindTheBack(server, "UPDATE invitations SET expires = '2026-01-01 00:00:00.000Z' WHERE kind = 'setup'");
    expect((await start(token)).status).toBe(404);
  });

  test("a set-up that was begun and left gives nobody anything", async () => {
    const token = await link();
    const { body } = await start(token);
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(body.uri).toContain(`secret=${body.secret}`);
    expect((await start(token)).body.secret).toBe(body.secret);
    const tried = { email: lead.email, password: lead.password, code: codeOf(body.secret) };
    expect((await ask(server, "POST /api/chaperone/sign-in", { body: tried })).status).toBe(401);
    expect(rowsIn(server, "SELECT id FROM users")).toEqual([]);
  });

  test.each([
    ["code", { code: "000000" }, "code"],
    ["a short password", { password: "herons wade" }, "password"],
    ["a common password", { password: "Password1234!" }, "password"],
    ["a password made of the clinic's name", { password: "harbourphysiotherapy1" }, "password"],
    ["a password longer than bcrypt reads", { password: "herons at low tide ".repeat(4) }, "password"],
    ["an address without a domain", { email: "priya" }, "email"],
    ["an unknown nation", { clinic: { ...newClinic, nation: "france" } }, "clinic.nation"],
    ["an unknown time zone", { clinic: { ...newClinic, timeZone: "Europe/Whitstable" } }, "clinic.timeZone"],
    ["a field that nobody asked for", { role: "dpo" }, "role"],
  ])("%s is refused at its field, and nothing is made", async (_, more, field) => {
    const token = await link();
    const { secret } = (await start(token)).body;
    const refused = await setUp(token, codeOf(secret), more);
    expect(refused.status).toBe(400);
    expect(Object.keys(refused.body.data)).toEqual([field]);
    expect(rowsIn(server, "SELECT id FROM users")).toEqual([]);
    expect(rowsIn(server, "SELECT id FROM clinic")).toEqual([]);
  });
});

test("of many set-ups at once, one makes the clinic and the others nothing; then never again", async () => {
  const token = await link();
  const { secret } = (await start(token)).body;
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, i) => setUp(token, codeOf(secret), { email: `lead${i}@harbour.example` })),
  );
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(rowsIn(server, "SELECT id FROM users")).toHaveLength(1);
  expect(rowsIn(server, "SELECT id FROM clinic")).toHaveLength(1);
  const recoveryCodes = all.find(({ status }) => status === 200)?.body.recoveryCodes;
  expect(new Set(recoveryCodes).size).toBe(10);

  expect((await start(token)).status).toBe(404);
  expect((await setUp(token, codeOf(secret, 1))).status).toBe(404);
  const again = await server.command(["chaperone", "setup-link"]);
  expect(again.status).toBe(1);
  expect(again.stdout).toContain("set up already");
  expect((await ask(server, "GET /api/chaperone/state")).body.setUp).toBe(true);
});

test("what set-up wrote is on the record, and no secret in clear is in the database", async () => {
  const other = await startServer();
  try {
    const priya = await setUpClinic(other);
    const kinds = rowsIn(other, "SELECT kind, user FROM events ORDER BY seq");
    expect(kinds).toEqual([
      { kind: "users.act", user: priya.id },
      { kind: "clinic.act", user: priya.id },
      { kind: "auth.sign-in", user: priya.id },
    ]);
    const stored = JSON.stringify(rowsIn(other, "SELECT * FROM users"));
    expect(stored).not.toContain(priya.secret);
    for (const code of priya.recoveryCodes) expect(stored).not.toContain(code.replaceAll("-", ""));
    expect(JSON.stringify(rowsIn(other, "SELECT * FROM invitations"))).not.toContain(priya.secret);
  } finally {
    await other.stop();
  }
});
