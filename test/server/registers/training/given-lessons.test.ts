import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import {
  type Cast,
  castOf,
  mailAttempt,
  newBreach,
  newIncident,
  onCase,
  report,
  sendEvents,
} from "../incidents/cast.ts";

let cast: Cast;
let entry = "";
beforeAll(async () => {
  cast = await castOf();
  await sendEvents(cast.server, cast.room.token, mailAttempt(1).events);
  entry = String(rowsIn(cast.server, "SELECT id FROM events WHERE kind = 'mail.outcome'")[0]?.id);
});
afterAll(() => cast?.server.stop());

const course = "courseconfident";
const day = (ahead: number) => clinicDay(ahead);
const reason = "A letter went to the wrong surgery. Please read how addresses are checked.";
const give = (who: SignedIn, data: object = {}) =>
  act(cast.server, who.token, "given_lessons.add", {
    user: cast.tom.id,
    course,
    reason,
    due: day(7),
    ...data,
  });
const lists = async (who: SignedIn, query = "") =>
  (await ask(cast.server, `GET /api/chaperone/list?of=given-lessons${query}`, { token: who.token })).body;
const takeBack = (who: SignedIn, id: string, version = 1) =>
  act(
    cast.server,
    who.token,
    "given_lessons.takeBack",
    { reason: "It was meant for another." },
    { id, version },
  );
const faults = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
async function made(answer: Promise<{ status: number; body: { id: string } }>): Promise<string> {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.id;
}
/** Says when it was given and taken, as if that had been days ago. */
const backdate = (id: string, ago: number): void =>
  behindTheBack(
    cast.server,
    'UPDATE given_lessons SET givenOn = ?, "at" = ? WHERE id = ?',
    day(-ago),
    `${day(-ago)} 08:00:00.000Z`,
    id,
  );
const completed = (completedOn: string, user = cast.tom.id) =>
  act(cast.server, cast.priya.token, "completions.add", { user, course, completedOn, evidence: "stated" });

test.each([
  ["nobody", { user: "a".repeat(15) }, "data.user unknown"],
  ["no course", { course: "a".repeat(15) }, "data.course unknown"],
  ["yesterday", { due: day(-1) }, "data.due in-past"],
  ["half a year ahead", { due: day(180) }, "data.due too-late"],
  ["no day", { due: "2026-02-30" }, "data.due invalid_format"],
  ["no incident", { incident: "b".repeat(15) }, "data.incident unknown"],
  ["an entry that is no mail", { entry: "c".repeat(15) }, "data.entry unknown"],
  ["both", { incident: "b".repeat(15), entry: "c".repeat(15) }, "data.entry too-many"],
  ["a patient's number", { reason: "Of 943 476 5919." }, "data.reason names-a-patient"],
])("%s is refused, and nothing is given", async (_, data, fault) => {
  expect(faults(await give(cast.ingrid, data))).toEqual([fault]);
  expect(rowsIn(cast.server, "SELECT id FROM given_lessons")).toEqual([]);
});

describe("after a mail that was sent anyway", () => {
  let id = "";
  test("it is for whoever sent it, once, and stands in their work and on the desk", async () => {
    const { server, ingrid, tom, noor, ruth } = cast;
    expect(faults(await give(ingrid, { entry, user: noor.id }))).toEqual(["data.user another"]);
    id = await made(give(ingrid, { entry }));
    expect(faults(await give(noor, { entry }))).toEqual(["data.course known"]);
    const desk = async (who: SignedIn) =>
      (await ask(server, "GET /api/chaperone/desk?part=others", { token: who.token })).body.rows.filter(
        ({ key }: { key: string }) => key === `given-lessons:${id}`,
      );
    expect(await desk(ingrid)).toMatchObject([{ mine: false, holders: ["tom"] }]);
    const today = await ask(server, "GET /api/chaperone/my-work", { token: tom.token });
    expect(JSON.stringify(today.body)).toContain("Take the lesson “Confidentiality” that you were given");
    // One's own, without what showed it; all of it to managers and the auditor.
    expect((await lists(tom)).rows).toMatchObject([
      { id, finding: "none", entry: "", reason, byName: "ingrid", state: "open" },
    ]);
    expect((await lists(tom)).figures).toEqual({});
    for (const who of [ingrid, noor, ruth]) {
      const { rows, figures } = await lists(who);
      expect(rows).toMatchObject([{ id, finding: "mail", entry, state: "open" }]);
      expect(figures).toEqual({ again: 0, not: 0, young: 0, open: 1 });
    }
    expect((await give(tom)).status).toBe(403);
    expect((await give(ruth)).status).toBe(403);
    expect((await takeBack(tom, id)).status).toBe(403);
  });

  test("taken like any lesson, though the same course was done that very day before", async () => {
    const { server, tom } = cast;
    behindTheBack(server, `UPDATE given_lessons SET "at" = ? WHERE id = ?`, "2099-01-01 00:00:00.000Z", id);
    await made(completed(day(0)));
    expect((await lists(tom)).rows).toMatchObject([{ state: "open" }]);
    behindTheBack(
      server,
      `UPDATE given_lessons SET "at" = ? WHERE id = ?`,
      new Date().toISOString().replace("T", " "),
      id,
    );
    const taken = { course, number: 1, answers: [1, 1, 1, 0, 0] };
    await made(act(server, tom.token, "completions.take", taken));
    expect((await lists(tom)).rows).toMatchObject([{ state: "taken", takenOn: day(0) }]);
    expect(faults(await act(server, tom.token, "completions.take", taken))).toEqual([
      "data.completedOn known",
    ]);
    expect((await lists(cast.ingrid)).figures).toEqual({ again: 0, not: 0, young: 1, open: 0 });
  });

  test("the same finding after it was taken is told of all together", async () => {
    const { server, ingrid, room } = cast;
    backdate(id, 200);
    expect((await lists(ingrid)).rows).toMatchObject([{ takenOn: day(0) }]);
    await made(completed(day(-150)));
    expect((await lists(ingrid)).rows).toMatchObject([{ takenOn: day(-150) }]);
    // The mail of the first finding arrived today: more than 90 days after it was taken.
    expect((await lists(ingrid)).figures).toEqual({ again: 0, not: 1, young: 0, open: 0 });
    const at = `${day(-100)}T10:00:00.000Z`;
    const sent = await sendEvents(server, room.token, mailAttempt(11, { at }).events);
    expect(sent.status).toBe(200);
    expect((await lists(ingrid)).figures).toEqual({ again: 1, not: 0, young: 0, open: 0 });
    const page = (await ask(server, "GET /api/chaperone/year", { token: ingrid.token })).body;
    expect(page.registers["given-lessons"].parts).toEqual({ again: 1, not: 0, unknown: 0 });
  });

  test("taken back by a reason, by another than whoever was given it, and once", async () => {
    const { ingrid, priya } = cast;
    const own = await made(give(priya, { user: ingrid.id }));
    expect((await takeBack(ingrid, own)).status).toBe(403);
    expect((await takeBack(priya, own, 7)).status).toBe(409);
    expect((await takeBack(priya, own)).status).toBe(200);
    expect(faults(await takeBack(priya, own, 2))).toEqual(["id over"]);
    expect((await lists(priya, "&state=taken-back")).rows).toMatchObject([{ id: own, finding: "none" }]);
  });
});

describe("after an incident", () => {
  test("the next of the same kind of the same person counts, another kind and another person do not", async () => {
    const { server, noor, tom, ingrid } = cast;
    const sum = async () => (await lists(ingrid)).figures;
    const before = await sum();
    const first = await newBreach(cast);
    await onCase(server, noor, "describe", first, { senders: [ingrid.id] });
    const id = await made(give(noor, { incident: first, user: ingrid.id }));
    expect((await lists(noor, `&incident=${first}`)).rows).toMatchObject([
      { id, finding: "incident", incident: first, incidentName: expect.stringMatching(/\d/) },
    ]);
    backdate(id, 50);
    await made(completed(day(-40), ingrid.id));
    expect(await sum()).toEqual({ ...before, young: before.young + 1 });
    const others = await newIncident(cast, { kind: "lost-or-stolen" });
    await onCase(server, noor, "describe", others, { senders: [ingrid.id] });
    const another = await newIncident(cast);
    await onCase(server, noor, "describe", another, { senders: [tom.id] });
    expect(await sum()).toEqual({ ...before, young: before.young + 1 });
    const same = await newIncident(cast);
    await onCase(server, noor, "describe", same, { senders: [ingrid.id] });
    expect(await sum()).toEqual({ ...before, again: before.again + 1 });
  });

  test("from a confidential case: hidden from whoever may not read it, and counted for nobody", async () => {
    const { server, priya, ingrid, noor, tom, ruth } = cast;
    const { body } = await report(server, tom.token, {
      confidential: true,
      about: ingrid.id,
      aboutWhom: "manager",
    });
    const incident = body.id;
    const before = (await lists(priya)).figures;
    expect(faults(await give(noor, { incident }))).toEqual(["data.incident unknown"]);
    expect(faults(await give(ingrid, { incident }))).toEqual(["data.incident unknown"]);
    const id = await made(give(priya, { incident, user: noor.id }));
    const seen = async (who: SignedIn) =>
      (await lists(who)).rows.filter((row: { id: string }) => row.id === id);
    expect(await seen(priya)).toMatchObject([{ finding: "incident", incident }]);
    // Noor was given it, and is told no more than of a lesson without a finding.
    expect(await seen(noor)).toMatchObject([{ finding: "none", incident: "", incidentName: "", reason }]);
    for (const who of [ingrid, tom, ruth]) expect(await seen(who)).toEqual([]);
    expect((await lists(noor, `&incident=${incident}`)).rows).toEqual([]);
    expect((await lists(priya)).figures).toEqual(before);
    expect((await takeBack(ingrid, id)).status).toBe(404);
    const desk = async (who: SignedIn) =>
      JSON.stringify((await ask(server, "GET /api/chaperone/desk?part=others", { token: who.token })).body);
    expect(await desk(priya)).toContain(id);
    expect(await desk(ingrid)).not.toContain(id);
    const event = eventsOf(server, "given_lessons.act").find(({ detail }) => String(detail).includes(id));
    expect(event).toMatchObject({ user: "", trace: incident });
    const pack = async (confidential: boolean) =>
      JSON.stringify(
        (
          await ask(server, "POST /api/chaperone/evidence-pack", {
            token: priya.token,
            body: { from: day(-30), to: day(0), confidential },
          })
        ).body,
      );
    expect([(await pack(false)).split(reason).length < (await pack(true)).split(reason).length]).toEqual([
      true,
    ]);
    expect((await takeBack(priya, id)).status).toBe(200);
    expect(eventsOf(server, "given_lessons.act").filter(({ trace }) => trace === incident)).toHaveLength(2);
  });
});
