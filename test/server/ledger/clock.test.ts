import { afterAll, beforeAll, expect, test } from "vitest";
import { todayAnswer } from "#domain/clinic/today";
import { appendEvents } from "../../support/old-events.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { act, ask, newPerson, type SignedIn, setUpClinic } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";

/** A log whose last event is three years old: for it the server's clock runs three years ahead. */
const views = 40;
const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

let server: TestServer;
let priya: SignedIn;
let ingrid: SignedIn;
beforeAll(async () => {
  server = await startServer();
  appendEvents(
    server,
    Array.from({ length: views }, () => ({
      kind: "record.view",
      detail: '{"v":1}',
      receivedAt: ago(3 * 365),
    })),
  );
  // Nobody has looked at the log since: the newest event is still the old one.
  const { status, stdout } = await server.command(["chaperone", "expire"]);
  expect([status, stdout]).toEqual([1, expect.stringContaining(`the time of event ${views}`)]);
  // From here on events carry the new time.
  priya = await setUpClinic(server);
  const manager = { email: "ingrid@harbour.example", name: "Ingrid Holm", role: "manager" };
  ingrid = await newPerson(server, priya.token, manager);
});
afterAll(() => server?.stop());

const expire = async () => {
  const { status, stdout } = await server.command(["chaperone", "expire"]);
  return [status, stdout.trim()] as const;
};
const clockFor = async ({ token }: SignedIn) =>
  todayAnswer.parse((await ask(server, "GET /api/chaperone/today", { token })).body).clock;
const blanked = () => rowsIn(server, "SELECT count(*) AS n FROM events WHERE orderedBy > 0")[0]?.n;
const confirm = (who: SignedIn, data: object) => act(server, who.token, "clinic.confirmTime", data);
const standing = async () => {
  const clock = await clockFor(priya);
  if (!clock) throw new Error("no jump stands");
  return { after: clock.after, shown: clock.now };
};

test("nothing expires, however many events were stored since with the new time", async () => {
  expect(await expire()).toEqual([
    1,
    expect.stringMatching(/^Nothing is expired: the server’s clock jumped/),
  ]);
  expect(blanked()).toBe(0);
});

test("the lead is told on Today, and nobody else", async () => {
  const clock = await clockFor(priya);
  expect(clock).toMatchObject({ is: "ahead", after: views });
  expect(Date.parse(clock?.to ?? "") - Date.parse(clock?.before ?? "")).toBeGreaterThan(1_000 * day);
  expect(await clockFor(ingrid)).toBeNull();
});

test("only the lead confirms, the jump and the time that were shown", async () => {
  const shown = await standing();
  expect((await confirm(ingrid, shown)).status).toBe(403);
  expect((await confirm(priya, { ...shown, after: shown.after - 1 })).status).toBe(400);
  expect((await confirm(priya, { ...shown, shown: ago(1) })).status).toBe(400);
  expect((await expire())[0]).toBe(1);
  const two = await Promise.all([confirm(priya, shown), confirm(priya, shown)]);
  expect(two.map(({ status }) => status).sort()).toEqual([200, 400]);
  const said = rowsIn(
    server,
    "SELECT user FROM events WHERE kind = 'clinic.act' AND detail <> '' AND detail->>'action' = 'confirm-time'",
  );
  expect(said).toEqual([{ user: priya.id }]);
  expect(await clockFor(priya)).toBeNull();
  expect(await expire()).toEqual([0, `${views} events expired.`]);
  expect(blanked()).toBe(views);
  expect((await confirm(priya, shown)).status).toBe(400);
});

test("a clinic that was closed for 40 days gets one question, and that is all", async () => {
  appendEvents(server, [{ receivedAt: ago(-40) }, { receivedAt: ago(-40) }]);
  expect((await expire())[0]).toBe(1);
  expect((await confirm(priya, await standing())).status).toBe(200);
  expect(await clockFor(priya)).toBeNull();
  expect(await expire()).toEqual([0, "0 events expired."]);
});

test("what was confirmed is that jump alone: the next one is asked about anew", async () => {
  appendEvents(server, [{ receivedAt: ago(-1_000) }]);
  expect((await expire())[0]).toBe(1);
  expect((await confirm(priya, await standing())).status).toBe(200);
  expect((await expire())[0]).toBe(0);
});

test("a clock behind the newest event expires nothing either, and says so until it is right", async () => {
  appendEvents(server, [{ receivedAt: ago(-1) }]);
  expect(await expire()).toEqual([1, expect.stringContaining("Set the clock right; then expiry goes on.")]);
  const clock = await clockFor(priya);
  expect(clock?.is).toBe("behind");
  expect((await confirm(priya, { after: clock?.after, shown: clock?.now })).status).toBe(400);
  appendEvents(server, [{ receivedAt: ago(0) }]);
  expect(await expire()).toEqual([0, "0 events expired."]);
});

test("a claim that a clock made which ran ahead stops nothing; one of now does", async () => {
  const held = (ms: number) =>
    behindTheBack(
      server,
      "INSERT OR REPLACE INTO ledger_claims (name, until) VALUES ('expire', ?)",
      Date.now() + ms,
    );
  held(3_600_000);
  expect(await expire()).toEqual([1, "Another expiry is running: try again when it has ended."]);
  held(3 * 365 * day);
  expect(await expire()).toEqual([0, "0 events expired."]);
});
