import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { inDays } from "../holds/rows.ts";
import { type Cast, castOf, newBreach } from "../incidents/cast.ts";
import {
  camera,
  exportOf,
  heldDays,
  newCamera,
  newFootageHold,
  newLook,
  newNeedReview,
  newSystem,
  newViewer,
  sendPicture,
} from "./rows.ts";

let cast: Cast;
let system = "";
beforeAll(async () => {
  cast = await castOf();
  system = await newSystem(cast.server, cast.priya);
});
afterAll(() => cast?.server.stop());

const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const does = (action: string, data: object, who = cast.priya) => act(cast.server, who.token, action, data);
const on = (table: string, action: string, id: string, data: object = {}, who = cast.priya) => {
  const [row] = rowsIn(cast.server, `SELECT version FROM ${table} WHERE id = ?`, id);
  return act(cast.server, who.token, `${table}.${action}`, data, { id, version: Number(row?.version) });
};
const overview = async (who: SignedIn = cast.priya) =>
  (await ask(cast.server, "GET /api/chaperone/cctv", { token: who.token })).body;
const owed = async (who: SignedIn = cast.priya) =>
  (await ask(cast.server, "GET /api/chaperone/desk", { token: who.token })).body.rows;
const reason = { reason: "It is so." };

describe("a camera", () => {
  test("keeps pictures for at most 60 days: 61 is refused quoting the policy", async () => {
    const add = (more: object) => does("cameras.add", { system, usedFrom: inDays(-9), ...camera, ...more });
    const refused = await add({ days: 61 });
    expect(codesOf(refused)).toEqual(["data.days against-policy"]);
    expect(refused.body.data["data.days"].message).toContain("no longer than 60 days");
    expect(codesOf(await add({ place: "treatment" }))).toEqual(["data.place against-policy"]);
    expect(codesOf(await add({ audioOff: false }))).toEqual(["data.audioOff against-policy"]);
    expect(codesOf(await add({ visitorsOnly: false }))).toEqual(["data.visitorsOnly against-policy"]);
    expect(codesOf(await add({ usedFrom: inDays(3) }))).toEqual(["data.usedFrom in-future"]);
    expect(codesOf(await add({ system: "a".repeat(15) }))).toEqual(["data.system unknown"]);
    expect((await add({ days: 60 })).status).toBe(200);
    expect(
      codesOf(
        await does("camera_systems.add", {
          name: "X",
          site: "X",
          recorder: "X",
          responsible: cast.priya.id,
          ceiling: 90,
        }),
      ),
    ).toEqual(["data.ceiling above-policy"]);
  });

  test("keeps to the ceiling of its own system, which doesn't go below its cameras", async () => {
    const strict = await newSystem(cast.server, cast.priya, { site: "Quay", ceiling: 31 });
    const one = { system: strict, usedFrom: inDays(-9), ...camera };
    expect(codesOf(await does("cameras.add", { ...one, days: 32 }))).toEqual(["data.days against-policy"]);
    await newCamera(cast.server, cast.priya, strict, { days: 31, name: "Car park" });
    const lower = { name: "Cameras", site: "Quay", recorder: "X", responsible: cast.priya.id, ceiling: 30 };
    expect(codesOf(await on("camera_systems", "change", strict, lower))).toEqual(["data.ceiling above"]);
  });

  test("is not retired while its pictures are held, and is when they are not", async () => {
    const { server, priya } = cast;
    const id = await newCamera(server, priya, system, { name: "Side door" });
    const hold = await newFootageHold(server, priya, id);
    const retire = () => on("cameras", "retire", id, { day: inDays(0), ...reason });
    const refused = await retire();
    expect(refused.status).toBe(403);
    expect(refused.body.message).toContain("are held");
    expect(codesOf(await on("cameras", "change", id, { ...camera, days: 20 }))).toEqual(["data.days held"]);
    const { version } = rowsIn(server, "SELECT version FROM holds WHERE id = ?", hold)[0] ?? {};
    expect(
      (await act(server, priya.token, "holds.release", reason, { id: hold, version: Number(version) }))
        .status,
    ).toBe(200);
    expect((await retire()).status).toBe(200);
    expect((await retire()).status).toBe(403);
    expect(
      codesOf(
        await does("camera_checks.add", { camera: id, day: inDays(0), oldest: inDays(-1), clear: true }),
      ),
    ).toEqual(["data.camera retired"]);
    expect(() => behindTheBack(server, "DELETE FROM cameras WHERE id = ?", id)).toThrow(/stay as/);
  });

  test.each([1, 2, 3])(
    "retired at the moment at which its pictures are held: one of the two comes about (%i)",
    async (n) => {
      const { server, priya, ingrid } = cast;
      const id = await newCamera(server, priya, system, { name: `Door ${n}` });
      const [held, retired] = await Promise.all([
        does("cameras.hold", heldDays(id, ingrid), ingrid),
        on("cameras", "retire", id, { day: inDays(0), ...reason }),
      ]);
      expect([held.status, retired.status].filter((status) => status === 200)).toHaveLength(1);
      const [row] = rowsIn(server, "SELECT retiredOn FROM cameras WHERE id = ?", id);
      const holds = rowsIn(server, "SELECT id FROM holds WHERE subject = ?", id).length;
      expect(row?.retiredOn === "" ? 0 : 1).toBe(1 - holds);
    },
  );

  test("takes pictures that are pictures: HTML is refused, whatever it is called", async () => {
    const { server, priya, tom, ruth } = cast;
    const id = await newCamera(server, priya, system, { name: "Back door" });
    const html = { bytes: Buffer.from("<!doctype html><script>alert(1)</script>"), name: "sign.png" };
    const refused = await sendPicture(server, priya.token, id, html);
    expect(codesOf(refused)).toEqual(["file wrong-type"]);
    expect(refused.body.data.file.message).toContain("no picture");
    expect(
      codesOf(await sendPicture(server, priya.token, id, { ...html, bytes: Buffer.from("%PDF-1.7") })),
    ).toEqual(["file wrong-type"]);
    expect(
      codesOf(await sendPicture(server, priya.token, id, { ...html, bytes: Buffer.from("<svg onload=x>") })),
    ).toEqual(["file wrong-type"]);
    expect(codesOf(await sendPicture(server, priya.token, id, { kind: "other" }))).toEqual([
      "kind invalid_value",
    ]);
    expect((await sendPicture(server, tom.token, id)).status).toBe(403);
    expect((await sendPicture(server, ruth.token, id)).status).toBe(403);
    expect((await sendPicture(server, priya.token, id)).status).toBe(200);
    expect((await sendPicture(server, priya.token, id, { kind: "view-1" })).status).toBe(200);
    const { pictures } = await overview(ruth);
    expect(pictures.filter((one: { camera: string }) => one.camera === id)).toMatchObject([
      { kind: "sign" },
      { kind: "view-1" },
    ]);
  });
});

describe("a look at the recorder", () => {
  test("within its days is in order; beyond them it is red, and an action to whoever is responsible", async () => {
    const { server, priya, ingrid } = cast;
    const id = await newCamera(server, priya, system, { name: "Hall" });
    await newLook(server, ingrid, id, { oldest: inDays(-60) });
    const actions = () =>
      rowsIn(server, "SELECT owner, text, due FROM actions WHERE register = 'camera_checks'");
    expect(actions()).toEqual([]);
    const look = await newLook(server, ingrid, id, { oldest: inDays(-68) });
    expect(actions()).toMatchObject([{ owner: priya.id, text: expect.stringContaining("68 days old") }]);
    const { rows } = (
      await ask(server, `GET /api/chaperone/list?of=camera-checks&state=beyond&id=${look}`, {
        token: priya.token,
      })
    ).body;
    expect(rows).toMatchObject([{ age: 68, limit: 60, name: "Hall" }]);
    expect((await owed()).filter(({ kind }: { kind: string }) => kind === "action")).toMatchObject([
      { mine: true, page: "/cctv" },
    ]);
    const found = (await overview()).cameras.find((one: { id: string }) => one.id === id);
    expect(found).toMatchObject({ oldest: inDays(-68), checkedOn: inDays(0), checkedBy: ingrid.id });
  });

  test.each([
    ["a day to come", { day: inDays(2) }, "data.day in-future"],
    ["a picture newer than the look", { day: inDays(-5), oldest: inDays(-2) }, "data.oldest too-late"],
    ["a day that there is not", { oldest: "2026-02-30" }, "data.oldest invalid_format"],
    ["a patient's name", { note: "Mrs Ellery stands in it." }, "data.note names-a-patient"],
  ])("with %s is refused", async (_, more, code) => {
    const id = await newCamera(cast.server, cast.priya, system);
    const answer = await does("camera_checks.add", {
      camera: id,
      day: inDays(0),
      oldest: inDays(-3),
      clear: true,
      ...more,
    });
    expect(codesOf(answer)).toEqual([code]);
  });
});

describe("pictures that somebody asks for", () => {
  test("are held that minute, to be exported before they go, and answered within the month", async () => {
    const { server, priya, ruth } = cast;
    const id = await newCamera(server, priya, system, { name: "Gate" });
    const hold = await newFootageHold(server, priya, id, {
      fromDay: inDays(-58),
      toDay: inDays(-58),
      clockOff: -90,
    });
    const known = await overview(ruth);
    expect(known.held).toContainEqual(
      expect.objectContaining({ hold, camera: id, reference: "REQ-33", askedOn: inDays(-2) }),
    );
    expect(known.exports.find((one: { hold: string }) => one.hold === hold)).toMatchObject({
      exportBy: inDays(2),
      clockOff: "-90",
      held: true,
    });
    const rows = await owed();
    const footage = exportOf(server, hold);
    expect(rows.find(({ key }: { key: string }) => key === `cctv:export:${footage}`)).toMatchObject({
      mine: true,
      page: "/cctv",
    });

    expect((await on("footage_exports", "plays", footage)).status).toBe(403);
    expect((await on("footage_exports", "done", footage, { kept: "Encrypted stick 2, safe" })).status).toBe(
      200,
    );
    expect((await on("footage_exports", "failed", footage, { again: true, ...reason })).status).toBe(200);
    expect(
      (await on("footage_exports", "done", footage, { kept: "Encrypted stick 3, safe", clockOff: -95 }))
        .status,
    ).toBe(200);
    expect((await on("footage_exports", "plays", footage)).status).toBe(200);
    expect((await on("footage_exports", "plays", footage)).status).toBe(403);
    const after = (await overview()).exports.find((one: { id: string }) => one.id === footage);
    expect(after).toMatchObject({ clockOff: "-95", playsBy: priya.id, kept: "Encrypted stick 3, safe" });
    expect((await owed()).some(({ key }: { key: string }) => key === `cctv:export:${footage}`)).toBe(false);
  });

  test("a request’s day stays as it was entered, and is kept of a request alone", async () => {
    const { server, priya } = cast;
    const id = await newCamera(server, priya, system, { name: "Yard" });
    const hold = await newFootageHold(server, priya, id);
    expect(() => behindTheBack(server, "UPDATE holds SET askedOn = '' WHERE id = ?", hold)).toThrow(
      /stay as/,
    );
    const police = await newFootageHold(server, priya, id, { causeKind: "police", purpose: "crime" });
    const list = await ask(server, `GET /api/chaperone/list?of=holds&subject=${id}`, { token: priya.token });
    const days = list.body.rows.map((row: { id: string; askedOn: string }) => [row.id, row.askedOn]);
    expect(Object.fromEntries(days)).toEqual({ [hold]: inDays(-2), [police]: "" });
  });

  test("may be held twice, and the register says so; an incident holds them too", async () => {
    const { server, priya } = cast;
    const id = await newCamera(server, priya, system, { name: "Ramp" });
    const first = await newFootageHold(server, priya, id, { fromDay: inDays(-20), toDay: inDays(-15) });
    const incident = await newBreach(cast);
    const cause = { causeKind: "breaches", incident, reference: undefined, purpose: "crime" };
    await newFootageHold(server, priya, id, { fromDay: inDays(-15), toDay: inDays(-10), ...cause });
    await newFootageHold(server, priya, id, { fromDay: inDays(-5), toDay: inDays(-4) });
    const { rows } = (
      await ask(server, `GET /api/chaperone/list?of=holds&subject=${id}`, { token: priya.token })
    ).body;
    expect(rows.map(({ beside }: { beside: number }) => beside)).toEqual([0, 1, 1]);
    expect(rows[2]).toMatchObject({ id: first, what: "Ramp, Whitstable", register: "cameras" });
  });

  test.each([
    ["a day to come", { toDay: inDays(1) }, "data.toDay in-future"],
    ["its end before its beginning", { toDay: inDays(-70) }, "data.toDay too-early"],
    ["days before the camera", { fromDay: inDays(-400), toDay: inDays(-390) }, "data.toDay too-early"],
    ["no camera", { camera: "a".repeat(15) }, "data.camera unknown"],
    ["no reference", { reference: undefined }, "data.reference missing"],
    ["no day of the request", { askedOn: undefined }, "data.askedOn missing"],
    ["a request that is still to come", { askedOn: inDays(1) }, "data.askedOn in-future"],
    ["a request of long ago", { askedOn: inDays(-400) }, "data.askedOn too-early"],
    ["a day of the request that there is not", { askedOn: "2026-02-30" }, "data.askedOn invalid_format"],
  ])("with %s are not held, and nothing is kept of it", async (_, more, code) => {
    const id = await newCamera(cast.server, cast.priya, system);
    const count = () =>
      rowsIn(
        cast.server,
        "SELECT (SELECT count(*) FROM holds) + (SELECT count(*) FROM footage_exports) AS n",
      )[0]?.n;
    const before = count();
    expect(codesOf(await does("cameras.hold", heldDays(id, cast.priya, more)))).toEqual([code]);
    expect(count()).toBe(before);
  });
});

describe("who looks", () => {
  test("was allowed to, for a reason, and each viewing says why", async () => {
    const { server, priya, tom, noor } = cast;
    const id = await newCamera(server, priya, system, { name: "Desk" });
    const viewing = {
      camera: id,
      day: inDays(0),
      fromDay: inDays(-2),
      toDay: inDays(-1),
      purpose: "damage",
      ...reason,
    };
    expect(codesOf(await does("footage_viewings.add", { ...viewing, viewer: tom.id }))).toEqual([
      "data.viewer not-allowed",
    ]);
    const viewer = await newViewer(server, priya, system, tom.id);
    expect(codesOf(await does("camera_viewers.add", { system, user: tom.id, ...reason }))).toEqual([
      "data.user known",
    ]);
    expect(codesOf(await does("camera_viewers.add", { system, user: cast.ruth.id, ...reason }))).toEqual([
      "data.user unknown",
    ]);
    expect(codesOf(await does("camera_viewers.add", { system, user: noor.id }))).toEqual([
      "data.reason invalid_type",
    ]);
    expect(
      (await does("footage_viewings.add", { ...viewing, viewer: tom.id, present: "a police officer" }))
        .status,
    ).toBe(200);
    expect((await on("camera_viewers", "end", viewer, reason)).status).toBe(200);
    expect((await overview()).viewers.some((one: { user: string }) => one.user === tom.id)).toBe(false);
    expect(
      codesOf(
        await does("footage_viewings.add", {
          ...viewing,
          viewer: tom.id,
          day: inDays(-40),
          fromDay: inDays(-50),
          toDay: inDays(-45),
        }),
      ),
    ).toEqual(["data.viewer not-allowed"]);
  });
});

describe("engineers, our checks and the yearly review", () => {
  test("faults are said and become an action", async () => {
    const visit = {
      system,
      day: inDays(-1),
      company: "Estuary Security",
      camerasFine: true,
      clockFine: false,
      daysFine: true,
      nextOn: inDays(300),
    };
    expect(codesOf(await does("engineer_checks.add", visit))).toEqual(["data.faults missing"]);
    expect(
      (await does("engineer_checks.add", { ...visit, faults: "Its clock is four minutes slow." })).status,
    ).toBe(200);
    const given = rowsIn(cast.server, "SELECT text FROM actions WHERE register = 'engineer_checks'");
    expect(given).toMatchObject([{ text: expect.stringContaining("four minutes slow") }]);
    expect(
      codesOf(await does("engineer_checks.add", { ...visit, clockFine: true, nextOn: inDays(-1) })),
    ).toEqual(["data.nextOn too-early"]);
  });

  test("a check that is not fine says what is missing", async () => {
    const check = { item: "signs", day: inDays(0), result: "not", nextOn: inDays(90) };
    expect(codesOf(await does("cctv_checks.add", check))).toEqual(["data.note missing"]);
    expect((await does("cctv_checks.add", { ...check, note: "The sign at the gate is gone." })).status).toBe(
      200,
    );
    expect(codesOf(await does("cctv_checks.add", { ...check, item: "ico" }))).toEqual([
      "data.item invalid_value",
    ]);
    const { checks } = await overview();
    expect(checks).toMatchObject([{ item: "signs", result: "not" }]);
    expect((await owed()).find(({ key }: { key: string }) => key === "cctv:our-checks")).toMatchObject({
      text: "12 of our 13 checks of CCTV are due",
    });
  });

  test("the lead signs a review, once, and then it stays", async () => {
    const { server, priya, ingrid } = cast;
    const id = await newNeedReview(server, ingrid, system);
    expect((await on("cctv_reviews", "sign", id, {}, ingrid)).status).toBe(403);
    expect((await owed()).some(({ key }: { key: string }) => key === `cctv:sign:${id}`)).toBe(true);
    expect((await on("cctv_reviews", "sign", id, {}, priya)).status).toBe(200);
    expect((await on("cctv_reviews", "sign", id, {}, priya)).status).toBe(403);
    expect(() => behindTheBack(server, "UPDATE cctv_reviews SET needed = FALSE WHERE id = ?", id)).toThrow(
      /stay as/,
    );
  });

  test("every list is a CSV, and none opens to staff", async () => {
    const lists = [
      "camera-systems",
      "cameras",
      "camera-viewers",
      "camera-checks",
      "footage-exports",
      "footage-viewings",
      "engineer-checks",
      "cctv-checks",
      "cctv-reviews",
    ];
    for (const of of lists) {
      const path = `GET /api/chaperone/list?of=${of}`;
      const csv = await ask(cast.server, `${path}&format=csv`, { token: cast.ruth.token });
      expect([of, csv.status, String(csv.body).split("\r\n").length > 5]).toEqual([of, 200, true]);
      expect((await ask(cast.server, path, { token: cast.tom.token })).status).toBe(403);
    }
    expect((await ask(cast.server, "GET /api/chaperone/cctv", { token: cast.tom.token })).status).toBe(403);
  });

  test("its paper is an export, by whoever reads it: one event each time; a look at the page is none", async () => {
    const { server, ruth, priya, tom } = cast;
    const exports = () =>
      eventsOf(server, "camera_systems.act").filter(({ detail }) => String(detail).includes('"export"'));
    const taken = (who: SignedIn, format: string) =>
      ask(server, `GET /api/chaperone/cctv?format=${format}`, { token: who.token });
    const before = exports().length;
    await overview(ruth);
    expect(exports()).toHaveLength(before);
    for (const who of [ruth, priya]) expect((await taken(who, "paper")).status).toBe(200);
    expect((await taken(tom, "paper")).status).toBe(403);
    expect((await taken(priya, "docx")).status).toBe(400);
    const newest = exports().slice(0, exports().length - before);
    expect(newest.map(({ user }) => user)).toEqual([priya.id, ruth.id]);
  });
});
