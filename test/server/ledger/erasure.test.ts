import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { todayAnswer } from "#domain/clinic/today";
import type { TestServer } from "../../support/server/server.ts";
import {
  type Answer,
  act,
  ask,
  newBrowser,
  newPerson,
  type SignedIn,
  startClinic,
} from "../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../people/database.ts";

let server: TestServer;
let priya: SignedIn;
let noor: SignedIn;
let ingrid: SignedIn;
let tom: SignedIn;
let ruth: SignedIn;
let desk: Browser;
let office: Browser;
type Browser = { readonly id: string; readonly token: string; n: number };

const system = "cliniko:harbour.uk2";
const account = (letter: string) => `k1:${letter.repeat(64)}`;

beforeAll(async () => {
  ({ server, priya } = await startClinic());
  const person = (name: string, role: string, more: object = {}) =>
    newPerson(server, priya.token, { email: `${name}@harbour.example`, name, role, ...more });
  noor = await person("noor", "dpo");
  ingrid = await person("ingrid", "manager");
  tom = await person("tom", "staff");
  ruth = await person("ruth", "auditor", { until: new Date(Date.now() + 86_400_000).toISOString() });
  const browser = async (wanted: object) => ({
    ...(await newBrowser(server, priya.token, { device: "clinic", ...wanted } as never)),
    n: 0,
  });
  desk = await browser({ holder: "desk", name: "Front desk" });
  office = await browser({ holder: "person", user: priya.id, name: "Office" });
});
afterAll(() => server?.stop());

let made = 0;
/** Stores an attempt as a browser sends it, and answers its seq. */
async function attempt(from: Browser, more: object = {}): Promise<number> {
  from.n += 1;
  made += 1;
  const event = {
    id: `a${String(made).padStart(14, "0")}`,
    n: from.n,
    kind: "mail.outcome",
    occurredAt: new Date().toISOString(),
    trace: `trace${String(made).padStart(10, "0")}`,
    detail: { v: 1, adapter: "roundcube", outcome: "removed", files: 1, strength: "strong" },
    ...more,
  };
  const body = { sentAt: new Date().toISOString(), events: [event] };
  const answer = await ask(server, "POST /api/chaperone/events", { token: from.token, body });
  expect(answer.body.results[0].status).toBe("accepted");
  return answer.body.results[0].seq;
}

const ground = "Recorded on a private device";
const erase = (who: SignedIn, seq: number, more: object = {}) =>
  act(server, who.token, "events.erase", { seq, ground, ...more });
const row = ({ body }: Answer) => ({ id: body.id, version: body.version });
const confirm = (who: { token: string }, asked: Answer, more: object = {}) =>
  act(server, who.token, "events.confirm", {}, { ...row(asked), ...more });
const keep = (who: { token: string }, asked: Answer, reason = "") =>
  act(server, who.token, "events.keep", { reason }, row(asked));
const isThere = (seq: number) =>
  rowsIn(server, "SELECT orderedBy FROM events WHERE seq = ?", seq)[0]?.orderedBy === 0;
const waitingFor = async ({ token }: SignedIn) =>
  todayAnswer.parse((await ask(server, "GET /api/chaperone/today", { token })).body).erasures;
/** The sentence for a field, or the message. */
const why = ({ body }: Answer): string =>
  Object.values(body.data ?? {}).map((one) => (one as { message: string }).message)[0] ?? body.message;

describe("what speaks about the lead is not erased by the lead", () => {
  const seqOf = (where: string) =>
    Number(rowsIn(server, `SELECT seq FROM events WHERE ${where} ORDER BY seq DESC LIMIT 1`)[0]?.seq);

  test("not by kind: sign-ins, break-glass, exports, pairings, acts with a hash, orders", async () => {
    await server.command(["chaperone", "break-glass"]);
    await ask(server, "GET /api/chaperone/ledger.jsonl", { token: priya.token });
    for (const where of [
      "kind = 'auth.sign-in'",
      "kind = 'clinic.act' AND detail->>'action' = 'break-glass'",
      "kind = 'log.export'",
      "kind = 'browser.pair'",
      "kind = 'users.act'",
    ]) {
      const seq = seqOf(where);
      for (const who of [priya, noor]) {
        const refused = await erase(who, seq);
        expect([where, refused.status]).toEqual([where, 400]);
      }
      expect(isThere(seq)).toBe(true);
    }
  });

  test("not an event of a browser that the lead holds, or held until it was revoked", async () => {
    const seq = await attempt(office);
    expect(rowsIn(server, "SELECT user FROM events WHERE seq = ?", seq)).toEqual([{ user: priya.id }]);
    expect(why(await erase(priya, seq))).toContain("about you");
    await act(server, priya.token, "browsers.revoke", {}, { id: office.id, version: 1 });
    behindTheBack(server, "UPDATE browsers SET user = ? WHERE id = ?", priya.id, desk.id);
    const shared = await attempt(desk);
    expect(why(await erase(priya, shared))).toContain("about you");
    behindTheBack(server, "UPDATE browsers SET user = '' WHERE id = ?", desk.id);
    expect((await erase(noor, shared)).status).toBe(200);
  });

  test("not of an account that is the lead's, or was until it was taken off", async () => {
    const map = { system, account: account("a"), user: priya.id };
    const before = await attempt(desk, { system, account: account("a") });
    expect(rowsIn(server, "SELECT user FROM events WHERE seq = ?", before)).toEqual([{ user: "" }]);
    const mapped = await act(server, ingrid.token, "system_accounts.map", map);
    expect(why(await erase(priya, before))).toContain("about you");
    await attempt(desk, { system, account: account("a") });
    await act(server, priya.token, "system_accounts.unmap", {}, row(mapped));
    expect(why(await erase(priya, before))).toContain("about you");
    expect(isThere(before)).toBe(true);
  });

  test("not what its trace ties to an act of the lead", async () => {
    const trace = "tiedtoanotherev";
    await attempt(desk, { trace, chosen: priya.id });
    const outcome = await attempt(desk, { trace });
    expect(why(await erase(priya, outcome))).toContain("about you");
  });

  test("not what stands under the lead's name without a sign-in, or of one who was deactivated", async () => {
    const alias = await act(server, ingrid.token, "users.add", {
      name: " priya  RAMAN",
      practitioner: false,
    });
    const seq = await attempt(desk, { chosen: alias.body.id });
    expect(why(await erase(priya, seq))).toContain("about you");
    await act(server, ingrid.token, "users.deactivate", {}, row(alias));
    expect(why(await erase(priya, seq))).toContain("about you");
    const asked = await erase(noor, seq);
    expect(asked.status).toBe(200);
    expect((await confirm(priya, asked)).status).toBe(404);
  });

  test("not what a case about the lead stands on, where the lead may know of it", async () => {
    const seq = await attempt(desk);
    const trace = String(rowsIn(server, "SELECT trace FROM events WHERE seq = ?", seq)[0]?.trace);
    const reported = await ask(server, "POST /api/chaperone/report", {
      token: tom.token,
      body: {
        id: "c".repeat(15),
        kind: "other",
        noticedAt: new Date().toISOString(),
        text: "A letter went out.",
        confidential: false,
      },
    });
    expect(reported.status, JSON.stringify(reported.body)).toBe(200);
    behindTheBack(server, "UPDATE breaches SET trace = ?, senders = ?", trace, JSON.stringify([priya.id]));
    expect(why(await erase(priya, seq))).toContain("about you");
  });

  test("a hidden case about the lead is not given away: the request waits, and only who reads the case is asked", async () => {
    const seq = await attempt(desk);
    const trace = String(rowsIn(server, "SELECT trace FROM events WHERE seq = ?", seq)[0]?.trace);
    behindTheBack(
      server,
      "UPDATE breaches SET trace = ?, senders = '[]', confidential = TRUE, about = ?, keeper = ?",
      trace,
      priya.id,
      ingrid.id,
    );
    const asked = await erase(priya, seq);
    expect(asked.status).toBe(200);
    expect((await waitingFor(noor)).some(({ id }) => id === asked.body.id)).toBe(false);
    expect((await confirm(noor, asked)).status).toBe(404);
    expect((await waitingFor(ingrid)).some(({ id }) => id === asked.body.id)).toBe(true);
    expect(why(await confirm(ingrid, asked))).toContain("It is about the one who asked");
    expect(isThere(seq)).toBe(true);
  });
});

describe("a second person", () => {
  test("only a lead asks", async () => {
    const seq = await attempt(desk, { chosen: tom.id });
    for (const who of [ingrid, tom, ruth]) expect((await erase(who, seq)).status).toBe(403);
    expect((await ask(server, "POST /api/chaperone/act", { body: {} })).status).toBe(401);
  });

  test("confirms: not the asker, not staff, auditor or browser, not the one it is about", async () => {
    const seq = await attempt(desk, { chosen: ingrid.id });
    const asked = await erase(priya, seq);
    expect(asked.body).toEqual({ id: asked.body.id, version: 1 });
    expect(isThere(seq)).toBe(true);
    for (const [who, status] of [
      [priya, 403],
      [ingrid, 404],
      [tom, 404],
      [ruth, 403],
      [desk, 403],
    ] as const)
      expect((await confirm(who, asked)).status).toBe(status);
    expect((await waitingFor(ingrid)).some(({ id }) => id === asked.body.id)).toBe(false);
    expect(await waitingFor(tom)).toEqual([]);
    expect((await waitingFor(noor)).at(-1)).toMatchObject({
      id: asked.body.id,
      mine: false,
      seq,
      person: "ingrid",
      ground,
    });
    expect((await waitingFor(priya)).at(-1)).toMatchObject({ id: asked.body.id, mine: true, state: "asked" });
    const done = await confirm(noor, asked);
    expect(done.status).toBe(200);
    expect(isThere(seq)).toBe(false);
    expect(eventsOf(server, "event.erase")[0]).toMatchObject({ seq: done.body.seq, user: noor.id });
    expect((await waitingFor(priya)).at(-1)).toMatchObject({ state: "done", decidedBy: "noor" });
  });

  test("a manager sees no number of the log, also not by a stale version", async () => {
    const asked = await erase(priya, await attempt(desk, { chosen: tom.id }));
    expect((await waitingFor(ingrid)).at(-1)).toMatchObject({ id: asked.body.id, seq: 0, person: "tom" });
    const stale = await confirm(ingrid, asked, { version: 7 });
    expect(stale.status).toBe(409);
    expect(stale.body.current).not.toHaveProperty("event");
    expect((await confirm(ingrid, asked)).status).toBe(200);
  });

  test("two confirm at once: one erases, the other is told that it is decided", async () => {
    const asked = await erase(priya, await attempt(desk, { chosen: tom.id }));
    const orders = eventsOf(server, "event.erase").length;
    const both = await Promise.all([confirm(noor, asked), confirm(ingrid, asked)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(eventsOf(server, "event.erase")).toHaveLength(orders + 1);
  });

  test("an event is asked for once; what was taken back can't be confirmed, and can be asked for again", async () => {
    const seq = await attempt(desk, { chosen: tom.id });
    const asked = await erase(priya, seq);
    expect(why(await erase(noor, seq))).toContain("asked for already");
    expect((await keep(priya, asked)).status).toBe(200);
    expect((await confirm(noor, asked)).status).toBe(404);
    expect((await keep(priya, asked)).status).toBe(409);
    expect(isThere(seq)).toBe(true);
    expect((await erase(noor, seq)).status).toBe(200);
  });

  test("says no with a reason, and the asker reads it", async () => {
    const asked = await erase(priya, await attempt(desk, { chosen: tom.id }));
    expect((await keep(tom, asked, "No.")).status).toBe(404);
    expect((await keep(ingrid, asked)).status).toBe(400);
    expect((await keep(ingrid, asked, "It is no private device.")).status).toBe(200);
    expect((await waitingFor(priya)).find(({ id }) => id === asked.body.id)).toMatchObject({
      state: "declined",
      decidedBy: "ingrid",
      reason: "It is no private device.",
    });
  });

  test("has two weeks; then it is asked for anew", async () => {
    const seq = await attempt(desk, { chosen: tom.id });
    const asked = await erase(priya, seq);
    const old = new Date(Date.now() - 15 * 86_400_000).toISOString().replace("T", " ");
    behindTheBack(server, "UPDATE erasures SET askedAt = ? WHERE id = ?", old, asked.body.id);
    expect(why(await confirm(noor, asked))).toContain("not confirmed in time");
    expect((await waitingFor(noor)).some(({ id }) => id === asked.body.id)).toBe(false);
    expect((await waitingFor(priya)).find(({ id }) => id === asked.body.id)?.state).toBe("lapsed");
    expect((await erase(priya, seq)).status).toBe(200);
    expect(isThere(seq)).toBe(true);
  });

  test("is the deputy lead too, whatever the role", async () => {
    const version = Number(rowsIn(server, "SELECT version FROM clinic")[0]?.version);
    const named = { id: "clinic000000000", version };
    expect((await act(server, priya.token, "clinic.change", { deputyLead: tom.id }, named)).status).toBe(200);
    const asked = await erase(priya, await attempt(desk));
    expect((await confirm(tom, asked)).status).toBe(200);
  });

  test("can't confirm for somebody who is no lead any more", async () => {
    const asked = await erase(noor, await attempt(desk));
    behindTheBack(server, "UPDATE users SET role = 'manager' WHERE id = ?", noor.id);
    expect(why(await confirm(ingrid, asked))).toContain("no lead any more");
    behindTheBack(server, "UPDATE users SET role = 'dpo' WHERE id = ?", noor.id);
  });

  test("the ground names no patient", async () => {
    const seq = await attempt(desk);
    expect((await erase(priya, seq, { ground: "Of NHS number 943 476 5919" })).status).toBe(400);
    expect((await erase(priya, seq, { ground: " " })).status).toBe(400);
  });
});

describe("alone, where nobody else could be asked", () => {
  const alone = "The record was opened at home, and the other lead is away.";
  test("not while somebody can be", async () => {
    expect((await erase(priya, await attempt(desk), { alone })).status).toBe(400);
  });

  test("with a reason, which the review has to note until somebody else has", async () => {
    for (const one of [noor, ingrid, tom])
      behindTheBack(server, "UPDATE users SET active = FALSE WHERE id = ?", one.id);
    const seq = await attempt(desk);
    const refused = await erase(priya, seq);
    expect(refused.body.data["data.alone"].code).toBe("alone");
    expect(isThere(seq)).toBe(true);
    const done = await erase(priya, seq, { alone });
    expect(done.status).toBe(200);
    expect(isThere(seq)).toBe(false);
    expect(eventsOf(server, "event.erase")[0]).toMatchObject({ seq: done.body.seq, user: priya.id });

    for (const one of [noor, ingrid, tom])
      behindTheBack(server, "UPDATE users SET active = TRUE WHERE id = ?", one.id);
    const review = await act(server, priya.token, "reviews.prepare", {});
    expect(review.status, JSON.stringify(review.body)).toBe(200);
    const items = rowsIn(server, "SELECT * FROM review_items WHERE key = 'erased'");
    const [own, ...others] = items.filter(({ decision }) => decision === "");
    expect(others).toEqual([]);
    expect(own).toMatchObject({ subject: done.body.id, concerned: JSON.stringify([priya.id]) });
    expect(String(own?.facts)).toContain(alone);
    // What two did is listed, and nothing of it is to be decided.
    expect(items.filter(({ decision }) => decision === "nothing-to-decide").length).toBeGreaterThan(2);
  });
});
