import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { strangersMost, unclaimedMost } from "../../../scripts/front/bounds.mjs";
import { collecting } from "../../../scripts/front/engines.mjs";
import { Front } from "../../../scripts/front/front.mjs";
import { newSecrets } from "../../../scripts/front/secrets.mjs";
import { inServer } from "../../support/server/in-server.ts";
import { mailOutcome } from "../../support/server/ledger-client.ts";
import { until } from "../../support/server/loopback.ts";
import { begun, formType, type Raw, raw as rawAt } from "../../support/server/raw.ts";
import { freePort, startServer, type TestServer } from "../../support/server/server.ts";
import { ask, codeOf, lead, newBrowser, newPerson, type SignedIn, setUpClinic } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";

/** The process in front of PocketBase, and PocketBase behind it, as they run. */
let server: TestServer;
let priya: SignedIn;
beforeAll(async () => {
  // Its memory is looked at: it tidies up as often as the product has it do so.
  vi.stubEnv("GOGC", collecting.GOGC);
  server = await startServer();
  priya = await setUpClinic(server);
});
afterAll(() => server?.stop());

const open = new Set<Socket>();
afterEach(() => {
  for (const socket of open) socket.destroy();
  open.clear();
});

const raw = (words: string): Raw => {
  const one = rawAt(Number(new URL(server.url).port), words);
  open.add(one.socket);
  return one;
};
/** PocketBase's memory, as Linux tells it. */
const kilobytes = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1] ?? 0);
const slow = () => raw(`${begun("POST /api/chaperone/sign-in", 50_000)}{`);

describe("somebody who never ends a body", () => {
  test("gives way to the next stranger, and takes nothing from anybody", async () => {
    const first = slow();
    await new Promise((resolve) => first.socket.once("connect", resolve));
    const people = raw(`${begun("POST /api/chaperone/act", 50_000, `Authorization: ${priya.token}\r\n`)}{`);
    const others = Array.from({ length: strangersMost.each }, slow);
    expect(await first.says(/took too long/)).toContain("408");
    const answer = await ask(server, "GET /api/chaperone/today", { token: priya.token });
    expect(answer.status).toBe(200);
    const body = { email: lead.email, password: "not this one", code: "000000" };
    expect((await ask(server, "POST /api/chaperone/sign-in", { body })).status).toBe(401);
    expect(people.socket.destroyed).toBe(false);
    expect(others.filter(({ socket }) => socket.destroyed).length).toBeLessThan(5);
  });

  test("does so with a made-up sign-in too", async () => {
    const first = raw(`${begun("POST /api/chaperone/events", 50_000, "Authorization: made.up.token\r\n")}{`);
    await new Promise((resolve) => first.socket.once("connect", resolve));
    for (let i = 0; i < strangersMost.each; i += 1) slow();
    expect(await first.says(/took too long/)).toContain("408");
  });
});

test.runIf(process.platform === "linux")(
  "two hundred who dawdle in every way cost PocketBase next to nothing, and hold nobody up",
  async () => {
    const beginnings = [
      "GET /api/chaperone/state HTTP/1.1\r\nHost: x\r\nX-Slow: ",
      `${begun("POST /api/chaperone/sign-in", 60_000)}{`,
      `${begun("POST /api/chaperone/events", 60_000, "Authorization: nobody\r\n")}{`,
      "GET /api/realtime HTTP/1.1\r\nHost: x\r\n\r\n",
    ];
    const before = kilobytes();
    const all = Array.from({ length: 200 }, (_, i) => raw(beginnings[i % beginnings.length] ?? ""));
    const streams = all.filter((_, i) => i % beginnings.length === 3);
    await Promise.all(streams.map((one) => one.says(/PB_CONNECT/)));
    expect((await ask(server, "GET /api/chaperone/today", { token: priya.token })).status).toBe(200);
    // Each that held an engine would cost 60-90 MB.
    expect(kilobytes() - before).toBeLessThan(300_000);
  },
);

describe("a body", () => {
  test("that says it is too large is refused before it is sent", async () => {
    const large = raw(begun("POST /api/chaperone/act", 300_000, "Expect: 100-continue\r\n"));
    const said = await large.says(/larger than the server takes/);
    expect(said).toContain("413");
    expect(said).not.toContain("100 Continue");
  });

  test("that waits for a word gets it", async () => {
    const asks = raw(begun("POST /api/chaperone/sign-in", 2, "Expect: 100-continue\r\n"));
    await asks.says(/100 Continue/);
    asks.socket.write("{}");
    await asks.says(/HTTP\/1\.1 400/);
  });

  test("that grows too large without having said so is refused", async () => {
    const piece = "x".repeat(100_000);
    const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`;
    const grows = raw("POST /api/chaperone/act HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (let i = 0; i < 4; i += 1) grows.socket.write(chunk);
    expect(await grows.says(/larger than the server takes/)).toContain("413");
  });

  test("with a file is taken from nobody whose sign-in was not looked at", async () => {
    const stranger = raw(
      begun("POST /api/chaperone/breach-evidence", 70_000_000, "Authorization: made.up\r\n", formType),
    );
    expect(await stranger.says(/sign-in has ended/)).toContain("401");
    const nobody = raw(begun("POST /api/chaperone/breach-evidence", 70_000_000, "", formType));
    expect(await nobody.says(/Sign in first/)).toContain("401");
  });

  describe("with a file", () => {
    const form = (id: string, first = "id") => {
      const part = (name: string, more: string) =>
        `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
      const fields = [`${part("id", "")}${id}\r\n`, part("file", '; filename="a.bin"')];
      return (first === "id" ? fields : fields.reverse()).join("") + "x".repeat(20_000);
    };
    const bytes = 60_000_000;
    const brought = (route: string, token: string, beginning: string) =>
      raw(
        `POST ${route} HTTP/1.1\r\nHost: x\r\nAuthorization: ${token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes}\r\n\r\n${beginning}`,
      );
    const evidence = "/api/chaperone/breach-evidence";

    test("is refused by what it says at its beginning, to a case or a version that is not there", async () => {
      for (const route of [evidence, "/api/chaperone/breach-file"])
        for (const id of ["a".repeat(15), "../../x", ""])
          expect(await brought(route, priya.token, form(id)).says(/There is no such/)).toMatch(
            /^HTTP\/1.1 404/,
          );
    });

    test("is taken from nobody who works on no case, wherever it goes, and from no browser", async () => {
      const sol = await newPerson(server, priya.token, {
        email: "sol@harbour.example",
        name: "Sol Reyes",
        role: "staff",
      });
      const desk = await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Desk" });
      for (const [token, status] of [
        [sol.token, 404],
        [desk.token, 403],
      ] as const)
        for (const first of ["id", "file"])
          expect(await brought(evidence, token, form("a".repeat(15), first)).says(/message/)).toMatch(
            new RegExp(`^HTTP/1\\.1 ${status}`),
          );
    });

    test("that is none is refused, however large", async () => {
      const wrong = `Authorization: ${priya.token}\r\n`;
      const words = `${begun(`POST ${evidence}`, bytes, wrong)}${" ".repeat(20_000)}`;
      expect(await raw(words).says(/larger than the server takes/)).toMatch(/^HTTP\/1.1 413/);
    });

    test.runIf(process.platform === "linux")(
      "twelve of 60 MB at once, to nowhere, by people and by nobody, cost next to nothing",
      async () => {
        const beginning = form("a".repeat(15));
        const rest = Buffer.alloc(bytes - beginning.length, 0x78);
        const [before, ours] = [kilobytes(), process.memoryUsage().rss];
        const all = Array.from({ length: 12 }, (_, i) => {
          const one = brought(
            i % 3 === 2 ? "/api/chaperone/nowhere" : evidence,
            i % 3 === 1 ? "made.up.token" : priya.token,
            beginning,
          );
          // As much more as is taken: whoever is refused early is not read to the end.
          one.socket.write(rest);
          return one;
        });
        const answers = await Promise.all(all.map((one) => one.says(/"status":\d+/)));
        expect(new Set(answers.map((text) => /^HTTP\/1.1 (\d+)/.exec(text)?.[1]))).toEqual(
          new Set(["404", "401", "413"]),
        );
        expect(kilobytes() - before).toBeLessThan(100_000);
        expect(process.memoryUsage().rss - ours).toBeLessThan(150_000_000);
        expect(readdirSync(join(server.data, "spool"), { recursive: true })).toEqual([]);
      },
    );
  });

  test("with a file lies on disk without a name, where only the owner of the server looks", async () => {
    const sends = raw(
      `POST /api/chaperone/breach-evidence HTTP/1.1\r\nHost: x\r\nAuthorization: ${priya.token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000000\r\nExpect: 100-continue\r\n\r\n`,
    );
    await sends.says(/100 Continue/);
    await new Promise<void>((resolve) => sends.socket.write("x".repeat(3_000_000), () => resolve()));
    await until("the file to be begun", async () => existsSync(join(server.data, "spool")));
    const spool = join(server.data, "spool");
    expect(statSync(spool).mode & 0o077).toBe(0);
    // It has a name until it is open, and none from then on.
    await until("the file to have no name", async () => readdirSync(spool).length === 0);
    expect(sends.socket.destroyed).toBe(false);
  });
});

test.each([
  [
    "two lengths",
    "POST /api/health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  ["headers without end", `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(40_000)}\r\n\r\n`, 431],
  ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
  ["a tunnel", "GET /api//chaperone/state HTTP/1.1\r\nHost: x\r\n\r\n", 404],
  ["the door", "GET /api/chaperone/door HTTP/1.1\r\nHost: x\r\n\r\n", 404],
  ["an address in full", "GET http://x/api/health HTTP/1.1\r\nHost: x\r\n\r\n", 200],
])("%s", async (_, words, status) => {
  expect(await raw(words).says(/^HTTP\/1\.1 \d+/)).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
});

describe("streams", () => {
  interface Stream {
    readonly id: string;
    readonly ended: Promise<void>;
    readonly isOver: () => boolean;
    says(words: string): Promise<void>;
    stop(): void;
  }

  async function stream(): Promise<Stream> {
    const gone = new AbortController();
    const answer = await fetch(`${server.url}/api/realtime`, { signal: gone.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let said = "";
    let over = false;
    let look = () => {};
    const ended = (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        said += part.value;
        look();
      }
    })()
      .catch(() => {})
      .finally(() => {
        over = true;
      });
    const says = (words: string) =>
      new Promise<void>((resolve) => {
        look = () => said.includes(words) && resolve();
        look();
      });
    await says("PB_CONNECT");
    return {
      id: /id:(\S+)/.exec(said)?.[1] ?? "",
      ended,
      isOver: () => over,
      says,
      stop: () => gone.abort(),
    };
  }

  const claimed = async (): Promise<Stream> => {
    const one = await stream();
    const body = { clientId: one.id, subscriptions: ["ledger"] };
    expect((await ask(server, "POST /api/realtime", { token: priya.token, body })).status).toBe(204);
    return one;
  };

  test("of nobody give way to each other; one that somebody signed in to stays and is told", async () => {
    const mine = await claimed();
    const first = await stream();
    const others: Stream[] = [];
    for (let i = 0; i < unclaimedMost.each; i += 1) others.push(await stream());
    await first.ended;
    expect(mine.isOver()).toBe(false);
    const told = mine.says("event:ledger");
    await newPerson(server, priya.token, {
      email: "nell@harbour.example",
      name: "Nell Archer",
      role: "staff",
    });
    await told;
    for (const one of [mine, ...others]) one.stop();
  });

  test.runIf(process.platform === "linux")("hold no engine: twelve cost next to nothing", async () => {
    const before = kilobytes();
    const all: Stream[] = [];
    for (let i = 0; i < 12; i += 1) all.push(await claimed());
    // Each would keep an engine of 60-90 MB, 12 of them some 800 MB.
    expect(kilobytes() - before).toBeLessThan(300_000);
    for (const one of all) one.stop();
  });
});

describe("a page", () => {
  const elsewhere = [
    "https://evil.example",
    "http://chaperone.evil.example",
    "http://127.0.0.1:1",
    "https://127.0.0.1.evil.example",
    "file://",
  ];
  const all = [
    "POST /api/chaperone/sign-in",
    "POST /api/chaperone/setup",
    "POST /api/chaperone/enrol/start",
    "POST /api/chaperone/enrol",
    "POST /api/chaperone/pair",
    "POST /api/chaperone/act",
    "POST /api/chaperone/report",
    "POST /api/chaperone/events",
    "POST /api/chaperone/smtp",
    "POST /api/chaperone/breach-evidence",
    "POST /api/realtime",
    "POST /api/files/token",
    "PATCH /api/collections/clinic/records/x",
    "DELETE /api/collections/clinic/records/x",
    "POST /api/collections/_superusers/auth-with-password",
  ];
  test.each(all)("of another site may not ask for %s", async (route) => {
    for (const Origin of elsewhere) {
      const { status, body } = await ask(server, route, {
        body: {},
        headers: { Origin },
        token: priya.token,
      });
      expect([Origin, status, body.message]).toEqual([Origin, 403, expect.stringContaining("another site")]);
    }
    const left = rowsIn(server, "SELECT count(*) AS n FROM sign_in_failures WHERE counted LIKE 'pair:%'");
    expect(left).toEqual([{ n: 0 }]);
  });

  test.each(all)("of ours, and no page at all, are answered by the route: %s", async (route) => {
    for (const headers of [{}, { Origin: server.url }] as Record<string, string>[]) {
      const { body } = await ask(server, route, { body: {}, headers });
      expect(JSON.stringify(body)).not.toContain("another site");
    }
    behindTheBack(server, "DELETE FROM sign_in_failures");
  });

  test.each([
    "chrome-extension://abcdefghijklmnop",
    "moz-extension://0f5f2a5e-1d44-4f0c-9f4b-2f6f9a1f4c11",
    "null",
  ])("of the extension pairs and sends, and signs nobody in: %s", async (Origin) => {
    for (const route of [
      "pair",
      "events",
      "report",
      "recipient",
      "message-read",
      "browser-lesson",
      "browser-document",
    ]) {
      const { body } = await ask(server, `POST /api/chaperone/${route}`, { body: {}, headers: { Origin } });
      expect(body.message).not.toContain("another site");
    }
    for (const route of ["sign-in", "setup", "enrol", "enrol/start", "act"]) {
      const { status } = await ask(server, `POST /api/chaperone/${route}`, {
        body: {},
        headers: { Origin },
      });
      expect(status).toBe(403);
    }
    behindTheBack(server, "DELETE FROM sign_in_failures");
  });
});

describe("where a request comes from", () => {
  const addresses = (from: TestServer): number =>
    Number(
      rowsIn(
        from,
        "SELECT count(DISTINCT counted) AS n FROM sign_in_failures WHERE counted LIKE 'address:%'",
      )[0]?.n,
    );
  const fail = (from: Pick<TestServer, "url">, name: string, address: string) =>
    ask(from, "POST /api/chaperone/sign-in", {
      body: { email: `${name}@harbour.example`, password: "not this one", code: "000000" },
      headers: { "X-Forwarded-For": address },
    });

  test("is not believed from anybody", async () => {
    behindTheBack(server, "DELETE FROM sign_in_failures");
    await fail(server, "a", "203.0.113.1");
    await fail(server, "b", "203.0.113.2");
    await fail({ url: server.inner }, "c", "203.0.113.3");
    expect(addresses(server)).toBe(1);
  });

  test("is believed from a proxy where the operator named one: the last that it saw", async () => {
    const behind = await startServer({ publicUrl: "https://chaperone.harbour.example" });
    try {
      await fail(behind, "a", "198.51.100.7, 203.0.113.1");
      await fail(behind, "b", "198.51.100.8, 203.0.113.1");
      expect(addresses(behind)).toBe(1);
      await fail(behind, "c", "203.0.113.2");
      expect(addresses(behind)).toBe(2);
    } finally {
      await behind.stop();
    }
  });
});

describe("PocketBase's own port, which somebody else on this machine could find", () => {
  test.each([
    "GET /api/collections",
    "GET /api/settings",
    "GET /api/backups",
    "GET /api/logs",
    "POST /api/sql",
  ])("lets no superuser in within the window: %s", async (route) => {
    const stdout = await inServer(server, "break-glass");
    const [, , identity, password] = stdout.split("\n").map((line) => line.trim());
    const signIn = "POST /api/collections/_superusers/auth-with-password";
    const body = { identity, password };
    const { token } = (await ask(server, signIn, { body })).body;
    // The front lets it in where the window reaches, so the sign-in itself is good.
    expect((await ask(server, "GET /api/collections", { token })).status).toBe(200);
    const inner = { url: server.inner };
    const query = route.startsWith("POST") ? { body: { query: "SELECT 1" } } : {};
    const forged: Record<string, string>[] = [{}, { "X-Forwarded-For": "127.0.0.1" }, { "X-Real-IP": "::1" }];
    for (const headers of forged) {
      expect((await ask(inner, route, { token, headers, ...query })).status).toBe(403);
      expect((await ask(inner, signIn, { body, headers })).status).toBe(403);
    }
  });

  test("outside the window no password is looked at: the right one and a wrong one are answered alike", async () => {
    const { stdout } = await server.command(["chaperone", "break-glass"]);
    const [, , identity, password] = stdout.split("\n").map((line) => line.trim());
    behindTheBack(server, "UPDATE _superusers SET openUntil = '2026-01-01 00:00:00.000Z'");
    const routes = ["_superusers", "pbc_3142635823", "%5Fsuperusers", "users"].map(
      (name) => `POST /api/collections/${name}/auth-with-password`,
    );
    for (const route of routes)
      for (const typed of [password, "not this one"])
        for (const headers of [{}, { "X-Forwarded-For": "203.0.113.9" }] as Record<string, string>[]) {
          const { status, body } = await ask(server, route, { body: { identity, password: typed }, headers });
          // PocketBase says 400 where it has compared one.
          expect([403, 404]).toContain(status);
          expect(JSON.stringify(body)).not.toContain("Failed to authenticate");
        }
  });

  test("the settings that the two share are shown to nobody", async () => {
    const { stdout } = await server.command(["chaperone", "break-glass"]);
    const [, , identity, password] = stdout.split("\n").map((line) => line.trim());
    const signIn = "POST /api/collections/_superusers/auth-with-password";
    const { token } = (await ask(server, signIn, { body: { identity, password } })).body;
    const { status, body } = await ask(server, "GET /api/settings", { token });
    expect([status, body.superuserIPs, body.trustedProxy.headers]).toEqual([200, [], []]);
  });

  test("and hold when other settings were changed", async () => {
    const smtp = {
      enabled: false,
      host: "mail.harbour.example",
      port: 587,
      username: "",
      tls: false,
      from: "clinic@harbour.example",
    };
    expect((await ask(server, "POST /api/chaperone/smtp", { token: priya.token, body: smtp })).status).toBe(
      200,
    );
    behindTheBack(server, "DELETE FROM sign_in_failures");
    const { status } = await ask(server, "POST /api/chaperone/sign-in", {
      body: { email: lead.email, password: lead.password, code: codeOf(priya.secret, 2) },
    });
    expect([200, 401]).toContain(status);
    const failed = await ask({ url: server.inner }, "POST /api/collections/_superusers/auth-with-password", {
      body: { identity: "x@harbour.example", password: "x" },
      headers: { "X-Forwarded-For": "127.0.0.1" },
    });
    expect(failed.status).toBeGreaterThanOrEqual(400);
  });
});

test("a browser that sends more than a browser does is told when to come back, and loses nothing", async () => {
  const { hostname: host, port: inner } = new URL(server.inner);
  const port = await freePort();
  const front = new Front({
    target: { host, port: Number(inner) },
    secrets: newSecrets(),
    pages: server.data,
    spool: join(server.data, "other-spool"),
    face: { secure: false },
    believes: () => false,
    quota: { holds: { events: 5, bytes: 1_000_000 }, perHour: { events: 60, bytes: 1_000_000 } },
  });
  await front.open({ host: "127.0.0.1", port });
  const narrow = { url: `http://127.0.0.1:${port}` };
  try {
    const desk = { holder: "desk", device: "clinic" };
    const one = await newBrowser(server, priya.token, { ...desk, name: "Desk one" });
    const other = await newBrowser(server, priya.token, { ...desk, name: "Desk two" });
    const send = (from: { url: string }, token: string, n: number, many: number) => {
      const id = (at: number) => `${token === one.token ? "one" : "two"}${String(at).padStart(12, "0")}`;
      const events = Array.from({ length: many }, (_, i) => mailOutcome(n + i, { id: id(n + i) }));
      const body = { sentAt: new Date().toISOString(), events };
      return ask(from, "POST /api/chaperone/events", { token, body });
    };
    const first = await send(narrow, one.token, 1, 4);
    expect(first.body.results.map(({ status }: { status: string }) => status)).toEqual(
      Array(4).fill("accepted"),
    );
    expect((await send(narrow, one.token, 5, 7)).status).toBe(200);
    const late = await send(narrow, one.token, 12, 3);
    expect([late.status, late.body.message]).toEqual([429, expect.stringContaining("It is taken later")]);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(300);
    expect((await send(narrow, other.token, 1, 3)).status).toBe(200);
    expect((await ask(narrow, "GET /api/chaperone/policy", { token: one.token })).status).toBe(200);
    const again = await send(server, one.token, 12, 3);
    expect(again.body.results.map(({ status }: { status: string }) => status)).toEqual(
      Array(3).fill("accepted"),
    );
  } finally {
    await front.close();
  }
});

test("a second listener offers what it is told, and nothing else", async () => {
  const port = await freePort();
  const { hostname: host, port: inner } = new URL(server.inner);
  const front = new Front({
    target: { host, port: Number(inner) },
    secrets: newSecrets(),
    pages: server.data,
    spool: join(server.data, "other-spool"),
    face: { secure: false },
    believes: () => false,
  });
  await front.open({
    host: "127.0.0.1",
    port,
    allow: (method, path) => method === "GET" && path === "/api/health",
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    expect((await ask({ url }, "GET /api/health")).status).toBe(200);
    expect((await ask({ url }, "GET /api/chaperone/state")).status).toBe(404);
    expect((await ask({ url }, "POST /api/health", { body: {} })).status).toBe(404);
  } finally {
    await front.close();
  }
});

test("when PocketBase is gone, its callers hear so, and a stop ends streams and comes to an end", async () => {
  const other = await startServer();
  const stream = await fetch(`${other.url}/api/realtime`);
  const reader = stream.body?.getReader();
  await reader?.read();
  const ended = (async () => {
    while (!(await reader?.read())?.done);
  })().catch(() => {});
  await other.stop();
  await ended;
  await expect(fetch(`${other.url}/api/health`)).rejects.toThrow();
});
