import { afterAll, beforeAll, expect, test } from "vitest";
import { stepStates } from "#domain/figures/steps";
import { mailEnds, type Trends, trendsAnswer, verdicts } from "#domain/figures/trends";
import { type YearFigures, yearAnswer } from "#domain/figures/year";
import { causes, reportKinds } from "#domain/registers/incidents/kinds";
import { incidentsOf, logOf, mailOf } from "#lib/trends/links.ts";
import { ingest, type SignedIn, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { ask } from "../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../people/database.ts";
import { mailAttempt } from "../registers/incidents/cast.ts";
import { rowsAt } from "./rows.ts";

let server: TestServer;
let lead: SignedIn;
beforeAll(async () => {
  server = await startServer({ example: true });
  lead = await signInAs(server, "dpo");
});
afterAll(() => server?.stop());

const get = async (path: string) => {
  const { status, body } = await ask(server, `GET /api/chaperone/${path}`, { token: lead.token });
  expect([status, body.message]).toEqual([200, undefined]);
  return body;
};
const trends = async (weeks: number): Promise<Trends> =>
  trendsAnswer.parse(await get(`trends?weeks=${weeks}`));
const year = async (query = ""): Promise<YearFigures> => yearAnswer.parse(await get(`year${query}`));
const rows = (address: string) => rowsAt(server, lead.token, address);

test("each number of a week is the number of rows that its link opens", async () => {
  const { weeks } = await trends(8);
  expect(weeks).toHaveLength(8);
  let checked = 0;
  const same = async (count: number | undefined, address: string) => {
    checked += Number((count ?? 0) > 0);
    expect([address, await rows(address)]).toEqual([address, count ?? 0]);
  };
  for (const { monday, sunday, registers, mail, views, coverage } of weeks) {
    const { incidents } = registers;
    const days = { from: monday, to: sunday };
    if (incidents) {
      for (const verdict of verdicts) await same(incidents[verdict], incidentsOf(days, { verdict }));
    }
    if (mail) for (const end of mailEnds) await same(mail[end], mailOf(days, end));
    if (views !== null) await same(views, logOf(days, "record.view"));
    if (coverage) await same(coverage.seen, logOf(days, "browser.coverage"));
  }
  expect(checked).toBeGreaterThan(15);
});

test("weeks before the clinic recorded have no figures; half a year ends with the same weeks", async () => {
  const [short, long] = [await trends(8), await trends(26)];
  expect(long.weeks.slice(-8)).toEqual(short.weeks);
  expect(long.weeks[0]).toMatchObject({ mail: null, views: null, coverage: null });
  expect(long.weeks[0]?.registers).toMatchObject({ incidents: null, training: null });
  const { since } = long;
  for (const { sunday, registers, mail, views, coverage } of long.weeks) {
    const known = (from: string | null) => from !== null && from <= sunday;
    expect([registers.incidents, mail, views, coverage].map((one) => one !== null)).toEqual(
      [since.registers.incidents ?? null, since.mail, since.views, since.coverage].map(known),
    );
  }
});

test("a week's coverage counts the browsers that were paired then, and not a day that is to come", async () => {
  const last = (await trends(8)).weeks.at(-2)?.coverage;
  const paired = rowsIn(server, "SELECT count(*) AS n FROM browsers")[0]?.n;
  expect(last?.seen).toBeGreaterThan(0);
  expect(last?.of).toBeGreaterThanOrEqual(last?.seen ?? 0);
  expect(last?.of).toBeLessThanOrEqual(Number(paired) * 7);
  expect((last?.silent ?? 9) + (last?.of ? 1 : 0)).toBeLessThanOrEqual(7);
});

test("an attempt counts once, by its last outcome, and moves when that changes; the CSV honours the filter", async () => {
  const { stdout } = await server.command(["chaperone", "pair", "--user", lead.email]);
  const week = async () => (await trends(8)).weeks.at(-1);
  const before = (await week())?.mail ?? {};
  const { events } = mailAttempt(1, { outcome: "undecided", strength: "weak" });
  await ingest(server, stdout.trim(), events.slice(0, 1));
  expect((await week())?.mail?.open).toBe((before.open ?? 0) + 1);
  await ingest(server, stdout.trim(), events.slice(1));
  const now = await week();
  expect(now?.mail).toEqual({ ...before, undecided: (before.undecided ?? 0) + 1 });
  const days = { from: now?.monday ?? "", to: now?.sunday ?? "" };
  expect(await rows(mailOf(days, "undecided"))).toBe(now?.mail?.undecided);

  const csv = await ask(server, "GET /api/chaperone/mail?outcome=sent-anyway&format=csv", {
    token: lead.token,
  });
  const lines = String(csv.body).trim().split("\r\n");
  expect(lines[2]).toBe("Filter,outcome = sent-anyway");
  expect(lines.slice(4).length).toBeGreaterThan(0);
  expect(lines.slice(4).every((line) => line.includes(",sent-anyway,"))).toBe(true);
  const detail = JSON.parse(String(eventsOf(server, "log.export")[0]?.detail));
  expect(detail).toMatchObject({ filter: { outcome: "sent-anyway" }, rows: lines.length - 4 });
});

test("what belongs together is told by the browser's counter, in whatever order it arrives", async () => {
  const token = (await server.command(["chaperone", "pair", "--desk", "Late desk"])).stdout.trim();
  const week = async () => (await trends(8)).weeks.at(-1);
  const before = (await week())?.mail ?? {};
  // Held twice under one trace: taken out, then closed; the last to happen arrives first.
  const [one, again] = [mailAttempt(1, { outcome: "removed" }), mailAttempt(3, { outcome: "closed" })];
  const events = [...one.events, ...again.events].map((event) => ({ ...event, trace: one.trace }));
  await ingest(server, token, events.slice(2).reverse());
  await ingest(server, token, events.slice(0, 2).reverse());
  const now = await week();
  expect(now?.mail).toEqual({
    ...before,
    removed: (before.removed ?? 0) + 1,
    closed: (before.closed ?? 0) + 1,
  });
  const days = { from: now?.monday ?? "", to: now?.sunday ?? "" };
  for (const end of ["removed", "closed"] as const)
    expect(await rows(mailOf(days, end))).toBe(now?.mail?.[end]);
});

test("each number of the year is the number of rows that its link opens", async () => {
  // What was never filled in, and what ended without an answer, counts too.
  const [first] = rowsIn(server, "SELECT id FROM breaches WHERE triageVerdict = '' ORDER BY id");
  behindTheBack(
    server,
    "UPDATE breaches SET kind = '', occurredFrom = '', state = 'closed' WHERE id = ?",
    String(first?.id),
  );
  const figures = await year();
  const days = { from: figures.from, to: figures.to };
  expect(figures.total).toBeGreaterThan(4);
  expect(await rows(incidentsOf(days))).toBe(figures.total);
  for (const verdict of verdicts) {
    expect(await rows(incidentsOf(days, { verdict }))).toBe(figures.verdicts[verdict]);
  }
  for (const kind of reportKinds) expect(await rows(incidentsOf(days, { kind }))).toBe(figures.kinds[kind]);
  for (const cause of causes) expect(await rows(incidentsOf(days, { cause }))).toBe(figures.causes[cause]);
  for (const figure of figures.steps) {
    for (const state of stepStates) {
      const step = `${figure.step}.${state}` as const;
      expect([step, await rows(incidentsOf(days, { step }))]).toEqual([step, figure[state]]);
    }
    expect(figure.longest === null).toBe(figure.known === 0);
    expect(figure.longest?.ms ?? 0).toBeGreaterThanOrEqual(figure.median ?? 0);
  }
  expect(figures.steps.find(({ step }) => step === "detect")?.unknown).toBeGreaterThan(0);
  expect(figures.steps.find(({ step }) => step === "decide")?.unknown).toBeGreaterThan(0);
});

test("a chosen year holds its own; one without incidents is empty, and says nothing of times", async () => {
  const { years } = await year();
  expect(years.length).toBeGreaterThan(0);
  for (const one of years) {
    const figures = await year(`?year=${one}`);
    expect(figures).toMatchObject({ from: `${one}-01-01`, to: `${one}-12-31` });
    expect(await rows(incidentsOf(figures))).toBe(figures.total);
  }
  const empty = await year("?year=2019");
  expect([empty.total, empty.before]).toEqual([0, null]);
  // The year before is compared only where the register goes back to its first day.
  const { since } = await trends(26);
  const first = years.at(-1) ?? 0;
  const { before } = await year(`?year=${first + 1}`);
  if ((since.registers.incidents ?? "") > `${first}-01-01`) expect(before).toBeNull();
  else expect(before).toBe((await year(`?year=${first}`)).total);
  expect(empty.steps.every(({ median, longest }) => median === null && longest === null)).toBe(true);
});

test("reading the weeks is an event once in 15 minutes, the year none; a strange question is refused", async () => {
  const readings = () =>
    eventsOf(server, "log.read").filter(({ detail }) => JSON.parse(String(detail)).what === "trends").length;
  const before = readings();
  await trends(8);
  await trends(26);
  await year();
  expect(readings()).toBe(before);
  expect(before).toBe(2);
  for (const path of [
    "trends?weeks=9",
    "trends?weeks=8000000",
    "trends?weeks=",
    "year?year=1",
    "year?year=x",
  ]) {
    const { status } = await ask(server, `GET /api/chaperone/${path}`, { token: lead.token });
    expect([path, status]).toEqual([path, 400]);
  }
  const strange = await ask(server, "GET /api/chaperone/mail?outcome=all", { token: lead.token });
  expect(strange.status).toBe(400);
});
