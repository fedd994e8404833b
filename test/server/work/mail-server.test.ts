import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inServer } from "../../support/server/in-server.ts";
import { act, ask, codeOf } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";
import { ago, type Cast, castOf, newIncident, soon } from "../registers/incidents/cast.ts";

const port = 8261;
let cast: Cast;
let mail: SMTPServer;
let refuses = false;
let hangs = false;
/** Lets the mails go that hang. */
const release: (() => void)[] = [];
const received: string[] = [];

beforeAll(async () => {
  cast = await castOf();
  // Before the hour of the digest, until its own test.
  showHour(5);
  mail = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error("No such sign-in")),
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (part) => {
        text += part;
      });
      stream.on("end", () => {
        if (refuses) return done(new Error("Full"));
        received.push(text);
        if (hangs) release.push(done);
        else done();
      });
    },
  });
  await new Promise<void>((resolve) => mail.listen(port, "127.0.0.1", () => resolve()));
});
afterAll(async () => {
  await new Promise<void>((resolve) => (mail ? mail.close(() => resolve()) : resolve()));
  await cast?.server.stop();
});

const settings = {
  enabled: true,
  host: "127.0.0.1",
  port,
  username: "",
  tls: false,
  from: "chaperone@harbour.example",
};
const post = (who: { token: string }, path: string, body: object = {}) =>
  ask(cast.server, `POST /api/chaperone/${path}`, { token: who.token, body });

async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (let i = 0; i < 400; i++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("it never came");
}

test("the lead alone sets the mail server, never reads its password, and sends a test to oneself", async () => {
  expect((await post(cast.ingrid, "smtp", settings)).status).toBe(403);
  expect((await post(cast.priya, "smtp/test")).body.data.enabled.code).toBe("off");
  const set = await post(cast.priya, "smtp", { ...settings, password: "a secret" });
  expect(set.body).toMatchObject({ enabled: true, port, hasPassword: true, from: settings.from });
  expect(JSON.stringify(set.body)).not.toContain("a secret");
  for (const other of [{ host: "localhost" }, { port: port + 1 }]) {
    const elsewhere = await post(cast.priya, "smtp", { ...settings, ...other });
    expect(elsewhere.body.data.password.code).toBe("missing");
  }
  expect((await post(cast.priya, "smtp", settings)).body).toMatchObject({ port, hasPassword: true });
  await post(cast.priya, "smtp", { ...settings, password: "" });
  expect((await post(cast.priya, "smtp/test")).body).toEqual({ sentTo: "priya@harbour.example" });
  expect(received.pop()).toContain("Chaperone can send mail");
  const fault = async (changed: object) => {
    await post(cast.priya, "smtp", { ...settings, ...changed });
    return (await post(cast.priya, "smtp/test")).body.data;
  };
  // The mail server's own words stay out of the answer.
  expect(await fault({ username: "priya", password: "wrong" })).toEqual({
    username: { code: "sign-in-refused", message: expect.not.stringContaining("No such sign-in") },
  });
  expect(await fault({ port: 1, password: "" })).toMatchObject({ host: { code: "no-answer" } });
  await post(cast.priya, "smtp", { ...settings, password: "" });
});

/** Has the clinic's clocks show this hour, whatever the time is here. */
const showHour = (hour: number) => {
  const east = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  const zone = `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
  behindTheBack(cast.server, "UPDATE clinic SET timeZone = ?", zone);
};

/** What each minute's run does, now. */
const remind = () => inServer(cast.server, "remind");
const asked = (id: string) => rowsIn(cast.server, "SELECT * FROM reminders WHERE subject = ?", id)[0];
const clocks = () => received.filter((text) => text.includes("Something waits for you in"));

test("who is on duty is asked at once, and a mail server that hangs holds up nobody and is asked once", async () => {
  hangs = true;
  const id = await newIncident(cast, { text: "A letter to the wrong house.", noticedAt: ago(0.01) });
  // The report is answered while its mail still hangs.
  await until(() => (release.length > 0 ? true : undefined));
  await remind();
  expect(release).toHaveLength(1);
  hangs = false;
  for (const go of release.splice(0)) go();
  await until(() => (asked(id)?.mail === "sent" ? true : undefined));
  expect(asked(id)).toMatchObject({ kind: "triage-duty", to: cast.noor.id, tries: 1, late: 0 });
  await remind();
  expect(clocks()).toHaveLength(1);
  const [first = ""] = clocks();
  expect(first).toContain("To: noor@harbour.example");
  expect(first).not.toMatch(/INC|letter|wrong|Tom|tom@|priya/i);
});

test("what fails shows, and is sent when the mail server is back", async () => {
  refuses = true;
  const id = await newIncident(cast, { noticedAt: ago(0.01) });
  await until(() => (asked(id)?.mail === "failing" ? true : undefined));
  expect(asked(id)).toMatchObject({ to: cast.noor.id, tries: 1, sentAt: "" });
  const today = await ask(cast.server, "GET /api/chaperone/today", { token: cast.priya.token });
  expect(today.body.waiting).toContainEqual({ what: "mail-failing", count: expect.any(Number) });
  refuses = false;
  await remind();
  expect(asked(id)?.mail).toBe("failing");
  behindTheBack(cast.server, "UPDATE reminders SET tryAt = '2026-01-01 00:00:00.000Z' WHERE subject = ?", id);
  await remind();
  expect(asked(id)).toMatchObject({ mail: "sent", tries: 2 });
  expect(clocks()).toHaveLength(2);
});

describe("the day's digest", () => {
  const digests = () => received.filter((text) => text.includes("Your work today in Chaperone"));
  const rows = () => rowsIn(cast.server, "SELECT * FROM reminders WHERE kind = 'digest' ORDER BY due");
  test("not before its hour; then once a day to whoever has something to do, naming nobody and nothing", async () => {
    const review = {
      owner: cast.tom.id,
      register: "breaches",
      text: "Clear the desk.",
      due: soon(48).slice(0, 10),
    };
    const subject = await newIncident(cast, { noticedAt: ago(0.01) });
    expect((await act(cast.server, cast.ingrid.token, "actions.add", { ...review, subject })).status).toBe(
      200,
    );
    await remind();
    expect(rows()).toEqual([]);
    showHour(12);
    await remind();
    await remind();
    const to = digests().map((text) => /^To: (.*)$/m.exec(text)?.[1]?.trim());
    const everybody = ["ingrid", "noor", "priya", "tom"].map((name) => `${name}@harbour.example`);
    expect(to.sort()).toEqual(everybody);
    for (const text of digests()) {
      expect(
        text
          .split(/\r?\n\r?\n/)
          .slice(1)
          .join("\n"),
      ).not.toMatch(/INC|desk|clear|tom|priya|ingrid|noor|letter|harbour/i);
    }
  });

  test("nobody is written to for whom nothing waits, and each day asks anew", async () => {
    behindTheBack(cast.server, "UPDATE actions SET doneAt = '2026-01-01 00:00:00.000Z'");
    behindTheBack(cast.server, "UPDATE reminders SET due = datetime(due, '-1 day') WHERE kind = 'digest'");
    received.splice(0);
    await remind();
    expect(digests()).toHaveLength(3);
    expect(digests().join("\n")).not.toContain("tom@harbour.example");
    expect(rows().filter(({ to, mail: state }) => to === cast.tom.id && state === "none")).toHaveLength(1);
    expect(rows().some(({ to }) => to === cast.ruth.id)).toBe(false);
  });

  test("with the mail server down it waits, shows, and goes out once when it is back", async () => {
    // First, for the server's own minute may come at any moment and sends what is due.
    refuses = true;
    behindTheBack(cast.server, "UPDATE reminders SET due = datetime(due, '-1 day') WHERE kind = 'digest'");
    received.splice(0);
    await remind();
    // Some of them may be on their way with the server's own minute.
    await expect.poll(() => rows().filter(({ mail: state }) => state === "failing")).toHaveLength(3);
    refuses = false;
    const settled = await ask(cast.server, "GET /api/chaperone/smtp", { token: cast.priya.token });
    expect(settled.body.failing).toBe(3);
    behindTheBack(
      cast.server,
      "UPDATE reminders SET tryAt = '2026-01-01 00:00:00.000Z' WHERE mail = 'failing'",
    );
    await remind();
    expect(digests()).toHaveLength(3);
    expect(rows().filter(({ mail: state }) => state === "failing")).toEqual([]);
  });
});

test("a signed review mails the lead the code of the log, and no word of the meeting", async () => {
  const made = await act(cast.server, cast.priya.token, "reviews.prepare", {});
  const { id } = made.body;
  const review = () => rowsIn(cast.server, "SELECT * FROM reviews WHERE id = ?", id)[0] ?? {};
  const on = async (action: string, data: object) => {
    const row = { id, version: Number(review().version) };
    const answer = await act(cast.server, cast.priya.token, `reviews.${action}`, data, row);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  await on("hold", { chair: cast.priya.id, attendance: [{ user: cast.priya.id, how: "here" }] });
  const items = rowsIn(cast.server, "SELECT * FROM review_items WHERE review = ? AND decision = ''", id);
  for (const item of items)
    await on("decide", { item: item.id, seen: item.version, decision: "defer", reason: "Next week." });
  behindTheBack(cast.server, "UPDATE users SET totpCounter = 0 WHERE id = ?", cast.priya.id);
  received.splice(0);
  const looked = rowsIn(cast.server, "SELECT id, version FROM review_items WHERE review = ?", id);
  await on("sign", { code: codeOf(cast.priya.secret), items: looked, message: "none" });
  await remind();
  await until(() => (asked(id)?.mail === "sent" ? true : undefined));
  const mails = received.filter((text) => text.includes("Weekly review"));
  expect(mails).toHaveLength(1);
  const [text = ""] = mails;
  expect(text).toContain("To: priya@harbour.example");
  expect(text).not.toMatch(/Next week|INC-|wrong house|ingrid/i);
  const kept = await ask(cast.server, "POST /api/chaperone/whole", {
    token: cast.priya.token,
    body: { text },
  });
  const { ledgerSeq } = review();
  expect(kept.body).toMatchObject({ found: [{ seq: ledgerSeq, is: "agrees" }], keys: [{ same: true }] });
  const whole = await ask(cast.server, "GET /api/chaperone/whole", { token: cast.priya.token });
  expect(whole.body).toMatchObject({
    mails: { count: 1, seq: ledgerSeq },
    minutes: { count: 1, seq: ledgerSeq },
  });
});
