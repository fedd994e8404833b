import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../../support/server/loopback.ts";
import { act, ask, newPerson, type SignedIn } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { type Cast, castOf, changeClinic, onCase, report, soon, stored } from "./cast.ts";

/** A receptionist reports the manager, in confidence. */
let cast: Cast;
let id: string;
beforeAll(async () => {
  cast = await castOf();
  const { server, tom, ingrid } = cast;
  await changeClinic(server, cast.priya, { deputyLead: cast.noor.id });
  const made = await report(server, tom.token, {
    confidential: true,
    about: ingrid.id,
    aboutWhom: "manager",
    text: "She reads records of people she knows.",
  });
  expect(made.body).toEqual({ id: expect.any(String), asked: "Priya Raman" });
  id = made.body.id;
});
afterAll(() => cast?.server.stop());

const get = (who: { token: string }, path: string) =>
  ask(cast.server, `GET /api/${path}`, { token: who.token });
const sees = async (who: SignedIn) =>
  (await get(who, "collections/breaches/records")).body.items.some((row: { id: string }) => row.id === id);

/** Everything that somebody can ask for, as one text. */
async function allOf(who: SignedIn): Promise<string> {
  const children = [
    "breaches",
    "breach_entries",
    "breach_people",
    "conflicts",
    "case_grants",
    "actions",
    "reminders",
  ];
  const answers = await Promise.all([
    ...children.map((name) => get(who, `collections/${name}/records?perPage=500`)),
    get(who, "chaperone/today"),
    get(who, "chaperone/my-work"),
    get(who, "chaperone/breach-register"),
    get(who, "chaperone/breach-register?format=csv"),
    get(who, "chaperone/events?limit=200"),
    get(who, "chaperone/events?kind=breaches"),
    get(who, `chaperone/events?trace=${id}`),
    get(who, "chaperone/events?format=csv"),
  ]);
  return JSON.stringify(answers.map(({ body }) => body));
}

test("the lead sees it; nobody else does, the accused least of all", async () => {
  expect(await sees(cast.priya)).toBe(true);
  for (const who of [cast.ingrid, cast.noor, cast.ruth, cast.tom]) expect(await sees(who)).toBe(false);
});

test("nothing of it is in anything that the others can ask for: row, count, log, register, work", async () => {
  await onCase(cast.server, cast.priya, "entry", id, { text: "Looked at the log." });
  for (const who of [cast.ingrid, cast.noor, cast.ruth]) {
    const all = await allOf(who);
    expect(all).not.toContain(id);
    expect(all).not.toContain(String(stored(cast.server, id).number));
    expect(all).not.toContain("people she knows");
    expect(all).not.toContain("Looked at the log");
    expect(JSON.parse(all)[0]).toMatchObject({ items: [], totalItems: 0 });
  }
  expect(await allOf(cast.priya)).toContain(id);
});

test("its events name nobody, and its reporter is told a line", async () => {
  const events = rowsIn(cast.server, "SELECT user, detail FROM events WHERE trace = ?", id);
  expect(events.length).toBeGreaterThan(1);
  expect(events.map(({ user }) => user)).toEqual(events.map(() => ""));
  expect(JSON.stringify(events)).not.toContain(cast.ingrid.id);
  const mine = await get(cast.tom, "chaperone/my-reports");
  expect(mine.body.rows[0]).toMatchObject({ state: "reported", confidential: true });
});

test("its evidence is downloaded by who may see it alone", async () => {
  const { server, priya, ingrid } = cast;
  const form = new FormData();
  form.set("id", id);
  form.set("file", new Blob(["%PDF-1.7 a note"]), "note.pdf");
  const route = `${server.url}/api/chaperone/breach-evidence`;
  const kept = await fetch(route, { method: "POST", headers: { authorization: priya.token }, body: form });
  expect(kept.status).toBe(200);
  const [row] = rowsIn(server, "SELECT id, file FROM breach_evidence WHERE breach = ?", id);
  const download = async (who: SignedIn) => {
    const { body } = await ask(server, "POST /api/files/token", { token: who.token });
    return (
      await fetch(`${server.url}/api/files/breach_evidence/${row?.id}/${row?.file}?token=${body.token}`)
    ).status;
  };
  expect([await download(priya), await download(ingrid)]).toEqual([200, 404]);
  // Changed on the disk, it is not handed out by the server's own file route either.
  const folder = rowsIn(server, "SELECT id FROM _collections WHERE name = 'breach_evidence'")[0]?.id;
  const file = join(server.data, "pb", "storage", String(folder), String(row?.id), String(row?.file));
  writeFileSync(file, "%PDF-1.7 a nota");
  expect([await download(priya), await download(ingrid)]).toEqual([409, 404]);
  writeFileSync(file, "%PDF-1.7 a note");
  expect(await download(priya)).toBe(200);
});

test("none of its events becomes an incident or is linked to a report", async () => {
  const [event] = rowsIn(cast.server, "SELECT id FROM events WHERE trace = ? LIMIT 1", id);
  const made = await act(cast.server, cast.ingrid.token, "breaches.fromEvent", { event: event?.id });
  expect(made.body.data["data.event"].code).toBe("unknown");
  for (const link of [event?.id, id]) {
    const told = await report(cast.server, cast.ingrid.token, { event: link });
    expect(told.body.data.event.code).toBe("unknown");
  }
});

test("whoever makes an incident of its evidence is not told that it is there, nor is the one whom a report is about", async () => {
  const { server, tom, ingrid, priya } = cast;
  const [event] = rowsIn(
    server,
    "SELECT seq, id FROM events WHERE kind = 'auth.sign-in' AND user = ?",
    tom.id,
  );
  const seq = Number(event?.seq);
  const linked = (row: string) => rowsIn(server, "SELECT sourceEvent FROM breaches WHERE id = ?", row)[0];
  const secret = await report(server, tom.token, { confidential: true, event: event?.id });
  const about = await report(server, tom.token, { about: ingrid.id, event: event?.id });
  for (const { body } of [secret, about]) expect(linked(body.id)).toEqual({ sourceEvent: seq });
  const made = await act(server, ingrid.token, "breaches.fromEvent", { event: event?.id });
  expect([made.status, made.body.number > 0]).toEqual([200, true]);
  for (const who of [ingrid, priya]) {
    const again = await act(server, who.token, "breaches.fromEvent", { event: event?.id });
    expect([again.status, again.body]).toEqual([200, made.body]);
  }
});

test("no act reaches it from outside, not even to learn its version", async () => {
  for (const who of [cast.ingrid, cast.noor, cast.ruth, cast.tom]) {
    const data = { verdict: "neither", reason: "Nothing." };
    for (const version of [1, 99]) {
      const { status, body } = await act(cast.server, who.token, "breaches.triage", data, { id, version });
      expect([status, body.current]).toEqual([404, undefined]);
    }
  }
});

test("pages that watch the ledger hear nothing of it", async () => {
  const heard: string[] = [];
  const aborted = new AbortController();
  const stream = await fetch(`${cast.server.url}/api/realtime`, { signal: aborted.signal });
  const reader = stream.body?.getReader();
  const hello = new TextDecoder().decode((await reader?.read())?.value);
  const clientId = /"clientId":"([^"]+)"/.exec(hello)?.[1];
  const subscriptions = ["ledger", "breaches/*", "breach_entries/*", "reminders/*", "conflicts/*"];
  const subscribed = await ask(cast.server, "POST /api/realtime", {
    token: cast.ingrid.token,
    body: { clientId, subscriptions },
  });
  expect(subscribed.status).toBe(204);
  const listening = (async () => {
    for (;;) {
      const part = await reader?.read().catch(() => undefined);
      if (!part || part.done) return;
      heard.push(new TextDecoder().decode(part.value));
    }
  })();
  const again = {
    confidential: true,
    about: cast.ingrid.id,
    text: "Again.",
    noticedAt: new Date().toISOString(),
  };
  const [one, two] = [
    await report(cast.server, cast.tom.token, again),
    await report(cast.server, cast.tom.token, again),
  ];
  expect(two.body).toEqual(one.body);
  await onCase(cast.server, cast.priya, "entry", id, { text: "Looked once more." });
  await onCase(cast.server, cast.priya, "contain", id, {
    at: new Date().toISOString(),
    how: "Access taken away.",
  });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(heard).toEqual([]);
  await report(cast.server, cast.tom.token);
  await until("the page to hear of an ordinary report", () => heard.join("").includes("ledger"));
  aborted.abort();
  await listening;
});

test("the lead declares a conflict, names an outside reviewer until a time, and decides no more", async () => {
  const { server, priya, ruth, ingrid, noor } = cast;
  expect((await onCase(server, noor, "conflict", id, { reason: "Mine." })).status).toBe(404);
  expect((await onCase(server, priya, "conflict", id, { reason: "The owner is my mother." })).status).toBe(
    200,
  );
  const verdict = { verdict: "breach", reason: "The log shows it." };
  expect((await onCase(server, priya, "triage", id, verdict)).status).toBe(403);
  const grant = { user: ruth.id, until: soon(), reason: "From outside." };
  expect(
    (await onCase(server, priya, "grant", id, { ...grant, until: "2026-01-01T00:00:00.000Z" })).status,
  ).toBe(400);
  expect((await onCase(server, priya, "grant", id, { ...grant, user: ingrid.id })).status).toBe(400);
  expect((await onCase(server, priya, "grant", id, { ...grant, until: soon(24 * 367) })).status).toBe(400);
  const made = await onCase(server, priya, "grant", id, grant);
  expect(made.status).toBe(200);
  expect(await sees(ruth)).toBe(true);
  // The name stays between the reporter and the lead.
  const row = await get(ruth, `collections/breaches/records/${id}`);
  expect(JSON.stringify(row.body)).not.toContain(cast.tom.id);
  expect(
    JSON.stringify((await get(ruth, `collections/breach_entries/records?filter=(breach='${id}')`)).body),
  ).not.toContain(cast.tom.id);
  const named = `collections/breaches/records?filter=(confidentialReporter='${cast.tom.id}')`;
  expect((await get(ruth, named)).body.items ?? []).toEqual([]);
  expect((await get(ruth, `chaperone/reporter?id=${id}`)).status).toBe(403);
  expect((await get(priya, `chaperone/reporter?id=${id}`)).body.reporter).toBe(cast.tom.id);
  expect((await onCase(server, ruth, "triage", id, verdict)).status).toBe(200);
  expect(
    (await onCase(server, ruth, "advise", id, { advice: "tell-ico", reason: "Special data." })).status,
  ).toBe(200);
  expect(
    (await onCase(server, priya, "endGrant", id, { grant: made.body.id, reason: "It is done." })).status,
  ).toBe(200);
  expect(await sees(ruth)).toBe(false);
  expect(await sees(ingrid)).toBe(false);
});

test("about the lead it goes to the deputy lead; where there is none, the form says so and nothing is lost unseen", async () => {
  const { server, tom, priya, noor, ingrid } = cast;
  const body = { confidential: true, about: priya.id, text: "She reads records without need." };
  const made = await report(server, tom.token, body);
  const listed = async (who: SignedIn) =>
    (await get(who, "collections/breaches/records")).body.items.map((row: { id: string }) => row.id);
  expect(await listed(noor)).toContain(made.body.id);
  for (const who of [priya, ingrid, tom]) expect(await listed(who)).not.toContain(made.body.id);
  expect(JSON.stringify((await get(priya, "chaperone/events?limit=200")).body)).not.toContain(made.body.id);
  const desk = await act(server, priya.token, "users.add", { name: "Joss", practitioner: false });
  for (const [deputyLead, code] of [
    [priya.id, "same"],
    [desk.body.id, "unknown"],
  ]) {
    const [row] = rowsIn(server, "SELECT id, version FROM clinic");
    const clinic = { id: String(row?.id), version: Number(row?.version) };
    const named = await act(server, priya.token, "clinic.change", { deputyLead }, clinic);
    expect(named.body.data["data.deputyLead"].code).toBe(code);
  }
  // Whoever it is about names another deputy, or nobody: the case stays where it was reported to.
  for (const deputyLead of [ingrid.id, ""]) {
    await changeClinic(server, priya, { deputyLead });
    expect(await listed(noor)).toContain(made.body.id);
    for (const who of [priya, ingrid, tom]) expect(await listed(who)).not.toContain(made.body.id);
    const entry = { text: "Looked at the log." };
    expect((await onCase(server, noor, "entry", made.body.id, entry)).status).toBe(200);
    expect((await onCase(server, ingrid, "entry", made.body.id, entry)).status).toBe(404);
  }
  const refused = await report(server, tom.token, body);
  expect(refused.body.data.about.code).toBe("nobody-to-tell");
});

test("who becomes lead keeps no case about themselves, nor says by a deputy who does; who leaves keeps none", async () => {
  const { server, tom, priya, noor } = cast;
  const second = await newPerson(server, priya.token, {
    email: "amara@harbour.example",
    name: "Amara Voss",
    role: "dpo",
  });
  const { body } = await report(server, tom.token, { confidential: true, about: second.id, text: "Hers." });
  const readers = async () => {
    const read = async (who: SignedIn) =>
      (await get(who, `collections/breaches/records/${body.id}`)).status === 200 &&
      (await get(who, `chaperone/reporter?id=${body.id}`)).status === 200;
    const all = { priya, second, noor };
    const each = await Promise.all(Object.values(all).map(read));
    return Object.keys(all).filter((_, i) => each[i]);
  };
  expect(await readers()).toEqual(["priya"]);
  await changeClinic(server, priya, { lead: second.id, deputyLead: noor.id });
  expect(await readers()).toEqual(["priya"]);
  const version = Number(rowsIn(server, "SELECT version FROM users WHERE id = ?", priya.id)[0]?.version);
  const left = await act(server, second.token, "users.deactivate", {}, { id: priya.id, version });
  expect(left.status).toBe(200);
  expect(await readers()).toEqual(["noor"]);
});
