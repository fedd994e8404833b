import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyCode } from "#domain/ledger/witness/code";
import { reviewMinutes } from "#domain/registers/reviews/minutes";
import { weekOf } from "#domain/registers/reviews/week";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, codeOf, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf, mailAttempt, newIncident, sendEvents, soon } from "../incidents/cast.ts";

let cast: Cast;
let id = "";
beforeAll(async () => {
  cast = await castOf({ port: 8321 });
});
afterAll(() => cast?.server.stop());

const review = (): Record<string, unknown> =>
  rowsIn(cast.server, "SELECT * FROM reviews WHERE id = ?", id)[0] ?? {};
const items = () => rowsIn(cast.server, "SELECT * FROM review_items WHERE review = ? ORDER BY position", id);
const on = (who: SignedIn, action: string, data: object = {}, version = Number(review().version)) =>
  act(cast.server, who.token, `reviews.${action}`, data, { id, version });
const decide = (who: SignedIn, item: Record<string, unknown>, data: object) =>
  on(who, "decide", { item: item.id, seen: item.version, ...data });
/** Fits every item, the open ones too. */
const asItStands = { decision: "decide", reason: "As it stands." } as const;
/** Codes of this and the next step work again, as if half a minute had gone. */
const later = (who: SignedIn) =>
  behindTheBack(cast.server, "UPDATE users SET totpCounter = 0 WHERE id = ?", who.id);
const monday = (weeksAgo = 0) => weekOf(clinicDay(-weeksAgo * 7));

describe("preparing", () => {
  test("only a manager or the lead does it", async () => {
    for (const who of [cast.tom, cast.ruth]) {
      const { status } = await act(cast.server, who.token, "reviews.prepare", {});
      expect(status).toBe(403);
    }
  });

  test("fills the agenda; confidential cases and those about somebody stay out", async () => {
    await newIncident(cast, { text: "A letter lay on the desk." });
    await newIncident(cast, { text: "Not for the meeting.", confidential: true, about: cast.ingrid.id });
    await newIncident(cast, { text: "Not for the meeting either.", about: cast.noor.id });
    const { events } = mailAttempt(1, { strength: "weak" });
    expect((await sendEvents(cast.server, cast.room.token, events)).status).toBe(200);
    const made = await act(cast.server, cast.ingrid.token, "reviews.prepare", {});
    expect(made.body).toMatchObject({ version: 1, number: 1 });
    id = made.body.id;
    expect(review()).toMatchObject({ state: "prepared", weekOf: monday(), number: 1 });
    expect(JSON.stringify(items())).not.toContain("Not for the meeting");
    const keys = items().map(({ key, decision }) => `${key} ${decision}`);
    expect(keys[0]).toBe("last-actions nothing-to-decide");
    expect(keys).toContain("incidents ");
    expect(keys).toContain("open-breaches nothing-to-decide");
    const mail = items().find(({ subject }) => subject === "mail-outside");
    expect(JSON.stringify(mail?.facts)).toContain("No answer this quarter");
    expect(eventsOf(cast.server, "reviews.act")).toHaveLength(1);
  });

  test("a second one is refused, filling anew is not", async () => {
    const again = await act(cast.server, cast.noor.token, "reviews.prepare", {});
    expect(again.status).toBe(400);
    const before = items().length;
    const anew = await on(cast.noor, "prepare");
    expect(anew.status).toBe(200);
    expect(items()).toHaveLength(before);
  });

  test("nobody is told whom an item concerns but themselves", async () => {
    const path = `GET /api/collections/review_items/records?perPage=200`;
    const { body } = await ask(cast.server, path, { token: cast.priya.token });
    expect(body.items.length).toBeGreaterThan(3);
    expect(JSON.stringify(body)).not.toContain("concerned");
    const filtered = await ask(cast.server, `${path}&filter=(concerned~'${cast.tom.id}')`, {
      token: cast.ingrid.token,
    });
    expect(filtered.status === 200 ? filtered.body.items : []).toEqual([]);
  });
});

describe("holding", () => {
  test("asks for a chair who may sign and takes part", async () => {
    const attendance = [{ user: cast.ingrid.id, how: "apologies" }];
    expect((await on(cast.ingrid, "hold", { chair: cast.tom.id, attendance })).status).toBe(400);
    const away = await on(cast.ingrid, "hold", { chair: cast.ingrid.id, attendance });
    expect(Object.keys(away.body.data)).toEqual(["data.attendance"]);
    expect((await on(cast.ingrid, "decide", { item: items()[0]?.id, seen: 1, ...asItStands })).status).toBe(
      400,
    );
  });

  test("one person is enough; what came meanwhile is there", async () => {
    await newIncident(cast, { text: "It came after preparing." });
    const data = {
      chair: cast.ingrid.id,
      deputyChair: cast.priya.id,
      attendance: [
        { user: cast.ingrid.id, how: "phone" },
        { user: cast.noor.id, how: "apologies" },
      ],
    };
    expect((await on(cast.ingrid, "hold", data)).status).toBe(200);
    expect(items().filter(({ key, decision }) => key === "incidents" && decision === "")).toHaveLength(2);
    expect((await on(cast.ingrid, "hold", data)).status).toBe(400);
  });

  test("a stale version is a conflict", async () => {
    expect((await on(cast.noor, "tell", { text: "Check the address." }, 1)).status).toBe(409);
  });
});

describe("deciding", () => {
  const open = () => items().filter(({ decision }) => decision === "");

  test("nobody decides what concerns them, and is told so", async () => {
    const [item] = open();
    behindTheBack(
      cast.server,
      "UPDATE review_items SET concerned = ? WHERE id = ?",
      JSON.stringify([cast.noor.id]),
      String(item?.id),
    );
    const refused = await decide(cast.noor, item ?? {}, asItStands);
    expect(refused.status).toBe(403);
    const desk = (who: SignedIn) => ask(cast.server, "GET /api/chaperone/review", { token: who.token });
    expect((await desk(cast.noor)).body.locked).toEqual([item?.id]);
    expect((await desk(cast.ingrid)).body.locked).toEqual([]);
    expect((await decide(cast.ingrid, item ?? {}, asItStands)).status).toBe(200);
  });

  test("a conflict declared in the meeting counts at once", async () => {
    const item = open().find(({ key }) => key === "incidents");
    const { id: breach, version } =
      rowsIn(cast.server, "SELECT * FROM breaches WHERE id = ?", String(item?.subject))[0] ?? {};
    const row = { id: String(breach), version: Number(version) };
    const declared = await act(
      cast.server,
      cast.noor.token,
      "breaches.conflict",
      { reason: "A friend of mine." },
      row,
    );
    expect(declared.status).toBe(200);
    expect((await decide(cast.noor, item ?? {}, asItStands)).status).toBe(403);
  });

  test("two at once: the second is shown the item as it is", async () => {
    const [item] = open();
    const both = await Promise.all([
      decide(cast.ingrid, item ?? {}, asItStands),
      decide(cast.priya, item ?? {}, { decision: "defer", reason: "More is to come." }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("refer, defer and action ask for what they need", async () => {
    const [item] = items();
    for (const decision of ["decide", "refer", "defer", "action"]) {
      const { body } = await decide(cast.ingrid, item ?? {}, { decision });
      expect(Object.keys(body.data)).toEqual(["data.reason"]);
    }
    const named = await decide(cast.ingrid, item ?? {}, {
      decision: "refer",
      reason: "NHS number 999 100 5919",
    });
    expect(named.status).toBe(400);
    expect(JSON.stringify(named.body)).not.toContain("5919");
    const due = soon(24).slice(0, 10);
    const given = await decide(cast.ingrid, item ?? {}, {
      decision: "action",
      reason: "Clear it.",
      owner: cast.tom.id,
      due,
    });
    expect(given.status).toBe(200);
    const [action] = rowsIn(cast.server, "SELECT * FROM actions WHERE register = 'reviews'");
    expect(action).toMatchObject({ text: "Clear it.", owner: cast.tom.id, due, subject: id });
  });

  test("what is open can't be noted; what is not, can", async () => {
    const openOf = (item: Record<string, unknown> | undefined) => JSON.parse(String(item?.facts)).open ?? "";
    const reported = items().find(({ key, subject }) => key === "incidents" && subject !== "");
    expect(openOf(reported)).toBe("Nobody has decided yet whether it is a breach");
    const refused = await decide(cast.priya, reported ?? {}, { decision: "note" });
    expect(refused.body.data["data.decision"].code).toBe("open");
    const training = items().find(({ key }) => key === "training");
    expect(openOf(training)).toBe("");
    expect(String(training?.facts)).toContain('"name":"In date"');
    expect((await decide(cast.priya, training ?? {}, { decision: "note" })).status).toBe(200);
    const before = await decide(cast.priya, training ?? {}, { decision: "accept" });
    expect(before.status).toBe(400);
  });

  test("decided anew, the action given before is taken back", async () => {
    const [item] = items();
    expect((await decide(cast.ingrid, item ?? {}, asItStands)).status).toBe(200);
    const [action] = rowsIn(cast.server, "SELECT * FROM actions WHERE register = 'reviews'");
    expect(action?.cancelledAt).not.toBe("");
  });

  test("what somebody told in the meeting comes onto its agenda, once", async () => {
    const told = await act(cast.server, cast.ingrid.token, "breaches.told", {
      text: "A folder was left open.",
    });
    const include = () => on(cast.ingrid, "include", { incident: told.body.id });
    expect((await include()).status).toBe(200);
    expect((await include()).status).toBe(400);
    const secret = rowsIn(cast.server, "SELECT id FROM breaches WHERE confidential = TRUE")[0]?.id;
    expect((await on(cast.ingrid, "include", { incident: secret })).status).toBe(404);
    expect((await on(cast.priya, "include", { incident: secret })).status).toBe(400);
  });
});

describe("signing", () => {
  const seen = () => items().map(({ id: item, version }) => ({ id: item, version }));
  const message = () => (review().learning === "" ? "none" : "send");
  const sign = (who: SignedIn, code: string, looked = seen()) =>
    on(who, "sign", { code, items: looked, message: message() });
  /** The code that signed; the clock may stand in the next step by the time it is tried again. */
  let signedWith = "";

  test("not while something is undecided, and by nobody but the chair", async () => {
    later(cast.ingrid);
    expect((await sign(cast.ingrid, codeOf(cast.ingrid.secret))).body.data).toHaveProperty("id");
    for (const item of items().filter(({ decision }) => decision === "")) {
      await decide(cast.priya, item, asItStands);
    }
    expect((await on(cast.ingrid, "tell", { text: "Check the address, not the suggestion." })).status).toBe(
      200,
    );
    expect((await sign(cast.noor, codeOf(cast.noor.secret))).status).toBe(403);
    expect((await sign(cast.tom, "000000")).status).toBe(403);
  });

  test("only what was seen is signed: another version of an item, or one unseen, is shown first", async () => {
    const looked = seen();
    const [item] = items().filter(({ key }) => key === "training");
    const anew = await decide(cast.priya, item ?? {}, asItStands);
    expect(anew.status).toBe(200);
    later(cast.ingrid);
    const refused = await sign(cast.ingrid, codeOf(cast.ingrid.secret), looked);
    expect(refused).toMatchObject({
      status: 409,
      body: { current: { id: item?.id }, changedBy: [{ by: "Priya Raman" }] },
    });
    expect((await sign(cast.ingrid, codeOf(cast.ingrid.secret), seen().slice(1))).status).toBe(409);
    const unwritten = { code: codeOf(cast.ingrid.secret), items: seen(), message: "send" };
    const text = String(review().learning);
    expect((await on(cast.ingrid, "tell", { text: "" })).status).toBe(200);
    expect((await on(cast.ingrid, "sign", unwritten)).body.data).toHaveProperty(["data.message"]);
    expect((await on(cast.ingrid, "tell", { text })).status).toBe(200);
    expect(review().state).toBe("held");
  });

  test("a wrong code signs nothing, and counts", async () => {
    const refused = await sign(cast.ingrid, "000000");
    expect(refused.body.data["data.code"].code).toBe("code");
    expect(review().state).toBe("held");
    expect(rowsIn(cast.server, "SELECT * FROM learning_messages")).toEqual([]);
    expect(eventsOf(cast.server, "auth.fail")[0]).toMatchObject({ user: cast.ingrid.id });
    expect(rowsIn(cast.server, "SELECT * FROM sign_in_failures").length).toBe(1);
  });

  test("two signatures at once are one", async () => {
    later(cast.ingrid);
    const code = codeOf(cast.ingrid.secret);
    signedWith = code;
    const version = Number(review().version);
    const looked = seen();
    const both = await Promise.all(
      [0, 1].map(() => on(cast.ingrid, "sign", { code, items: looked, message: "send" }, version)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const row = review();
    expect(row.state).toBe("signed");
    const text = String(row.minutes);
    expect(createHash("sha256").update(text).digest("hex")).toBe(row.hash);
    const minutes = reviewMinutes.parse(JSON.parse(text));
    expect(minutes).toMatchObject({
      number: 1,
      signedBy: "ingrid",
      present: ["ingrid, by telephone"],
      apologies: ["noor"],
    });
    expect(minutes.v).toBe(2);
    const decided = minutes.items.filter(({ open }) => open !== undefined);
    expect(decided.length).toBeGreaterThan(0);
    expect(decided.map(({ decision }) => decision)).not.toContain("note");
    expect(minutes.learning).toBe("Check the address, not the suggestion.");
    const [linked] = rowsIn(cast.server, "SELECT hash FROM events WHERE seq = ?", minutes.ledger.seq);
    expect(linked?.hash).toBe(minutes.ledger.hash);
    const [signing] = rowsIn(cast.server, "SELECT publicKey FROM checkpoints ORDER BY seq DESC LIMIT 1");
    expect(minutes.ledger.key).toBe(
      keyCode(String(signing?.publicKey), (one) => createHash("sha256").update(one).digest("hex")),
    );
    const event = eventsOf(cast.server, "reviews.act")[0];
    expect(JSON.parse(String(event?.detail))).toMatchObject({ action: "sign", hash: row.hash });
    const [point] = rowsIn(cast.server, "SELECT * FROM checkpoints WHERE why = 'review'");
    expect(point).toMatchObject({ seq: event?.seq, hash: event?.hash });
  });

  test("the code is spent: it signs nobody in", async () => {
    const body = {
      email: "ingrid@harbour.example",
      password: "four herons at low tide",
      code: signedWith,
    };
    const { status } = await ask(cast.server, "POST /api/chaperone/sign-in", { body });
    expect(status).toBe(401);
  });

  test("what is signed stays: in the routes and in the database", async () => {
    const [item] = items();
    expect((await decide(cast.priya, item ?? {}, asItStands)).status).toBe(400);
    expect((await on(cast.ingrid, "tell", { text: "Other words." })).status).toBe(400);
    for (const sql of [
      "UPDATE reviews SET minutes = 'x'",
      "UPDATE review_items SET decision = 'refer'",
      "DELETE FROM reviews",
      "DELETE FROM review_items",
      "UPDATE learning_messages SET text = 'x'",
    ]) {
      expect(() => behindTheBack(cast.server, sql)).toThrow();
    }
    expect((await on(cast.noor, "addendum", { text: "The address was the old one." })).status).toBe(200);
    const prepared = await act(cast.server, cast.ingrid.token, "reviews.prepare", {});
    expect(prepared.body.data.data.code).toBe("done");
  });

  test("its minutes are handed out as they were hashed, as an event", async () => {
    const answer = await fetch(`${cast.server.url}/api/chaperone/review-minutes?id=${id}`, {
      headers: { authorization: cast.ruth.token },
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(review().hash);
    expect(JSON.parse(String(eventsOf(cast.server, "reviews.act")[0]?.detail))).toMatchObject({
      action: "export",
    });
    const staff = await ask(cast.server, `GET /api/chaperone/review-minutes?id=${id}`, {
      token: cast.tom.token,
    });
    expect(staff.status).toBe(403);
  });
});

describe("what the team is told", () => {
  const message = () => String(rowsIn(cast.server, "SELECT id FROM learning_messages")[0]?.id);
  const read = (who: SignedIn) => act(cast.server, who.token, "messages.read", { message: message() });
  const byBrowser = (token: string, user?: string) =>
    ask(cast.server, "POST /api/chaperone/message-read", {
      token,
      body: { message: message(), ...(user ? { user } : {}) },
    });

  test("everybody sees it; reading it is kept once", async () => {
    const { body } = await ask(cast.server, "GET /api/collections/learning_messages/records", {
      token: cast.tom.token,
    });
    expect(body.items).toHaveLength(1);
    expect((await read(cast.noor)).status).toBe(200);
    expect((await read(cast.noor)).status).toBe(200);
    expect((await read(cast.ruth)).status).toBe(403);
    expect(rowsIn(cast.server, "SELECT user FROM message_reads")).toEqual([{ user: cast.noor.id }]);
    expect(eventsOf(cast.server, "message_reads.act")).toHaveLength(1);
  });

  test("a browser says it for its owner, a desk for whoever was chosen", async () => {
    expect((await byBrowser(cast.room.token, cast.noor.id)).status).toBe(400);
    expect((await byBrowser(cast.room.token)).status).toBe(204);
    expect((await byBrowser(cast.desk.token)).status).toBe(400);
    expect((await byBrowser(cast.desk.token, cast.ingrid.id)).status).toBe(204);
    expect((await byBrowser(cast.ingrid.token)).status).toBe(401);
    expect(rowsIn(cast.server, "SELECT user FROM message_reads")).toHaveLength(3);
  });
});

describe("mail programs outside the browser", () => {
  const say = (who: SignedIn, kinds: readonly string[]) =>
    act(cast.server, who.token, "mail_programs.say", { kinds });
  const byBrowser = (token: string, body: object) =>
    ask(cast.server, "POST /api/chaperone/mail-programs", { token, body });
  const asked = async (token: string): Promise<string[]> =>
    (await ask(cast.server, "GET /api/chaperone/policy", { token })).body.asksMailPrograms;
  const seenBy = async (who: SignedIn): Promise<number> =>
    (await ask(cast.server, "GET /api/collections/mail_programs/records", { token: who.token })).body
      .totalItems;

  test("each answers for themselves, an auditor not at all, and none but our own kinds are taken", async () => {
    expect((await say(cast.noor, ["outlook", "phone"])).status).toBe(200);
    expect((await say(cast.ruth, [])).status).toBe(403);
    expect((await say(cast.noor, ["Rosalind Ellery"])).status).toBe(400);
    expect((await say(cast.noor, ["phone", "phone", "outlook"])).status).toBe(200);
    expect(rowsIn(cast.server, "SELECT user, kinds FROM mail_programs")).toEqual([
      { user: cast.noor.id, kinds: "outlook phone" },
      { user: cast.noor.id, kinds: "phone outlook" },
    ]);
    const [event] = eventsOf(cast.server, "mail_programs.act");
    expect(JSON.parse(String(event?.detail))).toMatchObject({ action: "say" });
  });

  test("a browser asks those who have not answered, and says it for its owner, a desk for whoever was chosen", async () => {
    expect(await asked(cast.desk.token)).toContain(cast.ingrid.id);
    expect((await byBrowser(cast.desk.token, { kinds: [] })).status).toBe(400);
    expect((await byBrowser(cast.desk.token, { kinds: [], user: cast.ingrid.id })).status).toBe(204);
    expect((await byBrowser(cast.desk.token, { kinds: [], user: cast.ruth.id })).status).toBe(400);
    expect((await byBrowser(cast.room.token, { kinds: [], user: cast.noor.id })).status).toBe(400);
    expect((await byBrowser(cast.room.token, { kinds: ["thunderbird"] })).status).toBe(204);
    expect((await byBrowser(cast.tom.token, { kinds: [] })).status).toBe(401);
    expect(await asked(cast.desk.token)).not.toContain(cast.ingrid.id);
    expect(await asked(cast.room.token)).toEqual([]);
  });

  test("staff see their own answers, who leads and an auditor all; an answer stays as it was given", async () => {
    for (const who of [cast.noor, cast.priya, cast.ruth]) expect(await seenBy(who)).toBe(4);
    const own = rowsIn(cast.server, "SELECT id FROM mail_programs WHERE user = ?", cast.tom.id);
    expect(await seenBy(cast.tom)).toBe(own.length);
    expect(() => rowsIn(cast.server, "DELETE FROM mail_programs")).toThrow();
  });

  test("an answer that is missing stands in that person’s own work after a week, until it is given", async () => {
    const owes = async (who: SignedIn): Promise<string[]> => {
      const { body } = await ask(cast.server, "GET /api/chaperone/desk", { token: who.token });
      return body.rows.map(({ key }: { key: string }) => key).filter((key: string) => /^mail_pro/.test(key));
    };
    expect(rowsIn(cast.server, "SELECT id FROM mail_programs WHERE user = ?", cast.priya.id)).toEqual([]);
    expect(await owes(cast.priya)).toEqual([]);
    behindTheBack(cast.server, "UPDATE users SET created = ?", "2026-01-05 09:00:00.000Z");
    expect(await owes(cast.priya)).toEqual([`mail_programs:${cast.priya.id}`]);
    for (const who of [cast.noor, cast.ingrid, cast.ruth]) expect(await owes(who)).toEqual([]);
    expect((await say(cast.priya, [])).status).toBe(200);
    expect(await owes(cast.priya)).toEqual([]);
  });
});

describe("a week that was missed", () => {
  test("is asked for before the next one is prepared, and then stands in its minutes", async () => {
    behindTheBack(cast.server, "DROP TRIGGER reviews_no_update");
    behindTheBack(cast.server, "UPDATE reviews SET weekOf = ?", monday(3));
    const desk = await ask(cast.server, "GET /api/chaperone/review", { token: cast.ingrid.token });
    expect(desk.body.missed).toEqual([monday(2), monday(1)]);
    expect((await act(cast.server, cast.ingrid.token, "reviews.prepare", {})).status).toBe(400);
    const missed = (weeks: string[], reason: string) =>
      act(cast.server, cast.ingrid.token, "reviews.missed", { weeks, reason });
    expect((await missed([monday(0)], "No.")).status).toBe(400);
    expect((await missed(desk.body.missed, "The clinic was shut.")).status).toBe(200);
    expect((await missed(desk.body.missed, "Again.")).status).toBe(400);
    const made = await act(cast.server, cast.ingrid.token, "reviews.prepare", {});
    expect(made.body.number).toBe(2);
    id = made.body.id;
    const put = items().filter(({ key, decision }) => key === "last-actions" && decision === "");
    expect(put.length).toBe(0);
  });
});
