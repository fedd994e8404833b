import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { trendsAnswer } from "#domain/figures/trends";
import { packPlan } from "#domain/work/evidence-pack";
import { type HeldAnswer, heldAnswer, nothingByWhy, unclassed } from "#domain/work/held";
import { heldBeside, nothingBeside } from "#domain/work/held-beside";
import { countedRegisters } from "#lib/register-words.ts";
import { registers } from "../../../pb_hooks/src/registers/index.ts";
import { signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { ask } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";
import { figuresWithout, lacks, listsWithout, nameOfRegister, without } from "./whole.ts";

let server: TestServer;
let lead: string;
let answer: HeldAnswer;
const fields = [...registers.flatMap(({ about = [] }) => about), ...heldBeside];
const parts = [...registers.flatMap(({ nothing }) => (nothing ? [nothing] : [])), nothingBeside];
const heldNames = new Set(fields.flatMap(({ columns }) => columns));
const nothingNames = [...nothingByWhy(parts).values()].flat();

beforeAll(async () => {
  server = await startServer({ example: true });
  lead = (await signInAs(server, "dpo")).token;
  answer = await read();
});
afterAll(() => server?.stop());

async function read(): Promise<HeldAnswer> {
  const { status, body } = await ask(server, "GET /api/chaperone/held-about-patients", { token: lead });
  expect(status).toBe(200);
  return heldAnswer.parse(body);
}

/** Every field of every table and view that the database has. */
const schema = (): string[] =>
  rowsIn(
    server,
    `SELECT t.name || '.' || c.name AS field FROM sqlite_master t, pragma_table_info(t.name) c
     WHERE t.type IN ('table', 'view')`,
  ).map(({ field }) => String(field));

describe("what can hold anything about a patient", () => {
  test("is said of each field of the database: class a new one in its register's `held.ts`", () => {
    expect(unclassed(schema(), fields, parts)).toEqual([]);
    expect(answer.unclassed).toEqual([]);
  });

  test("is said of no field that there is not, and of none twice over", () => {
    const names = new Set(schema());
    const known = (name: string) => names.has(name) || name.startsWith("*.");
    expect([...heldNames, ...nothingNames].filter((name) => !known(name))).toEqual([]);
    expect(nothingNames.filter((name) => heldNames.has(name))).toEqual([]);
    expect(nothingNames.filter((name, i) => nothingNames.indexOf(name) !== i)).toEqual([]);
  });

  test("is never denied of a field that people could write at length in, but for those that are named here", () => {
    const long = rowsIn(server, "SELECT name, fields FROM _collections").flatMap(({ name, fields: text }) =>
      (JSON.parse(String(text)) as { name: string; type: string; max?: number }[])
        .filter(({ type, max = 0 }) => type === "file" || type === "json" || (type === "text" && max >= 300))
        .map((field) => `${name}.${field.name}`),
    );
    expect(long.filter((name) => nothingNames.includes(name)).sort()).toEqual([
      "breaches.senders",
      "browsers.adapters",
      "clinic.adapterNames",
      "clinic.adapters",
      "clinic.address",
      "clinic.approvedDomains",
      "clinic.candourReports",
      "clinic.exactDecision",
      "clinic.mailDomains",
      "clinic.mailRules",
      "clinic.profile",
      "clinic.registersOff",
      "clinic.siteKinds",
      "clinic.sites",
      "course_versions.rights",
      "invitations.totpSecret",
      "notices.assessmentDecision",
      "notices.scope",
      "notices.text",
      "notices.views",
      "review_items.concerned",
      "reviews.attendance",
      "supplier_checks.answers",
      "suppliers.terms",
      "users.recoveryCodes",
      "users.totpSecret",
    ]);
  });

  test("has its reason, its time and its form in words, once", () => {
    const what = fields.map((field) => field.what);
    expect(new Set(what).size).toBe(what.length);
    for (const { where, form, why, kept } of fields) {
      for (const words of [where, form, why, kept]) expect(words).toMatch(/\S/);
    }
  });
});

describe("the page", () => {
  const rowOf = (what: string) => answer.held.find((row) => row.what === what);

  test("counts what is there, and names the oldest", () => {
    const count = (sql: string) => Number(rowsIn(server, `SELECT count(*) AS n FROM ${sql}`)[0]?.n);
    const first = rowsIn(server, "SELECT min(receivedAt) AS at FROM events WHERE recordRef <> ''")[0]?.at;
    expect(rowOf("Reference of a record")).toMatchObject({
      rows: count("events WHERE recordRef <> ''"),
      oldest: first,
    });
    expect(rowOf("That a document about a patient was held in mail")?.rows).toBe(
      count("events WHERE kind LIKE 'mail.%' AND occurredAt <> ''"),
    );
    expect(rowOf("A reason somebody gave for sending it anyway")?.rows).toBe(
      count(`events WHERE kind = 'mail.outcome' AND detail LIKE '%"sentence":%'`),
    );
    expect(rowOf("Who was affected by an incident")?.rows).toBe(count("breach_people"));
    expect(rowOf("A file that was added as evidence")).toMatchObject({ rows: 0, oldest: "" });
    const written = rowOf("What people write about a corrective action");
    expect(written?.rows).toBe(count("actions"));
    expect(written?.oldest).not.toBe("");
    expect(rowOf("Backups")?.rows).toBe(0);
  });

  test("says so where a field came that nobody classed", async () => {
    behindTheBack(server, "ALTER TABLE actions ADD COLUMN patientName TEXT");
    try {
      expect((await read()).unclassed).toEqual(["actions.patientName"]);
    } finally {
      behindTheBack(server, "ALTER TABLE actions DROP COLUMN patientName");
    }
  });
});

describe("each register is whole by the same list", () => {
  const get = (path: string) => ask(server, `GET /api/chaperone/${path}`, { token: lead });
  const listKeys = registers.flatMap(({ lists = [] }) => lists.map(({ key }) => key));

  test("it gives all that a register can give, or the reason why not is written down", () => {
    expect(registers.length).toBeGreaterThan(15);
    expect(new Set(registers.map(nameOfRegister)).size).toBe(registers.length);
    expect(lacks(registers).sort()).toEqual(Object.keys(without).sort());
    for (const why of Object.values(without)) expect(why).not.toBe("");
    // Registers of rights, and what they rest on, give all of it.
    const rights = ["requests", "disclosures", "projects", "releases", "consents", "objections"];
    expect(lacks(registers).filter((one) => rights.includes(one.split(":")[0] ?? ""))).toEqual([]);
  });

  test("each list of it has a row in the example clinic, and its file in the evidence pack", async () => {
    const year = new Date().getUTCFullYear();
    const body = { from: `${year - 1}-01-01`, to: `${year}-12-31`, confidential: false };
    const pack = await ask(server, "POST /api/chaperone/evidence-pack", { token: lead, body });
    const plan = packPlan.parse(pack.body);
    const found: string[] = [];
    for (const key of listKeys) {
      const { body: list } = await get(`list?of=${key}`);
      if (list.rows.length === 0) found.push(`${key}: no row`);
      const own = plan.files.find(({ path }) => path.endsWith(`/${key}.csv`));
      if (own === undefined) found.push(`${key}: not in the pack`);
      else if (own.text.trim().split("\r\n").length < 2) found.push(`${key}: an empty file in the pack`);
    }
    expect(found.sort()).toEqual(Object.keys(listsWithout).sort());
  });

  test("what it counts has words, and counts something in the example’s weeks", async () => {
    const trends = trendsAnswer.parse((await get("trends?weeks=26")).body);
    const keys = Object.keys(trends.since.registers);
    // Incidents stand in a table of their own.
    const counted = ["incidents", ...countedRegisters.map(([key]) => key)];
    expect([...keys].sort()).toEqual([...counted].sort());
    const some = (key: string) =>
      trends.weeks.some(({ registers: all }) => Object.values(all[key] ?? {}).some((count) => count > 0));
    expect(keys.filter((key) => !some(key)).sort()).toEqual(Object.keys(figuresWithout).sort());
  });
});
