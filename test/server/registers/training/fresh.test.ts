import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bodyOfRows } from "#domain/registers/imports/import";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, newPerson } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";

/** How everybody stands is kept between requests: here each change is seen by the next request of others, in any engine. */
let cast: Cast;
let course = "";
beforeAll(async () => {
  cast = await castOf();
  const named = { name: "Lifting and handling", about: "", ofBreaches: false, since: "" };
  course = await done("courses.add", named);
  const asked = { course, whom: "staff", months: 12, graceDays: 0, from: "2024-01-01", reason: "" };
  await done("requirements.add", asked);
  await done("staff_periods.add", { user: cast.tom.id, kind: "works", from: "2024-01-01", until: "" });
});
afterAll(() => cast?.server.stop());

/** What each tab shows of Tom: two leads' pages, the first screen's duties, and his own line. */
async function seen(who = cast.tom.id, of = course, on = "") {
  const get = async (path: string, { token }: { readonly token: string }) =>
    (await ask(cast.server, `GET /api/chaperone/${path}`, { token })).body;
  // More at a time than one engine answers.
  const pages = await Promise.all([
    ...[cast.priya, cast.ingrid, cast.noor, cast.priya, cast.ingrid].map((one) =>
      get(`training?on=${on}`, one),
    ),
    ...(who === cast.tom.id ? [get(`training?on=${on}`, cast.tom)] : []),
  ]);
  const states = pages.map(({ courses, people }) => {
    const at = courses.findIndex(({ id }: { id: string }) => id === of);
    return people.find(({ id }: { id: string }) => id === who)?.cells[at]?.state ?? "none";
  });
  const late = pages[0].courses.find(({ id }: { id: string }) => id === of)?.late;
  const { rows } = await get("desk?part=others", cast.priya);
  const owed = rows.some(({ key }: { key: string }) => key === `training:${of}`);
  return { state: [...new Set(states)].join(" and "), late, owed };
}
const late = { state: "late", late: 1, owed: true };
const fine = { state: "valid", late: 0, owed: false };

async function done(action: string, data: object, at?: { id: string; version: number }): Promise<string> {
  const { status, body } = await act(cast.server, cast.priya.token, action, data, at);
  expect({ action, status, body }).toMatchObject({ status: 200 });
  return body.id;
}
const rowOf = (table: string, id: string) => ({
  id,
  version: Number(rowsIn(cast.server, `SELECT version FROM ${table} WHERE id = ?`, id)[0]?.version),
});
const ago = (days: number) => clinicDay(-days);
const complete = (completedOn: string, of = course) =>
  done("completions.add", { user: cast.tom.id, course: of, completedOn, evidence: "stated" });
const correct = (completion: string, completedOn: string) =>
  done("completions.correct", { completion, completedOn, reason: "It was another day." });

beforeEach(async () => {
  expect(await seen()).toEqual(late);
});

test("a completion, its correction, and that it is taken back", async () => {
  const first = await complete(ago(10));
  expect(await seen()).toEqual(fine);
  const second = await correct(first, ago(500));
  expect(await seen()).toEqual(late);
  const third = await correct(second, ago(20));
  expect(await seen()).toEqual(fine);
  await correct(third, "");
});

test("a leave, and that it was none", async () => {
  const leave = { user: cast.tom.id, kind: "leave", from: ago(5), until: "" };
  const id = await done("staff_periods.add", leave);
  expect(await seen()).toEqual({ state: "leave", late: 0, owed: false });
  const taken = { from: leave.from, until: "", cancelled: true };
  await done("staff_periods.change", taken, rowOf("staff_periods", id));
});

test("another role, of today and not of the past", async () => {
  const owen = { email: "owen@harbour.example", name: "Owen Pryce", role: "manager" };
  const { id } = await newPerson(cast.server, cast.priya.token, owen);
  await done("staff_periods.add", { user: id, kind: "works", from: "2024-01-01", until: "" });
  expect((await seen(id)).state).toBe("not-needed");
  await done("users.change", { role: "staff" }, rowOf("users", id));
  expect(await seen(id)).toEqual({ ...late, late: 2 });
  expect(await seen(id, course, ago(2))).toEqual({ ...late, state: "not-needed" });
  await done("users.change", { role: "manager" }, rowOf("users", id));
});

test("who is a practitioner, today and on the days before that was changed", async () => {
  const of = await done("courses.add", { name: "Injections", about: "", ofBreaches: false, since: "" });
  const asked = { whom: "practitioners", months: 12, graceDays: 0, from: "2024-01-01", reason: "" };
  await done("requirements.add", { course: of, ...asked });
  expect((await seen(cast.tom.id, of)).state).toBe("not-needed");
  await done("users.change", { practitioner: true }, rowOf("users", cast.tom.id));
  expect((await seen(cast.tom.id, of)).state).toBe("late");
  expect((await seen(cast.tom.id, of, ago(2))).state).toBe("not-needed");
  await done("users.change", { practitioner: false }, rowOf("users", cast.tom.id));
  await done("courses.retire", { until: ago(1) }, rowOf("courses", of));
});

test("what is moved by one person's change is what is reckoned from the beginning", async () => {
  const page = async () =>
    (await ask(cast.server, "GET /api/chaperone/training", { token: cast.ingrid.token })).body;
  const fromBeginning = async () => {
    // Whatever changes of a course makes all of them be reckoned anew.
    const about = `At ${Date.now()}`;
    await done(
      "courses.change",
      { name: "Lifting and handling", about, ofBreaches: false },
      rowOf("courses", course),
    );
    return await page();
  };
  const away = { user: cast.noor.id, kind: "leave", from: ago(3), until: "" };
  let first = "";
  const steps = [
    async () => {
      first = await complete(ago(9));
    },
    () => complete(ago(340), "courseconfident"),
    () => done("staff_periods.add", away),
    () =>
      done("completions.add", {
        user: cast.noor.id,
        course: "coursedataprote",
        completedOn: ago(700),
        evidence: "stated",
      }),
  ];
  for (const step of steps) {
    await page();
    await step();
    const moved = await page();
    expect(moved).toEqual(await fromBeginning());
  }
  const [leave] = rowsIn(
    cast.server,
    "SELECT id FROM staff_periods WHERE user = ? AND kind = 'leave'",
    cast.noor.id,
  );
  const none = { from: ago(3), until: "", cancelled: true };
  await done("staff_periods.change", none, rowOf("staff_periods", String(leave?.id)));
  await correct(first, "");
  expect(await page()).toEqual(await fromBeginning());
});

test("a course, who is asked, a newer version, and its end", async () => {
  const of = await done("courses.add", { name: "Fire safety", about: "", ofBreaches: false, since: "" });
  expect(await seen(cast.tom.id, of)).toMatchObject({ state: "not-needed", late: 0 });
  const asked = { course: of, whom: "staff", months: 12, graceDays: 0, from: "2024-01-01", reason: "" };
  const requirement = await done("requirements.add", asked);
  expect(await seen(cast.tom.id, of)).toEqual(late);
  await complete(ago(10), of);
  expect(await seen(cast.tom.id, of)).toEqual(fine);
  await done(
    "requirements.end",
    { until: ago(1), reason: "Another course." },
    rowOf("requirements", requirement),
  );
  expect(await seen(cast.tom.id, of)).toMatchObject({ state: "not-needed" });
  expect(await seen(cast.tom.id, of, ago(1))).toMatchObject({ state: "valid" });
  await done("courses.retire", { until: ago(1) }, rowOf("courses", of));
  expect(await seen(cast.tom.id, of)).toMatchObject({ state: "none" });
});

test("an import, and that it was undone", async () => {
  const rows = bodyOfRows([[cast.tom.id, course, ago(30), "E-learning"]]);
  const body = { register: "completions", dates: "iso", dryRun: false, ...rows };
  const { token } = cast.priya;
  const brought = await ask(cast.server, "POST /api/chaperone/import", { token, body });
  expect(brought.body).toMatchObject({ fresh: 1 });
  expect(await seen()).toEqual(fine);
  await done("imports.undo", { reason: "The wrong file." }, rowOf("imports", brought.body.id));
});

test("somebody who comes, is called otherwise, and goes", async () => {
  const id = await done("users.add", { name: "Ngozi Okafor", practitioner: false });
  expect((await seen(id)).state).toBe("grace");
  const named = async () =>
    (await ask(cast.server, "GET /api/chaperone/training", { token: cast.ingrid.token })).body.people.find(
      (one: { id: string }) => one.id === id,
    )?.name;
  await done("users.change", { name: "Ngozi Eze" }, rowOf("users", id));
  expect(await named()).toBe("Ngozi Eze");
  await done("staff_periods.add", { user: id, kind: "works", from: "2024-01-01", until: ago(1) });
  expect(await named()).toBeUndefined();
});

test("an act that is refused leaves nothing, and other days have answers of their own", async () => {
  const data = { user: cast.tom.id, course, completedOn: ago(-5), evidence: "stated" };
  expect((await act(cast.server, cast.priya.token, "completions.add", data)).status).toBe(400);
  expect(await seen()).toEqual(late);
  const first = await complete(ago(10));
  for (const [back, state] of [
    [0, "valid"],
    [11, "late"],
    [10, "valid"],
    [15, "late"],
  ] as const)
    expect((await seen(cast.tom.id, course, ago(back))).state).toBe(state);
  await correct(first, "");
});

test("another day at the clinic: its clock is moved over the date line", async () => {
  const clinic = () => rowOf("clinic", "clinic000000000");
  const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago"] as const;
  const dayIn = (timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
  const zone = async (timeZone: string) => done("clinic.change", { timeZone }, clinic());
  await zone(zones[0]);
  const first = await complete(dayIn(zones[0]));
  expect((await seen()).state).toBe("valid");
  await zone(zones[1]);
  expect(dayIn(zones[1]) < dayIn(zones[0])).toBe(true);
  expect((await seen()).state).toBe("late");
  await correct(first, "");
  await zone("Europe/London");
});
