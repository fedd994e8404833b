import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTable, tableOf, tokensAtMost } from "#domain/exact/table";
import { type Cast, castOf } from "../registers/incidents/cast.ts";
import { act, ask } from "./clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "./database.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const clinicId = "clinic000000000";
const row = () => ({
  id: clinicId,
  version: Number(rowsIn(cast.server, "SELECT version FROM clinic")[0]?.version),
});
const decision = {
  decidedOn: "2026-05-04",
  decidedBy: "The partners",
  reference: "DPIA 7, shared drive",
  reason: "Letters without anything clinical went out twice.",
};
/** Every byte there is stands in it: nothing between here and there may take it for a text. */
const table = (count = 300, seed = 1) =>
  tableOf(
    Uint8Array.from({ length: 32 }, (_, i) => i * 8 + seed),
    Float64Array.from({ length: count }, (_, i) => i * 1_099_511_627 + seed),
  );
async function bring(token: string, bytes: Uint8Array, seen = row().version, people = 120) {
  const form = new FormData();
  form.set("version", String(seen));
  form.set("people", String(people));
  form.set("file", new Blob([Uint8Array.from(bytes)]), "Mrs Marchbanks.bin");
  const answer = await fetch(`${cast.server.url}/api/chaperone/exact-list`, {
    method: "POST",
    headers: { authorization: token },
    body: form,
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}
const take = (token: string) =>
  fetch(`${cast.server.url}/api/chaperone/browser-exact-list`, { headers: { authorization: token } });
const state = async () =>
  (await ask(cast.server, "GET /api/chaperone/exact-list", { token: cast.priya.token })).body;
const told = async (token: string) =>
  (await ask(cast.server, "GET /api/chaperone/policy", { token })).body.exact;
const files = () => readdirSync(cast.server.data).filter((name) => name.startsWith("exact-"));
const does = (action: string, token = cast.priya.token, data: object = {}) =>
  act(cast.server, token, action, data, row());

describe("the list of the clinic’s own patients", () => {
  test("is off, and none is taken before the decision is recorded", async () => {
    expect(await state()).toEqual({ decision: null, list: null, there: false, version: row().version });
    expect(await told(cast.room.token)).toBeNull();
    const { status, body } = await bring(cast.priya.token, table());
    expect([status, body.data.file.code]).toEqual([400, "off"]);
    expect(files()).toEqual([]);
    expect((await does("clinic.exactOff")).status).toBe(400);
  });

  test("is switched on by the lead alone, with who decided, when and why", async () => {
    for (const { token } of [cast.ingrid, cast.tom, cast.ruth, cast.room])
      expect((await does("clinic.exactOn", token, decision)).status).toBe(403);
    for (const wrong of [
      { ...decision, reference: "" },
      { ...decision, reason: " " },
      { ...decision, decidedBy: "" },
      { ...decision, decidedOn: "2026-02-30" },
      { ...decision, decidedOn: "2099-01-01" },
    ])
      expect((await does("clinic.exactOn", undefined, wrong)).status).toBe(400);
    expect((await does("clinic.exactOn", undefined, decision)).status).toBe(200);
    expect((await state()).decision).toMatchObject({ ...decision, by: cast.priya.id });
    expect(await told(cast.room.token)).toBeNull();
  });

  test("is taken whole, and given byte for byte to a paired browser and to nobody else", async () => {
    const bytes = table();
    for (const { token } of [cast.ingrid, cast.tom, cast.ruth, cast.room])
      expect((await bring(token, bytes)).status).toBe(403);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { status, body } = await bring(cast.priya.token, bytes);
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: 1, sha256, tokens: 300, people: 120, by: cast.priya.id });
    expect(await state()).toMatchObject({ list: { number: 1 }, there: true });
    for (const { token } of [cast.room, cast.desk]) {
      expect(await told(token)).toEqual({ sha256, bytes: bytes.length });
      const given = await take(token);
      expect([given.status, given.headers.get("cache-control")]).toEqual([200, "no-store"]);
      const same = new Uint8Array(await given.arrayBuffer());
      expect(Buffer.from(same).equals(Buffer.from(bytes))).toBe(true);
      expect(readTable(same)?.count).toBe(300);
    }
    for (const { token } of [cast.priya, cast.ingrid, cast.tom, cast.ruth])
      expect((await take(token)).status).toBe(403);
    expect((await fetch(`${cast.server.url}/api/chaperone/browser-exact-list`)).status).toBe(401);
    for (const { token } of [cast.ingrid, cast.tom, cast.ruth, cast.room])
      expect((await ask(cast.server, "GET /api/chaperone/exact-list", { token })).status).toBe(403);
  });

  test("lies beside PocketBase’s folder, and neither log nor clinic’s row tell of it but counts", async () => {
    expect(files()).toHaveLength(1);
    const [event] = eventsOf(cast.server, "clinic.act");
    expect(JSON.parse(String(event?.detail))).toMatchObject({ action: "exact-list" });
    expect(JSON.stringify(rowsIn(cast.server, "SELECT * FROM events"))).not.toMatch(/Marchbanks|DPIA 7/);
    const seen = await ask(cast.server, "GET /api/collections/clinic/records", { token: cast.priya.token });
    expect(seen.body.items[0]).not.toHaveProperty("exactList");
    expect(seen.body.items[0]).not.toHaveProperty("exactDecision");
  });

  test.each([
    ["no list", () => new TextEncoder().encode("Ada Moss,1961-03-12")],
    ["one that was cut", () => table().subarray(0, 300)],
    ["one with no token", () => table(0)],
    ["one that says it has more", () => table().with(36, 255)],
  ])("refuses %s", async (_, bytes) => {
    expect((await bring(cast.priya.token, bytes())).status).toBe(400);
    expect((await state()).list.number).toBe(1);
  });

  test("is replaced whole, by whoever saw the last one; the old one is gone", async () => {
    const [old] = files();
    const before = row().version - 1;
    expect((await bring(cast.priya.token, table(200, 2), before)).body.data.version.code).toBe("stale");
    expect(files()).toEqual([old]);
    expect((await bring(cast.priya.token, table(200, 2))).status).toBe(200);
    expect(files()).toHaveLength(1);
    expect(files()).not.toContain(old);
    expect((await state()).list).toMatchObject({ number: 2, tokens: 200 });
  });

  test("stands in what Chaperone holds, with when it goes, for those who read that", async () => {
    const own = (on: string, token = cast.priya.token) =>
      ask(cast.server, `GET /api/chaperone/retention-own?on=${on}`, { token });
    const partOf = async (on: string) =>
      (await own(on)).body.parts.find(({ what }: { what: string }) =>
        what.startsWith("Tokens of the clinic"),
      );
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    expect(await partOf(day(1))).toMatchObject({ held: 200, goes: 0 });
    expect(await partOf(day(182))).toMatchObject({ held: 200, goes: 200 });
    expect((await own(day(1), cast.tom.token)).status).toBe(403);
  });

  test("is not given to a revoked browser", async () => {
    const version = Number(
      rowsIn(cast.server, "SELECT version FROM browsers WHERE id = ?", cast.desk.id)[0]?.version,
    );
    const gone = { id: cast.desk.id, version };
    expect((await act(cast.server, cast.priya.token, "browsers.revoke", {}, gone)).status).toBe(200);
    expect((await take(cast.desk.token)).status).toBe(401);
  });

  test("that is missing after a restore is told to be, and given to nobody", async () => {
    const [name = ""] = files();
    const { list } = await state();
    behindTheBack(
      cast.server,
      "UPDATE clinic SET exactList = ?",
      JSON.stringify({ ...list, sha256: "a".repeat(64) }),
    );
    expect(await state()).toMatchObject({ there: false, decision });
    expect(await told(cast.room.token)).toBeNull();
    expect((await take(cast.room.token)).status).toBe(404);
    behindTheBack(cast.server, "UPDATE clinic SET exactList = ?", JSON.stringify(list));
    expect(files()).toEqual([name]);
    expect((await take(cast.room.token)).status).toBe(200);
  });

  test("that is half a year old is given to nobody", async () => {
    const { list } = await state();
    const old = new Date(Date.now() - 181 * 86_400_000).toISOString();
    behindTheBack(cast.server, "UPDATE clinic SET exactList = ?", JSON.stringify({ ...list, at: old }));
    expect(await told(cast.room.token)).toBeNull();
    expect((await take(cast.room.token)).status).toBe(404);
    behindTheBack(cast.server, "UPDATE clinic SET exactList = ?", JSON.stringify(list));
  });

  test("goes at once when it is erased or switched off, whatever lies beside it", async () => {
    writeFileSync(join(cast.server.data, `exact-${"b".repeat(32)}.bin`), "left over");
    expect((await does("clinic.exactErase")).status).toBe(200);
    expect(files()).toEqual([]);
    expect(await state()).toMatchObject({ decision, list: null, there: false });
    expect((await does("clinic.exactErase")).status).toBe(400);
    expect((await bring(cast.priya.token, table(tokensAtMost / 2))).status).toBe(200);
    expect((await does("clinic.exactOff")).status).toBe(200);
    expect(files()).toEqual([]);
    expect(await state()).toEqual({ decision: null, list: null, there: false, version: row().version });
    expect(await told(cast.room.token)).toBeNull();
    expect((await take(cast.room.token)).status).toBe(404);
    const acts = eventsOf(cast.server, "clinic.act").map(({ detail }) => JSON.parse(String(detail)).action);
    expect(acts.filter((name) => name.startsWith("exact"))).toEqual(
      expect.arrayContaining(["exact-on", "exact-list", "exact-erase", "exact-off"]),
    );
  });
});
