import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { inDays } from "../holds/rows.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { askWho, newRelease, recordOfAnn, releaseOf } from "./rows.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const onRow = (who: SignedIn, action: "releases.revoke" | "releases.letEnd", id: string, data: object) => {
  const [row] = rowsIn(cast.server, "SELECT version FROM releases WHERE id = ?", id);
  return act(cast.server, who.token, action, data, { id, version: Number(row?.version) });
};
const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const listed = async (who: SignedIn, query: string) =>
  (await ask(cast.server, `GET /api/chaperone/list?${query}`, { token: who.token })).body;
/** A record of its own for each test: nobody else's release stands there. */
let last = 88_000_000;
const record = (): string => `18054652029${++last}`;

describe("the answer during a call", () => {
  test("says yes to the daughter, appointments only, until the day, for whoever works at the desk", async () => {
    const { server, tom } = cast;
    const recordRef = record();
    await newRelease(server, tom, { recordRef, expiresOn: inDays(60) });
    const { status, body } = await askWho(server, tom, { reference: recordRef });
    expect(status).toBe(200);
    expect(body).toMatchObject({ is: "told", ending: recordRef.slice(-4), count: 1 });
    expect(body.releases).toMatchObject([
      { relation: "daughter", name: "Ann", scopes: "appointments", state: "stands", expiresOn: inDays(60) },
    ]);
    const told = await act(
      server,
      tom.token,
      "release_asks.told",
      { release: body.releases[0].id },
      body.ask,
    );
    expect(told.status).toBe(200);
    const again = { id: body.ask.id, version: told.body.version };
    expect(
      (await act(server, tom.token, "release_asks.told", { release: body.releases[0].id }, again)).status,
    ).toBe(403);
  });

  test("is an event each time, in which neither name nor reference stands", async () => {
    const { server, ingrid } = cast;
    const recordRef = record();
    await newRelease(server, ingrid, { recordRef, name: "Wojciechna" });
    const before = eventsOf(server, "release_asks.act").length;
    await askWho(server, ingrid, { reference: recordRef });
    await askWho(server, ingrid, { reference: record() });
    const newest = eventsOf(server, "release_asks.act");
    const events = newest.slice(0, newest.length - before);
    expect(events).toMatchObject([{ user: ingrid.id }, { user: ingrid.id }]);
    const all = JSON.stringify([...eventsOf(server, "releases.act"), ...events]);
    expect(all).not.toContain("Wojciechna");
    expect(all).not.toContain(recordRef);
  });

  test("is no for another record, for one that ended, and a minute after it was taken back", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    const id = await newRelease(server, priya, { recordRef });
    expect((await askWho(server, priya, { reference: record() })).body.releases).toEqual([]);
    expect((await onRow(priya, "releases.revoke", id, { how: "phone" })).status).toBe(200);
    expect((await askWho(server, priya, { reference: recordRef })).body.releases).toMatchObject([
      { state: "revoked" },
    ]);
    expect((await onRow(priya, "releases.revoke", id, { how: "phone" })).body.message).toContain(
      "taken this back already",
    );
    const other = record();
    const ended = await newRelease(server, priya, { recordRef: other });
    expect(() =>
      behindTheBack(server, "UPDATE releases SET expiresOn = ? WHERE id = ?", inDays(-1), ended),
    ).toThrow(/stay as/);
    const late = { recordRef: other, validFrom: inDays(5) };
    await newRelease(server, priya, late);
    const states = (await askWho(server, priya, { reference: other })).body.releases.map(
      (one: { state: string }) => one.state,
    );
    expect(states).toEqual(["stands", "not-yet"]);
  });

  test("of one time is used up by who was told", async () => {
    const { server, priya } = cast;
    const recordRef = record();
    await newRelease(server, priya, { recordRef, once: true });
    const first = (await askWho(server, priya, { reference: recordRef })).body;
    await act(server, priya.token, "release_asks.told", { release: first.releases[0].id }, first.ask);
    const second = (await askWho(server, priya, { reference: recordRef })).body;
    expect(second.releases).toMatchObject([{ state: "used" }]);
    const told = await act(
      server,
      priya.token,
      "release_asks.told",
      { release: second.releases[0].id },
      second.ask,
    );
    expect(codesOf(told)).toEqual(["data.release ended"]);
  });

  test("never mixes two systems: where both are kept somebody has to say which", async () => {
    const { server, ingrid } = cast;
    const recordRef = record();
    await newRelease(server, ingrid, { recordRef, system: "tm3:harbour.example", name: "Siân" });
    await newRelease(server, ingrid, { recordRef, name: "Nneka" });
    const { body } = await askWho(server, ingrid, { reference: recordRef });
    expect(body).toEqual({ is: "which", systems: ["cliniko:harbour.uk2", "tm3:harbour.example"] });
    const one = await askWho(server, ingrid, { reference: recordRef, system: "tm3:harbour.example" });
    expect(one.body.releases).toMatchObject([{ name: "Siân" }]);
  });

  test.each([
    ["a name", "Ann Moss"],
    ["a number of the health service", "9434765919"],
    ["markup", "<script>1</script>"],
    ["a thousand figures", "1".repeat(1_000)],
  ])("is refused for %s, and nothing is kept", async (_, reference) => {
    const before = rowsIn(cast.server, "SELECT id FROM release_asks").length;
    const { status, body } = await askWho(cast.server, cast.tom, { reference });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toContain(reference);
    expect(rowsIn(cast.server, "SELECT id FROM release_asks")).toHaveLength(before);
  });

  test("is limited in a day, the lead sees it and lets it go on; two at once do not slip through", async () => {
    const { server, priya, noor } = cast;
    const most = policy.releaseAnswersADay.amount;
    const system = "cliniko:harbour.uk2";
    const tries = await Promise.all(
      Array.from({ length: most + 3 }, () => askWho(server, noor, { reference: recordOfAnn, system })),
    );
    const kinds = tries.map(({ body }) => body.is);
    expect(kinds.filter((is) => is === "told")).toHaveLength(most);
    expect(kinds.filter((is) => is === "too-many")).toHaveLength(3);
    const desk = async () =>
      (await ask(server, "GET /api/chaperone/desk?part=others", { token: priya.token })).body.rows.filter(
        ({ key }: { key: string }) => key.startsWith("release-asks:"),
      );
    const [row] = await desk();
    const id = String(row.key).slice("release-asks:".length);
    const [version] = rowsIn(server, "SELECT version FROM release_asks WHERE id = ?", id);
    const seen = { id, version: Number(version?.version) };
    expect((await act(server, noor.token, "release_asks.lift", {}, seen)).status).toBe(403);
    expect((await act(server, priya.token, "release_asks.lift", {}, seen)).status).toBe(200);
    expect(await desk()).toEqual([]);
    expect((await askWho(server, noor, { reference: recordOfAnn, system })).body.is).toBe("told");
  });
});

test("the answers of a desk’s browser are limited too, whoever it says sits there", async () => {
  const { server, desk, ingrid } = cast;
  const system = "cliniko:harbour.uk2";
  const call = (user: string) =>
    ask(server, "POST /api/chaperone/record-call", {
      token: desk.token,
      body: { reference: record(), system, user },
    });
  const { body } = await call(ingrid.id);
  expect(body.is).toBe("told");
  behindTheBack(
    server,
    `INSERT INTO release_asks (id, user, browser, "at", "day", system, recordRef, stood, refused, told, toldAt, liftedAt,
       liftedBy, version)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     SELECT printf('b%014d', i), printf('u%014d', i / 20), browser, "at", "day", system, recordRef, 0, 0, '', '', '', '', 1
       FROM n, release_asks WHERE id = ?`,
    policy.releaseAnswersOfBrowser.amount - 2,
    body.ask.id,
  );
  expect((await call(ingrid.id)).body.is).toBe("told");
  for (const user of [ingrid.id, cast.tom.id])
    expect((await call(user)).body).toMatchObject({
      is: "too-many",
      allowed: policy.releaseAnswersOfBrowser.amount,
    });
  // By their own sign-in they are answered.
  expect((await askWho(server, ingrid, { reference: record(), system })).body.is).toBe("told");
});

describe("a release", () => {
  test.each([
    ["no organisation of an office", { relation: "solicitor", name: undefined }, "data.organisation missing"],
    ["no name of a daughter", { name: undefined }, "data.name missing"],
    ["a number in the name", { name: "Ann 943 476 5919" }, "data.name names-a-patient"],
    [
      "the patient’s name in the purpose",
      { purpose: "So that Mrs Ellery is fetched." },
      "data.purpose names-a-patient",
    ],
    ["a reference of no such system", { recordRef: "Mrs-Moss" }, "data.recordRef invalid_format"],
    ["a number of the health service", { recordRef: "9434765919" }, "data.recordRef invalid_format"],
    ["a day that there is not", { expiresOn: "2027-02-29" }, "data.expiresOn invalid_format"],
    [
      "an end before its beginning",
      { validFrom: inDays(9), expiresOn: inDays(3) },
      "data.expiresOn too-early",
    ],
    ["an end in ten years", { expiresOn: inDays(3_650) }, "data.expiresOn too-late"],
    ["a signature of tomorrow", { signedOn: inDays(2), validFrom: inDays(2) }, "data.signedOn in-future"],
    ["no witness", { witness: undefined }, "data.witness missing"],
    ["a signed form that lies nowhere", { proof: "signed" }, "data.formAt missing"],
    ["nothing that may be told", { scopes: [] }, "data.scopes too_small"],
    ["e-mail as its way", { channels: ["e-mail"] }, "data.channels.0 invalid_value"],
    ["nobody who explained it", { explainedBy: "a".repeat(15) }, "data.explainedBy unknown"],
  ])("with %s is refused, and nothing is kept", async (_, more, code) => {
    const { server, priya } = cast;
    const before = rowsIn(server, "SELECT id FROM releases").length;
    const data = { ...releaseOf(priya.id), ...more };
    expect(codesOf(await act(server, priya.token, "releases.add", data))).toEqual([code]);
    expect(rowsIn(server, "SELECT id FROM releases")).toHaveLength(before);
  });

  test.each(["Siân", "Órlaith", "Wójcik-Łucja", "Gurpreet", "نور", "Chukwuemeka", "小明"])(
    "is told to %s by that name",
    async (name) => {
      const recordRef = record();
      const { server, priya } = cast;
      await newRelease(server, priya, { recordRef, name });
      const row = (await listed(priya, "of=releases&limit=1")).rows[0];
      expect(row).toMatchObject({ recordRef, name });
    },
  );

  test("shows its name to who works it, to no auditor, and in no file", async () => {
    const { server, priya, ingrid, ruth } = cast;
    await newRelease(server, priya, { recordRef: record(), name: "Zebedee", phoneEnding: "777" });
    for (const who of [priya, ingrid])
      expect((await listed(who, "of=releases&limit=1")).rows[0]).toMatchObject({ name: "Zebedee" });
    expect((await listed(ruth, "of=releases&limit=1")).rows[0]).toMatchObject({ name: "", phoneEnding: "" });
    const csv = await ask(server, "GET /api/chaperone/list?of=releases&format=csv", { token: priya.token });
    expect(csv.body).not.toContain("Zebedee");
    expect(csv.body).not.toMatch(/(?:^|,)777(?:,|$)/m);
    const office = { relation: "solicitor", name: undefined, organisation: "Zebedee Finch" };
    await newRelease(server, priya, { recordRef: record(), ...office });
    expect((await listed(ingrid, "of=releases&limit=1")).rows[0]).toMatchObject({
      organisation: "Zebedee Finch",
    });
    expect((await listed(ruth, "of=releases&limit=1")).rows[0]).toMatchObject({ organisation: "" });
    const file = await ask(server, "GET /api/chaperone/list?of=releases&format=csv", { token: ruth.token });
    expect(file.status).toBe(200);
    expect(file.body).not.toContain("Zebedee");
  });

  test("that ends is asked of whoever explained it, without a name, until the patient was asked", async () => {
    const { server, priya, ingrid } = cast;
    const id = await newRelease(server, priya, {
      recordRef: record(),
      name: "Zebedee",
      expiresOn: inDays(5),
      explainedBy: ingrid.id,
    });
    const rows = async () =>
      (await ask(server, "GET /api/chaperone/desk?part=others", { token: ingrid.token })).body.rows.filter(
        ({ key }: { key: string }) => key === `releases:${id}`,
      );
    expect(await rows()).toMatchObject([{ mine: true, page: `/releases?id=${id}` }]);
    expect(JSON.stringify(await rows())).not.toContain("Zebedee");
    expect((await onRow(ingrid, "releases.letEnd", id, { note: "It is no longer needed." })).status).toBe(
      200,
    );
    expect(await rows()).toEqual([]);
  });

  test("loses its name a year after its end, by itself and as an event", async () => {
    const { server, priya } = cast;
    const id = await newRelease(server, priya, { recordRef: record(), name: "Zebedee", once: false });
    await onRow(priya, "releases.revoke", id, { how: "letter" });
    const lastYear = `${inDays(-400)} 10:00:00.000Z`;
    behindTheBack(server, "UPDATE releases SET revokedAt = ? WHERE id = ?", lastYear, id);
    expect(() => behindTheBack(server, "UPDATE releases SET name = 'Other' WHERE id = ?", id)).toThrow(
      /stay as/,
    );
    expect((await server.command(["chaperone", "forget-names"])).status).toBe(0);
    expect(rowsIn(server, "SELECT name, phoneEnding FROM releases WHERE id = ?", id)).toMatchObject([
      { name: "", phoneEnding: "" },
    ]);
    expect(eventsOf(server, "releases.act").map(({ detail }) => String(detail))).toContainEqual(
      expect.stringContaining('"action":"forget-name"'),
    );
  });
});

test("the answer comes in under 100 ms among 100,000 records", async () => {
  const { server, ingrid } = cast;
  behindTheBack(
    server,
    `INSERT INTO releases (id, system, recordRef, relation, name, organisation, phoneEnding, scopes, fromDay, toDay,
       exclusions, purpose, channels, once, validFrom, expiresOn, capacityBy, explainedBy, proof, signedOn, witness, formAt,
       formHash, interpreter, "by", "at", revokedAt, revokedBy, revokedHow, usedAt, lookedAt, lookedBy, lookedNote, version)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
     SELECT printf('r%014d', i), 'cliniko:harbour.uk2', CAST(5000000 + i AS TEXT), 'son', 'Piet', '', '', 'bills', '', '',
       '', 'It is so.', 'phone', 0, '2026-01-01', '2099-01-01', 'x', 'x', 'witnessed', '2026-01-01', 'x', '',
       '', '', 'x', '2026-01-01 00:00:00.000Z', '', '', '', '', '', '', '', 1 FROM n`,
  );
  const body = { reference: "5054321", system: "cliniko:harbour.uk2" };
  await askWho(server, ingrid, body);
  const times: number[] = [];
  for (let i = 0; i < 7; i += 1) {
    const begun = performance.now();
    const { body: answer } = await askWho(server, ingrid, body);
    times.push(performance.now() - begun);
    expect(answer.releases).toMatchObject([{ relation: "son", name: "Piet", state: "stands" }]);
  }
  const plan = rowsIn(
    server,
    "EXPLAIN QUERY PLAN SELECT id FROM releases WHERE recordRef = '5054321' AND system = 'x' ORDER BY \"at\" DESC, id",
  );
  expect(JSON.stringify(plan)).toContain("idx_releases_record");
  times.sort((one, other) => one - other);
  console.info(`release answer at 100,000: ${times.map((ms) => ms.toFixed(1)).join(", ")} ms`);
  // The quickest says what it takes; the others may have waited for the machine.
  expect(times[0]).toBeLessThan(100);
});
