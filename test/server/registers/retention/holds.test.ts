import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certificate } from "#domain/registers/retention/places";
import { type RetentionRow, retentionAnswer } from "#domain/registers/retention/rows";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { heldBy, inDays } from "../holds/rows.ts";
import { type Cast, castOf, newBreach } from "../incidents/cast.ts";
import { bringList } from "./bring-list.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const ref = (n: number): string => `18054652029850${String(10_000 + n)}`;
const longDue = "2020-01-01";
const rowOf = (n: number) =>
  rowsIn(cast.server, "SELECT * FROM retention_rows WHERE recordRef = ?", ref(n))[0] ?? {};
const seenOf = (n: number) => ({ id: String(rowOf(n).id), version: Number(rowOf(n).version) });
const on = (n: number, who: SignedIn, name: string, data: object = {}, seen = seenOf(n)) =>
  act(cast.server, who.token, `retention_rows.${name}`, data, seen);
const holdsOn = (n: number) =>
  rowsIn(cast.server, 'SELECT * FROM holds WHERE subject = ? ORDER BY "at", id', String(rowOf(n).id));
const onHold = (who: SignedIn, name: string, hold: { [column: string]: unknown }, data: object) => {
  const [row] = rowsIn(cast.server, "SELECT version FROM holds WHERE id = ?", String(hold.id));
  const seen = { id: String(hold.id), version: Number(row?.version) };
  return act(cast.server, who.token, `holds.${name}`, { reason: "It is so.", ...data }, seen);
};
async function listed(n: number, show = "all"): Promise<RetentionRow | undefined> {
  const path = `GET /api/chaperone/retention?show=${show}&id=${rowOf(n).id}`;
  const { body } = await ask(cast.server, path, { token: cast.priya.token });
  return retentionAnswer.parse(body).rows[0];
}
/** A record that is due, one of its own for each test. */
async function due(n: number): Promise<void> {
  await bringList(cast.server, cast.priya.token, [[ref(n), "adult", longDue]]);
}
/** The same on its way, agreed by a second person. */
async function agreed(n: number): Promise<void> {
  await due(n);
  await on(n, cast.priya, "appraise", { found: "Seen once." });
  await on(n, cast.priya, "ask", { second: cast.ingrid.id });
  expect((await on(n, cast.ingrid, "agree")).status).toBe(200);
}
const done = () => ({ on: clinicDay(), how: "In Cliniko.", beside: "" });

describe("a hold on a record", () => {
  test.each([
    ["claim", "legal"],
    ["inquiry", "inquiry"],
    ["complaint", "complaint"],
    ["request", "request"],
    ["police", "crime"],
  ])(
    "for a %s stands in the register of holds, and the record is not due however old",
    async (cause, purpose) => {
      const n = 100 + ["claim", "inquiry", "complaint", "request", "police"].indexOf(cause);
      const { server, priya, ingrid } = cast;
      await due(n);
      const more = cause === "request" ? { askedOn: inDays(-2) } : {};
      const data = { ...heldBy(priya.id), purpose, causeKind: cause, reference: `REF-${n}`, ...more };
      expect((await on(n, ingrid, "hold", data)).status).toBe(200);
      const [hold] = holdsOn(n);
      expect(hold).toMatchObject({
        register: "retention_rows",
        what: `cliniko …${ref(n).slice(-4)}`,
        by: ingrid.id,
        authoriser: priya.id,
        releasedAt: "",
      });
      const { body } = await ask(
        server,
        `GET /api/chaperone/list?of=holds&register=retention_rows&id=${hold?.id}`,
        {
          token: cast.ruth.token,
        },
      );
      expect(body.rows).toMatchObject([{ cause: `REF-${n}`, causeOpen: true }]);
      expect(await listed(n, "due")).toBeUndefined();
      expect(await listed(n, "held")).toMatchObject({
        holds: 1,
        holdCause: cause,
        holdReference: `REF-${n}`,
      });
      expect((await on(n, priya, "appraise", { found: "Old." })).body.message).toMatch(/is held/);
      const [placed] = eventsOf(server, "holds.act").filter(({ detail }) =>
        String(detail).includes(`${hold?.id}`),
      );
      expect(JSON.parse(String(placed?.detail))).toMatchObject({ action: "place" });
      expect(String(placed?.detail)).not.toContain(ref(n));
    },
  );

  test.each([
    ["without its reference", { reference: undefined }, "data.reference"],
    ["with nobody who may authorise it", { authoriser: "a".repeat(15) }, "data.authoriser"],
    ["looked at again on a day behind us", { reviewOn: "2020-01-01" }, "data.reviewOn"],
    ["of a request without its day", { causeKind: "request" }, "data.askedOn"],
    ["with a patient’s name", { why: "Mrs Ellery complains." }, "data.why"],
    ["as it was asked before", { cause: "claim" }, undefined],
  ])("%s is refused, and nothing is kept", async (_, more, field) => {
    await due(110);
    const before = rowOf(110);
    const answer = await on(110, cast.priya, "hold", { ...heldBy(cast.priya.id), ...more });
    expect(answer.status).toBe(400);
    if (field) expect(Object.keys(answer.body.data)).toEqual([field]);
    expect(holdsOn(110)).toEqual([]);
    expect(rowOf(110)).toEqual(before);
  });

  test("and another one hold each by itself: the record is free when both have ended", async () => {
    const { priya, ingrid } = cast;
    await due(120);
    expect((await on(120, priya, "hold", heldBy(priya.id))).status).toBe(200);
    const claim = { ...heldBy(ingrid.id), purpose: "legal", causeKind: "claim", reference: "CLM-2" };
    expect((await on(120, ingrid, "hold", claim)).status).toBe(200);
    const [first = {}, second = {}] = holdsOn(120);
    expect(await listed(120)).toMatchObject({ holds: 2 });
    expect((await onHold(priya, "release", first, {})).status).toBe(200);
    expect((await on(120, priya, "appraise", { found: "Old." })).body.message).toMatch(/is held/);
    // A manager alone does not release it while its cause is open.
    expect((await onHold(ingrid, "release", second, {})).status).toBe(403);
    expect((await onHold(ingrid, "endCause", second, {})).status).toBe(200);
    expect(await listed(120, "due")).toMatchObject({ holds: 0, holdCause: "" });
    expect((await on(120, priya, "appraise", { found: "Old." })).status).toBe(200);
  });

  test("outlives its last day while its cause is open, and ends on it where that is over", async () => {
    const { server, priya } = cast;
    await due(130);
    await on(130, priya, "hold", { ...heldBy(priya.id), until: inDays(1) });
    const [hold = {}] = holdsOn(130);
    behindTheBack(server, "UPDATE holds SET until = ? WHERE id = ?", inDays(-5), String(hold.id));
    expect(await listed(130, "held")).toMatchObject({ holds: 1 });
    expect((await onHold(priya, "endCause", hold, {})).status).toBe(200);
    expect(await listed(130, "held")).toBeUndefined();
    expect(await listed(130, "due")).toMatchObject({ holds: 0 });
  });

  test("because of an incident ends when that is closed, and says nothing of one that few may read", async () => {
    const { server, priya } = cast;
    await due(140);
    const incident = await newBreach(cast);
    const data = { ...heldBy(priya.id), causeKind: "breaches", incident, reference: undefined };
    expect((await on(140, priya, "hold", data)).status).toBe(200);
    expect(await listed(140, "held")).toMatchObject({ holds: 1, holdCause: "breaches", holdReference: "" });
    behindTheBack(server, "UPDATE breaches SET state = 'closed' WHERE id = ?", incident);
    expect(await listed(140, "due")).toMatchObject({ holds: 0 });
  });

  test("is owed by whoever authorised it when it is to be looked at again", async () => {
    const { server, priya, ingrid } = cast;
    await due(150);
    await on(150, priya, "hold", { ...heldBy(ingrid.id), reviewOn: inDays(5) });
    const [hold = {}] = holdsOn(150);
    const { body } = await ask(server, "GET /api/chaperone/desk?part=others", { token: ingrid.token });
    expect(body.rows.filter(({ key }: { key: string }) => key === `holds:${hold.id}`)).toMatchObject([
      { mine: true, page: `/holds?id=${hold.id}` },
    ]);
  });

  test("keeps a list from being taken back", async () => {
    const { server, priya } = cast;
    await due(160);
    await on(160, priya, "hold", heldBy(priya.id));
    const [list = {}] = rowsIn(
      server,
      "SELECT id, version FROM retention_lists WHERE id = ?",
      String(rowOf(160).list),
    );
    const seen = { id: String(list.id), version: Number(list.version) };
    const answer = await act(server, priya.token, "retention_lists.undo", { reason: "No." }, seen);
    expect(JSON.stringify(answer.body)).toMatch(/worked on one of its records/);
  });

  test("is closed to staff and auditors", async () => {
    await due(170);
    for (const who of [cast.tom, cast.ruth])
      expect((await on(170, who, "hold", heldBy(cast.priya.id))).status).toBe(403);
    expect(holdsOn(170)).toEqual([]);
  });
});

describe("a held record", () => {
  test("that was agreed before is not destroyed, and is again once the hold is released", async () => {
    const { priya } = cast;
    await agreed(200);
    expect((await on(200, priya, "hold", heldBy(priya.id))).status).toBe(200);
    const refused = await on(200, priya, "done", done());
    expect([refused.status, refused.body.message]).toEqual([403, expect.stringMatching(/is held/)]);
    expect(rowOf(200)).toMatchObject({ state: "agreed", number: 0, certificate: "" });
    const [hold = {}] = holdsOn(200);
    expect((await onHold(priya, "release", hold, {})).status).toBe(200);
    expect((await on(200, priya, "done", done())).status).toBe(200);
    expect(rowOf(200)).toMatchObject({ state: "done" });
    // The certificate names the hold among the places that keep something of it.
    const { places } = certificate.parse(JSON.parse(String(rowOf(200).certificate)));
    expect(places).toMatchObject({ events: 0, incidents: [], holds: 1, lists: 0, files: 0 });
    expect(places.backupsGone > inDays(0)).toBe(true);
  });

  test("of whom somebody destroys what they saw before it was held: they are told that it changed", async () => {
    const { priya, ingrid } = cast;
    await agreed(201);
    const seen = seenOf(201);
    expect((await on(201, ingrid, "hold", heldBy(ingrid.id), seen)).status).toBe(200);
    const answer = await on(201, priya, "done", done(), seen);
    expect(answer.status).toBe(409);
    expect(rowOf(201)).toMatchObject({ state: "agreed", certificate: "" });
  });

  test("that is destroyed already is not held any more", async () => {
    const { priya, ingrid } = cast;
    await agreed(202);
    const seen = seenOf(202);
    expect((await on(202, priya, "done", done(), seen)).status).toBe(200);
    expect((await on(202, ingrid, "hold", heldBy(ingrid.id), seen)).status).toBe(409);
    expect((await on(202, ingrid, "hold", heldBy(ingrid.id))).status).toBe(403);
    expect(holdsOn(202)).toEqual([]);
  });

  test.each([210, 211, 212, 213])(
    "and destroyed at the same moment: one of the two alone comes about (%i)",
    async (n) => {
      const { priya, ingrid } = cast;
      await agreed(n);
      const seen = seenOf(n);
      const answers = await Promise.all([
        on(n, ingrid, "hold", heldBy(ingrid.id), seen),
        on(n, priya, "done", done(), seen),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [held, destroyed] = [holdsOn(n).length, rowOf(n).state === "done" ? 1 : 0];
      expect(held + destroyed).toBe(1);
    },
  );
});
