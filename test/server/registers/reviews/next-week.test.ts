import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReviewMinutes, reviewMinutes } from "#domain/registers/reviews/minutes";
import { weekOf } from "#domain/registers/reviews/week";
import { withoutNames } from "#domain/registers/reviews/wider";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, codeOf, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import {
  ago,
  type Cast,
  castOf,
  mailAttempt,
  newIncident,
  onCase,
  sendEvents,
  soon,
} from "../incidents/cast.ts";

/** Two reviews of one clinic, two weeks apart: what the first leaves, the second finds. */
let cast: Cast;
let id = "";
let waits = "";
let concerns = "";
let open = "";
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

type Item = Record<string, unknown>;
const items = (): Item[] =>
  rowsIn(cast.server, "SELECT * FROM review_items WHERE review = ? ORDER BY position, id", id);
const about = (subject: string) => items().filter((item) => item.subject === subject);
const version = () => Number(rowsIn(cast.server, "SELECT version FROM reviews WHERE id = ?", id)[0]?.version);
const on = (who: SignedIn, action: string, data: object = {}) =>
  act(cast.server, who.token, `reviews.${action}`, data, { id, version: version() });
const decide = (who: SignedIn, item: Item | undefined, data: object) =>
  on(who, "decide", { item: item?.id, seen: item?.version, ...data });
/** Fits every item, the open ones too. */
const asItStands = { decision: "decide", reason: "As it stands." } as const;
const monday = (weeksAgo: number) => weekOf(clinicDay(-weeksAgo * 7));

/** What one person erased alone, as the act leaves it. */
const erasedAlone = (row: string, by: SignedIn) =>
  behindTheBack(
    cast.server,
    `INSERT INTO erasures (id, event, ground, alone, askedBy, askedAt, state, decidedBy, decidedAt, orderedBy, version)
     VALUES (?, 1, 'A private device', 'Nobody else was there', ?, ?, 'done', ?, ?, 2, 1)`,
    row,
    by.id,
    ...[ago(1), by.id, ago(1)].map((value) => value.replace("T", " ")),
  );
const [byChair, byAnother] = ["erasedbychair00", "erasedbyanother"] as const;

async function prepared(): Promise<void> {
  const made = await act(cast.server, cast.ingrid.token, "reviews.prepare", {});
  expect(made.status).toBe(200);
  id = made.body.id;
}

async function held(): Promise<void> {
  const attendance = [{ user: cast.ingrid.id, how: "here" }];
  const data = { chair: cast.ingrid.id, deputyChair: cast.priya.id, attendance };
  expect((await on(cast.ingrid, "hold", data)).status).toBe(200);
}

async function acceptTheRest(who: SignedIn): Promise<void> {
  for (const item of items().filter(({ decision }) => decision === "")) await decide(who, item, asItStands);
}

async function signed(who: SignedIn): Promise<ReviewMinutes> {
  behindTheBack(cast.server, "UPDATE users SET totpCounter = 0 WHERE id = ?", who.id);
  const looked = items().map(({ id: item, version: seen }) => ({ id: item, version: seen }));
  const data = { code: codeOf(who.secret), items: looked, message: "none" };
  expect((await on(who, "sign", data)).status).toBe(200);
  const [row] = rowsIn(cast.server, "SELECT minutes FROM reviews WHERE id = ?", id);
  return reviewMinutes.parse(JSON.parse(String(row?.minutes)));
}

test("what concerns the chair and nobody else decided is put off at signing, and the minutes say so", async () => {
  waits = await newIncident(cast, { text: "A letter lay on the desk." });
  concerns = await newIncident(cast, { text: "A list lay in the hall." });
  open = await newIncident(cast, { text: "A key was not in its box." });
  await onCase(cast.server, cast.noor, "describe", concerns, { senders: [cast.ingrid.id] });
  erasedAlone(byChair, cast.ingrid);
  erasedAlone(byAnother, cast.noor);
  await prepared();
  await held();
  expect((await decide(cast.ingrid, about(byChair)[0], asItStands)).status).toBe(403);
  expect((await decide(cast.ingrid, about(concerns)[0], asItStands)).status).toBe(403);
  await decide(cast.ingrid, about(waits)[0], { decision: "defer", reason: "More is to come of it." });
  await decide(cast.ingrid, items()[0], {
    decision: "action",
    reason: "Clear the desk each evening.",
    owner: cast.tom.id,
    due: soon(24).slice(0, 10),
  });
  const unsaid = await decide(cast.ingrid, about(open)[0], { decision: "leave" });
  expect(unsaid.body.data["data.reason"].message).toBe("Say why it stays open.");
  const left = { decision: "leave", reason: "Nobody knows yet who had it." };
  expect((await decide(cast.ingrid, about(open)[0], left)).status).toBe(200);
  await acceptTheRest(cast.ingrid);
  const minutes = await signed(cast.ingrid);
  // The minutes close, and what nobody decided stays open in them, with the reason.
  expect(minutes.items.find(({ title }) => title === about(open)[0]?.title)).toMatchObject(left);
  const [title] = about(concerns).map((item) => item.title);
  expect(minutes.items.find((item) => item.title === title)).toMatchObject({
    decision: "defer",
    reason: "It concerns the chair, and nobody else decided it.",
  });
  const conflicts = [title, "An entry erased by one person alone"].map((item) => ({ who: "ingrid", item }));
  expect(minutes.conflicts).toEqual(conflicts);
  expect(minutes.present).toEqual(["ingrid"]);
  expect(minutes.items.some((item) => item.title.startsWith("Access rights"))).toBe(true);
});

test("the minutes know the roles of those alone whom they name", () => {
  const [row] = rowsIn(cast.server, "SELECT minutes FROM reviews WHERE id = ?", id);
  const minutes = reviewMinutes.parse(JSON.parse(String(row?.minutes)));
  expect(minutes.people?.map(({ name }) => name).sort()).toEqual(["Priya Raman", "ingrid", "tom"]);
  const wider = withoutNames(minutes);
  expect(wider.actions[0]?.owner).toBe("Member of staff");
  expect(JSON.stringify(wider)).not.toMatch(/ingrid|priya|\btom\b/i);
});

test("two weeks on: the missed week is asked about first, then last week's actions, then what was put off", async () => {
  for (const name of ["reviews_no_update", "review_items_no_update"])
    behindTheBack(cast.server, `DROP TRIGGER ${name}`);
  const then = ago(14 * 24).replace("T", " ");
  behindTheBack(cast.server, "UPDATE reviews SET weekOf = ?, asOf = ?", monday(2), then);
  behindTheBack(cast.server, "UPDATE breaches SET openedAt = ?", ago(15 * 24).replace("T", " "));
  const [action] = rowsIn(cast.server, "SELECT id, version FROM actions");
  const row = { id: String(action?.id), version: Number(action?.version) };
  expect((await act(cast.server, cast.tom.token, "actions.done", {}, row)).status).toBe(200);

  // It happened before the last review, and arrives now.
  const late = mailAttempt(41, { at: ago(15 * 24), strength: "weak" });
  const sent = await sendEvents(cast.server, cast.room.token, late.events);
  expect(sent.body.results.map(({ status }: { status: string }) => status)).toEqual(["accepted", "accepted"]);
  const refused = await act(cast.server, cast.ingrid.token, "reviews.prepare", {});
  expect(refused.body.data.data.code).toBe("missed");
  const desk = await ask(cast.server, "GET /api/chaperone/review", { token: cast.ingrid.token });
  expect(desk.body.missed).toEqual([monday(1)]);
  const reason = { weeks: [monday(1)], reason: "Everybody was ill." };
  expect((await act(cast.server, cast.ingrid.token, "reviews.missed", reason)).status).toBe(200);
  await prepared();

  expect(items()[0]).toMatchObject({ key: "last-actions", subject: action?.id, decision: "" });
  for (const [subject, why] of [
    [waits, "More is to come of it."],
    [concerns, "It concerns the chair, and nobody else decided it."],
  ] as const) {
    expect(about(subject)).toHaveLength(1);
    const [item] = about(subject);
    expect(item).toMatchObject({ key: "open-breaches", decision: "" });
    expect(String(item?.facts)).toContain(JSON.stringify({ name: "Put off last time", words: why }));
  }
  expect(about(open)).toEqual([expect.objectContaining({ key: "open-breaches", decision: "" })]);
  const leftOpen = JSON.parse(String(about(open)[0]?.facts));
  expect(leftOpen.putOff).toMatchObject({ times: 1, reason: "Nobody knows yet who had it.", left: true });
  expect(leftOpen.lines).toContainEqual({
    name: "Left open last time",
    words: "Nobody knows yet who had it.",
  });
  const [weeks] = about("weeks");
  expect(JSON.parse(String(weeks?.facts)).figures).toEqual(
    expect.arrayContaining([
      { name: "Held", value: "1" },
      { name: "Arrived late", value: expect.stringMatching(/^[12]$/) },
    ]),
  );
  // Whoever erased alone did not note it themselves: it comes back; what another has noted does not.
  expect(about(byChair)).toEqual([expect.objectContaining({ key: "erased", decision: "" })]);
  expect(about(byAnother)).toEqual([]);
  const sameMonth = monday(2).slice(0, 7) === monday(0).slice(0, 7);
  expect(items().some(({ key }) => key === "access-rights")).toBe(!sameMonth);
});

test("the deputy chair decides what concerns the chair, and signs; the minutes tell how the last week ended", async () => {
  await held();
  expect((await decide(cast.ingrid, about(concerns)[0], asItStands)).status).toBe(403);
  await decide(cast.priya, about(waits)[0], { decision: "defer", reason: "The answer has not come." });
  await acceptTheRest(cast.priya);
  const minutes = await signed(cast.priya);
  expect(minutes).toMatchObject({
    signedBy: "Priya Raman",
    chair: "ingrid",
    deputyChair: "Priya Raman",
    missed: [{ weekOf: monday(1), reason: "Everybody was ill." }],
    lastActions: [{ text: "Clear the desk each evening.", owner: "tom", state: "done" }],
  });
  const put = minutes.items.filter(({ facts }) => facts.includes("Put off last time"));
  expect(put.map(({ decision }) => decision)).toEqual(["defer", "decide", "decide"]);
});

test("an action verified since stands in the next minutes without being asked about; what was decided does not come back", async () => {
  const [action] = rowsIn(cast.server, "SELECT id, version FROM actions");
  const row = { id: String(action?.id), version: Number(action?.version) };
  expect((await act(cast.server, cast.ingrid.token, "actions.verify", {}, row)).status).toBe(200);
  behindTheBack(cast.server, "UPDATE reviews SET weekOf = ? WHERE id = ?", monday(-1), id);
  behindTheBack(cast.server, "UPDATE reviews SET weekOf = ? WHERE state = 'missed'", monday(3));
  behindTheBack(cast.server, "UPDATE reviews SET weekOf = ? WHERE id = ?", monday(1), id);
  await prepared();
  const [last] = items();
  expect(last).toMatchObject({ subject: action?.id, decision: "nothing-to-decide" });
  expect(String(last?.facts)).toContain("verified");
  const put = items().filter(({ facts }) => String(facts).includes("Put off last time"));
  expect(put.map(({ subject }) => subject)).toEqual([waits]);
  expect(JSON.parse(String(put[0]?.facts)).putOff).toEqual({
    times: 2,
    since: expect.any(String),
    reason: "The answer has not come.",
  });
  // What arrived before the last review was held stood there, and stands here no more.
  expect(String(about("weeks")[0]?.facts)).toContain('{"name":"Held","value":"0"}');
});
