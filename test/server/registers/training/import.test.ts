import { afterAll, beforeAll, expect, test } from "vitest";
import { bodyOfRows } from "#domain/registers/imports/import";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const send = (who: SignedIn, rows: readonly (readonly string[])[], more: object = {}) =>
  ask(cast.server, "POST /api/chaperone/import", {
    token: who.token,
    body: { register: "completions", dates: "day-first", dryRun: false, ...bodyOfRows(rows), ...more },
  });
const row = (user: string, day: string, what = "GDPR basics"): string[] => [
  user,
  "coursedataprote",
  day,
  what,
];
const count = (where = "TRUE") =>
  Number(rowsIn(cast.server, `SELECT count(*) AS n FROM completions WHERE ${where}`)[0]?.n);
const undo = (id: string) =>
  act(cast.server, cast.priya.token, "imports.undo", { reason: "The wrong file." }, { id, version: 1 });

test("a dry run writes nothing, a row that is wrong keeps all of them out, and each is named", async () => {
  const { priya, tom, noor } = cast;
  const rows = [row(tom.id, "2026-04-03"), row(noor.id, "2026-02-30"), row("a".repeat(15), "2026-04-03")];
  for (const dryRun of [true, false]) {
    const { body } = await send(priya, rows, { dryRun });
    expect(body).toMatchObject({ id: "", fresh: 1, faulty: 2 });
    expect(body.faults).toEqual([
      { row: 1, says: "There is no such day." },
      { row: 2, says: "This person is not of the clinic." },
    ]);
  }
  expect((await send(priya, [row(tom.id, "2026-04-03")], { dryRun: true })).body).toMatchObject({
    fresh: 1,
    faulty: 0,
  });
  expect(count()).toBe(0);
  expect(rowsIn(cast.server, "SELECT id FROM imports")).toEqual([]);
});

test("2,500 rows are an act and three events with a hash over a thousand each; a second time all are known", async () => {
  const { server, priya, tom, noor } = cast;
  const days = Array.from({ length: 1_250 }, (_, i) =>
    new Date(Date.UTC(2020, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
  );
  const rows = days.flatMap((day) => [row(tom.id, day), row(noor.id, day)]);
  const before = eventsOf(server, "row.seal").length;
  const { body } = await send(priya, rows);
  expect(body).toMatchObject({ fresh: 2_500, known: 0, faulty: 0 });
  expect(count("imported <> ''")).toBe(2_500);
  const seals = eventsOf(server, "row.seal").slice(before);
  expect(seals.map(({ detail }) => JSON.parse(String(detail)).why)).toEqual(["import", "import", "import"]);
  expect(eventsOf(server, "completions.create")).toEqual([]);
  const [made] = eventsOf(server, "imports.act");
  expect(made).toMatchObject({ user: priya.id, detail: expect.stringContaining('"action":"import"') });
  expect(rowsIn(server, "SELECT rows, dates, hash FROM imports")).toMatchObject([
    { rows: 2_500, dates: "day-first" },
  ]);

  expect((await send(priya, rows)).body).toMatchObject({ id: "", fresh: 0, known: 2_500 });
  expect((await undo(body.id)).status).toBe(200);
  const matrix = await ask(server, "GET /api/chaperone/training?on=2021-01-01", { token: priya.token });
  expect(JSON.stringify(matrix.body)).not.toContain('"completedOn":"2021');
  expect(
    (await act(server, priya.token, "imports.undo", { reason: "x" }, { id: body.id, version: 2 })).status,
  ).toBe(400);
  expect((await send(priya, rows.slice(0, 2))).body).toMatchObject({ fresh: 2, known: 0 });
});

test("an import that somebody has worked on stays", async () => {
  const { server, priya, tom } = cast;
  const { body } = await send(priya, [row(tom.id, "2026-05-04"), row(tom.id, "2026-05-05")]);
  const [one] = rowsIn(server, "SELECT id FROM completions WHERE imported = ? LIMIT 1", body.id);
  const mended = await act(server, priya.token, "completions.correct", {
    completion: String(one?.id),
    completedOn: "",
    reason: "Was not there.",
  });
  expect(mended.status).toBe(200);
  expect(Object.keys((await undo(body.id)).body.data)).toEqual(["id"]);
});

test.each([
  ["another register", { register: "users" }],
  ["rows that are none", { rows: "0,1;x" }],
  ["a place that is none", { rows: "0,1,2,9" }],
  ["too few cells", { rows: "0,1" }],
  ["no row", { rows: "" }],
])("%s is refused", async (_, more) => {
  expect((await send(cast.priya, [row(cast.tom.id, "2026-06-06")], more)).status).toBe(400);
});

test("more rows than go in at once are refused, and staff import nothing", async () => {
  const many = Array.from({ length: 10_001 }, () => row(cast.tom.id, "2026-06-06"));
  expect(Object.keys((await send(cast.priya, many)).body.data)).toEqual(["rows"]);
  expect((await send(cast.tom, many.slice(0, 1))).status).toBe(403);
  const named = await send(cast.priya, [row(cast.tom.id, "2026-06-06", "943 476 5919")]);
  expect(named.body.faulty).toBe(1);
});
