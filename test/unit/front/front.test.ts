import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { root } from "../../../scripts/base/root.mjs";
import { addressOf } from "../../../scripts/front/addresses.mjs";
import {
  bodyBound,
  bodyMost,
  isUpload,
  patience,
  strangersMost,
  uploadMost,
} from "../../../scripts/front/bounds.mjs";
import { Crowd } from "../../../scripts/front/crowd.mjs";
import { Overflow } from "../../../scripts/front/overflow.mjs";
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
    expect(bodyBound("POST", "/api/chaperone/act", false).within).toBeLessThan(
      bodyBound("POST", "/api/chaperone/act", true).within,
    );
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
  signIns.accept("a");
  expect(signIns.isKnown("a")).toBe(true);
  signIns.forget("a");
  expect(signIns.isKnown("a")).toBe(false);
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
