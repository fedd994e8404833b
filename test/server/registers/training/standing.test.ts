import { afterAll, beforeAll, expect, test } from "vitest";
import { clinicDay } from "../../../support/clinic-time.ts";
import type { TestServer } from "../../../support/server/server.ts";
import { act, ask, newPerson, type SignedIn, startClinic } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";

let server: TestServer;
let priya: SignedIn;
const people: string[] = [];
let fire = "";
beforeAll(async () => {
  ({ server, priya } = await startClinic());
  fire = (await done("courses.add", { name: "Fire safety", about: "", ofBreaches: false, since: "" })).id;
  const asked = { course: fire, whom: "staff", months: 12, graceDays: 7, from: "2025-01-01", reason: "" };
  await done("requirements.add", asked);
  const names = [
    ...[
      "Ceri Llŷr",
      "Aoife Ní Bhriain",
      "Zofia Wiśniewska",
      "Imran Qureshi",
      "Yusuf al-Amin",
      "Ngozi Okafor",
    ],
    ...["Li Wei", "Owen Pryce", "Siân Rees", "Priti Shah", "Tomasz Nowak", "Fatima Noor"],
  ];
  for (const [i, name] of names.entries()) {
    const { id } = await done("users.add", { name, practitioner: false });
    people.push(id);
    const left = i === 10 ? "2026-02-01" : "";
    await done("staff_periods.add", { user: id, kind: "works", from: "2024-06-01", until: left });
    if (i < 10)
      await done("completions.add", {
        user: id,
        course: fire,
        completedOn: "2025-06-01",
        evidence: "stated",
      });
  }
  await done("staff_periods.add", { user: people[11], kind: "leave", from: "2026-01-10", until: "" });
});
afterAll(() => server?.stop());

async function done(action: string, data: object): Promise<{ id: string; version: number }> {
  const { status, body } = await act(server, priya.token, action, data);
  expect({ action, status, body }).toMatchObject({ status: 200 });
  return body;
}
const matrix = async (query: string) =>
  (await ask(server, `GET /api/chaperone/training?${query}`, { token: priya.token })).body;
const fireOn = async (on: string) =>
  (await matrix(`on=${on}`)).courses.find(({ id }: { id: string }) => id === fire);

test("twelve people on 31 January, eleven on 28 February, one of them on leave", async () => {
  expect(await fireOn("2026-02-28")).toMatchObject({ inDate: 10, of: 11, onLeave: 1, late: 0 });
  expect(await fireOn("2026-01-31")).toMatchObject({ inDate: 10, of: 12, late: 1 });
  // All ten count on 1 June a year later, and on the day after none.
  expect(await fireOn("2026-06-01")).toMatchObject({ inDate: 10, of: 11 });
  expect(await fireOn("2026-06-02")).toMatchObject({ inDate: 0, of: 11, late: 10 });
});

test("what runs out, who is late, and a page at a time", async () => {
  expect((await fireOn("2026-05-03")).runsOut).toEqual([10, 0, 0]);
  expect((await fireOn("2026-04-02")).runsOut).toEqual([0, 10, 0]);
  expect((await fireOn("2026-03-03")).runsOut).toEqual([0, 0, 10]);
  expect((await matrix("on=2026-04-02&state=ends-30")).shown).toBe(0);
  expect((await matrix("on=2026-04-02&state=ends-60")).shown).toBe(10);
  expect((await matrix(`on=2026-01-31&state=late&course=${fire}`)).people).toMatchObject([
    { name: "Tomasz Nowak" },
  ]);
  expect((await matrix("on=2026-02-28&state=leave")).people).toMatchObject([
    { name: "Fatima Noor", onLeave: true },
  ]);
  const all = await matrix("on=2026-02-28");
  expect(all.next).toBe(null);
  const rest = await matrix(`on=2026-02-28&after=${all.people[3].id}`);
  expect(rest.people.map(({ id }: { id: string }) => id)).toEqual(
    all.people.slice(4).map(({ id }: { id: string }) => id),
  );
});

test.each([
  ["on=2026-02-30", "on"],
  ["state=nothing", "state"],
])("%s is refused", async (query, field) => {
  expect(Object.keys((await matrix(query)).data)).toEqual([field]);
});

test("a requirement that ended is asked no more from the day after, and past days keep their answer", async () => {
  const [row] = rowsIn(server, "SELECT id, version FROM requirements WHERE course = ?", fire);
  const at = { id: String(row?.id), version: Number(row?.version) };
  const ended = await act(
    server,
    priya.token,
    "requirements.end",
    { until: "2026-06-30", reason: "Another course." },
    at,
  );
  expect(ended.status).toBe(200);
  expect((await fireOn("2026-06-30")).of).toBe(11);
  expect((await fireOn("2026-07-01")).of).toBe(0);
  const again = await act(
    server,
    priya.token,
    "requirements.end",
    { until: "2026-07-30", reason: "x" },
    { id: at.id, version: at.version + 1 },
  );
  expect(Object.keys(again.body.data)).toEqual(["id"]);
});

test("times of one kind don’t overlap", async () => {
  const more = { user: people[11], kind: "leave", from: "2026-03-01", until: "2026-03-02" };
  const { body } = await act(server, priya.token, "staff_periods.add", more);
  expect(Object.keys(body.data)).toEqual(["data.from"]);
});

test("of a past day a person has the role that they had then", async () => {
  const mo = await newPerson(server, priya.token, {
    email: "mo@harbour.example",
    name: "Mo",
    role: "manager",
  });
  await done("staff_periods.add", { user: mo.id, kind: "works", from: "2024-06-01", until: "" });
  const drill = (await done("courses.add", { name: "Drill", about: "", ofBreaches: false, since: "" })).id;
  const asked = { course: drill, whom: "manager", months: 12, graceDays: 7, from: "2025-01-01", reason: "" };
  await done("requirements.add", asked);
  const [row] = rowsIn(server, "SELECT version FROM users WHERE id = ?", mo.id);
  const at = { id: mo.id, version: Number(row?.version) };
  expect((await act(server, priya.token, "users.change", { role: "staff" }, at)).status).toBe(200);
  const late = async (query: string) =>
    (await matrix(query)).courses.find(({ id }: { id: string }) => id === drill).late;
  const yesterday = clinicDay(-2);
  expect([await late(`on=${yesterday}`), await late("")]).toEqual([1, 0]);
});

test("who is late is owed to the lead by course, and to nobody by name in its words", async () => {
  const first = (await done("courses.add", { name: "First aid", about: "", ofBreaches: false, since: "" }))
    .id;
  const asked = { course: first, whom: "staff", months: 12, graceDays: 7, from: "2025-01-01", reason: "" };
  await done("requirements.add", asked);
  const rows = async (): Promise<{ key: string; text: string; page: string; holders: string[] }[]> =>
    (await ask(server, "GET /api/chaperone/desk?part=others", { token: priya.token })).body.rows;
  const row = (await rows()).find(({ key }) => key === `training:${first}`);
  // Ten of the twelve, and Mo: one left, one is on leave.
  expect(row?.text).toBe("11 people are late with “First aid”");
  expect(row?.page).toBe(`/training?state=late&course=${first}`);
  const ends = rowsIn(server, "SELECT id, version FROM courses WHERE id = ?", first)[0];
  const retired = { until: clinicDay(-2) };
  const at = { id: first, version: Number(ends?.version) };
  expect((await act(server, priya.token, "courses.retire", retired, at)).status).toBe(200);
  expect((await rows()).some(({ key }) => key === `training:${first}`)).toBe(false);
});
