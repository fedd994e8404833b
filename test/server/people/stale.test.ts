import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Action, acts } from "#domain/acts";
import { oneDrawn } from "../registers/audits/drawn.ts";
import {
  camera as cameraFacts,
  exportOf,
  newCamera,
  newFootageHold,
  newNeedReview,
  newSystem,
  newViewer,
} from "../registers/cctv/rows.ts";
import { decisionOf, newDecision } from "../registers/consent/rows.ts";
import { newShare } from "../registers/disclosures/rows.ts";
import { askedException } from "../registers/exceptions/rows.ts";
import { newDisclosure, newHold } from "../registers/holds/rows.ts";
import {
  ago,
  type Cast,
  castOf,
  changeClinic,
  newBreach,
  newIncident,
  onCase,
  soon,
} from "../registers/incidents/cast.ts";
import { putIn } from "../registers/policy-map/made-policy.ts";
import { checkOf, newProject } from "../registers/projects/rows.ts";
import { askedRelease, newRelease } from "../registers/releases/rows.ts";
import { newRequest, onRequest } from "../registers/requests/entries.ts";
import { acceptData, newSent } from "../registers/requests/sent-row.ts";
import { bringList } from "../registers/retention/bring-list.ts";
import { ofHost } from "../registers/suppliers/entries.ts";
import { act, ask, newBrowser, newPerson, type SignedIn } from "./clinic.ts";
import { rowsIn } from "./database.ts";

let cast: Cast;
let breach = "";
let action = "";
let account = "";
let review = "";
let item = "";
let desk = "";
let erasure = "";
let leave = "";
let imported = "";
let lesson = "";
let record = "";
let records = "";
let hold = "";
let cctv = { system: "", camera: "", viewer: "", footage: "", need: "" };
let given = "";
let project = "";
let request: string;
let release = "";
let asking = "";
let share = "";
let decided = "";
let exception: string;
let said = "";
let supplier = "";
let calendar = "";
let audit = "";
let round = "";
let line = "";
let drawn = "";
let policy = "";
let claim = "";
let sent = "";
beforeAll(async () => {
  cast = await castOf();
  const { server, priya, noor } = cast;
  breach = await newBreach(cast);
  const todo = {
    register: "breaches",
    subject: breach,
    text: "Two people check.",
    owner: noor.id,
    due: day(30),
  };
  action = (await act(server, priya.token, "actions.add", todo)).body.id;
  const data = { system: "cliniko:harbour.uk2", account: `k1:${"a".repeat(64)}`, user: noor.id };
  account = (await act(server, priya.token, "system_accounts.map", data)).body.id;
  review = (await act(server, priya.token, "reviews.prepare", {})).body.id;
  item = String(rowsIn(server, "SELECT id FROM review_items WHERE review = ? LIMIT 1", review)[0]?.id);
  const away = { user: noor.id, kind: "leave", from: "2026-01-01", until: "2026-01-31" };
  leave = (await act(server, priya.token, "staff_periods.add", away)).body.id;
  const asked = { user: noor.id, course: "courserecordkee", reason: "A letter went astray.", due: day(7) };
  lesson = (await act(server, priya.token, "given_lessons.add", asked)).body.id;
  const list = {
    register: "completions",
    dates: "iso",
    values: [noor.id, "courserecordkee", "2026-02-01", "Records"],
    rows: "0,1,2,3",
    dryRun: false,
  };
  imported = (await ask(server, "POST /api/chaperone/import", { token: priya.token, body: list })).body.id;
  desk = (await act(server, priya.token, "users.add", { name: "Joss Merriden", practitioner: false })).body
    .id;
  const host = { ...ofHost(priya.id), nextCheck: day(300) };
  supplier = (await act(server, priya.token, "suppliers.add", host)).body.id;
  request = await newRequest(server, priya);
  sent = newSent(server);
  calendar = (await act(server, priya.token, "calendar_links.make", {})).body.id;
  const walk = { template: "shredding", subject: "", every: 6, owner: priya.id, nextOn: day(30) };
  audit = (await act(server, priya.token, "audits.plan", walk)).body.id;
  await act(server, priya.token, "audits.begin", {}, { id: audit, version: 1 });
  const idIn = (table: string) => String(rowsIn(server, `SELECT id FROM ${table} LIMIT 1`)[0]?.id);
  round = idIn("audit_rounds");
  line = idIn("audit_lines");
  drawn = oneDrawn(server);
  const now = new Date().toISOString();
  const arrived = await ask(server, "POST /api/chaperone/events", {
    token: cast.room.token,
    body: {
      sentAt: now,
      events: [
        {
          id: "a".repeat(15),
          n: 1,
          kind: "mail.outcome",
          occurredAt: now,
          trace: "t".repeat(15),
          detail: { v: 1, adapter: "roundcube", outcome: "removed", files: 1, strength: "strong" },
        },
      ],
    },
  });
  const wanted = { seq: arrived.body.results[0].seq, ground: "Recorded on a private device." };
  erasure = (await act(server, priya.token, "events.erase", wanted)).body.id;
  records = await bringList(server, priya.token, [["1805465202989212217", "adult", "2026-01-01"]]);
  record = String(rowsIn(server, "SELECT id FROM retention_rows LIMIT 1")[0]?.id);
  hold = await newHold(server, priya);
  given = await newDisclosure(server, priya);
  project = await newProject(server, priya);
  release = await newRelease(server, priya);
  decided = await newDecision(server, priya);
  const withheld = { what: "withheld", words: "I ask what is withheld." };
  exception = await askedException(server, cast.desk.token, noor.id);
  said = String((await act(server, noor.token, "objections.make", withheld)).body.id);
  share = await newShare(server, noor);
  asking = await askedRelease(server, priya);
  const system = await newSystem(server, priya);
  const camera = await newCamera(server, priya, system);
  cctv = {
    system,
    camera,
    viewer: await newViewer(server, priya, system, noor.id),
    footage: exportOf(server, await newFootageHold(server, priya, camera)),
    need: await newNeedReview(server, priya, system),
  };
  policy = await putIn(server, priya, "Sign-ins are never shared.");
  claim = String(rowsIn(server, "SELECT id FROM policy_claims LIMIT 1")[0]?.id);
});
afterAll(() => cast?.server.stop());

const day = (days: number): string => soon(days * 24).slice(0, 10);
const versionOf = (table: string, id: string): number =>
  Number(rowsIn(cast.server, `SELECT version FROM ${table} WHERE id = ?`, id)[0]?.version);
const events = (): number => Number(rowsIn(cast.server, "SELECT count(*) AS n FROM events")[0]?.n);

type OnRow = { [A in Action]: (typeof acts)[A]["on"] extends "new" ? never : A }[Action];

type Adding = { [A in OnRow]: (typeof acts)[A] extends { readonly adds: true } ? A : never }[OnRow];

/** What an act adds stands beside what others did: it minds no other version. Each says what keeps it from overwriting. */
const adds: Readonly<Record<Adding, string>> = {
  "breaches.entry": "a line of its own",
  "breaches.addendum": "a line of its own",
  "breaches.addPeople": "who is on the list already stays as they are",
  "breaches.person": "who was told stays as they are",
  "breaches.peopleTold": "who was told stays as they are",
  "breaches.account": "the step's time that was seen is compared",
  "breaches.grant": "a row of its own",
  "breaches.open": "rows of their own",
  "breaches.endGrant": "what has ended is refused",
  "breaches.conflict": "a second one is refused",
  "breaches.alone": "a second one is refused",
  "breaches.version": "the text that was read is compared",
  "breaches.sent": "what was sent is refused",
  "reviews.include": "a second one is refused",
  "reviews.addendum": "a row of its own",
  "reviews.decide": "the item's version is compared",
};

type Compared = Exclude<OnRow, Adding>;
interface Way {
  readonly table: string;
  readonly id: () => string;
  readonly data?: object;
}
const sentence = { reason: "It is so." };
const onBreach = (data: object = sentence): Way => ({ table: "breaches", id: () => breach, data });
const onPerson = (data: object = {}): Way => ({ table: "users", id: () => cast.tom.id, data });
const onBrowser = (data: object = {}): Way => ({ table: "browsers", id: () => cast.room.id, data });
const onSupplier = (data: object): Way => ({ table: "suppliers", id: () => supplier, data });
const onCourse = (data: object = {}): Way => ({ table: "courses", id: () => "courserecordkee", data });
const onPolicy = (data: object): Way => ({ table: "policy_versions", id: () => policy, data });
const onRecord = (data: object = sentence): Way => ({ table: "retention_rows", id: () => record, data });
const onReview = (data: object = {}): Way => ({ table: "reviews", id: () => review, data });

/** Each act that compares, with what fits its `data`; the type holds that none is left out. */
const compared: Readonly<Record<Compared, Way>> = {
  "users.invite": {
    table: "users",
    id: () => desk,
    data: { email: "joss@harbour.example", name: "Joss Merriden", role: "staff", practitioner: false },
  },
  "users.change": onPerson({ name: "Thomas" }),
  "users.deactivate": onPerson(),
  "users.activate": onPerson(),
  "users.reenrol": onPerson(),
  "users.endSessions": onPerson(),
  "calendar_links.end": { table: "calendar_links", id: () => calendar },
  "browsers.revoke": onBrowser(),
  "browsers.allowOwnDevice": onBrowser(sentence),
  "browsers.settleMismatch": onBrowser(sentence),
  "browsers.change": onBrowser({ name: "Room 9" }),
  "clinic.change": { table: "clinic", id: () => "clinic000000000", data: { name: "Harbour" } },
  "clinic.adapters": { table: "clinic", id: () => "clinic000000000", data: { put: [], drop: ["own-1"] } },
  "clinic.candourReport": {
    table: "clinic",
    id: () => "clinic000000000",
    data: { year: "2026-03-31", publishedOn: "2026-05-04", toldOn: "2026-05-05" },
  },
  "clinic.exactOn": {
    table: "clinic",
    id: () => "clinic000000000",
    data: {
      decidedOn: "2026-05-04",
      decidedBy: "The partners",
      reference: "DPIA-7",
      reason: "We decided it.",
    },
  },
  "clinic.exactErase": { table: "clinic", id: () => "clinic000000000" },
  "clinic.exactOff": { table: "clinic", id: () => "clinic000000000" },
  "system_accounts.map": {
    table: "system_accounts",
    id: () => account,
    data: { system: "cliniko:harbour.uk2", account: `k1:${"a".repeat(64)}`, user: "a".repeat(15) },
  },
  "system_accounts.unmap": { table: "system_accounts", id: () => account },
  "retention_rows.appraise": onRecord({ found: "Seen once." }),
  "retention_rows.keep": onRecord({ why: "implant", reason: "A hip.", until: "2036-01-01" }),
  "retention_rows.ask": onRecord({ second: "a".repeat(15) }),
  "retention_rows.agree": onRecord({}),
  "retention_rows.decline": onRecord(),
  "retention_rows.done": onRecord({ on: "2026-11-20", how: "By hand.", beside: "" }),
  "retention_rows.hold": onRecord({
    purpose: "legal",
    causeKind: "claim",
    reference: "C-1",
    authoriser: "a".repeat(15),
    reviewOn: day(30),
    why: "A claim.",
  }),
  "retention_lists.undo": { table: "retention_lists", id: () => records, data: sentence },
  "breaches.triage": onBreach({ verdict: "near-miss", ...sentence }),
  "breaches.setTimes": onBreach({ detectedAt: ago(1) }),
  "breaches.describe": onBreach({ title: "A letter" }),
  "breaches.assess": onBreach({ answers: {} }),
  "breaches.advise": onBreach({ advice: "record-only", ...sentence }),
  "breaches.decide": onBreach({ ico: "tell", people: "tell", ...sentence }),
  "breaches.notify": onBreach({ sentAt: ago(1) }),
  "breaches.answer": onBreach({ key: "how_occurred", value: "By hand." }),
  "breaches.letter": onBreach({ happened: "a", consequences: "b", done: "c", advice: "d" }),
  "breaches.contain": onBreach({ at: ago(1), how: "It came back." }),
  "breaches.processor": onBreach({ name: "A letter shop", toldAt: ago(1) }),
  "breaches.cause": onBreach({ cause: "loss" }),
  "breaches.notice": onBreach({ id: "police", done: false }),
  "breaches.care": onBreach({ lines: [], applies: [], reason: "A mail alone." }),
  "breaches.candour": onBreach({
    care: "private",
    resulted: "no",
    harm: "none",
    opinion: "",
    reason: "Nobody harmed.",
  }),
  "breaches.withdraw": onBreach(),
  "breaches.close": onBreach(),
  "breaches.reopen": onBreach(),
  "actions.done": { table: "actions", id: () => action },
  "actions.verify": { table: "actions", id: () => action },
  "actions.cancel": { table: "actions", id: () => action, data: sentence },
  "reviews.prepare": onReview(),
  "reviews.hold": onReview({ chair: "a".repeat(15), attendance: [{ user: "a".repeat(15), how: "here" }] }),
  "reviews.tell": onReview({ text: "Look twice." }),
  "reviews.sign": onReview({ code: "123456", items: [], message: "none" }),
  "policy_versions.lines": onPolicy({
    at: 0,
    lines: [{ kind: "sentence", section: "", lead: "", text: "X" }],
  }),
  "policy_versions.enforce": onPolicy({ inForceFrom: day(0), reviewBy: day(30), reviewer: "a".repeat(15) }),
  "policy_versions.review": onPolicy({ reviewBy: day(30), reviewer: "a".repeat(15), note: "" }),
  "policy_versions.withdraw": onPolicy(sentence),
  "policy_claims.settle": { table: "policy_claims", id: () => claim, data: { state: "says", rule: "" } },
  "policy_claims.checked": {
    table: "policy_claims",
    id: () => claim,
    data: { checkedOn: day(0), kept: true, due: day(30), note: "" },
  },
  "breaches.openToAll": onBreach(),
  "courses.change": onCourse({ name: "Fire", about: "", ofBreaches: false }),
  "courses.version": onCourse({ from: "2026-01-01", oldUntil: "", content: "none", note: "" }),
  "courses.retire": onCourse({ until: "2026-01-01" }),
  "requirements.end": {
    table: "requirements",
    id: () => "requireconfiden",
    data: { until: "2030-01-01", ...sentence },
  },
  "staff_periods.change": {
    table: "staff_periods",
    id: () => leave,
    data: { from: "2026-01-01", until: "", cancelled: false },
  },
  "given_lessons.takeBack": { table: "given_lessons", id: () => lesson, data: sentence },
  "imports.undo": { table: "imports", id: () => imported, data: sentence },
  "camera_systems.change": {
    table: "camera_systems",
    id: () => cctv.system,
    data: { name: "Cameras", site: "Quay", recorder: "Cupboard", responsible: "a".repeat(15), ceiling: 60 },
  },
  "camera_systems.assess": {
    table: "camera_systems",
    id: () => cctv.system,
    data: { day: day(-1), decision: "Go ahead.", nextOn: day(300) },
  },
  "cameras.change": { table: "cameras", id: () => cctv.camera, data: cameraFacts },
  "cameras.retire": { table: "cameras", id: () => cctv.camera, data: { day: day(-1), ...sentence } },
  "camera_viewers.end": { table: "camera_viewers", id: () => cctv.viewer, data: sentence },
  "footage_exports.done": {
    table: "footage_exports",
    id: () => cctv.footage,
    data: { kept: "On the stick" },
  },
  "footage_exports.plays": { table: "footage_exports", id: () => cctv.footage },
  "footage_exports.failed": {
    table: "footage_exports",
    id: () => cctv.footage,
    data: { again: true, ...sentence },
  },
  "cctv_reviews.sign": { table: "cctv_reviews", id: () => cctv.need },
  "holds.review": { table: "holds", id: () => hold, data: { reviewOn: day(9), ...sentence } },
  "holds.endCause": { table: "holds", id: () => hold, data: sentence },
  "holds.release": { table: "holds", id: () => hold, data: sentence },
  "projects.extend": { table: "projects", id: () => project, data: { until: day(300), ...sentence } },
  "projects.end": { table: "projects", id: () => project, data: { fate: "never", ...sentence } },
  "projects.check": { table: "projects", id: () => project, data: checkOf() },
  "shares.decide": { table: "shares", id: () => share, data: { decision: "refused", ...sentence } },
  "releases.revoke": { table: "releases", id: () => release, data: { how: "phone" } },
  "releases.letEnd": { table: "releases", id: () => release, data: { note: "Lets it end." } },
  "consents.decide": {
    table: "consents",
    id: () => decided,
    data: { ...decisionOf("a".repeat(15)), decision: "yes" },
  },
  "mail_exceptions.approve": { table: "mail_exceptions", id: () => exception },
  "mail_exceptions.refuse": { table: "mail_exceptions", id: () => exception, data: { answer: "" } },
  "mail_exceptions.takeBack": { table: "mail_exceptions", id: () => exception, data: { answer: "" } },
  "objections.answer": {
    table: "objections",
    id: () => said,
    data: { agrees: "yes", answer: "There is nothing more." },
  },
  "consents.turn": { table: "consents", id: () => decided, data: { how: "phone" } },
  "release_asks.told": { table: "release_asks", id: () => asking, data: { release: "a".repeat(15) } },
  "release_asks.lift": { table: "release_asks", id: () => asking, data: {} },
  "sent_requests.accept": { table: "sent_requests", id: () => sent, data: acceptData },
  "sent_requests.refuse": { table: "sent_requests", id: () => sent, data: { why: "spam", ...sentence } },
  "disclosures.takeBack": { table: "disclosures", id: () => given, data: sentence },
  "suppliers.change": onSupplier(ofHost("a".repeat(15))),
  "suppliers.terms": onSupplier({ terms: ["a"], termsOn: "2026-01-05" }),
  "suppliers.check": onSupplier({
    checkedOn: "2026-01-05",
    answers: { people: "yes", data: "yes", place: "yes", terms: "yes", breach: "yes" },
    note: "",
    nextCheck: day(300),
  }),
  "suppliers.end": onSupplier({ endedOn: "2026-01-05", leftData: "deleted", ...sentence }),
  "audits.change": {
    table: "audits",
    id: () => audit,
    data: { subject: "", every: 3, owner: "a".repeat(15), nextOn: day(30) },
  },
  "audits.begin": { table: "audits", id: () => audit },
  "audits.retire": { table: "audits", id: () => audit, data: sentence },
  "audit_lines.tick": { table: "audit_lines", id: () => line, data: { answer: "ok", note: "" } },
  "audit_rounds.close": {
    table: "audit_rounds",
    id: () => round,
    data: { conclusion: "All well.", evidence: "", nextOn: day(90) },
  },
  "sample_items.judge": {
    table: "sample_items",
    id: () => drawn,
    data: { result: "in-order", note: "" },
  },
  ...onRequest(() => request),
  "events.confirm": { table: "erasures", id: () => erasure },
  "events.keep": { table: "erasures", id: () => erasure, data: sentence },
};

describe("every act on a row", () => {
  test("either compares the version or adds", () => {
    const onRow = Object.entries(acts).flatMap(([name, { on }]) => (on === "new" ? [] : [name]));
    expect([...Object.keys(compared), ...Object.keys(adds)].sort()).toEqual(onRow.sort());
  });

  test.each(Object.entries(compared))("%s refuses a version that is not the row's", async (name, way) => {
    // The controller decides; all else the lead does.
    const who = name === "breaches.decide" ? cast.ingrid : cast.priya;
    const version = versionOf(way.table, way.id());
    const before = events();
    for (const seen of [version - 1, version + 1]) {
      const { status, body } = await act(cast.server, who.token, name, way.data, {
        id: way.id(),
        version: seen,
      });
      expect({ status, body }).toMatchObject({ status: 409, body: { current: { id: way.id(), version } } });
    }
    expect(versionOf(way.table, way.id())).toBe(version);
    expect(events()).toBe(before);
  });

  test("reviews.decide compares the item", async () => {
    const held = await act(
      cast.server,
      cast.priya.token,
      "reviews.hold",
      { chair: cast.priya.id, attendance: [{ user: cast.priya.id, how: "here" }] },
      { id: review, version: versionOf("reviews", review) },
    );
    expect(held.status).toBe(200);
    const seen = versionOf("review_items", item);
    const decide = (who: SignedIn, decision: string) =>
      act(
        cast.server,
        who.token,
        "reviews.decide",
        { item, seen, decision, reason: "Next week." },
        { id: review, version: versionOf("reviews", review) },
      );
    expect((await decide(cast.noor, "defer")).status).toBe(200);
    const stale = await decide(cast.priya, "refer");
    expect(stale.body).toMatchObject({
      current: { id: item, decision: "defer" },
      changedBy: [{ by: "noor" }],
    });
  });

  test("a step of an account, a telling and an ended access are not recorded a second time over the first", async () => {
    const { server, priya, noor, tom, ruth } = cast;
    const step = { user: tom.id, system: "clinical", step: "informed", seen: "" };
    expect((await onCase(server, noor, "account", breach, step)).status).toBe(200);
    const again = await onCase(server, priya, "account", breach, { ...step, at: ago(1) });
    expect(Object.keys(again.body.data)).toEqual(["data.step"]);

    const people = [{ recordRef: "4711", system: "cliniko:harbour.uk2", toBeTold: true }];
    await onCase(server, noor, "addPeople", breach, { people });
    const person = String(rowsIn(server, "SELECT id FROM breach_people WHERE breach = ?", breach)[0]?.id);
    const told = { person, toldAt: ago(0.1), toldHow: "by letter" };
    expect((await onCase(server, noor, "person", breach, told)).status).toBe(200);
    for (const data of [
      { ...told, toldHow: "in person" },
      { person, toBeTold: false },
    ]) {
      const { body } = await onCase(server, priya, "person", breach, data);
      expect(Object.keys(body.data)).toEqual(["data.person"]);
    }
    const [row] = rowsIn(server, "SELECT toldHow, toBeTold FROM breach_people WHERE id = ?", person);
    expect(row).toEqual({ toldHow: "by letter", toBeTold: 1 });

    const letIn = await onCase(server, priya, "grant", breach, { user: ruth.id, until: soon(), ...sentence });
    const end = () => onCase(server, priya, "endGrant", breach, { grant: letIn.body.id, ...sentence });
    expect([(await end()).status, (await end()).status]).toEqual([200, 400]);
  });
});

describe("a stale answer names who really changed the row", () => {
  const staleOn = async (
    who: SignedIn,
    table: string,
    name: string,
    id: string,
    data: object,
    since: number,
  ) => {
    const { body } = await act(cast.server, who.token, name, data, { id, version: since });
    expect(body.current).toMatchObject({ id, version: versionOf(table, id) });
    return body.changedBy.map(({ by }: { by: string }) => by);
  };

  test("of a confidential case too, whatever they did and whatever was added since", async () => {
    const { server, priya, noor } = cast;
    const id = await newIncident(cast, { confidential: true });
    expect(
      (await onCase(server, priya, "open", id, { users: [noor.id], until: soon(), ...sentence })).status,
    ).toBe(200);
    await onCase(server, noor, "describe", id, { title: "In confidence" });
    const seen = versionOf("breaches", id);
    const words = { happened: "It went.", consequences: "None.", done: "All.", advice: "Be careful." };
    expect((await onCase(server, priya, "letter", id, words)).status).toBe(200);
    const answer = { key: "how_occurred", value: "By hand." };
    expect((await onCase(server, priya, "answer", id, answer)).status).toBe(200);
    // What the manager adds meanwhile changes no version.
    const people = [{ recordRef: "12", system: "cliniko:harbour.uk2", toBeTold: true }];
    expect((await onCase(server, noor, "addPeople", id, { people })).status).toBe(200);
    expect(await staleOn(noor, "breaches", "breaches.cause", id, { cause: "loss" }, seen)).toEqual([
      "Priya Raman",
      "Priya Raman",
    ]);
    expect(rowsIn(server, "SELECT user FROM events WHERE trace = ? AND user <> ''", id)).toEqual([]);
  });

  test("of an open case: who added something is not taken for who changed it", async () => {
    const { server, priya, ingrid, noor } = cast;
    const id = await newIncident(cast);
    const seen = versionOf("breaches", id);
    await onCase(server, noor, "describe", id, { title: "A letter" });
    await onCase(server, ingrid, "addPeople", id, {
      people: [{ recordRef: "13", system: "cliniko:harbour.uk2", toBeTold: true }],
    });
    expect(await staleOn(priya, "breaches", "breaches.cause", id, { cause: "loss" }, seen)).toEqual(["noor"]);
  });

  test("of a person, a browser and the clinic, where the event is of another kind", async () => {
    const { server, priya, ingrid } = cast;
    const sam = await newPerson(server, priya.token, {
      email: "sam@harbour.example",
      name: "sam",
      role: "manager",
    });
    const person = versionOf("users", sam.id);
    await act(server, ingrid.token, "users.endSessions", {}, { id: sam.id, version: person });
    const change = { name: "Sam" };
    expect(await staleOn(priya, "users", "users.change", sam.id, change, person)).toEqual(["ingrid"]);

    const { id } = await newBrowser(server, priya.token, {
      holder: "desk",
      device: "clinic",
      name: "Desk 2",
    });
    const browser = versionOf("browsers", id);
    await act(server, ingrid.token, "browsers.revoke", {}, { id, version: browser });
    const name = { name: "Desk 3" };
    expect(await staleOn(priya, "browsers", "browsers.change", id, name, browser)).toEqual(["ingrid"]);

    // Whoever deactivates the deputy changes the clinic's row, too.
    await changeClinic(server, priya, { deputy: sam.id });
    const clinic = versionOf("clinic", "clinic000000000");
    const gone = await act(
      server,
      ingrid.token,
      "users.deactivate",
      {},
      { id: sam.id, version: versionOf("users", sam.id) },
    );
    expect(gone.status).toBe(200);
    const sector = { sector: "Health" };
    expect(await staleOn(priya, "clinic", "clinic.change", "clinic000000000", sector, clinic)).toEqual([
      "ingrid",
    ]);
  });
});

test("a notice that was written upon an older one is refused", async () => {
  const notice = (after: number) =>
    act(cast.server, cast.priya.token, "notices.record", {
      text: "Your browser records which records you open.",
      scope: "Openings of records",
      assessmentDecision: "Proportionate.",
      assessedBy: "Priya Raman",
      assessedOn: "2026-11-02",
      viewsSought: true,
      views: "They can see their own.",
      after,
    });
  expect((await notice(0)).status).toBe(200);
  expect(Object.keys((await notice(0)).body.data)).toEqual(["data.after"]);
  expect((await notice(1)).status).toBe(200);
});
