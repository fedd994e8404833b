import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownWords } from "#domain/work/own-record/columns";
import { type OwnRowLine, ownLine } from "#domain/work/own-record/own-record";
import { registers } from "../../../../pb_hooks/src/registers/index.ts";
import { namesSql, searched } from "../../../../pb_hooks/src/registers/objections/own-rows.ts";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { newRequest } from "../requests/entries.ts";

let cast: Cast;
/** An event of Tom's, and one of Ingrid's. */
let toms = "";
let ingrids = "";
beforeAll(async () => {
  cast = await castOf();
  await ask(cast.server, "GET /api/chaperone/events", { token: cast.tom.token });
  await ask(cast.server, "GET /api/chaperone/events", { token: cast.ingrid.token });
  const last = (id: string) =>
    String(rowsIn(cast.server, "SELECT id FROM events WHERE user = ? ORDER BY seq DESC LIMIT 1", id)[0]?.id);
  [toms, ingrids] = [last(cast.tom.id), last(cast.ingrid.id)];
});
afterAll(() => cast?.server.stop());

const words = "That was not me.";
const say = (who: SignedIn, data: object) =>
  act(cast.server, who.token, "objections.make", { what: "correct", words, ...data });
const answer = (who: SignedIn, id: string, data: object = {}, version = 1) =>
  act(
    cast.server,
    who.token,
    "objections.answer",
    { agrees: "yes", answer: "The rota shows it.", ...data },
    {
      id,
      version,
    },
  );
const codesOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const list = async (who: SignedIn) =>
  (await ask(cast.server, "GET /api/chaperone/list?of=objections", { token: who.token })).body;
const logRow = async (who: SignedIn, id: string) =>
  (await ask(cast.server, `GET /api/chaperone/events?id=${id}`, { token: who.token })).body.rows[0];

async function record(who: SignedIn): Promise<{ lines: OwnRowLine[]; text: string }> {
  const response = await fetch(`${cast.server.url}/api/chaperone/own-record`, {
    headers: { Authorization: who.token },
  });
  expect(response.status).toBe(200);
  const text = await response.text();
  const all = text
    .trim()
    .split("\n")
    .map((line) => ownLine.parse(JSON.parse(line)));
  expect(all[0]?.is).toBe("head");
  expect(all.at(-1)).toEqual({ is: "end", rows: all.length - 2 });
  return { lines: all.filter((line) => line.is === "row"), text };
}
const part = (lines: readonly OwnRowLine[], name: string) => lines.filter((line) => line.part === name);

describe("what somebody says of an entry of their own", () => {
  test("goes to the lead, is answered, and stands beside the event; the event is as it was", async () => {
    const { server, tom, priya, ruth, ingrid } = cast;
    const before = rowsIn(server, "SELECT * FROM events WHERE id = ?", toms);
    const made = await say(tom, { event: toms });
    expect(made.status).toBe(200);
    expect(codesOf(await say(tom, { event: toms }))).toEqual(["data.what asked"]);
    const desk = (await ask(server, "GET /api/chaperone/desk", { token: priya.token })).body;
    expect(
      desk.rows.filter(({ key }: { key: string }) => key === `objections:${made.body.id}`),
    ).toMatchObject([{ mine: true, holders: ["Priya Raman"], page: `/objections?id=${made.body.id}` }]);
    expect((await logRow(tom, toms)).said).toMatchObject([{ what: "correct", words, state: "asked" }]);
    expect((await answer(ingrid, made.body.id)).status).toBe(403);
    expect((await answer(tom, made.body.id)).status).toBe(403);
    expect((await answer(priya, made.body.id)).status).toBe(200);
    expect((await answer(priya, made.body.id, {}, 2)).status).toBe(403);
    for (const who of [tom, priya, ruth, ingrid])
      expect((await logRow(who, toms)).said).toMatchObject([
        { state: "agreed", answer: "The rota shows it." },
      ]);
    expect(rowsIn(server, "SELECT * FROM events WHERE id = ?", toms)).toEqual(before);
    const csv = await fetch(`${server.url}/api/chaperone/events?format=csv&id=${toms}`, {
      headers: { Authorization: priya.token },
    });
    expect(await csv.text()).toContain(
      "Says that it is wrong: That was not me. (agreed: The rota shows it.)",
    );
    expect(() => behindTheBack(server, "UPDATE objections SET words = 'x'")).toThrow(/stays as it was said/);
    expect(() => behindTheBack(server, "DELETE FROM objections")).toThrow(/stays as it was said/);
  });

  test("is said of nobody else's entry or row, and of none that there is not: the answers are the same", async () => {
    const { server, tom, priya, ruth } = cast;
    const request = await newRequest(server, priya, {});
    const theirs = [
      await say(tom, { event: ingrids }),
      await say(tom, { event: "anevent00000000" }),
      await say(ruth, { event: toms }),
    ];
    for (const one of theirs) expect([one.status, codesOf(one)]).toEqual([400, ["data.event unknown"]]);
    const rows = [
      await say(tom, { table: "requests", row: request }),
      await say(tom, { table: "users", row: priya.id }),
      await say(tom, { table: "nothing", row: "a".repeat(15) }),
      await say(tom, { table: "events", row: "a".repeat(15) }),
    ];
    for (const one of rows) expect([one.status, codesOf(one)]).toEqual([400, ["data.row unknown"]]);
    expect(
      new Set([...theirs, ...rows].map(({ body }) => Object.values(body.data as object)[0].message)).size,
    ).toBe(1);
    expect(codesOf(await say(tom, {}))).toEqual(["data.event missing"]);
    expect(codesOf(await say(tom, { what: "withheld", event: toms }))).toEqual(["data.what does-not-fit"]);
    expect(codesOf(await say(tom, { event: toms, words: "NHS 943 476 5919" }))).toEqual([
      "data.words names-a-patient",
    ]);
  });

  test("each role says it of their own row; staff read their own, others all", async () => {
    const { tom, ingrid, priya, ruth, server } = cast;
    const ids: string[] = [];
    for (const who of [tom, ingrid, priya, ruth]) {
      const made = await say(who, { table: "users", row: who.id, what: "object" });
      expect(made.status).toBe(200);
      ids.push(made.body.id);
    }
    expect((await list(tom)).rows.map(({ by }: { by: string }) => by)).toEqual(
      (await list(tom)).rows.map(() => tom.id),
    );
    const all = new Set((await list(ruth)).rows.map(({ id }: { id: string }) => id));
    expect(ids.every((id) => all.has(id))).toBe(true);
    // What the lead says of herself somebody else answers.
    expect((await answer(priya, ids[2] ?? "")).status).toBe(403);
    const no = await answer(ingrid, ids[2] ?? "", { agrees: "no", answer: "It is as it was." });
    expect(no.status).toBe(200);
    const both = await Promise.all([
      answer(priya, ids[0] ?? ""),
      answer(priya, ids[0] ?? "", { agrees: "no" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(rowsIn(server, "SELECT state FROM objections WHERE id = ?", ids[0] ?? "")[0]?.state).not.toBe(
      "asked",
    );
  });

  test("what belongs to a case kept from them: neither said of, nor told apart", async () => {
    const { server, tom, noor } = cast;
    const made = await ask(server, "POST /api/chaperone/report", {
      token: noor.token,
      body: {
        ...{
          kind: "other",
          noticedAt: new Date().toISOString(),
          text: "A colleague looked.",
          confidential: true,
        },
      },
    });
    const id = String(made.body.id);
    behindTheBack(
      server,
      "UPDATE breaches SET about = ?, senders = ? WHERE id = ?",
      tom.id,
      `["${tom.id}"]`,
      id,
    );
    expect(codesOf(await say(tom, { table: "breaches", row: id }))).toEqual(["data.row unknown"]);
    const { lines, text } = await record(tom);
    expect(text).not.toContain(id);
    expect(part(lines, "breaches")).toEqual([]);
  });
});

describe("everything about me", () => {
  test("holds events, cases, notes, exports and who read them; taking it is an event, and stands there the next time", async () => {
    const { server, tom, priya, ingrid } = cast;
    const report = await ask(server, "POST /api/chaperone/report", {
      token: tom.token,
      body: {
        kind: "other",
        noticedAt: new Date().toISOString(),
        text: "A letter lay here.",
        confidential: false,
      },
    });
    const todo = {
      ...{ register: "breaches", subject: report.body.id, text: "Clear the desk.", owner: tom.id },
      due: clinicDay(1),
    };
    expect((await act(server, priya.token, "actions.add", todo)).status).toBe(200);
    await ask(server, `GET /api/chaperone/events?user=${tom.id}`, { token: ingrid.token });
    await fetch(`${server.url}/api/chaperone/events?format=csv`, { headers: { Authorization: tom.token } });

    const { lines, text } = await record(tom);
    const kinds = new Set(part(lines, "events").map(({ values }) => values.kind));
    for (const kind of ["breaches.act", "auth.sign-in", "log.export", "log.read"])
      expect(kinds).toContain(kind);
    expect(part(lines, "breaches")).toMatchObject([
      { names: ["reporter"], values: { reporter: "you", text: "A letter lay here.", state: "reported" } },
    ]);
    const [todoLine] = part(lines, "actions");
    expect(todoLine?.values).toMatchObject({ owner: "you", by: "somebody else", text: "Clear the desk." });
    expect(Object.keys(todoLine?.values ?? {})).not.toContain("breach");
    expect(part(lines, "readers").map(({ values }) => [values.by, values.of])).toContainEqual([
      "ingrid",
      "you",
    ]);
    expect(part(lines, "users")).toMatchObject([{ names: ["id"], values: { name: "tom", role: "staff" } }]);
    expect(part(lines, "account").length).toBeGreaterThan(0);
    // Nobody else's id, no secret of a sign-in, and nothing of the chain.
    for (const other of [priya, ingrid]) expect(text).not.toContain(other.id);
    const [secrets] = rowsIn(server, "SELECT password, tokenKey, totpSecret FROM users WHERE id = ?", tom.id);
    for (const secret of Object.values(secrets ?? {})) expect(text).not.toContain(String(secret));
    expect(text).not.toMatch(/"(?:hash|prev|salt|headHash)":/);

    const [taken] = eventsOf(server, "log.export");
    expect([taken?.user, JSON.parse(String(taken?.detail))]).toEqual([
      tom.id,
      { v: 1, what: "own-record", filter: { user: tom.id }, rows: part(lines, "events").length - 1 },
    ]);
    const readers = (await ask(server, "GET /api/chaperone/readers", { token: tom.token })).body.rows;
    expect(readers[0]).toMatchObject({ by: "tom", what: "own-record" });
    const theirs = (await ask(server, "GET /api/chaperone/readers", { token: ingrid.token })).body.rows;
    expect(theirs.map(({ what }: { what: string }) => what)).not.toContain("own-record");
  });

  test("is one's own alone, as each role: no address asks for somebody else's", async () => {
    const { server, tom, ingrid, priya, ruth } = cast;
    for (const who of [tom, ingrid, priya, ruth])
      expect(part((await record(who)).lines, "users").map(({ values }) => values.name)).toHaveLength(1);
    const asked = await fetch(`${server.url}/api/chaperone/own-record?user=${ingrid.id}`, {
      headers: { Authorization: tom.token },
    });
    expect(await asked.text()).not.toContain(ingrid.id);
    expect((await fetch(`${server.url}/api/chaperone/own-record`)).status).toBe(401);
  });

  test("forgets no field: a person's id is found in every column of every table that can hold one", () => {
    const columns = rowsIn(
      cast.server,
      `SELECT t.name AS "table", c.name AS name, c.type AS type FROM sqlite_master t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT IN ('events', 'checkpoints')`,
    ) as { table: string; name: string; type: string }[];
    const copy = new DatabaseSync(":memory:");
    const tables = Map.groupBy(columns, ({ table }) => table);
    let planted = 0;
    for (const [table, all] of tables) {
      copy.exec(`CREATE TABLE "${table}" (${all.map(({ name, type }) => `"${name}" ${type}`).join(", ")})`);
      const shape = { columns: all.map(({ name, type }) => ({ name, type: type.toUpperCase() })) };
      const find = copy.prepare(
        `SELECT count(*) AS n FROM "${table}" WHERE ${namesSql(shape) || "0 AND {:me}"}`.replaceAll(
          "{:me}",
          "$me",
        ),
      );
      // Any column in which fifteen letters stay what they are may hold a person, whatever it is called.
      for (const { name } of all) {
        copy.exec(`DELETE FROM "${table}"`);
        copy.prepare(`INSERT INTO "${table}" ("${name}") VALUES (?)`).run("aperson00000000");
        const isNumber = !searched(shape).some((one) => one.name === name);
        if (isNumber) continue;
        planted += 1;
        expect([table, name, find.get({ $me: "aperson00000000" })?.n]).toEqual([table, name, 1]);
      }
    }
    copy.close();
    expect(planted).toBeGreaterThan(500);
    const unsearched = columns.filter(
      (one) => !searched({ columns: [{ ...one, type: one.type.toUpperCase() }] }).length,
    );
    const inFields = rowsIn(cast.server, "SELECT name, fields FROM _collections").flatMap(
      ({ name, fields }) =>
        (JSON.parse(String(fields)) as { name: string; type: string }[])
          .filter(({ type }) => !["number", "bool"].includes(type))
          .map((field) => `${name}.${field.name}`),
    );
    expect(
      unsearched.map(({ table, name }) => `${table}.${name}`).filter((one) => inFields.includes(one)),
    ).toEqual([]);
  });

  test("leaves out none of what people write, but for what is named here: it is about patients, or others", () => {
    const words = Object.entries(ownWords).flatMap(([table, by]) =>
      Object.values(by).flatMap((fields) => fields.map((field) => `${table}.${field}`)),
    );
    const long = rowsIn(cast.server, "SELECT name, fields FROM _collections").flatMap(({ name, fields }) =>
      (JSON.parse(String(fields)) as { name: string; type: string; max?: number }[])
        .filter(({ type, max = 0 }) => type === "text" && max >= 300)
        .map((field) => `${name}.${field.name}`),
    );
    const about = new Set(registers.flatMap((one) => (one.about ?? []).flatMap(({ columns }) => columns)));
    expect(long.filter((name) => about.has(name) && !words.includes(name)).sort()).toMatchInlineSnapshot(`
      [
        "audit_lines.text",
        "audits.retiredWhy",
        "breach_reports.snapshot",
        "breaches.causeOther",
        "breaches.containedHow",
        "breaches.delayReason",
        "breaches.harmsOther",
        "breaches.publicHow",
        "breaches.recipientAnswer",
        "camera_checks.note",
        "camera_systems.dpiaDecision",
        "cameras.retiredWhy",
        "cctv_checks.note",
        "cctv_reviews.alternatives",
        "cctv_reviews.why",
        "consent_steps.effect",
        "consents.effect",
        "course_versions.link",
        "course_versions.note",
        "courses.about",
        "disclosures.asked",
        "disclosures.capacity",
        "disclosures.consentWhy",
        "disclosures.given",
        "disclosures.harmIf",
        "disclosures.harmIfNot",
        "disclosures.minimum",
        "disclosures.purpose",
        "disclosures.secondOpinion",
        "disclosures.takenBackWhy",
        "disclosures.toldWhy",
        "engineer_checks.faults",
        "events.detail",
        "footage_exports.failedWhy",
        "holds.reviewedWhy",
        "imports.undoneReason",
        "learning_messages.text",
        "policy_checks.note",
        "policy_claims.checkNote",
        "policy_claims.source",
        "policy_claims.why",
        "policy_sentences.lead",
        "policy_sentences.text",
        "policy_versions.endedReason",
        "policy_versions.notRead",
        "policy_versions.reviewNote",
        "project_checks.reason",
        "projects.asked",
        "projects.basisWhy",
        "projects.endedWhy",
        "projects.extendedWhy",
        "projects.extract",
        "releases.exclusions",
        "releases.lookedNote",
        "releases.purpose",
        "request_names.reach",
        "requests.wants",
        "retention_lines.source",
        "retention_lists.undoneReason",
        "retention_rows.certificate",
        "retention_rows.declined",
        "retention_rows.doneBeside",
        "retention_rows.doneHow",
        "retention_rows.found",
        "retention_rows.keptReason",
        "retention_rows.releasedReason",
        "review_items.title",
        "reviews.learning",
        "reviews.minutes",
        "sent_requests.reason",
        "sent_requests.wants",
        "shares.answers",
        "shares.given",
        "supplier_checks.note",
        "suppliers.contract",
        "suppliers.data",
        "suppliers.endedWhy",
        "suppliers.others",
        "suppliers.placeNote",
        "suppliers.tellsHow",
        "training_targets.note",
        "training_targets.source",
      ]
    `);
  });
});
