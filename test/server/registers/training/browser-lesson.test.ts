import { afterAll, beforeAll, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { type Answer, act, ask, newBrowser } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";

/** Joss and Aoife have no sign-in, and work at the front desk; Tom has one, and a browser of his own. */
let cast: Cast;
let joss = "";
let aoife = "";
const course = "courseconfident";
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
beforeAll(async () => {
  cast = await castOf();
  joss = await added("Joss Merriden");
  aoife = await added("Aoife Ní Bhriain");
  // Set up today, with a month of grace: that month is over here.
  behindTheBack(cast.server, `UPDATE requirements SET "from" = ?`, day(-200));
  for (const user of [joss, aoife, cast.tom.id]) {
    const here = { user, kind: "works", from: day(-200), until: "" };
    expect((await act(cast.server, cast.priya.token, "staff_periods.add", here)).status).toBe(200);
  }
});
afterAll(() => cast?.server.stop());

async function added(name: string): Promise<string> {
  const { body } = await act(cast.server, cast.priya.token, "users.add", { name, practitioner: false });
  return body.id;
}
const right = [1, 1, 1, 0, 0];
const due = (token: string, user: string) =>
  ask(cast.server, `GET /api/chaperone/browser-lessons?user=${user}`, { token });
const text = (token: string, user: string, of = course) =>
  ask(cast.server, `GET /api/chaperone/browser-lesson?user=${user}&course=${of}`, { token });
const take = (token: string, user: string, more: object = {}) =>
  ask(cast.server, "POST /api/chaperone/browser-lesson", {
    token,
    body: { user, course, number: 1, answers: right, ...more },
  });
const faults = ({ body }: Answer) =>
  Object.entries((body.data ?? {}) as Record<string, { code: string }>).map(
    ([field, { code }]) => `${field} ${code}`,
  );
const kept = () => rowsIn(cast.server, "SELECT user, evidence, browser FROM completions ORDER BY at, id");

test("a desk is told what is due to whoever sits there, without reasons and without right answers", async () => {
  const { desk, priya, server } = cast;
  const given = { user: joss, course, reason: "A plan lay in sight.", due: day(5) };
  expect((await act(server, priya.token, "given_lessons.add", given)).status).toBe(200);
  const { status, body } = await due(desk.token, joss);
  expect(status).toBe(200);
  expect(body.lessons.map(({ name, late }: { name: string; late: boolean }) => [name, late])).toEqual([
    ["Confidentiality", true],
    ["Record keeping", true],
  ]);
  expect(JSON.stringify(body)).not.toContain("A plan lay");
  const lesson = await text(desk.token, joss);
  expect(lesson.body).toMatchObject({ course, number: 1, picture: false, lesson: { pass: 4 } });
  expect(JSON.stringify(lesson.body)).not.toContain("right");
});

test.each([
  ["nobody", () => "a".repeat(15), "user unknown"],
  ["somebody with a sign-in", () => cast.tom.id, "user signs-in"],
  ["an auditor", () => cast.ruth.id, "user unknown"],
])("at a shared desk %s is refused", async (_, user, fault) => {
  const { desk } = cast;
  for (const answer of [
    await due(desk.token, user()),
    await text(desk.token, user()),
    await take(desk.token, user()),
  ])
    expect([answer.status, faults(answer)]).toEqual([400, [fault]]);
  expect(kept()).toEqual([]);
});

test("a browser of one person speaks for nobody else, and a person's sign-in for none", async () => {
  const { room, tom, priya } = cast;
  expect(faults(await take(room.token, joss))).toEqual(["user not-yours"]);
  expect((await due(room.token, tom.id)).status).toBe(200);
  for (const { token } of [tom, priya]) {
    expect((await due(token, joss)).status).toBe(401);
    expect((await take(token, joss)).status).toBe(401);
  }
  expect((await due("", joss)).status).toBe(401);
});

test("what is not due is neither shown nor taken", async () => {
  const { desk } = cast;
  for (const of of ["coursedataprote", "coursemonitorno", "b".repeat(15)]) {
    expect(faults(await text(desk.token, joss, of))).toEqual(["course not-due"]);
    expect(faults(await take(desk.token, joss, { course: of }))).toEqual(["course not-due"]);
  }
});

test("answers are judged on the server, and kept in the person's name with the browser", async () => {
  const { desk, server, tom, room } = cast;
  const wrong = await take(desk.token, joss, { answers: [0, 0, 1, 0, 0] });
  expect(faults(wrong)).toEqual(["data.answers not-passed"]);
  expect(faults(await take(desk.token, joss, { number: 7 }))).toEqual(["data.course unknown"]);
  expect(kept()).toEqual([]);
  expect((await take(desk.token, joss)).status).toBe(200);
  expect(kept()).toEqual([{ user: joss, evidence: "lesson", browser: "Front desk" }]);
  // The lesson that was given is taken by it too.
  const list = await ask(server, `GET /api/chaperone/list?of=given-lessons&user=${joss}`, {
    token: cast.ingrid.token,
  });
  expect(list.body.rows).toMatchObject([{ state: "taken", takenOn: day(0) }]);
  expect(faults(await take(desk.token, joss))).toEqual(["course not-due"]);
  const [event] = eventsOf(server, "completions.act");
  expect(event).toMatchObject({ user: joss, browser: desk.id, attribution: "chosen" });
  expect((await take(room.token, tom.id)).status).toBe(200);
  expect(eventsOf(server, "completions.act")[0]).toMatchObject({ user: tom.id, attribution: "browser" });
});

test("whoever tries answers one after the other has to wait, at this desk and in this name alone", async () => {
  const { desk, server, priya } = cast;
  const guess = { answers: [0, 0, 0, 1, 1] };
  for (let i = 0; i < policy.lessonTriesInBrowser.amount; i += 1)
    expect(faults(await take(desk.token, aoife, guess))).toEqual(["data.answers not-passed"]);
  expect((await take(desk.token, aoife)).status).toBe(429);
  const office = await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Office" });
  expect((await take(office.token, aoife)).status).toBe(200);
});

test("a desk that was revoked, and a clinic that does without training, take none", async () => {
  const { desk, server, priya } = cast;
  const [clinic] = rowsIn(server, "SELECT id, version FROM clinic");
  const at = { id: String(clinic?.id), version: Number(clinic?.version) };
  expect((await act(server, priya.token, "clinic.change", { registersOff: ["training"] }, at)).status).toBe(
    200,
  );
  expect((await due(desk.token, joss)).status).toBe(403);
  expect((await take(desk.token, joss)).status).toBe(403);
  const version = Number(rowsIn(server, "SELECT version FROM browsers WHERE id = ?", desk.id)[0]?.version);
  expect((await act(server, priya.token, "browsers.revoke", {}, { id: desk.id, version })).status).toBe(200);
  expect((await due(desk.token, joss)).status).toBe(401);
});
