import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whyNotOnRecord } from "#domain/registers/retention/may-act-on";
import { certificate, ownAnswer, recordAnswer } from "#domain/registers/retention/places";
import { type ListAnswer, type ListedRecord, retentionAnswer } from "#domain/registers/retention/rows";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { newDecision } from "../consent/rows.ts";
import { newShare } from "../disclosures/rows.ts";
import { heldBy, newDisclosure } from "../holds/rows.ts";
import { type Cast, castOf, changeClinic, newBreach, onCase } from "../incidents/cast.ts";
import { askWho, newRelease } from "../releases/rows.ts";
import { enter, newRequest } from "../requests/entries.ts";
import { bringList, england, send, sendRows, system } from "./bring-list.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const ref = (n: number): string => `18054652029890${String(10_000 + n)}`;
const monthFromNow = (months: number): string => {
  const [year, month] = clinicDay().split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1 + months, 1)).toISOString().slice(0, 10);
};
const noRows = { requests: 0, releases: 0, release_asks: 0, consents: 0, disclosures: 0, shares: 0 };
const adult = (n: number, month: string): ListedRecord => [ref(n), "adult", month];
async function page(query = "", who: SignedIn = cast.priya) {
  const answer = await ask(cast.server, `GET /api/chaperone/retention?${query}`, { token: who.token });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return retentionAnswer.parse(answer.body);
}
const rowOf = (n: number) =>
  rowsIn(cast.server, "SELECT * FROM retention_rows WHERE recordRef = ?", ref(n))[0] ?? {};
function on(n: number, who: SignedIn, name: string, data: object = {}) {
  const { id, version } = rowOf(n);
  const row = { id: String(id), version: Number(version) };
  return act(cast.server, who.token, `retention_rows.${name}`, data, row);
}
const sentenceIn = ({ body }: { body: { message: string; data?: Record<string, { message: string }> } }) =>
  Object.values(body.data ?? {})[0]?.message ?? body.message;
async function finish(list: string, dryRun = false, who: SignedIn = cast.priya): Promise<ListAnswer> {
  return (await send(cast.server, who.token, { step: "finish", list, dryRun })).body;
}

describe("a list", () => {
  test("counts for nothing before it is finished, and says first what would be", async () => {
    const { server, priya } = cast;
    const rows = [1, 2, 3].map((n) => adult(n, monthFromNow(-1)));
    const list = await sendRows(server, priya.token, rows);
    expect(rowsIn(server, "SELECT id FROM retention_rows")).toHaveLength(0);
    expect(await finish(list, true)).toMatchObject({ fresh: 3, changed: 0, same: 0, again: 0 });
    expect((await page("show=all")).counts.all).toBe(0);
    expect(await finish(list)).toMatchObject({ fresh: 3 });
    expect((await page()).counts).toMatchObject({ due: 3, all: 3, coming: 0 });
    expect((await send(server, priya.token, { step: "finish", list, dryRun: false })).status).toBe(400);
  });

  test("leaves one event a thousand rows, with a hash over them", async () => {
    const { server, priya } = cast;
    const rows = Array.from({ length: 2_001 }, (_, i) => adult(5_000 + i, monthFromNow(20)));
    const before = eventsOf(server, "retention_lists.act").length;
    const list = await bringList(server, priya.token, rows);
    const events = eventsOf(server, "retention_lists.act").slice(0, -before || undefined);
    const details = events.map(({ detail }) => JSON.parse(String(detail))).reverse();
    const hashOf = (part: readonly ListedRecord[]) =>
      createHash("sha256")
        .update(part.map((row) => row.join(" ")).join("\n"))
        .digest("hex");
    const blocks = [rows.slice(0, 1_000), rows.slice(1_000, 2_000), rows.slice(2_000)].map(hashOf);
    expect(details.map(({ action }) => action)).toEqual(["rows", "rows", "rows", "import"]);
    expect(details.slice(0, 3).map(({ hash }) => hash)).toEqual(blocks);
    expect(details.every(({ id }) => id === list)).toBe(true);
    expect(eventsOf(server, "retention_rows.act")).toHaveLength(0);
  });

  test("that broke off, or came by somebody else, changes nothing", async () => {
    const { server, priya, ingrid } = cast;
    const begin = { step: "begin", system, schedule: england, dates: "iso", rows: 2 };
    const { list } = (await send(server, priya.token, begin)).body;
    const rows = [adult(900, monthFromNow(0))];
    expect((await send(server, ingrid.token, { step: "rows", list, block: 0, rows })).status).toBe(400);
    expect((await send(server, priya.token, { step: "rows", list, block: 0, rows })).status).toBe(200);
    expect(sentenceIn(await send(server, priya.token, { step: "finish", list, dryRun: false }))).toMatch(
      /Not all of the list has arrived/,
    );
    expect(rowOf(900)).toEqual({});
  });

  test.each([
    ["a name", ["Siobhan Kelly", "adult", "2026-01-01"]],
    ["a number of the health service", ["9434765919", "adult", "2026-01-01"]],
    ["a day that is no first of a month", [ref(901), "adult", "2026-01-10"]],
    ["a class that there is not", [ref(901), "grumpy", "2026-01-01"]],
    ["a birth date beside it", [ref(901), "adult", "2026-01-01", "2010-03-10"]],
  ])("is refused with %s", async (_, row) => {
    const { server, priya } = cast;
    const begin = { step: "begin", system, schedule: england, dates: "iso", rows: 1 };
    const { list } = (await send(server, priya.token, begin)).body;
    const sent = await send(server, priya.token, { step: "rows", list, block: 0, rows: [row] });
    expect(sent.status).toBe(400);
    expect(rowsIn(server, "SELECT n FROM retention_staged WHERE list = ?", list)).toHaveLength(0);
  });

  test.each([
    ["no record", { rows: 0 }, /has no record in it/],
    ["more than go at once", { rows: 1_000_000 }, /Too long|fields/],
    ["rules of another nation", { schedule: "wales-hiw-2026-11-29", rows: 1 }, /other rules/],
  ])("is refused with %s", async (_, more, says) => {
    const begin = { step: "begin", system, schedule: england, dates: "iso", ...more };
    const answer = await send(cast.server, cast.priya.token, begin);
    expect(answer.status).toBe(400);
    expect(sentenceIn(answer)).toMatch(says);
  });

  test("with a record twice is refused", async () => {
    const { server, priya } = cast;
    const rows = [adult(902, monthFromNow(1)), adult(902, monthFromNow(2))];
    await expect(sendRows(server, priya.token, rows)).rejects.toThrow(/stands in the list twice/);
  });

  test("begins a record anew that came back into use, and takes back what was under way", async () => {
    const { server, priya } = cast;
    await bringList(server, priya.token, [adult(20, monthFromNow(-2))]);
    expect((await on(20, priya, "appraise", { found: "Seen once." })).status).toBe(200);
    const list = await sendRows(server, priya.token, [adult(20, monthFromNow(90))]);
    expect(await finish(list)).toMatchObject({ fresh: 0, changed: 1, restarted: 1 });
    expect(rowOf(20)).toMatchObject({ state: "waiting", starts: monthFromNow(90), month: monthFromNow(90) });
  });

  test("is taken back as a whole, and what it changed is as it was", async () => {
    const { server, priya } = cast;
    await bringList(server, priya.token, [adult(30, monthFromNow(-2)), adult(31, monthFromNow(3))]);
    const list = await bringList(server, priya.token, [
      adult(30, monthFromNow(9)),
      adult(32, monthFromNow(-1)),
    ]);
    const undo = () => {
      const [row] = rowsIn(server, "SELECT id, version FROM retention_lists WHERE id = ?", list);
      const seen = { id: String(row?.id), version: Number(row?.version) };
      return act(server, priya.token, "retention_lists.undo", { reason: "The wrong file." }, seen);
    };
    expect((await undo()).status).toBe(200);
    expect(rowOf(30)).toMatchObject({ starts: monthFromNow(-2), gone: 0 });
    expect(rowOf(32)).toMatchObject({ gone: 1 });
    expect((await page("show=all&size=1000")).rows.some(({ recordRef }) => recordRef === ref(32))).toBe(
      false,
    );
    expect(sentenceIn(await undo())).toMatch(/taken back already/);
  });

  test("stays once somebody has worked on one of its records", async () => {
    const { server, priya } = cast;
    const list = await bringList(server, priya.token, [adult(40, monthFromNow(-2))]);
    await on(40, priya, "appraise", { found: "Nothing." });
    const answer = await act(
      server,
      priya.token,
      "retention_lists.undo",
      { reason: "No." },
      { id: list, version: 1 },
    );
    expect(sentenceIn(answer)).toMatch(/worked on one of its records/);
    expect((await page()).lists[0]).toMatchObject({ id: list, worked: true });
  });
});

describe("a record", () => {
  test("is destroyed by two people, and its certificate names every place", async () => {
    const { server, priya, ingrid, noor } = cast;
    await bringList(server, priya.token, [adult(50, monthFromNow(-2))]);
    const now = new Date().toISOString();
    expect((await on(50, priya, "ask", { second: ingrid.id })).status).toBe(403);
    expect((await on(50, priya, "appraise", { found: "No implant." })).status).toBe(200);
    expect(sentenceIn(await on(50, noor, "ask", { second: priya.id }))).toMatch(/somebody else/);
    expect(sentenceIn(await on(50, priya, "ask", { second: cast.tom.id }))).toMatch(/manager or lead/);
    expect((await on(50, priya, "ask", { second: ingrid.id })).status).toBe(200);
    expect(sentenceIn(await on(50, noor, "agree"))).toMatch(/second person who was asked/);
    const work = await ask(server, "GET /api/chaperone/my-work", { token: ingrid.token });
    expect(JSON.stringify(work.body.owed)).toContain("a second person agrees");
    expect((await on(50, ingrid, "agree")).status).toBe(200);
    const done = { on: now.slice(0, 10), how: "Deleted in Cliniko.", beside: "Box 6, slip 2291." };
    expect(sentenceIn(await on(50, priya, "done", { ...done, on: "2020-01-01" }))).toMatch(/agreed later/);
    expect((await on(50, priya, "done", done)).status).toBe(200);

    const row = rowOf(50);
    const answer = await ask(server, `GET /api/chaperone/retention-record?id=${row.id}`, {
      token: cast.ruth.token,
    });
    const { certificate: text, hash } = recordAnswer.parse(answer.body);
    expect(createHash("sha256").update(String(text)).digest("hex")).toBe(hash);
    expect(certificate.parse(JSON.parse(String(text)))).toMatchObject({
      number: 1,
      recordRef: ref(50),
      doneOn: done.on,
      beside: done.beside,
      places: { events: 0, incidents: [], backups: 0, rows: noRows },
    });
    const [event] = eventsOf(server, "retention_rows.act");
    expect(JSON.parse(String(event?.detail))).toMatchObject({ action: "done", hash });
    expect((await on(50, priya, "appraise", { found: "Again." })).status).toBe(403);
    expect(() =>
      behindTheBack(server, "UPDATE retention_rows SET certificate = '{}' WHERE recordRef = ?", ref(50)),
    ).toThrow(/stays as it is/);

    const list = await sendRows(server, priya.token, [adult(50, monthFromNow(-2))]);
    expect(await finish(list)).toMatchObject({ again: 1, fresh: 0 });
    const shown = (await page("show=done")).rows.find(({ recordRef }) => recordRef === ref(50));
    expect(shown).toMatchObject({ state: "done", again: true, number: 1 });
  });

  test("that an open incident names is held by itself, and due again when it is closed", async () => {
    const { server, priya } = cast;
    await bringList(server, priya.token, [adult(70, monthFromNow(-2))]);
    const id = await newBreach(cast);
    const people = [{ recordRef: ref(70), system, toBeTold: false }];
    expect((await onCase(server, priya, "addPeople", id, { people })).status).toBe(200);
    const row = (await page("show=held")).rows.find(({ recordRef }) => recordRef === ref(70));
    expect(row?.incident).toBeGreaterThan(0);
    expect(sentenceIn(await on(70, priya, "appraise", { found: "Old." }))).toMatch(/is held/);
    behindTheBack(server, "UPDATE breaches SET state = 'closed' WHERE id = ?", id);
    expect((await on(70, priya, "appraise", { found: "Old." })).status).toBe(200);
  });

  test("that somebody has asked about goes no step further until the request has ended", async () => {
    const { server, priya, ingrid } = cast;
    await bringList(server, priya.token, [adult(71, monthFromNow(-2))]);
    const now = clinicDay();
    const steps = [
      [priya, "appraise", { found: "Seen once." }],
      [priya, "ask", { second: ingrid.id }],
      [ingrid, "agree", {}],
      [priya, "done", { on: now, how: "In Cliniko.", beside: "" }],
    ] as const;
    for (const [who, step, data] of steps) {
      const request = await newRequest(server, priya, { system, recordRef: ref(71) });
      const before = rowOf(71);
      const refused = await on(71, who, step, data);
      expect([step, refused.status]).toEqual([step, 403]);
      expect(sentenceIn(refused)).toMatch(/request about this record is open/);
      // The list says so as well: it is held and not due, and nothing of this is offered.
      const listed = async (show: string) =>
        (await page(`show=${show}&size=100`)).rows.find(({ recordRef }) => recordRef === ref(71));
      const held = await listed("held");
      expect([held?.requested, await listed("due")]).toEqual([true, undefined]);
      if (held)
        expect(whyNotOnRecord({ ...who, role: "dpo" }, `retention_rows.${step}`, held, now)).toBeDefined();
      expect(rowOf(71)).toEqual(before);
      const ended = await enter(server, priya, request, "withdraw", { reason: "Not needed.", day: now });
      expect(ended.status, JSON.stringify(ended.body)).toBe(200);
      expect([step, (await on(71, who, step, data)).status]).toEqual([step, 200]);
    }
    expect(rowOf(71)).toMatchObject({ state: "done" });
  });

  test("is counted in each register whose rows carry it, without what the lead alone reads", async () => {
    const { server, priya } = cast;
    const named = { system, recordRef: ref(72) };
    await bringList(server, priya.token, [adult(72, monthFromNow(-2)), adult(73, monthFromNow(-2))]);
    const rowsNaming = async (n: number) =>
      recordAnswer.parse(
        (await ask(server, `GET /api/chaperone/retention-record?id=${rowOf(n).id}`, { token: priya.token }))
          .body,
      ).places.rows;
    expect(await rowsNaming(72)).toEqual(noRows);
    await newRequest(server, priya, named);
    await newRelease(server, priya, named);
    expect((await askWho(server, priya, { reference: ref(72), system })).status).toBe(200);
    await newDecision(server, priya, named);
    await newDecision(server, priya, { ...named, purpose: "mailing" });
    await newDecision(server, priya, { ...named, purpose: "staff", decision: "yes", until: monthFromNow(6) });
    await newDisclosure(server, priya, named);
    await newShare(server, priya, named);
    const all = { requests: 1, releases: 1, release_asks: 1, consents: 2, disclosures: 1, shares: 1 };
    expect(await rowsNaming(72)).toEqual(all);
    expect(await rowsNaming(73)).toEqual(noRows);
    expect(rowsIn(server, "SELECT id FROM consents WHERE recordRef = ?", ref(72))).toHaveLength(3);
  });

  test.each([
    [
      "a technical issue",
      { why: "other", reason: "A technical issue in the system.", until: monthFromNow(12) },
      /no reason to keep/,
    ],
    ["an IT problem", { why: "other", reason: "IT problem", until: monthFromNow(12) }, /no reason to keep/],
    ["a month that has begun", { why: "implant", reason: "A hip.", until: monthFromNow(0) }, /begun already/],
    [
      "more than twenty years",
      { why: "implant", reason: "A hip.", until: monthFromNow(250) },
      /At most 20 years/,
    ],
    [
      "a patient’s number in it",
      { why: "patient", reason: "NHS 943 476 5919 asked.", until: monthFromNow(12) },
      /name a patient/,
    ],
  ])("is not kept longer for %s", async (_, data, says) => {
    await bringList(cast.server, cast.priya.token, [adult(80, monthFromNow(-1))]);
    const answer = await on(80, cast.priya, "keep", data);
    expect(answer.status).toBe(400);
    expect(sentenceIn(answer)).toMatch(says);
  });

  test("that is kept longer is due from that month on, also where a later list says an earlier one", async () => {
    const { server, priya } = cast;
    await bringList(server, priya.token, [adult(81, monthFromNow(-1))]);
    const data = { why: "illness", reason: "It can come back.", until: monthFromNow(60) };
    expect((await on(81, priya, "keep", data)).status).toBe(200);
    expect((await page("show=kept")).rows.map(({ recordRef }) => recordRef)).toContain(ref(81));
    await bringList(server, priya.token, [adult(81, monthFromNow(2))]);
    expect(rowOf(81)).toMatchObject({ state: "kept", starts: monthFromNow(60), month: monthFromNow(2) });
  });

  test("is not appraised before its time", async () => {
    await bringList(cast.server, cast.priya.token, [adult(82, monthFromNow(1))]);
    expect(sentenceIn(await on(82, cast.priya, "appraise", { found: "Early." }))).toMatch(/not due yet/);
  });
});

describe("the page", () => {
  test("has an end, in order and each record once, by places", async () => {
    const seen: string[] = [];
    let after = "";
    let last = "";
    for (let pages = 0; pages < 100; pages += 1) {
      const answer = await page(`show=coming&after=${encodeURIComponent(after)}`);
      for (const { id, starts } of answer.rows) {
        expect(starts >= last).toBe(true);
        last = starts;
        seen.push(id);
      }
      if (answer.next === null) break;
      after = answer.next;
    }
    const { coming } = (await page()).counts;
    expect(seen.length).toBe(new Set(seen).size);
    expect(seen.length).toBe(coming);
    expect(coming).toBeGreaterThan(2_000);
  });

  test("counts each part as it lists it", async () => {
    const { counts } = await page();
    for (const show of ["due", "held", "kept", "waits", "done"] as const) {
      expect({ show, n: (await page(`show=${show}&size=1000`)).rows.length }).toEqual({
        show,
        n: counts[show],
      });
    }
  });

  test.each(["show=nothing", "class=Adult%20'", "month=2026-01-02", "after=x", "system=%20"])(
    "refuses %s",
    async (query) => {
      const answer = await ask(cast.server, `GET /api/chaperone/retention?${query}`, {
        token: cast.priya.token,
      });
      expect(answer.status).toBe(400);
    },
  );

  test("tells the log when a CSV is taken", async () => {
    await page("show=all&csv=1", cast.ruth);
    expect(eventsOf(cast.server, "log.export")[0]).toMatchObject({
      user: cast.ruth.id,
      detail: expect.stringContaining('"what":"retention"'),
    });
  });
});

test("a line that is to be checked counts once the lead has confirmed it, and two do not confirm it at once", async () => {
  const { server, priya, ingrid } = cast;
  const confirm = (who: SignedIn, data: object) => act(server, who.token, "retention_lines.confirm", data);
  const dental = { line: "england-dental", years: 15, source: "Code of 2021, appendix II, read on paper." };
  expect((await confirm(ingrid, dental)).status).toBe(403);
  expect(sentenceIn(await confirm(priya, { ...dental, line: "england-adult" }))).toMatch(/not to be checked/);
  const first = await confirm(priya, dental);
  expect(first.status).toBe(200);
  expect(sentenceIn(await confirm(priya, { ...dental, years: 11 }))).toMatch(/meanwhile/);
  expect((await confirm(priya, { ...dental, years: 11, after: first.body.id })).status).toBe(200);
  expect((await page()).confirmed).toMatchObject([{ line: "england-dental", years: 11 }]);
});

test("what Chaperone holds itself is told, and what of it would go by a day; nothing goes", async () => {
  const { server, priya, tom } = cast;
  const own = async (on: string) => {
    const answer = await ask(server, `GET /api/chaperone/retention-own?on=${on}`, { token: priya.token });
    return ownAnswer.parse(answer.body);
  };
  const now = await own(clinicDay());
  const later = await own("2099-01-01");
  const part = (answer: typeof now, what: string) => answer.parts.find((one) => one.what.startsWith(what));
  expect(part(now, "Sign-ins")?.goes).toBe(0);
  expect(part(later, "Sign-ins")?.goes).toBe(part(now, "Sign-ins")?.held);
  expect(part(later, "Sign-ins")?.held).toBeGreaterThan(0);
  expect(part(later, "Records listed")).toMatchObject({ goes: 0 });
  expect((await own("2099-01-01")).parts).toEqual(later.parts);
  expect(part(now, "Drafts of the clinic’s policy")).toMatchObject({ held: 0, goes: 0 });
  // What lies in browsers: the last word of each outbox, and of sentences that somebody writes nothing.
  const sentences = part(now, "Sentences, reports and notices");
  expect(sentences).toMatchObject({ held: null, goes: null });
  expect(sentences?.rule).toContain("in the browser of whoever writes, gone 30 days after");
  // Every copy of a list that can name a record is one given out; one of the programme of audits can't.
  const named = ["holds", "disclosures", "releases", "release-asks", "consents", "requests", "shares"];
  for (const list of [...named.map((of) => `list?of=${of}`), "audits?"])
    expect((await ask(server, `GET /api/chaperone/${list}&format=csv`, { token: priya.token })).status).toBe(
      200,
    );
  expect((await own("2099-01-01")).exports).toBe(now.exports + named.length);
  const outboxes = () => own(clinicDay()).then((answer) => part(answer, "Events in outboxes"));
  expect(await outboxes()).toMatchObject({ held: null, how: expect.stringContaining("no browser has told") });
  const paired = rowsIn(server, "SELECT id FROM browsers").length;
  expect(paired).toBeGreaterThan(0);
  const browser = (id: string, more: string) =>
    behindTheBack(
      server,
      `INSERT INTO browsers (id, name, holder, device, tokenKey, password, email, ${more.split("=")[0]})
       VALUES (?, ?, 'desk', 'clinic', ?, 'x', ?, ${more.split("=")[1]})`,
      ...[id, id, id, `${id}@example.invalid`],
    );
  browser("browserheard001", "lastSeen, waiting = '2026-11-28 09:00:00.000Z', 7");
  browser("browserheard002", "lastSeen, waiting = '2026-11-29 09:00:00.000Z', 4");
  browser("browsersilent01", "waiting = 0");
  browser("browserended001", "revoked, lastSeen, waiting = TRUE, '2026-11-01 09:00:00.000Z', 50");
  expect(await outboxes()).toMatchObject({
    held: 11,
    goes: null,
    rule: expect.stringContaining("30 days after a pairing has ended"),
    how: `as 2 browsers told, the longest ago on 2026-11-28; of ${paired + 1} browsers that never told and 1 browser whose pairing has ended it can’t be known`,
  });
  const staff = await ask(server, "GET /api/chaperone/retention-own", { token: tom.token });
  expect(staff.status).toBe(403);
  const noDay = await ask(server, "GET /api/chaperone/retention-own?on=2026-02-30", { token: priya.token });
  expect(noDay.status).toBe(400);
});

test("where the clinic does without it, its routes and acts are closed, and what it holds stays listed", async () => {
  const { server, priya } = cast;
  await changeClinic(server, priya, { registersOff: ["retention"] });
  try {
    for (const path of ["retention", "retention-own", "retention-record?id=none"]) {
      const answer = await ask(server, `GET /api/chaperone/${path}`, { token: priya.token });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect((await on(82, priya, "hold", heldBy(priya.id))).status).toBe(403);
    const held = await ask(server, "GET /api/chaperone/held-about-patients", { token: priya.token });
    expect(JSON.stringify(held.body.held)).toContain("retention_rows.recordRef");
  } finally {
    await changeClinic(server, priya, { registersOff: [] });
  }
});
