import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import { act } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import {
  ago,
  type Cast,
  castOf,
  changeClinic,
  newBreach,
  newIncident,
  onCase,
  report,
  soon,
} from "./cast.ts";

let cast: Cast;
let open = "";
let closed = "";
let action = "";
let review = "";

beforeAll(async () => {
  cast = await castOf();
  const { server, priya } = cast;
  open = await newBreach(cast);
  closed = await newIncident(cast);
  const done = await onCase(server, priya, "withdraw", closed, { reason: "It was ours." });
  expect(done.status).toBe(200);
  expect((await onCase(server, priya, "close", closed, { reason: "Nothing is left." })).status).toBe(200);
  const added = {
    register: "breaches",
    subject: open,
    text: "Two questions.",
    owner: priya.id,
    due: soon(48).slice(0, 10),
  };
  action = (await act(server, priya.token, "actions.add", added)).body.id;
  review = (await act(server, priya.token, "reviews.prepare", {})).body.id;
  const meeting = { chair: priya.id, attendance: [{ user: priya.id, how: "here" }] };
  const held = await act(server, priya.token, "reviews.hold", meeting, { id: review, version: 1 });
  expect(held).toMatchObject({ status: 200 });
});
afterAll(() => cast?.server.stop());

const patients = ["About NHS 999 000 0018.", "Mrs Jane Example, born 1.2.1980"];

/** Every sentence that people write and that an export shows, by the act that takes it. */
const ofCase = (): [act: string, data: object, field: string, id: string][] => [
  ["triage", { verdict: "breach" }, "reason", open],
  ["setTimes", { awareAt: ago(2) }, "reason", open],
  ["describe", {}, "title", open],
  ["advise", { advice: "tell-ico" }, "reason", open],
  ["decide", { ico: "tell", people: "tell" }, "reason", open],
  ["notify", { sentAt: ago(1) }, "reference", open],
  ["notify", { sentAt: ago(1) }, "delayReason", open],
  ["entry", {}, "text", open],
  ["contain", { at: ago(1) }, "how", open],
  ["notice", { id: "police", done: true }, "note", open],
  ["person", { person: "a".repeat(15) }, "toldHow", open],
  ["account", { user: cast.tom.id, system: "mail", step: "reset" }, "reason", open],
  ["grant", { user: cast.noor.id, until: soon() }, "reason", open],
  ["open", { users: [cast.noor.id], until: soon() }, "reason", open],
  ["endGrant", { grant: "a".repeat(15) }, "reason", open],
  ["conflict", {}, "reason", open],
  ["withdraw", {}, "reason", open],
  ["close", {}, "reason", open],
  ["addendum", {}, "text", closed],
  ["reopen", {}, "reason", closed],
  ...(["happened", "consequences", "done", "advice"] as const).map(
    (field): [string, object, string, string] => ["letter", letterWithout(field), field, open],
  ),
];

const letterWithout = (field: string) =>
  Object.fromEntries(
    ["happened", "consequences", "done", "advice"]
      .filter((one) => one !== field)
      .map((one) => [one, "Words."]),
  );

const written = icoQuestions.flatMap(({ key, type }) => (type === "text" ? [key] : []));

describe.each(patients)("%j is refused, and never repeated,", (words) => {
  const refused = ({ status, body }: { status: number; body: { data?: object } }, field: string) => {
    expect([status, body.data], field).toEqual([
      400,
      expect.objectContaining({ [field]: expect.objectContaining({ code: "names-a-patient" }) }),
    ]);
    expect(JSON.stringify(body)).not.toMatch(/Jane|0018/);
  };

  test("in each sentence of an incident", async () => {
    for (const [name, data, field, id] of ofCase()) {
      const who = { triage: cast.noor, decide: cast.ingrid }[name] ?? cast.priya;
      const answer = await onCase(cast.server, who, name, id, { ...data, [field]: words });
      refused(answer, `data.${field}`);
    }
  });

  test("in each written answer of the ICO's form", async () => {
    for (const key of written)
      refused(await onCase(cast.server, cast.priya, "answer", open, { key, value: words }), "data.value");
  });

  test("in reports, actions and the review", async () => {
    const { server, priya, tom } = cast;
    refused(await report(server, tom.token, { text: words }), "text");
    refused(await act(server, priya.token, "breaches.told", { text: words }), "data.text");
    const more = { register: "breaches", subject: open, owner: priya.id, due: soon(48).slice(0, 10) };
    refused(await act(server, priya.token, "actions.add", { ...more, text: words }), "data.text");
    const on = { id: action, version: 1 };
    refused(await act(server, priya.token, "actions.done", { note: words }, on), "data.note");
    refused(await act(server, priya.token, "actions.cancel", { reason: words }, on), "data.reason");
    const [item] = rowsIn(server, "SELECT id, version FROM review_items WHERE review = ? LIMIT 1", review);
    const decided = { item: item?.id, seen: item?.version, decision: "defer", reason: words };
    const at = { id: review, version: Number(rowsIn(server, "SELECT version FROM reviews")[0]?.version) };
    refused(await act(server, priya.token, "reviews.decide", decided, at), "data.reason");
    refused(await act(server, priya.token, "reviews.tell", { text: words }, at), "data.text");
    // Of an act on a row that screens nothing by itself nothing is kept either.
    behindTheBack(server, "UPDATE browsers SET device = 'own' WHERE id = ?", cast.room.id);
    const [room] = rowsIn(server, "SELECT version, ownDeviceReason FROM browsers WHERE id = ?", cast.room.id);
    const own = { id: cast.room.id, version: Number(room?.version) };
    refused(await act(server, priya.token, "browsers.allowOwnDevice", { reason: words }, own), "data.reason");
    expect(
      rowsIn(server, "SELECT version, ownDeviceReason FROM browsers WHERE id = ?", cast.room.id),
    ).toEqual([room]);
    refused(await act(server, priya.token, "events.erase", { seq: 1, ground: words }), "data.ground");
    const missed = { weeks: ["2026-10-05"], reason: words };
    refused(await act(server, priya.token, "reviews.missed", missed), "data.reason");
  });

  test("in the clinic's own facts, when a version is made", async () => {
    const { server, priya } = cast;
    await changeClinic(server, priya, { address: words });
    refused(await onCase(server, priya, "version", open), "clinic.address");
    await changeClinic(server, priya, { address: "1 Quay Street, Whitstable CT5 1AB" });
    expect(await onCase(server, priya, "version", open)).toMatchObject({ status: 200 });
  });
});

test("the clinic's own people, its name and where it is may be written, and others of their kind may not", async () => {
  const { server, priya } = cast;
  await changeClinic(server, priya, { address: "1 Quay Street, Whitstable CT5 1AB, 01227 960123" });
  const say = (text: string) => onCase(server, priya, "entry", open, { text });
  for (const text of [
    "Priya Raman rang, and Mrs Raman rang again.",
    "Harbour Physiotherapy, 1 Quay Street, CT5 1AB, 01227 960123",
    "Sent from desk@harbour.example; the ICO's helpline is 0303 123 1113.",
    "A near miss at the desk, in ms teams, because I noticed. Victoria Road Surgery and St John Ambulance know.",
  ])
    expect(await say(text), text).toMatchObject({ status: 200 });
  for (const text of [
    "Agnieszka W\u00f3jcik rang.",
    "Priya Chatterjee rang.",
    "patient Raman",
    "MRN 00123456",
    "patient no 48213",
    "see https://harbour.uk2.cliniko.com/patients/48213",
    "rhif claf 48213",
    "NI AB123456C",
    "2 Quay Street",
  ]) {
    const { status, body } = await say(text);
    expect([status, body.data?.["data.text"]?.code], text).toEqual([400, "names-a-patient"]);
  }
});
