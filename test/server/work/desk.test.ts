import { afterAll, beforeAll, expect, test } from "vitest";
import { todayAnswer } from "#domain/clinic/today";
import { weekOf } from "#domain/registers/reviews/week";
import { type DeskAnswer, type DeskRow, deskAnswer } from "#domain/work/desk";
import { frameAnswer } from "#domain/work/frame";
import { myWorkAnswer } from "#domain/work/my-work";
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

/** Every row of the desk, page after page. */
async function wholeDesk(who: SignedIn): Promise<DeskRow[]> {
  const rows: DeskRow[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page: DeskAnswer = await deskFor(who, `?after=${encodeURIComponent(next)}`);
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

test("desk, first screen, my work and top bar tell one list, to each what they may know", async () => {
  const { server, priya, ingrid, noor, tom, ruth } = cast;
  const { lastWeek } = withoutReview(cast);
  const id = await newBreach(cast, ago(80));
  const days = (n: number) => soon(24 * n).slice(0, 10);
  const give = async (owner: SignedIn, due: string) => {
    const data = { register: "breaches", subject: id, text: "Fit a shred bin.", owner: owner.id, due };
    return (await act(server, priya.token, "actions.add", data)).body.id as string;
  };
  const [toDo, done] = [await give(tom, days(0)), await give(tom, days(3))];
  await act(server, tom.token, "actions.done", {}, { id: done, version: 1 });
  behindTheBack(server, "UPDATE actions SET due = '2026-01-10' WHERE id = ?", toDo);

  for (const who of [priya, ingrid, noor, ruth]) {
    const desk = await wholeDesk(who);
    const { over } = await deskFor(who);
    const said = desk.filter(({ kind }) => kind !== "asked" && kind !== "mail");
    const { owed } = todayAnswer.parse(await bodyFor(who, "today"));
    expect(owed.rows).toEqual(said.slice(0, 50));
    expect([owed.all, owed.over]).toEqual([said.length, over]);
    const frame = frameAnswer.parse(await bodyFor(who, "frame?day=1"));
    expect(frame.today.owed).toEqual(owed);
    const mine = desk.filter((row) => row.mine);
    expect(myWorkAnswer.parse(await bodyFor(who, "my-work")).owed).toEqual(mine);
    expect(frame.day?.work.owed).toEqual(mine);
    const late = desk.filter(({ due }) => due !== "" && due <= new Date().toISOString());
    expect(late.map(({ key }) => key)).toEqual(
      expect.arrayContaining([`ico:${id}`, `action:${toDo}`, `missed:${lastWeek}`]),
    );
    expect(over).toBe(late.length);
  }
  // The lead explains the week, and whoever did not do an action verifies it; an auditor does neither.
  const kindsOfMine = async (who: SignedIn) =>
    (await wholeDesk(who)).filter(({ mine }) => mine).map(({ kind }) => kind);
  expect(await kindsOfMine(priya)).toEqual(expect.arrayContaining(["missed", "review", "verify"]));
  expect(await kindsOfMine(ruth)).not.toContain("verify");
  const toms = todayAnswer.parse(await bodyFor(tom, "today")).owed;
  const [own] = toms.rows;
  expect(toms).toMatchObject({ all: 1, over: 1, clocks: 0 });
  expect(own).toMatchObject({ key: `action:${toDo}`, text: "Fit a shred bin.", breach: "", title: "" });
  expect(myWorkAnswer.parse(await bodyFor(tom, "my-work")).owed).toEqual([own]);
  behindTheBack(server, "UPDATE actions SET cancelledAt = '2026-11-20 00:00:00.000Z'");
});

/** A clinic whose last week nobody reviewed: its Monday. */
function withoutReview({ server }: Cast): { readonly lastWeek: string } {
  const monday = weekOf(ago(7 * 24).slice(0, 10));
  behindTheBack(
    server,
    "INSERT INTO reviews (id, number, weekOf, state, attendance, version) VALUES ('review00missed0', 1, ?, 'prepared', '[]', 1)",
    monday,
  );
  return { lastWeek: monday };
}

const bodyFor = async (who: SignedIn, path: string) =>
  (await ask(cast.server, `GET /api/chaperone/${path}`, { token: who.token })).body;

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
