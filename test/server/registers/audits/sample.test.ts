import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { type SignedIn, signInAs } from "../../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../../support/server/server.ts";
import { act, ask } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";

let server: TestServer;
let lead: SignedIn;
let manager: SignedIn;
beforeAll(async () => {
  server = await startServer({ example: true });
  lead = await signInAs(server, "dpo");
  manager = await signInAs(server, "manager");
});
afterAll(() => server?.stop());

const sampleOf = async (who: SignedIn, week = "") =>
  (await ask(server, `GET /api/chaperone/samples${week && `?week=${week}`}`, { token: who.token })).body;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The rule as the page says it, written a second time. */
function byHand(of: number, hash: string, most: number): number[] {
  const places: number[] = [];
  for (let i = 1; places.length < Math.min(of, most); i += 1) {
    const place = Number(BigInt(`0x${sha256(`${hash} ${i}`).slice(0, 13)}`) % BigInt(of));
    if (!places.includes(place)) places.push(place);
  }
  return places;
}

test("each week has a sample, of that week's accesses and mail decisions, as the rule draws them", async () => {
  const { weeks } = await sampleOf(lead);
  expect(weeks.length).toBeGreaterThan(5);
  const rows = rowsIn(server, "SELECT * FROM samples ORDER BY weekOf");
  for (const row of rows) {
    const seqs = rowsIn(
      server,
      "SELECT seq FROM events WHERE seq > ? AND seq <= ? AND (kind LIKE 'record.%' OR kind = 'mail.outcome') ORDER BY seq",
      Number(row.afterSeq),
      Number(row.upToSeq),
    ).map(({ seq }) => Number(seq));
    expect(seqs).toHaveLength(Number(row.population));
    const kept = rowsIn(
      server,
      "SELECT event FROM sample_items WHERE sample = ? ORDER BY position",
      String(row.id),
    ).map(({ event }) => Number(event));
    // As many again lie in reserve.
    const most = policy.sampleOfWeek.amount + policy.sampleReserve.amount;
    expect(kept).toHaveLength(Math.min(seqs.length, most));
    const wanted = byHand(seqs.length, String(row.headHash), seqs.length).map((place) => seqs[place]);
    // In the order of the draw; what is not there was kept apart or erased.
    expect(wanted.filter((seq) => kept.includes(Number(seq)))).toEqual(kept);
    const [head] = rowsIn(server, "SELECT hash, receivedAt FROM events WHERE seq = ?", Number(row.upToSeq));
    expect(head?.hash).toBe(row.headHash);
    const again = await ask(server, `GET /api/chaperone/samples/again?week=${row.weekOf}`, {
      token: lead.token,
    });
    expect(again.body).toMatchObject({ same: true });
  }
});

test("nobody looks at their own, each result is kept, and a second look of an old page is told", async () => {
  const newest = (await sampleOf(lead)).sample;
  const open = newest.items.find(
    ({ result, own }: { result: string; own: boolean }) => result === "" && !own,
  );
  expect(open).toBeDefined();
  const judge = (who: SignedIn, id: string, version: number, data: object) =>
    act(server, who.token, "sample_items.judge", { note: "", ...data }, { id, version });
  const bare = await judge(lead, open.id, open.version, { result: "no-reason" });
  expect(bare.body.data).toMatchObject({ "data.note": { code: "missing" } });
  const told = { result: "no-reason", note: "Not in the diary." };
  expect((await judge(lead, open.id, open.version, told)).status).toBe(200);
  const second = await judge(manager, open.id, open.version, { result: "in-order" });
  expect(second).toMatchObject({ status: 409, body: { current: { result: "no-reason" } } });
  for (const field of ["event", "position"]) expect(second.body.current).not.toHaveProperty(field);
  const own = rowsIn(
    server,
    `SELECT i.id AS id, i.version AS version FROM sample_items i JOIN events e ON e.seq = i.event
     WHERE e."user" = ? AND i.position < 6 LIMIT 1`,
    lead.id,
  )[0];
  if (own) {
    const refused = await judge(lead, String(own.id), Number(own.version), { result: "in-order" });
    expect(refused.status).toBe(403);
  }
  behindTheBack(server, "UPDATE sample_items SET version = version WHERE id = ?", open.id);
  expect(() => behindTheBack(server, "UPDATE sample_items SET event = 1 WHERE id = ?", open.id)).toThrow(
    /as they were drawn/,
  );
});

test("an entry whose case is kept apart after it was drawn leaves no gap, no count and no word behind", async () => {
  const size = policy.sampleOfWeek.amount;
  const { weeks } = await sampleOf(lead);
  const stand = async (who: SignedIn) => (await sampleOf(who, week)).sample;
  let week = "";
  let before = await stand(manager);
  for (week of weeks) {
    before = await stand(manager);
    const [stored] = rowsIn(server, "SELECT count(*) AS n FROM sample_items WHERE sample = ?", before.id);
    if (Number(stored?.n) > size) break;
  }
  expect(before.items).toHaveLength(size);
  // The example's cases are of mail: one entry of the sample is made theirs.
  const { id: item } = before.items[4];
  const [breach] = rowsIn(server, "SELECT id FROM breaches WHERE confidential = TRUE LIMIT 1");
  behindTheBack(server, "DROP TRIGGER events_only_blanked_by_order");
  behindTheBack(
    server,
    "UPDATE events SET trace = ? WHERE seq = (SELECT event FROM sample_items WHERE id = ?)",
    String(breach?.id),
    item,
  );
  const after = await stand(manager);
  expect(after.items).toHaveLength(size);
  const ids = (sample: { items: { id: string }[] }) => sample.items.map(({ id }) => id);
  expect(ids(after).slice(0, -1)).toEqual(ids(before).filter((id) => id !== item));
  expect(ids(before)).not.toContain(ids(after).at(-1));
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  expect(after.of).toBe(before.of - 1);
  // The lead finds it where it was, and what took its place after all the others.
  expect(ids(await stand(lead))).toEqual([...ids(before), ids(after).at(-1)]);
  // What took its place is looked at like any other; what stays in reserve is no row for anybody.
  const judge = async (who: SignedIn, { id, version }: { id: string; version: number }) => {
    const data = { result: "in-order", note: "" };
    return (await act(server, who.token, "sample_items.judge", data, { id, version })).status;
  };
  const place = after.items.at(-1);
  expect(await judge(place.own ? lead : manager, place)).toBe(200);
  const [reserve] = rowsIn(
    server,
    "SELECT id, version FROM sample_items WHERE sample = ? ORDER BY position DESC LIMIT 1",
    before.id,
  );
  expect(await judge(lead, reserve as { id: string; version: number })).toBe(404);
  expect(await judge(manager, before.items[4])).toBe(404);
  expect(await judge(manager, { id: item, version: before.items[4].version + 7 })).toBe(404);
  expect(await judge(lead, { id: item, version: before.items[4].version + 7 })).toBe(409);
});

test("what is left of it stands on the desk, as theirs who may look", async () => {
  const { rows } = (await ask(server, "GET /api/chaperone/desk?part=others", { token: manager.token })).body;
  const { sample } = await sampleOf(manager);
  const own = rows.filter(({ key }: { key: string }) => key.startsWith("samples:"));
  // The example has looked at all that were drawn before.
  expect(own).toHaveLength(1);
  const [row] = own;
  const left = sample.items.filter(({ result }: { result: string }) => result === "").length;
  expect(row).toMatchObject({ text: `Look at the week’s sample: ${left} left`, mine: true });
  expect(row.page).toBe(`/audits?week=${sample.weekOf}`);
});

test("the chain's number is the lead's, the hash that draws and drawing again too", async () => {
  const { headHash } = (await sampleOf(lead)).sample;
  expect((await sampleOf(manager)).sample.headHash).toBe(headHash.slice(0, 12));
  expect((await sampleOf(lead)).sample.head).toBeGreaterThan(0);
  expect((await sampleOf(manager)).sample.head).toBeNull();
  const [week] = (await sampleOf(manager)).weeks;
  const refused = await ask(server, `GET /api/chaperone/samples/again?week=${week}`, {
    token: manager.token,
  });
  expect(refused.status).toBe(403);
});

test("what was changed behind the server is found when it is drawn again", async () => {
  const [week] = (await sampleOf(lead)).weeks;
  const [row] = rowsIn(server, "SELECT id FROM samples WHERE weekOf = ?", week);
  behindTheBack(server, "DROP TRIGGER sample_items_no_update");
  const other = rowsIn(
    server,
    `SELECT seq FROM events WHERE kind = 'record.view' AND seq NOT IN (SELECT event FROM sample_items) ORDER BY seq DESC LIMIT 1`,
  )[0];
  behindTheBack(
    server,
    "UPDATE sample_items SET event = ? WHERE sample = ? AND position = 0",
    Number(other?.seq),
    String(row?.id),
  );
  const again = await ask(server, `GET /api/chaperone/samples/again?week=${week}`, { token: lead.token });
  expect(again.body).toMatchObject({ same: false });
});
