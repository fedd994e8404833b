import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, ask, newPerson, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { newDisclosure } from "../holds/rows.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { daysAgo, enter, newRequest, ofPatient, searched, today, versionOf } from "./entries.ts";

let cast: Cast;
/** A physiotherapist of the staff. */
let sam: SignedIn;
beforeAll(async () => {
  cast = await castOf();
  const person = {
    email: "sam.okonjo@harbour.example",
    name: "Sam Okonjo",
    role: "staff",
    practitioner: true,
  };
  sam = await newPerson(cast.server, cast.priya.token, person);
});
afterAll(() => cast?.server.stop());

const take = (who: SignedIn, more: object = {}) => newRequest(cast.server, who, more);
const on = (who: SignedIn, id: string, kind: string, data: object = {}) =>
  enter(cast.server, who, id, kind, data);
const one = (who: SignedIn, id: string) =>
  ask(cast.server, `GET /api/chaperone/request?id=${id}`, { token: who.token });
const list = (who: SignedIn, query = "") =>
  ask(cast.server, `GET /api/chaperone/list?of=requests${query}`, { token: who.token });
const stateOf = async (id: string) => (await one(cast.priya, id)).body.request.state;
const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);

/** All gates but the professional's, from one that was just taken. */
async function readyBut(id: string, ...left: readonly string[]): Promise<void> {
  const { priya } = cast;
  const path: readonly (readonly [string, object])[] = [
    ["search", searched],
    ["opinionNotNeeded", { why: "no-health", reason: "Appointments alone." }],
    ["itemsDone", {}],
    ["approve", {}],
    ["lift", { reason: "It is ready." }],
  ];
  for (const [kind, data] of path)
    if (!left.includes(kind)) expect([kind, (await on(priya, id, kind, data)).status]).toEqual([kind, 200]);
}

test("a request goes its way from the desk to the hand, and the 48 hours are lifted by name", async () => {
  const { tom, priya, server } = cast;
  const id = await take(tom, { name: "Siân Ní Bhriain", reach: "12 Heol Fawr" });
  expect(await stateOf(id)).toBe("search");
  await readyBut(id, "lift");
  const early = await on(tom, id, "handOver", { day: today(), how: "person", checked: "yes" });
  expect(early.status).toBe(403);
  expect(early.body.message).toContain("48 hours");
  expect((await on(priya, id, "lift", { reason: "The patient waits here." })).status).toBe(200);
  expect((await on(tom, id, "handOver", { day: today(), how: "person", checked: "yes" })).status).toBe(200);
  expect(await stateOf(id)).toBe("answered");
  const lifted = eventsOf(server, "requests.act").filter(({ detail }) =>
    String(detail).includes('"action":"lift"'),
  );
  expect(lifted.map(({ user }) => user)).toEqual([priya.id]);
  expect((await on(priya, id, "progress", { note: "More." })).status).toBe(403);
  // Nothing that was entered is ever changed.
  expect(() => behindTheBack(server, "UPDATE request_steps SET kind = 'x'")).toThrow(
    /stays as it was entered/,
  );
  expect(() => behindTheBack(server, "DELETE FROM requests")).toThrow(/a request is kept/);
});

describe("nothing goes out while a gate is open", () => {
  test.each(["search", "opinionNotNeeded", "itemsDone", "approve"])("without %s", async (left) => {
    const { priya } = cast;
    const id = await take(priya);
    const path = ["search", "opinionNotNeeded", "itemsDone", "approve"];
    await readyBut(id, ...path.slice(path.indexOf(left)), "lift");
    const out = await on(priya, id, "handOver", { day: today(), how: "person", checked: "yes" });
    expect(out.status).toBe(403);
    expect(
      rowsIn(cast.server, "SELECT id FROM request_steps WHERE request = ? AND kind = 'handOver'", id),
    ).toEqual([]);
  });
  test("two at once: one hands it over, the other asks a question anew; one of them is refused", async () => {
    const { priya, ingrid, server } = cast;
    const id = await take(ingrid);
    await readyBut(id);
    const at = { id, version: versionOf(server, id) };
    const both = await Promise.all([
      act(server, ingrid.token, "requests.handOver", { day: today(), how: "person", checked: "yes" }, at),
      act(server, priya.token, "requests.back", { to: "items", reason: "Page 3 was missed." }, at),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kinds = rowsIn(server, "SELECT kind FROM request_steps WHERE request = ? ORDER BY position", id);
    expect(kinds.filter(({ kind }) => kind === "handOver" || kind === "back")).toHaveLength(1);
  });
  test("an authority that runs out closes the way again", async () => {
    const { priya } = cast;
    const id = await take(priya, { requester: "representative" });
    await on(priya, id, "authority", { paper: "Signed, for the whole record.", until: today() });
    await readyBut(id);
    behindTheBack(cast.server, "DROP TRIGGER request_steps_no_update");
    behindTheBack(
      cast.server,
      `UPDATE request_steps SET data = '{"paper":"Signed.","until":"${daysAgo(1)}"}' WHERE kind = 'authority' AND request = '${id}'`,
    );
    expect((await on(priya, id, "handOver", { day: today(), how: "person", checked: "yes" })).status).toBe(
      403,
    );
    expect((await on(priya, id, "authority", { paper: "A new one." })).status).toBe(200);
    expect((await on(priya, id, "handOver", { day: today(), how: "person", checked: "yes" })).status).toBe(
      200,
    );
  });
});

describe("the professional’s opinion", () => {
  const opinion = {
    answer: "no",
    reason: "All of it is known.",
    profession: "physiotherapist",
    number: "PH104417",
  };
  test("a counsellor’s word does not open the gate, and nobody gives one who was not asked", async () => {
    const { priya } = cast;
    const id = await take(priya);
    await on(priya, id, "search", searched);
    const word = { ...opinion, profession: "counsellor", number: "1", day: today() };
    expect(codesOf(await on(priya, id, "opinion", word))).toEqual(["data.profession does-not-fit"]);
    expect((await on(sam, id, "opinion", { ...opinion, day: today() })).status).toBe(403);
    expect((await one(sam, id)).status).toBe(404);
    expect(codesOf(await on(priya, id, "opinionAsked", { of: cast.tom.id }))).toEqual(["data.of unknown"]);
    expect(await stateOf(id)).toBe("opinion");
    const own = await on(priya, id, "opinionNotNeeded", { why: "own-name", reason: "Mine." });
    expect(codesOf(own)).toEqual(["data.why does-not-fit"]);
    const unasked = await on(priya, id, "opinion", { ...opinion, day: today() });
    expect(codesOf(unasked)).toEqual(["data.paper does-not-fit"]);
    const wrong = await on(priya, id, "opinion", { ...opinion, number: "12", day: today() });
    expect(codesOf(wrong)).toEqual(["data.number does-not-fit"]);
    // Asked, they see the request and its name, say that they can’t, and see it no more; asked again, they sign.
    expect((await on(priya, id, "opinionAsked", { of: sam.id })).status).toBe(200);
    expect((await one(sam, id)).body.works).toBe(true);
    expect((await on(sam, id, "opinion", { ...opinion, answer: "cant", day: today() })).status).toBe(200);
    expect([await stateOf(id), (await one(sam, id)).status]).toEqual(["opinion", 404]);
    await on(priya, id, "opinionAsked", { of: sam.id });
    expect((await on(sam, id, "opinion", { ...opinion, day: today() })).status).toBe(200);
    expect(await stateOf(id)).toBe("items");
  });
  test("serious harm holds an item back only where an opinion says so; no other veto", async () => {
    const { priya } = cast;
    const id = await take(priya);
    await on(priya, id, "search", searched);
    await on(priya, id, "opinion", { ...opinion, day: today(), paper: "yes" });
    const item = { what: "page 14", fate: "held", reason: "It would upset." };
    expect(codesOf(await on(priya, id, "item", { ...item, ground: "serious-harm" }))).toEqual([
      "data.ground does-not-fit",
    ]);
    expect(codesOf(await on(priya, id, "item", item))).toEqual(["data.ground does-not-fit"]);
    const other = { ...item, ground: "third-party", view: "professional" };
    expect(codesOf(await on(priya, id, "item", other))).toEqual(["data.view does-not-fit"]);
    const wish = { ...item, ground: "patient-wish" };
    expect(codesOf(await on(priya, id, "item", wish))).toEqual(["data.ground does-not-fit"]);
    expect((await on(priya, id, "item", { ...other, view: "refuses" })).status).toBe(200);
    expect((await on(priya, id, "itemsDone")).status).toBe(200);
    expect((await one(priya, id)).body.request.state).toBe("approve");
  });
});

describe("who asks", () => {
  test("the name is read by those who work the case alone, each time as an event, and stands nowhere else", async () => {
    const { tom, priya, ingrid, ruth, server } = cast;
    const id = await take(tom, { name: "Aoife Ó Murchú", reach: "7 Ffordd y Bryn" });
    const name = (who: SignedIn) =>
      ask(server, `GET /api/chaperone/request-name?id=${id}`, { token: who.token });
    expect((await name(tom)).body).toEqual({ name: "Aoife Ó Murchú", reach: "7 Ffordd y Bryn", until: "" });
    expect((await name(priya)).status).toBe(200);
    expect((await name(ingrid)).status).toBe(403);
    expect((await name(sam)).status).toBe(404);
    expect((await one(sam, id)).status).toBe(404);
    expect((await name(ruth)).status).toBe(403);
    expect((await one(ruth, id)).body).toMatchObject({ works: false, named: true });
    const events = rowsIn(server, "SELECT kind, user, detail FROM events WHERE kind LIKE 'request%'");
    expect(JSON.stringify(events)).not.toMatch(/Aoife|Murch|Bryn/);
    expect(events.filter(({ kind }) => kind === "request_names.act").map(({ user }) => user)).toEqual([
      tom.id,
      priya.id,
    ]);
    for (const answer of [await one(priya, id), await list(priya), await list(priya, "&format=csv")])
      expect(JSON.stringify(answer.body)).not.toMatch(/Aoife|Bryn/);
    const desk = await ask(server, "GET /api/chaperone/desk", { token: priya.token });
    expect(JSON.stringify(desk.body)).not.toMatch(/Aoife|Bryn/);
    const through = await ask(server, "GET /api/collections/request_names/records", { token: priya.token });
    expect(JSON.stringify(through.body)).not.toMatch(/Aoife/);
  });
  test("a manager takes a request over, and works it from then on", async () => {
    const { tom, ingrid } = cast;
    const id = await take(tom);
    expect((await on(ingrid, id, "search", searched)).status).toBe(403);
    expect((await on(ingrid, id, "assign", { to: ingrid.id })).status).toBe(200);
    expect((await on(ingrid, id, "search", searched)).status).toBe(200);
  });
  test("staff see in the list what they took, managers all", async () => {
    const { tom, priya } = cast;
    const id = await take(sam);
    const ids = async (who: SignedIn) =>
      (await list(who, "&open=open")).body.rows.map((row: { id: string }) => row.id);
    expect(await ids(sam)).toEqual([id]);
    expect(await ids(tom)).not.toContain(id);
    expect(await ids(priya)).toContain(id);
  });
});

describe("dates and states", () => {
  test("a notice a minute after the month is recorded, and does not count", async () => {
    const { ingrid, priya } = cast;
    const id = await take(ingrid, { kind: "rectification", receivedOn: daysAgo(40) });
    const before = (await one(priya, id)).body.request.limitOn;
    const more = { day: today(), time: "00:01", ground: "complex", reason: "Two letters." };
    expect((await on(ingrid, id, "more", more)).status).toBe(200);
    const { request, steps } = (await one(priya, id)).body;
    expect(request.limitOn).toBe(before);
    expect(steps.at(-1).data.counts).toBe("no");
    expect((await list(priya, "&open=late")).body.rows.map((row: { id: string }) => row.id)).toContain(id);
    const own = await take(ingrid, { kind: "erasure", receivedOn: daysAgo(3) });
    const first = (await one(priya, own)).body.request.limitOn;
    await on(ingrid, own, "more", more);
    expect((await one(priya, own)).body.request.limitOn > first).toBe(true);
    expect(codesOf(await on(ingrid, own, "more", more))).toEqual(["data.day does-not-fit"]);
  });
  test("identity: questions lock after three failures, another way stays open; no answer is ever asked for", async () => {
    const { tom } = cast;
    const id = await take(tom, { doubt: "yes", channel: "phone" });
    const wrong = { how: "questions", first: "visit", second: "who", right: "no", day: today() };
    for (let n = 0; n < 3; n += 1) expect((await on(tom, id, "identity", wrong)).status).toBe(200);
    expect(codesOf(await on(tom, id, "identity", { ...wrong, right: "yes" }))).toEqual([
      "data.how does-not-fit",
    ]);
    expect(codesOf(await on(tom, id, "identity", { ...wrong, answer: "May" }))).toEqual([
      "data.answer unrecognized_keys",
    ]);
    const back = { how: "called-back", right: "yes", day: today() };
    expect((await on(tom, id, "identity", back)).status).toBe(200);
    expect(await stateOf(id)).toBe("search");
  });
  test("a restriction is ended only after the patient was told", async () => {
    const { ingrid } = cast;
    const id = await take(ingrid, { kind: "restriction" });
    await on(ingrid, id, "decide", { outcome: "whole", ground: "done", reason: "The letter is looked at." });
    await on(ingrid, id, "recipients", { told: "Nobody had it." });
    await on(ingrid, id, "approve");
    await on(ingrid, id, "handOver", { day: today(), how: "letter", checked: "yes" });
    expect(await stateOf(id)).toBe("restricted");
    expect((await on(ingrid, id, "endRestriction", { reason: "Done." })).status).toBe(403);
    await on(ingrid, id, "tellLift", { day: today(), how: "By phone." });
    expect((await on(ingrid, id, "endRestriction", { reason: "Done." })).status).toBe(200);
    expect(await stateOf(id)).toBe("answered");
  });
  test("of what was changed whoever had it is told, a task each, when it is decided; a refusal tells nobody", async () => {
    const { ingrid, server } = cast;
    const of = { system: "cliniko:harbour.uk2", recordRef: "4471199" };
    await newDisclosure(server, ingrid, { ...of, receiver: "insurer", organisation: "Harbour Mutual" });
    const tasks = (id: string) =>
      rowsIn(server, "SELECT text, owner FROM actions WHERE register = 'requests' AND subject = ?", id);
    const decided = async (kind: string, outcome: string, ground: string) => {
      const id = await take(ingrid, { ...of, kind });
      const said = await on(ingrid, id, "decide", { outcome, ground, reason: "Looked at." });
      expect([kind, said.status]).toEqual([kind, 200]);
      return tasks(id).map(({ text, owner }) => [owner === ingrid.id, String(text)]);
    };
    const told = (what: string) => [
      true,
      expect.stringMatching(new RegExp(`^Tell Harbour Mutual, .*${what}`)),
    ];
    expect(await decided("erasure", "whole", "done")).toEqual([told("what was erased")]);
    expect(await decided("restriction", "part", "done")).toEqual([told("use is restricted")]);
    expect(await decided("rectification", "part", "opinion-noted")).toEqual(
      expect.arrayContaining([
        told("what was corrected"),
        [true, expect.stringMatching(/own note beside the opinion/)],
      ]),
    );
    expect(await decided("objection", "whole", "marketing")).toEqual([
      [true, expect.stringMatching(/off every mailing list/)],
    ]);
    expect(await decided("erasure", "refused", "care-records")).toEqual([]);
  });
  test("two at once: a restriction that one is told about is not ended by another in the same minute unseen", async () => {
    const { ingrid, priya, server } = cast;
    const id = await take(ingrid, { kind: "restriction" });
    await on(ingrid, id, "decide", { outcome: "whole", ground: "done", reason: "The letter is looked at." });
    await on(ingrid, id, "recipients", { told: "Nobody had it." });
    await on(ingrid, id, "approve");
    await on(ingrid, id, "handOver", { day: today(), how: "letter", checked: "yes" });
    const at = { id, version: versionOf(server, id) };
    const both = await Promise.all([
      act(server, ingrid.token, "requests.tellLift", { day: today(), how: "By phone." }, at),
      act(server, priya.token, "requests.endRestriction", { reason: "Done." }, at),
    ]);
    expect(both[0]?.status).toBe(200);
    expect([403, 409]).toContain(both[1]?.status);
    expect(await stateOf(id)).toBe("told");
  });
  test("withdrawn and renewed: a new number, and a clock of its own", async () => {
    const { tom, priya } = cast;
    const old = await take(tom, { receivedOn: daysAgo(20) });
    expect(
      (
        await ask(cast.server, "POST /api/chaperone/act", {
          token: tom.token,
          body: { action: "requests.take", data: ofPatient({ renews: old }) },
        })
      ).status,
    ).toBe(400);
    await on(tom, old, "withdraw", { day: today(), reason: "No longer wanted." });
    const id = await take(tom, { renews: old });
    const { request } = (await one(priya, id)).body;
    expect([request.renews, request.receivedOn]).toEqual([old, today()]);
  });
});

describe("hostile and odd input is refused, and nothing is half done", () => {
  test.each([
    ["a day to come", { receivedOn: "2099-01-01" }, "data.receivedOn in-future"],
    ["a day that is none", { receivedOn: "2026-02-30" }, "data.receivedOn invalid_format"],
    [
      "a patient’s number in the text",
      { wants: "Her NHS number is 943 476 5919." },
      "data.wants names-a-patient",
    ],
    ["100,000 characters", { wants: "a".repeat(100_000) }, "data.wants too_big"],
    [
      "an NHS number as the record",
      { system: "cliniko:harbour.uk2", recordRef: "9434765919" },
      "data.recordRef invalid_format",
    ],
    ["a parent of a grown patient", { requester: "parent" }, "data.requester does-not-fit"],
    ["next of kin", { requester: "next-of-kin" }, "data.requester invalid_value"],
    ["the police", { requester: "police" }, "data.requester invalid_value"],
    [
      "a patient for a dead patient’s record",
      { kind: "access-dead", channel: "letter" },
      "data.requester does-not-fit",
    ],
    [
      "a dead patient’s record on a word",
      { kind: "access-dead", requester: "claimant" },
      "data.channel does-not-fit",
    ],
    ["another field", { role: "dpo" }, "data.role unrecognized_keys"],
    ["a script for a name", { name: "a\u202eb" }, "data.name invalid_format"],
  ])("%s", async (_, more, code) => {
    const count = () => rowsIn(cast.server, "SELECT id FROM requests").length;
    const before = count();
    const answer = await ask(cast.server, "POST /api/chaperone/act", {
      token: cast.tom.token,
      body: { action: "requests.take", data: ofPatient(more) },
    });
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]]);
    expect(count()).toBe(before);
  });
  test("a child: under 16 somebody judges whether it understands; a competent child has to agree", async () => {
    const { priya } = cast;
    const child = await take(priya, { age: "12-15" });
    expect(await stateOf(child)).toBe("authority");
    const paper = { paper: "Spoke with the child." };
    expect(codesOf(await on(priya, child, "authority", paper))).toEqual(["data.understands does-not-fit"]);
    expect((await on(priya, child, "authority", { ...paper, understands: "competent" })).status).toBe(200);
    const parent = await take(priya, { age: "12-15", requester: "parent" });
    const says = { ...paper, understands: "competent", agrees: "no" };
    expect(codesOf(await on(priya, parent, "authority", says))).toEqual(["data.agrees does-not-fit"]);
    expect((await on(priya, parent, "authority", { ...says, agrees: "yes" })).status).toBe(200);
  });
  test("a patient who dies in mid-request: that one ends, and a claimant’s is another law’s, in writing, with its own part", async () => {
    const { priya } = cast;
    const living = await take(priya, { name: "Rhian Penhale" });
    await on(priya, living, "withdraw", { day: today(), reason: "The patient has died." });
    const record = { kind: "access-dead", channel: "letter", renews: living };
    const claim = await take(priya, { ...record, requester: "claimant" });
    const { request, nation } = (await one(priya, claim)).body;
    expect([request.renews, nation]).toEqual([living, "england"]);
    // Forty days that begin with the day of the application, whatever day of the week they end on.
    expect(request.limitOn).toBe(daysAgo(-39));
    expect(await stateOf(claim)).toBe("authority");
    await on(priya, claim, "authority", { paper: "The statement of claim." });
    await on(priya, claim, "search", searched);
    await on(priya, claim, "opinionNotNeeded", { why: "dead", reason: "The law asks the holder." });
    const item = { what: "page 3", fate: "held", reason: "It bears on nothing." };
    const held = (id: string, ground: string) => on(priya, id, "item", { ...item, ground });
    expect((await held(claim, "dead-relevance")).status).toBe(200);
    expect(codesOf(await held(claim, "third-party"))).toEqual(["data.ground does-not-fit"]);
    const heir = await take(priya, { ...record, renews: undefined, requester: "personal-representative" });
    await on(priya, heir, "authority", { paper: "The grant of probate." });
    await on(priya, heir, "search", searched);
    await on(priya, heir, "opinionNotNeeded", { why: "dead", reason: "The law asks the holder." });
    expect(codesOf(await held(heir, "dead-relevance"))).toEqual(["data.ground does-not-fit"]);
    for (const kind of ["access", "erasure", "objection"])
      expect(
        codesOf(
          await ask(cast.server, "POST /api/chaperone/act", {
            token: priya.token,
            body: {
              action: "requests.take",
              data: ofPatient({ kind, requester: "claimant", channel: "letter" }),
            },
          }),
        ),
      ).toEqual(["data.requester does-not-fit"]);
  });
  test("two patients of one name and birth date: what is done for one is done for no other", async () => {
    const { priya } = cast;
    const first = await take(priya, { name: "Gwen Moss" });
    const other = await take(priya, { name: "Gwen Moss", recordRef: "1805465202989210064" });
    await readyBut(first);
    const out = { day: today(), how: "person", checked: "yes" };
    expect((await on(priya, other, "handOver", out)).status).toBe(403);
    expect((await on(priya, first, "handOver", out)).status).toBe(200);
    expect(await stateOf(other)).toBe("search");
    expect(
      rowsIn(cast.server, "SELECT recordRef FROM requests WHERE id IN (?, ?) ORDER BY number", first, other),
    ).toEqual([{ recordRef: "1805465202989210063" }, { recordRef: "1805465202989210064" }]);
  });
  test("two records with one name are told apart by their reference: without one nothing goes out", async () => {
    const { priya } = cast;
    const id = await take(priya, { recordRef: undefined, system: undefined });
    await readyBut(id);
    const out = { day: today(), how: "person", checked: "yes" };
    expect((await on(priya, id, "handOver", out)).body.message).toContain("Which record it is");
    const record = { system: "cliniko:harbour.uk2", recordRef: "1805465202989210064" };
    expect((await on(priya, id, "record", record)).status).toBe(200);
    expect(await stateOf(id)).toBe("hand-over");
    // The same again changes nothing; another one is searched anew, and stays so when the request is read again.
    expect((await on(priya, id, "record", record)).status).toBe(200);
    expect(await stateOf(id)).toBe("hand-over");
    const other = { ...record, recordRef: "1805465202989210065" };
    expect((await on(priya, id, "record", other)).status).toBe(200);
    expect(await stateOf(id)).toBe("search");
    await readyBut(id, "lift");
    expect((await on(priya, id, "handOver", out)).status).toBe(200);
  });
});
