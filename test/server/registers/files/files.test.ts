import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataPaths } from "../../../../scripts/serving/server.mjs";
import { fileFaults, filesIn } from "../../../../scripts/verify/files-in.ts";
import { act, ask } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { newRelease } from "../releases/rows.ts";
import { ofHost } from "../suppliers/entries.ts";
import { sendFile } from "./send-file.ts";

let cast: Cast;
let supplier: string;
let round: string;
beforeAll(async () => {
  cast = await castOf();
  const { server, priya } = cast;
  const next = "2027-06-01";
  const host = { ...ofHost(priya.id), nextCheck: next };
  supplier = String((await act(server, priya.token, "suppliers.add", host)).body.id);
  const walk = { template: "shredding", subject: "", every: 6, owner: priya.id, nextOn: next };
  const { id } = (await act(server, priya.token, "audits.plan", walk)).body;
  await act(server, priya.token, "audits.begin", {}, { id: String(id), version: 1 });
  round = String(rowsIn(server, "SELECT id FROM audit_rounds")[0]?.id);
});
afterAll(() => cast?.server.stop());

const codes = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const listed = async (token: string, of: string) =>
  (await ask(cast.server, `GET /api/collections/${of}/records`, { token })).body.items ?? [];

test("a file is kept beside its row, under a name of the server's own, with an event that holds its hash", async () => {
  const { server, ingrid, priya } = cast;
  const kept = await sendFile(server, ingrid.token, round, { name: "Mrs Marchbanks.pdf" });
  expect(kept.status).toBe(200);
  const [row] = await listed(priya.token, "audit_files");
  expect(row).toMatchObject({ subject: round, what: "certificate", mime: "application/pdf", by: ingrid.id });
  expect(row.file).toMatch(/^certificate-[0-9a-f]{12}_?\w*\.pdf$/);
  const [event] = eventsOf(server, "audit_files.act");
  expect(String(event?.detail)).toContain(row.sha256);
  expect(JSON.stringify(rowsIn(server, "SELECT * FROM events"))).not.toContain("Marchbanks");
  expect((await sendFile(server, ingrid.token, supplier, { what: "contract" })).status).toBe(200);
  expect(await listed(priya.token, "supplier_files")).toHaveLength(1);
});

test("whoever reads the row reads its files, and nobody else", async () => {
  const { server, tom, ingrid, priya } = cast;
  for (const of of ["audit_files", "supplier_files"]) {
    const [row] = await listed(priya.token, of);
    const url = `${server.url}/api/files/${of}/${row.id}/${row.file}`;
    for (const [who, status] of [
      [priya, 200],
      [ingrid, 200],
      [tom, 404],
    ] as const) {
      const { token } = (await ask(server, "POST /api/files/token", { token: who.token, body: {} })).body;
      const answer = await fetch(`${url}?token=${token}`);
      expect([of, answer.status]).toEqual([of, status]);
      if (status === 200) expect(Buffer.from(await answer.arrayBuffer()).toString()).toContain("%PDF-1.7");
    }
    expect((await fetch(url)).status).toBe(404);
    expect(await listed(tom.token, of)).toEqual([]);
  }
});

test.each([
  [
    "a script that calls itself a PDF",
    { bytes: Buffer.from("<script>alert(1)</script>") },
    ["file wrong-type"],
  ],
  [
    "a picture that is HTML",
    { bytes: Buffer.from("<!doctype html><p>"), name: "x.png" },
    ["file wrong-type"],
  ],
  ["an SVG", { bytes: Buffer.from("<svg onload='x'/>") }, ["file wrong-type"]],
  ["a zip", { bytes: Buffer.from("PK\x03\x04....") }, ["file wrong-type"]],
  ["an empty file", { bytes: Buffer.alloc(0) }, ["file empty"]],
  [
    "one too large",
    { bytes: Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(10_485_760)]) },
    ["file too-large"],
  ],
  ["the same again", {}, ["file known"]],
  ["a kind that is none there", { what: "contract" }, ["what invalid_value"]],
  ["a kind of the language", { what: "constructor" }, ["what invalid_value"]],
])("%s is refused, and nothing is kept of it", async (_, more, told) => {
  const { server, priya } = cast;
  const before = rowsIn(server, "SELECT count(*) AS n FROM audit_files");
  const answer = await sendFile(server, priya.token, round, more);
  expect([answer.status, codes(answer)]).toEqual([400, told]);
  expect(rowsIn(server, "SELECT count(*) AS n FROM audit_files")).toEqual(before);
});

test("a receptionist brings none, a row that is none takes none, a register that is switched off neither", async () => {
  const { server, tom, priya } = cast;
  expect((await sendFile(server, tom.token, supplier)).status).toBe(403);
  expect((await sendFile(server, priya.token, "a".repeat(15))).status).toBe(404);
  const turn = (registersOff: string[]) => {
    const version = Number(rowsIn(server, "SELECT version FROM clinic")[0]?.version);
    return act(server, priya.token, "clinic.change", { registersOff }, { id: "clinic000000000", version });
  };
  await turn(["suppliers"]);
  const other = { what: "other", bytes: Buffer.from("%PDF-1.7 other") };
  expect((await sendFile(server, priya.token, supplier, other)).status).toBe(403);
  await turn([]);
  expect((await sendFile(server, priya.token, supplier, other)).status).toBe(200);
});

test("verify reads them: one that is no longer what came in is told, of a round and of a supplier", async () => {
  const { data } = cast.server;
  const { database: file, pb } = dataPaths(data);
  const database = new DatabaseSync(file, { readOnly: true });
  const kept = filesIn(database).filter(({ collection }) => /^(?:audit|supplier)_files$/.test(collection));
  database.close();
  expect(new Set(kept.map(({ collection }) => collection))).toEqual(
    new Set(["audit_files", "supplier_files"]),
  );
  expect([...fileFaults(kept, pb)]).toEqual([]);
  for (const { collection, id, path } of kept) {
    const whole = join(pb, "storage", path);
    const before = readFileSync(whole);
    writeFileSync(whole, "%PDF-1.7 another");
    expect([...fileFaults(kept, pb)]).toEqual([{ collection, id, is: "file", seq: 0 }]);
    writeFileSync(whole, before);
  }
  expect([...fileFaults(kept, pb)]).toEqual([]);
});

test("what was brought stays as it came", () => {
  for (const of of ["audit_files", "supplier_files"]) {
    expect(() => behindTheBack(cast.server, `UPDATE ${of} SET what = 'x'`)).toThrow(/append-only/);
    expect(() => behindTheBack(cast.server, `DELETE FROM ${of}`)).toThrow(/append-only/);
  }
});

test("a signed form: brought by whoever takes releases, read by managers and the lead alone, each time on the record", async () => {
  const { server, tom, ruth, ingrid, priya } = cast;
  const release = await newRelease(server, priya);
  const form = { what: "form", bytes: Buffer.from("%PDF-1.7 signed"), name: "Ann Marchbanks.pdf" };
  expect((await sendFile(server, ruth.token, release, form)).status).toBe(403);
  const kept = await sendFile(server, tom.token, release, form);
  expect(kept.status).toBe(200);
  const html = await sendFile(server, tom.token, release, { what: "form", bytes: Buffer.from("<html>") });
  expect([html.status, codes(html)]).toEqual([400, ["file wrong-type"]]);
  const [row] = await listed(priya.token, "release_files");
  expect(row).toMatchObject({ subject: release, what: "form", by: tom.id });
  for (const who of [tom, ruth]) expect(await listed(who.token, "release_files")).toEqual([]);
  const url = `${server.url}/api/files/release_files/${row.id}/${row.file}`;
  for (const [who, status] of [
    [ingrid, 200],
    [tom, 404],
    [ruth, 404],
  ] as const) {
    const { token } = (await ask(server, "POST /api/files/token", { token: who.token, body: {} })).body;
    expect((await fetch(`${url}?token=${token}`)).status).toBe(status);
  }
  const reads = eventsOf(server, "release_files.act").filter(({ detail }) =>
    String(detail).includes("read-file"),
  );
  expect(reads.map(({ user }) => user)).toEqual([ingrid.id]);
  expect(JSON.stringify(rowsIn(server, "SELECT * FROM events"))).not.toContain("Marchbanks");
  for (const sql of [
    "UPDATE release_files SET what = 'x'",
    "UPDATE release_files SET file = ''",
    "DELETE FROM release_files",
  ])
    expect(() => behindTheBack(server, sql)).toThrow(/append-only/);
});

test("a signed form goes with the name, a year after the release ended; its row says when", async () => {
  const { server, priya } = cast;
  const release = await newRelease(server, priya);
  await sendFile(server, priya.token, release, { what: "form", bytes: Buffer.from("%PDF-1.7 older") });
  const back = await act(
    server,
    priya.token,
    "releases.revoke",
    { how: "letter" },
    { id: release, version: 1 },
  );
  expect(back.status).toBe(200);
  behindTheBack(server, "UPDATE releases SET revokedAt = '2020-01-01 10:00:00.000Z' WHERE id = ?", release);
  expect((await server.command(["chaperone", "forget-names"])).status).toBe(0);
  const [row] = rowsIn(
    server,
    "SELECT file, sha256, clearedAt FROM release_files WHERE subject = ?",
    release,
  );
  expect(row).toMatchObject({ file: "", clearedAt: expect.stringMatching(/^2/) });
  expect(String(row?.sha256)).toHaveLength(64);
  const kept = rowsIn(server, "SELECT file FROM release_files WHERE subject <> ?", release);
  expect(kept.every(({ file }) => file !== "")).toBe(true);
});
