import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Action, acts } from "#domain/acts";
import { usualRules } from "#domain/clinic/mail-rules";
import { sealedNow } from "#domain/ledger/rows/sealed-columns";
import { snappymail } from "../../../extension/mail/snappymail/adapter.ts";
import { checkedCorrections } from "../../../extension/policy/checked-corrections.ts";
import { patience } from "../../support/patience.ts";
import type { TestServer } from "../../support/server/server.ts";
import {
  act,
  ask,
  codeOf,
  lead,
  newBrowser,
  newClinic,
  newPerson,
  type SignedIn,
  startClinic,
  tokenIn,
} from "./clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "./database.ts";

let server: TestServer;
let priya: SignedIn;
let ingrid: SignedIn;
let tom: SignedIn;
beforeAll(async () => {
  ({ server, priya } = await startClinic());
  ingrid = await newPerson(server, priya.token, {
    email: "ingrid@harbour.example",
    name: "Ingrid Tolhurst",
    role: "manager",
  });
  tom = await newPerson(server, ingrid.token, {
    email: "tom@harbour.example",
    name: "Tom Reed",
    role: "staff",
  });
});
afterAll(() => server?.stop());

const versionOf = (table: string, id: string) =>
  Number(rowsIn(server, `SELECT version FROM ${table} WHERE id = ?`, id)[0]?.version);
const on = (id: string, table = "users") => ({ id, version: versionOf(table, id) });
const events = () => Number(rowsIn(server, "SELECT count(*) AS n FROM events")[0]?.n);

describe("every act", () => {
  test("is one event, with who did it, and which row and columns", async () => {
    const before = events();
    const { status, body } = await act(
      server,
      ingrid.token,
      "users.change",
      { name: "Thomas Reed" },
      on(tom.id),
    );
    expect(status).toBe(200);
    expect(body).toEqual({ id: tom.id, version: versionOf("users", tom.id) });
    expect(events()).toBe(before + 1);
    const [event] = eventsOf(server, "users.act");
    expect(event).toMatchObject({ user: ingrid.id, attribution: "session" });
    expect(JSON.parse(String(event?.detail))).toEqual({
      v: 1,
      row: { v: sealedNow, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      id: tom.id,
      action: "change",
      fields: ["name", "version"],
    });
  });

  test("compares the version: of two who saw the same row, the second is shown what it is now", async () => {
    const seen = on(tom.id);
    const both = await Promise.all([
      act(server, ingrid.token, "users.change", { name: "Tom A. Reed" }, seen),
      act(server, priya.token, "users.change", { name: "Tom B. Reed" }, seen),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body.current.version).toBe(seen.version + 1);
    expect(refused?.body.current.name).toMatch(/^Tom [AB]\. Reed$/);
    expect(refused?.body.current).not.toHaveProperty("totpSecret");
  });

  test.each<[string, object, string]>([
    ["an unknown act", { action: "users.delete" }, "action"],
    ["no version", { action: "users.change", id: "a".repeat(15), data: { name: "X" } }, "version"],
    ["no row", { action: "users.deactivate" }, "id"],
    [
      "a column that is no business of the act",
      { action: "users.change", id: "a".repeat(15), version: 1, data: { active: true } },
      "data.active",
    ],
    [
      "a row where one is made",
      { action: "users.add", id: "a".repeat(15), data: { name: "X", practitioner: false } },
      "id",
    ],
    ["the prototype's words", { action: "constructor" }, "action"],
  ])("refuses %s at its field", async (_, body, field) => {
    const { status, body: answer } = await ask(server, "POST /api/chaperone/act", {
      token: priya.token,
      body,
    });
    expect(status).toBe(400);
    expect(Object.keys(answer.data)).toEqual([field]);
  });

  test("leaves nothing behind when it is refused", async () => {
    const before = events();
    const again = await act(server, priya.token, "users.invite", {
      email: "tom@harbour.example",
      name: "Tom",
      role: "staff",
      practitioner: false,
    });
    expect(again.status).toBe(400);
    expect(again.body.data["data.email"].code).toBe("taken");
    expect(events()).toBe(before);
  });
});

describe("people", () => {
  test("a desk person has no sign-in, and can be given one later", async () => {
    const added = await act(server, ingrid.token, "users.add", {
      name: "Joss Merriden",
      practitioner: false,
    });
    expect(added.status).toBe(200);
    const invited = await act(
      server,
      ingrid.token,
      "users.invite",
      { email: "joss@harbour.example", name: "Joss Merriden", role: "staff", practitioner: false },
      on(added.body.id),
    );
    expect(invited.status).toBe(200);
    expect(invited.body.id).toBe(added.body.id);
    const hours = (Date.parse(invited.body.expires) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(71.9);
    expect(hours).toBeLessThanOrEqual(72);
  });

  test("an invitation works once, for 72 hours, and not after the person is deactivated", async () => {
    const invite = (email: string) =>
      act(server, ingrid.token, "users.invite", {
        email,
        name: "Sam Okonjo",
        role: "staff",
        practitioner: true,
      });
    const start = (link: string) =>
      ask(server, "POST /api/chaperone/enrol/start", { body: { token: tokenIn(link) } });

    const first = (await invite("sam1@harbour.example")).body;
    expect((await start(first.link)).body).toMatchObject({
      kind: "invite",
      name: "Sam Okonjo",
      role: "staff",
    });
    behindTheBack(
      server,
      "UPDATE invitations SET expires = '2026-01-01 00:00:00.000Z' WHERE user = ?",
      first.id,
    );
    expect((await start(first.link)).status).toBe(404);

    const second = (await invite("sam2@harbour.example")).body;
    await act(server, ingrid.token, "users.deactivate", {}, on(second.id));
    expect((await start(second.link)).status).toBe(404);

    const third = (await invite("sam3@harbour.example")).body;
    const { secret } = (await start(third.link)).body;
    const enrol = () =>
      ask(server, "POST /api/chaperone/enrol", {
        body: { token: tokenIn(third.link), password: "four herons at low tide", code: codeOf(secret) },
      });
    const all = await Promise.all([enrol(), enrol(), enrol()]);
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await enrol()).status).toBe(404);
  });

  test("a link for a person sets up no clinic, and the other way round", async () => {
    const invited = await act(server, ingrid.token, "users.add", { name: "Nobody", practitioner: false });
    const { link } = (
      await act(
        server,
        ingrid.token,
        "users.invite",
        { email: "nobody@harbour.example", name: "Nobody", role: "staff", practitioner: false },
        on(invited.body.id),
      )
    ).body;
    const token = tokenIn(link);
    const { secret } = (await ask(server, "POST /api/chaperone/enrol/start", { body: { token } })).body;
    const body = { token, clinic: newClinic, ...lead, email: "other@harbour.example", code: codeOf(secret) };
    expect((await ask(server, "POST /api/chaperone/setup", { body })).status).toBe(404);
    expect(rowsIn(server, "SELECT id FROM users WHERE email = 'other@harbour.example'")).toEqual([]);
  });

  test("an auditor needs an end that is to come; nobody else has one", async () => {
    const invite = (role: string, until?: string) =>
      act(server, priya.token, "users.invite", {
        email: `${role}@x.example`,
        name: "X",
        role,
        practitioner: false,
        until,
      });
    expect((await invite("auditor")).body.data).toHaveProperty(["data.until"]);
    expect((await invite("auditor", "2026-01-01T00:00:00.000Z")).body.data).toHaveProperty(["data.until"]);
    expect((await invite("staff", "2099-01-01T00:00:00.000Z")).body.data).toHaveProperty(["data.until"]);
    expect((await invite("auditor", "2099-01-01T00:00:00.000Z")).status).toBe(200);
  });

  test("the lead is neither demoted nor deactivated, and only the lead passes that on", async () => {
    const second = await newPerson(server, priya.token, {
      email: "amara@harbour.example",
      name: "Amara Voss",
      role: "dpo",
    });
    const named = () => rowsIn(server, "SELECT lead FROM clinic")[0]?.lead;
    const pass = (by: SignedIn, lead: string, more = {}) =>
      act(server, by.token, "clinic.change", { lead, ...more }, on("clinic000000000", "clinic"));
    for (const [action, data] of [
      ["users.change", { role: "staff" }],
      ["users.deactivate", {}],
      ["users.reenrol", {}],
    ] as const) {
      const { status, body } = await act(server, second.token, action, data, on(priya.id));
      expect([status, body.data.id.code]).toEqual([400, "is-lead"]);
    }
    const taken = await pass(second, second.id);
    expect([taken.status, taken.body.data["data.lead"].code]).toEqual([400, "not-yours"]);
    expect(named()).toBe(priya.id);
    // Other settings are changed by either, and a lead named as it is changes nothing.
    expect((await pass(second, priya.id, { leadTitle: "Caldicott guardian" })).status).toBe(200);
    // Where the lead can't sign in, another takes it: the deputy lead, if that is a lead too.
    const enrolled = (flag: string) =>
      behindTheBack(server, `UPDATE users SET enrolled = ${flag} WHERE id = ?`, priya.id);
    enrolled("FALSE");
    expect((await pass(second, second.id)).status).toBe(200);
    enrolled("TRUE");
    expect((await pass(priya, priya.id)).status).toBe(400);
    expect((await pass(second, priya.id)).status).toBe(200);
    expect((await pass(priya, second.id)).status).toBe(200);
    expect((await act(server, second.token, "users.change", { role: "staff" }, on(priya.id))).status).toBe(
      200,
    );
    expect(named()).toBe(second.id);
    expect((await ask(server, "GET /api/chaperone/today", { token: priya.token })).status).toBe(401);
    expect((await act(server, second.token, "users.change", { role: "staff" }, on(second.id))).status).toBe(
      403,
    );
    expect((await act(server, second.token, "users.deactivate", {}, on(second.id))).status).toBe(403);
    expect((await act(server, second.token, "users.change", { role: "dpo" }, on(priya.id))).status).toBe(200);

    behindTheBack(server, "DELETE FROM sign_in_failures");
    behindTheBack(server, "UPDATE users SET totpCounter = 0");
    const body = { email: lead.email, password: lead.password, code: codeOf(priya.secret) };
    priya = { ...priya, token: (await ask(server, "POST /api/chaperone/sign-in", { body })).body.token };
    expect((await act(server, priya.token, "users.deactivate", {}, on(second.id))).status).toBe(400);
    expect((await pass(second, priya.id)).status).toBe(200);
    expect((await act(server, priya.token, "users.deactivate", {}, on(second.id))).status).toBe(200);
    behindTheBack(server, "UPDATE users SET enrolled = FALSE WHERE id = ?", second.id);
    expect((await act(server, priya.token, "users.activate", {}, on(second.id))).status).toBe(200);
  });

  test("who lost the phone gets a link from another lead, or from the terminal; what there was before is over", async () => {
    const refused = await act(server, ingrid.token, "users.reenrol", {}, on(tom.id));
    expect(refused.status).toBe(403);
    const made = await act(server, priya.token, "users.reenrol", {}, on(tom.id));
    expect(made.status).toBe(200);
    expect((await ask(server, "GET /api/chaperone/today", { token: tom.token })).status).toBe(401);
    expect(eventsOf(server, "auth.reset")[0]).toMatchObject({ user: priya.id });
    behindTheBack(server, "DELETE FROM sign_in_failures");
    behindTheBack(server, "UPDATE users SET totpCounter = 0");
    const old = {
      email: "tom@harbour.example",
      password: "four herons at low tide",
      code: codeOf(tom.secret),
    };
    expect((await ask(server, "POST /api/chaperone/sign-in", { body: old })).status).toBe(401);

    const again = await server.command(["chaperone", "reenrol", "--user", "tom@harbour.example"]);
    expect(again.status).toBe(0);
    const started = (link: string) =>
      ask(server, "POST /api/chaperone/enrol/start", { body: { token: tokenIn(link) } });
    expect((await started(made.body.link)).status).toBe(404);
    const { body } = await started(again.stdout);
    expect(body.kind).toBe("reenrol");
    const enrolled = await ask(server, "POST /api/chaperone/enrol", {
      body: { token: tokenIn(again.stdout), password: "other herons on the quay", code: codeOf(body.secret) },
    });
    expect(enrolled.status).toBe(200);
    const fresh = {
      email: "tom@harbour.example",
      password: "other herons on the quay",
      code: codeOf(body.secret, 1),
    };
    expect((await ask(server, "POST /api/chaperone/sign-in", { body: fresh })).status).toBe(200);
  });

  test("ending sessions ends the token and nothing else", async () => {
    const sam = await newPerson(server, ingrid.token, {
      email: "sam@harbour.example",
      name: "Sam Okonjo",
      role: "staff",
    });
    expect((await act(server, ingrid.token, "users.endSessions", {}, on(sam.id))).status).toBe(200);
    expect((await ask(server, "GET /api/chaperone/today", { token: sam.token })).status).toBe(401);
    behindTheBack(server, "UPDATE users SET totpCounter = 0");
    const body = {
      email: "sam@harbour.example",
      password: "four herons at low tide",
      code: codeOf(sam.secret),
    };
    expect((await ask(server, "POST /api/chaperone/sign-in", { body })).status).toBe(200);
  });
});

/** Acts on somebody's row, in an order in which each can be done; the type holds that none is left out. */
type OnPerson = {
  [A in Extract<Action, `users.${string}`>]: (typeof acts)[A]["on"] extends "row" ? A : never;
}[Extract<Action, `users.${string}`>];
const onPerson: Readonly<Record<OnPerson, object>> = {
  "users.change": { role: "manager" },
  "users.endSessions": {},
  "users.reenrol": {},
  "users.deactivate": {},
  "users.activate": {},
};

test("an act that ends sign-ins says so in its rule, by which their open connections are closed", async () => {
  const ned = await newPerson(server, priya.token, {
    email: "ned@harbour.example",
    name: "Ned Pryce",
    role: "staff",
  });
  const key = () => rowsIn(server, "SELECT tokenKey FROM users WHERE id = ?", ned.id)[0]?.tokenKey;
  const ended: string[] = [];
  for (const [name, data] of Object.entries(onPerson)) {
    const before = key();
    const { status } = await act(server, priya.token, name, data, on(ned.id));
    expect([name, status]).toEqual([name, 200]);
    if (key() !== before) ended.push(name);
  }
  const told = Object.entries(acts).flatMap(([name, rule]) => ("endsSessions" in rule ? [name] : []));
  expect(ended.sort()).toEqual(told.sort());
});

test("deactivating ends the sign-in, revokes the browsers held, and closes the open connection at once", async () => {
  const maya = await newPerson(server, priya.token, {
    email: "maya@harbour.example",
    name: "Maya Lindqvist",
    role: "manager",
  });
  const room = await newBrowser(server, ingrid.token, {
    holder: "person",
    device: "clinic",
    user: maya.id,
    name: "Room 2",
  });
  const stream = await fetch(`${server.url}/api/realtime`);
  const reader = stream.body?.getReader();
  const hello = new TextDecoder().decode((await reader?.read())?.value);
  const clientId = /"clientId":"([^"]+)"/.exec(hello)?.[1];
  const subscribed = await ask(server, "POST /api/realtime", {
    token: maya.token,
    body: { clientId, subscriptions: ["ledger"] },
  });
  expect(subscribed.status).toBe(204);

  expect((await act(server, priya.token, "users.deactivate", {}, on(maya.id))).status).toBe(200);
  const ended = Promise.race([
    (async () => {
      while (!(await reader?.read())?.done);
      return "ended";
    })(),
    new Promise((resolve) => setTimeout(() => resolve("still open"), patience)),
  ]);
  expect(await ended).toBe("ended");
  expect((await ask(server, "GET /api/chaperone/today", { token: maya.token })).status).toBe(401);
  expect((await ask(server, "GET /api/chaperone/policy", { token: room.token })).status).toBe(401);
  expect(eventsOf(server, "browser.revoke")[0]).toMatchObject({ user: priya.id });
});

describe("the clinic", () => {
  test("the lead changes it; its sites and domains are checked", async () => {
    const clinic = () => on("clinic000000000", "clinic");
    const change = (data: object) => act(server, priya.token, "clinic.change", data, clinic());
    expect((await change({ sites: [{ host: "mail.harbour.example", adapter: "roundcube" }] })).status).toBe(
      200,
    );
    expect((await change({ sites: [{ host: "https://mail", adapter: "roundcube" }] })).status).toBe(400);
    expect((await change({ approvedDomains: ["secure.nhs.example"] })).status).toBe(200);
    expect((await change({ mailDomains: ["not a domain"] })).status).toBe(400);
    expect((await change({ lead: ingrid.id })).status).toBe(400);
    expect((await change({ timeZone: "Europe/Whitstable" })).status).toBe(400);
    expect((await act(server, ingrid.token, "clinic.change", { name: "X" }, clinic())).status).toBe(403);
  });

  test("papers about staff are held in every browser, unless the lead says that they may pass", async () => {
    const room = await newBrowser(server, ingrid.token, {
      holder: "person",
      device: "clinic",
      user: ingrid.id,
      name: "Room 5",
    });
    const held = async () =>
      (await ask(server, "GET /api/chaperone/policy", { token: room.token })).body.mail.staffPapers;
    expect(await held()).toBe(true);
    const change = { staffPapersPass: true };
    const clinic = () => on("clinic000000000", "clinic");
    expect((await act(server, ingrid.token, "clinic.change", change, clinic())).status).toBe(403);
    expect((await act(server, priya.token, "clinic.change", change, clinic())).status).toBe(200);
    expect(await held()).toBe(false);
  });

  test("the lead alone changes the table of rules, and no table lets a patient’s letter go unrecorded or milder outside", async () => {
    const room = await newBrowser(server, ingrid.token, {
      holder: "person",
      device: "clinic",
      user: ingrid.id,
      name: "Room 6",
    });
    const told = async () =>
      (await ask(server, "GET /api/chaperone/policy", { token: room.token })).body.mail.rules;
    const clinic = () => on("clinic000000000", "clinic");
    const change = (mailRules: object | null, who = priya) =>
      act(server, who.token, "clinic.change", { mailRules }, clinic());
    const outside = (strong: string, weak = "block") => ({
      ...usualRules,
      mail: { ...usualRules.mail, outside: { strong, weak, unreadable: "block" } },
    });
    expect(await told()).toEqual(usualRules);
    expect((await change(outside("warn", "warn"), ingrid)).status).toBe(403);
    expect((await change(outside("warn", "warn"))).status).toBe(200);
    expect((await told()).mail.outside).toEqual({ strong: "warn", weak: "warn", unreadable: "block" });
    expect((await change(outside("allow"))).status).toBe(400);
    expect((await change(outside("log"))).status).toBe(400);
    expect((await change(outside("shout"))).status).toBe(400);
    expect((await change({ mail: usualRules.mail })).status).toBe(400);
    expect((await change(null)).status).toBe(200);
    expect(await told()).toEqual(usualRules);
  });

  test("the lead alone approves a clinical system’s own e-mail buttons, by a row that was seen, and browsers are told", async () => {
    const desk = await newBrowser(server, ingrid.token, {
      holder: "person",
      device: "clinic",
      user: ingrid.id,
      name: "Room 7",
    });
    const told = async () => (await ask(server, "GET /api/chaperone/policy", { token: desk.token })).body;
    const clinic = () => on("clinic000000000", "clinic");
    const host = "harbour.uk2.cliniko.com";
    const change = (sites: readonly object[], who = priya, row = clinic()) =>
      act(server, who.token, "clinic.change", { sites }, row);
    const before = (await told()).sites;
    const seen = clinic();
    const cliniko = (...mailButtons: string[]) => [{ host, adapter: "cliniko", mailButtons }];
    expect((await told()).mailButtons).toEqual([]);
    expect((await change(cliniko("Email letter"), ingrid)).status).toBe(403);
    expect((await change(cliniko("Email letter"))).status).toBe(200);
    expect((await told()).mailButtons).toEqual([{ host, labels: ["Email letter"] }]);
    // An extension that knows no such buttons reads the sites as ever.
    expect((await told()).sites).toEqual([{ host, adapter: "cliniko" }]);
    expect((await change(cliniko("Share"), priya, seen)).status).toBe(409);
    for (const wrong of [
      [{ host: "mail.harbour.example", adapter: "roundcube", mailButtons: ["Email letter"] }],
      cliniko("Email\nletter"),
      cliniko(""),
      cliniko("x".repeat(61)),
      cliniko(...Array.from({ length: 9 }, (_, n) => `Email ${n}`)),
      cliniko("Email Mrs Eleanor Ellery, NHS number 999 100 5919"),
      Array.from({ length: 6 }, (_, n) => ({
        host: `c${n}.uk2.cliniko.com`,
        adapter: "cliniko",
        mailButtons: Array.from({ length: 8 }, (_, at) => `Email ${at}`),
      })),
    ])
      expect((await change(wrong)).status, JSON.stringify(wrong).slice(0, 80)).toBe(400);
    expect((await change(before)).status).toBe(200);
    expect((await told()).mailButtons).toEqual([]);
  });

  describe("how pages are read", () => {
    const own = { ...snappymail, id: "own-1", name: "Our own mail", version: 1 };
    const clinic = () => on("clinic000000000", "clinic");
    const put = (who: SignedIn, adapters: readonly object[], drop: readonly string[] = []) =>
      act(server, who.token, "clinic.adapters", { put: adapters, drop }, clinic());
    const policy = async () => {
      const wanted = { holder: "person", device: "clinic", user: priya.id, name: "Room 9" };
      const { token } = await newBrowser(server, priya.token, wanted);
      return (await ask(server, "GET /api/chaperone/policy", { token })).body;
    };

    test("the lead alone corrects it, in the adapters’ own schema, and what is given is signed", async () => {
      expect((await policy()).adapters).toBeNull();
      expect((await put(ingrid, [own])).status).toBe(403);
      for (const wrong of [
        [{ ...own, run: "alert(1)" }],
        [{ ...own, hosts: ["*"] }],
        [own, own],
        [{ ...own, name: "NHS number 999 100 5919" }],
      ])
        expect((await put(priya, wrong)).status, JSON.stringify(wrong).slice(0, 80)).toBe(400);
      expect((await put(priya, [own])).status).toBe(200);
      const { adapters, signingKey } = await policy();
      expect(adapters.revision).toBe(1);
      const taken = await checkedCorrections(adapters, signingKey, null);
      expect(taken).toEqual({ v: 1, revision: 1, adapters: [own] });
      expect(
        await checkedCorrections({ ...adapters, text: adapters.text.replace("Our", "A") }, signingKey, null),
      ).toBe("signature");
    });

    test("one is replaced, one taken back; each time a new revision, in the log and in the clinic’s row", async () => {
      expect(
        (
          await put(priya, [
            { ...own, version: 2 },
            { ...own, id: "own-2" },
          ])
        ).status,
      ).toBe(200);
      expect((await put(priya, [], ["own-2"])).status).toBe(200);
      const { adapters } = await policy();
      expect(adapters.revision).toBe(3);
      expect(JSON.parse(adapters.text).adapters).toEqual([{ ...own, version: 2 }]);
      const { body } = await ask(server, "GET /api/collections/clinic/records", { token: priya.token });
      expect(body.items[0].adapterNames).toEqual([{ id: "own-1", name: own.name, version: 2 }]);
      expect(body.items[0]).not.toHaveProperty("adapters");
    });

    test("kinds of sites add their hosts to what a browser is told, after those that the clinic names", async () => {
      const change = { sites: [{ host: "claude.ai", adapter: "roundcube" }], siteKinds: ["ai-chat"] };
      expect((await act(server, priya.token, "clinic.change", change, clinic())).status).toBe(200);
      const { sites } = await policy();
      expect(sites[0]).toEqual({ host: "claude.ai", adapter: "roundcube" });
      expect(sites.filter(({ host }: { host: string }) => host === "claude.ai")).toHaveLength(1);
      expect(sites).toContainEqual({ host: "chatgpt.com", adapter: "unknown-mail" });
      const none = { sites: [], siteKinds: [] };
      expect((await act(server, priya.token, "clinic.change", none, clinic())).status).toBe(200);
      expect((await policy()).sites).toEqual([]);
    });
  });

  test("an account belongs to one person; it is taken off before it is given to another", async () => {
    const account = `k1:${"a".repeat(64)}`;
    const map = (user: string, row = {}) =>
      act(server, ingrid.token, "system_accounts.map", { system: "cliniko:harbour.uk2", account, user }, row);
    const first = await map(tom.id);
    expect(first.status).toBe(200);
    expect((await map(priya.id)).status).toBe(400);
    const row = on(first.body.id, "system_accounts");
    expect((await map(priya.id, { ...row, version: row.version - 1 })).status).toBe(409);
    expect((await map(priya.id, row)).status).toBe(200);
    const off = await act(
      server,
      ingrid.token,
      "system_accounts.unmap",
      {},
      on(first.body.id, "system_accounts"),
    );
    expect(off.status).toBe(200);
    expect((await map(tom.id)).body.id).toBe(first.body.id);
    expect(
      (
        await act(server, ingrid.token, "system_accounts.map", {
          system: "cliniko:x",
          account: "Tom Reed",
          user: tom.id,
        })
      ).status,
    ).toBe(400);
  });

  test("a notice stands on a decision and on the workers' views, and gets the next number", async () => {
    const notice = {
      text: "What is recorded, and what never is.",
      scope: "Cliniko and the webmail",
      assessmentDecision: "Go ahead",
      assessedBy: "Priya Raman",
      assessedOn: "2026-11-01",
      viewsSought: true,
      views: "Asked at the staff meeting; nobody objected.",
    };
    const record = (more: object = {}) => act(server, priya.token, "notices.record", { ...notice, ...more });
    expect((await record({ views: "" })).status).toBe(400);
    expect((await record({ assessmentDecision: " " })).status).toBe(400);
    expect((await record({ assessedOn: "2026-02-30" })).status).toBe(400);
    expect((await record({ assessedOn: "2099-01-01" })).status).toBe(400);
    expect((await record()).body.version).toBe(1);
    expect((await record()).body.version).toBe(2);
    expect((await act(server, ingrid.token, "notices.record", notice)).status).toBe(403);

    const shown = (notice: number) =>
      ask(server, "POST /api/chaperone/notice-shown", { token: ingrid.token, body: { notice } });
    expect((await shown(1)).status).toBe(400);
    expect((await shown(2)).status).toBe(200);
    expect((await shown(2)).status).toBe(200);
    expect(eventsOf(server, "notice.shown")).toHaveLength(1);
    const { body } = await ask(server, "GET /api/chaperone/today", { token: ingrid.token });
    expect(body.notice).toMatchObject({ number: 2, shownToMe: true });
  });

  test("that somebody was shown the notice is erased by nobody", async () => {
    const seq = Number(eventsOf(server, "notice.shown")[0]?.seq);
    const erasure = { seq, ground: "Recorded before the notice was shown" };
    expect((await act(server, ingrid.token, "events.erase", erasure)).status).toBe(403);
    const refused = await act(server, priya.token, "events.erase", erasure);
    expect(refused.body.data.seq.code).toBe("kept");
    expect(eventsOf(server, "event.erase")).toEqual([]);
  });
});

test("who was what stays on the record: old and new value of a role and an office, and whoever it was on a day", async () => {
  const vera = await newPerson(server, priya.token, {
    email: "vera@harbour.example",
    name: "Vera Lindqvist",
    role: "staff",
  });
  const change = (data: object) =>
    act(server, priya.token, "clinic.change", data, on("clinic000000000", "clinic"));
  const changedOf = (kind: string, i = 0) => JSON.parse(String(eventsOf(server, kind)[i]?.detail)).changed;
  // The enrolment changed nothing of that.
  expect(changedOf("users.act")).toBeUndefined();
  expect(changedOf("users.act", 1)).toEqual([
    { column: "role", from: "", to: "staff" },
    { column: "active", from: "", to: "true" },
  ]);
  expect((await act(server, priya.token, "users.change", { role: "manager" }, on(vera.id))).status).toBe(200);
  expect(changedOf("users.act")).toEqual([{ column: "role", from: "staff", to: "manager" }]);
  expect((await change({ duty: vera.id, deputy: ingrid.id })).status).toBe(200);
  expect(changedOf("clinic.act")).toContainEqual({ column: "duty", from: expect.any(String), to: vera.id });
  expect(
    eventsOf(server, "users.act")
      .map(({ detail }) => detail)
      .join(),
  ).not.toContain("Vera");
  expect((await act(server, priya.token, "users.deactivate", {}, on(vera.id))).status).toBe(200);
  expect(changedOf("users.act")).toEqual([{ column: "active", from: "true", to: "false" }]);
  expect(changedOf("clinic.update")).toEqual([{ column: "duty", from: vera.id, to: "" }]);

  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(Date.now());
  const asked = (day: string) => ask(server, `GET /api/chaperone/offices?day=${day}`, { token: priya.token });
  const { status, body } = await asked(today);
  expect(status).toBe(200);
  const held = (office: string) =>
    body.held
      .filter((one: { office: string }) => one.office === office)
      .map((one: { person: string }) => one.person);
  expect(held("manager")).toEqual(expect.arrayContaining([ingrid.id, vera.id]));
  expect(held("dpo")).toContain(priya.id);
  expect(held("duty")).toContain(vera.id);
  expect(held("deputy")).toContain(ingrid.id);
  const [was] = body.held.filter(
    (one: { office: string; person: string }) => one.office === "manager" && one.person === vera.id,
  );
  expect(was.from < was.to && was.to < body.end && was.from > body.start).toBe(true);
  expect(body.unknown).toEqual([]);
  // Before there was a clinic nobody was anything.
  const before = (await asked("2020-01-01")).body;
  expect(before.held.every((one: { person: string }) => one.person === "")).toBe(true);
  expect(before.unknown).toEqual([]);
  expect((await asked("2999-01-01")).body.data.day.code).toBe("too_big");
  expect((await asked("2026-02-30")).body.data.day.code).toBe("invalid_format");
});
