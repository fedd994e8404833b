import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";
import { ago, type Cast, castOf, newIncident } from "./cast.ts";

const port = 8261;
let cast: Cast;
let mail: SMTPServer;
let refuses = false;
const received: string[] = [];

beforeAll(async () => {
  cast = await castOf();
  mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (part) => {
        text += part;
      });
      stream.on("end", () => {
        if (refuses) return done(new Error("Full"));
        received.push(text);
        done();
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
});

test("a reminder names nobody and nothing; what fails shows and is sent when the mail server is back", async () => {
  refuses = true;
  const id = await newIncident(cast, { text: "A letter to the wrong house.", noticedAt: ago(0.1) });
  const row = () => rowsIn(cast.server, "SELECT * FROM reminders WHERE subject = ?", id)[0];
  await until(() => (row()?.mail === "failing" ? true : undefined));
  expect(row()).toMatchObject({ kind: "triage-duty", to: cast.noor.id, tries: 1, sentAt: "" });
  const today = await ask(cast.server, "GET /api/chaperone/today", { token: cast.priya.token });
  expect(today.body.waiting).toContainEqual({ what: "mail-failing", count: expect.any(Number) });
  refuses = false;
  behindTheBack(cast.server, "UPDATE reminders SET tryAt = '2026-01-01 00:00:00.000Z' WHERE subject = ?", id);
  await until(() => (row()?.mail === "sent" ? true : undefined));
  const clocks = received.filter((text) => text.includes("Something waits for you in"));
  expect(clocks).toHaveLength(1);
  const [first = ""] = clocks;
  expect(first).toContain("To: noor@harbour.example");
  expect(first).not.toMatch(/INC|letter|wrong|Tom|tom@|priya/i);
}, 200_000);
