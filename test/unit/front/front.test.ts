import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { root } from "../../../scripts/base/root.mjs";
import { addressOf } from "../../../scripts/front/addresses.mjs";
import { readBody } from "../../../scripts/front/body.mjs";
import {
  bodyBound,
  bodyMost,
  browserQuota,
  isUpload,
  patience,
  strangersMost,
  uploadMost,
} from "../../../scripts/front/bounds.mjs";
import { Crowd } from "../../../scripts/front/crowd.mjs";
import { idInForm, isForm } from "../../../scripts/front/form-head.mjs";
import { KeptQuota } from "../../../scripts/front/kept-quota.mjs";
import { mayComeFrom } from "../../../scripts/front/origin.mjs";
import { Overflow } from "../../../scripts/front/overflow.mjs";
import { Quota } from "../../../scripts/front/quota.mjs";
import { Refused } from "../../../scripts/front/refused.mjs";
import { newSecrets } from "../../../scripts/front/secrets.mjs";
import { SignIns } from "../../../scripts/front/sign-ins.mjs";
import { Spool } from "../../../scripts/front/spool.mjs";
import { Turns } from "../../../scripts/front/turns.mjs";

/** Every file that registers routes and hooks. */
const hooks = readdirSync(join(root, "pb_hooks"))
  .filter((name) => name.endsWith(".pb.js"))
  .map((name) => readFileSync(join(root, "pb_hooks", name), "utf8"));

const stays = new AbortController().signal;

describe("a crowd", () => {
  test("has the oldest give way, of one key and of all", () => {
    const ended: string[] = [];
    const crowd = new Crowd({ each: 2, all: 3 });
    const enter = (key: string, name: string) => crowd.enter(key, () => ended.push(name));
    enter("a", "a1");
    enter("a", "a2");
    enter("a", "a3");
    expect(ended).toEqual(["a1"]);
    enter("b", "b1");
    enter("c", "c1");
    expect(ended).toEqual(["a1", "a2"]);
    expect([crowd.size, crowd.countOf("a"), crowd.countOf("b")]).toEqual([3, 1, 1]);
  });

  test("ends nobody who has left, and counts the only one of a key that gave way to itself", () => {
    const ended: string[] = [];
    const crowd = new Crowd({ each: 1, all: 9 });
    const leave = crowd.enter("a", () => ended.push("a1"));
    leave();
    leave();
    crowd.enter("a", () => ended.push("a2"));
    crowd.enter("a", () => ended.push("a3"));
    expect(ended).toEqual(["a2"]);
    expect(crowd.countOf("a")).toBe(1);
  });
});

describe("turns", () => {
  test("are so many and no more; who waits gets the next", async () => {
    const turns = new Turns({ all: 2, strangers: 1 });
    const first = await turns.take(true, stays);
    await turns.take(true, stays);
    let third = false;
    const waits = turns.take(true, stays).then(() => {
      third = true;
    });
    await Promise.resolve();
    expect([third, turns.waiting]).toEqual([false, 1]);
    first();
    first();
    await waits;
    expect(turns.waiting).toBe(0);
  });

  test("go to people first, but one is a stranger's whenever one waits", async () => {
    const turns = new Turns({ all: 2, strangers: 1 });
    const back = [await turns.take(true, stays), await turns.take(true, stays)];
    const order: string[] = [];
    const take = (known: boolean, name: string) =>
      turns.take(known, stays).then((give) => {
        order.push(name);
        return give;
      });
    const waiting = [take(true, "p1"), take(false, "s1"), take(false, "s2"), take(true, "p2")];
    for (const give of back) give();
    const [p1, s1] = await Promise.all([waiting[0], waiting[1]]);
    expect(order).toEqual(["s1", "p1"]);
    p1?.();
    await waiting[3];
    expect(order).toEqual(["s1", "p1", "p2"]);
    s1?.();
    await waiting[2];
  });

  test("go to what browsers send before what people read, all but one", async () => {
    const turns = new Turns({ all: 2, strangers: 1 });
    const back = [await turns.take(true, stays), await turns.take(true, stays)];
    const order: string[] = [];
    const take = (name: string, urgent: boolean) =>
      turns.take(true, stays, urgent).then((give) => {
        order.push(name);
        return give;
      });
    const waiting = [take("read", false), take("sent", true), take("sent too", true)];
    back[0]?.();
    const sent = await waiting[1];
    expect(order).toEqual(["sent"]);
    back[1]?.();
    await waiting[0];
    expect(order).toEqual(["sent", "read"]);
    sent?.();
    await waiting[2];
    expect(order).toEqual(["sent", "read", "sent too"]);
  });

  test("are not waited for by whoever has left, nor by more than fit", async () => {
    const turns = new Turns({ all: 1, strangers: 1 });
    await turns.take(false, stays);
    const left = new AbortController();
    const gone = turns.take(false, left.signal);
    left.abort();
    await expect(gone).rejects.toMatchObject({ status: 499 });
    const many = Array.from({ length: 70 }, () => turns.take(false, new AbortController().signal));
    const refused = await Promise.race(many.slice(64).map((one) => one.catch((error) => error)));
    expect(refused).toMatchObject({ status: 503 });
    for (const one of many) one.catch(() => {});
    expect(turns.waiting).toBe(64);
  });
});

test.each([
  ["/api/chaperone/state?x=1", "/api/chaperone/state"],
  ["http://elsewhere.example/log", "/log"],
  ["/people/Z%C3%BCrich", "/people/Z%C3%BCrich"],
  ["/api/files/a/b/c%20d.pdf", "/api/files/a/b/c%20d.pdf"],
])("%s asks for %s", (sent, path) => expect(addressOf(sent)?.path).toBe(path));

test.each([
  "*",
  "elsewhere",
  "/%61pi/chaperone/state",
  "/api/%2e%2e/x",
  "/api//chaperone/state",
  "/api/chaperone/../sql",
  "/api/chaperone%2fevents",
  "/api/x\\y",
  "/log/%00",
  "/log/%zz",
  "/%5f/",
])("%s is nothing of ours", (sent) => expect(addressOf(sent)).toBe(undefined));

describe("bounds", () => {
  /** Each route's own limit, as the hooks register it. */
  const limits = hooks.flatMap((text) => {
    const named = new Map(
      [...text.matchAll(/const (\w+) = \$apis\.bodyLimit\((\d+)\)/g)].map((m) => [m[1], Number(m[2])]),
    );
    return [
      ...text.matchAll(/routerAdd\(\s*"POST",\s*"([^"]+)",(?:(?!routerAdd)[\s\S])*?,\s*(\w+),?\s*\);/g),
    ].map((m) => ({ path: m[1] ?? "", limit: named.get(m[2] ?? "") ?? Number.NaN }));
  });

  test("fit the limits of the routes", () => {
    expect(limits.length).toBeGreaterThan(12);
    for (const { path, limit } of limits) {
      const most = isUpload("POST", path) ? uploadMost : bodyMost;
      expect(limit, path).toBeLessThanOrEqual(most);
      expect(isUpload("POST", path), path).toBe(limit > bodyMost);
    }
    expect(bodyMost).toBe(policy.batchBytes.amount);
    expect(uploadMost).toBeGreaterThan(policy.evidenceLargest.amount);
  });

  test("give somebody unknown less time", () => {
    expect(bodyBound(false, "unknown").within).toBeLessThan(bodyBound(false, "known").within);
  });
});

test("every route of ours begins at the door", () => {
  const routes = hooks.flatMap((text) => text.split("routerAdd(").slice(1));
  expect(routes.length).toBeGreaterThan(30);
  const open = routes.filter((text) => !/\/server\.js`\)\.enter\(e\)\./.test(text.split(");\n", 1)[0] ?? ""));
  expect(open.map((text) => /"\/[^"]+"/.exec(text)?.[0])).toEqual(['"/api/chaperone/door"']);
});

test("no middleware of ours stands before every route", () => {
  for (const text of hooks) expect(text).not.toContain("routerUse(");
});

test("a sign-in is known once it was accepted, until it is forgotten", () => {
  const signIns = new SignIns();
  expect(signIns.isKnown("a")).toBe(false);
  signIns.accept("a", "browsers");
  expect([signIns.isKnown("a"), signIns.isBrowser("a"), signIns.isBrowser("b")]).toEqual([true, true, false]);
  signIns.forget("a");
  expect(signIns.isKnown("a")).toBe(false);
});

describe("a browser's quota", () => {
  test("survives a restart: what it had left is kept, and fills by the clock meanwhile", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chaperone-quota-"));
    const file = join(folder, "quota.json");
    const of = { holds: { events: 5, bytes: 1_000 }, perHour: { events: 60, bytes: 1_000_000 } };
    const before = new KeptQuota(of, file);
    before.charge("a", { events: 65 });
    before.charge("b", { events: 1 });
    await before.save();
    const after = new KeptQuota(of, file);
    expect(() => after.check("a")).toThrow("more than a browser does");
    after.check("b");
    const kept = JSON.parse(readFileSync(file, "utf8"));
    expect(kept).toMatchObject([
      ["a", { events: expect.any(Number) }],
      ["b", {}],
    ]);
    writeFileSync(
      file,
      JSON.stringify(
        kept.map(([id, one]: [string, { at: number }]) => [id, { ...one, at: one.at - 3_600_000 }]),
      ),
    );
    new KeptQuota(of, file).check("a");
    writeFileSync(file, "no JSON");
    new KeptQuota(of, file).check("a");
    rmSync(folder, { recursive: true });
  });

  const hour = 3_600_000;
  const quotaAt = (holds: { events: number; bytes: number }) => {
    const clock = { now: 0 };
    const quota = new Quota({ holds, perHour: { events: 60, bytes: 6000 } }, () => clock.now);
    return { clock, quota };
  };
  const afterOf = (quota: Quota, browser: string) => {
    try {
      quota.check(browser);
      return 0;
    } catch (error) {
      expect(error).toMatchObject({ status: 429 });
      return (error as { after: number }).after;
    }
  };

  test("holds so much at once, says when there is more, and is each browser's own", () => {
    const { clock, quota } = quotaAt({ events: 100, bytes: 1_000_000 });
    quota.charge("a", { events: 99 });
    expect(afterOf(quota, "a")).toBe(0);
    quota.charge("a", { events: 31 });
    expect(afterOf(quota, "a")).toBe((30 * 3600) / 60);
    expect(afterOf(quota, "b")).toBe(0);
    clock.now = (30 * hour) / 60 - 1000;
    expect(afterOf(quota, "a")).toBe(1);
    clock.now = (30 * hour) / 60;
    expect(afterOf(quota, "a")).toBe(0);
  });

  test("minds bytes as well, and fills no higher than it holds", () => {
    const { clock, quota } = quotaAt({ events: 1000, bytes: 100 });
    clock.now = 90 * hour;
    quota.charge("a", { events: 1, bytes: 101 });
    expect(afterOf(quota, "a")).toBeGreaterThan(0);
    clock.now += hour;
    expect(afterOf(quota, "a")).toBe(0);
  });

  test("lets a full outbox in at once, four times over, and a busy day every day", () => {
    expect(browserQuota.holds.events).toBeGreaterThanOrEqual(4 * policy.outboxHolds.amount);
    // 25 MB of events, each batch with its frame: policy.outboxHolds.
    expect(browserQuota.holds.bytes).toBeGreaterThan(4 * 30e6);
    expect(browserQuota.perHour.events).toBeGreaterThan(10 * 600);
  });
});

describe("a form tells whose file it brings by how it begins", () => {
  const head = (...lines: string[]) => Buffer.from(`${lines.join("\r\n")}\r\n`);
  const field = ["--x", 'Content-Disposition: form-data; name="id"'];

  test.each<[string, Buffer, string | undefined]>([
    ["as a browser writes it", head(...field, "", "abc123", "--x"), "abc123"],
    ["with a type of its own", head(...field, "Content-Type: text/plain", "", "abc123", "--x"), "abc123"],
    ["that is nobody's", head(...field, "", "../../x", "--x"), "../../x"],
    [
      "with the file first",
      head("--x", 'Content-Disposition: form-data; name="file"; filename="id"', "", "abc"),
      undefined,
    ],
    ["that goes on for ever", head(...field, "", "a".repeat(4000)), undefined],
    ["of nothing", Buffer.alloc(0), undefined],
  ])("%s", (_, bytes, id) => expect(idInForm(bytes)).toBe(id));

  test("what is no form carries no file", () => {
    expect(isForm("multipart/form-data; boundary=x")).toBe(true);
    for (const other of [
      "application/json",
      "",
      undefined,
      "text/plain; multipart/form-data",
      "multipart/form-data",
    ])
      expect(isForm(other)).toBe(false);
    expect(bodyBound(false, "known").most).toBeLessThan(bodyBound(true, "known").most);
  });
});

describe("a body that is judged by how it begins", () => {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-judged-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const spool = new Spool(join(folder, "spool"));
  const bound = { most: 10_000_000, within: 60_000 };
  const sent = (parts: Buffer[]) =>
    Object.assign(Readable.from(parts), {
      headers: { "content-length": String(parts.reduce((sum, { length }) => sum + length, 0)) },
    }) as unknown as IncomingMessage;
  const many = Array.from({ length: 100 }, (_, i) => Buffer.alloc(20_000, i));

  test("is kept in nothing before, and comes whole where it may", async () => {
    let heads = 0;
    const judge = async (head: Buffer) => {
      heads += 1;
      expect(head.length).toBeGreaterThanOrEqual(4096);
      expect(existsSync(join(folder, "spool"))).toBe(false);
    };
    const body = await readBody(sent(many), bound, spool, stays, judge);
    expect([heads, body.bytes]).toEqual([1, 2_000_000]);
    const first = await body.file?.read(19_990);
    expect(first?.subarray(0, 20)).toEqual(Buffer.concat([Buffer.alloc(10, 0), Buffer.alloc(10, 1)]));
    await body.file?.close();
  });

  test("a short one is judged when it is whole", async () => {
    const heads: string[] = [];
    const judge = async (head: Buffer) => void heads.push(String(head));
    const body = await readBody(sent([Buffer.from("ab"), Buffer.from("c")]), bound, spool, stays, judge);
    expect([heads, String(body.memory)]).toEqual([["abc"], "abc"]);
  });

  test.each([[many], [[Buffer.from("short")]]])(
    "and nothing more of it is read where it may not",
    async (parts) => {
      const req = sent(parts);
      const refused = readBody(req, bound, spool, stays, async () => {
        throw new Refused(404, "There is none.");
      });
      await expect(refused).rejects.toMatchObject({ status: 404 });
      expect(req.isPaused()).toBe(true);
    },
  );
});

describe("what changes something comes", () => {
  const own = "https://chaperone.harbour.example";
  const from = (origin: string | undefined, host = "127.0.0.1:8090", path = "/api/chaperone/act") =>
    mayComeFrom({ method: "POST", path, origin, host }, own);

  test.each<[string | undefined, string, boolean]>([
    [undefined, "127.0.0.1:8090", true],
    [own, "127.0.0.1:8090", true],
    ["http://127.0.0.1:8090", "127.0.0.1:8090", true],
    ["http://localhost:8090", "LOCALHOST:8090", true],
    ["http://192.168.1.5:8090", "192.168.1.5:8090", true],
    ["http://[::1]:8090", "[::1]:8090", true],
    ["https://192.168.1.5", "192.168.1.5", true],
    ["http://127.0.0.1:9999", "127.0.0.1:8090", false],
    ["http://rebound.evil.example:8090", "rebound.evil.example:8090", false],
    ["https://chaperone.harbour.example.evil.example", "127.0.0.1:8090", false],
    ["http://chaperone.harbour.example", "chaperone.harbour.example", false],
    ["null", "127.0.0.1:8090", false],
    ["", "127.0.0.1:8090", false],
    ["chrome-extension://abc", "127.0.0.1:8090", false],
  ])("from %s to %s: %s", (origin, host, may) => expect(from(origin, host)).toBe(may));

  test("from the extension's pages where that has business", () => {
    for (const origin of ["moz-extension://abc", "chrome-extension://abc", "null"]) {
      for (const route of [
        "pair",
        "events",
        "report",
        "recipient",
        "message-read",
        "browser-lesson",
        "browser-document",
      ])
        expect(from(origin, "x", `/api/chaperone/${route}`)).toBe(true);
      for (const route of ["sign-in", "setup", "enrol", "pairs", "events/x"])
        expect(from(origin, "x", `/api/chaperone/${route}`)).toBe(false);
    }
  });

  test("and what only reads comes from anywhere: it brings no sign-in by itself", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"])
      expect(mayComeFrom({ method, path: "/api/x", origin: "https://evil.example", host: "x" }, own)).toBe(
        true,
      );
  });
});

test("secrets differ at each start, and the address is one that PocketBase writes in the same way", () => {
  const [one, other] = [newSecrets(), newSecrets()];
  expect(one.address).toMatch(/^fd[0-9a-f]{2}(?::[0-9a-f]{4}){7}$/);
  expect(one.header).toMatch(/^x-chaperone-[0-9a-f]{32}$/);
  expect([one.address === other.address, one.header === other.header]).toEqual([false, false]);
});

describe("what a slow reader has not read", () => {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-spool-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("comes whole and in order, though most of it went to disk", async () => {
    const overflow = new Overflow(new Spool(join(folder, "spool")));
    const parts = Array.from({ length: 60 }, (_, i) => Buffer.alloc(50_000, i));
    for (const part of parts) await overflow.push(part);
    const read: Buffer[] = [];
    const reading = (async () => {
      for await (const part of overflow.parts()) read.push(part);
    })();
    await overflow.push(Buffer.from("the end"));
    overflow.end();
    await reading;
    await overflow.close();
    expect(Buffer.concat(read).equals(Buffer.concat([...parts, Buffer.from("the end")]))).toBe(true);
  });

  test("is gone from the folder when a server starts anew", () => {
    const spool = join(folder, "old");
    new Spool(spool);
    rmSync(spool, { recursive: true, force: true });
    writeFileSync(spool, "left");
    new Spool(spool);
    expect(() => readFileSync(spool)).toThrow();
  });
});

test("the product waits as long as README says", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [seconds, minutes] = [1000, 60_000];
  const { headers, strangersBody, body, upload, idle } = patience;
  expect(readme).toContain(
    `ends headers after ${headers / seconds} s, bodies after ${strangersBody / seconds} s (${body / seconds} s for somebody signed in, ${upload / minutes} minutes for a file) and idle connections after ${idle / seconds} s`,
  );
  expect(readme).toContain(`(${bodyMost / 1024} KiB, ${uploadMost / 2 ** 20} MB for a file)`);
  expect(readme).toContain(
    `at most ${strangersMost.each} unfinished requests of strangers an address and ${strangersMost.all} in all`,
  );
});
