import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, ask } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { newCamera, newLook, newSystem } from "../cctv/rows.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { day, mapFor, onClaim, onVersion, putIn, versionOf } from "./made-policy.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const first = `# Records
We comply with the Data Protection Act 2004. Every access to a record is logged. Sign-ins are never shared.

# CCTV
Images will be kept no longer than 60 days. Footage is overwritten after 31 days.`;
const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
// biome-ignore lint/suspicious/noExplicitAny: rows of an answer
const claimOf = (map: any, words: string) => map.rows.find((row: any) => row.text.includes(words)).claim;

describe("a policy", () => {
  test("is put in, said sentence by sentence, put in force, and followed by one that keeps what did not change", async () => {
    const { server, priya, ingrid } = cast;
    const id = await putIn(server, ingrid, first, 3);
    const map = await mapFor(server, priya);
    expect(map).toMatchObject({ shown: id, strokes: "-----", counts: { open: 5 }, next: null });
    expect(map.versions).toMatchObject([{ id, number: 1, state: "draft", lines: 7, arrived: 7 }]);
    expect(map.rows[0]).toMatchObject({ number: 1, section: "Records", claim: { state: "", version: 1 } });
    // Two sentences name different days for the same.
    expect(map.rows.map(({ against }: { against: number[] }) => against)).toEqual([[], [], [], [5], [4]]);

    const say = async (words: string, data: object) =>
      (await onClaim(server, priya, "settle", claimOf(map, words).id, { rule: "", ...data })).status;
    const source = "Data Protection Act 2018, s.3";
    expect(
      await say("Act 2004", { state: "wrong", rule: "act-of-2004", why: "It is Gibraltar’s.", source }),
    ).toBe(200);
    expect(await say("logged", { state: "screen", rule: "access-logged", page: "/log" })).toBe(200);
    const people = { state: "people", audit: "Shared sign-ins", owner: ingrid.id, due: day(10) };
    expect(await say("never shared", people)).toBe(200);
    expect(await say("60 days", { state: "none", rule: "access-logged" })).toBe(200);

    const said = await mapFor(server, priya);
    expect(said).toMatchObject({
      strokes: "wspn-",
      lastBy: priya.id,
      counts: { wrong: 1, screen: 1, people: 1 },
    });
    expect(claimOf(said, "logged")).toMatchObject({ rule: "access-logged", page: "/log", by: priya.id });
    // A rule that did not suggest this is not written down as if it had.
    expect(claimOf(said, "60 days")).toMatchObject({ state: "none", rule: "" });

    const inForce = { inForceFrom: day(0), reviewBy: day(300), reviewer: priya.id };
    expect((await onVersion(server, priya, "enforce", id, inForce)).status).toBe(200);

    const next = first
      .replace("Every access", "Each access")
      .replace("# CCTV", "Staff are trained each year.\n\n# CCTV");
    const second = await putIn(server, ingrid, next);
    const changed = await mapFor(server, priya);
    expect(changed).toMatchObject({ shown: second, strokes: "w-p-n-" });
    expect((await mapFor(server, priya, `?version=${id}`)).strokes).toBe("wspn-");

    // What is said of a sentence is said of it in both.
    expect(await say("60 days", { state: "screen", page: "/cctv" })).toBe(200);
    expect((await mapFor(server, priya)).strokes).toBe("w-p-s-");
    expect((await onVersion(server, priya, "enforce", second, inForce)).status).toBe(200);
    const { versions } = await mapFor(server, priya);
    expect(versions).toMatchObject([
      { number: 2, state: "in-force" },
      { number: 1, state: "replaced", endedReason: "Version 2 followed it." },
    ]);
    expect(eventsOf(server, "policy_claims.act")).toHaveLength(5);
    expect(() => behindTheBack(server, "UPDATE policy_sentences SET text = 'x'")).toThrow(
      /stay as they came/,
    );
    expect(
      rowsIn(server, "SELECT count(*) AS n FROM row_salts WHERE collection = 'policy_sentences'"),
    ).toEqual([{ n: 15 }]);
  });

  test("is looked at by people, who say what they found", async () => {
    const { server, priya, ingrid, noor } = cast;
    const { id } = claimOf(await mapFor(server, priya), "never shared");
    const check = (data: object) =>
      onClaim(server, noor, "checked", id, { kept: true, due: day(180), note: "", ...data });
    expect(codesOf(await check({ checkedOn: day(2) }))).toEqual(["data.checkedOn in-future"]);
    expect(codesOf(await check({ checkedOn: day(0), due: day(0) }))).toEqual(["data.due too-early"]);
    expect(codesOf(await check({ checkedOn: day(0), kept: false }))).toEqual(["data.note missing"]);
    const desk = async () =>
      (await ask(server, "GET /api/chaperone/desk?part=others", { token: ingrid.token })).body.rows.map(
        ({ text, mine }: { text: string; mine: boolean }) => [text, mine],
      );
    expect(await desk()).toEqual([["Look for the policy: Shared sign-ins", true]]);
    expect((await check({ checkedOn: day(0), kept: false, note: "One sign-in for two." })).status).toBe(200);
    const map = await mapFor(server, priya, "?state=broken");
    expect(map).toMatchObject({
      counts: { broken: 1, people: 0 },
      rows: [{ text: "Sign-ins are never shared." }],
    });
    expect(await desk()).toEqual([]);
  });

  test("is read anew by its day, with a row on the desk before", async () => {
    const { server, priya } = cast;
    const [version] = (await mapFor(server, priya)).versions;
    const review = (data: object) =>
      onVersion(server, priya, "review", version.id, { reviewer: priya.id, note: "", ...data });
    expect(codesOf(await review({ reviewBy: day(-1) }))).toEqual(["data.reviewBy too-early"]);
    expect(codesOf(await review({ reviewBy: day(2_000) }))).toEqual(["data.reviewBy too-late"]);
    expect((await review({ reviewBy: day(20) })).status).toBe(200);
    const { rows } = (await ask(server, "GET /api/chaperone/desk?part=others", { token: priya.token })).body;
    expect(rows).toMatchObject([
      { text: "Review the policy, version 2", mine: true, page: `/policy-map?version=${version.id}` },
    ]);
  });

  test("is asked in the month's first review, open while something is wrong", async () => {
    const { server, priya } = cast;
    await act(server, priya.token, "reviews.prepare", {});
    const [item] = rowsIn(server, "SELECT facts FROM review_items WHERE key = 'policy'");
    expect(String(item?.facts)).toContain("1 found not kept; 1 wrong in law");
  });

  test("keeps every look: who, when, in which version, and what was found; none of them is changed", async () => {
    const { server, priya, noor, tom } = cast;
    const { id } = claimOf(await mapFor(server, priya, "?state=broken"), "never shared");
    const more = { kept: true, checkedOn: day(0), due: day(90), note: "" };
    expect((await onClaim(server, noor, "checked", id, more)).status).toBe(200);
    const list = await ask(server, `GET /api/chaperone/list?of=policy-checks&claim=${id}`, {
      token: priya.token,
    });
    expect(list.body.rows).toHaveLength(2);
    expect(list.body.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kept: "no", note: "One sign-in for two.", number: 2, by: noor.id }),
        expect.objectContaining({ kept: "yes", note: "", number: 2, by: noor.id, checkedOn: day(0) }),
      ]),
    );
    expect(claimOf(await mapFor(server, priya), "never shared")).toMatchObject({ looks: 2, kept: "yes" });
    const refused = await ask(server, "GET /api/chaperone/list?of=policy-checks", { token: tom.token });
    expect(refused.status).toBe(403);
    expect(() => behindTheBack(server, "UPDATE policy_checks SET kept = 'yes'")).toThrow(/append-only/);
    expect(rowsIn(server, "SELECT count(*) AS n FROM row_salts WHERE collection = 'policy_checks'")).toEqual([
      { n: 2 },
    ]);
  });

  test("is looked at by an audit of the programme: its day and owner are the audit's own, late when it is late", async () => {
    const { server, priya, ingrid } = cast;
    const plan = { template: "shared-sign-ins", subject: "", every: 6, owner: ingrid.id, nextOn: day(5) };
    const audit = String((await act(server, priya.token, "audits.plan", plan)).body.id);
    const claim = () => mapFor(server, priya).then((map) => claimOf(map, "never shared"));
    const { id } = await claim();
    const said = { state: "people", rule: "" };
    const settle = (data: object) => onClaim(server, priya, "settle", id, { ...said, ...data });
    expect(codesOf(await settle({ programme: "a".repeat(15) }))).toEqual(["data.programme unknown"]);
    expect((await settle({ programme: audit })).status).toBe(200);
    expect(await claim()).toMatchObject({ programme: audit, due: day(5), owner: ingrid.id, looks: 2 });
    // The day is read of the audit, not kept beside it; its desk row is the audit's alone.
    behindTheBack(server, "UPDATE audits SET nextOn = ? WHERE id = ?", day(-3), audit);
    expect(await claim()).toMatchObject({ due: day(-3) });
    const { rows } = (await ask(server, "GET /api/chaperone/desk?part=others", { token: ingrid.token })).body;
    const keys = rows.map(({ key }: { key: string }) => key);
    expect(keys).toContain(`audits:${audit}`);
    expect(keys).not.toContain(`policy-check:${id}`);
    const looked = { kept: true, checkedOn: day(0), note: "" };
    expect((await onClaim(server, priya, "checked", id, looked)).status).toBe(200);
    expect(await claim()).toMatchObject({ due: day(-3), looks: 3 });
    behindTheBack(server, "UPDATE audits SET state = 'retired' WHERE id = ?", audit);
    // Without the audit it is owed by the day and owner that were told with it.
    expect(await claim()).toMatchObject({ programme: "", due: day(5), owner: ingrid.id });
    const left = await ask(server, "GET /api/chaperone/desk?part=others", { token: ingrid.token });
    expect(left.body.rows).toContainEqual(expect.objectContaining({ key: `policy-check:${id}`, mine: true }));
    expect(codesOf(await onClaim(server, priya, "checked", id, looked))).toEqual(["data.due invalid_format"]);
    expect((await onClaim(server, priya, "checked", id, { ...looked, due: day(150) })).status).toBe(200);
    expect(await claim()).toMatchObject({ due: day(150), looks: 4 });
    const own = { audit: "Shared sign-ins", owner: ingrid.id, due: day(200) };
    expect((await settle(own)).status).toBe(200);
    expect(await claim()).toMatchObject({ programme: "", due: day(200) });
  });

  test("is taken away as a CSV or for a paper with an event each, by whoever reads it", async () => {
    const { server, priya, ruth, tom } = cast;
    const { shown } = await mapFor(server, priya);
    const path = `GET /api/chaperone/policy-map?version=${shown}`;
    const before = eventsOf(server, "policy_versions.act").length;
    const csv = await fetch(
      `${server.url}/api/chaperone/policy-map?version=${shown}&format=csv&state=wrong`,
      {
        headers: { authorization: ruth.token },
      },
    );
    const text = await csv.text();
    expect(text).toContain("Data Protection Act 2004");
    expect(text).not.toContain("never shared");
    const paper = await ask(server, `${path}&format=paper`, { token: priya.token });
    // Headings stand beside their sentences.
    expect(paper.body.rows).toHaveLength(6);
    const events = eventsOf(server, "policy_versions.act");
    expect(events.length - before).toBe(2);
    expect(events.slice(0, 2).map(({ user, detail }) => [user, JSON.parse(String(detail)).action])).toEqual([
      [priya.id, "export"],
      [ruth.id, "export"],
    ]);
    expect((await ask(server, `${path}&format=exe`, { token: priya.token })).status).toBe(400);
    expect((await ask(server, `${path}&format=csv`, { token: tom.token })).status).toBe(403);
    expect(
      (await ask(server, "GET /api/chaperone/policy-map?format=csv", { token: priya.token })).status,
    ).toBe(404);
    expect(eventsOf(server, "policy_versions.act")).toHaveLength(before + 2);
  });
});

describe("what is refused", () => {
  const header = { title: "Policy", format: "text", pages: 0, notRead: "", leftOut: 0, lines: 2 };
  const line = (text: string) => ({ kind: "sentence", section: "", lead: "", text });
  const add = (data: object = {}) =>
    act(cast.server, cast.priya.token, "policy_versions.add", { ...header, ...data });
  const send = (id: string, data: object) => onVersion(cast.server, cast.priya, "lines", id, data);

  test.each([
    ["no line", { lines: 0 }, ["data.lines too_small"]],
    ["more lines than a policy has", { lines: 10_001 }, ["data.lines too_big"]],
    ["a patient's number in the title", { title: "Policy of 943 476 5919" }, ["data.title names-a-patient"]],
    ["a format that is none", { format: "exe" }, ["data.format invalid_value"]],
  ])("%s", async (_, data, codes) => {
    expect(codesOf(await add(data))).toEqual(codes);
  });

  test("lines out of order, too many, or with a patient's number: none of them stays", async () => {
    const { id } = (await add()).body;
    expect(codesOf(await send(id, { at: 1, lines: [line("One.")] }))).toEqual(["data.at wrong-order"]);
    const three = ["One.", "Two.", "Three."].map(line);
    expect(codesOf(await send(id, { at: 0, lines: three }))).toEqual(["data.lines too_big"]);
    const named = await send(id, { at: 0, lines: [line("One."), line("Ask for 943 476 5919 at the desk.")] });
    expect(codesOf(named)).toEqual(["data.lines.1.text names-a-patient"]);
    expect(JSON.stringify(named.body)).not.toContain("943");
    expect(rowsIn(cast.server, "SELECT count(*) AS n FROM policy_sentences WHERE policy = ?", id)).toEqual([
      { n: 0 },
    ]);
    const put = { inForceFrom: day(0), reviewBy: day(30), reviewer: cast.priya.id };
    const early = await onVersion(cast.server, cast.priya, "enforce", id, put);
    expect(early).toMatchObject({ status: 403, body: { message: "This version has not arrived whole." } });

    // Another begins: the one that did not arrive is taken back, and a draft has to be dealt with first.
    const next = await putIn(cast.server, cast.priya, "One. Two.");
    const [old] = rowsIn(cast.server, "SELECT state FROM policy_versions WHERE id = ?", id);
    expect(old).toEqual({ state: "withdrawn" });
    expect(codesOf(await add())).toEqual(["data.title known"]);
    const future = await onVersion(cast.server, cast.priya, "enforce", next, { ...put, inForceFrom: day(3) });
    expect(codesOf(future)).toEqual(["data.inForceFrom in-future"]);
    expect((await onVersion(cast.server, cast.priya, "withdraw", next, { reason: "A draft." })).status).toBe(
      200,
    );
    expect((await onVersion(cast.server, cast.priya, "withdraw", next, { reason: "Again." })).status).toBe(
      403,
    );
  });

  test.each([
    ["a page that keeps nothing", { state: "screen", page: "/nowhere" }, ["data.page missing"]],
    ["an address for a page", { state: "screen", page: "https://x.example" }, ["data.page invalid_format"]],
    ["no test", { state: "test" }, ["data.test missing"]],
    ["people without a day", { state: "people", audit: "Paper" }, ["data.due missing"]],
    [
      "people who left",
      { state: "people", audit: "Paper", due: day(9), owner: "a".repeat(15) },
      ["data.owner unknown"],
    ],
    ["wrong without a source", { state: "wrong", why: "So." }, ["data.source missing"]],
    ["a patient's number", { state: "none", why: "See 943 476 5919." }, ["data.why names-a-patient"]],
  ])("of a sentence: %s", async (_, data, codes) => {
    const { server, priya } = cast;
    const { id } = claimOf(await mapFor(server, priya), "logged".replace("logged", "Each access"));
    expect(codesOf(await onClaim(server, priya, "settle", id, { rule: "", ...data }))).toEqual(codes);
  });

  test("who may not read it, or asks for what is none", async () => {
    const { server, tom, ruth, priya } = cast;
    const asked = async (who: { token: string }, query: string) =>
      (await ask(server, `GET /api/chaperone/policy-map${query}`, { token: who.token })).status;
    expect(await asked(tom, "")).toBe(403);
    expect(await asked(ruth, "")).toBe(200);
    expect(await asked(priya, "?state=everything")).toBe(400);
    expect(await asked(priya, `?version=${"a".repeat(15)}`)).toBe(404);
    expect(await asked(priya, "?after=-1")).toBe(400);
    const { id } = claimOf(await mapFor(server, priya), "60 days");
    expect((await onClaim(server, tom, "settle", id, { state: "says", rule: "" })).status).toBe(403);
    expect((await onClaim(server, ruth, "settle", id, { state: "says", rule: "" })).status).toBe(403);
  });

  test("two people at once: the second is told who was first", async () => {
    const { server, priya, noor } = cast;
    const { id } = claimOf(await mapFor(server, priya), "60 days");
    const version = versionOf(server, id, "policy_claims");
    const data = { state: "says", rule: "" };
    const both = await Promise.all(
      [priya, noor].map((who) => act(server, who.token, "policy_claims.settle", data, { id, version })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test("a number that a register does not keep to is broken today, and names what breaks it", async () => {
  const { server, priya } = cast;
  const id = await putIn(server, priya, "# Meetings\nEvery incident is discussed at the weekly meeting.");
  const claim = claimOf(await mapFor(server, priya), "weekly meeting");
  const data = { state: "screen", rule: "weekly-meeting", page: "/review" };
  expect((await onClaim(server, priya, "settle", claim.id, data)).status).toBe(200);
  const held = (days: number) =>
    behindTheBack(server, "UPDATE reviews SET heldAt = ?", `${day(-days)} 12:00:00.000Z`);
  held(7);
  expect(await mapFor(server, priya)).toMatchObject({ strokes: "s", counts: { screen: 1, broken: 0 } });
  held(9);
  expect(await mapFor(server, priya, "?state=broken")).toMatchObject({
    strokes: "b",
    counts: { screen: 0, broken: 1 },
    rows: [{ broken: [{ name: "Weekly review", amount: 9, unit: "day", page: "/review" }] }],
  });
  expect((await onVersion(server, priya, "withdraw", id, { reason: "Tried." })).status).toBe(200);
});

test("a promise of so many days names the camera that breaks it today, and no other", async () => {
  const { server, priya } = cast;
  const text =
    "# Cameras\nImages will be kept no longer than 60 days.\nFootage is overwritten after 31 days.";
  const id = await putIn(server, priya, text);
  for (const words of ["60 days", "31 days"]) {
    const { id: claim } = claimOf(await mapFor(server, priya), words);
    const data = { state: "screen", rule: "", page: "/cctv" };
    expect((await onClaim(server, priya, "settle", claim, data)).status).toBe(200);
  }
  const system = await newSystem(server, priya);
  const front = await newCamera(server, priya, system, { name: "Front entrance", days: 60 });
  await newCamera(server, priya, system, { name: "Car park", days: 30 });
  const broken = async () =>
    Object.fromEntries(
      (await mapFor(server, priya, `?version=${id}`)).rows
        .filter(({ text: line }: { text: string }) => /days/.test(line))
        .map((row: { text: string; broken: { name: string; amount: number }[] }) => [
          /\d+/.exec(row.text)?.[0],
          row.broken.map(({ name, amount }) => `${name} ${amount}`),
        ]),
    );
  expect(await broken()).toEqual({ 60: [], 31: ["Front entrance 60"] });
  await newLook(server, priya, front, { oldest: day(-68) });
  expect(await broken()).toEqual({ 60: ["Front entrance 68"], 31: ["Front entrance 68"] });
  expect((await onVersion(server, priya, "withdraw", id, { reason: "Tried." })).status).toBe(200);
});

test("a policy of three hundred pages is taken in parts, and its first page is read at once", async () => {
  const { server, priya } = cast;
  const sentences = Array.from(
    { length: 7_500 },
    (_, i) => `Rule ${i + 1} of the clinic is kept by everybody who works here.`,
  );
  const lines = sentences.map((text) => ({ kind: "sentence" as const, section: "All", lead: "", text }));
  const begun = performance.now();
  const id = await putIn(server, priya, lines, 1_000);
  const took = performance.now() - begun;
  const map = await mapFor(server, priya);
  const reads: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    const asked = performance.now();
    await mapFor(server, priya, i % 2 === 0 ? "" : "?after=3000&state=open");
    reads.push(performance.now() - asked);
  }
  const slowest = Math.max(...reads);
  // An act and a hash over its rows a thousand lines, as of an import.
  const parts = rowsIn(
    server,
    "SELECT count(*) AS n FROM events WHERE kind = 'policy_versions.act' AND detail->>'id' = ? AND detail->>'action' = 'lines'",
    id,
  );
  expect(parts).toEqual([{ n: 8 }]);
  expect(map).toMatchObject({ shown: id, counts: { open: 7_500 }, next: 99 });
  expect(map.rows).toHaveLength(100);
  const last = await mapFor(server, priya, "?after=7449");
  expect(last).toMatchObject({ next: null, rows: [{ number: 7_451 }, ...Array(49).fill({})] });
  console.log(
    `7,500 sentences were taken in ${Math.round(took)} ms; the slowest of 20 pages came in ${Math.round(slowest)} ms`,
  );
});
