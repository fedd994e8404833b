import { afterAll, beforeAll, expect, test } from "vitest";
import { todayAnswer } from "#domain/clinic/today";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { act, ask, newBrowser, type SignedIn, setUpClinic } from "./clinic.ts";
import { behindTheBack } from "./database.ts";

let server: TestServer;
let priya: SignedIn;
let desk: { id: string; token: string };
beforeAll(async () => {
  server = await startServer();
  priya = await setUpClinic(server);
  desk = await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Front desk" });
});
afterAll(() => server?.stop());

const today = async () =>
  todayAnswer.parse((await ask(server, "GET /api/chaperone/today", { token: priya.token })).body);
const blind = async () => (await today()).blind?.map(({ what, amount }) => [what, amount]);

let id = 0;
const newEventId = () => `a${String(id++).padStart(14, "0")}`;
function held(n: number, occurredAt = new Date().toISOString()) {
  const recipients = { own: 0, approved: 0, patient: 0, outside: 1, unknown: 0 };
  const seen = { files: 1, strength: "strong", kinds: [], shown: [], detector: "rules-1" };
  const detail = { v: 1, adapter: "roundcube", how: "chosen", ...seen, recipients };
  return { id: newEventId(), n, kind: "mail.held", occurredAt, detail };
}
const send = (events: object[], more: object = {}) =>
  ask(server, "POST /api/chaperone/events", {
    token: desk.token,
    body: { sentAt: new Date().toISOString(), events, ...more },
  });

test("a browser that has never spoken is quiet; once it speaks it is seen, until the clinic's midnight", async () => {
  expect(await blind()).toEqual([["quiet", 0]]);
  expect((await today()).coverage).toEqual({ seen: 0, of: 1 });
  const health = { version: "0.1.0", adapters: [{ id: "roundcube", state: "blind" }], waiting: 0 };
  expect((await send([], { health })).status).toBe(200);
  expect((await today()).coverage).toEqual({ seen: 1, of: 1 });
  expect(await blind()).toEqual([["adapter-blind", 1]]);
  await send([], { health: { ...health, adapters: [{ id: "patient-list", state: "blind" }] } });
  expect((await today()).blind).toMatchObject([{ what: "adapter-blind", adapters: ["patient-list"] }]);
  await send([], { health: { ...health, adapters: [{ id: "patient-list", state: "late" }] } });
  expect(await blind()).toEqual([]);
  await send([], { health: { ...health, adapters: [{ id: "roundcube", state: "watching" }] } });
  expect(await blind()).toEqual([]);
  behindTheBack(server, "UPDATE browsers SET lastSeen = '2026-01-01 12:00:00.000Z'");
  expect(await blind()).toEqual([["quiet", 0]]);
});

test("a clock that is off by more than five minutes shows, either way", async () => {
  const off = (minutes: number) =>
    send([], { sentAt: new Date(Date.now() + minutes * 60_000).toISOString() });
  await off(4);
  expect(await blind()).toEqual([]);
  await off(-6);
  expect((await blind())?.[0]?.[0]).toBe("wrong-clock");
  await off(0);
});

test("numbers that never came are a gap, until they come; what was erased in between is none", async () => {
  await send([held(1), held(2), held(5)]);
  expect(await blind()).toEqual([["gap", 2]]);
  await send([held(3)]);
  expect(await blind()).toEqual([["gap", 1]]);
  const { body } = await send([held(4)]);
  expect(await blind()).toEqual([]);
  const { seq } = body.results[0];
  const erasure = { seq, ground: "Recorded by mistake", alone: "Nobody else works here yet" };
  expect((await act(server, priya.token, "events.erase", erasure)).status).toBe(200);
  expect(await blind()).toEqual([]);
  expect((await today()).mail?.held).toBe(4);
});

test("a browser whose receipts the ledger contradicts shows, to the lead as something to do", async () => {
  await send([], { receipt: { seq: 1, hash: "0".repeat(64) } });
  expect(await blind()).toEqual([["chain-mismatch", 0]]);
  expect((await today()).waiting).toContainEqual({ what: "mismatch", count: 1 });
});

test("a revoked browser is told of for a week", async () => {
  const { body } = await ask(server, `GET /api/collections/browsers/records/${desk.id}`, {
    token: priya.token,
  });
  await act(server, priya.token, "browsers.revoke", {}, { id: desk.id, version: body.version });
  expect(await blind()).toEqual([["revoked", 0]]);
  expect((await today()).coverage).toEqual({ seen: 0, of: 0 });
});
