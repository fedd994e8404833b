import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { freePort, startServer, type TestServer } from "../../support/server/server.ts";
import { startTlsProxy, type TlsProxy } from "../../support/server/tls-proxy.ts";
import { act, codeOf, lead, type SignedIn, setUpClinic } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";

/** A proxy with TLS before the server, on the same machine, as README tells an operator to put it. */
let server: TestServer;
let proxy: TlsProxy;
let priya: SignedIn;
beforeAll(async () => {
  server = await startServer({ publicUrl: "https://chaperone.harbour.example" });
  priya = await setUpClinic(server);
  proxy = await startTlsProxy(await freePort(), Number(new URL(server.url).port));
});
afterAll(async () => {
  await proxy?.stop();
  await server?.stop();
});

// Only Linux has the whole of 127.0.0.0/8 without being told.
describe.runIf(process.platform === "linux")("sign-ins that fail", () => {
  const [one, other] = ["127.0.0.2", "127.0.0.3"];
  const wrong = { email: "nobody@harbour.example", password: "not this one", code: "000000" };
  const right = () => {
    behindTheBack(server, "UPDATE users SET totpCounter = 0");
    return { email: lead.email, password: lead.password, code: codeOf(priya.secret) };
  };
  const signIn = (from: string, body: object, headers = {}) =>
    proxy.ask("POST /api/chaperone/sign-in", { body, from, headers });

  test("lock out the address that the proxy saw, whatever it says of itself, and no other", async () => {
    behindTheBack(server, "DELETE FROM sign_in_failures");
    expect((await signIn(one, wrong)).status).toBe(401);
    const booked = rowsIn(server, "SELECT counted FROM sign_in_failures WHERE counted LIKE 'address:%'");
    expect(booked.length).toBe(1);
    const more = policy.signInFailuresFromOneAddress.amount - 1;
    behindTheBack(
      server,
      `WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < ${more})
       INSERT INTO sign_in_failures (id, counted, at)
       SELECT printf('%015d', n), counted, at FROM sign_in_failures, i WHERE counted LIKE 'address:%'`,
    );
    expect((await signIn(one, right())).status).toBe(429);
    expect((await signIn(one, right(), { "x-forwarded-for": other })).status).toBe(429);
    expect((await signIn(other, right())).status).toBe(200);
    behindTheBack(server, "DELETE FROM sign_in_failures");
  });

  test("at one account from many addresses stay bounded; whoever signed in there before gets in all the same", async () => {
    behindTheBack(server, "DELETE FROM sign_in_failures");
    const known = await signIn(one, right());
    const cookie = String(known.headers["set-cookie"]).split(";")[0] ?? "";
    const most = policy.signInFailuresOfOneAccount.amount;
    const perAddress = policy.signInFailuresAllowed.amount;
    // Who has no password of the account, from however many addresses, uses up nothing that its owner needs.
    const guess = { ...right(), password: "nine curlews on the wall" };
    expect((await signIn("127.0.0.9", guess)).status).toBe(401);
    const kinds =
      "SELECT counted FROM sign_in_failures WHERE counted LIKE 'account:%' OR counted LIKE 'guesses:%'";
    expect(rowsIn(server, kinds)).toEqual([{ counted: expect.stringMatching(/^guesses:/) }]);
    // Three addresses try as often as each may; then as if as many more had as the account may have in all.
    for (const from of ["127.0.0.4", "127.0.0.5", "127.0.0.6"])
      for (let i = 0; i <= perAddress; i += 1)
        expect((await signIn(from, { ...right(), code: "000000" })).status).toBe(i < perAddress ? 401 : 429);
    // One account from one address is locked there alone.
    const elsewhere = await signIn("127.0.0.7", right());
    expect(elsewhere.status).toBe(200);
    const counted = "SELECT count(*) AS n FROM sign_in_failures WHERE counted LIKE 'account:%'";
    expect(Number(rowsIn(server, counted)[0]?.n)).toBe(3 * perAddress);
    behindTheBack(
      server,
      `WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < ${most})
       INSERT INTO sign_in_failures (id, counted, at)
       SELECT printf('%015d', n), counted, at FROM (SELECT * FROM sign_in_failures WHERE counted LIKE 'account:%' LIMIT 1), i`,
    );
    expect((await signIn("127.0.0.8", right())).status).toBe(429);
    const again = await signIn("127.0.0.8", right(), { cookie });
    expect(again.status).toBe(200);
    behindTheBack(server, "DELETE FROM sign_in_failures");
  });
});

test("browsers are told to stay on https, and a sign-in leaves a cookie that no script reads and no other site sends", async () => {
  behindTheBack(server, "UPDATE users SET totpCounter = 0");
  const body = { email: lead.email, password: lead.password, code: codeOf(priya.secret) };
  const { status, headers } = await proxy.ask("POST /api/chaperone/sign-in", { body });
  expect(status).toBe(200);
  expect(String(headers["set-cookie"])).toMatch(
    /^chaperone-browser=[A-Za-z0-9]{40}; Path=\/api\/chaperone; Max-Age=7776000; HttpOnly; SameSite=Strict; Secure$/,
  );
  expect(headers["cache-control"]).toBe("no-store");
  for (const route of ["GET /", "GET /api/chaperone/state", "GET /gone.png"]) {
    const { headers: told } = await proxy.ask(route);
    expect(told["strict-transport-security"], route).toBe("max-age=31536000");
  }
});

test("a stream passes while it is open, and ends when its reader goes", async () => {
  const stream = await proxy.stream("GET /api/realtime");
  const clientId = /id:(\S+)/.exec(await stream.says(/PB_CONNECT[\s\S]*\n\n/))?.[1];
  const body = { clientId, subscriptions: ["ledger"] };
  expect((await proxy.ask("POST /api/realtime", { token: priya.token, body })).status).toBe(204);
  const told = stream.says(/event:ledger/);
  const made = await act(server, priya.token, "users.invite", {
    email: "nell@harbour.example",
    name: "Nell Archer",
    role: "staff",
    practitioner: false,
  });
  expect(made.status).toBe(200);
  await told;
  stream.stop();
});

test("the superuser's window does not reach through it", async () => {
  const { stdout } = await server.command(["chaperone", "break-glass"]);
  const [, , identity, password] = stdout.split("\n").map((line) => line.trim());
  const body = { identity, password };
  const { status } = await proxy.ask("POST /api/collections/_superusers/auth-with-password", { body });
  expect(status).toBe(403);
});
