import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Front } from "../../../scripts/front/front.mjs";
import { newSecrets } from "../../../scripts/front/secrets.mjs";
import { begun, formType, type Raw, raw as rawAt } from "../../support/server/raw.ts";
import { freePort, type TestServer } from "../../support/server/server.ts";
import { ask, type SignedIn, startClinic } from "../people/clinic.ts";

/**
 * A second process's part before the same PocketBase, whose patience is short enough to run out here. What the product's
 * is, a test of bounds.mjs says (test/unit/front).
 */
let server: TestServer;
let priya: SignedIn;
let front: Front;
let port = 0;
beforeAll(async () => {
  ({ server, priya } = await startClinic());
  const { hostname: host, port: inner } = new URL(server.inner);
  front = new Front({
    target: { host, port: Number(inner) },
    secrets: newSecrets(),
    pages: server.data,
    spool: join(server.data, "impatient"),
    face: { secure: false },
    believes: () => false,
    times: {
      headers: 300,
      strangersBody: 300,
      body: 1500,
      upload: 1500,
      idle: 300,
      still: 60_000,
      // Long enough for a sign-in on a busy machine: the other waits here are for what never comes.
      claimed: 3_000,
      looked: 50,
    },
  });
  port = await freePort();
  await front.open({ host: "127.0.0.1", port });
  // Who was let in once is known from then on.
  const { status } = await ask(impatient(), "GET /api/chaperone/today", { token: priya.token });
  expect(status).toBe(200);
});
afterAll(async () => {
  await front?.close();
  await server?.stop();
});

const impatient = () => ({ url: `http://127.0.0.1:${port}` });
const open: Raw[] = [];
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.destroy();
});
const raw = (words: string): Raw => {
  const one = rawAt(port, words);
  open.push(one);
  return one;
};
const mine = () => `Authorization: ${priya.token}\r\n`;
const late = /HTTP\/1\.1 408[\s\S]*took too long/;

describe("what does not come in time is ended, and told so", () => {
  test("headers", async () => {
    const slow = raw("GET /api/health HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    expect(await slow.ended).toMatch(late);
  });

  test("headers that keep coming, a sign at a time", async () => {
    const slow = raw("GET /api/health HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    const more = setInterval(() => slow.socket.write("a"), 20);
    expect(await slow.ended.finally(() => clearInterval(more))).toMatch(late);
  });

  test("a body of somebody unknown, sooner than one of somebody known", async () => {
    const known = raw(`${begun("POST /api/chaperone/act", 5000, mine())}{`);
    const stranger = raw(`${begun("POST /api/chaperone/sign-in", 5000)}{`);
    const order: string[] = [];
    await Promise.all([
      known.says(late).then(() => order.push("known")),
      stranger.says(late).then(() => order.push("stranger")),
    ]);
    expect(order).toEqual(["stranger", "known"]);
  });

  test("a body that keeps coming, a sign at a time", async () => {
    const slow = raw(begun("POST /api/chaperone/sign-in", 50_000));
    const more = setInterval(() => slow.socket.write(" "), 20);
    await slow.says(late).finally(() => clearInterval(more));
  });

  test("a file, of which nothing stays", async () => {
    const file = begun("POST /api/chaperone/breach-evidence", 20_000_000, mine(), formType);
    const slow = raw(`${file}${"x".repeat(500_000)}`);
    await slow.says(late);
  });
});

describe("what nobody uses is closed", () => {
  test("a connection between two requests", async () => {
    const idle = raw("GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await idle.ended).toMatch(/^HTTP\/1\.1 200[\s\S]*"code":200/);
  });

  test("a stream that nobody signs in to, and not one that somebody did", async () => {
    const stream = () => raw("GET /api/realtime HTTP/1.1\r\nHost: x\r\n\r\n");
    const claimed = stream();
    const clientId = /id:(\S+)/.exec(await claimed.says(/PB_CONNECT[\s\S]*\n\n/))?.[1];
    const body = { clientId, subscriptions: ["ledger"] };
    const asked = await ask(impatient(), "POST /api/realtime", { token: priya.token, body });
    expect(asked.status).toBe(204);
    const nobodys = stream();
    await nobodys.says(/PB_CONNECT/);
    await nobodys.ended;
    expect(claimed.socket.destroyed).toBe(false);
  });
});
