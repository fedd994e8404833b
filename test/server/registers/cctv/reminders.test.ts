import { afterAll, beforeAll, expect, test } from "vitest";
import { act, ask } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { inDays, newHold } from "../holds/rows.ts";
import { type Cast, castOf, changeClinic } from "../incidents/cast.ts";
import { exportOf, newCamera, newFootageHold, newLook, newSystem } from "./rows.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const remind = async () => expect((await cast.server.command(["chaperone", "remind"])).status).toBe(0);
const enter = async (action: string, data: object): Promise<void> => {
  const { status, body } = await act(cast.server, cast.priya.token, action, data);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
};
const engineer = (system: string, day: string, nextOn: string) =>
  enter("engineer_checks.add", {
    system,
    day,
    company: "North Quay Cameras",
    camerasFine: true,
    clockFine: true,
    daysFine: true,
    nextOn,
  });
const need = (system: string, day: string, nextOn: string) =>
  enter("cctv_reviews.add", {
    system,
    day,
    needed: true,
    why: "Two thefts in a year.",
    alternatives: "A better lock was fitted too.",
    nextOn,
  });
/** What was said to whom of a row, by kind. */
const saidOf = (subject: string) =>
  rowsIn(
    cast.server,
    `SELECT kind, "to" AS person, due FROM reminders WHERE subject = ? AND saidAt <> '' ORDER BY kind`,
    subject,
  );
const kindsOf = (subject: string) => saidOf(subject).map(({ kind }) => kind);

test("an engineer and a review of need that fall on one day are two reminders to whoever is responsible", async () => {
  const { server, priya, ingrid } = cast;
  const system = await newSystem(server, priya, { responsible: ingrid.id });
  await newCamera(server, priya, system);
  await engineer(system, inDays(-30), inDays(7));
  await need(system, inDays(-30), inDays(7));
  await remind();
  await remind();
  const said = saidOf(system).filter(({ kind }) => !String(kind).includes("look"));
  expect(said.map(({ kind, person }) => [kind, person])).toEqual([
    ["day-cctv-engineer-duty", ingrid.id],
    ["day-cctv-need-duty", ingrid.id],
  ]);
  expect(new Set(said.map(({ due }) => due)).size).toBe(1);
});

test.each([
  ["eight days before", 8, []],
  ["a week before", 7, ["day-cctv-engineer-duty"]],
  ["on its day", 0, []],
  ["once it has passed", -1, ["day-cctv-engineer-over-duty"]],
  ["long after, for the morning’s mail speaks of it", -5, []],
])("an engineer’s check is said %s as it should be", async (_, days, kinds) => {
  const { server, priya } = cast;
  const system = await newSystem(server, priya);
  await newCamera(server, priya, system);
  await engineer(system, inDays(-40), inDays(days));
  await remind();
  expect(kindsOf(system).filter((kind) => String(kind).includes("engineer"))).toEqual(kinds);
});

test("a look at the recorder is said the day before, and once its day has passed", async () => {
  const { server, priya } = cast;
  const lookedAgo = async (days: number): Promise<string> => {
    const system = await newSystem(server, priya);
    const camera = await newCamera(server, priya, system);
    await newLook(server, priya, camera, { day: inDays(-days), oldest: inDays(-days - 40) });
    return system;
  };
  const systems = [await lookedAgo(5), await lookedAgo(6), await lookedAgo(7), await lookedAgo(8)];
  await remind();
  expect(systems.map(kindsOf)).toEqual([[], ["day-cctv-look-duty"], [], ["day-cctv-look-over-duty"]]);
});

test("an export is said the day before the recorder overwrites it, to whoever is responsible", async () => {
  const { server, priya, ingrid } = cast;
  const system = await newSystem(server, priya, { responsible: ingrid.id });
  const camera = await newCamera(server, priya, system);
  const days = { fromDay: inDays(-59), toDay: inDays(-59) };
  const item = exportOf(server, await newFootageHold(server, priya, camera, days));
  await remind();
  expect(saidOf(item)).toMatchObject([{ kind: "day-cctv-export-duty", person: ingrid.id }]);
});

test("a hold is said to whoever authorised it, a week before it is looked at again", async () => {
  const { server, priya, ingrid } = cast;
  const soon = await newHold(server, priya, { authoriser: ingrid.id, reviewOn: inDays(7) });
  const later = await newHold(server, priya, { authoriser: ingrid.id, reviewOn: inDays(8) });
  await remind();
  expect(saidOf(soon)).toMatchObject([{ kind: "day-hold-duty", person: ingrid.id }]);
  expect(saidOf(later)).toEqual([]);
});

test("where the clinic does without CCTV, nobody is reminded of it", async () => {
  const { server, priya } = cast;
  const system = await newSystem(server, priya);
  await newCamera(server, priya, system);
  await engineer(system, inDays(-40), inDays(7));
  await changeClinic(server, priya, { registersOff: ["cctv"] });
  try {
    await remind();
    expect(kindsOf(system)).toEqual([]);
    expect((await ask(server, "GET /api/chaperone/cctv", { token: priya.token })).status).toBe(403);
  } finally {
    await changeClinic(server, priya, { registersOff: [] });
  }
});
