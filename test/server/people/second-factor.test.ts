import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { act, ask, codeOf, lead, newBrowser, type SignedIn, setUpClinic, signIn, tokenIn } from "./clinic.ts";
import { behindTheBack, eventsOf } from "./database.ts";

/** No way round the second factor: each way is tried with all that somebody who knows the password could have. */
let server: TestServer;
let priya: SignedIn;
let superuser: string;
beforeAll(async () => {
  server = await startServer();
  priya = await setUpClinic(server);
  superuser = (await superuserToken()).token;
});
afterAll(() => server?.stop());

async function superuserToken(): Promise<{ token: string }> {
  const { stdout } = await server.command(["chaperone", "break-glass"]);
  const [, , identity, password] = stdout.split("\n").map((line) => line.trim());
  const route = "POST /api/collections/_superusers/auth-with-password";
  return (await ask(server, route, { body: { identity, password } })).body;
}

const users = "/api/collections/users";
const { email, password } = lead;

test.each<[string, string, unknown]>([
  ["password alone", `POST ${users}/auth-with-password`, { identity: email, password }],
  [
    "password alone, by the collection's id",
    "POST /api/collections/_pb_users_auth_/auth-with-password",
    { identity: email, password },
  ],
  ["one-time password by mail", `POST ${users}/request-otp`, { email }],
  [
    "a one-time password that was guessed",
    `POST ${users}/auth-with-otp`,
    { otpId: "a".repeat(15), password: "12345678" },
  ],
  [
    "OAuth",
    `POST ${users}/auth-with-oauth2`,
    { provider: "google", code: "x", codeVerifier: "x", redirectURL: "http://127.0.0.1" },
  ],
  ["a reset by mail", `POST ${users}/request-password-reset`, { email }],
  [
    "a reset's second half",
    `POST ${users}/confirm-password-reset`,
    { token: "x", password: "herons herons herons", passwordConfirm: "herons herons herons" },
  ],
  ["a verification by mail", `POST ${users}/request-verification`, { email }],
  ["a verification's second half", `POST ${users}/confirm-verification`, { token: "x" }],
  ["a change of address, confirmed", `POST ${users}/confirm-email-change`, { token: "x", password }],
  [
    "signing up",
    `POST ${users}/records`,
    { email: "x@harbour.example", password, passwordConfirm: password, role: "dpo", name: "X", active: true },
  ],
  ["our own route without a code", "POST /api/chaperone/sign-in", { email, password }],
  ["our own route with an empty code", "POST /api/chaperone/sign-in", { email, password, code: "" }],
  ["our own route with a blank code", "POST /api/chaperone/sign-in", { email, password, code: " " }],
  ["our own route with hyphens for a code", "POST /api/chaperone/sign-in", { email, password, code: "--" }],
  [
    "our own route with a list of codes",
    "POST /api/chaperone/sign-in",
    { email, password, code: ["000000"] },
  ],
  ["pairing without a code", "POST /api/chaperone/pair", { code: "        ", version: "1" }],
])("nobody gets in by %s", async (_, route, body) => {
  const { status, body: answer } = await ask(server, route, { body });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(answer).not.toHaveProperty("token");
});

describe("somebody signed in does not stay in, or change how one gets in, by", () => {
  test.each<[string, string, unknown]>([
    ["refreshing", `POST ${users}/auth-refresh`, {}],
    [
      "asking for a change of address",
      `POST ${users}/request-email-change`,
      { newEmail: "other@harbour.example" },
    ],
    ["impersonating", `POST ${users}/impersonate/ID`, { duration: 100_000 }],
    [
      "writing the own row",
      `PATCH ${users}/records/ID`,
      { totpSecret: "", password: "herons herons herons" },
    ],
    [
      "a batch",
      "POST /api/batch",
      { requests: [{ method: "PATCH", url: `${users}/records/ID`, body: { role: "dpo" } }] },
    ],
  ])("%s", async (_, route, body) => {
    const text = JSON.stringify(body).replaceAll("ID", priya.id);
    const { status } = await ask(server, route.replace("ID", priya.id), {
      body: JSON.parse(text),
      token: priya.token,
    });
    expect([400, 403, 404]).toContain(status);
  });
});

describe("the superuser does not become somebody by", () => {
  test.each<[string, string, unknown]>([
    ["impersonating", `POST ${users}/impersonate/ID`, { duration: 100_000 }],
    [
      "setting a password",
      `PATCH ${users}/records/ID`,
      { password: "herons herons herons", passwordConfirm: "herons herons herons" },
    ],
    [
      "making a person",
      `POST ${users}/records`,
      {
        email: "x@harbour.example",
        password,
        passwordConfirm: password,
        name: "X",
        role: "dpo",
        active: true,
      },
    ],
    ["opening the built-in ways again", "PATCH /api/collections/users", { passwordAuth: { enabled: true } }],
    ["refreshing", "POST /api/collections/_superusers/auth-refresh", {}],
    ["SQL", "POST /api/sql", { query: "UPDATE users SET totpSecret = ''" }],
  ])("%s", async (_, route, body) => {
    const { status } = await ask(server, route.replace("ID", priya.id), { body, token: superuser });
    expect(status).toBe(403);
  });
});

test("a token of another collection, or of another server, is nobody's", async () => {
  const desk = await newBrowser(server, priya.token, {
    holder: "desk",
    device: "clinic",
    name: "Front desk",
  });
  expect((await ask(server, "GET /api/chaperone/today", { token: desk.token })).status).toBe(403);
  const other = await startServer({ stranger: true });
  try {
    const stranger = await setUpClinic(other);
    expect((await ask(server, "GET /api/chaperone/today", { token: stranger.token })).status).toBe(401);
  } finally {
    await other.stop();
  }
});

test("enrolling spends the code: it does not also sign in", async () => {
  const wanted = { email: "nia@harbour.example", name: "Nia", role: "staff", practitioner: false };
  const { body: invited } = await act(server, priya.token, "users.invite", wanted);
  const token = tokenIn(invited.link);
  const { secret } = (await ask(server, "POST /api/chaperone/enrol/start", { body: { token } })).body;
  const code = codeOf(secret);
  const made = await ask(server, "POST /api/chaperone/enrol", { body: { token, password, code } });
  expect(made.status).toBe(200);
  behindTheBack(server, "DELETE FROM sign_in_failures");
  // The very code, however long the machine took; the next one gets in.
  const body = { email: wanted.email, password, code };
  expect((await ask(server, "POST /api/chaperone/sign-in", { body })).status).toBe(401);
  expect((await signIn(server, wanted.email, password, secret)).id).toMatch(/^[a-z0-9]{15}$/);
});

test("the superuser's sign-in is shut outside its window, and from behind a proxy within it", async () => {
  const look = { token: superuser };
  expect((await ask(server, "GET /api/collections", look)).status).toBe(200);
  expect(eventsOf(server, "clinic.act")[0]?.detail).toContain("break-glass");
  const signIns = eventsOf(server, "auth.sign-in").map(({ detail }) => String(detail));
  expect(signIns.filter((detail) => detail.includes("break-glass"))).toHaveLength(1);
  const headers = { "X-Forwarded-For": "203.0.113.9" };
  expect((await ask(server, "GET /api/collections", { ...look, headers })).status).toBe(403);

  behindTheBack(server, "UPDATE _superusers SET openUntil = '2026-01-01 00:00:00.000Z'");
  expect((await ask(server, "GET /api/collections", look)).status).toBe(403);
  behindTheBack(server, "UPDATE _superusers SET openUntil = ''");
  const known = await server.command(["superuser", "upsert", "me@clinic.example", "a password that I set"]);
  expect(known.status).toBe(0);
  const signIn = await ask(server, "POST /api/collections/_superusers/auth-with-password", {
    body: { identity: "me@clinic.example", password: "a password that I set" },
  });
  expect(signIn.status).toBe(403);
});
