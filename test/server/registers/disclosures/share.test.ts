import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notifications } from "#domain/law/notifiable";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { disclosureOf, inDays } from "../holds/rows.ts";
import { type Cast, castOf, changeClinic } from "../incidents/cast.ts";
import { newShare, policeAsk } from "./rows.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const record = (who: SignedIn, data: object) => act(cast.server, who.token, "shares.record", data);
const rowOf = (id: string) => rowsIn(cast.server, "SELECT * FROM shares WHERE id = ?", id)[0];
const disclosed = (id: unknown) =>
  rowsIn(cast.server, "SELECT * FROM disclosures WHERE id = ?", String(id))[0];
const decide = (who: SignedIn, id: string, data: object) =>
  act(cast.server, who.token, "shares.decide", data, { id, version: Number(rowOf(id)?.version) });

const adult = { capacity: "able", danger: "no", law: "none", ask: "yes", professional: "other" } as const;
const daughter = {
  answers: {
    asker: "family",
    verified: "known",
    purpose: "inform",
    what: "appointments",
    decision: "yes",
    ...adult,
  },
  asked: "Appointments.",
  given: "Appointments.",
  how: "told",
};
const measles = {
  answers: {
    asker: "ourselves",
    verified: "known",
    purpose: "notify",
    what: "part",
    ...adult,
    professional: "registered",
  },
  asked: "The notification.",
  given: "The fields of the notification.",
  how: "told",
  professionalName: "Dr Amara Voss",
  professionalBody: "GMC",
  professionalNumber: "7654321",
  professionalAt: new Date(Date.now() - 60_000).toISOString(),
  disease: "measles",
  suspectedOn: inDays(0),
  others: "nobody",
  checked: "official",
};

describe("an answer on the record", () => {
  test("of the desk’s own makes the disclosure, with its ground, by one more click", async () => {
    const { body, status } = await record(cast.tom, daughter);
    expect(status).toBe(200);
    const share = rowOf(body.id);
    expect(share).toMatchObject({
      rule: "family-release",
      verdict: "permit",
      state: "recorded",
      decision: "given",
    });
    expect(disclosed(share?.disclosure)).toMatchObject({
      ...{
        receiver: "family",
        form: "person",
        outcome: "given",
        ground: "consent",
        how: "told",
        share: body.id,
      },
      decidedBy: cast.tom.id,
    });
  });

  test("that is a refusal makes one too, and gives nothing", async () => {
    const answers = { ...daughter.answers, decision: "nothing" };
    const { body } = await record(cast.tom, { answers, asked: "Appointments." });
    const share = rowOf(body.id);
    expect(share).toMatchObject({ rule: "family-without", state: "recorded", decision: "refused" });
    expect(disclosed(share?.disclosure)).toMatchObject({ outcome: "refused", given: "", ground: "none" });
  });

  test("that is nobody’s at the desk goes to the lead, who decides once", async () => {
    const { server, tom, priya, ingrid } = cast;
    const id = await newShare(server, tom, { organisation: "Kent Police" });
    expect(rowOf(id)).toMatchObject({ verdict: "ask", state: "asked", disclosure: "" });
    const desk = async () =>
      (await ask(server, "GET /api/chaperone/desk?part=others", { token: priya.token })).body.rows.filter(
        ({ key }: { key: string }) => key === `shares:${id}`,
      );
    expect(await desk()).toMatchObject([{ mine: true, page: `/share/asked?id=${id}` }]);
    expect((await decide(tom, id, { decision: "given", reason: "X." })).status).toBe(403);
    expect(codesOf(await decide(priya, id, { decision: "given", reason: "The order came." }))).toEqual([
      "data.given missing",
    ]);
    const said = { decision: "given", reason: "The order came.", given: "One line.", how: "told" };
    expect(codesOf(await decide(priya, id, said))).toEqual(["data.ground does-not-fit"]);
    const told = { ...said, ground: "interest", checked: "back" };
    expect(codesOf(await decide(priya, id, told))).toEqual(["data.harmIfNot does-not-fit"]);
    const byHand = await decide(priya, id, { ...said, ground: "order", checked: "back", how: "hand" });
    expect(byHand.body.data["data.given"].message).toMatch(/in writing first.*Enter it under Disclosures/);
    expect(rowOf(id)).toMatchObject({ state: "asked", disclosure: "" });
    const given = { ...told, harmIfNot: "Somebody is hurt.", harmIf: "Trust is lost." };
    const refused = { decision: "refused", reason: "No order." };
    for (const who of [tom, ingrid, cast.noor, cast.ruth])
      for (const data of [given, refused]) expect((await decide(who, id, data)).status).toBe(403);
    // The lead in two windows.
    const both = await Promise.all([decide(priya, id, given), decide(priya, id, refused)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await desk()).toEqual([]);
    expect(disclosed(rowOf(id)?.disclosure)).toMatchObject({
      receiver: "police",
      organisation: "Kent Police",
    });
    expect((await decide(priya, id, given)).status).toBe(403);
    expect(() => behindTheBack(server, "UPDATE shares SET decidedWhy = 'X' WHERE id = ?", id)).toThrow(
      /stay as/,
    );
  });

  test("that the lead alone may permit is sent on by desk and manager, and recorded by the lead", async () => {
    const answers = { asker: "court", verified: "written", purpose: "court", what: "part", law: "order" };
    const order = { answers, asked: "One letter.", given: "One letter.", how: "post", reference: "F12YM" };
    const sent = await record(cast.tom, order);
    expect(rowOf(sent.body.id)).toMatchObject({ verdict: "permit", state: "asked", given: "" });
    const byManager = await record(cast.ingrid, order);
    expect(rowOf(byManager.body.id)).toMatchObject({ verdict: "permit", state: "asked", given: "" });
    // Neither their own question nor somebody else's is a manager's to decide.
    for (const { body } of [sent, byManager])
      for (const who of [cast.ingrid, cast.noor, cast.tom, cast.ruth])
        for (const decision of ["given", "refused"]) {
          const said = { decision, reason: "The court orders it.", given: "One letter.", how: "post" };
          expect((await decide(who, body.id, said)).status).toBe(403);
          expect(rowOf(body.id)).toMatchObject({ state: "asked", disclosure: "" });
        }
    expect(codesOf(await record(cast.priya, order))).toEqual(["data.others does-not-fit"]);
    const others = { others: "nobody" };
    expect(codesOf(await record(cast.priya, { ...order, ...others }))).toEqual(["data.checked does-not-fit"]);
    const kept = await record(cast.priya, { ...order, ...others, checked: "official" });
    const share = rowOf(kept.body.id);
    expect(share).toMatchObject({ state: "recorded", decision: "given" });
    expect(disclosed(share?.disclosure)).toMatchObject({ receiver: "court", form: "order", ground: "order" });
  });

  test("of figures is held to the smallest count also once the lead decides", async () => {
    const answers = { asker: "researcher", verified: "written", purpose: "research", what: "figures" };
    const figures = { answers, asked: "Counts by year.", smallest: 3 };
    const { body } = await record(cast.tom, figures);
    expect(rowOf(body.id)).toMatchObject({ verdict: "permit", state: "asked", smallest: 3 });
    const given = { decision: "given", reason: "They ask for it.", given: "Counts by year.", how: "told" };
    const refused = await decide(cast.priya, body.id, given);
    expect(refused.body.data["data.decision"].message).toMatch(/count below 10.*Enter it under Disclosures/);
    expect(rowOf(body.id)).toMatchObject({ state: "asked" });
    const fine = await record(cast.tom, { ...figures, smallest: 10 });
    expect((await decide(cast.priya, fine.body.id, { ...given, how: "post" })).status).toBe(200);
  });

  test("is worked out by the server: nobody can say that it was permitted", async () => {
    const { body } = await record(cast.tom, { ...policeAsk, given: "All of it.", how: "told" });
    expect(rowOf(body.id)).toMatchObject({ verdict: "ask", state: "asked", given: "" });
    const more = await record(cast.tom, { ...daughter, verdict: "permit" });
    expect(more.status).toBe(400);
  });

  test("holds neither its answers nor its words in the event", async () => {
    const { body } = await record(cast.tom, { ...daughter, asked: "Whether Tuesday stands." });
    const events = eventsOf(cast.server, "shares.act").filter(({ detail }) =>
      String(detail).includes(body.id),
    );
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("Tuesday");
    expect(JSON.stringify(events)).not.toContain("family");
  });

  test.each([
    [
      "a question that matters left open",
      { ...daughter, answers: { ...daughter.answers, decision: undefined } },
      "data.answers open",
    ],
    ["nothing said of what was given", { ...daughter, given: undefined }, "data.given missing"],
    ["a patient’s name", { ...daughter, asked: "What Mrs Ellery has." }, "data.asked names-a-patient"],
    ["a number of the health service", { ...daughter, given: "943 476 5919" }, "data.given names-a-patient"],
    ["an organisation of the family", { ...daughter, organisation: "Ann" }, "data.organisation does-not-fit"],
    ["e-mail as its way", { ...daughter, how: "e-mail" }, "data.how invalid_value"],
    ["a record without its system", { ...daughter, recordRef: "1805465202989210063" }, "data.system missing"],
    ["no professional", { ...measles, professionalName: undefined }, "data.professionalName missing"],
    [
      "a number that is none of that body",
      { ...measles, professionalNumber: "PH104417" },
      "data.professionalNumber invalid_format",
    ],
    ["no time", { ...measles, professionalAt: undefined }, "data.professionalAt missing"],
    [
      "a physiotherapist who notifies",
      { ...measles, professionalBody: "HCPC", professionalNumber: "PH104417" },
      "data.professionalBody does-not-fit",
    ],
    ["a suspicion of tomorrow", { ...measles, suspectedOn: inDays(2) }, "data.suspectedOn in-future"],
    ["no disease", { ...measles, disease: undefined }, "data.disease missing"],
  ])("with %s is refused, and nothing is kept", async (_, data, code) => {
    const before = rowsIn(cast.server, "SELECT id FROM shares").length;
    expect(codesOf(await record(cast.tom, data))).toEqual([code]);
    expect(rowsIn(cast.server, "SELECT id FROM shares")).toHaveLength(before);
    expect(
      rowsIn(
        cast.server,
        "SELECT id FROM disclosures WHERE share <> '' AND share NOT IN (SELECT id FROM shares)",
      ),
    ).toEqual([]);
  });

  test("of a notifiable disease is the doctor’s, by name and number", async () => {
    const { body } = await record(cast.tom, measles);
    expect(disclosed(rowOf(body.id)?.disclosure)).toMatchObject({
      ...{ receiver: "health", form: "own", ground: "notifiable", registration: "GMC 7654321" },
      section: notifications.england.source.section,
      ...{ disease: "measles", suspectedOn: measles.suspectedOn },
    });
  });

  test("of a notifiable disease in Scotland goes to the lead: that row is of England and Wales", async () => {
    const { server, priya, tom } = cast;
    await changeClinic(server, priya, { nation: "scotland" });
    const { body } = await record(tom, measles);
    await changeClinic(server, priya, { nation: "england" });
    expect(rowOf(body.id)).toMatchObject({ verdict: "ask", state: "asked", given: "" });
  });

  test("of a suspicion that waits runs on the desk by the law’s own days, no weekend moves it", async () => {
    const { server, tom, priya } = cast;
    const answers = { ...measles.answers, professional: "other" };
    const id = await newShare(server, tom, {
      answers,
      asked: "It looks like measles.",
      suspectedOn: inDays(-1),
    });
    const rows = (await ask(server, "GET /api/chaperone/desk?part=others", { token: priya.token })).body.rows;
    const row = rows.find(({ key }: { key: string }) => key === `shares:${id}`);
    expect(Date.parse(row.due) - Date.parse(`${inDays(1)}T00:00:00.000Z`)).toBeLessThanOrEqual(
      86_400_000 + 3_600_000,
    );
    expect(Date.parse(row.due)).toBeGreaterThan(Date.parse(`${inDays(1)}T00:00:00.000Z`));
  });
});

describe("a disclosure", () => {
  const add = (more: object) =>
    act(cast.server, cast.priya.token, "disclosures.add", { ...disclosureOf(cast.priya.id), ...more });
  const whole = {
    ...{ system: "cliniko:harbour.uk2", recordRef: "1805465202989210063", purpose: "An investigation." },
    ...{ ground: "interest", section: "", consent: "unsafe", consentWhy: "It would warn somebody." },
    ...{
      harmIfNot: "Somebody is hurt.",
      harmIf: "Trust is lost.",
      told: "later",
      toldWhy: "It would warn somebody.",
    },
    ...{
      checked: "back",
      confirmedOn: inDays(0),
      copies: "None",
      reviewOn: inDays(30),
      registration: "GMC 7654321",
    },
  };
  test("says on which ground, how it was weighed, who was told and who it was checked with", async () => {
    const { section: _, ...said } = whole;
    const { body, status } = await add(said);
    expect(status).toBe(200);
    expect(disclosed(body.id)).toMatchObject(said);
    const { body: list } = await ask(cast.server, `GET /api/chaperone/list?of=disclosures&id=${body.id}`, {
      token: cast.priya.token,
    });
    expect(list.rows).toMatchObject([said]);
    expect(() =>
      behindTheBack(cast.server, "UPDATE disclosures SET harmIf = 'X' WHERE id = ?", body.id),
    ).toThrow(/stay as/);
  });
  test.each([
    [
      "public interest without the harm",
      { ground: "interest", checked: "back" },
      "data.harmIfNot does-not-fit",
    ],
    ["no ground", { ground: undefined }, "data.ground does-not-fit"],
    ["a receiver that nobody checked", { ground: "order", checked: undefined }, "data.checked does-not-fit"],
    [
      "the patient’s yes after a no",
      { ground: "consent", consent: "refused", checked: "back" },
      "data.ground does-not-fit",
    ],
    [
      "a patient not told, and no reason",
      { ground: "order", checked: "back", told: "no" },
      "data.toldWhy does-not-fit",
    ],
    ["figures without their smallest count", { ground: "anonymous" }, "data.smallest does-not-fit"],
    ["a count of nine", { ground: "anonymous", smallest: 9 }, "data.smallest does-not-fit"],
    [
      "a notifiable disease without its name",
      { ground: "notifiable", checked: "official", suspectedOn: inDays(0) },
      "data.disease does-not-fit",
    ],
    [
      "a notifiable disease without the day of the suspicion",
      { ground: "notifiable", checked: "official", disease: "measles" },
      "data.suspectedOn does-not-fit",
    ],
    [
      "a suspicion to come",
      { ground: "notifiable", checked: "official", disease: "measles", suspectedOn: inDays(1) },
      "data.suspectedOn in-future",
    ],
    ["an event that there is not", { event: "a".repeat(15) }, "data.event unknown"],
    [
      "a record of no such system",
      { system: "cliniko:harbour.uk2", recordRef: "mrs-moss" },
      "data.recordRef invalid_format",
    ],
    ["a confirmation to come", { confirmedOn: inDays(3) }, "data.confirmedOn in-future"],
  ])("with %s is refused", async (_, more, code) => expect(codesOf(await add(more))).toEqual([code]));
  test("of a notifiable disease keeps which, and since when", async () => {
    const suspicion = { disease: "measles", suspectedOn: inDays(0) };
    const { body } = await add({ ground: "notifiable", checked: "official", ...suspicion });
    expect(disclosed(body.id)).toMatchObject(suspicion);
    expect(() =>
      behindTheBack(cast.server, "UPDATE disclosures SET disease = 'X' WHERE id = ?", body.id),
    ).toThrow(/stay as/);
  });
  test("of figures goes with a smallest count of ten, or of none", async () => {
    for (const smallest of [0, 10]) expect((await add({ ground: "anonymous", smallest })).status).toBe(200);
  });
});
