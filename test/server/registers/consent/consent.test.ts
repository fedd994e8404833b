import { Fhir } from "fhir";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { purposeOf } from "#domain/law/sharing-purposes";
import { policy } from "#domain/policy";
import { rightsPolicy } from "#domain/policy-of-rights";
import { bodyOfRows } from "#domain/registers/imports/import";
import { ingest, recordView } from "../../../support/server/ledger-client.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { inDays, newDisclosure } from "../holds/rows.ts";
import { type Cast, castOf, changeClinic } from "../incidents/cast.ts";
import { newRelease } from "../releases/rows.ts";
import { newRequest } from "../requests/entries.ts";
import { decisionOf, newDecision, newSuppression } from "./rows.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const system = "cliniko:harbour.uk2";
let last = 77_000_000;
const record = (): string => `18054652029${++last}`;
const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const read = async (recordRef: string, who: SignedIn = cast.priya) =>
  (
    await ask(cast.server, "POST /api/chaperone/record-decisions", {
      token: who.token,
      body: { recordRef, system },
    })
  ).body;
const turn = (who: SignedIn, id: string, how = "phone") => {
  const [row] = rowsIn(cast.server, "SELECT version FROM consents WHERE id = ?", id);
  return act(cast.server, who.token, "consents.turn", { how }, { id, version: Number(row?.version) });
};

describe("FHIR R4", () => {
  const fhir = new Fhir();
  const exported = async (who: SignedIn, body: object) => {
    const answer = await fetch(`${cast.server.url}/api/chaperone/consents-fhir`, {
      method: "POST",
      headers: { Authorization: who.token, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const faults = (text: string) => fhir.validate(JSON.parse(text), { errorOnUnexpected: true }).messages;

  test("holds each decision by its reference alone, is valid by a validator of others, and is an event", async () => {
    const { server, tom, priya } = cast;
    const recordRef = record();
    const id = await newDecision(server, tom, { recordRef, purpose: "mailing", decision: "yes" });
    await newDecision(server, tom, { recordRef, purpose: "research", decision: "no" });
    const events = eventsOf(server, "consents.act").length;
    const one = await exported(priya, { record: { recordRef, system } });
    expect(eventsOf(server, "consents.act")).toHaveLength(events + 1);
    expect(eventsOf(server, "consents.act")[0]).toMatchObject({ user: priya.id });
    expect(faults(one.text)).toEqual([]);
    const { entry } = JSON.parse(one.text);
    expect(entry).toHaveLength(2);
    expect(
      entry.find(({ resource }: { resource: { id: string } }) => resource.id === id).resource,
    ).toMatchObject({
      resourceType: "Consent",
      status: "active",
      patient: { identifier: { value: recordRef, system: `urn:chaperone:record:${system}` } },
      provision: { type: "permit" },
    });
    for (const { name } of rowsIn(server, "SELECT name FROM users"))
      expect(one.text).not.toContain(String(name));
    const all = await exported(priya, {});
    expect(faults(all.text)).toEqual([]);
    expect(JSON.parse(all.text).entry.length).toBeGreaterThanOrEqual(2);
    const none = await exported(priya, { record: { recordRef: record(), system } });
    expect(JSON.parse(none.text).entry).toEqual([]);
    // The validator does refuse what is none.
    expect(faults(one.text.replaceAll('"active"', '"bogus"'))).not.toEqual([]);
  });

  test("is not the desk’s, and shows the lead’s own purposes to the lead alone", async () => {
    const { tom, ruth, ingrid, priya } = cast;
    expect((await exported(tom, {})).status).toBe(403);
    expect((await exported(ruth, {})).status).toBe(200);
    expect((await exported(ingrid, { record: { recordRef: "Rosalind Moss", system } })).status).toBe(400);
    const [lead, manager] = await Promise.all([exported(priya, {}), exported(ingrid, {})]);
    const count = ({ text }: { text: string }) => JSON.parse(text).entry.length;
    expect(count(lead)).toBeGreaterThanOrEqual(count(manager));
  });
});

describe("one record", () => {
  test("shows who looked by the reader’s role, its open requests and releases, and asks nothing by an address", async () => {
    const { server, tom, ingrid, priya, ruth, room } = cast;
    const recordRef = record();
    await newRelease(server, priya, { recordRef });
    const request = await newRequest(server, ingrid, { recordRef, system });
    await act(server, priya.token, "notices.record", {
      ...{ text: "What is recorded.", scope: "Cliniko", assessmentDecision: "Go ahead" },
      ...{ assessedBy: "The lead", assessedOn: "2026-11-01", viewsSought: true, views: "Asked." },
    });
    await ask(server, "POST /api/chaperone/notice-shown", { token: tom.token, body: { notice: 1 } });
    const view = { id: "v00000000000001" };
    await ingest(server, room.token, [recordView(1, recordRef, view)]);
    for (const who of [ingrid, priya, ruth]) {
      const page = await read(recordRef, who);
      expect(page.looks).toMatchObject([{ kind: "record.view" }]);
      expect(page.releases).toMatchObject([{ recordRef }]);
      expect(page.requests.map((one: { id: string }) => one.id)).toEqual([request]);
    }
    const staff = await read(recordRef, tom);
    expect(staff.releases).toBeNull();
    expect(staff.requests).toEqual([]);
    expect(staff.looks).toMatchObject([{ kind: "record.view" }]);
    expect((await read(record(), priya)).looks).toEqual([]);
    const byAddress = await ask(server, `GET /api/chaperone/list?of=releases&record=${recordRef}`, {
      token: priya.token,
    });
    expect(byAddress.status).toBe(400);
    const log = await ask(server, "POST /api/chaperone/log", {
      token: priya.token,
      body: { query: `record=${recordRef}&limit=5` },
    });
    expect(log.body.rows).toMatchObject([{ ...view, recordRef }]);
  });
});

describe("a decision", () => {
  test("given and withdrawn on one day: the banner follows at once, and the history keeps both", async () => {
    const { server, tom } = cast;
    const recordRef = record();
    expect((await read(recordRef, tom)).banner).toEqual([]);
    const id = await newDecision(server, tom, { recordRef, purpose: "mailing", decision: "yes" });
    expect((await read(recordRef, tom)).banner).toEqual([]);
    expect((await turn(tom, id)).status).toBe(200);
    const after = await read(recordRef, tom);
    expect(after.banner).toEqual(["No mailings"]);
    expect(after.rows).toMatchObject([{ decision: "no", how: "phone" }]);
    expect(after.history.map(({ decision }: { decision: string }) => decision)).toEqual(["no", "yes"]);
    expect((await turn(tom, id)).status).toBe(200);
    expect((await read(recordRef, tom)).banner).toEqual([]);
  });

  test("is one a record and purpose, also of two people at once", async () => {
    const { server, tom, ingrid } = cast;
    const recordRef = record();
    const answers = await Promise.all(
      [tom, ingrid].map((who) =>
        act(server, who.token, "consents.decide", { ...decisionOf(who.id), recordRef }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(recordRef)).rows).toHaveLength(1);
    expect((await read(recordRef)).history).toHaveLength(1);
  });

  test("stands until its day, and from its day on", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    const id = await newDecision(server, priya, { recordRef, purpose: "teaching", until: inDays(3) });
    expect((await read(recordRef)).banner).toEqual(["Objects to teaching use"]);
    behindTheBack(
      server,
      'UPDATE consents SET until = ?, "from" = ? WHERE id = ?',
      inDays(-1),
      inDays(-9),
      id,
    );
    expect((await read(recordRef)).banner).toEqual([]);
  });

  test("is an event that holds neither the record nor what was decided", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    await newDecision(server, priya, { recordRef, evidence: "Cliniko, forms" });
    const [event] = eventsOf(server, "consents.act");
    expect(event).toMatchObject({ user: priya.id });
    await read(recordRef);
    const [reading] = eventsOf(server, "consents.act");
    expect(String(reading?.detail)).toMatch(/"record":"k1:[0-9a-f]{64}"/);
    expect(JSON.stringify(reading)).not.toContain(recordRef);
    expect(JSON.stringify(event)).not.toContain(recordRef);
    expect(JSON.stringify(event)).not.toContain("Cliniko, forms");
    expect(() => behindTheBack(server, "UPDATE consent_steps SET decision = 'yes'")).toThrow(/stay as/);
    expect(() => behindTheBack(server, "DELETE FROM consents")).toThrow(/stay as/);
  });

  test.each([
    ["opting out of care without the effect", { purpose: "care" }, "data.effect does-not-fit"],
    [
      "the same without who explained it",
      { purpose: "care", effect: "Your GP will not hear." },
      "data.effectBy does-not-fit",
    ],
    ["what the law decides", { purpose: "subject-access" }, "data.purpose does-not-fit"],
    [
      "the national opt-out of a private clinic",
      { purpose: "national-opt-out" },
      "data.purpose does-not-fit",
    ],
    ["a restriction without a day", { purpose: "restricted", decision: "yes" }, "data.until does-not-fit"],
    ["a day to come", { from: inDays(2) }, "data.from does-not-fit"],
    ["a day that there is not", { from: "2026-02-30" }, "data.from invalid_format"],
    ["an end before it begins", { until: inDays(-4) }, "data.until does-not-fit"],
    ["a name in its words", { wording: "of Mrs Ellery" }, "data.wording names-a-patient"],
    ["a reference of no such system", { recordRef: "mrs-moss" }, "data.recordRef invalid_format"],
    ["a number of the health service", { recordRef: "9434765919" }, "data.recordRef invalid_format"],
    ["nobody who took it", { takenBy: "a".repeat(15) }, "data.takenBy unknown"],
  ])("of %s is refused, and nothing is kept", async (_, more, code) => {
    const { server, priya } = cast;
    const before = rowsIn(server, "SELECT id FROM consents").length;
    const data = { ...decisionOf(priya.id), recordRef: record(), ...more };
    expect(codesOf(await act(server, priya.token, "consents.decide", data))).toEqual([code]);
    expect(rowsIn(server, "SELECT id FROM consents")).toHaveLength(before);
  });

  test("to opt out of sharing for care keeps the words and who said them", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    const effect = { effect: "Another clinic would not know the allergy.", effectBy: priya.id };
    await newDecision(server, priya, { recordRef, purpose: "care", ...effect });
    expect(await read(recordRef)).toMatchObject({ banner: ["No sharing for care"], rows: [effect] });
  });

  test("on who is staff is the lead’s alone, to make and to see", async () => {
    const { server, priya, ingrid } = cast;
    const recordRef = record();
    const mark = { recordRef, purpose: "staff", decision: "yes", until: inDays(30) };
    const refused = await act(server, ingrid.token, "consents.decide", { ...decisionOf(ingrid.id), ...mark });
    expect(refused.status).toBe(403);
    await newDecision(server, priya, mark);
    expect((await read(recordRef)).banner).toEqual(["Second person needed"]);
    const seen = await read(recordRef, ingrid);
    expect([seen.banner, seen.rows, seen.history]).toEqual([[], [], []]);
    expect(seen.open).not.toContain("staff");
    const list = await ask(server, "GET /api/chaperone/list?of=consents&limit=200", { token: ingrid.token });
    expect(JSON.stringify(list.body)).not.toContain(recordRef);
  });

  test("on the national opt-out shows in England where the NHS pays, and nowhere else", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    await changeClinic(server, priya, { nhsWork: "yes" });
    expect((await read(recordRef)).open).toContain("national-opt-out");
    await newDecision(server, priya, { recordRef, purpose: "national-opt-out", how: "nhs" });
    expect((await read(recordRef)).banner).toEqual(["National data opt-out set"]);
    await changeClinic(server, priya, { nhsWork: "no" });
    expect((await read(recordRef)).open).not.toContain("national-opt-out");
  });
});

test("the banner says whom the patient lets us tell, five words a line at most", async () => {
  const { server, priya } = cast;
  const recordRef = record();
  await newRelease(server, priya, { recordRef });
  const all = ["appointments", "treatment", "letters", "results", "pictures", "bills"];
  const office = { relation: "solicitor", name: undefined, organisation: "Marlow, Finch, Reed and Sons" };
  await newRelease(server, priya, { recordRef, ...office, scopes: all });
  await newRelease(server, priya, {
    recordRef,
    name: "Mary Jane",
    relation: "sister",
    scopes: all.slice(0, 4),
  });
  const { banner } = await read(recordRef);
  expect(banner).toHaveLength(3);
  expect(banner).toContain("Ann: appointments only");
  for (const line of banner) expect(line.split(/\s+/).length).toBeLessThanOrEqual(5);
});

describe("whom the patient lets us tell", () => {
  const atDesk = (recordRef: string) =>
    ask(cast.server, "POST /api/chaperone/record-banner", {
      token: cast.desk.token,
      body: { reference: recordRef, system },
    });

  test("is named to manager and lead alone: to no staff, no auditor, no browser", async () => {
    const { server, priya, ingrid, tom, ruth } = cast;
    const recordRef = record();
    await newRelease(server, priya, { recordRef });
    await newDecision(server, priya, { recordRef });
    for (const who of [priya, ingrid])
      expect((await read(recordRef, who)).banner).toEqual(["No research use", "Ann: appointments only"]);
    for (const who of [tom, ruth]) expect((await read(recordRef, who)).banner).toEqual(["No research use"]);
    expect((await atDesk(recordRef)).body).toEqual({ lines: ["No research use"] });
  });

  test("is no more told once a browser has asked about as many records as a day has", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    await newDecision(server, priya, { recordRef });
    expect((await atDesk("mrs-moss")).status).toBe(400);
    expect((await atDesk(recordRef)).body.lines).toHaveLength(1);
    for (let i = 0; i < policy.bannersOfBrowser.amount; i += 1) await atDesk(record());
    expect((await atDesk(recordRef)).body.lines).toHaveLength(1);
    const fresh = record();
    await newDecision(server, priya, { recordRef: fresh });
    expect(await atDesk(fresh)).toMatchObject({ status: 200, body: { lines: [] } });
  });
});

describe("a withdrawal raises what has to be done", () => {
  const tasks = (id: string) =>
    rowsIn(
      cast.server,
      "SELECT id, text, owner, due, version, doneAt FROM actions WHERE subject = ? ORDER BY text",
      id,
    );
  const finish = (who: SignedIn, task: Record<string, unknown> | undefined, data: object) =>
    act(cast.server, who.token, "actions.done", data, {
      id: String(task?.id),
      version: Number(task?.version),
    });

  test("once, for the lead, by a day of the policy; closed with a word, and raised anew by a new withdrawal", async () => {
    const { server, tom, priya, noor } = cast;
    const recordRef = record();
    const id = await newDecision(server, tom, { recordRef, purpose: "mailing", decision: "yes" });
    expect(tasks(id)).toEqual([]);
    await turn(tom, id);
    const [task] = tasks(id);
    expect(task).toMatchObject({ owner: priya.id, due: inDays(rightsPolicy.mailingStoppedWithin.amount) });
    expect(String(task?.text)).toMatch(/off every mailing list/);
    const work = (await ask(server, "GET /api/chaperone/my-work", { token: priya.token })).body;
    const rows = work.owed.filter(({ key }: { key: string }) => key === `action:${task?.id}`);
    expect(rows).toMatchObject([{ kind: "action", mine: true, page: `/consent?id=${id}` }]);
    // It is closed on that page, with its word: no button closes it without one.
    expect(rows[0]).not.toHaveProperty("action");
    // Given and withdrawn again while it waits: it is the same that has to be done.
    await turn(tom, id);
    await turn(tom, id);
    expect(tasks(id)).toHaveLength(1);
    expect(codesOf(await finish(priya, task, {}))).toEqual(["data.note missing"]);
    expect((await finish(priya, task, { note: "Taken off both lists." })).status).toBe(200);
    expect((await finish(noor, task, { note: "Again." })).status).toBe(409);
    await turn(tom, id);
    await turn(tom, id);
    expect(tasks(id).map(({ doneAt }) => doneAt !== "")).toEqual([true, false]);
  });

  test.each([
    ["photographs", "yes", /photographs down/],
    ["research", "yes", /research projects/],
    ["audit", "", /clinical audits/],
  ])("of %s", async (purpose, first, text) => {
    const { server, priya } = cast;
    const recordRef = record();
    const id = first
      ? await newDecision(server, priya, { recordRef, purpose, decision: "yes" })
      : await newDecision(server, priya, { recordRef, purpose, decision: "no" });
    if (first) await turn(priya, id);
    expect(tasks(id).map(({ text }) => String(text))).toEqual([expect.stringMatching(text)]);
  });

  test("a consent that was never given, and a mark that says no, raise nothing", async () => {
    const { server, priya } = cast;
    const never = await newDecision(server, priya, {
      recordRef: record(),
      purpose: "research",
      decision: "no",
    });
    expect(tasks(never)).toEqual([]);
  });

  test("a restriction is told to each who had something of the record, once each", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    const of = { system, recordRef };
    await newDisclosure(server, priya, { ...of, organisation: "Kent Police" });
    await newDisclosure(server, priya, { ...of, organisation: "Kent Police" });
    await newDisclosure(server, priya, { ...of, receiver: "insurer", organisation: "Harbour Mutual" });
    await newDisclosure(server, priya, { ...of, recordRef: record(), organisation: "Another" });
    const restricted = { recordRef, purpose: "restricted", decision: "yes", until: inDays(3) };
    const id = await newDecision(server, priya, restricted);
    expect(tasks(id).map(({ text }) => String(text).split(",")[0])).toEqual([
      "Mark this record as restricted wherever it is used",
      "Tell Harbour Mutual",
      "Tell Kent Police",
    ]);
  });
});

describe("a restriction", () => {
  test("is not lifted twice, nor by two at once of whom one says nothing of what was told", async () => {
    const { server, priya, ingrid } = cast;
    const restricted = { recordRef: record(), purpose: "restricted", decision: "yes", until: inDays(3) };
    const id = await newDecision(server, priya, restricted);
    const said = { how: "letter", evidence: "Told by letter, in the forms of the record" };
    const lift = (who: SignedIn, data: object) =>
      act(server, who.token, "consents.turn", data, { id, version: 1 });
    const both = await Promise.all([lift(priya, said), lift(ingrid, { how: "phone" })]);
    expect(both[0]?.status).toBe(200);
    expect([400, 409]).toContain(both[1]?.status);
    expect((await lift(ingrid, said)).status).toBe(409);
  });

  test("stands past its day until somebody lifts it, and says how the patient was told before", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    const restricted = { recordRef, purpose: "restricted", decision: "yes", until: inDays(3) };
    const id = await newDecision(server, priya, restricted);
    behindTheBack(
      server,
      'UPDATE consents SET until = ?, "from" = ? WHERE id = ?',
      inDays(-1),
      inDays(-9),
      id,
    );
    expect((await read(recordRef)).banner).toEqual([purposeOf("restricted").banner]);
    expect(codesOf(await turn(priya, id))).toEqual(["data.evidence does-not-fit"]);
    const [row] = rowsIn(server, "SELECT version FROM consents WHERE id = ?", id);
    const said = { how: "letter", evidence: "Told by letter, in the forms of the record" };
    const lifted = await act(server, priya.token, "consents.turn", said, {
      id,
      version: Number(row?.version),
    });
    expect(lifted.status).toBe(200);
    expect((await read(recordRef)).banner).toEqual([]);
  });

  test("of a request stands on the record until it is lifted", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    const request = await newRequest(server, priya, {});
    const set = "UPDATE requests SET system = ?, recordRef = ?, state = ? WHERE id = ?";
    for (const [state, lines] of [
      ["decide", []],
      ["restricted", [purposeOf("restricted").banner]],
      ["told", [purposeOf("restricted").banner]],
      ["answered", []],
    ] as const) {
      behindTheBack(server, set, system, recordRef, state, request);
      expect((await read(recordRef)).banner, state).toEqual(lines);
    }
  });
});

describe("a file of decisions", () => {
  const bring = (rows: readonly (readonly string[])[], dryRun: boolean) =>
    ask(cast.server, "POST /api/chaperone/import", {
      token: cast.priya.token,
      body: { register: "consents", dates: "iso", dryRun, ...bodyOfRows(rows) },
    });
  const row = (recordRef: string, more: Partial<Record<number, string>> = {}) =>
    [system, recordRef, "research", "no", "form", inDays(-3), "2026-2"].map((cell, i) => more[i] ?? cell);

  test("is looked at first, goes in as a whole, and is undone as a whole", async () => {
    const [one, other] = [record(), record()];
    const dry = await bring([row(one), row(other)], true);
    expect(dry.body).toMatchObject({ id: "", fresh: 2, known: 0, faulty: 0 });
    expect((await read(one)).rows).toEqual([]);
    const { body } = await bring([row(one), row(other)], false);
    expect((await read(one)).banner).toEqual(["No research use"]);
    expect((await bring([row(one)], true)).body).toMatchObject({ fresh: 0, known: 1 });
    const undone = await act(
      cast.server,
      cast.priya.token,
      "imports.undo",
      { reason: "The wrong list." },
      { id: body.id, version: 1 },
    );
    expect(undone.status).toBe(200);
    expect((await read(one)).banner).toEqual([]);
    expect(await newDecision(cast.server, cast.priya, { recordRef: one })).not.toBe("");
  });

  test("is in the history once something else is decided", async () => {
    const one = record();
    await bring([row(one, { 3: "yes" })], false);
    const [{ id }] = (await read(one)).rows;
    expect((await turn(cast.priya, id)).status).toBe(200);
    expect((await read(one)).history.map(({ decision }: { decision: string }) => decision)).toEqual([
      "no",
      "yes",
    ]);
  });

  test.each([
    ["a purpose of nobody’s", { 2: "fun" }, "no such purpose"],
    ["a decision that is none", { 3: "maybe" }, "yes or no"],
    ["a day that there is not", { 5: "2026-02-30" }, "no such day"],
    ["a number of the health service", { 1: "9434765919" }, "no reference"],
    ["care without the effect", { 2: "care" }, "effect on the care"],
  ])("with %s goes in not at all", async (_, more, says) => {
    const good = record();
    const { body } = await bring([row(good), row(record(), more)], false);
    expect(body).toMatchObject({
      id: "",
      faulty: 1,
      faults: [{ row: 1, says: expect.stringContaining(says) }],
    });
    expect((await read(good)).rows).toEqual([]);
  });
});

test("an address that gets no mailings is known again by its code alone, and never goes", async () => {
  const { server, priya } = cast;
  await newSuppression(server, priya, "c");
  const addresses = [`k1:${"c".repeat(64)}`, `k1:${"d".repeat(64)}`];
  const { body } = await ask(server, "POST /api/chaperone/suppressed", {
    token: priya.token,
    body: { addresses },
  });
  expect(body.suppressed).toEqual([addresses[0]]);
  expect(
    codesOf(await act(server, priya.token, "suppressions.add", { addresses: [addresses[0]], how: "phone" })),
  ).toEqual(["data.addresses known"]);
  const clear = await act(server, priya.token, "suppressions.add", {
    addresses: ["ann@harbour.example"],
    how: "phone",
  });
  expect(clear.status).toBe(400);
  expect(() => behindTheBack(server, "DELETE FROM suppressions")).toThrow(/stay as/);
});
