import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { type SignedIn, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { act, ask } from "../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../people/database.ts";

let server: TestServer;
const people = new Map<string, SignedIn>();
const roles = ["staff", "manager", "dpo", "auditor"] as const;
beforeAll(async () => {
  server = await startServer({ example: true });
  for (const role of roles) people.set(role, await signInAs(server, role));
});
afterAll(() => server?.stop());

const who = (role: string): SignedIn => people.get(role) as SignedIn;
const make = (role: string) => act(server, who(role).token, "calendar_links.make", {});
/** As a calendar asks: without any sign-in. */
const read = async (link: string) => {
  const answer = await fetch(link.replace(/^https?:\/\/[^/]+/, server.url));
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const daysIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => ({
    on: String(one.getFirstPropertyValue("dtstart")),
    says: String(one.getFirstPropertyValue("summary")),
  }));
const rowOf = async (role: string) =>
  (
    await ask(server, "GET /api/collections/calendar_links/records?filter=(endedAt='')", {
      token: who(role).token,
    })
  ).body.items;

test("nobody has one until they ask for it", async () => {
  expect(rowsIn(server, "SELECT id FROM calendar_links")).toEqual([]);
  expect((await read(`${server.url}/api/chaperone/calendar.ics`)).status).toBe(404);
});

test.each(roles)("%s: the days of their own my work, and nothing that names anybody", async (role) => {
  const made = await make(role);
  expect(made.status).toBe(200);
  const { link } = made.body;
  const { status, headers, text } = await read(link);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(headers.get("cache-control")).toContain("no-store");
  const work = (await ask(server, "GET /api/chaperone/my-work", { token: who(role).token })).body.owed;
  const due = work.filter((row: { due: string }) => row.due !== "");
  const days = daysIn(text);
  expect(days).toHaveLength(due.length);
  const zone = String(rowsIn(server, "SELECT timeZone FROM clinic")[0]?.timeZone);
  const dayOf = (at: string) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(at));
  expect(days.map(({ on }) => on).sort()).toEqual(due.map((row: { due: string }) => dayOf(row.due)).sort());
  const unfolded = text.replaceAll("\r\n ", "");
  const names = rowsIn(server, "SELECT name FROM users").map(({ name }) => String(name));
  for (const name of [...names, ...names.flatMap((one) => one.split(" ").filter((part) => part.length > 3))])
    expect(unfolded).not.toContain(name);
  for (const { title, text: words, breach } of work) {
    for (const one of [title, words, breach]) if (one && one.length > 3) expect(unfolded).not.toContain(one);
  }
  expect(unfolded).not.toMatch(/INC-\d|\?|open=/);
});

test("somebody has days, so that the test above says something", async () => {
  const all = await Promise.all(
    roles.map(async (role) => daysIn((await read((await make(role)).body.link)).text)),
  );
  expect(all.flat().length).toBeGreaterThan(3);
});

test("what is kept of an address does not open it, and nobody reads another one's row", async () => {
  const { id, link } = (await make("dpo")).body;
  const secret = String(link).split("key=")[1]?.slice(15) ?? "";
  expect(secret).toHaveLength(40);
  expect(JSON.stringify(rowsIn(server, "SELECT * FROM calendar_links"))).not.toContain(secret);
  expect(JSON.stringify(rowsIn(server, "SELECT * FROM events"))).not.toContain(secret);
  const [row] = await rowOf("dpo");
  expect(Object.keys(row)).not.toContain("tokenHash");
  expect(row).toMatchObject({ id, user: who("dpo").id });
  for (const role of ["staff", "manager", "auditor"]) {
    const items = await rowOf(role);
    expect(items.every(({ user }: { user: string }) => user === who(role).id)).toBe(true);
    for (const version of [row.version, row.version + 7]) {
      const other = await act(server, who(role).token, "calendar_links.end", {}, { id, version });
      expect(other.status).toBe(404);
    }
  }
  expect((await read(link)).status).toBe(200);
});

test("one that has ended, one that never was, and one of somebody who has left are answered alike", async () => {
  const first = (await make("manager")).body;
  const second = (await make("manager")).body;
  const gone = await read(first.link);
  expect(gone.status).toBe(404);
  expect((await read(second.link)).status).toBe(200);
  const row = { id: second.id, version: 1 };
  expect((await act(server, who("manager").token, "calendar_links.end", {}, row)).status).toBe(200);
  expect(rowsIn(server, "SELECT tokenHash, salt FROM calendar_links WHERE id = ?", second.id)).toEqual([
    { tokenHash: "", salt: "" },
  ]);
  const key = second.link.split("key=")[1];
  const never = second.link.replace(key, `${"a".repeat(15)}${"b".repeat(40)}`);
  const wrong = second.link.replace(key, `${key.slice(0, 54)}${key.endsWith("x") ? "y" : "x"}`);
  const left = (await make("staff")).body.link;
  behindTheBack(server, "UPDATE users SET active = FALSE WHERE id = ?", who("staff").id);
  for (const link of [second.link, never, wrong, left, `${second.link}x`]) {
    const { status, text } = await read(link);
    expect([status, text]).toEqual([404, gone.text]);
  }
  behindTheBack(server, "UPDATE users SET active = TRUE WHERE id = ?", who("staff").id);
  expect((await read(left)).status).toBe(200);
  const kinds = eventsOf(server, "calendar_links.act").map(({ detail }) => JSON.parse(String(detail)).action);
  expect(kinds).toContain("make");
  expect(kinds).toContain("end");
});

test("one that is read too often waits, and wrong keys from one place are counted", async () => {
  const { id, link } = (await make("auditor")).body;
  const most = policy.calendarReadsHourly.amount;
  // The hour may end between the one and the other: once more, then.
  let status = 200;
  for (let i = 0; i < 2 && status !== 429; i += 1) {
    const full = "UPDATE calendar_links SET reads = ?, hour = ? WHERE id = ?";
    behindTheBack(server, full, most, Math.floor(Date.now() / 3_600_000), id);
    ({ status } = await read(link));
  }
  expect(status).toBe(429);
  const tries = policy.calendarFailuresFromOneAddress.amount;
  const wrong = `${server.url}/api/chaperone/calendar.ics?key=none`;
  let last = 404;
  for (let i = 0; i <= tries && last === 404; i += 1) last = (await read(wrong)).status;
  expect(last).toBe(429);
});
