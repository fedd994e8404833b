import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { clinicDay } from "../../../support/clinic-time.ts";
import { inServer } from "../../../support/server/in-server.ts";
import { act, ask, newBrowser, type SignedIn } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { type Cast, castOf, mailAttempt, newIncident, onCase, report, sendEvents, soon } from "./cast.ts";
import { getRoutes, readableBy } from "./readable.ts";

/** Ingrid, a manager, is reported. She is duty's deputy and the controller, and has a browser of her own. */
let cast: Cast;
let hers: { readonly id: string; readonly token: string };
beforeAll(async () => {
  cast = await castOf();
  const { server, priya, ingrid } = cast;
  hers = await newBrowser(server, priya.token, {
    holder: "person",
    device: "clinic",
    user: ingrid.id,
    name: "Office",
  });
  // Something of everything that she may read.
  await newIncident(cast);
  await sendEvents(server, hers.token, mailAttempt(1).events);
  await sendEvents(server, cast.room.token, mailAttempt(1).events);
});
afterAll(() => cast?.server.stop());

// Each reads all that three people may read, several times.
vi.setConfig({ testTimeout: 300_000 });

/** What somebody's open page hears, as it hears it. */
async function listenAs(who: SignedIn) {
  const { server } = cast;
  const heard: string[] = [];
  const aborted = new AbortController();
  const stream = await fetch(`${server.url}/api/realtime`, { signal: aborted.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const clientId = /"clientId":"([^"]+)"/.exec((await reader?.read())?.value ?? "")?.[1];
  const names = rowsIn(server, "SELECT name FROM _collections WHERE system = FALSE").map(
    ({ name }) => `${name}/*`,
  );
  const subscriptions = ["ledger", ...names.filter((name) => !/^(?:events|checkpoints)\//.test(name))];
  const { status } = await ask(server, "POST /api/realtime", {
    token: who.token,
    body: { clientId, subscriptions },
  });
  expect(status).toBe(204);
  let text = "";
  const listening = (async () => {
    for (;;) {
      const part = await reader?.read().catch(() => undefined);
      if (!part || part.done) return;
      text += part.value;
      const messages = text.split("\n\n");
      text = messages.pop() ?? "";
      heard.push(...messages);
    }
  })();
  const end = async () => {
    aborted.abort();
    await listening;
  };
  return { heard, end };
}

const kindsOf = (heard: readonly string[]): string[] =>
  heard.map(
    (message) => `${/event:(\S+)/.exec(message)?.[1]} ${/"action":"(\w+)"/.exec(message)?.[1] ?? ""}`,
  );

/** All that a lead does with a case. */
async function work(id: string, who: SignedIn): Promise<void> {
  const { server, tom, ruth } = cast;
  const on = (action: string, data: object = {}) => onCase(server, who, action, id, data);
  const day = clinicDay(1);
  const done = [
    await on("entry", { text: "Looked at the log." }),
    await on("triage", { verdict: "breach", reason: "The log shows it." }),
    await on("describe", { title: "Records seen without need" }),
    await on("addPeople", { people: [{ recordRef: "31", system: "cliniko:harbour.uk2", toBeTold: true }] }),
    await on("account", { user: tom.id, system: "mail" }),
    await on("contain", { at: new Date().toISOString(), how: "Access was taken away." }),
    await on("cause", { cause: "rule-not-followed" }),
    await on("decide", { ico: "tell", people: "not", reason: "Health data was seen." }),
    await on("notify", { sentAt: new Date().toISOString(), reference: "IC-77" }),
    await on("grant", { user: ruth.id, until: soon(), reason: "Looks at it from outside." }),
    await on("version"),
    await act(server, who.token, "actions.add", {
      register: "breaches",
      subject: id,
      text: "Look at who may see what.",
      owner: who.id,
      due: day,
    }),
    await act(server, who.token, "given_lessons.add", {
      user: tom.id,
      course: "courseconfident",
      reason: "Go through it once more.",
      due: day,
      incident: id,
    }),
  ];
  expect(done.map(({ status, body }) => [status, status === 200 ? "" : body])).toEqual(
    done.map(() => [200, ""]),
  );
  const grant = rowsIn(server, "SELECT id FROM case_grants WHERE breach = ?", id)[0];
  const form = new FormData();
  form.set("id", id);
  form.set("file", new Blob(["%PDF-1.7 a note"]), "note.pdf");
  const headers = { authorization: who.token };
  const kept = await fetch(`${server.url}/api/chaperone/breach-evidence`, {
    method: "POST",
    headers,
    body: form,
  });
  const paper = await ask(server, `GET /api/chaperone/breach-report?id=${id}`, { token: who.token });
  // Whoever was let in reads it all: that is on the record, and seen by nobody else.
  for (const path of [
    `collections/breaches/records/${id}`,
    `collections/breach_people/records?filter=(breach='${id}')`,
    `chaperone/breach-report?id=${id}`,
  ])
    expect((await ask(server, `GET /api/${path}`, { token: ruth.token })).status).toBe(200);
  const ended = await on("endGrant", { grant: grant?.id, reason: "It is done." });
  const closed = await on("close", { reason: "Nothing more to do." });
  expect([kept.status, paper.status, ended.status, closed.status]).toEqual([200, 200, 200, 200]);
  // As the clock does it, in the server that the others listen to.
  await inServer(server, "remind");
}

/** Whoever reads anything in these tests. */
const askers = ["ingrid", "noor", "ruth", "priya", "tom"];

/** Addresses at which somebody reads something else than before. */
function differences(before: Map<string, unknown>, after: Map<string, unknown>): string[] {
  expect([...after.keys()]).toEqual([...before.keys()]);
  return [...after].flatMap(([address, answer]) => {
    const [was, is] = [JSON.stringify(before.get(address)), JSON.stringify(answer)];
    return was === is ? [] : [`${address}\n  was ${was}\n  is ${is}`];
  });
}

/**
 * Confidential reports: by a person signed in, through their browser with an event, at a desk by nobody named, and of
 * one's own slip or that of somebody of one's own.
 */
async function reportInConfidence(): Promise<string[]> {
  const { server, tom, room, desk, ingrid, noor } = cast;
  const told = {
    confidential: true,
    about: ingrid.id,
    aboutWhom: "manager",
    text: "She reads records of friends.",
  };
  const [event] = rowsIn(server, "SELECT trace FROM events WHERE kind = 'mail.held' AND user = ?", tom.id);
  const answers = [
    await report(server, tom.token, told),
    await report(server, room.token, { ...told, event: event?.trace }),
    await report(server, desk.token, { ...told, reporter: "" }),
    // Who did it is named beside whom it is about.
    await report(server, tom.token, { ...told, text: "A letter went astray.", slip: "mine" }),
    await report(server, tom.token, { ...told, text: "Another one.", slip: "own", slipBy: noor.id }),
  ];
  // Whom it went to, who keeps it, and no number that others could count by.
  for (const { status, body } of answers)
    expect([status, body]).toEqual([200, { id: expect.any(String), asked: "Priya Raman" }]);
  return answers.map(({ body }) => body.id);
}

test("routes are found where they are registered", () => {
  expect(getRoutes.length).toBeGreaterThan(20);
  expect(getRoutes).toContain("/api/chaperone/breach-register");
});

test("what the others hear of a confidential report, of one about themselves, and of all the work in them, is nothing", async () => {
  const { ingrid, noor, priya } = cast;
  // Once for nothing: listening is an event the first time.
  for (const who of [ingrid, noor]) await (await listenAs(who)).end();
  // Ruth is let into the case while it is worked.
  const ears = await Promise.all([ingrid, noor].map(listenAs));
  /** The sound of an ordinary report: two messages, in either order. */
  const ordinary = async () => {
    await newIncident(cast);
    for (const { heard } of ears)
      await expect
        .poll(() => kindsOf(heard))
        .toEqual(expect.arrayContaining(["ledger ", "breaches/* create"]));
    return ears.map(({ heard }) => [...heard]);
  };
  const sound = await ordinary();
  const ofLedger = sound.flat().filter((message) => message.includes("event:ledger"));
  expect(ofLedger.length).toBeGreaterThan(0);
  for (const message of ofLedger) expect(message).toMatch(/\ndata:\{\}$/);
  for (const { heard } of ears) heard.length = 0;
  for (const id of await reportInConfidence()) await work(id, priya);
  // Nothing came before the next thing that may be heard.
  const kinds = (messages: readonly string[]) => kindsOf(messages).sort();
  expect((await ordinary()).map(kinds)).toEqual(sound.map(kinds));
  await Promise.all(ears.map(({ end }) => end()));
});

test("what the others read is the same, byte for byte, after a confidential report and all the work in it", async () => {
  const { server, ingrid, noor, ruth, priya } = cast;
  const watchers = [ingrid, noor, ruth];
  // Once for nothing: reading is an event the first time.
  for (const who of watchers) await readableBy(server, who, askers);
  const before: Map<string, unknown>[] = [];
  for (const who of watchers) before.push(await readableBy(server, who, askers));
  for (const id of await reportInConfidence()) await work(id, priya);
  for (const [i, who] of watchers.entries())
    expect(differences(before[i] ?? new Map(), await readableBy(server, who, askers))).toEqual([]);
});

test("a report about a manager that others read too is nothing to that manager: no row, no number, no gap", async () => {
  const { server, tom, ingrid, noor, priya } = cast;
  const numbers = async (who: SignedIn): Promise<number[]> => {
    const { body } = await ask(server, "GET /api/chaperone/breach-register", { token: who.token });
    return body.rows.map(({ number }: { number: number }) => number).filter((number: number) => number > 0);
  };
  await readableBy(server, ingrid, askers);
  const before = await readableBy(server, ingrid, askers);
  await (await listenAs(ingrid)).end();
  const ear = await listenAs(ingrid);
  const { body } = await report(server, tom.token, { about: ingrid.id, aboutWhom: "manager" });
  expect(body).toEqual({ id: expect.any(String), asked: "noor" });
  await work(body.id, priya);
  expect(ear.heard).toEqual([]);
  expect(differences(before, await readableBy(server, ingrid, askers))).toEqual([]);
  await ear.end();
  const read = await ask(server, `GET /api/collections/breaches/records/${body.id}`, { token: noor.token });
  expect([read.status, read.body.number < 0, "sourceEvent" in read.body]).toEqual([200, true, false]);
  await newIncident(cast);
  const series = await numbers(ingrid);
  expect(series).toEqual(series.map((_, i) => i + 1));
  expect(await numbers(noor)).toEqual(series);
});

test("what was sent anyway becomes everybody's incident, though somebody reported the held document as the sender's", async () => {
  const { server, tom, ingrid, noor } = cast;
  const { trace, events } = mailAttempt(101);
  await sendEvents(server, hers.token, events.slice(0, 1));
  const [held] = rowsIn(server, "SELECT seq FROM events WHERE trace = ?", trace);
  const about = await report(server, noor.token, { about: ingrid.id, event: trace });
  expect(rowsIn(server, "SELECT sourceEvent FROM breaches WHERE id = ?", about.body.id)).toEqual([
    { sourceEvent: held?.seq },
  ]);
  await sendEvents(server, hers.token, events.slice(1));
  const select =
    "SELECT id FROM breaches WHERE origin = 'mail-attempt' AND trace = ? AND about = '' AND number > 0";
  expect(rowsIn(server, select, trace)).toHaveLength(1);
  // Nor is the sender's answer to "who received it" told apart by it.
  const other = mailAttempt(111);
  await sendEvents(server, hers.token, other.events.slice(0, 1));
  await report(server, tom.token, { about: ingrid.id });
  const answer = { trace: other.trace, text: "A colleague." };
  const asked = () => ask(server, "POST /api/chaperone/recipient", { token: hers.token, body: answer });
  const unlinked = await asked();
  await report(server, noor.token, { about: ingrid.id, event: other.trace });
  expect([(await asked()).status, unlinked.status]).toEqual([404, 404]);
});

test("opened to everybody it takes the next number of the series, and keeps the one by which it was known", async () => {
  const { server, tom, ingrid, noor, priya } = cast;
  const made = await report(server, tom.token, {
    confidential: true,
    about: ingrid.id,
    aboutWhom: "manager",
  });
  const { id } = made.body;
  const row = () => rowsIn(server, "SELECT number, privateNumber, opened FROM breaches WHERE id = ?", id)[0];
  const known = Number(row()?.number);
  const top = Number(rowsIn(server, "SELECT max(number) AS top FROM breaches")[0]?.top);
  const open = (who: SignedIn) => onCase(server, who, "openToAll", id, { reason: "She has been told." });
  expect([known < 0, (await open(ingrid)).status, (await open(noor)).status]).toEqual([true, 404, 404]);
  expect(await open(priya)).toMatchObject({ status: 200, body: { number: top + 1 } });
  expect(row()).toEqual({ number: top + 1, privateNumber: -known, opened: 1 });
  expect((await open(priya)).body.data.id.code).toBe("open");
  for (const who of [ingrid, noor]) {
    for (const path of [`breaches/records/${id}`, `breach_entries/records?filter=(breach='${id}')`]) {
      const { status, body } = await ask(server, `GET /api/collections/${path}`, { token: who.token });
      expect([status, body.totalItems !== 0]).toEqual([200, true]);
    }
  }
  // Whom it is about decides nothing in it; who reported it stays with the keeper.
  expect((await onCase(server, ingrid, "triage", id, { verdict: "neither", reason: "No." })).status).toBe(
    403,
  );
  expect((await ask(server, `GET /api/chaperone/reporter?id=${id}`, { token: ingrid.token })).status).toBe(
    403,
  );
  const log = await ask(server, `GET /api/chaperone/events?trace=${id}`, { token: ingrid.token });
  expect(log.body.rows.length).toBeGreaterThan(1);
});

test("nothing that others than the lead are shown of the log is a number of the chain", async () => {
  const { server, priya, ingrid, noor, ruth, tom } = cast;
  const chain = ["seq", "hash", "prev", "bodyHash", "orderedBy", "idDigest", "salt"];
  const [view] = rowsIn(server, "SELECT seq, id FROM events WHERE kind = 'mail.held' AND user = ?", tom.id);
  await ask(server, "GET /api/chaperone/ledger.jsonl", { token: priya.token });
  const erased = await act(server, priya.token, "events.erase", {
    seq: view?.seq,
    ground: "Of a private visit",
  });
  expect(erased.status).toBe(200);
  const confirmed = await act(server, noor.token, "events.confirm", {}, erased.body);
  expect(confirmed.status).toBe(200);
  const rowsOf = async (who: SignedIn) =>
    (await ask(server, "GET /api/chaperone/events?limit=200", { token: who.token })).body.rows as Record<
      string,
      unknown
    >[];
  for (const column of chain) expect((await rowsOf(priya))[0]).toHaveProperty(column);
  for (const who of [ingrid, ruth, tom]) {
    const rows = await rowsOf(who);
    for (const row of rows) for (const column of chain) expect(row).not.toHaveProperty(column);
    const { body } = await ask(server, "GET /api/chaperone/events?format=csv", { token: who.token });
    expect(body.split("\r\n")[3]).toMatch(/^id,occurredAt,/);
    const bySeq = await ask(server, `GET /api/chaperone/events?seq=${view?.seq}`, { token: who.token });
    expect(bySeq.status).toBe(403);
  }
  const rows = await rowsOf(ingrid);
  const blanked = rows.filter((row) => row.blanked);
  expect(blanked).toMatchObject([{ id: expect.stringMatching(/^t[0-9a-f]{14}$/), detail: "" }]);
  expect(blanked[0]?.id).not.toBe(`t${String(view?.seq).padStart(14, "0")}`);
  const orders = rows.filter(({ kind }) => kind === "event.erase" || kind === "log.export");
  expect(orders.some(({ user }) => user === priya.id)).toBe(true);
  for (const { user, detail } of orders)
    if (user === priya.id) expect(String(detail)).not.toMatch(/seqs|rows/);
});

test("a cursor opens its own list alone: for that person, with that question", async () => {
  const { server, ingrid, noor } = cast;
  const page = (who: SignedIn, query: string, list = "events") =>
    ask(server, `GET /api/chaperone/${list}?limit=2&${query}`, { token: who.token });
  const { next } = (await page(ingrid, "kind=auth")).body;
  expect(next).toMatch(/^[\w-]{40,}$/);
  expect((await page(ingrid, `kind=auth&before=${next}`)).status).toBe(200);
  const refused = await Promise.all([
    page(noor, `kind=auth&before=${next}`),
    page(ingrid, `before=${next}`),
    page(ingrid, `kind=browser&before=${next}`),
    page(ingrid, `before=${next}`, "readers"),
    page(ingrid, `kind=auth&before=${next.slice(0, -2)}${next.endsWith("AA") ? "BB" : "AA"}`),
    page(ingrid, "kind=auth&before=500"),
  ]);
  for (const { status, body } of refused) expect([status, Object.keys(body.data)]).toEqual([400, ["before"]]);
});
