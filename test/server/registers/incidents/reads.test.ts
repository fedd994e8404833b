import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inServer } from "../../../support/server/in-server.ts";
import { type Answer, act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import { type Cast, castOf, newBreach, onCase, report, soon } from "./cast.ts";

/** An ordinary breach and a confidential case about Ingrid, both with something of everything. */
let cast: Cast;
const ids = { open: "", confidential: "" };
const rows = { open: { version: "", file: "" }, confidential: { version: "", file: "" } };
type Which = keyof typeof ids;

beforeAll(async () => {
  cast = await castOf();
  const { server, priya, ruth } = cast;
  ids.open = await newBreach(cast);
  const told = await report(server, cast.tom.token, { confidential: true, about: cast.ingrid.id });
  ids.confidential = told.body.id;
  for (const which of ["open", "confidential"] as const) {
    const on = (action: string, data: object = {}) => onCase(server, priya, action, ids[which], data);
    const people = [{ recordRef: "31", system: "cliniko:harbour.uk2", toBeTold: true }];
    const done = [
      ...(which === "confidential" ? [await on("triage", { verdict: "breach", reason: "It is one." })] : []),
      await on("addPeople", { people }),
      await on("account", { user: cast.tom.id, system: "mail" }),
      await on("grant", { user: ruth.id, until: soon(), reason: "From outside." }),
      await on("version"),
      await act(server, priya.token, "actions.add", {
        register: "breaches",
        subject: ids[which],
        text: "Look at who may see what.",
        owner: priya.id,
        due: soon(48).slice(0, 10),
      }),
    ];
    expect(done.map(({ status, body }) => (status === 200 ? "" : body))).toEqual(done.map(() => ""));
    const form = new FormData();
    form.set("id", ids[which]);
    form.set("file", new Blob([`%PDF-1.7 ${which}`]), "note.pdf");
    const route = `${server.url}/api/chaperone/breach-evidence`;
    const kept = await fetch(route, { method: "POST", headers: { authorization: priya.token }, body: form });
    expect(kept.status).toBe(200);
    // Last: whoever has a conflict works on it no more.
    expect((await on("conflict", { reason: "They know each other." })).status).toBe(200);
    const one = (select: string) => rowsIn(server, select, ids[which])[0] ?? {};
    const evidence = one("SELECT id, file FROM breach_evidence WHERE breach = ?");
    rows[which].file = `${evidence.id}/${evidence.file}`;
    rows[which].version = String(one("SELECT id FROM breach_reports WHERE breach = ?").id);
  }
});
afterAll(() => cast?.server.stop());

const records = (collection: string, query = "") => `GET /api/collections/${collection}/records${query}`;
const belonging = ["entries", "people", "accounts", "evidence", "reports"].map((name) => `breach_${name}`);
const ofCase = (name: string, which: Which, more = "") =>
  records(name, `?filter=(${name === "actions" ? "subject" : "breach"}='${ids[which]}')${more}`);

/** Every read that has to be on the record, and the action of its event. */
const reads: readonly (readonly [name: string, action: string, route: () => string])[] = [
  ["a confidential case", "read", () => records("breaches", `/${ids.confidential}`)],
  ["a confidential case in a list", "read", () => records("breaches", "?filter=(confidential=true)")],
  ...[...belonging, "case_grants", "conflicts", "actions"].map(
    (name) => [`its ${name}`, "read", () => ofCase(name, "confidential", "&fields=id")] as const,
  ),
  [
    "what is in no version of it yet",
    "read",
    () => `GET /api/chaperone/breach-changes?id=${ids.confidential}`,
  ],
  ["people affected", "read-people", () => ofCase("breach_people", "open")],
  ["people affected in a confidential case", "read-people", () => ofCase("breach_people", "confidential")],
  ["a version", "read-version", () => records("breach_reports", `/${rows.open.version}`)],
  ["a version's text alone", "read-version", () => ofCase("breach_reports", "open", "&fields=snapshot")],
  [
    "a confidential version",
    "read-version",
    () => records("breach_reports", `/${rows.confidential.version}`),
  ],
  ...(["open", "confidential"] as const).flatMap((which) => [
    [
      `the reporter (${which})`,
      "read-reporter",
      () => `GET /api/chaperone/reporter?id=${ids[which]}`,
    ] as const,
    [
      `the answer (${which})`,
      "read-recipient",
      () => `GET /api/chaperone/recipient?id=${ids[which]}`,
    ] as const,
    [
      `the paper (${which})`,
      "read-version",
      () => `GET /api/chaperone/breach-report?id=${ids[which]}`,
    ] as const,
    [`a file (${which})`, "read-file", () => `GET /api/files/breach_evidence/${rows[which].file}`] as const,
  ]),
  ["the reference key", "read-reference-key", () => "GET /api/chaperone/reference-key"],
  ["cases beside people", "read-beside", () => records("users", "?expand=breaches_via_reporter")],
];

const everybody = ["priya", "ingrid", "noor", "ruth", "tom", "room", "nobody"] as const;
type Who = (typeof everybody)[number];

async function read(route: string, who: Who): Promise<Answer> {
  const token = who === "nobody" ? "" : cast[who].token;
  if (!route.startsWith("GET /api/files/")) return await ask(cast.server, route, { token });
  const file = await ask(cast.server, "POST /api/files/token", { token });
  return await ask(cast.server, `${route}?token=${file.body.token ?? ""}`);
}

/** Whether an answer shows anything. */
const shows = ({ status, body }: Answer): boolean =>
  status === 200 && (!Array.isArray(body?.items) || body.items.length > 0);

const newest = () => Number(rowsIn(cast.server, "SELECT max(seq) AS seq FROM events")[0]?.seq);
const readEvents = (after: number) =>
  rowsIn(
    cast.server,
    "SELECT kind, user, trace, detail FROM events WHERE seq > ? AND detail->>'action' LIKE 'read%' ORDER BY seq",
    after,
  );

/** Of whoever read the confidential case, as its events know them. */
const marks = new Map<Who, Set<string>>();

describe.each(reads)("%s", (_, action, route) => {
  test.each(everybody)(
    "read twice by %s is on the record once where it is shown, and else not",
    async (who) => {
      behindTheBack(cast.server, "DELETE FROM ledger_readings");
      const before = newest();
      const answers = [await read(route(), who), await read(route(), who)];
      const shown = answers.map(shows);
      expect(shown[0]).toBe(shown[1]);
      const found = readEvents(before).filter(({ detail }) => JSON.parse(String(detail)).action === action);
      // Beside others nobody knows what was shown: whoever may ask so has read it.
      const expected = action === "read-beside" ? shown[0] && who !== "tom" : shown[0];
      expect([who, found.length]).toEqual([who, expected ? 1 : 0]);
      const reader = who === "nobody" ? "" : cast[who].id;
      for (const { user, trace, detail } of readEvents(before)) {
        const secret = trace === ids.confidential;
        expect(user).toBe(secret ? "" : reader);
        expect(String(detail).includes('"by"')).toBe(secret);
        if (secret) marks.set(who, (marks.get(who) ?? new Set()).add(JSON.parse(String(detail)).by));
      }
      for (const { trace } of found)
        if (!action.endsWith("key") && action !== "read-beside")
          expect([ids.open, ids.confidential]).toContain(trace);
    },
  );
});

test("in a confidential case each reader has one mark, another than anybody else's, and their id is in none", () => {
  expect([...marks.keys()].toSorted()).toEqual(["priya", "ruth"]);
  const all = [...marks.values()].flatMap((some) => [...some]);
  expect([all.length, new Set(all).size]).toEqual([2, 2]);
  for (const mark of all) expect(mark).toMatch(/^k1:[0-9a-f]{64}$/);
});

test("everything in the list is shown to somebody, and to others not", async () => {
  for (const [name, , route] of reads) {
    const shown = [];
    for (const who of everybody) if (shows(await read(route(), who))) shown.push(who);
    expect([name, shown.length]).not.toEqual([name, 0]);
    expect([name, shown]).not.toEqual([name, [...everybody]]);
  }
});

test("a list of versions without their text, and an ordinary case, are no such read", async () => {
  behindTheBack(cast.server, "DELETE FROM ledger_readings");
  const before = newest();
  const { priya } = cast;
  for (const route of [
    ofCase("breach_reports", "open", "&fields=id,number"),
    records("breaches", `/${ids.open}`),
    ofCase("breach_entries", "open"),
  ])
    expect((await ask(cast.server, route, { token: priya.token })).status).toBe(200);
  expect(readEvents(before)).toEqual([]);
});

/** Has what these topics tell of sent to somebody. */
async function watching(who: SignedIn, subscriptions: readonly string[]): Promise<void> {
  const aborted = new AbortController();
  const stream = await fetch(`${cast.server.url}/api/realtime`, { signal: aborted.signal });
  const hello = new TextDecoder().decode((await stream.body?.getReader().read())?.value);
  const clientId = /"clientId":"([^"]+)"/.exec(hello)?.[1];
  const body = { clientId, subscriptions };
  expect((await ask(cast.server, "POST /api/realtime", { token: who.token, body })).status).toBe(204);
  aborted.abort();
}

test("whoever has the register told as it changes reads it, and is on the record", async () => {
  behindTheBack(cast.server, "DELETE FROM ledger_readings");
  const before = newest();
  await watching(cast.noor, ["ledger", "breaches/*"]);
  expect(readEvents(before)).toMatchObject([{ user: cast.noor.id }]);
});

test("who read a confidential case is told by name to those alone who may see it", async () => {
  const { priya, ruth, ingrid, noor, tom } = cast;
  behindTheBack(cast.server, "DELETE FROM ledger_readings");
  for (const who of ["priya", "ruth"] as const) await read(records("breaches", `/${ids.confidential}`), who);
  const log = async (who: SignedIn, more = "") =>
    (await ask(cast.server, `GET /api/chaperone/events?kind=breaches&limit=200${more}`, { token: who.token }))
      .body;
  const readers = (await log(priya)).rows
    .filter(
      ({ trace, detail }: Record<string, string>) => trace === ids.confidential && detail?.includes('"by"'),
    )
    .map(({ user, userName }: Record<string, string>) => `${user} ${userName}`);
  expect(new Set(readers)).toEqual(new Set([`${priya.id} Priya Raman`, `${ruth.id} ruth`]));
  expect(await log(priya, "&format=csv")).toContain("Priya Raman");
  for (const who of [ingrid, noor, tom])
    expect(JSON.stringify(await log(who))).not.toContain(ids.confidential);
});

test("staff whom a case was opened to leave by a stream or beside other rows what they leave on its page", async () => {
  const { server, priya, tom } = cast;
  const until = { user: tom.id, until: soon(), reason: "They know the ward." };
  for (const which of ["open", "confidential"] as const)
    expect((await onCase(server, priya, "grant", ids[which], until)).status).toBe(200);
  const left = (after: number) =>
    readEvents(after).map(({ user, trace, detail }) => [
      trace === ids.confidential ? "confidential" : "open",
      user === tom.id,
      JSON.parse(String(detail)).action,
    ]);
  const expected = [
    ["confidential", false, "read"],
    ["confidential", false, "read-people"],
    ["open", true, "read-people"],
  ];
  behindTheBack(server, "DELETE FROM ledger_readings");
  let before = newest();
  const expand = "?expand=breach.breach_people_via_breach";
  expect((await ask(server, records("breach_accounts", expand), { token: tom.token })).status).toBe(200);
  expect(left(before).toSorted()).toEqual(expected);
  behindTheBack(server, "DELETE FROM ledger_readings");
  before = newest();
  await watching(tom, ["breach_people/*"]);
  expect(left(before).toSorted()).toEqual(expected);
});

describe("break-glass", () => {
  let token = "";
  beforeAll(async () => {
    const stdout = await inServer(cast.server, "break-glass");
    const [, , identity, password] = stdout.split("\n").map((line) => line.trim());
    const signIn = "POST /api/collections/_superusers/auth-with-password";
    token = (await ask(cast.server, signIn, { body: { identity, password } })).body.token;
  });
  const waiting = async (who: SignedIn): Promise<string[]> =>
    (await ask(cast.server, "GET /api/chaperone/today", { token: who.token })).body.waiting
      .map(({ what }: { what: string }) => what)
      .filter((what: string) => what.startsWith("break-glass"));

  test("is said to the lead on the first screen, once it was opened", async () => {
    expect(await waiting(cast.priya)).toEqual(["break-glass"]);
    for (const who of [cast.ingrid, cast.tom, cast.ruth]) expect(await waiting(who)).toEqual([]);
  });

  test.each(["breaches", ...belonging, "case_grants", "conflicts", "users"])(
    "reads %s not unseen: one event, by its collection, before it is shown",
    async (name) => {
      const before = newest();
      const id = rowsIn(cast.server, `SELECT id FROM ${name} LIMIT 1`)[0]?.id;
      for (const route of [records(name), records(name, `/${id}`), records(name, "?perPage=1")])
        expect((await ask(cast.server, route, { token })).status).toBe(200);
      const events = rowsIn(cast.server, "SELECT kind, trace, detail FROM events WHERE seq > ?", before);
      expect(events).toMatchObject([{ kind: `${name}.act`, trace: "" }]);
      expect(JSON.parse(String(events[0]?.detail)).action).toBe("break-glass-read");
    },
  );

  test.each([
    "users/records?expand=breaches_via_reporter",
    "users/records?filter=(breaches_via_reporter.text~'letter')",
    "users/records?sort=breaches_via_reporter.text",
    "clinic/records?filter=(@collection.breaches.confidential=true)",
  ])("reads cases beside nothing else: %s", async (path) => {
    expect((await ask(cast.server, `GET /api/collections/${path}`, { token })).status).toBe(403);
  });

  test("that read cases, and made somebody lead, says both to the lead that was and to the one that is", async () => {
    const [clinic] = rowsIn(cast.server, "SELECT id FROM clinic");
    const changed = await ask(cast.server, `PATCH /api/collections/clinic/records/${clinic?.id}`, {
      token,
      body: { lead: cast.noor.id },
    });
    expect(changed.status).toBe(200);
    const [event] = rowsIn(cast.server, "SELECT kind, detail FROM events ORDER BY seq DESC LIMIT 1");
    expect(event?.kind).toBe("clinic.update");
    expect(JSON.parse(String(event?.detail)).fields).toContain("lead");
    const all = ["break-glass-lead", "break-glass-cases", "break-glass"];
    expect(await waiting(cast.priya)).toEqual(all);
    expect(await waiting(cast.noor)).toEqual(all);
  });
});
