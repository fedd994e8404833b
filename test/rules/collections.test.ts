import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "../server/people/clinic.ts";
import { rowsIn } from "../server/people/database.ts";
import { type Actor, actors, type Cast, castOf, idsIn } from "./actors.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

type Sees = "all" | "own" | "none";
type Reader = "staff" | "manager" | "dpo" | "auditor" | "the superuser in a window";

/** Read through `GET /cctv` and `GET /list` alone. */
const cctvTables = [
  "camera_systems",
  "cameras",
  "camera_viewers",
  "camera_checks",
  "footage_exports",
  "footage_viewings",
  "engineer_checks",
  "cctv_checks",
  "cctv_reviews",
];

/** Who sees which rows: this table is the specification, the migrations must agree with it. Nobody else sees any. */
const sees: Record<string, Record<Reader, Sees>> = {
  users: { staff: "own", manager: "all", dpo: "all", auditor: "all", "the superuser in a window": "all" },
  browsers: { staff: "own", manager: "all", dpo: "all", auditor: "all", "the superuser in a window": "all" },
  clinic: { staff: "all", manager: "all", dpo: "all", auditor: "all", "the superuser in a window": "all" },
  notices: { staff: "all", manager: "all", dpo: "all", auditor: "all", "the superuser in a window": "all" },
  notice_shown: {
    staff: "own",
    manager: "all",
    dpo: "all",
    auditor: "all",
    "the superuser in a window": "all",
  },
  system_accounts: {
    staff: "none",
    manager: "all",
    dpo: "all",
    auditor: "all",
    "the superuser in a window": "all",
  },
  ...ofCases(),
  actions: ownOr("all"),
  reminders: ownOr("own"),
  training_entries: ownOr("all"),
  completions: ownOr("all"),
  staff_periods: ownOr("all"),
  ...Object.fromEntries(
    ["courses", "course_versions", "requirements"].map((name) => [
      name,
      { ...ownOr("all"), staff: "all" as const },
    ]),
  ),
  training_targets: { ...ownOr("all"), staff: "none" },
  imports: { ...ownOr("all"), staff: "none" },
  ...Object.fromEntries(
    [
      "reviews",
      "review_items",
      "review_addenda",
      "suppliers",
      "supplier_checks",
      "audits",
      "audit_rounds",
      "audit_lines",
      "audit_files",
      "supplier_files",
    ].map((name) => [name, { ...ownOr("all"), staff: "none" as const }]),
  ),
  learning_messages: { ...ownOr("all"), staff: "all" },
  message_reads: ownOr("all"),
  policy_versions: closed("all"),
  policy_sentences: closed("all"),
  policy_claims: closed("all"),
  policy_checks: closed("all"),
  calendar_links: ownOr("own"),
  mail_programs: ownOr("all"),
  invitations: closed("all"),
  pairing_codes: closed("all"),
  sign_in_failures: closed("all"),
  erasures: closed("all"),
  // Read through `GET /list` alone, which hides what follows a confidential case (given-lessons.test.ts).
  given_lessons: closed("all"),
  retention_rows: closed("all"),
  retention_lists: closed("all"),
  retention_lines: closed("all"),
  // Read through `GET /list` alone, which tells an incident to whoever may read it (lists.test.ts).
  holds: closed("all"),
  disclosures: closed("all"),
  projects: closed("all"),
  project_checks: closed("all"),
  requests: closed("all"),
  request_steps: closed("all"),
  request_names: closed("all"),
  sent_requests: closed("all"),
  releases: closed("all"),
  shares: closed("all"),
  release_files: { ...ownOr("all"), staff: "none", auditor: "none" },
  release_asks: closed("all"),
  consents: closed("all"),
  consent_steps: closed("all"),
  suppressions: closed("all"),
  mail_exceptions: closed("all"),
  objections: closed("all"),
  samples: closed("all"),
  sample_items: closed("all"),
  camera_pictures: { ...ownOr("all"), staff: "none" },
  ...Object.fromEntries(cctvTables.map((name) => [name, closed("all")])),
  events: closed("none"),
  checkpoints: closed("none"),
  _superusers: closed("all"),
};

/** What belongs to an incident that is not confidential; incidents.test.ts looks at those that are. */
function ofCases(): Record<string, Record<Reader, Sees>> {
  const names = ["entries", "evidence", "people", "accounts", "reports"].map((name) => `breach_${name}`);
  const all = { ...ownOr("all"), staff: "none" as const };
  return Object.fromEntries(["breaches", "case_grants", "conflicts", ...names].map((name) => [name, all]));
}

function ownOr(reviewer: Sees): Record<Reader, Sees> {
  return {
    staff: "own",
    manager: reviewer,
    dpo: reviewer,
    auditor: reviewer,
    "the superuser in a window": "all",
  };
}

function closed(superuser: Sees): Record<Reader, Sees> {
  return {
    staff: "none",
    manager: "none",
    dpo: "none",
    auditor: "none",
    "the superuser in a window": superuser,
  };
}

/** What a write would try; every one must be refused, whoever sends it. */
const bodies: Record<string, object> = {
  users: { name: "X", role: "dpo", active: true, password: "herons herons herons", email: "x@x.example" },
  browsers: { name: "X", holder: "desk", device: "clinic", revoked: false, password: "herons herons herons" },
  clinic: { name: "X", sites: [] },
  notices: { number: 9, text: "X" },
  notice_shown: { notice: 1, user: "a".repeat(15), at: "2026-01-01 00:00:00.000Z" },
  system_accounts: { system: "cliniko:x", account: `k1:${"b".repeat(64)}` },
  breaches: { number: 9, state: "closed", confidential: false },
  breach_entries: { breach: "a".repeat(15), seq: 9, kind: "entry", text: "X" },
  breach_evidence: { breach: "a".repeat(15), sha256: "x" },
  breach_people: { breach: "a".repeat(15), recordRef: "9", system: "cliniko:x" },
  breach_accounts: { breach: "a".repeat(15), system: "mail" },
  breach_reports: { breach: "a".repeat(15), number: 9, snapshot: "{}", hash: "x" },
  case_grants: { breach: "a".repeat(15), until: "2099-01-01 00:00:00.000Z" },
  conflicts: { breach: "a".repeat(15), reason: "X" },
  actions: { register: "breaches", text: "X", doneAt: "2026-01-01 00:00:00.000Z" },
  reminders: { kind: "x", subject: "x", due: "2026-01-01 00:00:00.000Z", mail: "none" },
  training_entries: { completedOn: "2026-01-01" },
  courses: { name: "X", version: 9 },
  course_versions: { course: "a".repeat(15), number: 9, content: "none" },
  requirements: { course: "a".repeat(15), whom: "everyone", months: 1 },
  completions: { course: "a".repeat(15), completedOn: "2026-01-01", evidence: "stated" },
  staff_periods: { kind: "leave", from: "2026-01-01" },
  given_lessons: { user: "a".repeat(15), course: "a".repeat(15), reason: "X", due: "2026-01-01" },
  training_targets: { profile: "none", percent: 1 },
  imports: { register: "completions", dates: "iso", hash: "x" },
  reviews: { number: 9, weekOf: "2026-01-05", state: "signed", minutes: "{}" },
  review_items: { review: "a".repeat(15), key: "mail", title: "X", decision: "note" },
  review_addenda: { review: "a".repeat(15), text: "X" },
  learning_messages: { review: "a".repeat(15), text: "X", at: "2026-01-01 00:00:00.000Z" },
  message_reads: { message: "a".repeat(15), at: "2026-01-01 00:00:00.000Z" },
  suppliers: { name: "X", kind: "it", role: "controller", state: "ended" },
  supplier_checks: { supplier: "a".repeat(15), checkedOn: "2026-01-01", nextCheck: "2027-01-01" },
  audits: { template: "own", title: "X", every: 1, state: "retired" },
  audit_rounds: { audit: "a".repeat(15), number: 9, state: "closed" },
  audit_lines: { round: "a".repeat(15), text: "X", answer: "ok" },
  audit_files: { subject: "a".repeat(15), what: "other", sha256: "x", mime: "image/png" },
  supplier_files: { subject: "a".repeat(15), what: "other", sha256: "x", mime: "image/png" },
  samples: { weekOf: "2026-01-05", headHash: "x", population: 1 },
  sample_items: { sample: "a".repeat(15), event: 1, result: "in-order" },
  policy_versions: { number: 9, title: "X", state: "in-force", format: "text", lines: 1 },
  policy_sentences: { policy: "a".repeat(15), place: 9, kind: "sentence", text: "X" },
  policy_claims: { hash: "x", state: "says" },
  policy_checks: { claim: "a".repeat(15), checkedOn: "2026-01-01", kept: "yes" },
  mail_programs: { user: "a".repeat(15), kinds: "outlook", at: "2026-01-01 00:00:00.000Z" },
  calendar_links: { user: "a".repeat(15), tokenHash: "x", salt: "x", at: "2026-01-01 00:00:00.000Z" },
  invitations: { kind: "invite", tokenHash: "x", salt: "x", expires: "2099-01-01 00:00:00.000Z" },
  pairing_codes: { codeHash: "x", salt: "x", holder: "desk", device: "clinic", name: "X" },
  sign_in_failures: { counted: "x", at: 1 },
  erasures: { event: 1, ground: "X", askedBy: "a".repeat(15), state: "done" },
  retention_rows: { system: "cliniko:harbour.uk2", recordRef: "1", rowClass: "adult", state: "done" },
  retention_lists: { system: "cliniko:harbour.uk2", schedule: "x", state: "in", by: "a".repeat(15) },
  retention_lines: { line: "england-dental", years: 1, by: "a".repeat(15) },
  holds: { register: "papers", what: "X", purpose: "legal", causeKind: "own", releasedAt: "2026-01-01" },
  shares: { answers: "{}", rule: "x", verdict: "ask", state: "asked", asked: "X" },
  releases: { system: "cliniko:harbour.uk2", recordRef: "1", relation: "son", scopes: "bills" },
  consents: { system: "cliniko:harbour.uk2", recordRef: "1", purpose: "research", decision: "yes" },
  consent_steps: { consent: "a".repeat(15), decision: "yes" },
  suppressions: { address: "x", how: "phone" },
  mail_exceptions: { document: "k1:x", recipient: "k1:x", reason: "other", words: "X", state: "approved" },
  objections: { what: "object", words: "X", by: "a".repeat(15), limitOn: "2026-01-01", state: "asked" },
  release_files: { subject: "a".repeat(15), what: "other", sha256: "x", mime: "image/png" },
  release_asks: { user: "a".repeat(15), day: "2026-01-01", recordRef: "1" },
  projects: { name: "X", purpose: "audit", who: "X", endedAt: "2026-01-01 00:00:00.000Z" },
  project_checks: { project: "a".repeat(15), hash: "x", leavesAs: "anonymous" },
  disclosures: { receiver: "police", form: "form", given: "X", outcome: "given" },
  requests: { number: 9, kind: "access", requester: "patient", state: "answered" },
  request_steps: { request: "a".repeat(15), position: 9, kind: "handOver", data: {} },
  request_names: { request: "a".repeat(15), name: "X" },
  sent_requests: { kind: "access", whom: "patient", way: "post", state: "accepted" },
  camera_pictures: { camera: "a".repeat(15), kind: "sign", sha256: "x", mime: "image/png" },
  ...Object.fromEntries(
    cctvTables.map((name) => [name, { name: "X", reason: "X", day: "2026-01-01", days: 400 }]),
  ),
  events: { seq: 1, kind: "record.view" },
  checkpoints: { seq: 1, hash: "x" },
  _superusers: { email: "y@x.example", password: "herons herons herons" },
};

/** The two registers that the superuser may mend in a window; each such write is an event. */
const mended = ["clinic", "system_accounts"];

const reads = (collection: string, actor: Actor): Sees => sees[collection]?.[actor as Reader] ?? "none";

function ownRows(collection: string, actor: Actor): string[] {
  const id = cast.id(actor);
  const owner: Record<string, string> = {
    users: "id",
    browsers: "user",
    notice_shown: "user",
    actions: "owner",
    reminders: '"to"',
    training_entries: "user",
    completions: "user",
    staff_periods: "user",
    message_reads: "user",
    calendar_links: "user",
    mail_programs: "user",
  };
  const column = owner[collection];
  if (!column) return [];
  return rowsIn(cast.server, `SELECT id FROM ${collection} WHERE ${column} = ? ORDER BY id`, id).map((row) =>
    String(row.id),
  );
}

function visibleTo(collection: string, actor: Actor): string[] {
  const all = idsIn(cast.server, collection);
  const what = reads(collection, actor);
  return what === "all" ? all : what === "own" ? ownRows(collection, actor) : [];
}

test("every collection stands in the table", () => {
  const internal = ["_externalAuths", "_mfas", "_otps", "_authOrigins"];
  const names = rowsIn(cast.server, "SELECT name FROM _collections").map(({ name }) => String(name));
  expect(names.filter((name) => !internal.includes(name)).sort()).toEqual(Object.keys(sees).sort());
});

test.each(Object.keys(sees))("%s has rows of its own and of others", (collection) => {
  expect(idsIn(cast.server, collection).length).toBeGreaterThan(0);
});

describe.each([...actors])("%s", (actor) => {
  describe.each(Object.keys(sees))("%s", (collection) => {
    const records = `/api/collections/${collection}/records`;
    const as = () => ({ token: cast.token(actor) });

    test("list", async () => {
      const wanted = visibleTo(collection, actor);
      const { status, body } = await ask(cast.server, `GET ${records}?perPage=500&sort=id`, as());
      if (wanted.length > 0) {
        expect(status).toBe(200);
        expect(body.items.map(({ id }: { id: string }) => id)).toEqual(wanted);
        expect(JSON.stringify(body)).not.toMatch(/"(?:password|tokenKey)":/);
        if (actor !== "the superuser in a window") {
          expect(JSON.stringify(body)).not.toMatch(
            /totpSecret|totpCounter|recoveryCodes|tokenHash|codeHash|salt/,
          );
        }
      } else if (status === 200) {
        expect(body.items).toEqual([]);
      } else {
        expect([400, 401, 403]).toContain(status);
      }
    });

    test("view, each row that there is", async () => {
      const wanted = visibleTo(collection, actor);
      for (const id of idsIn(cast.server, collection).slice(0, 12)) {
        const { status } = await ask(cast.server, `GET ${records}/${id}`, as());
        if (wanted.includes(id)) expect(status).toBe(200);
        else expect([401, 403, 404]).toContain(status);
      }
    });

    test("create, update and delete change nothing", async () => {
      if (actor === "the superuser in a window" && mended.includes(collection)) return;
      const before = JSON.stringify(rowsIn(cast.server, `SELECT * FROM ${collection}`));
      const body = bodies[collection];
      const answers = [await ask(cast.server, `POST ${records}`, { ...as(), body })];
      for (const id of idsIn(cast.server, collection).slice(0, 8)) {
        answers.push(await ask(cast.server, `PATCH ${records}/${id}`, { ...as(), body }));
        answers.push(await ask(cast.server, `DELETE ${records}/${id}`, as()));
      }
      for (const { status } of answers) expect([400, 401, 403, 404]).toContain(status);
      expect(JSON.stringify(rowsIn(cast.server, `SELECT * FROM ${collection}`))).toBe(before);
    });
  });
});

describe("what staff can't list, they can't learn by asking around it", () => {
  test.each([
    "users/records?filter=(name='ingrid')",
    "users/records?filter=(email~'ingrid')",
    "users/records?filter=(totpSecret~'a')",
    "users/records?sort=totpSecret",
    "clinic/records?expand=lead",
    "browsers/records?filter=(user.name='ingrid')",
    "browsers/records?filter=(user.totpCounter>0)",
    "clinic/records?filter=(lead.totpSecret!='')",
    "clinic/records?filter=(lead.recoveryCodes~'hash')",
    "notices/records?expand=recordedBy",
    "clinic/records?filter=(@collection.events.seq>0)",
    "clinic/records?filter=(@collection.invitations.kind='invite')",
    "clinic/records?filter=(@collection.users.name='ingrid')",
    "clinic/records?filter=(@collection.system_accounts.system~'cliniko')",
  ])("%s", async (query) => {
    const { status, body } = await ask(cast.server, `GET /api/collections/${query}`, {
      token: cast.token("staff"),
    });
    if (status !== 200) return expect([400, 403]).toContain(status);
    const text = JSON.stringify(body);
    expect(text).not.toContain("Priya");
    expect(text).not.toContain("ingrid");
    if (query.includes("filter")) expect(body.items).toEqual([]);
  });
});

test("the superuser's mending is an event", async () => {
  const token = cast.token("the superuser in a window");
  const records = "/api/collections/clinic/records/clinic000000000";
  const { status } = await ask(cast.server, `PATCH ${records}`, {
    token,
    body: { regulator: "Somebody else" },
  });
  expect(status).toBe(200);
  const [event] = rowsIn(cast.server, "SELECT * FROM events ORDER BY seq DESC LIMIT 1");
  expect(event).toMatchObject({ kind: "clinic.update", user: cast.id("the superuser in a window") });
});
