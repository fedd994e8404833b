import { afterAll, beforeAll, expect, test } from "vitest";
import { portableFile } from "#domain/registers/requests/portable";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { oneDrawn } from "../audits/drawn.ts";
import { newDecision } from "../consent/rows.ts";
import { newDisclosure } from "../holds/rows.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { newRelease } from "../releases/rows.ts";
import { daysAgo, enter, newRequest, today } from "./entries.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const day = (days: number): string => daysAgo(-days);
const get = (who: SignedIn, path: string) =>
  ask(cast.server, `GET /api/chaperone/${path}`, { token: who.token });
const limit = (id: string, on: string): void =>
  behindTheBack(cast.server, `UPDATE requests SET limitOn = '${on}' WHERE id = '${id}'`);

test("whoever works one is reminded before its day and once it has passed; not while its clock stands", async () => {
  const { priya, server } = cast;
  const dueIn = async (days: number, more: object = {}): Promise<string> => {
    const id = await newRequest(server, priya, { name: "Zofia Wójcik", ...more });
    limit(id, day(days));
    return id;
  };
  const ids = [await dueIn(8), await dueIn(7), await dueIn(-1)];
  const stands = await dueIn(-1);
  behindTheBack(server, `UPDATE requests SET stands = 'waits' WHERE id = '${stands}'`);
  for (let n = 0; n < 2; n += 1) expect((await server.command(["chaperone", "remind"])).status).toBe(0);
  const said = [...ids, stands].map((id) =>
    rowsIn(server, "SELECT * FROM reminders WHERE subject = ? AND saidAt <> ''", id).map(({ kind, to }) => [
      kind,
      to,
    ]),
  );
  const before = [["day-request-duty", priya.id]];
  const over = [["day-request-over-duty", priya.id]];
  expect(said).toEqual([[], before, over, []]);
  expect(JSON.stringify(rowsIn(server, "SELECT * FROM reminders"))).not.toMatch(/Zofia|Wójcik/);
});

test("desk, review and trends tell of it, and none of them who asks", async () => {
  const { priya, server } = cast;
  const id = await newRequest(server, priya, { kind: "erasure", name: "Bilal Al-Khatib" });
  await enter(server, priya, id, "withdraw", { day: today(), reason: "No longer wanted." });
  const { body } = await act(server, priya.token, "reviews.prepare", {});
  const [item] = rowsIn(server, "SELECT * FROM review_items WHERE review = ? AND key = 'requests'", body.id);
  const { figures, lines } = JSON.parse(String(item?.facts));
  expect(figures).toContainEqual({ name: "Late", value: "1" });
  expect(lines).toEqual([{ name: expect.stringMatching(/^REQ-\d+$/), words: "1 day late" }]);
  const { weeks } = (await get(priya, "trends?weeks=8")).body;
  expect(weeks.at(-1).registers.requests).toMatchObject({ received: 5, answered: 0, withdrawn: 1 });
  const desk = (await get(priya, "desk")).body;
  const texts = desk.rows.map(({ text }: { text: string }) => text);
  expect(texts.filter((text: string) => text.startsWith("REQ-"))).toHaveLength(4);
  expect(JSON.stringify([desk, item])).not.toMatch(/Zofia|Bilal/);
});

test("the list is paged by the nearest limit, filtered, and a CSV that names nobody who asks", async () => {
  const { priya } = cast;
  const first = (await get(priya, "list?of=requests&limit=2&open=open")).body;
  const second = (await get(priya, `list?of=requests&limit=2&open=open&before=${first.next}`)).body;
  const limits = [...first.rows, ...second.rows].map(({ limitOn }: { limitOn: string }) => limitOn);
  expect(limits).toHaveLength(4);
  expect(limits).toEqual([...limits].sort());
  expect(second.next).toBeNull();
  const kinds = (await get(priya, "list?of=requests&kind=erasure")).body.rows;
  expect(kinds.map(({ state }: { state: string }) => state)).toEqual(["withdrawn"]);
  expect((await get(priya, "list?of=requests&kind=anything")).status).toBe(400);
});

test("who looked at a record that nobody opened: an empty list, for who works the request alone", async () => {
  const { priya, ingrid, server } = cast;
  const id = await newRequest(server, priya, { recordRef: "1805465202989210077" });
  expect((await get(priya, `request-looks?id=${id}`)).body).toMatchObject({ looks: [], more: false });
  expect((await get(ingrid, `request-looks?id=${id}`)).status).toBe(403);
});

test("a complaint: its clock is that of the acknowledgement, then the clinic’s aim; nobody told for 30 days is owed that", async () => {
  const { priya, server } = cast;
  const id = await newRequest(server, priya, { kind: "complaint", receivedOn: daysAgo(33) });
  const rowsOf = async (key: string) =>
    (await get(priya, "desk?part=others")).body.rows.filter((row: { key: string }) => row.key === key);
  const clock = async () => rowsIn(server, "SELECT limitOn FROM requests WHERE id = ?", id)[0]?.limitOn;
  expect(String(await clock()) <= today()).toBe(true);
  expect(await rowsOf(`requests:${id}`)).toMatchObject([{ text: expect.stringMatching(/^COM-\d+/) }]);
  await enter(server, priya, id, "acknowledge", { day: today(), how: "By letter." });
  expect(await clock()).toBe(day(27));
  expect(await rowsOf(`requests-progress:${id}`)).toEqual([]);
  behindTheBack(server, "DROP TRIGGER request_steps_no_update");
  behindTheBack(
    server,
    `UPDATE request_steps SET "at" = ? WHERE request = ?`,
    `${daysAgo(31)} 10:00:00.000Z`,
    id,
  );
  expect(await rowsOf(`requests-progress:${id}`)).toMatchObject([{ mine: true, page: `/requests/${id}` }]);
  await enter(server, priya, id, "progress", { note: "The desk was asked." });
  expect(await rowsOf(`requests-progress:${id}`)).toEqual([]);
});

test("a view of a record is explained by a request that whoever looked worked on while it was open, and by no other", async () => {
  const { priya, tom, ingrid, server } = cast;
  const of = { system: "cliniko:harbour.uk2", recordRef: "1805465202989210079" };
  const seq = Number(
    rowsIn(server, "SELECT seq FROM events WHERE user = ? ORDER BY seq DESC LIMIT 1", tom.id)[0]?.seq,
  );
  const sample = oneDrawn(server, seq);
  for (const trigger of ["events_only_blanked_by_order", "events_sum_blanked"])
    behindTheBack(server, `DROP TRIGGER ${trigger}`);
  behindTheBack(
    server,
    "UPDATE events SET kind = 'record.view', system = ?, recordRef = ? WHERE seq = ?",
    of.system,
    of.recordRef,
    seq,
  );
  const explained = async () =>
    (await get(priya, "samples")).body.sample.items.find(({ id }: { id: string }) => id === sample).explained;
  expect(await explained()).toBe("");
  await newRequest(server, ingrid, of);
  expect(await explained()).toBe("");
  const id = await newRequest(server, tom, of);
  const [row] = rowsIn(server, "SELECT number FROM requests WHERE id = ?", id);
  expect(await explained()).toBe(`REQ-${row?.number}`);
  behindTheBack(server, "UPDATE requests SET endedOn = ? WHERE id = ?", daysAgo(1), id);
  expect(await explained()).toBe("");
});

test("data to take along: what is held of the record, once it is known who asks; in it is nobody’s name, and taking it is an event", async () => {
  const { priya, ingrid, tom, server } = cast;
  const of = { system: "cliniko:harbour.uk2", recordRef: "1805465202989210078" };
  await newDecision(server, priya, { ...of, purpose: "research", decision: "yes" });
  await newRelease(server, priya, of);
  await newDisclosure(server, priya, { ...of, organisation: "Harbour Mutual", receiver: "insurer" });
  const other = await newRequest(server, priya, of);
  const id = await newRequest(server, priya, {
    ...of,
    kind: "portability",
    doubt: "yes",
    name: "Bilal Aziz",
  });
  const path = `request-portable?id=${id}`;
  expect((await get(priya, path)).status).toBe(403);
  await enter(server, priya, id, "identity", { how: "known", right: "yes", day: today() });
  expect((await get(ingrid, path)).status).toBe(403);
  expect((await get(tom, path)).status).toBe(403);
  expect((await get(priya, `request-portable?id=${other}`)).status).toBe(400);
  const { status, body } = await get(priya, path);
  expect(status).toBe(200);
  const file = portableFile.parse(body);
  expect(file.record).toEqual({ system: of.system, reference: of.recordRef });
  expect(file.decisions).toMatchObject([{ purpose: "research", decision: "yes" }]);
  expect(file.releases).toHaveLength(1);
  expect(file.releases[0]?.scopes.length).toBeGreaterThan(0);
  expect(file.disclosures).toMatchObject([{ receiver: "insurer", outcome: "given" }]);
  expect(file.requests.map(({ kind }) => kind)).toEqual(["access", "portability"]);
  const [held] = rowsIn(server, "SELECT name FROM releases WHERE recordRef = ?", of.recordRef);
  const text = JSON.stringify(body);
  for (const name of [held?.name, "Bilal", "Harbour Mutual", priya.id, "Priya"])
    expect(text).not.toContain(String(name));
  expect(JSON.parse(String(eventsOf(server, "requests.act")[0]?.detail))).toEqual({
    ...{ v: 1, id, action: "export-portable" },
  });
});

test("a name is cleared three years after its request ended, and the row says when", {
  timeout: 120_000,
}, async () => {
  const { priya, server } = cast;
  const ended = async (on: string): Promise<string> => {
    const id = await newRequest(server, priya, { name: "Gethin Pugh", reach: "3 Stryd Fawr" });
    behindTheBack(server, `UPDATE requests SET state = 'answered', endedOn = '${on}' WHERE id = '${id}'`);
    return id;
  };
  const [old, recent] = [await ended(daysAgo(1_200)), await ended(daysAgo(900))];
  const nameOf = (id: string) =>
    rowsIn(server, "SELECT name, reach, clearedAt FROM request_names WHERE request = ?", id)[0];
  await expect.poll(() => nameOf(old)?.name, { timeout: 90_000, interval: 1_000 }).toBe("");
  expect(nameOf(old)).toMatchObject({ reach: "", clearedAt: expect.stringMatching(/^\d{4}-/) });
  expect(nameOf(recent)?.name).toBe("Gethin Pugh");
  expect((await get(priya, `request-name?id=${old}`)).status).toBe(404);
});
