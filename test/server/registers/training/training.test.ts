import { afterAll, beforeAll, expect, test } from "vitest";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf, newBreach, onCase } from "../incidents/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const course = "coursedataprote";
const add = (who: SignedIn, data: object) =>
  act(cast.server, who.token, "completions.add", { course, evidence: "stated", ...data });
const correct = (who: SignedIn, data: object) =>
  act(cast.server, who.token, "completions.correct", { reason: "Read wrongly.", ...data });
const codeOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);

/** What the version of a new breach of 20 November 2026 says of a person's training. */
async function trained(user: string): Promise<[string, string | null]> {
  const { server, priya } = cast;
  const id = await newBreach(cast);
  await onCase(server, priya, "setTimes", id, { occurredFrom: "2026-11-20T17:40:00.000Z" });
  await onCase(server, priya, "describe", id, { senders: [user] });
  await onCase(server, priya, "version", id);
  const [row] = rowsIn(server, "SELECT snapshot FROM breach_reports WHERE breach = ?", id);
  const [staff] = JSON.parse(String(row?.snapshot)).staff;
  return [staff.trainedWithinTwoYears, staff.lastCompletedOn];
}

test("two years by the day it happened: yes, a day earlier no, and without a completion no record", async () => {
  const { ingrid, tom } = cast;
  expect(await trained(tom.id)).toEqual(["no-record", null]);
  const first = await add(ingrid, { user: tom.id, completedOn: "2024-11-20", what: "Annual refresher" });
  expect(first.status).toBe(200);
  expect(await trained(tom.id)).toEqual(["yes", "2024-11-20"]);

  const mended = await correct(ingrid, { completion: first.body.id, completedOn: "2024-11-19" });
  expect(mended.status).toBe(200);
  expect(await trained(tom.id)).toEqual(["no", "2024-11-19"]);
  expect(codeOf(await correct(ingrid, { completion: first.body.id, completedOn: "2024-11-18" }))).toEqual([
    "data.completion known",
  ]);

  const back = await correct(ingrid, { completion: mended.body.id, completedOn: "" });
  expect(await trained(tom.id)).toEqual(["no-record", null]);
  expect(codeOf(await correct(ingrid, { completion: back.body.id, completedOn: "" }))).toEqual([
    "data.completedOn known",
  ]);
  // Training in record keeping is none in data protection.
  expect(
    (await add(ingrid, { user: tom.id, course: "courserecordkee", completedOn: "2026-01-05" })).status,
  ).toBe(200);
  expect(await trained(tom.id)).toEqual(["no-record", null]);
  expect((await add(ingrid, { user: tom.id, completedOn: "2024-11-20" })).status).toBe(200);
  expect(await trained(tom.id)).toEqual(["yes", "2024-11-20"]);

  const [event] = eventsOf(cast.server, "completions.act");
  expect(event).toMatchObject({ user: ingrid.id, detail: expect.stringContaining('"action":"add"') });
  expect(() => behindTheBack(cast.server, "UPDATE completions SET completedOn = '2026-01-01'")).toThrow(
    /append-only/,
  );
});

test.each([
  ["a day that is none", { completedOn: "2025-02-29" }, "data.completedOn invalid_format"],
  ["a day to come", { completedOn: "2099-01-01" }, "data.completedOn in-future"],
  ["a patient's number", { completedOn: "2025-01-01", what: "943 476 5919" }, "data.what names-a-patient"],
  ["two lines", { completedOn: "2025-01-01", what: "a\nb" }, "data.what invalid_format"],
  ["nobody of the clinic", { completedOn: "2025-01-01", user: "a".repeat(15) }, "data.user unknown"],
  ["no course", { completedOn: "2025-01-01", course: "a".repeat(15) }, "data.course unknown"],
  ["a lesson by hand", { completedOn: "2025-01-01", evidence: "lesson" }, "data.evidence invalid_value"],
  [
    "a certificate without a file",
    { completedOn: "2025-01-01", evidence: "certificate" },
    "data.evidence missing",
  ],
  [
    "an assessor without a name",
    { completedOn: "2025-01-01", evidence: "assessor" },
    "data.assessor missing",
  ],
  ["a version that is none", { completedOn: "2025-01-01", number: 7 }, "data.number unknown"],
])("%s is refused", async (_, data, code) => {
  expect(codeOf(await add(cast.priya, { user: cast.noor.id, ...data }))).toEqual([code]);
});

test("a completion before the course existed is refused, and one on its first day is not", async () => {
  const { server, priya, noor } = cast;
  const made = await act(server, priya.token, "courses.add", {
    name: "Fire safety",
    about: "",
    ofBreaches: false,
    since: "2026-03-01",
  });
  expect(made.status).toBe(200);
  const fire = { user: noor.id, course: made.body.id };
  expect(codeOf(await add(priya, { ...fire, completedOn: "2026-02-28" }))).toEqual([
    "data.completedOn before-course",
  ]);
  expect((await add(priya, { ...fire, completedOn: "2026-03-01" })).status).toBe(200);
  const twice = { name: "fire SAFETY", about: "", ofBreaches: false, since: "" };
  expect(codeOf(await act(server, priya.token, "courses.add", twice))).toEqual(["data.name known"]);
});

test("a correction says why, and of a completion that there is", async () => {
  const completion = "a".repeat(15);
  expect(codeOf(await correct(cast.priya, { completion, completedOn: "2025-01-01" }))).toEqual([
    "data.completion unknown",
  ]);
  const bare = await correct(cast.priya, { completion, completedOn: "2025-01-01", reason: "" });
  expect(codeOf(bare)).toEqual(["data.reason too_small"]);
});

test("staff enter nothing, and see their own alone", async () => {
  const { server, tom, noor, priya } = cast;
  expect((await add(tom, { user: tom.id, completedOn: "2026-01-05" })).status).toBe(403);
  await add(priya, { user: noor.id, completedOn: "2026-01-05" });
  const { body } = await ask(server, "GET /api/collections/completions/records", { token: tom.token });
  expect(new Set(body.items.map(({ user }: { user: string }) => user))).toEqual(new Set([tom.id]));
  const matrix = await ask(server, "GET /api/chaperone/training", { token: tom.token });
  expect(matrix.body.people.map(({ id }: { id: string }) => id)).toEqual([tom.id]);
  expect(matrix.body).toMatchObject({ all: { of: 0 }, target: null });
  // A file that is made of it is an export, also of one's own.
  await ask(server, "GET /api/chaperone/training?format=paper", { token: tom.token });
  const [event] = eventsOf(server, "completions.act");
  expect(event).toMatchObject({ user: tom.id });
  expect(JSON.parse(String(event?.detail))).toMatchObject({ action: "export", id: "paper" });
});
