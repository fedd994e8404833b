import { afterAll, beforeAll, expect, test } from "vitest";
import { type DeskAnswer, deskAnswer } from "#domain/work/desk";
import { act, ask, type SignedIn } from "../people/clinic.ts";
import { behindTheBack } from "../people/database.ts";
import {
  ago,
  type Cast,
  castOf,
  changeClinic,
  newBreach,
  newIncident,
  onCase,
  soon,
} from "../registers/incidents/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

async function deskFor(who: SignedIn, query = ""): Promise<DeskAnswer> {
  const { status, body } = await ask(cast.server, `GET /api/chaperone/desk${query}`, { token: who.token });
  expect(status).toBe(200);
  return deskAnswer.parse(body);
}
const ofCase = ({ rows }: DeskAnswer, id: string) =>
  rows.filter(({ breach }) => breach === id).map(({ kind, holders, left }) => [kind, holders, left]);

/** Of a January to come, in which London keeps UTC. */
const year = new Date().getUTCFullYear() + 1;

test("all that runs in a case stands there with who holds it, until it is done", async () => {
  const { server, priya, noor, tom } = cast;
  const id = await newBreach(cast, ago(3));
  await onCase(server, noor, "addPeople", id, {
    people: ["1", "2"].map((recordRef) => ({ recordRef, system: "cliniko:harbour.uk2", toBeTold: true })),
  });
  await onCase(server, noor, "account", id, { user: tom.id, system: "mail" });
  const data = { register: "breaches", subject: id, text: "Lock it.", owner: tom.id, due: `${year}-01-15` };
  const action = await act(server, priya.token, "actions.add", data);
  const before = await deskFor(priya);
  expect(ofCase(before, id)).toEqual([
    ["asked", ["noor", "ingrid"], 0],
    ["ico", ["noor"], 0],
    ["action", ["tom"], 0],
    ["accounts", ["noor"], 1],
    ["people", ["noor"], 2],
  ]);
  const [ico] = before.rows.filter(({ kind, breach }) => kind === "ico" && breach === id);
  expect(Date.parse(ico?.due ?? "") - Date.parse(ico?.from ?? "")).toBe(72 * 3_600_000);
  expect(before.rows.find(({ kind }) => kind === "action")?.due).toBe(`${year}-01-16T00:00:00.000Z`);
  expect(before.rows.filter(({ kind }) => kind === "review")).toHaveLength(1);

  await act(server, tom.token, "actions.done", {}, { id: action.body.id, version: 1 });
  await onCase(server, cast.ingrid, "decide", id, { ico: "record-only", people: "not", reason: "No risk." });
  expect(ofCase(await deskFor(priya), id)).toEqual([
    ["verify", [], 0],
    ["accounts", ["noor"], 1],
  ]);
  await act(server, priya.token, "actions.verify", {}, { id: action.body.id, version: 2 });
  expect(ofCase(await deskFor(priya), id)).toEqual([["accounts", ["noor"], 1]]);
});

test("what nobody answered for 72 hours comes first", async () => {
  const { server, priya } = cast;
  const id = await newIncident(cast);
  behindTheBack(
    server,
    "UPDATE breaches SET provisionalFrom = ? WHERE id = ?",
    ago(73).replace("T", " "),
    id,
  );
  const { rows, over } = await deskFor(priya);
  expect(rows[0]).toMatchObject({ kind: "provisional", breach: id, unanswered: true });
  expect(over).toBe(1);
});

test("a confidential case stands on the desk of who keeps it, and of who is let in, alone", async () => {
  const { server, priya, ingrid, noor, ruth } = cast;
  const id = await newIncident(cast, { confidential: true, about: noor.id });
  const grant = { user: ruth.id, until: soon(), reason: "Looks at it." };
  await onCase(server, priya, "grant", id, grant);
  expect(ofCase(await deskFor(priya), id)).toEqual([
    ["grant", ["ruth"], 0],
    ["provisional", ["Priya Raman"], 0],
  ]);
  expect(ofCase(await deskFor(ruth), id)).toHaveLength(2);
  for (const who of [ingrid, noor]) {
    const desk = await deskFor(who);
    expect(JSON.stringify(desk)).not.toContain(id);
    expect(desk.counts.clocks).toBe((await deskFor(priya)).counts.clocks - 1);
  }
});

test("a mail that did not go out says when it is tried again", async () => {
  const { server, priya, noor } = cast;
  const id = await newBreach(cast);
  behindTheBack(
    server,
    `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
     VALUES ('mail00000000001', 'test', ?, ?, ?, 0, '', 'failing', '', 2, ?)`,
    id,
    ago(1).replace("T", " "),
    noor.id,
    soon(1).replace("T", " "),
  );
  expect(ofCase(await deskFor(priya, "?part=clocks"), id)).toContainEqual(["mail", ["noor"], 0]);
});

test("it is bounded and paged, in the clinic's days, and takes no other part", async () => {
  const { server, priya, tom } = cast;
  await changeClinic(server, priya, { timeZone: "America/New_York" });
  for (let i = 0; i < 120; i++) {
    behindTheBack(
      server,
      `INSERT INTO actions (id, register, subject, breach, text, owner, due, doneAt, verifiedAt, cancelledAt, at)
       VALUES (?, 'reviews', 'review000000001', '', ?, ?, '2027-07-01', '', '', '', '2026-11-20 00:00:00.000Z')`,
      `act${String(i).padStart(12, "0")}`,
      `Action ${i}.`,
      tom.id,
    );
  }
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: DeskAnswer = await deskFor(priya, `?part=actions&after=${encodeURIComponent(next)}`);
    expect(page.counts.actions).toBe(120);
    expect(page.rows.every(({ due }) => due === "2027-07-02T04:00:00.000Z")).toBe(true);
    seen.push(...page.rows.map(({ key }) => key));
    next = page.next;
  }
  expect(new Set(seen).size).toBe(120);
  const as = { token: priya.token };
  expect((await ask(server, "GET /api/chaperone/desk?part=mine", as)).status).toBe(400);
  expect((await ask(server, "GET /api/chaperone/desk", { token: tom.token })).status).toBe(403);
});
