import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { today } from "./entries.ts";
import { acceptData, newSent } from "./sent-row.ts";

let cast: Cast;
beforeAll(async () => {
  // As behind a proxy, whose forwarded addresses are believed.
  cast = await castOf({ form: { url: "https://ask.harbour.example" } });
});
afterAll(() => cast?.server.stop());

const filled = {
  kind: "access",
  whom: "patient",
  name: "Siân Ní Bhriain-Łukasz",
  reach: "12 Heol Fawr, Y Bala",
  way: "post",
  wants: "Copi o’m nodiadau i gyd, os gwelwch yn dda.",
};
let addresses = 0;
/** Sends the form, each time from another address unless told. */
function send(fields: Record<string, string>, headers: Record<string, string> = {}) {
  addresses += 1;
  return fetch(`${cast.server.formUrl}/`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-Forwarded-For": `192.0.2.${addresses % 250}`,
      ...headers,
    },
    body: new URLSearchParams(fields),
  });
}
/** The same by connections that are kept, which is a third of the work for whoever sends ten thousand. */
function flooding(agent: Agent, fields: Record<string, string>, from: string) {
  return new Promise<{ status: number; said: string }>((resolve, reject) => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": from };
    request(`${cast.server.formUrl}/`, { method: "POST", agent, headers }, (answer) => {
      text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, said }), reject);
    })
      .on("error", reject)
      .end(new URLSearchParams(fields).toString());
  });
}
async function settings(change: object): Promise<void> {
  const [{ id, version } = {}] = rowsIn(cast.server, "SELECT id, version FROM clinic");
  const seen = { id: String(id), version: Number(version) };
  const done = await act(cast.server, cast.priya.token, "clinic.change", change as never, seen);
  expect(done.status).toBe(200);
}
const rows = () => rowsIn(cast.server, "SELECT * FROM sent_requests ORDER BY receivedAt, id");
const list = (who: SignedIn, query = "") =>
  ask(cast.server, `GET /api/chaperone/list?of=sent-requests${query}`, { token: who.token });
const seen = (id: string) => ({
  id,
  version: Number(rowsIn(cast.server, "SELECT version FROM sent_requests WHERE id = ?", id)[0]?.version),
});

test("off until the clinic turns it on, which needs a telephone", async () => {
  const { server, priya } = cast;
  const page = await fetch(`${server.formUrl}/`);
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining("There is no form here")]);
  expect((await send(filled)).status).toBe(404);
  expect(rows()).toEqual([]);
  const [{ id, version } = {}] = rowsIn(server, "SELECT id, version FROM clinic");
  const on = { id: String(id), version: Number(version) };
  const without = await act(server, priya.token, "clinic.change", { publicForm: true } as never, on);
  expect([without.status, Object.keys(without.body.data)]).toEqual([400, ["data.publicPhone"]]);
});

describe("once it is on", () => {
  test("is there within seconds, as the pages are asked for anew", { timeout: 60_000 }, async () => {
    await settings({ publicForm: true, publicPhone: "029 2018 0999" });
    await expect
      .poll(async () => (await fetch(`${cast.server.formUrl}/`)).status, { timeout: 50_000, interval: 500 })
      .toBe(200);
  });

  test("serves its page and nothing else, without script or cookie", async () => {
    const { formUrl } = cast.server;
    const page = await fetch(`${formUrl}/`);
    const html = await page.text();
    expect(html).toContain("Harbour Physiotherapy");
    expect(html).toContain("029 2018 0999");
    expect(html).not.toMatch(/<script|javascript:|src=|https?:\/\//i);
    expect(page.headers.get("set-cookie")).toBeNull();
    expect(page.headers.get("strict-transport-security")).not.toBeNull();
    expect(page.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect((await fetch(`${formUrl}/thanks`)).status).toBe(200);
    const others = [
      "/index.html",
      "/sign-in",
      "/_/",
      "/api/health",
      "/api/chaperone/state",
      "/?a=1",
      "//",
      "/thanks/",
    ];
    for (const path of others) expect([path, (await fetch(formUrl + path)).status]).toEqual([path, 404]);
    expect((await fetch(formUrl, { method: "PUT" })).status).toBe(404);
    // Nobody reaches its route at the dashboard’s own place, nor past the process in front.
    const outside = [
      ...["/api/chaperone/public-form", "/api/chaperone/public-form/", "/api/chaperone/%70ublic-form"].map(
        (path) => cast.server.url + path,
      ),
      `${cast.server.inner}/api/chaperone/public-form`,
    ];
    for (const url of outside) {
      const posted = {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(filled),
      };
      expect([url, (await fetch(url)).status, (await fetch(url, posted)).status]).toEqual([url, 404, 404]);
    }
    expect(rows()).toEqual([]);
  });

  test("what is not filled in comes back with what was typed, and nothing is kept", async () => {
    const answer = await send({ ...filled, name: " ", way: "mail", wants: `<b>"&’${"x".repeat(20)}` });
    const html = await answer.text();
    expect([answer.status, answer.headers.get("location")]).toEqual([422, null]);
    expect(html).toContain('<a href="#name">Enter your name</a>');
    expect(html).toContain('<a href="#mailWord">');
    expect(html).toContain("&lt;b&gt;&quot;&amp;’xxxx");
    expect(html).toContain('value="12 Heol Fawr, Y Bala"');
    expect(rows()).toEqual([]);
  });

  test.each([
    ["another site’s page", filled, { "Sec-Fetch-Site": "cross-site" }, 403],
    ["JSON", filled, { "Content-Type": "application/json" }, 415],
    ["more than a form holds", { ...filled, wants: "é".repeat(40_000) }, {}, 413],
    ["a longer text than is asked", { ...filled, wants: "x".repeat(4001) }, {}, 422],
    ["the field that nobody sees", { ...filled, website: "x" }, {}, 422],
  ])("%s is refused", async (_, fields, headers, status) => {
    expect((await send(fields, headers as Record<string, string>)).status).toBe(status);
    expect(rows()).toEqual([]);
  });

  test("what is filled in lies apart, with its day, and says nothing of itself in any event", async () => {
    const { server, priya, ingrid, tom, ruth } = cast;
    const from = { "X-Forwarded-For": "198.51.100.9" };
    const answer = await send(filled, from);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/thanks"]);
    // Sent twice by one press of a button, it is kept once.
    expect((await send(filled, from)).status).toBe(303);
    const [row] = rows();
    expect(rows()).toHaveLength(1);
    expect(row).toMatchObject({ ...filled, state: "waiting", receivedOn: today(), request: "", by: "" });
    const texts = JSON.stringify(rowsIn(server, "SELECT * FROM events"));
    for (const part of ["Bhriain", "Heol Fawr", "nodiadau"]) expect(texts).not.toContain(part);

    for (const who of [priya, ingrid]) {
      const { status, body } = await list(who);
      expect([status, body.rows.length, body.figures.waiting]).toEqual([200, 1, 1]);
      expect(JSON.stringify(body)).not.toMatch(/Bhriain|Heol|nodiadau/);
    }
    for (const who of [tom, ruth]) expect((await list(who)).status).toBe(403);
    const one = (who: SignedIn) =>
      ask(server, `GET /api/chaperone/sent-request?id=${row?.id}`, { token: who.token });
    for (const who of [tom, ruth]) expect((await one(who)).status).toBe(403);
    expect((await one(ingrid)).body).toMatchObject({ name: filled.name, wants: filled.wants, born: "" });
    const reads = eventsOf(server, "sent_requests.act");
    expect(reads.map(({ user }) => user)).toEqual([ingrid.id]);
    const csv = await ask(server, "GET /api/chaperone/list?of=sent-requests&format=csv", {
      token: priya.token,
    });
    expect(String(csv.body)).not.toMatch(/Bhriain|Heol|nodiadau/);

    const desk = await ask(server, "GET /api/chaperone/desk?part=others", { token: priya.token });
    const owed = JSON.stringify(desk.body);
    expect(owed).toContain("Sent by the form, A copy of the record: to be accepted");
    expect(owed).not.toMatch(/Bhriain|Heol|nodiadau/);
  });

  test("accepted by two at once: one makes the request, the other is told who; its day is the one it came", async () => {
    const { server, priya, ingrid } = cast;
    const id = newSent(server, 5);
    const [row] = rowsIn(server, "SELECT receivedOn, receivedAt FROM sent_requests WHERE id = ?", id);
    const at = seen(id);
    const both = await Promise.all(
      [priya, ingrid].map(({ token }) => act(server, token, "sent_requests.accept", acceptData as never, at)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409);
    const [winner] = rowsIn(
      server,
      "SELECT u.name AS name FROM sent_requests s JOIN users u ON u.id = s.by WHERE s.id = ?",
      id,
    );
    expect(lost?.body.message).toContain(`${winner?.name} changed this meanwhile`);
    expect(JSON.stringify(lost?.body)).not.toMatch(/Bhriain|Heol/);
    const made = rowsIn(server, "SELECT * FROM requests WHERE channel = 'web'");
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ ...row, kind: "access", doubt: "yes", wants: "A copy of the notes." });
    const [name] = rowsIn(
      server,
      "SELECT name, reach FROM request_names WHERE request = ?",
      String(made[0]?.id),
    );
    expect(name).toEqual({ name: "Siân Ní Bhriain", reach: "By post: 12 Heol Fawr" });
    const again = await act(
      server,
      priya.token,
      "sent_requests.refuse",
      { why: "spam", reason: "Late." } as never,
      seen(id),
    );
    expect(again.status).toBe(403);
  });

  test("e-mail at their own word goes with the request, and so does whom they ask for", async () => {
    const { server, priya } = cast;
    const other = {
      whom: "representative",
      forName: "Aled Rhys",
      way: "mail",
      mailWord: "yes",
      reach: "sian@post.example",
    };
    expect((await send({ ...filled, ...other, wants: "For my brother." })).status).toBe(303);
    const row = rows().find(({ forName }) => forName === "Aled Rhys");
    const data = { ...acceptData, requester: "representative" };
    const made = await act(server, priya.token, "sent_requests.accept", data as never, seen(String(row?.id)));
    expect(made.status).toBe(200);
    const [name] = rowsIn(server, "SELECT name, reach FROM request_names WHERE request = ?", made.body.made);
    expect(name?.name).toBe(`${filled.name}, for Aled Rhys`);
    expect(name?.reach).toMatch(
      /^By e-mail, at their own word on the form of \d{4}-\d\d-\d\d, .*: sian@post\.example$/,
    );
    const quoting = { ...acceptData, wants: "Siân Bhriain, NHS 943 476 5919, asks." };
    const refused = await act(
      server,
      priya.token,
      "sent_requests.accept",
      quoting as never,
      seen(newSent(server)),
    );
    expect(refused.status).toBe(400);
  });

  test("refused with a reason, what was written goes after its days; what became a request goes with its name", {
    timeout: 120_000,
  }, async () => {
    const { server, priya, ingrid } = cast;
    const [refused, kept, accepted] = [newSent(server), newSent(server), newSent(server)];
    const why = { why: "other", reason: "An offer of window cleaning." };
    expect(
      (await act(server, ingrid.token, "sent_requests.refuse", why as never, seen(refused))).status,
    ).toBe(200);
    expect((await act(server, ingrid.token, "sent_requests.refuse", why as never, seen(kept))).status).toBe(
      200,
    );
    const made = await act(server, priya.token, "sent_requests.accept", acceptData as never, seen(accepted));
    const over = new Date(Date.now() - (policy.sentRefusedKept.amount + 1) * 86_400_000).toISOString();
    behindTheBack(server, `UPDATE sent_requests SET "at" = ? WHERE id = ?`, over.replace("T", " "), refused);
    behindTheBack(server, "UPDATE request_names SET clearedAt = ? WHERE request = ?", over, made.body.made);
    const content = (id: string) =>
      rowsIn(server, "SELECT name, reach, born, wants, why, reason FROM sent_requests WHERE id = ?", id)[0];
    await expect.poll(() => content(refused)?.name, { timeout: 100_000, interval: 1000 }).toBe("");
    expect(content(refused)).toEqual({ name: "", reach: "", born: "", wants: "", ...why });
    await expect.poll(() => content(accepted)?.wants, { timeout: 100_000, interval: 1000 }).toBe("");
    expect(content(kept)?.name).toBe("Siân Ní Bhriain");
    expect(() => behindTheBack(server, "UPDATE sent_requests SET wants = 'x' WHERE id = ?", kept)).toThrow(
      /stays as it came/,
    );
    expect(() => behindTheBack(server, "DELETE FROM sent_requests")).toThrow(/stays as it came/);
  });

  test("of a flood: all at once, but for what somebody decided meanwhile", async () => {
    const { server, priya } = cast;
    const ids = [newSent(server), newSent(server)];
    const all = { ids, reason: "All the same words." };
    expect((await act(server, priya.token, "sent_requests.refuseSpam", all as never)).status).toBe(200);
    expect(
      rows()
        .filter(({ id }) => ids.includes(String(id)))
        .map(({ state, why }) => `${state} ${why}`),
    ).toEqual(["refused spam", "refused spam"]);
    const again = await act(server, priya.token, "sent_requests.refuseSpam", all as never);
    expect(again.status).toBe(403);
  });

  test("one address sends so many, all together so many more, and 10,000 leave the dashboard as it was", async () => {
    const { server } = cast;
    const before = rows().length;
    const [{ hour } = {}] = rowsIn(
      server,
      "SELECT count(*) AS hour FROM sent_requests WHERE receivedAt > ?",
      new Date(Date.now() - 3_600_000).toISOString().replace("T", " "),
    );
    const room = policy.sentAllHour.amount - Number(hour);
    const slowest = { dashboard: 0 };
    const look = async () => {
      const began = performance.now();
      expect((await fetch(`${server.url}/api/chaperone/state`)).status).toBe(200);
      slowest.dashboard = Math.max(slowest.dashboard, performance.now() - began);
    };
    const statuses = new Map<number, number>();
    let sent = 0;
    let politely = "";
    const agent = new Agent({ keepAlive: true });
    const sender = async () => {
      while (sent < 10_000) {
        sent += 1;
        if (sent % 100 === 0) await look();
        const from = `10.${sent % 7}.${sent % 200}.1`;
        const { status, said } = await flooding(agent, { ...filled, wants: `Number ${sent}` }, from);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 429) politely = said;
      }
    };
    await Promise.all(Array.from({ length: 24 }, sender));
    agent.destroy();
    const left = rows().length - before;
    console.log(
      `a flood of ${sent}: ${JSON.stringify([...statuses])}, ${left} rows, slowest look ${slowest.dashboard} ms`,
    );
    expect([...statuses.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(10_000);
    expect([...statuses.keys()].sort()).toEqual([303, 429]);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(room);
    expect(politely).toContain("Please telephone <strong><bdi>029 2018 0999</bdi></strong>");
    expect(politely).not.toContain("Number");
    expect(slowest.dashboard).toBeLessThan(5000);
  }, 180_000);

  test("one address alone is told to telephone after its few", async () => {
    // Its own hour is counted before everybody’s: the bound of all is reached here already, so the answer is the same.
    const answer = await send({ ...filled, wants: "Once more." }, { "X-Forwarded-For": "203.0.113.7" });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("3600");
  });
});
