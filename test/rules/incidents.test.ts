import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportEvents } from "../../scripts/export-events.mjs";
import { act, ask, newBrowser, newPerson, type SignedIn, setUpClinic } from "../server/people/clinic.ts";
import { behindTheBack, rowsIn } from "../server/people/database.ts";
import { clinicDay } from "../support/clinic-time.ts";
import { hooksFolder } from "../support/server/hooks-folder.ts";
import { readReport } from "../support/server/read-report.ts";
import { startServer, type TestServer } from "../support/server/server.ts";
import { verdictOf } from "../support/verdict.ts";
import { fillReviews } from "./reviews-fill.ts";
import { fillTraining } from "./training-fill.ts";

/** Everybody who must be told apart where a case is confidential. */
const actors = [
  "lead",
  "second lead",
  "accused manager",
  "another manager",
  "deputy lead",
  "staff",
  "auditor",
  "granted reviewer",
  "reviewer whose time is over",
  "browser",
  "desk",
  "nobody",
] as const;
type Actor = (typeof actors)[number];

const cases = [
  "ordinary",
  "about the manager",
  "confidential",
  "confidential, about the lead",
  "confidential, opened to everybody",
] as const;
type Case = (typeof cases)[number];

/** Who sees which case, and all that belongs to it: this table is the specification. */
const sees: Record<Case, readonly Actor[]> = {
  ordinary: [
    "lead",
    "second lead",
    "accused manager",
    "another manager",
    "deputy lead",
    "auditor",
    "granted reviewer",
  ],
  "about the manager": [
    "lead",
    "second lead",
    "another manager",
    "deputy lead",
    "auditor",
    "granted reviewer",
  ],
  confidential: ["lead", "granted reviewer"],
  "confidential, about the lead": ["deputy lead", "granted reviewer"],
  "confidential, opened to everybody": [
    "lead",
    "second lead",
    "accused manager",
    "another manager",
    "deputy lead",
    "auditor",
    "granted reviewer",
  ],
};

/** Whom figures are for; an outside reviewer reads a case, not the clinic. */
const countsFor: readonly Actor[] = [
  "lead",
  "second lead",
  "accused manager",
  "another manager",
  "deputy lead",
  "auditor",
];

let server: TestServer;
const people = new Map<Actor, SignedIn | { readonly id: string; readonly token: string }>();
const ids = new Map<Case, string>();
const token = (actor: Actor) => people.get(actor)?.token ?? "";
const idOf = (actor: Actor) => people.get(actor)?.id ?? "";
const caseId = (one: Case) => ids.get(one) ?? "";

beforeAll(async () => {
  server = await startServer();
  const lead = await setUpClinic(server);
  people.set("lead", lead);
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const person = async (actor: Actor, role: string) => {
    const name = actor.replace(/ /g, "-");
    const outside = actor.includes("reviewer") ? { scope: "case" } : {};
    const more = role === "auditor" ? { until, ...outside } : {};
    people.set(
      actor,
      await newPerson(server, lead.token, { email: `${name}@harbour.example`, name, role, ...more }),
    );
  };
  await person("second lead", "dpo");
  for (const actor of ["accused manager", "another manager", "deputy lead"] as const)
    await person(actor, "manager");
  await person("staff", "staff");
  for (const actor of ["auditor", "granted reviewer", "reviewer whose time is over"] as const)
    await person(actor, "auditor");
  const room = { holder: "person", device: "clinic", user: idOf("staff"), name: "Room" };
  people.set("browser", await newBrowser(server, lead.token, room));
  people.set(
    "desk",
    await newBrowser(server, lead.token, { holder: "desk", device: "clinic", name: "Desk" }),
  );
  const [clinic] = rowsIn(server, "SELECT id, version FROM clinic");
  await act(
    server,
    lead.token,
    "clinic.change",
    { deputyLead: idOf("deputy lead"), controller: idOf("another manager") },
    { id: String(clinic?.id), version: Number(clinic?.version) },
  );
  const about: Record<Case, [boolean, string]> = {
    ordinary: [false, ""],
    "about the manager": [false, idOf("accused manager")],
    confidential: [true, idOf("accused manager")],
    "confidential, about the lead": [true, idOf("lead")],
    "confidential, opened to everybody": [true, idOf("accused manager")],
  };
  for (const one of cases) ids.set(one, await fill(one, ...about[one]));
  // The case about the lead stays where it was reported to, whomever the lead names since.
  const [since] = rowsIn(server, "SELECT id, version FROM clinic");
  const renamed = { deputyLead: idOf("another manager") };
  await act(server, lead.token, "clinic.change", renamed, {
    id: String(since?.id),
    version: Number(since?.version),
  });
  expect(rowsIn(server, "SELECT deputyLead FROM clinic")).toEqual([renamed]);
  await fillRest(lead);
}, 240_000);
afterAll(() => server?.stop());

/** Rows of what is no case, so that what hides them is seen to. */
async function fillRest(lead: SignedIn): Promise<void> {
  const manager = people.get("another manager");
  const staff = people.get("staff");
  if (!staff || !manager || !("secret" in manager)) throw new Error("nobody to hold a review");
  await fillReviews(server, manager, lead, staff);
  await fillTraining(server, lead, [staff]);
  await act(server, lead.token, "mail_programs.say", { kinds: ["outlook"] });
  behindTheBack(
    server,
    `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
     VALUES ('reminder0000000', 'test', 'x', '2026-01-01 00:00:00.000Z', ?, 0, '', 'none', '', 0, '')`,
    staff.id,
  );
}

const version = (id: string) =>
  Number(rowsIn(server, "SELECT version FROM breaches WHERE id = ?", id)[0]?.version);

/** A case with a row of all that belongs to one, made by whoever keeps it. */
async function fill(one: Case, confidential: boolean, about: string): Promise<string> {
  const body = {
    kind: "other",
    noticedAt: new Date().toISOString(),
    text: "Something.",
    confidential,
    about,
  };
  const made = await ask(server, "POST /api/chaperone/report", { token: token("staff"), body });
  const id = made.body.id;
  const keeper = token(one === "confidential, about the lead" ? "deputy lead" : "lead");
  const on = async (action: string, data: object, by = keeper) => {
    const { status, body: told } = await act(server, by, `breaches.${action}`, data, {
      id,
      version: version(id),
    });
    if (status !== 200) throw new Error(`${one} ${action}: ${JSON.stringify(told)}`);
  };
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await on("addPeople", { people: [{ recordRef: "1", system: "cliniko:harbour.uk2", toBeTold: true }] });
  await on("account", { user: idOf("staff"), system: "mail" });
  await on("version", await readReport(server.url, keeper, id));
  for (const actor of ["granted reviewer", "reviewer whose time is over"] as const) {
    await on("grant", { user: idOf(actor), until, reason: "From outside." });
  }
  const over = "UPDATE case_grants SET until = '2026-01-01 00:00:00.000Z' WHERE user = ?";
  behindTheBack(server, over, idOf("reviewer whose time is over"));
  await on("conflict", { reason: "Known to me." }, token("granted reviewer"));
  const action = {
    register: "breaches",
    subject: id,
    text: "Look again.",
    owner: idOf("second lead"),
    due: clinicDay(1),
  };
  const added = await act(server, keeper, "actions.add", action);
  if (added.status !== 200) throw new Error(JSON.stringify(added.body));
  const form = new FormData();
  form.set("id", id);
  form.set("file", new Blob([`%PDF-1.7 ${id}`]), "x.pdf");
  const route = `${server.url}/api/chaperone/breach-evidence`;
  await fetch(route, { method: "POST", headers: { authorization: keeper }, body: form });
  if (one === "confidential, opened to everybody") await on("openToAll", { reason: "They have been told." });
  return id;
}

const belonging = [
  "breach_entries",
  "breach_evidence",
  "breach_people",
  "breach_accounts",
  "breach_reports",
  "case_grants",
  "conflicts",
  "actions",
] as const;

/** The second lead owns an action of each case, and is told of that one alone. */
const owns = (actor: Actor, table: string) => table === "actions" && actor === "second lead";

const rowsOf = (table: string, id: string): string[] =>
  rowsIn(server, `SELECT id FROM ${table} WHERE ${table === "breaches" ? "id" : "breach"} = ?`, id).map(
    (row) => String(row.id),
  );

describe.each([...actors])("%s", (actor) => {
  describe.each(["breaches", ...belonging])("%s", (table) => {
    const records = `/api/collections/${table}/records`;

    test.each([...cases])("list and view: %s", async (one) => {
      const rows = rowsOf(table, caseId(one));
      expect(rows.length).toBeGreaterThan(0);
      const may = sees[one].includes(actor) || owns(actor, table);
      const { status, body } = await ask(server, `GET ${records}?perPage=500`, { token: token(actor) });
      const listed: string[] = status === 200 ? body.items.map((row: { id: string }) => row.id) : [];
      expect(rows.every((id) => listed.includes(id))).toBe(may);
      expect(rows.some((id) => listed.includes(id))).toBe(may);
      for (const id of rows) {
        const view = await ask(server, `GET ${records}/${id}`, { token: token(actor) });
        if (may) expect(view.status).toBe(200);
        else expect([401, 403, 404]).toContain(view.status);
      }
    });

    test("writes nothing", async () => {
      const before = JSON.stringify(rowsIn(server, `SELECT * FROM ${table}`));
      const [id] = rowsOf(table, caseId("ordinary"));
      const sent = {
        token: token(actor),
        body: { breach: caseId("ordinary"), state: "closed", text: "X", until: "2099-01-01" },
      };
      for (const route of [`POST ${records}`, `PATCH ${records}/${id}`, `DELETE ${records}/${id}`]) {
        expect([400, 401, 403, 404]).toContain((await ask(server, route, sent)).status);
      }
      expect(JSON.stringify(rowsIn(server, `SELECT * FROM ${table}`))).toBe(before);
    });
  });

  test.each([...cases])("routes say of '%s' just what the rules say", async (one) => {
    const id = caseId(one);
    const may = sees[one].includes(actor);
    const as = { token: token(actor) };
    for (const route of ["breach-report", "breach-changes", "breach-proof"]) {
      const { status } = await ask(server, `GET /api/chaperone/${route}?id=${id}`, as);
      if (may) expect(status).toBe(200);
      else expect([401, 403, 404]).toContain(status);
    }
    const asked = await Promise.all(
      [
        "today",
        "desk",
        "breach-register",
        "breach-register?format=csv&confidential=yes",
        "breach-register?format=page&confidential=yes",
        `breach-draft?id=${id}`,
        "events?limit=200",
        `events?trace=${id}`,
        "my-work",
      ].map((path) => ask(server, `GET /api/chaperone/${path}`, as)),
    );
    const number = rowsIn(server, "SELECT number FROM breaches WHERE id = ?", id)[0]?.number;
    const text = JSON.stringify(asked.map(({ body }) => body));
    // An action of one's own names its case, and so does the event of one's own report; nothing else of it.
    const known = actor === "second lead" || (actor === "staff" && Number(number) > 0);
    if (!may && !known) {
      expect(text).not.toContain(id);
      if (Number(number) < 0) expect(text).not.toContain(String(number));
    }
    if (may && asked[0]?.status === 200) expect(text).toContain(id);
  });

  test("counts of weeks and of the year are those of the list, and no more", async () => {
    const as = { token: token(actor) };
    const list = await ask(server, "GET /api/collections/breaches/records?perPage=500", as);
    const listed = list.status === 200 ? list.body.items.length : 0;
    const [weeks, year] = await Promise.all(
      ["trends", "year"].map((path) => ask(server, `GET /api/chaperone/${path}`, as)),
    );
    if (!countsFor.includes(actor)) {
      expect([weeks?.status, year?.status].every((status) => [401, 403].includes(status ?? 0))).toBe(true);
      return;
    }
    expect(listed).toBe(cases.filter((one) => sees[one].includes(actor)).length);
    const sum = (counts: object) => Object.values(counts).reduce((all, one) => all + one, 0);
    const counted = weeks?.body.weeks.map(({ registers }: { registers: { incidents: object | null } }) =>
      sum(registers.incidents ?? {}),
    );
    expect(counted.at(-1) + counted.at(-2)).toBe(listed);
    const { total, verdicts, kinds, causes, steps } = year?.body ?? {};
    expect([total, sum(verdicts), sum(kinds), sum(causes)]).toEqual([listed, listed, listed, listed]);
    const decide = steps.find(({ step }: { step: string }) => step === "decide");
    expect(decide.known + decide.waiting + decide.unknown).toBe(listed);
  });

  test.each([...cases])("the people affected by '%s' are told by who works on it", async (one) => {
    const id = caseId(one);
    const other = one === "ordinary" ? "confidential" : "ordinary";
    const peopleOf = (some: Case) => rowsOf("breach_people", caseId(some))[0] ?? "";
    const told = { toldAt: new Date().toISOString(), toldHow: "By letter" };
    const words = { happened: "It left.", consequences: "None.", done: "Locked.", advice: "Ask us." };
    const as = { id, version: version(id) };
    const answers = [
      await act(server, token(actor), "breaches.person", { person: peopleOf(one), toBeTold: true }, as),
      await act(server, token(actor), "breaches.peopleTold", { people: [peopleOf(one)], ...told }, as),
      await act(server, token(actor), "breaches.letter", words, as),
    ].map(({ status }) => status);
    // Whom it is about reads it once it is opened, and works in it never.
    const passed: readonly Actor[] = [
      "auditor",
      "granted reviewer",
      ...(one === "ordinary" ? [] : (["accused manager"] as const)),
    ];
    const isWorker = sees[one].includes(actor) && !passed.includes(actor);
    if (isWorker) expect(answers).toEqual([200, 200, 200]);
    else {
      expect(new Set(answers).size).toBe(1);
      expect([401, 403, 404]).toContain(answers[0]);
    }
    // A row of another case stays as it is, whoever works on this one.
    const before = rowsIn(server, "SELECT * FROM breach_people WHERE breach = ?", caseId(other));
    const astray = { people: [peopleOf(other)], ...told };
    await act(server, token(actor), "breaches.peopleTold", astray, as);
    const { status } = await act(server, token(actor), "breaches.person", { person: peopleOf(other) }, as);
    expect([400, 401, 403, 404]).toContain(status);
    expect(rowsIn(server, "SELECT * FROM breach_people WHERE breach = ?", caseId(other))).toEqual(before);
  });

  test.each([...cases])(
    "acts on '%s' are refused alike, whatever the version, where it can't be read",
    async (one) => {
      if (sees[one].includes(actor)) return;
      const statuses = await Promise.all(
        [1, 77].map(async (seen) => {
          const data = { verdict: "neither", reason: "Nothing." };
          const { status, body } = await act(server, token(actor), "breaches.triage", data, {
            id: caseId(one),
            version: seen,
          });
          expect(JSON.stringify(body)).not.toContain("Something.");
          return status;
        }),
      );
      expect(new Set(statuses).size).toBe(1);
      expect([401, 403, 404]).toContain(statuses[0]);
    },
  );
});

const outsiders = ["granted reviewer", "reviewer whose time is over"] as const;

describe.each(outsiders)("%s: the case alone, and nothing else of the clinic", (actor) => {
  const may = actor === "granted reviewer";

  test.each(["users", "browsers", "notice_shown", "system_accounts"])("%s: at most oneself", async (name) => {
    const { body } = await ask(server, `GET /api/collections/${name}/records`, { token: token(actor) });
    expect(body.items.every(({ id }: { id: string }) => id === idOf(actor))).toBe(true);
  });

  test.each([
    "reviews",
    "review_items",
    "review_addenda",
    "learning_messages",
    "message_reads",
    "mail_programs",
    "training_entries",
    "courses",
    "course_versions",
    "requirements",
    "completions",
    "staff_periods",
    "training_targets",
    "imports",
    "reminders",
  ])("%s: nothing", async (name) => {
    expect(rowsIn(server, `SELECT id FROM ${name}`).length).toBeGreaterThan(0);
    const { body } = await ask(server, `GET /api/collections/${name}/records`, { token: token(actor) });
    expect(body.items).toEqual([]);
  });

  const report = {
    kind: "other",
    noticedAt: new Date().toISOString(),
    text: "Something.",
    confidential: false,
  };
  const action = (name: string, data: object): [string, number, object] => [
    "POST /api/chaperone/act",
    403,
    { action: name, data },
  ];
  test.each<[route: string, status: number, body?: object]>([
    ["POST /api/chaperone/report", 403, report],
    ["POST /api/chaperone/notice-shown", 403, { notice: 1 }],
    ["POST /api/chaperone/message-read", 401, { message: "m".repeat(15) }],
    ["POST /api/chaperone/recipient", 404, { trace: "t".repeat(15), text: "Somebody." }],
    ["GET /api/chaperone/colleagues", 403],
    ["GET /api/chaperone/breach-register", 403],
    ["GET /api/chaperone/breach-register?format=csv", 403],
    ["GET /api/chaperone/ledger.jsonl", 403],
    ["GET /api/chaperone/review", 403],
    ["GET /api/chaperone/review-minutes?id=none", 403],
    ["GET /api/chaperone/smtp", 403],
    ["GET /api/chaperone/my-reports", 200],
    ["GET /api/chaperone/incident-schema", 200],
    action("breaches.told", { text: "Something." }),
    action("breaches.fromEvent", { event: "e".repeat(15) }),
    action("messages.read", { message: "m".repeat(15) }),
    action("completions.add", { user: "u".repeat(15), completedOn: "2026-01-05" }),
    ["GET /api/chaperone/training", 403],
    ["GET /api/chaperone/lesson?course=courseconfident", 403],
    ["POST /api/chaperone/import", 403, {}],
    ["POST /api/chaperone/training-file", 403, {}],
    action("reviews.prepare", {}),
  ])("%s: %i %j", async (route, status, body) => {
    const answer = await ask(server, route, { token: token(actor), ...(body && { body }) });
    expect(answer.status).toBe(status);
    if (route.endsWith("my-reports")) expect(answer.body.rows).toEqual([]);
  });

  test.each([...cases])("what belongs to '%s'", async (one) => {
    const id = caseId(one);
    const as = { token: token(actor) };
    const get = async (path: string) => (await ask(server, `GET /api/chaperone/${path}`, as)).status;
    const isConfidential = one.startsWith("confidential");
    expect(await get(`breach-report?id=${id}`)).toBe(may ? 200 : 404);
    expect(await get(`breach-report?id=${id}&format=csv`)).toBe(may ? 200 : 404);
    expect(await get(`recipient?id=${id}`)).toBe(may ? 403 : 404);
    expect(await get(`reporter?id=${id}`)).toBe(may ? (isConfidential ? 403 : 200) : 404);
    for (const route of ["breach-evidence", "breach-file"]) {
      const form = new FormData();
      form.set("id", route === "breach-file" ? (rowsOf("breach_reports", id)[0] ?? "") : id);
      form.set("sha256", "0".repeat(64));
      form.set("file", new Blob([`%PDF-1.7 ${actor} ${one}`]), "x.pdf");
      const url = `${server.url}/api/chaperone/${route}`;
      const { status } = await fetch(url, {
        method: "POST",
        headers: { authorization: as.token },
        body: form,
      });
      // The granted one has declared a conflict, and leaves the work to others.
      expect(status).toBe(may ? 403 : 404);
    }
    const work = JSON.stringify((await ask(server, "GET /api/chaperone/my-work", as)).body);
    if (!may) expect(work).not.toContain(id);
  });

  test("the log: their own events alone", async () => {
    const as = { token: token(actor) };
    expect((await ask(server, `GET /api/chaperone/events?user=${idOf("staff")}`, as)).status).toBe(403);
    const { body } = await ask(server, "GET /api/chaperone/events?limit=200", as);
    expect(body.rows.every(({ user }: { user: string }) => user === idOf(actor))).toBe(true);
  });
});

test("a mail about a case that failed is told to who may see the case alone", async () => {
  behindTheBack(
    server,
    `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
     VALUES ('reminder0000001', 'triage-duty', ?, '2099-01-01 00:00:00.000Z', ?, 0, '', 'given-up', '', 9, '')`,
    caseId("confidential"),
    idOf("lead"),
  );
  const failing = async (actor: Actor) =>
    JSON.stringify(
      (await ask(server, "GET /api/chaperone/today", { token: token(actor) })).body.waiting,
    ).includes("mail-failing");
  expect([await failing("lead"), await failing("second lead")]).toEqual([true, false]);
});

/** Lines of the ledger as this lead takes them away, and what the verifier says of them. */
async function ledgerOf(actor: Actor) {
  const headers = { authorization: token(actor) };
  const text = await (await fetch(`${server.url}/api/chaperone/ledger.jsonl`, { headers })).text();
  return { text, verdict: verdictOf(text) };
}

const events = (one: Case) =>
  rowsIn(server, "SELECT seq, receivedAt, hash FROM events WHERE trace = ? ORDER BY seq", caseId(one));

describe("the ledger that a lead takes away", () => {
  test.each<[Actor, readonly Case[]]>([
    ["lead", ["confidential, about the lead"]],
    ["second lead", ["confidential", "confidential, about the lead"]],
  ])("%s: is whole, and holds no event of %j", async (actor, hidden) => {
    const { text, verdict } = await ledgerOf(actor);
    expect(verdict).toMatchObject({ finding: undefined, withheld: hidden.flatMap(events).length });
    for (const one of cases) {
      const some = events(one);
      expect(some.length).toBeGreaterThan(5);
      const lines = text.split("\n").filter((line) => line.includes(`"trace":"${caseId(one)}"`));
      expect(lines).toHaveLength(hidden.includes(one) ? 0 : some.length);
      for (const { seq } of hidden.includes(one) ? some : []) expect(text).not.toContain(`"seq":${seq},"v":`);
    }
  });

  test("whoever runs the machine has the database: the file is whole, and nobody stands in a confidential case's events", async () => {
    const out = join(mkdtempSync(join(tmpdir(), "chaperone-export-")), "events.jsonl");
    await exportEvents(server.data, out, { hooks: await hooksFolder() });
    const text = readFileSync(out, "utf8");
    expect(verdictOf(text)).toMatchObject({ finding: undefined, withheld: 0 });
    for (const one of ["confidential", "confidential, about the lead"] as const) {
      const lines = text.split("\n").filter((line) => line.includes(`"trace":"${caseId(one)}"`));
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ user: "" });
    }
  });

  test.each<[Actor, Case]>([
    ["second lead", "confidential"],
    ["lead", "confidential, about the lead"],
  ])("%s erases no event of '%s', and learns nothing by trying", async (actor, one) => {
    const erase = async (seq: number) => {
      const data = { seq, ground: "Not needed." };
      return (await act(server, token(actor), "events.erase", data)).body;
    };
    for (const { seq } of events(one)) expect(await erase(Number(seq))).toEqual(await erase(999_999));
  });
});

test.each([
  `breaches/records?filter=(confidential=true)`,
  `breaches/records?filter=(recipientAnswer~'a')`,
  `breaches/records?sort=recipientAnswer`,
  `breach_entries/records?filter=(breach.confidential=true)&expand=breach`,
  `actions/records?filter=(breach.confidential=true)&expand=breach`,
  `users/records?filter=(@collection.breaches.confidential=true)`,
  `users/records?filter=(breaches_via_reporter.confidential=true)`,
  `users/records?expand=breaches_via_reporter,actions_via_owner,conflicts_via_user`,
  `clinic/records?filter=(lead.breaches_via_reporter.confidential=true)`,
])("the accused learns nothing by asking around: %s", async (query) => {
  const { status, body } = await ask(server, `GET /api/collections/${query}`, {
    token: token("accused manager"),
  });
  const text = JSON.stringify(body);
  expect(text).not.toContain(caseId("confidential"));
  expect(text).not.toContain(caseId("confidential, about the lead"));
  const opened = caseId("confidential, opened to everybody");
  type Item = { readonly id: string; readonly breach?: string };
  const items: readonly Item[] = status === 200 ? body.items : [];
  const shut = items.filter(({ id, breach }) => id !== opened && breach !== opened);
  if (query.includes("confidential=true")) expect(shut).toEqual([]);
});
