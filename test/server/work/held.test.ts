import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HeldAnswer, heldAnswer, nothingByWhy, unclassed } from "#domain/work/held";
import { heldBeside, nothingBeside } from "#domain/work/held-beside";
import { registers } from "../../../pb_hooks/src/registers/index.ts";
import { signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { ask } from "../people/clinic.ts";
import { behindTheBack, rowsIn } from "../people/database.ts";

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
      "clinic.mailDomains",
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
