import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { todayAnswer } from "#domain/clinic/today";
import { doubtOf } from "#domain/ledger/doubtful";
import { eventColumns } from "#domain/ledger/ledger";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { eraseByTwo } from "../../support/erase-by-two.ts";
import {
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
let browser: string;
let desk: string;
const people: { [role: string]: SignedIn } = {};
const get = (path: string, role = "dpo") => send(server, "GET", path, { token: people[role]?.token });

interface Row {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly system: string;
  readonly detail: string;
  readonly user: string;
}
const rowsOf = async (query: string, role?: string): Promise<Row[]> =>
  (await get(`/events?limit=200&${query}`, role)).json.rows;
const today = async (role = "dpo") => todayAnswer.parse((await get("/today", role)).json);

const old = { v: 1, page: "patient" };
const told = { v: 2, adapter: 2, page: "patient" };
/** What a browser sends of acts: kind and detail, doubtful ones first. */
const acts: readonly (readonly [string, object])[] = [
  ["record.export", { ...old, what: "list" }],
  ["record.export", { ...old, what: "list" }],
  ["record.download", { ...old, what: "letter" }],
  ["record.search", { v: 1, page: "patients", results: 2 }],
  ["record.export", { ...told, what: "list" }],
  ["record.download", { ...told, what: "letter" }],
  ["record.search", { v: 2, adapter: 2, page: "patients", results: 2 }],
  ["record.view", old],
  ["record.print", old],
  ["record.copy", { ...old, results: 900 }],
];
const doubtfulOfThem = 4;
let first = 0;

beforeAll(async () => {
  server = await startServer({ example: true });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  for (const role of ["staff", "manager", "dpo"]) people[role] = await signInAs(server, role);
  browser = await pairedBrowser(server, "--user", people.staff?.email ?? "");
  desk = await pairedBrowser(server, "--desk", "Front desk, Whitstable");
  const { results } = await ingest(
    server,
    browser,
    acts.map(([kind, detail], i) => recordView(i + 1, "4711", { kind, detail })),
  );
  expect(results.map(({ status }) => status)).toEqual(acts.map(() => "accepted"));
  first = results[0]?.seq ?? 0;
});

afterAll(async () => {
  database.close();
  await server.stop();
});

test("the log finds those that the domain doubts, and no other", async () => {
  const all = await rowsOf("record=4711");
  expect(all).toHaveLength(acts.length);
  const doubted = all.filter((row) => doubtOf(row) !== undefined).map(({ seq }) => seq);
  expect(doubted).toHaveLength(doubtfulOfThem);
  expect((await rowsOf("doubtful=1")).map(({ seq }) => seq)).toEqual(doubted);
  expect(await rowsOf("doubtful=1&kind=record.export")).toHaveLength(2);
  expect(await rowsOf("doubtful=1&kind=record.view")).toHaveLength(0);
  expect((await get("/events?doubtful=yes")).status).toBe(400);
});

test("a person sees their own, and nobody else's", async () => {
  const { results } = await ingest(
    server,
    await pairedBrowser(server, "--user", people.manager?.email ?? ""),
    [recordView(900, "4712", { kind: "record.export", detail: { ...old, what: "list" } })],
  );
  const own = await rowsOf("doubtful=1", "staff");
  expect(own).toHaveLength(doubtfulOfThem);
  expect(own.every(({ user }) => user === people.staff?.id)).toBe(true);
  expect((await rowsOf("doubtful=1", "manager")).map(({ id }) => id)).toContain(results[0]?.id);
});

test("the first screen of who reads the log counts them by kind; staff are told none", async () => {
  expect((await today()).doubtful).toEqual([
    { kind: "record.download", count: 1 },
    { kind: "record.export", count: 3 },
    { kind: "record.search", count: 1 },
  ]);
  expect((await today("staff")).doubtful).toBe(null);
});

test("they are in no other sum, and the week's review counts them apart", async () => {
  const before = (await today()).unattributed ?? 0;
  const notice = Number(database.prepare("SELECT max(number) AS n FROM notices").get()?.n);
  const shown = { v: 1, notice, desk: true };
  const { results } = await ingest(server, desk, [
    { ...mailOutcome(910), kind: "notice.shown", trace: undefined, detail: shown },
    recordView(911, "4713", { kind: "record.export", detail: { ...old, what: "list" } }),
    recordView(912, "4713", { kind: "record.export", detail: { ...told, what: "list" } }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["accepted", "accepted", "accepted"]);
  expect((await today()).unattributed).toBe(before + 1);
  expect((await today()).doubtful).toContainEqual({ kind: "record.export", count: 4 });
});

test("a file says of each why it is doubtful, and the ledger's own export stays as it was", async () => {
  const csv = (await get("/events?record=4711&format=csv")).text.trim().split("\r\n");
  expect(csv[3]?.split(",")).toContain("doubtful");
  expect(csv.filter((line) => line.includes("a link to Patients"))).toHaveLength(2);
  const lines = (await get("/ledger.jsonl")).text.trim().split("\n");
  const line = JSON.parse(lines.find((one) => JSON.parse(one).seq === first) ?? "{}");
  expect(Object.keys(line)).toEqual([...eventColumns]);
  expect(line.detail).toBe(JSON.stringify({ page: "patient", v: 1, what: "list" }));
});

test("an event that is sent again is the same, and a detail without its version is refused", async () => {
  const [kind, detail] = acts[4] ?? [];
  const sent = database.prepare("SELECT occurredAt FROM events WHERE seq = ?").get(first + 4);
  const again = recordView(5, "4711", { kind, detail, occurredAt: sent?.occurredAt });
  expect((await ingest(server, browser, [again])).results[0]?.status).toBe("duplicate");
  const bare = recordView(950, "4711", { kind: "record.export", detail: { v: 2, what: "list" } });
  expect((await ingest(server, browser, [bare])).results[0]).toMatchObject({ status: "refused" });
});

test("one that is erased is none any more", async () => {
  const { dpo, manager } = people;
  if (!dpo || !manager) throw new Error("nobody is signed in");
  const wanted = { seq: first, ground: "Told of by mistake" };
  expect((await eraseByTwo(server, dpo, manager, wanted)).status).toBe(200);
  expect(await rowsOf("doubtful=1&record=4711")).toHaveLength(doubtfulOfThem - 1);
  expect((await today()).doubtful).toContainEqual({ kind: "record.export", count: 3 });
});
