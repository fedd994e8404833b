import { afterAll, beforeAll, expect, test } from "vitest";
import { incidentPack } from "#domain/registers/incidents/pack";
import { packPlan } from "#domain/work/evidence-pack";
import { act, ask, newPerson, type SignedIn } from "../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../people/database.ts";
import { type Cast, castOf, newBreach, newIncident, onCase } from "../registers/incidents/cast.ts";

let cast: Cast;
let breach: string;
let confidential: string;
beforeAll(async () => {
  cast = await castOf();
  const { server, priya, tom } = cast;
  breach = await newBreach(cast);
  await onCase(server, priya, "version", breach);
  confidential = await newIncident(cast, { confidential: true, text: "In confidence." });
  await onCase(server, priya, "version", confidential);
  const trained = { user: tom.id, course: "coursedataprote", completedOn: "2024-11-20", evidence: "stated" };
  await act(server, priya.token, "completions.add", trained);
  await act(server, priya.token, "notices.record", {
    text: "What is recorded.",
    scope: "Cliniko",
    assessmentDecision: "Go ahead",
    assessedBy: "The lead",
    assessedOn: "2026-11-01",
    viewsSought: true,
    views: "Asked.",
  });
  await ask(server, "POST /api/chaperone/notice-shown", { token: tom.token, body: { notice: 1 } });
});
afterAll(() => cast?.server.stop());

const year = new Date().getUTCFullYear();
const period = { from: `${year}-01-01`, to: `${year}-12-31`, confidential: false };
const planFor = async (who: SignedIn, more: object = {}) => {
  const body = { ...period, ...more };
  const answer = await ask(cast.server, "POST /api/chaperone/evidence-pack", { token: who.token, body });
  if (answer.status !== 200) console.info(JSON.stringify(answer.body));
  expect(answer.status).toBe(200);
  const plan = packPlan.parse(answer.body);
  const text = (path: string) => plan.files.find((one) => one.path === path)?.text.split("\r\n") ?? [];
  return { ...plan, ...incidentPack.parse(plan.parts.incidents), text };
};

test("it names all of a period as of one moment, and is an event that the named head holds", async () => {
  const { server, priya } = cast;
  const plan = await planFor(priya);
  expect(plan.register.rows.map(({ number }) => number)).toEqual([1]);
  const [version] = rowsIn(server, "SELECT id, hash FROM breach_reports WHERE breach = ?", breach);
  expect(plan.versions).toMatchObject([{ incident: 1, number: 1, ...version, pdf: "" }]);
  expect(plan.text("training/training.csv")[1]).toMatch(
    /^tom,Data protection training,Data protection training,2024-11-20,counts,"?entered, without a proof"?,,,Priya Raman,/,
  );
  expect(plan.text("training/matrix.csv")[1]).toMatch(/^Person,Confidentiality,/);
  expect(plan.text("notices/notice-1.txt").join()).toContain(
    "Decided by The lead on Sunday 1 November 2026\nGo ahead\n\nVIEWS OF THE WORKERS\nAsked.",
  );
  expect(plan.text("notices/shown.csv")[1]).toMatch(/^1,tom,/);
  expect(plan.text("register/evidence-files.csv")[0]).toContain("Incident,Added (UTC)");
  expect(plan.folders.map(({ name }) => name)).toEqual([
    "register/",
    "incidents/",
    "reviews/",
    "training/",
    "holds/",
    "requests/",
    "disclosures/",
    "projects/",
    "releases/",
    "consent/",
    "exceptions/",
    "objections/",
    "cctv/",
    "suppliers/",
    "audits/",
    "policy/",
    "retention/",
    "notices/",
  ]);
  const [event] = eventsOf(server, "log.export");
  expect(event).toMatchObject({ seq: plan.ledger.seq, hash: plan.ledger.hash, user: priya.id });
  expect(JSON.parse(String(event?.detail))).toEqual({
    v: 1,
    what: "evidence-pack",
    filter: { from: `${year}-01-01T00:00:00.000Z`, to: `${year + 1}-01-01T00:00:00.000Z` },
    rows: 5,
  });
});

test("confidential reports stay out, and come for who keeps them where they are asked for", async () => {
  const { server, priya } = cast;
  expect(JSON.stringify(await planFor(priya))).not.toContain("In confidence");
  const own = await planFor(priya, { confidential: true });
  expect(own.register.rows).toHaveLength(2);
  expect(own.versions.filter(({ incident }) => incident < 0)).toHaveLength(1);

  const other = { email: "second@harbour.example", name: "second", role: "dpo" };
  const second = await newPerson(server, priya.token, other);
  const theirs = JSON.stringify(await planFor(second, { confidential: true }));
  expect(theirs).not.toContain("In confidence");
  const [hidden] = rowsIn(server, "SELECT id FROM breach_reports WHERE breach = ?", confidential);
  expect(theirs).not.toContain(String(hidden?.id));
});

test.each([
  ["closed before it", "2020-01-01", "2020-12-31", "2020-03-01", "2019-12-31", 0],
  ["open through it", "2020-01-01", "2020-12-31", "2019-03-01", "", 1],
  ["closed on its first day", "2020-01-01", "2020-12-31", "2019-03-01", "2020-01-01", 1],
  ["opened on its last day", "2020-01-01", "2020-12-31", "2020-12-31", "", 1],
  ["opened the day after", "2020-01-01", "2020-12-31", "2021-01-01", "", 0],
])("an incident %s", async (_, from, to, opened, closed, count) => {
  const { server, priya } = cast;
  const [openedAt, closedAt] = [opened, closed].map((day) => (day === "" ? "" : `${day} 12:00:00.000Z`));
  behindTheBack(
    server,
    "UPDATE breaches SET openedAt = ?, closedAt = ? WHERE id = ?",
    openedAt ?? "",
    closed === "2019-12-31" ? "2019-12-31 23:59:59.999Z" : (closedAt ?? ""),
    breach,
  );
  expect((await planFor(priya, { from, to })).register.rows).toHaveLength(count);
});

test.each([
  [{ from: "2026-02-30" }, "from"],
  [{ from: "2026-12-31", to: "2026-01-01" }, "to"],
  [{ confidential: "yes" }, "confidential"],
  [{ more: 1 }, "more"],
])("%j is refused", async (more, field) => {
  const body = { ...period, ...more };
  const answer = await ask(cast.server, "POST /api/chaperone/evidence-pack", {
    token: cast.priya.token,
    body,
  });
  expect([answer.status, Object.keys(answer.body.data)]).toEqual([400, [field]]);
});

test("nobody but a lead makes one", async () => {
  const { server, ingrid, tom, ruth } = cast;
  for (const { token } of [ingrid, tom, ruth]) {
    const answer = await ask(server, "POST /api/chaperone/evidence-pack", { token, body: period });
    expect(answer.status).toBe(403);
  }
});
