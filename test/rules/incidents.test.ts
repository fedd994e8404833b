import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, ask, newBrowser, newPerson, setUpClinic } from "../hooks/people/clinic.ts";
import { behindTheBack, rowsIn } from "../hooks/people/database.ts";
import { startServer, type TestServer } from "../support/server.ts";

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

const cases = ["ordinary", "about the manager", "confidential", "confidential, about the lead"] as const;
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
const people = new Map<Actor, { readonly id: string; readonly token: string }>();
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
  };
  for (const one of cases) ids.set(one, await fill(one, ...about[one]));
}, 240_000);
afterAll(() => server?.stop());

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
  await on("version", {});
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
    due: "2027-01-15",
  };
  const added = await act(server, keeper, "actions.add", action);
  if (added.status !== 200) throw new Error(JSON.stringify(added.body));
  const form = new FormData();
  form.set("id", id);
  form.set("file", new Blob([`%PDF-1.7 ${id}`]), "x.pdf");
  const route = `${server.url}/api/chaperone/breach-evidence`;
  await fetch(route, { method: "POST", headers: { authorization: keeper }, body: form });
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
        "breach-register?format=csv",
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
    const counted = weeks?.body.weeks.map((week: { incidents: object | null }) => sum(week.incidents ?? {}));
    expect(counted.at(-1) + counted.at(-2)).toBe(listed);
    const { total, verdicts, kinds, causes, steps } = year?.body ?? {};
    expect([total, sum(verdicts), sum(kinds), sum(causes)]).toEqual([listed, listed, listed, listed]);
    const decide = steps.find(({ step }: { step: string }) => step === "decide");
    expect(decide.known + decide.waiting + decide.unknown).toBe(listed);
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

test("an outside reviewer reads the case and nothing else of the clinic", async () => {
  const as = { token: token("granted reviewer") };
  for (const name of ["users", "browsers", "notice_shown", "system_accounts"]) {
    const { body } = await ask(server, `GET /api/collections/${name}/records`, as);
    expect(body.items.every(({ id }: { id: string }) => id === idOf("granted reviewer"))).toBe(true);
  }
  for (const path of ["breach-register", "ledger.jsonl", `events?user=${idOf("staff")}`]) {
    expect((await ask(server, `GET /api/chaperone/${path}`, as)).status).toBe(403);
  }
  const { body } = await ask(server, "GET /api/chaperone/events?limit=200", as);
  expect(body.rows.every(({ user }: { user: string }) => user === idOf("granted reviewer"))).toBe(true);
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
  if (query.includes("confidential=true")) expect(status === 200 ? body.items : []).toEqual([]);
});
