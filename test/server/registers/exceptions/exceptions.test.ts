import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { act, ask, newBrowser, newPerson, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { askedException, digest, lookedUp, used } from "./rows.ts";

let cast: Cast;
let voss: SignedIn;
beforeAll(async () => {
  cast = await castOf();
  const { server, priya } = cast;
  voss = await newPerson(server, priya.token, {
    email: "voss@harbour.example",
    name: "Dr Voss",
    role: "staff",
    practitioner: true,
  });
});
afterAll(() => cast?.server.stop());

let last = 0;
/** A document and a recipient that nothing was asked for yet. */
const another = () => {
  last += 1;
  return { document: digest(`letter ${last}`), recipient: digest(`address ${last}`) };
};
const version = (id: string) =>
  Number(rowsIn(cast.server, "SELECT version FROM mail_exceptions WHERE id = ?", id)[0]?.version);
type Decision = "approve" | "refuse" | "takeBack";
const decide = (who: SignedIn, id: string, what: Decision = "approve") =>
  act(cast.server, who.token, `mail_exceptions.${what}`, what === "approve" ? {} : { answer: "" }, {
    id,
    version: version(id),
  });
const approved = async (wanted = another()) => {
  const id = await askedException(cast.server, cast.room.token, cast.tom.id, wanted);
  expect((await decide(voss, id)).status).toBe(200);
  return { id, wanted };
};
const at = (id: string, column: string, value: string) =>
  behindTheBack(cast.server, `UPDATE mail_exceptions SET "${column}" = ? WHERE id = ?`, value, id);

describe("who decides", () => {
  test("is a practitioner or the lead: no manager, no other staff, no auditor, and not whoever asked", async () => {
    const { server, ingrid, noor, tom, ruth, priya, desk } = cast;
    const id = await askedException(server, cast.room.token, tom.id, another());
    for (const who of [ingrid, noor, tom, ruth])
      for (const what of ["approve", "refuse"] as const)
        expect((await decide(who, id, what)).status).toBe(403);
    expect((await decide(priya, id)).status).toBe(200);
    const own = await askedException(server, desk.token, voss.id, another());
    expect((await decide(voss, own)).status).toBe(403);
    expect((await decide(priya, own, "refuse")).status).toBe(200);
    expect(eventsOf(server, "mail_exceptions.act")[0]).toMatchObject({ user: priya.id });
  });

  test("decides once, and no more once it ran out", async () => {
    const { server, room, tom, priya } = cast;
    const id = await askedException(server, room.token, tom.id, another());
    expect((await decide(voss, id, "refuse")).status).toBe(200);
    expect((await decide(priya, id)).status).toBe(403);
    const late = await askedException(server, room.token, tom.id, another());
    at(late, "until", "2026-01-01 00:00:00.000Z");
    expect((await decide(voss, late)).status).toBe(403);
  });
});

describe("an approved exception", () => {
  test("is for this document, this recipient and this person, for 48 hours", async () => {
    const { server, room, desk, tom, noor } = cast;
    const { id, wanted } = await approved();
    const [row] = rowsIn(server, "SELECT until, decidedAt FROM mail_exceptions WHERE id = ?", id);
    const hours = (Date.parse(String(row?.until)) - Date.parse(String(row?.decidedAt))) / 3_600_000;
    expect(hours).toBeCloseTo(policy.exceptionLasts.amount, 2);
    const other = another();
    for (const [token, user, asked] of [
      [room.token, tom.id, { ...wanted, document: other.document }],
      [room.token, tom.id, { ...wanted, recipient: other.recipient }],
      [desk.token, noor.id, wanted],
    ] as const)
      expect((await used(server, token, user, id, asked)).status).toBe(403);
    expect((await used(server, room.token, noor.id, id, wanted)).status).toBe(400);
    expect(await lookedUp(server, room.token, tom.id, wanted)).toMatchObject({
      is: "approved",
      id,
      who: "Dr Voss",
    });
    const before = eventsOf(server, "mail_exceptions.act").length;
    expect(await used(server, room.token, tom.id, id, wanted)).toMatchObject({
      status: 200,
      body: { is: "used" },
    });
    const [event, ...rest] = eventsOf(server, "mail_exceptions.act");
    expect(rest).toHaveLength(before);
    expect(event).toMatchObject({ user: tom.id, browser: room.id, trace: "t".repeat(15) });
    expect(JSON.parse(String(event?.detail)).action).toBe("use");
  });

  test("is used once: of two tabs that send at the same moment one is refused", async () => {
    const { server, room, tom } = cast;
    const { id, wanted } = await approved();
    const both = await Promise.all([0, 1].map(() => used(server, room.token, tom.id, id, wanted)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect((await used(server, room.token, tom.id, id, wanted)).status).toBe(403);
  });

  test("is refused once it ran out, was taken back, or was never approved", async () => {
    const { server, room, tom } = cast;
    const late = await approved();
    at(late.id, "until", "2026-01-01 00:00:00.000Z");
    expect((await used(server, room.token, tom.id, late.id, late.wanted)).status).toBe(403);
    expect((await lookedUp(server, room.token, tom.id, late.wanted)).is).toBe("ended");
    const back = await approved();
    expect((await decide(voss, back.id, "takeBack")).status).toBe(200);
    expect((await used(server, room.token, tom.id, back.id, back.wanted)).status).toBe(403);
    const wanted = another();
    const id = await askedException(server, room.token, tom.id, wanted);
    expect((await used(server, room.token, tom.id, id, wanted)).status).toBe(403);
  });
});

describe("asking", () => {
  test("twice for the same is one; a sentence that names a patient, and an address in clear, are refused", async () => {
    const { server, room, tom } = cast;
    const wanted = another();
    const id = await askedException(server, room.token, tom.id, wanted);
    expect(await askedException(server, room.token, tom.id, wanted)).toBe(id);
    const asked = (more: object) =>
      ask(server, "POST /api/chaperone/exception-ask", {
        token: room.token,
        body: { ...another(), user: tom.id, reason: "other", words: "It is urgent.", ...more },
      });
    expect((await asked({ words: "For NHS number 999 100 5919." })).status).toBe(400);
    expect((await asked({ recipient: "gp@surgery.example" })).status).toBe(400);
    expect((await asked({ system: "cliniko:harbour.uk2", recordRef: "mrs-moss" })).status).toBe(400);
  });

  test("is bounded a day, and seen by who asked, who decides and who leads", async () => {
    const { server, desk, ingrid, noor, tom, ruth } = cast;
    for (let i = 0; i < policy.exceptionsAskedADay.amount; i += 1)
      await askedException(server, desk.token, noor.id, another());
    const body = { ...another(), user: noor.id, reason: "other", words: "It is urgent." };
    const more = await ask(server, "POST /api/chaperone/exception-ask", { token: desk.token, body });
    expect(more).toMatchObject({ status: 400, body: { data: { user: { code: "too-many" } } } });
    const listed = async (who: SignedIn) =>
      (await ask(server, "GET /api/chaperone/list?of=exceptions&limit=100", { token: who.token })).body.rows;
    const all = (await listed(voss)).length;
    for (const who of [ingrid, ruth]) expect(await listed(who)).toHaveLength(all);
    const own: { by: string }[] = await listed(tom);
    expect(own.length).toBeLessThan(all);
    expect(new Set(own.map(({ by }) => by))).toEqual(new Set([tom.id]));
    expect(JSON.stringify(own)).not.toContain("k1:");
  });

  test("nobody but a paired browser, and none that ended", async () => {
    const { server, priya, tom } = cast;
    const old = await newBrowser(server, priya.token, {
      holder: "person",
      device: "clinic",
      user: tom.id,
      name: "Old",
    });
    const row = {
      id: old.id,
      version: Number(rowsIn(server, "SELECT version FROM browsers WHERE id = ?", old.id)[0]?.version),
    };
    expect((await act(server, priya.token, "browsers.revoke", {}, row)).status).toBe(200);
    const body = { ...another(), user: tom.id };
    for (const token of [priya.token, tom.token, old.token, undefined])
      expect([401, 403]).toContain(
        (await ask(server, "POST /api/chaperone/exception-look", { ...(token ? { token } : {}), body }))
          .status,
      );
  });
});

test("what waits is on the desk of who decides, and what was asked never changes", async () => {
  const { server, room, tom, priya } = cast;
  const id = await askedException(server, room.token, tom.id, another());
  const desk = await ask(server, "GET /api/chaperone/desk", { token: priya.token });
  const row = desk.body.rows.find(({ key }: { key: string }) => key === `mail_exceptions:${id}`);
  const names = rowsIn(server, "SELECT name FROM users WHERE id IN (?, ?) ORDER BY name", priya.id, voss.id);
  expect([...row.holders].sort()).toEqual(names.map(({ name }) => String(name)));
  expect(() => at(id, "recipient", digest("another"))).toThrow(/stays as it was asked/);
});
