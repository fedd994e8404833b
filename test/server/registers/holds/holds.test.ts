import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf, newBreach, newIncident, onCase } from "../incidents/cast.ts";
import { disclosureOf, heldBy, inDays, newDisclosure, newHold } from "./rows.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const listed = async (who: SignedIn, query: string) =>
  (await ask(cast.server, `GET /api/chaperone/list?${query}`, { token: who.token })).body;
const oneHold = async (id: string, who = cast.priya) => (await listed(who, `of=holds&id=${id}`)).rows[0];
const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const place = (data: object) => act(cast.server, cast.priya.token, "holds.place", { what: "X", ...data });
const onHold = (who: SignedIn, name: string, id: string, data: object) => {
  const [row] = rowsIn(cast.server, "SELECT version FROM holds WHERE id = ?", id);
  return act(cast.server, who.token, `holds.${name}`, data, { id, version: Number(row?.version) });
};
const reason = { reason: "It is so." };

describe("a hold", () => {
  test("is placed at this minute, with who, why and until when it is looked at", async () => {
    const { server, priya, ingrid } = cast;
    const id = await newHold(server, ingrid, { authoriser: priya.id });
    const row = await oneHold(id);
    expect(row).toMatchObject({ cause: "CMP-1", causeOpen: true, authoriser: priya.id, by: ingrid.id });
    expect(Date.now() - Date.parse(row.at)).toBeLessThan(60_000);
    const [event] = eventsOf(server, "holds.act").filter(({ detail }) => String(detail).includes(id));
    expect(event).toMatchObject({ user: ingrid.id, detail: expect.stringContaining('"action":"place"') });
    expect(event?.detail).not.toContain("CMP-1");
    expect(() => behindTheBack(server, "UPDATE holds SET what = 'Y' WHERE id = ?", id)).toThrow(/stay as/);
    expect(() => behindTheBack(server, "DELETE FROM holds WHERE id = ?", id)).toThrow(/stay as/);
  });

  test("outlives its end while its cause is open, and ends with its cause", async () => {
    const { server, priya, ingrid } = cast;
    const id = await newHold(server, priya, { until: inDays(1) });
    behindTheBack(server, "UPDATE holds SET until = ? WHERE id = ?", inDays(-5), id);
    expect((await listed(priya, `of=holds&state=open&id=${id}`)).rows).toHaveLength(1);
    // Only the lead releases it while its cause is open.
    expect((await onHold(ingrid, "release", id, reason)).status).toBe(403);
    expect((await onHold(ingrid, "endCause", id, reason)).status).toBe(200);
    expect((await listed(priya, `of=holds&state=open&id=${id}`)).rows).toEqual([]);
    expect((await oneHold(id)).causeOpen).toBe(false);
    expect((await onHold(priya, "release", id, reason)).body.message).toContain("has ended");
  });

  test("of an incident lasts until that is closed, and names it to whoever may read it alone", async () => {
    const { server, priya, ingrid, tom } = cast;
    const incident = await newBreach(cast);
    const cause = { causeKind: "breaches", incident, reference: undefined };
    const id = await newHold(server, priya, cause);
    expect((await oneHold(id, ingrid)).cause).toMatch(/^INC-\d+$/);
    expect(codesOf(await onHold(priya, "endCause", id, reason))).toEqual([]);
    expect((await onHold(priya, "endCause", id, reason)).body.message).toContain("close it there");
    behindTheBack(server, "UPDATE breaches SET state = 'closed' WHERE id = ?", incident);
    expect((await oneHold(id)).causeOpen).toBe(false);
    expect(codesOf(await place({ ...heldBy(priya.id), ...cause }))).toEqual(["data.incident closed"]);

    const secret = await newIncident(cast, { confidential: true });
    const kept = await newHold(server, priya, { ...cause, incident: secret });
    expect((await oneHold(kept)).cause).toMatch(/^Confidential incident/);
    // Whoever may not read it is shown a hold of our own decision, which tells of no incident: neither its kind nor its end.
    const seen = await oneHold(kept, ingrid);
    expect(seen).toMatchObject({ causeKind: "own", cause: "", causeOpen: false, until: inDays(30) });
    expect(seen.why).not.toBe(heldBy(priya.id).why);
    expect(JSON.stringify(seen)).not.toContain(secret);
    const ours = await newHold(server, priya, { causeKind: "own", reference: undefined, until: inDays(30) });
    for (const [name, data] of [
      ["endCause", reason],
      ["release", reason],
    ] as const) {
      const [ofOurs, ofKept] = [
        await onHold(ingrid, name, ours, data),
        await onHold(ingrid, name, kept, data),
      ];
      expect([ofOurs.status, ofOurs.body.message]).toEqual([403, ofKept.body.message]);
      expect(ofKept.status).toBe(403);
    }
    expect((await oneHold(kept)).causeKind).toBe("breaches");
    const data = { what: "X", ...heldBy(ingrid.id), ...cause, incident: secret };
    expect(codesOf(await act(server, ingrid.token, "holds.place", data))).toEqual(["data.incident unknown"]);
    const stale = await act(server, ingrid.token, "holds.release", reason, { id: kept, version: 9 });
    expect(stale.status).toBe(409);
    expect(JSON.stringify(stale.body)).not.toContain(secret);
    expect((await onCase(server, tom, "entry", secret, { text: "x" })).status).not.toBe(200);
  });

  test.each([
    ["our own decision without an end", { causeKind: "own" }, "data.until missing"],
    ["a request without its reference", { reference: undefined }, "data.reference missing"],
    ["a day of review behind us", { reviewOn: inDays(-2) }, "data.reviewOn in-past"],
    ["a day of review too far ahead", { reviewOn: inDays(300) }, "data.reviewOn too-late"],
    ["a day that there is not", { reviewOn: "2027-02-29" }, "data.reviewOn invalid_format"],
    ["nobody who may authorise", { authoriser: "a".repeat(15) }, "data.authoriser unknown"],
    ["a patient's number", { why: "For 943 476 5919." }, "data.why names-a-patient"],
    ["a patient's name", { what: "Letter of Mrs Ellery" }, "data.what names-a-patient"],
    ["a purpose of nobody's", { purpose: "fun" }, "data.purpose invalid_value"],
  ])("with %s is refused, and nothing is kept", async (_, more, code) => {
    const before = rowsIn(cast.server, "SELECT id FROM holds").length;
    expect(codesOf(await place({ ...heldBy(cast.priya.id), ...more }))).toEqual([code]);
    expect(rowsIn(cast.server, "SELECT id FROM holds")).toHaveLength(before);
  });

  test("comes onto the desk of whoever authorised it, two weeks before it is to be looked at", async () => {
    const { server, priya, ingrid } = cast;
    const id = await newHold(server, priya, { authoriser: ingrid.id, reviewOn: inDays(10) });
    await newHold(server, priya, { authoriser: ingrid.id, reviewOn: inDays(20), what: "Later" });
    const rows = async (who: SignedIn) =>
      (await ask(server, "GET /api/chaperone/desk?part=others", { token: who.token })).body.rows.filter(
        ({ key }: { key: string }) => key.startsWith("holds:"),
      );
    expect(await rows(ingrid)).toMatchObject([{ key: `holds:${id}`, mine: true, page: `/holds?id=${id}` }]);
    expect(await rows(priya)).toMatchObject([{ key: `holds:${id}`, mine: false }]);
    const later = { reviewOn: inDays(60), ...reason };
    expect((await onHold(ingrid, "review", id, later)).status).toBe(200);
    expect(await rows(ingrid)).toEqual([]);
  });
});

describe("the list of any register", () => {
  test("goes page by page without losing or repeating a row, and says what it counts", async () => {
    const { server, priya } = cast;
    await Promise.all(Array.from({ length: 7 }, (_, i) => newHold(server, priya, { what: `Box ${i}` })));
    const all = await listed(priya, "of=holds&limit=200");
    const found: string[] = [];
    let before = "";
    do {
      const page = await listed(priya, `of=holds&limit=3&before=${encodeURIComponent(before)}`);
      found.push(...page.rows.map(({ id }: { id: string }) => id));
      before = page.next ?? "";
    } while (before !== "");
    expect(found).toEqual(all.rows.map(({ id }: { id: string }) => id));
    expect(new Set(found).size).toBe(found.length);
    expect(all.figures.running).toBeGreaterThan(6);
  });

  test("saves what is shown as CSV, safe in a spreadsheet, and the export is on the record", async () => {
    const { server, ruth, priya } = cast;
    await newHold(server, priya, { what: "=1+1 on paper" });
    const csv = await ask(server, "GET /api/chaperone/list?of=holds&state=open&format=csv", {
      token: ruth.token,
    });
    expect(csv.headers.get("content-disposition")).toMatch(/chaperone-holds-.*\.csv/);
    const lines = String(csv.body).split("\r\n");
    const open = await listed(priya, "of=holds&state=open&limit=200");
    expect(lines).toHaveLength(open.rows.length + 5);
    expect(lines[2]).toBe("Filter,state = open");
    expect(csv.body).toContain("'=1+1 on paper");
    const exports = eventsOf(server, "holds.act").filter(({ detail }) => String(detail).includes("export"));
    expect(exports[exports.length - 1]).toMatchObject({ user: ruth.id });
  });

  test.each([
    ["of=nothing", 400],
    ["of=holds&state=x", 400],
    ["of=holds&constructor=x", 400],
    ["of=holds&limit=0", 400],
    ["of=holds&limit=201", 400],
    ["of=holds&before=x", 400],
    ["of=holds&before=%27%20OR%201", 400],
    ["of=holds&format=xml", 400],
    ["of=holds&subject=%27", 400],
  ])("refuses %s", async (query, status) => {
    const answer = await ask(cast.server, `GET /api/chaperone/list?${query}`, { token: cast.priya.token });
    expect(answer.status).toBe(status);
  });

  test("is closed to staff", async () => {
    const answer = await ask(cast.server, "GET /api/chaperone/list?of=holds", { token: cast.tom.token });
    expect(answer.status).toBe(403);
  });
});

describe("a disclosure", () => {
  const add = (more: object) =>
    act(cast.server, cast.priya.token, "disclosures.add", { ...disclosureOf(cast.priya.id), ...more });

  test("is kept as it was entered, and taken back by a reason", async () => {
    const { server, priya, ingrid } = cast;
    const hold = await newHold(server, priya);
    const id = await newDisclosure(server, priya, { hold });
    const row = async () => (await listed(ingrid, `of=disclosures&id=${id}`)).rows[0];
    expect(await row()).toMatchObject({
      receiver: "police",
      what: "Appointment book of 2025",
      others: "blurred",
    });
    expect(() => behindTheBack(server, "UPDATE disclosures SET given = 'Y' WHERE id = ?", id)).toThrow();
    const back = await act(server, ingrid.token, "disclosures.takeBack", reason, { id, version: 1 });
    expect(back.status).toBe(200);
    expect(await row()).toMatchObject({ takenBackBy: ingrid.id, takenBackWhy: "It is so." });
    const again = await act(server, ingrid.token, "disclosures.takeBack", reason, { id, version: 2 });
    expect(again.status).toBe(403);
  });

  test.each([
    [
      "a copy for the subject with others in it",
      { receiver: "subject", others: "needed" },
      "data.others does-not-fit",
    ],
    ["the police on a telephone call", { form: "phone" }, "data.form does-not-fit"],
    ["a court without its order", { receiver: "court" }, "data.form does-not-fit"],
    ["others not said", { others: undefined }, "data.others does-not-fit"],
    ["how it went not said", { how: undefined }, "data.how does-not-fit"],
    ["nothing given", { given: undefined }, "data.given missing"],
    ["nobody named", { organisation: undefined }, "data.organisation missing"],
    ["a day to come", { day: inDays(3) }, "data.day in-future"],
    ["given before it was asked", { day: inDays(-9) }, "data.day too-early"],
    ["a hold that there is not", { hold: "a".repeat(15) }, "data.hold unknown"],
    ["a patient's name", { given: "The letter of Mrs Ellery." }, "data.given names-a-patient"],
  ])("%s is refused", async (_, more, code) => {
    expect(codesOf(await add(more))).toEqual([code]);
  });

  test("a refusal needs no more than its reason", async () => {
    const { status, body } = await add({
      outcome: "refused",
      given: undefined,
      others: undefined,
      how: undefined,
    });
    expect(status).toBe(200);
    const [row] = (await listed(cast.priya, `of=disclosures&outcome=refused&id=${body.id}`)).rows;
    expect(row).toMatchObject({ outcome: "refused", given: "", others: "" });
  });
});
