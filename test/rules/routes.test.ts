import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualRules } from "#domain/clinic/mail-rules";
import { type Actor, actors, type Cast, castOf } from "./actors.ts";
import { asked } from "./unhurried.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

/** What an actor is answered: the right status for those who may, and for each kind of those who may not. */
type Allowed = readonly Actor[];
interface Route {
  readonly route: string;
  readonly body?: unknown;
  readonly may: Allowed;
  /** Status for those who may; 200 if it is not said. */
  readonly status?: number;
}

const everybody: Allowed = actors;
const paired: Allowed = ["my browser", "another's browser", "a desk"];
const people: Allowed = ["staff", "manager", "dpo", "auditor"];
const managers: Allowed = ["manager", "dpo"];
const nobody: Allowed = [];
const dead: Allowed = ["a revoked browser", "a deactivated person", "an expired auditor", "a forged token"];
const superusers: Allowed = ["the superuser in a window", "the superuser outside it"];

const code = { action: "browsers.code", data: { holder: "desk", device: "clinic", name: "Desk" } };
const batch = { sentAt: new Date().toISOString(), events: [] };

/** What fits acts on rows that there are not. */
const onNothing: Readonly<Record<string, object>> = {
  "policy_versions.withdraw": { reason: "X" },
  "policy_claims.settle": { state: "says", rule: "" },
};

/** An act on a review that there is not: who may do it is told so. */
function onReview(act: string, data: object): Route[] {
  const body = { action: `reviews.${act}`, id: "a".repeat(15), version: 1, data };
  return [{ route: "POST /api/chaperone/act", body, may: ["manager", "dpo"], status: 404 }];
}

const team: Allowed = ["staff", "manager", "dpo"];
/** An act that makes a row, without what it needs. */
const newRow = (action: string, may: Allowed): Route => ({
  route: "POST /api/chaperone/act",
  body: { action, data: {} },
  may,
  status: 400,
});
/** An act on a row that there is not. */
const onRow = (action: string, data: object): Route => ({
  route: "POST /api/chaperone/act",
  body: { action, id: "a".repeat(15), version: 1, data },
  may: managers,
  status: 404,
});

/** Each route and who may use it: this table is the specification. */
const routes: readonly Route[] = [
  { route: "GET /api/chaperone/state", may: everybody },
  { route: "POST /api/chaperone/enrol/start", body: {}, may: everybody, status: 400 },
  { route: "POST /api/chaperone/setup", body: {}, may: everybody, status: 400 },
  { route: "POST /api/chaperone/enrol", body: {}, may: everybody, status: 400 },
  { route: "POST /api/chaperone/sign-in", body: {}, may: everybody, status: 400 },
  { route: "POST /api/chaperone/pair", body: {}, may: everybody, status: 400 },
  { route: "GET /api/chaperone/policy", may: paired },
  { route: "POST /api/chaperone/events", body: batch, may: paired },
  { route: "GET /api/chaperone/events", may: people },
  { route: "GET /api/chaperone/mail", may: people },
  { route: "GET /api/chaperone/readers", may: people },
  { route: "GET /api/chaperone/own-record", may: people },
  { route: "GET /api/chaperone/request-portable?id=none", may: managers, status: 404 },
  { route: "GET /api/chaperone/today", may: people },
  { route: "GET /api/chaperone/frame", may: people },
  { route: "GET /api/chaperone/frame?day=1", may: people },
  { route: "GET /api/chaperone/day", may: people },
  { route: "GET /api/chaperone/trends?weeks=8", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/year", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/offices?day=2026-11-20", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/whole", may: ["dpo"] },
  { route: "POST /api/chaperone/whole", body: { text: "what I kept" }, may: ["dpo"] },
  { route: "GET /api/chaperone/policy-map", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/held-about-patients", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/retention", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/retention-record?id=none", may: ["manager", "dpo", "auditor"], status: 400 },
  { route: "GET /api/chaperone/retention-own", may: ["manager", "dpo", "auditor"] },
  { route: "POST /api/chaperone/retention-list", body: {}, may: managers, status: 400 },
  { route: "POST /api/chaperone/report", body: {}, may: [...people, ...paired], status: 400 },
  { route: "POST /api/chaperone/recipient", body: {}, may: [...people, ...paired], status: 400 },
  { route: "GET /api/chaperone/recipient?id=none", may: people, status: 404 },
  { route: "GET /api/chaperone/reporter?id=none", may: people, status: 404 },
  { route: "GET /api/chaperone/my-reports", may: people },
  { route: "GET /api/chaperone/my-work", may: people },
  { route: "GET /api/chaperone/desk", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/colleagues", may: [...people, ...paired] },
  { route: "GET /api/chaperone/breach-report?id=none", may: people, status: 404 },
  { route: "GET /api/chaperone/breach-changes?id=none", may: people, status: 404 },
  { route: "GET /api/chaperone/breach-draft?id=none", may: people, status: 404 },
  { route: "GET /api/chaperone/breach-register", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/candour-year", may: ["manager", "dpo", "auditor"], status: 400 },
  {
    route: "POST /api/chaperone/evidence-pack",
    body: { from: "2026-01-01", to: "2026-12-31", confidential: false },
    may: ["dpo"],
  },
  { route: "GET /api/chaperone/incident-schema", may: [...people, "nobody"] },
  { route: "POST /api/chaperone/breach-evidence", body: { id: "none" }, may: people, status: 404 },
  { route: "POST /api/chaperone/breach-file", body: { id: "none" }, may: people, status: 400 },
  { route: "GET /api/chaperone/smtp", may: ["dpo"] },
  { route: "POST /api/chaperone/smtp", body: {}, may: ["dpo"], status: 400 },
  { route: "POST /api/chaperone/smtp/test", body: {}, may: ["dpo"], status: 400 },
  {
    route: "POST /api/chaperone/act",
    body: { action: "breaches.told", data: {} },
    may: ["manager", "dpo"],
    status: 400,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "breaches.close", id: "a".repeat(15), version: 1, data: {} },
    may: people,
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "actions.verify", id: "a".repeat(15), version: 1, data: {} },
    may: managers,
    status: 404,
  },
  ...["look", "ask", "use"].map(
    (what): Route => ({ route: `POST /api/chaperone/exception-${what}`, body: {}, may: paired, status: 400 }),
  ),
  ...["", "&format=csv", "&limit=1"].map(
    (more): Route => ({ route: `GET /api/chaperone/list?of=exceptions${more}`, may: people }),
  ),
  ...["approve", "refuse", "takeBack"].map(
    (what): Route => ({
      ...onRow(`mail_exceptions.${what}`, what === "approve" ? {} : { answer: "" }),
      may: team,
    }),
  ),
  newRow("objections.make", people),
  onRow("objections.answer", { agrees: "yes", answer: "X." }),
  newRow("courses.add", managers),
  newRow("requirements.add", managers),
  newRow("completions.add", managers),
  newRow("completions.correct", managers),
  newRow("staff_periods.add", managers),
  newRow("completions.take", team),
  newRow("training_targets.set", ["dpo"]),
  newRow("completions.acknowledge", team),
  newRow("completions.giveOn", managers),
  newRow("given_lessons.add", managers),
  onRow("given_lessons.takeBack", { reason: "X." }),
  onRow("courses.change", { name: "X", about: "", ofBreaches: false }),
  onRow("courses.version", { from: "2026-01-01", oldUntil: "", content: "none", note: "" }),
  onRow("courses.retire", { until: "2026-01-01" }),
  onRow("requirements.end", { until: "2026-01-01", reason: "X." }),
  onRow("staff_periods.change", { from: "", until: "", cancelled: false }),
  onRow("imports.undo", { reason: "X." }),
  { route: "GET /api/chaperone/training", may: people },
  { route: "GET /api/chaperone/list?of=given-lessons", may: people },
  { route: "GET /api/chaperone/lesson?course=courseconfident", may: people },
  { route: "POST /api/chaperone/training-file", body: {}, may: managers, status: 400 },
  { route: "POST /api/chaperone/import", body: {}, may: managers, status: 400 },
  { route: "GET /api/chaperone/cctv", may: ["manager", "dpo", "auditor"] },
  { route: "POST /api/chaperone/register-file", body: { id: "none" }, may: managers, status: 404 },
  { route: "POST /api/chaperone/camera-picture", body: { id: "none" }, may: managers, status: 400 },
  ...[
    "holds",
    "disclosures",
    "projects",
    "project-checks",
    "cameras",
    "camera-checks",
    "footage-viewings",
  ].flatMap((of): Route[] =>
    ["", "&format=csv", "&limit=1"].map((more) => ({
      route: `GET /api/chaperone/list?of=${of}${more}`,
      may: ["manager", "dpo", "auditor"],
    })),
  ),
  ...["", "&format=csv", "&limit=1"].map(
    (more): Route => ({ route: `GET /api/chaperone/list?of=requests${more}`, may: people }),
  ),
  { route: "GET /api/chaperone/request?id=none", may: people, status: 404 },
  { route: "GET /api/chaperone/request-name?id=none", may: team, status: 404 },
  { route: "GET /api/chaperone/request-looks?id=none", may: managers, status: 404 },
  { route: "POST /api/crons/request-names", body: {}, may: nobody },
  ...["", "&format=csv", "&limit=1"].map(
    (more): Route => ({ route: `GET /api/chaperone/list?of=sent-requests${more}`, may: managers }),
  ),
  { route: "GET /api/chaperone/sent-request?id=none", may: managers, status: 404 },
  // Asked by the process in front alone: for everybody else there is no such route, whoever signs in.
  { route: "POST /api/chaperone/rules-rehearsal", body: { rules: usualRules }, may: ["dpo"] },
  { route: "POST /api/chaperone/events-together", body: { calls: [] }, may: everybody, status: 404 },
  { route: "GET /api/chaperone/public-form", may: everybody, status: 404 },
  { route: "POST /api/chaperone/public-form", body: { kind: "access" }, may: everybody, status: 404 },
  { route: "POST /api/crons/sent-requests", body: {}, may: nobody },
  onRow("sent_requests.refuse", { why: "spam", reason: "X" }),
  newRow("sent_requests.refuseSpam", managers),
  newRow("requests.take", team),
  onRow("requests.approve", {}),
  ...["releases", "release-asks", "consents", "shares"].flatMap((of): Route[] =>
    ["", "&format=csv", "&limit=1"].map((more) => ({
      route: `GET /api/chaperone/list?of=${of}${more}`,
      may: ["manager", "dpo", "auditor"],
    })),
  ),
  {
    route: "POST /api/chaperone/release-answer",
    body: { reference: "1" },
    may: ["staff", "manager", "dpo"],
  },
  {
    route: "POST /api/chaperone/record-decisions",
    body: { recordRef: "1", system: "cliniko:harbour.uk2" },
    may: ["staff", "manager", "dpo", "auditor"],
  },
  { route: "POST /api/chaperone/consents-fhir", body: {}, may: ["manager", "dpo", "auditor"] },
  { route: "POST /api/chaperone/log", body: { query: "record=1" }, may: people },
  { route: "POST /api/chaperone/suppressed", body: { addresses: [`k1:${"a".repeat(64)}`] }, may: managers },
  newRow("consents.decide", team),
  newRow("suppressions.add", managers),
  {
    route: "POST /api/chaperone/act",
    body: { action: "consents.turn", id: "a".repeat(15), version: 1, data: { how: "phone" } },
    may: team,
    status: 404,
  },
  { route: "POST /api/chaperone/record-call", body: {}, may: paired, status: 400 },
  { route: "POST /api/chaperone/record-told", body: {}, may: paired, status: 400 },
  {
    route: "POST /api/chaperone/record-banner",
    body: { reference: "1", system: "cliniko:harbour.uk2" },
    may: paired,
  },
  { route: "POST /api/crons/release-names", body: {}, may: nobody },
  newRow("releases.add", team),
  newRow("shares.record", team),
  {
    route: "POST /api/chaperone/act",
    body: {
      action: "shares.decide",
      id: "a".repeat(15),
      version: 1,
      data: { decision: "refused", reason: "X" },
    },
    may: ["dpo"],
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "releases.revoke", id: "a".repeat(15), version: 1, data: { how: "phone" } },
    may: team,
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "release_asks.lift", id: "a".repeat(15), version: 1, data: {} },
    may: ["dpo"],
    status: 404,
  },
  { route: "GET /api/chaperone/list?of=users", may: ["manager", "dpo", "auditor"], status: 400 },
  {
    route: "POST /api/chaperone/act",
    body: { action: "cctv_reviews.sign", id: "a".repeat(15), version: 1, data: {} },
    may: ["dpo"],
    status: 404,
  },
  ...[
    "holds.place",
    "disclosures.add",
    "projects.begin",
    "cameras.add",
    "cameras.hold",
    "camera_checks.add",
  ].map(
    (action): Route => ({
      route: "POST /api/chaperone/act",
      body: { action, data: {} },
      may: managers,
      status: 400,
    }),
  ),
  { route: "GET /api/chaperone/audits", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/audits?format=csv", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/samples", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/samples/again?week=2019-12-30", may: ["dpo"], status: 404 },
  { route: "POST /api/crons/weekly-sample", body: {}, may: nobody },
  {
    route: "POST /api/chaperone/act",
    body: { action: "audits.plan", data: {} },
    may: managers,
    status: 400,
  },
  {
    route: "POST /api/chaperone/act",
    body: {
      action: "sample_items.judge",
      id: "a".repeat(15),
      version: 1,
      data: { result: "in-order", note: "" },
    },
    may: managers,
    status: 404,
  },
  { route: "GET /api/chaperone/suppliers", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/suppliers?format=csv", may: ["manager", "dpo", "auditor"] },
  {
    route: "POST /api/chaperone/act",
    body: { action: "suppliers.add", data: {} },
    may: managers,
    status: 400,
  },
  {
    route: "POST /api/chaperone/act",
    body: {
      action: "suppliers.end",
      id: "a".repeat(15),
      version: 1,
      data: { endedOn: "2026-01-05", leftData: "deleted", reason: "X" },
    },
    may: managers,
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "policy_versions.add", data: {} },
    may: managers,
    status: 400,
  },
  ...["policy_versions.withdraw", "policy_claims.settle"].map((action) => ({
    route: "POST /api/chaperone/act",
    body: { action, id: "a".repeat(15), version: 1, data: onNothing[action] },
    may: managers,
    status: 404,
  })),
  { route: "GET /api/chaperone/review", may: ["manager", "dpo", "auditor"] },
  { route: "GET /api/chaperone/review-minutes?id=none", may: ["manager", "dpo", "auditor"], status: 404 },
  ...[
    ...["browser-lessons?user=none", "browser-lesson?course=courseconfident", "browser-lesson-picture"],
    ...["browser-document?course=none", "browser-document-file"],
  ].map((route): Route => ({ route: `GET /api/chaperone/${route}`, may: paired, status: 400 })),
  { route: "POST /api/chaperone/browser-lesson", body: {}, may: paired, status: 400 },
  { route: "POST /api/chaperone/browser-document", body: {}, may: paired, status: 400 },
  { route: "POST /api/chaperone/message-read", body: {}, may: paired, status: 400 },
  {
    route: "POST /api/chaperone/act",
    body: { action: "reviews.prepare", data: { week: "2026-01-05" } },
    may: managers,
    status: 400,
  },
  ...onReview("hold", { chair: "a".repeat(15), attendance: [{ user: "a".repeat(15), how: "here" }] }),
  ...onReview("decide", { item: "a".repeat(15), seen: 1, decision: "note" }),
  ...onReview("include", { incident: "a".repeat(15) }),
  ...onReview("tell", { text: "X" }),
  ...onReview("sign", { code: "000000", items: [], message: "none" }),
  ...onReview("addendum", { text: "X" }),
  {
    route: "POST /api/chaperone/act",
    body: { action: "reviews.missed", data: { weeks: ["2026-01-05"], reason: "X" } },
    may: managers,
    status: 400,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "messages.read", data: {} },
    may: ["staff", "manager", "dpo"],
    status: 400,
  },
  { route: "POST /api/crons/register-reminders", body: {}, may: nobody },
  { route: "POST /api/chaperone/ask-at-once", body: {}, may: nobody },
  { route: "GET /api/chaperone/reference-key", may: managers },
  { route: "GET /api/chaperone/exact-list", may: ["dpo"] },
  { route: "POST /api/chaperone/exact-list", body: {}, may: ["dpo"], status: 400 },
  { route: "GET /api/chaperone/browser-exact-list", may: paired, status: 404 },
  { route: "GET /api/chaperone/ledger.jsonl", may: ["dpo"] },
  { route: "POST /api/chaperone/notice-shown", body: { notice: 1 }, may: ["staff", "manager", "dpo"] },
  { route: "POST /api/chaperone/act", body: code, may: managers },
  {
    route: "POST /api/chaperone/act",
    body: { action: "clinic.change", id: "a".repeat(15), version: 1, data: { name: "X" } },
    may: ["dpo"],
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "events.erase", data: { seq: 999_999, ground: "A ground" } },
    may: ["dpo"],
    status: 400,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "events.confirm", id: "a".repeat(15), version: 1, data: {} },
    may: ["staff", "manager", "dpo"],
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "events.keep", id: "a".repeat(15), version: 1, data: { reason: "No." } },
    may: ["staff", "manager", "dpo"],
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "clinic.confirmTime", data: { after: 1, shown: "2026-11-29T10:00:00.000Z" } },
    may: ["dpo"],
    status: 400,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "notices.record", data: {} },
    may: ["dpo"],
    status: 400,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "browsers.allowOwnDevice", id: "a".repeat(15), version: 1, data: { reason: "X" } },
    may: ["dpo"],
    status: 404,
  },
  {
    route: "POST /api/chaperone/act",
    body: { action: "browsers.settleMismatch", id: "a".repeat(15), version: 1, data: { reason: "X" } },
    may: ["dpo"],
    status: 404,
  },
  {
    route: "POST /api/realtime",
    body: { clientId: "none", subscriptions: ["ledger"] },
    may: ["nobody", ...people],
    status: 404,
  },
  { route: "GET /api/collections", may: ["the superuser in a window"] },
  { route: "GET /api/collections/meta/scaffolds", may: ["the superuser in a window"] },
  { route: "GET /api/collections/clinic/records?filter=(@collection.events.seq>0)", may: nobody },
  { route: "GET /api/collections/events/records", may: nobody },
  { route: "GET /api/collections/pbc_1687431684/records", may: nobody },
  { route: "GET /api/collections/EVENTS/records", may: nobody },
  { route: "GET /api/settings", may: ["the superuser in a window"] },
  { route: "PATCH /api/settings", body: { meta: { appName: "X" } }, may: nobody },
  { route: "POST /api/sql", body: { query: "SELECT 1" }, may: nobody },
  { route: "POST /api/collections", body: { name: "x", type: "base" }, may: nobody },
  { route: "PATCH /api/collections/users", body: { listRule: "" }, may: nobody },
  { route: "DELETE /api/collections/events", may: nobody },
  { route: "DELETE /api/collections/events/truncate", may: nobody },
  { route: "PUT /api/collections/import", body: { collections: [] }, may: nobody },
  { route: "GET /api/backups", may: nobody },
  { route: "POST /api/backups", body: { name: "x.zip" }, may: nobody },
  { route: "POST /api/backups/x.zip/restore", body: {}, may: nobody },
  { route: "GET /api/logs", may: nobody },
  { route: "DELETE /api/logs", may: nobody },
  { route: "GET /api/crons", may: nobody },
  { route: "POST /api/crons/ledger-daily", body: {}, may: nobody },
  { route: "POST /api/batch", body: { requests: [] }, may: nobody },
  { route: "POST /api/collections/users/auth-refresh", body: {}, may: nobody },
  { route: "POST /api/collections/browsers/auth-refresh", body: {}, may: nobody },
  { route: "POST /api/collections/_superusers/auth-refresh", body: {}, may: nobody },
  {
    route: "POST /api/collections/users/auth-with-password",
    body: { identity: "tom@harbour.example", password: "four herons at low tide" },
    may: nobody,
  },
  {
    route: "POST /api/collections/browsers/auth-with-password",
    body: { identity: "x", password: "x" },
    may: nobody,
  },
  { route: "GET /api/nope", may: nobody },
  { route: "GET /api/chaperone/nope", may: nobody },
];

describe.each(
  routes.map((one) => [one.body ? `${one.route} ${JSON.stringify(one.body)}` : one.route, one] as const),
)("%s", (_, { route, body, may, status: right = 200 }) => {
  test.each([...actors])("%s", async (actor) => {
    const { status } = await asked(cast.server, route, { body, token: cast.token(actor) });
    if (may.includes(actor)) expect(status).toBe(right);
    else if (dead.includes(actor)) expect(status).toBe(401);
    else if (superusers.includes(actor)) expect(status).toBe(403);
    else if (actor === "nobody") expect([400, 401, 403, 404]).toContain(status);
    else expect([400, 401, 403, 404]).toContain(status);
  });
});

/** A live connection with what it subscribes to; answers the status of the subscription. */
async function subscribe(actor: Actor, topic: string): Promise<number> {
  const aborted = new AbortController();
  const stream = await fetch(`${cast.server.url}/api/realtime`, { signal: aborted.signal });
  const hello = new TextDecoder().decode((await stream.body?.getReader().read())?.value);
  const clientId = /"clientId":"([^"]+)"/.exec(hello)?.[1];
  const body = { clientId, subscriptions: [topic] };
  const { status } = await asked(cast.server, "POST /api/realtime", { token: cast.token(actor), body });
  aborted.abort();
  return status;
}

describe("the ledger's topic", () => {
  test.each([...actors])("%s", async (actor) => {
    const may: Allowed = ["manager", "dpo", "auditor"];
    const status = await subscribe(actor, "ledger");
    if (may.includes(actor)) expect(status).toBe(204);
    else expect([401, 403]).toContain(status);
  });
});
