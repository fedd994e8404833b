import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IngestAnswer } from "#domain/ledger/event";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { eraseByTwo } from "../../support/erase-by-two.ts";
import { findLeaks } from "../../support/leak.ts";
import {
  mustBeNowhere,
  plants,
  plantsAt,
  textsOfEvent,
  textsOfHealth,
  wholeEvents,
  wholeHealth,
  withAt,
} from "../../support/planted.ts";
import {
  exampleUsers,
  ingest,
  mailOutcome,
  pairedBrowser,
  recordView,
  type SignedIn,
  send,
  signInAs,
} from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;
let lead: SignedIn;
let browser: string;
let desk: string;
/** Counter for events that only need to be new. */
let fresh = 1_000;
const next = () => (fresh += 1);

beforeAll(async () => {
  server = await startServer({ example: true });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  lead = await signInAs(server, "dpo");
  browser = await pairedBrowser(server, "--user", lead.email);
  desk = await pairedBrowser(server, "--desk", "Front desk, Canterbury");
});

afterAll(async () => {
  database.close();
  await server.stop();
});

const stored = (): number => Number(database.prepare("SELECT max(seq) AS seq FROM events").get()?.seq);
const rowAt = (seq: number | undefined) =>
  database.prepare("SELECT * FROM events WHERE seq = ?").get(seq ?? 0) ?? {};
type Result = IngestAnswer["results"][number];
const only = (answer: IngestAnswer) => answer.results[0];
const idOf = (token: string): string => JSON.parse(atob(token.split(".")[1] ?? "")).id;

/** An outcome with a sentence that the person typed. */
const sentAnyway = (n: number, sentence: string): object =>
  mailOutcome(n, {
    detail: { v: 1, adapter: "gmail", outcome: "sent-anyway", files: 1, strength: "weak", sentence },
  });

describe("the whole request is refused and nothing stored", () => {
  const sentAt = () => new Date().toISOString();
  /** A good event whose sentence has a byte in it that no UTF-8 has. */
  const notUtf8 = (): Uint8Array<ArrayBuffer> => {
    const text = JSON.stringify({ sentAt: sentAt(), events: [sentAnyway(next(), "a?b")] });
    return Uint8Array.from(text, (letter) => (letter === "?" ? 0xff : letter.charCodeAt(0)));
  };
  test.each<[string, number, () => Promise<{ status: number }>]>([
    [
      "no token",
      401,
      () => send(server, "POST", "/events", { body: { sentAt: sentAt(), events: [mailOutcome(1)] } }),
    ],
    [
      "a wrong token",
      401,
      () => send(server, "POST", "/events", { token: "x.y.z", body: { events: [mailOutcome(1)] } }),
    ],
    [
      "a person's token",
      401,
      () => send(server, "POST", "/events", { token: lead.token, body: { events: [mailOutcome(1)] } }),
    ],
    ["broken JSON", 400, () => send(server, "POST", "/events", { token: browser, body: '{"events":[' })],
    [
      "bytes that are no UTF-8",
      400,
      () => send(server, "POST", "/events", { token: browser, body: notUtf8() }),
    ],
    ["an empty body", 400, () => send(server, "POST", "/events", { token: browser, body: "" })],
    ["a list", 400, () => send(server, "POST", "/events", { token: browser, body: "[]" })],
    ["null", 400, () => send(server, "POST", "/events", { token: browser, body: "null" })],
    ["no events", 400, () => send(server, "POST", "/events", { token: browser, body: { sentAt: sentAt() } })],
    [
      "events that are no list",
      400,
      () => send(server, "POST", "/events", { token: browser, body: { events: { 0: 1 } } }),
    ],
    [
      "201 events",
      400,
      () =>
        send(server, "POST", "/events", {
          token: browser,
          body: { sentAt: sentAt(), events: Array(201).fill(mailOutcome(1)) },
        }),
    ],
    [
      "a byte more than 256 kB",
      413,
      () => send(server, "POST", "/events", { token: browser, body: " ".repeat(262_145) }),
    ],
    ["20 MB", 413, () => send(server, "POST", "/events", { token: browser, body: " ".repeat(20_000_000) })],
    ["more than 256 kB without a length", 413, () => inChunks(300_000)],
  ])("%s: %i", async (_, status, request) => {
    const before = stored();
    expect((await request()).status).toBe(status);
    expect(stored()).toBe(before);
  });

  test("a revoked browser: 401", async () => {
    const token = await pairedBrowser(server, "--desk", "Lost laptop");
    database.prepare("UPDATE browsers SET revoked = TRUE WHERE id = ?").run(idOf(token));
    const answer = await send(server, "POST", "/events", { token, body: { sentAt: sentAt(), events: [] } });
    expect(answer.status).toBe(401);
  });

  test("the browser of a deactivated person: 401", async () => {
    const tom = exampleUsers(server).find((user) => user.name === "Tom Reed");
    const token = await pairedBrowser(server, "--user", tom?.email ?? "");
    const setActive = database.prepare("UPDATE users SET active = ? WHERE email = ?");
    setActive.run(0, tom?.email ?? "");
    const answer = await send(server, "POST", "/events", { token, body: { sentAt: sentAt(), events: [] } });
    setActive.run(1, tom?.email ?? "");
    expect(answer.status).toBe(401);
  });

  test("exactly 256 kB and 200 events are taken", async () => {
    const events = Array.from({ length: 200 }, () => mailOutcome(next()));
    const body = JSON.stringify({ sentAt: sentAt(), events });
    const answer = await send(server, "POST", "/events", { token: browser, body: body.padEnd(262_144) });
    expect(answer.status).toBe(200);
    expect(answer.json.results.every((result: { status: string }) => result.status === "accepted")).toBe(
      true,
    );
  });
});

describe("one event is refused, and its neighbours kept", () => {
  const from = (ms: number) => () => ({ occurredAt: new Date(Date.now() + ms).toISOString() });
  test.each<[string, object | (() => object), string, string]>([
    ["an unknown field", { colour: "red" }, "colour", "unknown-field"],
    ["somebody else's user", { user: "u00000000000001" }, "user", "unknown-field"],
    ["another browser's id", { browser: "b00000000000001" }, "browser", "unknown-field"],
    ["a bad date", { occurredAt: "24/11/2026" }, "occurredAt", "invalid"],
    ["2099", { occurredAt: "2099-01-01T00:00:00.000Z" }, "occurredAt", "too-late"],
    ["three minutes after it was sent", from(180_000), "occurredAt", "too-late"],
    ["401 days ago", from(-401 * 86_400_000), "occurredAt", "too-early"],
    ["a tombstone's id", { id: "t00000000000007" }, "id", "invalid"],
    ["a kind of the server's", { kind: "event.erase" }, "kind", "invalid"],
    ["a person chosen in a browser of one person", { chosen: "u00000000000001" }, "chosen", "invalid"],
    ["a detail that fits another kind", { detail: { v: 1, page: "patient" } }, "detail.adapter", "invalid"],
    [
      "a sentence that names a patient",
      {
        detail: {
          v: 1,
          adapter: "roundcube",
          outcome: "sent-anyway",
          files: 1,
          strength: "strong",
          reason: "other",
          sentence: "NHS number 999 100 5919",
        },
      },
      "detail.sentence",
      "names-a-patient",
    ],
  ])("%s", async (_, change, field, reason) => {
    const before = stored();
    const bad = mailOutcome(next(), typeof change === "function" ? change() : change);
    const { results, head } = await ingest(server, browser, [mailOutcome(next()), bad, mailOutcome(next())]);
    expect(results.map(({ status }) => status)).toEqual(["accepted", "refused", "accepted"]);
    expect(results[1]).toMatchObject({ id: (bad as { id: string }).id, field, reason });
    expect(head.seq).toBe(before + 2);
  });

  test("what is no event at all", async () => {
    const { results } = await ingest(server, browser, [7, null, "x", [], {}]);
    expect(results.map(({ id, status, reason }) => `${id} ${status} ${reason}`)).toEqual(
      Array(5).fill(" refused invalid"),
    );
  });

  test("what a parser would drop in silence, at any depth", async () => {
    const good = mailOutcome(next(), {
      kind: "mail.held",
      detail: {
        v: 1,
        adapter: "gmail",
        how: "chosen",
        files: 1,
        strength: "weak",
        kinds: [],
        recipients: { own: 1, approved: 0, patient: 0, outside: 0, unknown: 0 },
        shown: [],
        detector: "1",
      },
    });
    const text = JSON.stringify(good);
    const spoilt = ['"v":1', '"own":1', '"n":'].map((place) =>
      text.replace(place, `"__proto__":{"x":1},${place}`),
    );
    const body = `{"sentAt":"${new Date().toISOString()}","events":[${spoilt},${text}]}`;
    const { json } = await send(server, "POST", "/events", { token: browser, body });
    expect(json.results.map(({ field, reason, status }: Result) => [status, field, reason])).toEqual([
      ["refused", "detail.__proto__", "unknown-field"],
      ["refused", "detail.recipients.__proto__", "unknown-field"],
      ["refused", "__proto__", "unknown-field"],
      ["accepted", undefined, undefined],
    ]);
  });

  test("a sentence in which nothing can be read", async () => {
    const blanks = [" ", "\t\n", "\u00a0\u2003", "\u200b\u2060"].map((blank) => sentAnyway(next(), blank));
    const { results } = await ingest(server, browser, blanks);
    expect(results.map(({ field, reason }) => `${field} ${reason}`)).toEqual(
      blanks.map(() => "detail.sentence invalid"),
    );
  });

  test("whatever is nested in it, and its neighbour is kept; an endless id comes back cut", async () => {
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    const text = JSON.stringify(mailOutcome(next()));
    const more = [
      `{"id":"${"x".repeat(9_000)}"}`,
      `{"detail":${deep}}`,
      text.replace('"v":1', `"v":${deep}`),
    ];
    const events = `[${more},${text.replace('"files":1', '"files":1e400')},${text}]`;
    const body = `{"sentAt":"${new Date().toISOString()}","events":${events}}`;
    const { status, json } = await send(server, "POST", "/events", { token: browser, body });
    expect(status).toBe(200);
    expect(json.results.map(({ status }: Result) => status)).toEqual([
      "refused",
      "refused",
      "refused",
      "refused",
      "accepted",
    ]);
    expect(json.results[0].id).toBe("x".repeat(64));
  });

  test("a bad time of sending refuses each event for it", async () => {
    const before = stored();
    for (const sentAt of ["yesterday", 5, null, "2026-02-30T00:00:00.000Z"]) {
      const { results } = await ingest(server, browser, [mailOutcome(next()), 7], { sentAt });
      expect(results.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
        "sentAt invalid",
        "sentAt invalid",
      ]);
    }
    expect(stored()).toBe(before);
  });
});

describe("an event is stored once", () => {
  test("the same batch again changes nothing", async () => {
    const batch = [mailOutcome(next()), mailOutcome(next())];
    const first = await ingest(server, browser, batch);
    const again = await ingest(server, browser, batch);
    expect(again.results).toEqual(first.results.map((result) => ({ ...result, status: "duplicate" })));
    expect(again.head).toEqual(first.head);
  });

  test("twice in one batch", async () => {
    const event = mailOutcome(next());
    const { results } = await ingest(server, browser, [event, event]);
    expect(results.map(({ status }) => status)).toEqual(["accepted", "duplicate"]);
    expect(results[1]?.seq).toBe(results[0]?.seq);
  });

  test("an id with another body is taken, in the same batch too", async () => {
    const n = next();
    const event = mailOutcome(n);
    const other = mailOutcome(n, { trace: "trace9999999999" });
    const { results } = await ingest(server, browser, [event, other]);
    expect(results[1]).toMatchObject({ status: "refused", field: "id", reason: "id-taken" });
    expect(only(await ingest(server, browser, [other]))).toMatchObject({ field: "id", reason: "id-taken" });
  });

  test("another browser's id is taken", async () => {
    const event = mailOutcome(next());
    await ingest(server, browser, [event]);
    expect(only(await ingest(server, desk, [event]))).toMatchObject({ field: "id", reason: "id-taken" });
  });

  test("a counter with another id is taken, in the same batch too", async () => {
    const n = next();
    const other = mailOutcome(n, { id: "othereventid000" });
    const { results } = await ingest(server, browser, [mailOutcome(n), other]);
    expect(results[1]).toMatchObject({ status: "refused", field: "n", reason: "n-taken" });
    expect(only(await ingest(server, browser, [other]))).toMatchObject({ field: "n", reason: "n-taken" });
    expect(only(await ingest(server, desk, [other]))?.status).toBe("accepted");
  });

  test("a retry of an erased event is a duplicate and not stored anew", async () => {
    const event = mailOutcome(next());
    const first = only(await ingest(server, desk, [event]));
    const manager = await signInAs(server, "manager");
    const erasure = { seq: first?.seq, ground: "recorded by mistake" };
    expect((await eraseByTwo(server, lead, manager, erasure)).status).toBe(200);
    const before = stored();
    expect(only(await ingest(server, desk, [event]))).toEqual({ ...first, status: "duplicate" });
    expect(stored()).toBe(before);
  });
});

describe("what is stored", () => {
  test("the body as sent, and the server's own columns", async () => {
    const sentence = "L’été – naïve \u2028 😀";
    const n = next();
    const detail = {
      v: 1,
      adapter: "roundcube",
      outcome: "sent-anyway",
      files: 1,
      strength: "weak",
      reason: "other",
      sentence,
    };
    const accepted = only(await ingest(server, browser, [mailOutcome(n, { detail })]));
    const row = rowAt(accepted?.seq);
    expect(row).toMatchObject({
      n,
      user: lead.id,
      browser: idOf(browser),
      attribution: "browser",
      hash: accepted?.hash,
    });
    expect(row.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.parse(String(row.detail))).toEqual(detail);
  });

  test("ids to their last digit", async () => {
    const accepted = only(await ingest(server, browser, [recordView(next(), "90071992547409931")]));
    expect(rowAt(accepted?.seq).recordRef).toBe("90071992547409931");
  });

  test("a wrong clock is stored as sent and told of under the browser", async () => {
    const sentAt = new Date(Date.now() - 600_000).toISOString();
    const event = mailOutcome(next(), { occurredAt: sentAt });
    const accepted = only(await ingest(server, browser, [event], { sentAt }));
    expect(rowAt(accepted?.seq).sentAt).toBe(sentAt);
    const offset = Number(
      database.prepare("SELECT clockOffset FROM browsers WHERE id = ?").get(idOf(browser))?.clockOffset,
    );
    expect(offset).toBeGreaterThan(-660_000);
    expect(offset).toBeLessThan(-600_000);
  });

  test("half of a surrogate pair is refused wherever it stands, a whole one kept", async () => {
    const { results } = await ingest(server, browser, [
      sentAnyway(next(), "\ud83d alone"),
      sentAnyway(next(), "alone \ude00"),
      sentAnyway(next(), "whole \ud83d\ude00 and the text \\ud800"),
    ]);
    expect(results.map(({ status, field }) => [status, field])).toEqual([
      ["refused", "detail"],
      ["refused", "detail"],
      ["accepted", undefined],
    ]);
    expect(rowAt(results[2]?.seq).detail).toContain("whole \ud83d\ude00 and the text \\\\ud800");
  });

  test("a heartbeat may say any state of a page, and one that fits nothing stops no event", async () => {
    const token = await pairedBrowser(server, "--desk", "Front desk 3");
    const of = (health: object) => ingest(server, token, [mailOutcome(next())], { health });
    for (const health of [
      { waiting: 2e6 },
      { version: "\ud800" },
      { adapters: [{ id: "a..b", state: "x" }] },
    ]) {
      expect(only(await of({ version: "1", adapters: [], waiting: 0, ...health }))?.status).toBe("accepted");
    }
    const { head } = await of({
      version: "1",
      adapters: [{ id: "cliniko", state: "signed-out" }],
      waiting: 0,
    });
    expect(rowAt(head.seq)).toMatchObject({ kind: "browser.coverage", browser: idOf(token) });
  });

  test("a state or receipt that is not understood shows as something that the browser does not see", async () => {
    const token = await pairedBrowser(server, "--desk", "Front desk 4");
    const adapters = () =>
      JSON.parse(
        String(database.prepare("SELECT adapters FROM browsers WHERE id = ?").get(idOf(token))?.adapters),
      );
    const cliniko = { id: "cliniko", state: "watching" };
    const unread = { id: "chaperone", state: "blind" };
    const health = { version: "1", adapters: [cliniko], waiting: 0 };
    await ingest(server, token, [], { health: { ...health, battery: 3 } });
    expect(adapters()).toEqual([unread]);
    await ingest(server, token, [], { health, receipt: { seq: 0, hash: "x" } });
    expect(adapters()).toEqual([cliniko, unread]);
    await ingest(server, token, [], { health, receipt: null });
    expect(adapters()).toEqual([cliniko]);
  });

  test("heartbeats move the browser's row, and make one event a day", async () => {
    const health = { version: "0.1.0", adapters: [{ id: "cliniko", state: "watching" }], waiting: 3 };
    const first = await ingest(server, desk, [], { health });
    const again = await ingest(server, desk, [], { health: { ...health, waiting: 4 } });
    expect(again.head).toEqual(first.head);
    expect(rowAt(first.head.seq)).toMatchObject({
      kind: "browser.coverage",
      browser: idOf(desk),
      attribution: "none",
    });
    const row = database.prepare("SELECT * FROM browsers WHERE id = ?").get(idOf(desk));
    expect(row).toMatchObject({ waiting: 4, appVersion: "0.1.0" });
    expect(Date.now() - Date.parse(String(row?.lastSeen).replace(" ", "T"))).toBeLessThan(60_000);
  });

  test("receipts are answered with the server's own hash, and a difference marks the browser", async () => {
    const marked = () =>
      database.prepare("SELECT chainMismatch FROM browsers WHERE id = ?").get(idOf(desk))?.chainMismatch;
    const { head } = await ingest(server, desk, []);
    expect((await ingest(server, desk, [], { receipt: head })).at).toEqual(head);
    expect(marked()).toBe(0);
    const wrong = { seq: head.seq, hash: "0".repeat(64) };
    expect((await ingest(server, desk, [], { receipt: wrong })).at).toEqual(head);
    expect(marked()).toBe(1);
    // The lead settles that one receipt: it marks nothing any more and the browser is told; another one does.
    const settle = (reason: string) => {
      const { version } = database.prepare("SELECT version FROM browsers WHERE id = ?").get(idOf(desk)) ?? {};
      const body = { action: "browsers.settleMismatch", id: idOf(desk), version, data: { reason } };
      return send(server, "POST", "/act", { token: lead.token, body });
    };
    expect((await settle(" ")).status).toBe(400);
    expect((await settle("The backup of Monday was put back")).status).toBe(200);
    expect(marked()).toBe(0);
    expect((await settle("Twice")).json.data).toHaveProperty(["id"]);
    expect(await ingest(server, desk, [], { receipt: wrong })).toMatchObject({ at: head, settled: true });
    expect(marked()).toBe(0);
    expect((await ingest(server, desk, [], { receipt: head })).settled).toBeUndefined();
    const other = await ingest(server, desk, [], { receipt: { ...wrong, hash: "1".repeat(64) } });
    expect(other.settled).toBeUndefined();
    expect(marked()).toBe(1);
    expect((await settle("Another one")).status).toBe(200);

    const ahead = await ingest(server, browser, [], { receipt: { seq: head.seq + 999, hash: head.hash } });
    expect(ahead.at).toBeUndefined();
    expect(
      database.prepare("SELECT chainMismatch FROM browsers WHERE id = ?").get(idOf(browser))?.chainMismatch,
    ).toBe(1);
  });
});

/** A body sent piece by piece, as no Content-Length announces it. */
function inChunks(bytes: number): Promise<Response> {
  const body = new ReadableStream({
    start(controller) {
      for (let sent = 0; sent < bytes; sent += 10_000) controller.enqueue(new Uint8Array(10_000).fill(32));
      controller.close();
    },
  });
  const init = { method: "POST", headers: { authorization: browser }, body, duplex: "half" };
  return fetch(`${server.url}/api/chaperone/events`, init as RequestInit);
}

describe("whatever is planted in a field that a browser writes", () => {
  const newId = (n: number) => `p1l2a3n4t${String(n).padStart(6, "0")}`;

  test("stands nowhere in the folder afterwards", async () => {
    const whole = wholeEvents(newId, 50_000);
    // What is good is taken, so that what is refused below is refused for what was planted.
    const good = await ingest(
      server,
      browser,
      whole.filter(({ kind }) => kind.startsWith("mail.")),
    );
    expect(good.results.map(({ status }) => status)).toEqual(["accepted", "accepted"]);
    const planted = whole
      .filter(({ kind }) => ["record.view", "mail.held", "mail.outcome", "notice.shown"].includes(kind))
      .flatMap((event) =>
        textsOfEvent(event.kind).flatMap((path) =>
          plantsAt(path).map((plant) => [event, path, plant] as const),
        ),
      )
      .map(([event, path, plant], i) => {
        const n = 60_000 + i;
        return withAt({ ...event, id: newId(n), n }, path, plant);
      });
    expect(planted.length).toBeGreaterThan(800);
    for (let at = 0; at < planted.length; at += 100)
      await ingest(server, browser, planted.slice(at, at + 100));
    for (const path of textsOfHealth())
      for (const plant of plants)
        await ingest(server, browser, [], { health: withAt(wholeHealth, path, plant) });
    await ingest(server, browser, [], { health: wholeHealth });
    database.exec("PRAGMA wal_checkpoint(PASSIVE)");
    expect(findLeaks([server.data], mustBeNowhere)).toEqual([]);
  });

  test("a trace that holds a name is keyed, and ties its events still", async () => {
    const [held, outcome] = [next(), next()].map((n) =>
      mailOutcome(n, { id: newId(n), trace: "agnieszkawojcik" }),
    );
    const { results } = await ingest(server, browser, [held, outcome]);
    const rows = results.map(({ seq }) => rowAt(seq) as { id: string; trace: string });
    expect(rows[0]?.trace).toMatch(/^[0-9a-f]{15}$/);
    expect(rows[1]?.trace).toBe(rows[0]?.trace);
    const again = await ingest(server, browser, [held]);
    expect(only(again)).toEqual({ ...results[0], status: "duplicate" });
  });

  test("a vendor's id that may be a number of the health service is keyed, once and for a retry", async () => {
    const n = next();
    const view = recordView(n, "9434765919", { id: newId(n), kind: "record.view" });
    const first = only(await ingest(server, browser, [view]));
    expect(first?.status).toBe("accepted");
    expect(rowAt(first?.seq).recordRef).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(only(await ingest(server, browser, [view]))).toEqual({ ...first, status: "duplicate" });
    // Whoever types the number whole finds it all the same.
    const { token } = await signInAs(server, "dpo");
    for (const query of ["ending=9434765919", "record=9434765919"]) {
      const { json } = await send(server, "GET", `/events?${query}`, { token });
      expect(json.rows).toContainEqual(expect.objectContaining({ seq: first?.seq }));
    }
    expect((await send(server, "GET", "/events?ending=9434765870", { token })).json.rows).toEqual([]);
    const other = only(await ingest(server, browser, [recordView(next(), "Agnieszka-Wojcik")]));
    expect(other).toMatchObject({ status: "refused", field: "recordRef", reason: "invalid" });
  });
});
