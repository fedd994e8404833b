import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";

let cast: Cast;
let policy = "";
beforeAll(async () => {
  cast = await castOf();
  const named = { name: "Data protection policy", about: "", ofBreaches: false, since: "", kind: "policy" };
  policy = await done(cast.priya, "courses.add", named);
  const asked = { course: policy, whom: "everyone", months: 0, graceDays: 0, from: day(-60), reason: "" };
  await done(cast.priya, "requirements.add", asked);
  const here = { user: cast.tom.id, kind: "works", from: day(-100), until: "" };
  await done(cast.priya, "staff_periods.add", here);
});
afterAll(() => cast?.server.stop());

const day = (ahead: number) => clinicDay(ahead);
const text = {
  parts: [{ title: "What we promise", text: "We keep what is told to us." }],
  questions: [],
  pass: 0,
};
const version = (from: string, oldUntil = "") =>
  act(
    cast.server,
    cast.priya.token,
    "courses.version",
    { from, oldUntil, content: "lesson", lesson: text, rights: [], note: "" },
    {
      id: policy,
      version: Number(rowsIn(cast.server, "SELECT version FROM courses WHERE id = ?", policy)[0]?.version),
    },
  );
async function done(who: SignedIn, action: string, data: object): Promise<string> {
  const { status, body } = await act(cast.server, who.token, action, data);
  expect({ action, status, body }).toMatchObject({ status: 200 });
  return body.id;
}
const acknowledge = (who: SignedIn, number: number, course = policy) =>
  act(cast.server, who.token, "completions.acknowledge", { course, number });
const giveOn = (who: SignedIn, data: object = {}) =>
  act(cast.server, who.token, "completions.giveOn", {
    user: cast.tom.id,
    course: policy,
    number: 1,
    completedOn: day(-1),
    how: "On paper, in the meeting. He prefers not to tick.",
    ...data,
  });
const faults = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
/** How somebody stands to a course, as a manager's page says. */
async function cellOf(user: string, course = policy, on = "") {
  const { body } = await ask(cast.server, `GET /api/chaperone/training?on=${on}`, {
    token: cast.ingrid.token,
  });
  const at = body.courses.findIndex(({ id }: { id: string }) => id === course);
  return body.people.find(({ id }: { id: string }) => id === user)?.cells[at];
}

describe("a document of the clinic", () => {
  test("is acknowledged in its newest version, once; an auditor acknowledges nothing", async () => {
    const { tom, ruth } = cast;
    expect(faults(await acknowledge(tom, 1))).toEqual(["data.number unknown"]);
    expect((await version(day(-10))).status).toBe(200);
    expect((await cellOf(tom.id)).state).toBe("late");
    const work = await ask(cast.server, "GET /api/chaperone/my-work", { token: tom.token });
    expect(JSON.stringify(work.body)).toContain("Read and acknowledge “Data protection policy”");
    expect((await acknowledge(ruth, 1)).status).toBe(403);
    expect((await acknowledge(tom, 1)).status).toBe(200);
    expect(faults(await acknowledge(tom, 1))).toEqual(["data.number known"]);
    expect(await cellOf(tom.id)).toMatchObject({ state: "valid", completedOn: day(0), until: "" });
    expect(rowsIn(cast.server, "SELECT number, evidence FROM completions WHERE course = ?", policy)).toEqual([
      { number: 1, evidence: "acknowledged" },
    ]);
    // A course is completed and a document acknowledged: neither in the other's way.
    expect(faults(await acknowledge(tom, 1, "courseconfident"))).toEqual(["data.course no-policy"]);
    const taken = await act(cast.server, tom.token, "completions.take", {
      course: policy,
      number: 1,
      answers: [],
    });
    expect(faults(taken)).toEqual(["data.course policy"]);
  });

  test("a new version asks anew, the same day too, and only that one can be acknowledged", async () => {
    const { tom } = cast;
    expect((await version(day(-2), day(-1))).status).toBe(200);
    expect(await cellOf(tom.id)).toMatchObject({ state: "late", until: day(-1) });
    expect(faults(await acknowledge(tom, 1))).toEqual(["data.number older"]);
    expect((await acknowledge(tom, 2)).status).toBe(200);
    expect(await cellOf(tom.id)).toMatchObject({ state: "valid" });
  });

  test("whoever is shown it and does not tick is given it that day; an auditor is asked nothing", async () => {
    const { server, priya, ruth } = cast;
    const decline = (who: SignedIn, number: number, course = policy) =>
      act(server, who.token, "completions.decline", { course, number });
    expect((await decline(ruth, 2)).status).toBe(403);
    expect(faults(await decline(priya, 1))).toEqual(["data.number older"]);
    expect(faults(await decline(priya, 2, "courseconfident"))).toEqual(["data.course no-policy"]);
    expect((await decline(priya, 2)).status).toBe(200);
    expect(faults(await acknowledge(priya, 2))).toEqual(["data.number known"]);
    expect(
      rowsIn(server, "SELECT evidence, number, browser, reason FROM completions WHERE user = ?", priya.id),
    ).toEqual([
      {
        ...{ evidence: "given-on", number: 2, browser: "" },
        reason: "Shown on the screen that day. They prefer not to tick.",
      },
    ]);
  });

  test.each([
    ["a day to come", { completedOn: day(1) }, "data.completedOn in-future"],
    ["a day before that version", { number: 2, completedOn: day(-5) }, "data.completedOn too-early"],
    ["no such version", { number: 9 }, "data.number unknown"],
    ["a course", { course: "courseconfident" }, "data.course no-policy"],
    ["nobody", { user: "a".repeat(15) }, "data.user unknown"],
    ["a patient's number", { how: "With 943 476 5919." }, "data.how names-a-patient"],
  ])("given on: %s is refused", async (_, data, fault) => {
    expect(faults(await giveOn(cast.ingrid, { user: cast.noor.id, ...data }))).toEqual([fault]);
  });

  test("given on by a manager, to another than themselves, with how; and mended without losing what it is", async () => {
    const { server, ingrid, noor, tom } = cast;
    expect((await giveOn(tom, { user: noor.id, number: 2 })).status).toBe(403);
    expect((await giveOn(ingrid, { user: ingrid.id, number: 2 })).status).toBe(403);
    const id = await done(ingrid, "completions.giveOn", {
      user: noor.id,
      course: policy,
      number: 2,
      completedOn: day(-1),
      how: "On paper, in the meeting.",
    });
    expect(faults(await acknowledge(noor, 2))).toEqual(["data.number known"]);
    expect((await cellOf(noor.id)).state).toBe("valid");
    await done(ingrid, "completions.correct", {
      completion: id,
      completedOn: day(-2),
      reason: "A day before.",
    });
    expect(rowsIn(server, "SELECT evidence, number FROM completions WHERE corrects = ?", id)).toEqual([
      { evidence: "given-on", number: 2 },
    ]);
  });
});

const notice = "coursemonitorno";
describe.each([
  ["a document", () => policy],
  ["the monitoring notice", () => notice],
])("%s is no course", (_, idOf) => {
  const refused = async (
    action: Parameters<typeof act>[2],
    data: object,
    row?: { id: string; version: number },
  ) => faults(await act(cast.server, cast.priya.token, action, data, row));

  test("it is asked once a version, whomever it is asked of", async () => {
    const asked = { course: idOf(), whom: "person", user: cast.tom.id, graceDays: 0, from: "", reason: "" };
    for (const months of [1, 12, 24])
      expect(await refused("requirements.add", { ...asked, months })).toEqual(["data.months once"]);
    const id = await done(cast.priya, "requirements.add", { ...asked, months: 0 });
    const end = { until: day(0), reason: "Asked of everybody." };
    const row = { id, version: 1 };
    expect((await act(cast.server, cast.priya.token, "requirements.end", end, row)).status).toBe(200);
  });

  test("it is given to nobody as a lesson", async () => {
    const lesson = { user: cast.tom.id, course: idOf(), reason: "Please read it.", due: day(7) };
    expect(await refused("given_lessons.add", lesson)).toEqual(["data.course document"]);
  });

  test("no report of a breach counts it as training", async () => {
    const [row] = rowsIn(cast.server, "SELECT id, version, name FROM courses WHERE id = ?", idOf());
    const seen = { id: idOf(), version: Number(row?.version) };
    const data = { name: row?.name, about: "", ofBreaches: true };
    expect(await refused("courses.change", data, seen)).toEqual(["data.ofBreaches document"]);
    const more = { name: "Another policy", about: "", ofBreaches: true, since: "", kind: "policy" };
    expect(await refused("courses.add", more)).toEqual(["data.ofBreaches document"]);
  });

  test("a completion of a course is not moved there", async () => {
    const taken = { user: cast.noor.id, course: "courseconfident", evidence: "stated" };
    const on = idOf() === notice ? day(-4) : day(-3);
    const completion = await done(cast.priya, "completions.add", { ...taken, completedOn: on });
    const moved = { completion, course: idOf(), completedOn: on, reason: "The wrong one." };
    expect(await refused("completions.correct", moved)).toEqual(["data.course document"]);
    expect(await refused("completions.correct", { ...moved, completedOn: "" })).toEqual([
      "data.course document",
    ]);
  });
});

describe("the monitoring notice", () => {
  const record = () =>
    done(cast.priya, "notices.record", {
      text: "What is recorded.",
      scope: "Cliniko",
      assessmentDecision: "Go ahead",
      assessedBy: "The lead",
      assessedOn: "2026-01-01",
      viewsSought: true,
      views: "Asked.",
    });
  const showTo = (who: SignedIn, number: number) =>
    ask(cast.server, "POST /api/chaperone/notice-shown", { token: who.token, body: { notice: number } });

  test("asks nothing until one is recorded; then whoever was not shown it stands out", async () => {
    const { server, tom, noor } = cast;
    expect(await cellOf(tom.id, notice)).toBeUndefined();
    await record();
    // Asked from the day on which training was set up, with a week's grace: here that week is over.
    behindTheBack(server, `UPDATE requirements SET "from" = ? WHERE course = ?`, day(-60), notice);
    expect((await showTo(tom, 1)).status).toBe(200);
    expect(await cellOf(tom.id, notice)).toMatchObject({ state: "valid", completedOn: day(0) });
    expect((await cellOf(noor.id, notice)).completedOn).toBe("");
    expect(await cellOf(tom.id, notice, day(-30))).toBeUndefined();
  });

  test("given on stands beside what was shown, and starts no recording", async () => {
    const { server, ingrid, noor } = cast;
    const given = { course: notice, user: noor.id, number: 1, completedOn: day(0) };
    expect(faults(await giveOn(ingrid, { ...given, completedOn: day(-3) }))).toEqual([
      "data.completedOn too-early",
    ]);
    expect((await giveOn(ingrid, given)).status).toBe(200);
    expect((await cellOf(noor.id, notice)).state).toBe("valid");
    expect(rowsIn(server, "SELECT id FROM notice_shown WHERE user = ?", noor.id)).toEqual([]);
  });

  test("a version more ends the one before, and its versions are recorded nowhere else", async () => {
    const { server, priya, tom } = cast;
    await record();
    behindTheBack(server, "UPDATE notices SET created = ? WHERE number = 2", `${day(-1)} 08:00:00.000Z`);
    behindTheBack(server, "UPDATE notices SET created = ? WHERE number = 1", `${day(-20)} 08:00:00.000Z`);
    behindTheBack(server, "UPDATE notice_shown SET at = ?", `${day(-19)} 08:00:00.000Z`);
    await showTo(priya, 2);
    expect(await cellOf(tom.id, notice)).toMatchObject({ state: "late", until: day(-1) });
    expect(await cellOf(tom.id, notice, day(-10))).toMatchObject({ state: "valid" });
    expect(await cellOf(priya.id, notice)).toMatchObject({ state: "valid" });
    const done = { user: tom.id, course: notice, completedOn: day(0), evidence: "stated" };
    expect(faults(await act(server, priya.token, "completions.add", done))).toEqual(["data.course notice"]);
    const row = rowsIn(server, "SELECT id, version FROM courses WHERE id = ?", notice)[0];
    const more = { from: day(0), oldUntil: "", content: "none", note: "" };
    const at = { id: notice, version: Number(row?.version) };
    expect(faults(await act(server, priya.token, "courses.version", more, at))).toEqual(["id notice"]);
  });
});
