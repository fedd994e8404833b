import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { clinicDay } from "../../../support/clinic-time.ts";
import { type Answer, act, ask, newBrowser } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";

/** Joss and Aoife have no sign-in, and work at the front desk; Tom has one, and a browser of his own. */
let cast: Cast;
let joss = "";
let aoife = "";
const course = "courseconfident";
const day = (ahead: number) => clinicDay(ahead);
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
const kept = () =>
  rowsIn(
    cast.server,
    "SELECT user, evidence, browser FROM completions WHERE course = ? ORDER BY at, id",
    course,
  );

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

const doc = (token: string, user: string, of: string) =>
  ask(cast.server, `GET /api/chaperone/browser-document?user=${user}&course=${of}`, { token });
const say = (token: string, user: string, of: string, says: string, number = 1) =>
  ask(cast.server, "POST /api/chaperone/browser-document", {
    token,
    body: { user, course: of, number, says },
  });

describe("a document and the notice", () => {
  let policyId = "";
  const notice = "coursemonitorno";
  const ofDocuments = () =>
    rowsIn(
      cast.server,
      "SELECT user, evidence, number, browser FROM completions WHERE course IN (?, ?) ORDER BY at, id",
      policyId,
      notice,
    );
  beforeAll(async () => {
    const { server, priya } = cast;
    const named = { name: "CCTV policy", about: "", ofBreaches: false, since: "", kind: "policy" };
    const added = await act(server, priya.token, "courses.add", named);
    policyId = added.body.id;
    const asked = { course: policyId, whom: "everyone", months: 0, graceDays: 0, from: day(-60), reason: "" };
    expect((await act(server, priya.token, "requirements.add", asked)).status).toBe(200);
  });
  const version = async (oldUntil: string) => {
    const row = rowsIn(cast.server, "SELECT version FROM courses WHERE id = ?", policyId)[0];
    const parts = [{ title: "Kept", text: "No longer than 60 days." }];
    const data = {
      ...{ from: day(-1), oldUntil, content: "lesson", rights: [], note: "" },
      lesson: { parts, questions: [], pass: 0 },
    };
    const seen = { id: policyId, version: Number(row?.version) };
    expect((await act(cast.server, cast.priya.token, "courses.version", data, seen)).status).toBe(200);
  };

  test("nothing is due of a document without a version, or of a notice that nobody recorded", async () => {
    const { body } = await due(cast.desk.token, joss);
    expect(body.lessons.map(({ kind }: { kind: string }) => kind)).not.toContain("policy");
    for (const of of [policyId, notice])
      expect(faults(await say(cast.desk.token, joss, of, "read"))).toEqual(["course not-due"]);
  });

  test("is read in a paired browser, in its newest version, by whoever may sit there", async () => {
    const { desk, room, tom, server } = cast;
    await version("");
    const { body } = await due(desk.token, joss);
    expect(body.lessons).toContainEqual({
      ...{ course: policyId, name: "CCTV policy", kind: "policy", late: true },
      due: expect.any(String),
    });
    const shown = await doc(desk.token, joss, policyId);
    expect(shown.body).toMatchObject({ kind: "policy", number: 1, link: "", file: "" });
    expect(shown.body.parts).toEqual([{ title: "Kept", text: "No longer than 60 days." }]);
    // A lesson is no document, and a document no lesson.
    expect(faults(await doc(desk.token, joss, "courserecordkee"))).toEqual(["course not-due"]);
    expect(faults(await text(desk.token, joss, policyId))).toEqual(["course not-due"]);
    for (const [user, fault] of [
      [tom.id, "user signs-in"],
      [cast.ruth.id, "user unknown"],
    ] as const)
      expect(faults(await say(desk.token, user, policyId, "read"))).toEqual([fault]);
    expect(faults(await say(room.token, joss, policyId, "read"))).toEqual(["user not-yours"]);
    expect((await say(tom.token, joss, policyId, "read")).status).toBe(401);
    expect(faults(await say(desk.token, joss, policyId, "maybe"))).toEqual(["says invalid_value"]);
    expect(faults(await say(desk.token, joss, policyId, "read", 2))).toEqual(["data.number unknown"]);
    expect(ofDocuments()).toEqual([]);
    expect((await say(desk.token, joss, policyId, "read")).status).toBe(200);
    expect(ofDocuments()).toEqual([
      { user: joss, evidence: "acknowledged", number: 1, browser: "Front desk" },
    ]);
    expect(eventsOf(server, "completions.act").at(0)).toMatchObject({ user: joss, attribution: "chosen" });
    expect(faults(await say(desk.token, joss, policyId, "read"))).toEqual(["course not-due"]);
  });

  test("who does not tick is given it on that day; a newer version asks both anew", async () => {
    const { desk, room, tom } = cast;
    expect((await say(desk.token, aoife, policyId, "declined")).status).toBe(200);
    expect((await say(room.token, tom.id, policyId, "declined")).status).toBe(200);
    expect(ofDocuments().slice(1)).toEqual([
      { user: aoife, evidence: "given-on", number: 1, browser: "Front desk" },
      { user: tom.id, evidence: "given-on", number: 1, browser: expect.stringMatching(/./) },
    ]);
    await version(day(-1));
    expect(faults(await say(desk.token, aoife, policyId, "declined"))).toEqual(["data.number older"]);
    expect((await say(desk.token, aoife, policyId, "read", 2)).status).toBe(200);
  });

  test("the notice is shown as it is in force; not ticked it is given, and starts no recording", async () => {
    const { desk, server, priya } = cast;
    const recorded = {
      ...{ text: "What is recorded.", scope: "Cliniko", assessmentDecision: "Go ahead" },
      ...{ assessedBy: "The lead", assessedOn: "2026-01-01", viewsSought: true, views: "Asked." },
    };
    expect((await act(server, priya.token, "notices.record", recorded)).status).toBe(200);
    const shown = await doc(desk.token, joss, notice);
    expect(shown.body).toMatchObject({
      ...{ kind: "notice", number: 1, parts: [{ title: "", text: "What is recorded." }] },
    });
    // That it was read is the outbox's to say, with the day on which it was.
    expect(faults(await say(desk.token, joss, notice, "read"))).toEqual(["data.course no-policy"]);
    expect((await say(desk.token, joss, notice, "declined")).status).toBe(200);
    expect(faults(await doc(desk.token, joss, notice))).toEqual(["course not-due"]);
    expect(rowsIn(server, "SELECT id FROM notice_shown WHERE user = ?", joss)).toEqual([]);
    expect(ofDocuments().at(-1)).toMatchObject({ user: joss, evidence: "given-on", number: 1 });
  });

  test("a file comes as it was brought, to whoever it is due to", async () => {
    const { desk, server, priya } = cast;
    const row = rowsIn(server, "SELECT version FROM courses WHERE id = ?", policyId)[0];
    const form = new FormData();
    const data = { from: day(0), oldUntil: day(-1), content: "file", note: "" };
    form.set("data", JSON.stringify(data));
    form.set("course", policyId);
    form.set("version", String(row?.version));
    const bytes = Buffer.from("%PDF-1.4\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF");
    form.set("file", new Blob([bytes]), "cctv-policy.pdf");
    const brought = await fetch(`${server.url}/api/chaperone/training-file`, {
      ...{ method: "POST", headers: { authorization: priya.token }, body: form },
    });
    expect(brought.status).toBe(200);
    const shown = await doc(desk.token, joss, policyId);
    expect(shown.body).toMatchObject({
      number: 3,
      parts: [],
      file: expect.stringMatching(/^training-.+\.pdf$/),
    });
    const file = (of: string) =>
      fetch(`${server.url}/api/chaperone/browser-document-file?user=${joss}&course=${of}`, {
        headers: { authorization: desk.token },
      });
    expect(Buffer.from(await (await file(policyId)).arrayBuffer())).toEqual(bytes);
    expect((await file("courserecordkee")).status).toBe(400);
  });
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
