import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { incidentReport } from "#domain/registers/incidents/report";
import { act, ask } from "../../people/clinic.ts";
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
  stored,
} from "./cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const codes = (body: { data: Record<string, { code: string }> }) =>
  Object.fromEntries(Object.entries(body.data).map(([field, { code }]) => [field, code]));
const entries = (id: string) =>
  rowsIn(cast.server, "SELECT kind, what, text FROM breach_entries WHERE breach = ? ORDER BY seq", id);

test("a report is numbered, asked of the person on duty, and read back by its reporter as a line", async () => {
  const { server, tom, noor, ingrid } = cast;
  const { status, body } = await report(server, tom.token, { kind: "lost-or-stolen" });
  expect(status).toBe(200);
  expect(body).toEqual({ id: expect.any(String), number: expect.any(Number), asked: "noor" });
  expect(stored(server, body.id)).toMatchObject({
    state: "reported",
    reporter: tom.id,
    holder: noor.id,
    deputy: ingrid.id,
    origin: "report",
  });
  const mine = await ask(server, "GET /api/chaperone/my-reports", { token: tom.token });
  expect(mine.body.rows[0]).toMatchObject({ number: body.number, state: "reported", confidential: false });
  expect(JSON.stringify(mine.body)).not.toContain("letter");
  const [event] = rowsIn(server, "SELECT * FROM events ORDER BY seq DESC LIMIT 1");
  expect(event).toMatchObject({ kind: "breaches.act", user: tom.id, trace: body.id });
  expect(String(event?.detail)).not.toContain("letter");
});

test("a report sent again because its answer was lost is the same incident", async () => {
  const { server, tom } = cast;
  const body = { noticedAt: ago(2), text: "Sent twice." };
  const first = await report(server, tom.token, body);
  expect((await report(server, tom.token, body)).body).toEqual(first.body);
  const other = await report(server, tom.token, { ...body, noticedAt: ago(3) });
  expect(other.body.id).not.toBe(first.body.id);
});

test("a report that names its own id is one incident, however often and however many at once it is sent", async () => {
  const { server, tom, room, desk } = cast;
  const body = { id: "r".repeat(15), text: "The bag was left on a train." };
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) => report(server, tom.token, { ...body, noticedAt: ago(2 + i / 60) })),
  );
  expect(new Set(answers.map(({ status, body: told }) => `${status} ${told.id}`)).size).toBe(1);
  // The id is the sender's own: the same one of another sender is another report, and tells nothing of this one.
  for (const [token, more] of [
    [room.token, {}],
    [desk.token, { reporter: "" }],
  ] as const) {
    const other = await report(server, token, { ...body, ...more });
    expect(other.status).toBe(200);
    expect(Object.keys(other.body).toSorted()).toEqual(Object.keys(answers[0]?.body).toSorted());
    expect(other.body.id).not.toBe(answers[0]?.body.id);
    expect((await report(server, token, { ...body, ...more })).body).toEqual(other.body);
  }
  for (const more of [{ text: "Another bag." }, { confidential: true }, { kind: "lost-or-stolen" }])
    expect(codes((await report(server, tom.token, { ...body, ...more })).body)).toEqual({ id: "id-taken" });
  expect(codes((await report(server, tom.token, { ...body, id: "T" })).body)).toEqual({
    id: "invalid_format",
  });
  const row = await ask(server, `GET /api/collections/breaches/records/${answers[0]?.body.id}`, {
    token: cast.priya.token,
  });
  expect(Object.keys(row.body)).not.toContain("requestKey");
});

test("a confidential report sent again is one, and its id says nothing to anybody else", async () => {
  const { server, tom, ingrid, priya } = cast;
  const told = { id: "c".repeat(15), text: "She reads records.", confidential: true, about: ingrid.id };
  const first = await report(server, tom.token, told);
  expect((await report(server, tom.token, told)).body).toEqual(first.body);
  for (const who of [ingrid, priya]) {
    const { about: _, ...probe } = told;
    const other = await report(server, who.token, { ...probe, confidential: false });
    expect(other.status).toBe(200);
    expect(other.body.id).not.toBe(first.body.id);
  }
});

test("what somebody told, sent again, is one incident; another's id is another's", async () => {
  const { server, ingrid, noor } = cast;
  const told = (who: { token: string }, more: object = {}) =>
    act(server, who.token, "breaches.told", {
      request: "w".repeat(15),
      text: "A letter came back.",
      ...more,
    });
  const answers = await Promise.all([told(ingrid), told(ingrid), told(ingrid)]);
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect((await told(noor)).body.id).not.toBe(answers[0]?.body.id);
  expect(codes((await told(ingrid, { text: "Two came back." })).body)).toEqual({
    "data.request": "id-taken",
  });
});

test("a sentence that names a patient is refused by place, and not repeated", async () => {
  const { status, body } = await report(cast.server, cast.tom.token, {
    text: "I sent 943 476 5919 to a wrong address.",
  });
  expect(status).toBe(400);
  expect(codes(body)).toEqual({ text: "names-a-patient" });
  expect(body.data.text.message).toMatch(/8-\d+/);
  expect(JSON.stringify(body)).not.toContain("5919");
});

test.each([
  ["in the future", () => soon(1), "in-future"],
  ["before the clinic", () => "2019-12-31T23:59:59.000Z", "before-clinic"],
  ["no day", () => "2026-02-30T10:00:00.000Z", "invalid_format"],
])("noticed %s", async (_, noticedAt, code) => {
  const { body } = await report(cast.server, cast.tom.token, { noticedAt: noticedAt() });
  expect(codes(body)).toEqual({ noticedAt: code });
});

test("what a document can't hold is taken out of a sentence, and one that nobody sees is none", async () => {
  const { server, tom } = cast;
  const made = await report(server, tom.token, { text: "A \u202eletter\u0000 lay\u0007 there." });
  expect(stored(server, made.body.id)).toMatchObject({ text: "A letter lay there." });
  const unseen = await report(server, tom.token, { text: "\u200b\u2060" });
  expect(codes(unseen.body)).toEqual({ text: "invalid_format" });
});

test("who may be named in a report: everybody who works here now, by name and nothing else", async () => {
  const { server, priya, ingrid, noor, tom, ruth, room, desk } = cast;
  for (const who of [tom, priya, ruth, room, desk]) {
    const { body } = await ask(server, "GET /api/chaperone/colleagues", { token: who.token });
    expect(body.people.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [priya, ingrid, noor, tom].map(({ id }) => id).toSorted(),
    );
    expect(new Set(body.people.flatMap(Object.keys))).toEqual(new Set(["id", "name"]));
  }
});

test("at a desk somebody is named, or would rather not say; a person's browser reports for its owner", async () => {
  const { server, desk, room, tom, noor } = cast;
  expect(codes((await report(server, desk.token)).body)).toEqual({ reporter: "missing" });
  const unsaid = await report(server, desk.token, { reporter: "" });
  expect(stored(server, unsaid.body.id)).toMatchObject({ reporter: "" });
  const named = await report(server, desk.token, { reporter: tom.id });
  expect(stored(server, named.body.id)).toMatchObject({ reporter: tom.id });
  for (const [token, reporter] of [
    [room.token, noor.id],
    [room.token, ""],
    [tom.token, ""],
  ]) {
    expect(codes((await report(server, String(token), { reporter })).body)).toEqual({
      reporter: "not-yours",
    });
  }
  const owned = await report(server, room.token);
  expect(stored(server, owned.body.id)).toMatchObject({ reporter: tom.id });
});

test("Art 33(4): the ICO is told in the third hour, with nothing else known", async () => {
  const id = await newBreach(cast);
  const done = await onCase(cast.server, cast.ingrid, "notify", id, { sentAt: ago(1), reference: "IC-1" });
  expect(done.status).toBe(200);
  expect(stored(cast.server, id)).toMatchObject({ icoReference: "IC-1", containedAt: "", peopleCount: -1 });
});

test("from any state: reported, near miss, closed", async () => {
  const { server, noor, ingrid } = cast;
  const id = await newIncident(cast);
  expect((await onCase(server, ingrid, "notify", id, { sentAt: ago(0.5) })).status).toBe(200);
  await onCase(server, noor, "triage", id, { verdict: "near-miss", reason: "It came back unopened." });
  const again = { sentAt: ago(0.4), reason: "It went out later." };
  expect((await onCase(server, ingrid, "notify", id, again)).status).toBe(200);
  expect((await onCase(server, ingrid, "close", id)).status).toBe(200);
  expect((await onCase(server, ingrid, "notify", id, { ...again, sentAt: ago(0.3) })).status).toBe(200);
});

test("sent at 71:59 and entered at hour 80: no reason asked; at 72:01: asked", async () => {
  const { server, ingrid } = cast;
  const aware = Date.parse(ago(80));
  const at = (minutes: number) => new Date(aware + minutes * 60_000).toISOString();
  const id = await newBreach(cast, at(0));
  expect((await onCase(server, ingrid, "notify", id, { sentAt: at(71 * 60 + 59) })).status).toBe(200);
  const late = await onCase(server, ingrid, "notify", id, { sentAt: at(72 * 60 + 1) });
  expect(codes(late.body)).toEqual({ "data.delayReason": "missing", "data.reason": "missing" });
  const said = await onCase(server, ingrid, "notify", id, {
    sentAt: at(72 * 60 + 1),
    reason: "By the receipt.",
    delayReason: "Nobody was here.",
  });
  expect(said.status).toBe(200);
});

describe("a notice that comes out late is asked for its reason by whatever act makes it so", () => {
  const told = async (hours: number, first = 100) => {
    const id = await newIncident(cast, { noticedAt: ago(first) });
    const { server, ingrid } = cast;
    expect((await onCase(server, ingrid, "notify", id, { sentAt: ago(first - hours) })).status).toBe(200);
    return id;
  };
  const triage = (id: string, verdict: string, more: object = {}) =>
    onCase(cast.server, cast.noor, "triage", id, { verdict, reason: "It is so.", ...more });

  test("told at +90 h as a near miss, and then judged a breach", async () => {
    const id = await told(90);
    expect((await triage(id, "near-miss")).status).toBe(200);
    expect(codes((await triage(id, "breach")).body)).toEqual({ "data.delayReason": "missing" });
    expect(stored(cast.server, id)).toMatchObject({ state: "near-miss", awareAt: "" });
    const delayReason = "It was thought to be a near miss.";
    expect((await triage(id, "breach", { delayReason })).status).toBe(200);
    expect(stored(cast.server, id)).toMatchObject({ state: "breach", delayReason });
    expect(entries(id)).toContainEqual({ kind: "system", what: "delay", text: delayReason });
    // The reason stands: nobody is asked for it again.
    expect((await triage(id, "near-miss")).status).toBe(200);
    expect((await triage(id, "breach")).status).toBe(200);
  });

  test("awareness moved earlier after it was told", async () => {
    const { server, priya } = cast;
    const id = await told(70);
    expect((await triage(id, "breach")).status).toBe(200);
    const earlier = { detectedAt: ago(110), awareAt: ago(110), reason: "The mail came then." };
    expect(codes((await onCase(server, priya, "setTimes", id, earlier)).body)).toEqual({
      "data.delayReason": "missing",
    });
    const said = { ...earlier, delayReason: "The mail lay unread." };
    expect((await onCase(server, priya, "setTimes", id, said)).status).toBe(200);
  });

  test("moved from 73 h to 71 h it is late no more, and back again its reason stands", async () => {
    const { server, ingrid } = cast;
    const id = await newBreach(cast, ago(100));
    const at = (hours: number, more: object = {}) =>
      onCase(server, ingrid, "notify", id, { sentAt: ago(100 - hours), ...more });
    expect(codes((await at(73)).body)).toEqual({ "data.delayReason": "missing" });
    expect((await at(73, { delayReason: "Nobody was here." })).status).toBe(200);
    expect(codes((await at(71)).body)).toEqual({ "data.reason": "missing" });
    expect((await at(71, { reason: "By the receipt." })).status).toBe(200);
    await onCase(server, ingrid, "version", id);
    const path = `GET /api/chaperone/breach-report?id=${id}`;
    const { body } = await ask(server, path, { token: ingrid.token });
    expect(JSON.stringify(body.questions)).not.toContain("Nobody was here.");
    expect((await at(73, { reason: "By the log." })).status).toBe(200);
  });

  test("what changes neither time nor verdict is not held up by a reason that lacked before", async () => {
    const { server, priya } = cast;
    const id = await newBreach(cast, ago(100));
    behindTheBack(server, "UPDATE breaches SET icoSentAt = ? WHERE id = ?", ago(10).replace("T", " "), id);
    expect((await onCase(server, priya, "cause", id, { cause: "loss" })).status).toBe(200);
    expect(codes((await onCase(server, priya, "cause", id, { cause: "other" })).body)).toEqual({
      "data.other": "missing",
    });
    const other = { cause: "other", other: "The courier took two bags at once." };
    expect((await onCase(server, priya, "cause", id, other)).status).toBe(200);
    expect(stored(server, id)).toMatchObject({ cause: "other", causeOther: other.other });
    expect((await onCase(server, priya, "cause", id, { cause: "loss" })).status).toBe(200);
    expect(stored(server, id)).toMatchObject({ cause: "loss", causeOther: "" });
    const refused = await onCase(server, priya, "close", id);
    expect(Object.keys(refused.body.data)).toContain("gaps.delay-reason");
  });
});

test("a breach at a processor: the clock starts when it told the clinic", async () => {
  const { server, priya, noor } = cast;
  const id = await newIncident(cast, { noticedAt: ago(9) });
  const told = { name: "A letter shop", toldAt: ago(4) };
  expect(codes((await onCase(server, priya, "processor", id, told)).body)).toEqual({
    "data.reason": "missing",
  });
  const named = { ...told, reason: "Until then we knew nothing of it." };
  expect((await onCase(server, priya, "processor", id, named)).status).toBe(200);
  expect(stored(server, id)).toMatchObject({ origin: "processor", processorName: "A letter shop" });
  const clock = async () =>
    (await ask(server, "GET /api/chaperone/today", { token: priya.token })).body.owed.rows.find(
      ({ breach, kind }: Record<string, string>) => breach === id && /^(?:provisional|ico)$/.test(kind ?? ""),
    );
  expect(await clock()).toMatchObject({ kind: "provisional", from: told.toldAt });
  expect((await onCase(server, noor, "triage", id, { verdict: "breach", reason: "It left." })).status).toBe(
    200,
  );
  expect(await clock()).toMatchObject({ kind: "ico", from: told.toldAt });
  // A correction of the telling moves the clock with it, and whatever was found later.
  const earlier = { ...named, toldAt: ago(20), reason: "Their mail lay unread." };
  expect((await onCase(server, priya, "processor", id, earlier)).status).toBe(200);
  expect(await clock()).toMatchObject({ from: earlier.toldAt });
  expect(codes((await onCase(server, priya, "processor", id, { ...earlier, toldAt: soon(2) })).body)).toEqual(
    {
      "data.toldAt": "in-future",
    },
  );
  await onCase(server, priya, "version", id);
  const { body } = await ask(server, `GET /api/chaperone/breach-report?id=${id}`, { token: priya.token });
  expect(incidentReport.parse(body).processor).toEqual({ name: "A letter shop", toldAt: earlier.toldAt });
});

describe("no known time moves silently", () => {
  const lastEvent = (id: string) => {
    const select = "SELECT detail FROM events WHERE trace = ? ORDER BY seq DESC LIMIT 1";
    return JSON.parse(String(rowsIn(cast.server, select, id)[0]?.detail));
  };

  test("a decision moves no awareness that is known; a correction keeps old and new", async () => {
    const { server, noor, priya } = cast;
    const aware = ago(5);
    const id = await newBreach(cast, aware);
    const again = { verdict: "breach", reason: "It is one.", awareAt: ago(2) };
    const moved = await onCase(server, noor, "triage", id, again);
    expect(codes(moved.body)).toEqual({ "data.awareAt": "known" });
    expect((await onCase(server, noor, "triage", id, { ...again, awareAt: aware })).status).toBe(200);
    const later = ago(2);
    const correction = { awareAt: later, reason: "Confirmed then." };
    expect((await onCase(server, priya, "setTimes", id, correction)).status).toBe(200);
    expect(lastEvent(id).moved).toEqual([{ field: "awareAt", from: aware, to: later }]);
    expect(entries(id).slice(-2)).toEqual([
      { kind: "decision", what: "setTimes", text: "Confirmed then." },
      {
        kind: "system",
        what: "moved",
        text: expect.stringMatching(/^The clinic became aware: .+ \(UTC\S*\); before: .+\.$/),
      },
    ]);
  });

  test("a clock that starts later than the first word of it says why", async () => {
    const { server, noor } = cast;
    const id = await newIncident(cast, { noticedAt: ago(9) });
    const verdict = { verdict: "breach", reason: "It left.", awareAt: ago(3) };
    const refused = await onCase(server, noor, "triage", id, verdict);
    expect(codes(refused.body)).toEqual({ "data.awareReason": "missing" });
    const said = { ...verdict, awareReason: "Until then it was a suspicion." };
    expect((await onCase(server, noor, "triage", id, said)).status).toBe(200);
    expect(entries(id).at(-1)).toMatchObject({ what: "aware-later", text: "Until then it was a suspicion." });
  });

  test("every other time as well: happened, detected, contained, told to others, an account's step", async () => {
    const { server, ingrid, ruth } = cast;
    const id = await newBreach(cast, ago(9));
    const account = { user: ruth.id, system: "mail", step: "informed" };
    const ways: [string, object, object][] = [
      ["setTimes", { occurredFrom: ago(12) }, { occurredFrom: ago(11) }],
      ["setTimes", {}, { detectedAt: ago(9.5) }],
      ["setTimes", { occurredTo: ago(10) }, { occurredTo: "" }],
      ["contain", { at: ago(4), how: "It came back." }, { at: ago(3), how: "It came back." }],
      ["notice", { id: "police", done: true, at: ago(2) }, { id: "police", done: true, at: ago(1) }],
      ["notice", {}, { id: "police", done: false }],
      ["account", { ...account, at: ago(2) }, { ...account, at: ago(1) }],
    ];
    for (const [action, first, then] of ways) {
      if (Object.keys(first).length > 0)
        expect((await onCase(server, ingrid, action, id, first)).status, action).toBe(200);
      const bare = await onCase(server, ingrid, action, id, then);
      expect(codes(bare.body), action).toEqual({ "data.reason": "missing" });
      // Saved again as it is shown, by the minute, nothing moves.
      if (Object.keys(first).length > 0)
        expect((await onCase(server, ingrid, action, id, first)).status, action).toBe(200);
      const said = await onCase(server, ingrid, action, id, { ...then, reason: "By the receipt." });
      expect(said.status, action).toBe(200);
      expect(lastEvent(id).moved).toHaveLength(1);
      expect(
        entries(id)
          .filter(({ what }) => what === "moved")
          .at(-1),
      ).toMatchObject({
        text: expect.stringContaining("before:"),
      });
    }
    const form = { key: "occurred_at", value: ago(20) };
    expect(codes((await onCase(server, ingrid, "answer", id, form)).body)).toEqual({ "data.key": "own-act" });
  });
});

test("two people decide at once: the second sees what changed, and nothing is overwritten", async () => {
  const { server, noor, ingrid } = cast;
  const id = await newIncident(cast);
  const data = { verdict: "neither", reason: "An empty envelope." };
  const both = await Promise.all([
    act(server, noor.token, "breaches.triage", data, { id, version: 1 }),
    act(server, ingrid.token, "breaches.triage", { ...data, verdict: "breach" }, { id, version: 1 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const second = both.find(({ status }) => status === 409);
  expect(second?.body.current).toMatchObject({ id, version: 2, triageReason: "An empty envelope." });
  const first = both[0].status === 200 ? "noor" : "ingrid";
  expect(second?.body.changedBy).toEqual([{ by: first, at: expect.stringMatching(/Z$/) }]);
  expect(second?.body.message).toContain(`${first} changed this meanwhile`);
});

test("several who changed it since are named, of a confidential case too; whoever can't read it learns nothing", async () => {
  const { server, priya, ingrid, noor } = cast;
  const id = await newIncident(cast);
  await onCase(server, noor, "describe", id, { title: "A letter" });
  await onCase(server, ingrid, "contain", id, { at: ago(0.1), how: "It came back." });
  const stale = await act(server, priya.token, "breaches.cause", { cause: "loss" }, { id, version: 1 });
  expect(stale.body.changedBy.map(({ by }: { by: string }) => by)).toEqual(["ingrid", "noor"]);
  expect(stale.body.message).toContain("ingrid and noor changed this meanwhile");

  const hidden = await newIncident(cast, { confidential: true });
  await onCase(server, priya, "describe", hidden, { title: "In confidence" });
  const cause = (who: typeof priya) =>
    act(server, who.token, "breaches.cause", { cause: "loss" }, { id: hidden, version: 1 });
  expect((await cause(priya)).body.changedBy).toMatchObject([{ by: "Priya Raman" }]);
  expect((await cause(noor)).body).not.toHaveProperty("changedBy");
});

test("awareness changes with a reason alone, and as an event of its own", async () => {
  const { server, priya } = cast;
  const id = await newBreach(cast);
  const bare = await onCase(server, priya, "setTimes", id, { awareAt: ago(2) });
  expect(codes(bare.body)).toEqual({ "data.reason": "missing" });
  expect(
    (await onCase(server, priya, "setTimes", id, { awareAt: ago(2), reason: "Confirmed then." })).status,
  ).toBe(200);
  const [event] = rowsIn(server, "SELECT detail FROM events WHERE trace = ? ORDER BY seq DESC LIMIT 1", id);
  expect(String(event?.detail)).toContain('"action":"change-awareness"');
});

test("times in an order that can't be are refused by name", async () => {
  const id = await newBreach(cast, ago(3));
  const { body } = await onCase(cast.server, cast.priya, "setTimes", id, {
    occurredFrom: ago(2),
    occurredTo: ago(5),
  });
  expect(codes(body)).toMatchObject({ "data.occurredTo": "wrong-order" });
});

test("tool, lead and controller are three fields; the controller alone decides", async () => {
  const { server, priya, ingrid, noor } = cast;
  const id = await newBreach(cast);
  const answers = { living: "yes", risk: "likely", highRisk: "yes" };
  expect((await onCase(server, priya, "assess", id, { answers })).status).toBe(200);
  expect((await onCase(server, noor, "advise", id, { advice: "tell-ico", reason: "X." })).status).toBe(403);
  expect(
    (await onCase(server, priya, "advise", id, { advice: "tell-ico", reason: "A letter is enough." })).status,
  ).toBe(200);
  const decision = { ico: "tell", people: "not", reason: "As advised." };
  expect((await onCase(server, priya, "decide", id, decision)).status).toBe(403);
  expect((await onCase(server, noor, "decide", id, decision)).status).toBe(403);
  // The assessment stands at a high risk: one of the conditions of Art 34(3) is named, in full.
  const tried = async (more: object) => {
    const { status, body } = await onCase(server, ingrid, "decide", id, { ...decision, ...more });
    return status === 200 ? "done" : codes(body);
  };
  expect(await tried({})).toEqual({ "data.ground": "missing" });
  expect(await tried({ ground: "no-high-risk" })).toEqual({ "data.ground": "missing" });
  expect(await tried({ ground: "disproportionate" })).toEqual({ "data.publicHow": "missing" });
  expect(await tried({ ground: "later-measures", harms: ["other"] })).toEqual({
    "data.harmsOther": "missing",
  });
  const harms = { harms: ["emotional-distress", "other"], harmsOther: "Trouble at work." };
  expect(await tried({ ground: "later-measures", ...harms })).toBe("done");
  await onCase(server, ingrid, "version", id);
  const path = `GET /api/chaperone/breach-report?id=${id}`;
  const frozen = incidentReport.parse((await ask(server, path, { token: ingrid.token })).body);
  expect(frozen.decisions.controller).toMatchObject({ ground: "later-measures", ...harms });
  expect(frozen.questions.find(({ key }) => key === "consequences")?.text).toBe("Distress; Trouble at work.");
  // Decided not to tell, and only then found to be a high risk: the gap stands at closing.
  const later = await newBreach(cast);
  await onCase(server, ingrid, "decide", later, { ...decision, ground: "no-high-risk" });
  await onCase(server, priya, "assess", later, { answers });
  const refused = await onCase(server, priya, "close", later);
  expect(refused.body.data).toHaveProperty(["gaps.exemption"]);
  expect(stored(server, id)).toMatchObject({
    toolAdvice: "tell-ico-and-people",
    leadAdvice: "tell-ico",
    controllerIco: "tell",
    controllerPeople: "not",
  });
});

test("closing asks for what is missing; a closed one takes addenda alone, until it is reopened", async () => {
  const { server, priya } = cast;
  const id = await newBreach(cast);
  const refused = await onCase(server, priya, "close", id);
  expect(refused.status).toBe(400);
  expect(Object.keys(refused.body.data)).toEqual(
    expect.arrayContaining(["data.reason", "gaps.not-assessed", "gaps.not-decided", "gaps.not-contained"]),
  );
  expect((await onCase(server, priya, "close", id, { reason: "Taken on by the insurer." })).status).toBe(200);
  expect(codes((await onCase(server, priya, "cause", id, { cause: "loss" })).body)).toEqual({
    id: "wrong-state",
  });
  expect(codes((await onCase(server, priya, "entry", id, { text: "More." })).body)).toEqual({
    id: "wrong-state",
  });
  expect((await onCase(server, priya, "addendum", id, { text: "The insurer answered." })).status).toBe(200);
  expect((await onCase(server, priya, "reopen", id, { reason: "More came to light." })).status).toBe(200);
  expect(stored(server, id)).toMatchObject({ state: "breach", closedAt: "" });
});

test("closing names whom to tell: nobody listed, then letters outstanding, x of y", async () => {
  const { server, ingrid } = cast;
  const id = await newBreach(cast);
  const decision = { ico: "record-only", people: "tell", reason: "They should hear it from us." };
  expect((await onCase(server, ingrid, "decide", id, decision)).status).toBe(200);
  const gaps = async () => (await onCase(server, ingrid, "close", id)).body.data;
  expect(await gaps()).toMatchObject({ "gaps.nobody-listed": { code: "nobody-listed" } });
  const people = ["21", "22", "23"].map((recordRef) => ({
    recordRef,
    system: "cliniko:harbour.uk2",
    toBeTold: true,
  }));
  await onCase(server, ingrid, "addPeople", id, { people });
  const [row] = rowsIn(server, "SELECT id FROM breach_people WHERE breach = ?", id);
  await onCase(server, ingrid, "person", id, { person: row?.id, toldAt: ago(0.1), toldHow: "Letter" });
  const outstanding = await gaps();
  expect(outstanding).not.toHaveProperty(["gaps.nobody-listed"]);
  expect(outstanding["gaps.people-not-told"].message).toContain("2 of 3 people are not told yet");
  await onCase(server, ingrid, "close", id, { reason: "The rest moved away." });
  expect(entries(id).slice(-2)).toMatchObject([
    { what: "close", text: "The rest moved away." },
    { what: "gaps", text: expect.stringContaining("2 of 3 people are not told yet. It does not say when") },
  ]);
});

test("the timeline keeps every act, and nothing of it can be changed", async () => {
  const { server, priya } = cast;
  const id = await newBreach(cast);
  await onCase(server, priya, "entry", id, { text: "The recipient was called." });
  expect(entries(id)).toMatchObject([
    { what: "open" },
    { kind: "decision", what: "triage", text: "It left." },
    { kind: "entry", text: "The recipient was called." },
  ]);
});

test("an action is done by its owner and verified by somebody else", async () => {
  const { server, priya, ingrid, tom } = cast;
  const id = await newBreach(cast);
  const data = {
    register: "breaches",
    subject: id,
    text: "Turn off completion.",
    owner: tom.id,
    due: soon(48).slice(0, 10),
  };
  for (const due of ["2019-01-15", "2062-01-15", "2027-02-30"]) {
    expect((await act(server, ingrid.token, "actions.add", { ...data, due })).body.data).toHaveProperty([
      "data.due",
    ]);
  }
  const added = await act(server, ingrid.token, "actions.add", data);
  expect(added.status).toBe(200);
  const row = { id: added.body.id };
  const work = async (token: string) =>
    (await ask(server, "GET /api/chaperone/my-work", { token })).body.owed.filter(
      ({ action }: { action?: object }) => action !== undefined,
    );
  // Of a case that the owner may not read they know the action alone.
  expect(await work(tom.token)).toMatchObject([
    {
      key: `action:${row.id}`,
      kind: "action",
      mine: true,
      breach: "",
      title: "",
      action: { ...row, version: 1 },
    },
  ]);
  expect((await act(server, tom.token, "actions.done", {}, { ...row, version: 1 })).status).toBe(200);
  expect((await act(server, tom.token, "actions.verify", {}, { ...row, version: 2 })).status).toBe(403);
  expect((await act(server, priya.token, "actions.verify", {}, { ...row, version: 2 })).status).toBe(200);
});

test("a withdrawn one stays, with its reason and who decided", async () => {
  const { server, noor } = cast;
  const id = await newBreach(cast);
  expect((await onCase(server, noor, "withdraw", id, { reason: "The letter was our own." })).status).toBe(
    200,
  );
  expect(stored(server, id)).toMatchObject({
    state: "withdrawn",
    triageReason: "The letter was our own.",
    triagedBy: noor.id,
  });
});

test("who turns out to have sent it is asked no more, and decides nothing", async () => {
  const { server, priya, noor, ingrid } = cast;
  const id = await newIncident(cast);
  expect((await onCase(server, ingrid, "describe", id, { senders: [noor.id] })).status).toBe(200);
  expect(stored(server, id)).toMatchObject({ holder: ingrid.id, deputy: priya.id });
  const verdict = { verdict: "neither", reason: "Nothing." };
  expect((await onCase(server, noor, "triage", id, verdict)).status).toBe(403);
  expect((await onCase(server, ingrid, "triage", id, verdict)).status).toBe(200);
});

test("an auditor reads the register and writes nothing in it", async () => {
  const { server, ruth } = cast;
  const id = await newIncident(cast);
  for (const [action, data] of [
    ["triage", { verdict: "neither", reason: "Nothing." }],
    ["entry", { text: "Seen." }],
    ["notify", { sentAt: ago(0.1) }],
    ["conflict", { reason: "Mine." }],
  ] as const) {
    expect((await onCase(server, ruth, action, id, data)).status).toBe(403);
  }
  expect((await report(server, ruth.token)).status).toBe(403);
});

test("the NHS grid and other notices go by the clinic's profile", async () => {
  const { server, priya } = cast;
  const id = await newBreach(cast);
  const graded = { answers: { risk: "likely" }, nhsLikelihood: 4, nhsImpact: 4 };
  expect(codes((await onCase(server, priya, "assess", id, graded)).body)).toEqual({
    "data.nhsLikelihood": "not-asked",
  });
  await changeClinic(server, priya, {
    careRegulator: "cqc",
    nhsWork: "yes",
    profile: { insured: true, commissioned: false },
  });
  expect((await onCase(server, priya, "assess", id, graded)).status).toBe(200);
  const done = { id: "insurer", done: true, at: ago(0.1), note: "By telephone." };
  expect((await onCase(server, priya, "notice", id, done)).status).toBe(200);
  expect(JSON.parse(String(stored(server, id).otherNotices))).toMatchObject({ insurer: { done: true } });
});

test("what somebody told is one line, by a manager", async () => {
  const { server, tom, ingrid } = cast;
  const told = await act(server, ingrid.token, "breaches.told", { text: "A patient was surprised." });
  expect(told.body).toMatchObject({ number: expect.any(Number), version: 1 });
  expect(entries(told.body.id)).toMatchObject([{ kind: "told", text: "A patient was surprised." }]);
  expect((await act(server, tom.token, "breaches.told", { text: "X." })).status).toBe(403);
});

test("2,000 people in four acts, the same ones only once", async () => {
  const { server, priya } = cast;
  const id = await newBreach(cast);
  const people = (from: number) =>
    Array.from({ length: 500 }, (_, i) => ({
      recordRef: String(from + i),
      system: "cliniko:harbour.uk2",
      toBeTold: true,
    }));
  for (const from of [1, 501, 1001, 1501, 1501]) {
    expect((await onCase(server, priya, "addPeople", id, { people: people(from) })).status).toBe(200);
  }
  const [{ n } = { n: 0 }] = rowsIn(server, "SELECT count(*) AS n FROM breach_people WHERE breach = ?", id);
  expect(n).toBe(2000);
  const [row] = rowsIn(server, "SELECT id FROM breach_people WHERE breach = ? LIMIT 1", id);
  const told = { person: String(row?.id), toldAt: ago(0.1), toldHow: "Letter", letterVersion: "2026-11-1" };
  expect((await onCase(server, priya, "person", id, told)).status).toBe(200);
  const few = rowsIn(server, "SELECT id FROM breach_people WHERE breach = ? LIMIT 500", id).map(
    ({ id }) => id,
  );
  const letters = { people: few, toldAt: ago(0.05), toldHow: "by letter" };
  expect((await onCase(server, priya, "peopleTold", id, letters)).body).toMatchObject({ number: 499 });
  expect((await onCase(server, priya, "peopleTold", id, letters)).body).toMatchObject({ number: 0 });
  const later = { ...letters, toldAt: new Date(Date.now() + 3_600_000).toISOString() };
  expect((await onCase(server, priya, "peopleTold", id, later)).status).toBe(400);
  expect(entries(id).at(-1)).toMatchObject({ kind: "notice", text: "499, by letter" });
});

test("a log entry becomes an incident once, with its evidence linked", async () => {
  const { server, ingrid } = cast;
  const [event] = rowsIn(server, "SELECT seq, id FROM events WHERE kind = 'browser.pair' LIMIT 1");
  const made = await act(server, ingrid.token, "breaches.fromEvent", { event: event?.id });
  expect(made.status).toBe(200);
  expect(stored(server, made.body.id)).toMatchObject({
    origin: "log-entry",
    sourceEvent: event?.seq,
    sourceEntry: event?.id,
  });
  const again = await act(server, ingrid.token, "breaches.fromEvent", { event: event?.id });
  expect([again.status, again.body]).toEqual([200, made.body]);
});

test("a breach keeps its clock: awareness moves with a reason, and is never taken back", async () => {
  const id = await newBreach(cast);
  const gone = await onCase(cast.server, cast.ingrid, "setTimes", id, { awareAt: "", reason: "Unsure." });
  expect(codes(gone.body)).toEqual({ "data.awareAt": "missing" });
  const today = await ask(cast.server, "GET /api/chaperone/today", { token: cast.ingrid.token });
  expect(today.body.owed.rows).toContainEqual(expect.objectContaining({ breach: id, kind: "ico" }));
});

test("no act turns the order of times round that another act set", async () => {
  const { server, ingrid, priya } = cast;
  const id = await newBreach(cast, ago(3));
  const tried = async (action: string, data: object) => {
    const { status, body } = await onCase(server, ingrid, action, id, data);
    return status === 200 ? "done" : codes(body);
  };
  expect(await tried("notify", { sentAt: ago(4) })).toEqual({ "data.sentAt": "wrong-order" });
  expect(await tried("contain", { at: ago(2), how: "It was taken back." })).toBe("done");
  expect(await tried("notify", { sentAt: ago(2) })).toBe("done");
  const later = { detectedAt: ago(1), awareAt: ago(1), reason: "Later." };
  expect(await tried("setTimes", later)).toEqual({ "data.awareAt": "wrong-order" });
  expect(
    await tried("setTimes", { occurredFrom: ago(1), detectedAt: ago(1), awareAt: ago(1), reason: "x" }),
  ).toEqual({ "data.occurredFrom": "wrong-order" });
  expect(await tried("setTimes", { occurredFrom: ago(5) })).toBe("done");
  const people = [{ recordRef: "7", system: "cliniko:harbour.uk2", toBeTold: true }];
  expect(await tried("addPeople", { people })).toBe("done");
  for (const recordRef of ["9434765919", "943-476-5919"]) {
    const number = { people: [{ recordRef, system: "cliniko:harbour.uk2", toBeTold: true }] };
    expect(await tried("addPeople", number)).toEqual({ "data.people": "names-a-patient" });
  }
  const [row] = rowsIn(server, "SELECT id FROM breach_people WHERE breach = ?", id);
  const person = String(row?.id);
  expect(await tried("person", { person, toldAt: ago(6) })).toEqual({ "data.toldAt": "wrong-order" });
  expect(await tried("person", { person, letterVersion: "943 476 5919" })).toEqual({
    "data.letterVersion": "invalid_format",
  });
  const twice = { types: ["integrity", "integrity"], senders: [priya.id, priya.id] };
  expect(await tried("describe", twice)).toBe("done");
  expect(stored(server, id)).toMatchObject({ types: '["integrity"]', senders: JSON.stringify([priya.id]) });
});

test("a step of an account that is dated before an earlier one takes a reason; our own reset is now", async () => {
  const { server, priya, ingrid, ruth } = cast;
  const id = await newBreach(cast);
  const step = (system: string, name: string, more: object = {}, who = ingrid) =>
    onCase(server, who, "account", id, { user: ruth.id, system, step: name, ...more });
  expect((await step("mail", "informed", { at: ago(1) })).status).toBe(200);
  expect(codes((await step("mail", "reset", { at: ago(2) })).body)).toEqual({ "data.reason": "missing" });
  expect((await step("mail", "reset", { at: ago(0.8) })).status).toBe(200);
  expect(codes((await step("mail", "informed", { at: ago(0.5) })).body)).toEqual({
    "data.reason": "missing",
  });
  const before = Date.now();
  const ours = { at: ago(2), reason: "It was being used." };
  // A manager ends no auditor's sign-in elsewhere, and so not here.
  expect((await step("ours", "reset", ours)).status).toBe(403);
  expect((await step("ours", "reset", ours, priya)).status).toBe(200);
  const [row] = rowsIn(
    server,
    "SELECT resetAt FROM breach_accounts WHERE breach = ? AND system = 'ours'",
    id,
  );
  expect(Date.parse(String(row?.resetAt).replace(" ", "T"))).toBeGreaterThanOrEqual(before);
});

test("accounts go informed, reset, confirmed; another order takes a reason; our own reset ends the sign-in", async () => {
  const { server, priya, tom } = cast;
  const id = await newBreach(cast);
  const step = (system: string, name: string, more: object = {}) =>
    onCase(server, priya, "account", id, { user: tom.id, system, step: name, ...more });
  expect(codes((await step("mail", "reset")).body)).toEqual({ "data.reason": "missing" });
  expect((await step("mail", "reset", { reason: "It was being used." })).status).toBe(200);
  expect((await step("ours", "informed")).status).toBe(200);
  expect((await ask(server, "GET /api/chaperone/my-reports", { token: tom.token })).status).toBe(200);
  expect((await step("ours", "reset")).status).toBe(200);
  expect((await ask(server, "GET /api/chaperone/my-reports", { token: tom.token })).status).toBe(401);
});

test("who leaves is on duty no more, and open incidents are asked of somebody else", async () => {
  const { server, priya, noor } = cast;
  const [row] = rowsIn(server, "SELECT version FROM users WHERE id = ?", noor.id);
  const gone = await act(
    server,
    priya.token,
    "users.deactivate",
    {},
    { id: noor.id, version: Number(row?.version) },
  );
  expect(gone.status).toBe(200);
  expect(rowsIn(server, "SELECT duty, deputy FROM clinic")).toMatchObject([
    { duty: "", deputy: cast.ingrid.id },
  ]);
  const told = await act(server, priya.token, "breaches.told", { text: "Something more." });
  expect(stored(server, told.body.id)).toMatchObject({ holder: cast.ingrid.id, deputy: priya.id });
});

test("nobody judges their own slip: the next one is asked, and where nobody is left, with a reason that the review sees", async () => {
  const { server, priya, ingrid, desk } = cast;
  const verdict = { verdict: "breach", reason: "It left." };
  // An old report without the answer passes nobody over; noor has left, so that ingrid is the deputy.
  const plain = await report(server, ingrid.token, { id: "s".repeat(15) });
  expect(stored(server, plain.body.id)).toMatchObject({ senders: "[]", holder: ingrid.id });
  const mine = await report(server, ingrid.token, { slip: "mine" });
  expect(stored(server, mine.body.id)).toMatchObject({
    senders: JSON.stringify([ingrid.id]),
    holder: priya.id,
    deputy: "",
  });
  expect((await onCase(server, ingrid, "triage", mine.body.id, verdict)).status).toBe(403);
  expect((await onCase(server, ingrid, "alone", mine.body.id, { reason: "Me." })).status).toBe(403);
  expect((await onCase(server, priya, "triage", mine.body.id, verdict)).status).toBe(200);
  expect((await onCase(server, ingrid, "close", mine.body.id, { reason: "Done." })).status).toBe(403);
  // Who says that it was they is named; a client that does not ask yet sends nothing.
  expect(codes((await report(server, desk.token, { reporter: "", slip: "mine" })).body)).toEqual({
    slip: "nobody-named",
  });
  expect(codes((await report(server, ingrid.token, { slip: "own", slipBy: "a".repeat(15) })).body)).toEqual({
    slipBy: "unknown",
  });

  const own = await act(server, ingrid.token, "breaches.told", {
    text: "The lead sent it.",
    slip: "own",
    slipBy: priya.id,
  });
  const { id } = own.body;
  // It concerns both, and there is nobody else: they are asked all the same, and the clock runs.
  expect(stored(server, id)).toMatchObject({ senders: JSON.stringify([priya.id]), holder: ingrid.id });
  const today = await ask(server, "GET /api/chaperone/today", { token: ingrid.token });
  expect(today.body.owed.rows).toContainEqual(expect.objectContaining({ breach: id, kind: "provisional" }));
  expect(today.body.decideToday).toContainEqual(expect.objectContaining({ id, what: "alone" }));
  expect((await onCase(server, ingrid, "triage", id, verdict)).status).toBe(403);
  const alone = { reason: "Nobody else can sign in this week." };
  expect((await onCase(server, ingrid, "alone", id, alone)).status).toBe(200);
  const after = await ask(server, "GET /api/chaperone/today", { token: ingrid.token });
  expect(after.body.decideToday).toContainEqual(expect.objectContaining({ id, what: "triage" }));
  expect((await onCase(server, ingrid, "alone", id, alone)).status).toBe(403);
  expect((await onCase(server, priya, "triage", id, verdict)).status).toBe(403);
  expect((await onCase(server, ingrid, "triage", id, verdict)).status).toBe(200);
  const decision = { ico: "record-only", people: "not", reason: "It came back." };
  expect((await onCase(server, ingrid, "decide", id, decision)).status).toBe(200);
  expect((await onCase(server, ingrid, "close", id, { reason: "Done." })).status).toBe(200);

  const prepared = await act(server, priya.token, "reviews.prepare", {});
  const select =
    "SELECT subject, facts, concerned, decision FROM review_items WHERE review = ? AND key = 'alone'";
  const items = rowsIn(server, select, prepared.body.id);
  expect(items).toMatchObject([{ subject: id, concerned: JSON.stringify([ingrid.id]), decision: "" }]);
  expect(String(items[0]?.facts)).toContain(alone.reason);
});
