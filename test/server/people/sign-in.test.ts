import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { processorOf } from "../../support/processor-cost.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { act, ask, codeOf, lead, newPerson, type SignedIn, setUpClinic } from "./clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "./database.ts";

let server: TestServer;
let priya: SignedIn;
beforeAll(async () => {
  server = await startServer();
  priya = await setUpClinic(server);
});
afterAll(() => server?.stop());
beforeEach(() => {
  behindTheBack(server, "DELETE FROM sign_in_failures");
  behindTheBack(server, "UPDATE users SET totpCounter = 0");
});

const signIn = (code: string, more: object = {}) =>
  ask(server, "POST /api/chaperone/sign-in", {
    body: { email: lead.email, password: lead.password, code, ...more },
  });
const told = "The address, the password or the code is not right.";

test("address, password and code together give a token for eight hours", async () => {
  const before = Date.now();
  const { status, body } = await signIn(codeOf(priya.secret));
  expect(status).toBe(200);
  expect(body.record).toMatchObject({ id: priya.id, name: lead.name, role: "dpo" });
  expect(body.record).not.toHaveProperty("totpSecret");
  expect(body.record).not.toHaveProperty("recoveryCodes");
  const claims = JSON.parse(Buffer.from(body.token.split(".")[1], "base64url").toString());
  expect(claims.exp * 1000 - before).toBeGreaterThan(8 * 3_600_000 - 5_000);
  expect(claims.exp * 1000 - before).toBeLessThan(8 * 3_600_000 + 5_000);
});

test.each([
  ["the step before", -1, 200],
  ["this step", 0, 200],
  ["the next step", 1, 200],
  ["two steps before", -3, 401],
  ["two steps ahead", 3, 401],
])("a code of %s", async (_, ahead, status) => {
  expect((await signIn(codeOf(priya.secret, ahead))).status).toBe(status);
});

test("blanks in the code and capitals in the address make no difference", async () => {
  const code = codeOf(priya.secret);
  const email = lead.email.toUpperCase();
  expect((await signIn(`${code.slice(0, 3)} ${code.slice(3)}`, { email })).status).toBe(200);
});

test("a password with an é is the same, however the keyboard writes it", async () => {
  const composed = "hérons at low tide";
  const maya = await newPerson(server, priya.token, {
    email: "maya@harbour.example",
    name: "Maya Lindqvist",
    role: "staff",
    password: composed.normalize("NFD"),
  });
  behindTheBack(server, "UPDATE users SET totpCounter = 0");
  const typed = { email: "maya@harbour.example", password: composed.normalize("NFC") };
  expect((await signIn(codeOf(maya.secret), typed)).status).toBe(200);
});

test("each code signs in once, and none older than one that did", async () => {
  const code = codeOf(priya.secret);
  expect((await signIn(code)).status).toBe(200);
  expect((await signIn(code)).status).toBe(401);
  expect((await signIn(codeOf(priya.secret, -1))).status).toBe(401);
  expect((await signIn(codeOf(priya.secret, 1))).status).toBe(200);
});

test("of many that bring the same code at once, exactly one gets in", async () => {
  const code = codeOf(priya.secret);
  const all = await Promise.all(Array.from({ length: 12 }, () => signIn(code)));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200, 401, 429]));
});

test("the answer never says which part was wrong, nor whether the address is known", async () => {
  const answers = [
    await signIn(codeOf(priya.secret), { password: "four herons at low tide" }),
    await signIn("000000"),
    await signIn("ABCD-EFGH-JKMN"),
    await signIn(codeOf(priya.secret), { email: "nobody@harbour.example" }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(401);
    expect(body).toEqual({ status: 401, message: told, data: {} });
  }
});

test("a wrong password does not use the code up", async () => {
  const code = codeOf(priya.secret);
  expect((await signIn(code, { password: "four herons at low tide" })).status).toBe(401);
  expect((await signIn(code)).status).toBe(200);
});

test.each([
  ["a known address", lead.email],
  ["an unknown address", "nobody@harbour.example"],
])(
  "%s: after five failures in a quarter of an hour nothing is looked at, not even what is right",
  async (_, email) => {
    for (let i = 0; i < 5; i++) expect((await signIn("000000", { email })).status).toBe(401);
    const sixth = await signIn(codeOf(priya.secret), { email });
    expect(sixth.status).toBe(429);
    expect(sixth.body.message).toContain("15 minutes");
    behindTheBack(server, "UPDATE sign_in_failures SET at = at - 900001");
    expect((await signIn(codeOf(priya.secret), { email })).status).toBe(email === lead.email ? 200 : 401);
  },
);

test("forty guesses at once get no further than five", async () => {
  const all = await Promise.all(Array.from({ length: 40 }, () => signIn("000000")));
  expect(all.filter(({ status }) => status === 401)).toHaveLength(5);
});

test("the failures of one account do not lock another", async () => {
  for (let i = 0; i < 6; i++) await signIn("000000", { email: "nobody@harbour.example" });
  expect((await signIn(codeOf(priya.secret))).status).toBe(200);
});

test("one address is limited very widely, against a flood alone", async () => {
  const insert =
    "INSERT INTO sign_in_failures (counted, at) SELECT counted, at FROM sign_in_failures WHERE counted LIKE 'address:%'";
  await signIn("000000");
  for (let i = 0; i < 10; i++) behindTheBack(server, insert);
  expect((await signIn(codeOf(priya.secret))).status).toBe(429);
});

describe("a browser in which somebody signed in before", () => {
  const cookieOf = ({ headers }: Awaited<ReturnType<typeof ask>>) =>
    headers.get("set-cookie")?.split(";")[0] ?? "";
  const signInWith = (cookie: string, code: string, more: object = {}) =>
    ask(server, "POST /api/chaperone/sign-in", {
      headers: { Cookie: cookie },
      body: { email: lead.email, password: lead.password, code, ...more },
    });
  const fresh = () => {
    behindTheBack(server, "UPDATE users SET totpCounter = 0");
    return codeOf(priya.secret);
  };
  const lockOut = async () => {
    for (let i = 0; i < 5; i++) await signIn("000000");
    expect((await signIn(fresh())).status).toBe(429);
  };

  test("is told by a cookie that no script reads and no other site sends; the database can't tell it", async () => {
    const answer = await signIn(fresh());
    expect(answer.headers.get("set-cookie")).toMatch(
      /^chaperone-browser=[A-Za-z0-9]{40}; Path=\/api\/chaperone; Max-Age=7776000; HttpOnly; SameSite=Strict$/,
    );
    const [, token = "?"] = cookieOf(answer).split("=");
    expect(JSON.stringify(rowsIn(server, "SELECT * FROM known_browsers"))).not.toContain(token);
    expect((await signIn("000000")).headers.get("set-cookie")).toBeNull();
  });

  test("gets in while the account is locked from the same address, and has five tries of its own", async () => {
    const cookie = cookieOf(await signIn(fresh()));
    await lockOut();
    const next = await signInWith(cookie, fresh());
    expect(next.status).toBe(200);
    for (let i = 0; i < 5; i++) expect((await signInWith(cookieOf(next), "000000")).status).toBe(401);
    expect((await signInWith(cookieOf(next), fresh())).status).toBe(429);
  });

  test.each(["made up", "of somebody else", "used before", "of ninety days ago", "of a sign-in made anew"])(
    "is not one with a cookie %s",
    async (which) => {
      let cookie = `chaperone-browser=${"a".repeat(40)}`;
      if (which !== "made up") cookie = cookieOf(await signIn(fresh()));
      if (which === "of somebody else")
        behindTheBack(server, "UPDATE known_browsers SET user = 'somebodyelse000'");
      if (which === "used before") expect((await signInWith(cookie, fresh())).status).toBe(200);
      if (which === "of ninety days ago")
        behindTheBack(server, "UPDATE known_browsers SET at = at - 7776000001");
      if (which === "of a sign-in made anew") {
        const [row] = rowsIn(server, "SELECT version FROM users WHERE id = ?", priya.id);
        const ended = await act(
          server,
          priya.token,
          "users.endSessions",
          {},
          {
            id: priya.id,
            version: Number(row?.version),
          },
        );
        expect(ended.status).toBe(200);
        priya = { ...priya, token: (await signIn(fresh())).body.token };
      }
      await lockOut();
      expect((await signInWith(cookie, fresh())).status).toBe(429);
    },
  );

  test("is each of those who sign in there, and of twenty browsers the newest are known", async () => {
    behindTheBack(server, "DELETE FROM known_browsers");
    const cookie = cookieOf(await signIn(fresh()));
    const maya = await newPerson(server, priya.token, {
      email: "mona@harbour.example",
      name: "Mona Field",
      role: "staff",
    });
    behindTheBack(server, "UPDATE users SET totpCounter = 0");
    const hers = { email: "mona@harbour.example", password: "four herons at low tide" };
    const both = await signInWith(cookie, codeOf(maya.secret), hers);
    expect(both.status).toBe(200);
    await lockOut();
    expect((await signInWith(cookieOf(both), fresh())).status).toBe(200);
    behindTheBack(server, "DELETE FROM sign_in_failures");
    for (let i = 0; i < 22; i++) expect((await signIn(fresh())).status).toBe(200);
    const mine = "SELECT count(*) AS n FROM known_browsers WHERE user = ?";
    expect(rowsIn(server, mine, priya.id)).toEqual([{ n: 20 }]);
  });
});

test("two hundred wrong tries from the clinic's own address keep no colleague out", async () => {
  const maya = await newPerson(server, priya.token, {
    email: "mila@harbour.example",
    name: "Mila Stone",
    role: "staff",
  });
  behindTheBack(server, "UPDATE users SET totpCounter = 0");
  const answers = new Set<number>();
  for (let i = 0; i < 10; i++) {
    const emails = Array.from({ length: 20 }, (_, j) =>
      j % 2 === 0 ? lead.email : `guess${(i * 20 + j) % 60}@harbour.example`,
    );
    const some = await Promise.all(emails.map((email) => signIn("000000", { email })));
    for (const { status } of some) answers.add(status);
  }
  expect(answers).toEqual(new Set([401, 429]));
  const hers = { email: "mila@harbour.example", password: "four herons at low tide" };
  expect((await signIn(codeOf(maya.secret), hers)).status).toBe(200);
  expect((await signIn(codeOf(priya.secret))).status).toBe(429);
}, 120_000);

test("an unknown address takes about as long as a known one", async () => {
  const spent = { known: 0, unknown: 0 };
  // Turn by turn, and of the server's own processor: what else the machine does must not count.
  for (let i = 0; i < 12; i++) {
    for (const which of ["known", "unknown"] as const) {
      behindTheBack(server, "DELETE FROM sign_in_failures");
      const from = processorOf(server.pid);
      await signIn("000000", which === "known" ? {} : { email: "nobody@harbour.example" });
      spent[which] += processorOf(server.pid) - from;
    }
  }
  const ratio = spent.unknown / spent.known;
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(1.6);
});

test("a recovery code gets in once, in the same field, however it is typed", async () => {
  const [first = "", second = ""] = priya.recoveryCodes;
  expect((await signIn(first)).status).toBe(200);
  expect((await signIn(first)).status).toBe(401);
  expect((await signIn(second.toLowerCase().replaceAll("-", " "))).status).toBe(200);
  expect(eventsOf(server, "auth.sign-in")[0]?.detail).toBe('{"method":"recovery","v":1}');
});

test("of many that bring the same recovery code at once, exactly one gets in", async () => {
  const code = priya.recoveryCodes[3] ?? "";
  const all = await Promise.all(Array.from({ length: 5 }, () => signIn(code)));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("a failure is on the record with who it was, and never with what was typed", async () => {
  await signIn("000000");
  expect(eventsOf(server, "auth.fail")[0]).toMatchObject({
    user: priya.id,
    detail: '{"reason":"code","v":1}',
  });
  await signIn("000000", { email: "someone.typed.this@harbour.example" });
  expect(eventsOf(server, "auth.fail")[0]).toMatchObject({ user: "", detail: '{"reason":"unknown","v":1}' });
  const everything = JSON.stringify([
    rowsIn(server, "SELECT * FROM events"),
    rowsIn(server, "SELECT * FROM sign_in_failures"),
  ]);
  expect(everything).not.toContain("someone.typed.this");
});

test.each([
  ["no body", undefined],
  ["a list", []],
  ["no code", { email: lead.email, password: lead.password }],
  ["a field more", { email: lead.email, password: lead.password, code: "000000", mfaId: "x" }],
  ["a password of a megabyte", { email: lead.email, password: "x".repeat(1_000_000), code: "000000" }],
])("%s is refused without being looked at", async (_, body) => {
  const { status } = await ask(server, "POST /api/chaperone/sign-in", { body });
  expect([400, 413]).toContain(status);
});

test("a person who is deactivated, and an auditor after the last day, get in no more", async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const ruth = await newPerson(server, priya.token, {
    email: "ruth@inspection.example",
    name: "Ruth Alderman",
    role: "auditor",
    until,
  });
  const password = "four herons at low tide";
  const asRuth = () => signIn(codeOf(ruth.secret), { email: "ruth@inspection.example", password });
  behindTheBack(server, "UPDATE users SET totpCounter = 0");
  expect((await asRuth()).status).toBe(200);

  behindTheBack(
    server,
    "UPDATE users SET totpCounter = 0, until = '2026-01-01 00:00:00.000Z' WHERE id = ?",
    ruth.id,
  );
  expect((await asRuth()).status).toBe(401);
  expect((await ask(server, "GET /api/chaperone/today", { token: ruth.token })).status).toBe(401);
  expect((await ask(server, "GET /api/collections/users/records", { token: ruth.token })).status).toBe(401);

  behindTheBack(server, "UPDATE users SET until = ? WHERE id = ?", until.replace("T", " "), ruth.id);
  expect((await ask(server, "GET /api/chaperone/today", { token: ruth.token })).status).toBe(200);
  const [row] = rowsIn(server, "SELECT version FROM users WHERE id = ?", ruth.id);
  const version = Number(row?.version);
  expect((await act(server, priya.token, "users.deactivate", {}, { id: ruth.id, version })).status).toBe(200);
  expect((await asRuth()).status).toBe(401);
  expect((await ask(server, "GET /api/chaperone/today", { token: ruth.token })).status).toBe(401);
});
