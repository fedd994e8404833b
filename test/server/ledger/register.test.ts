import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealedColumns, sealedLists, sealedNow, unsealed } from "#domain/ledger/rows/sealed-columns";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import {
  ingest,
  mailOutcome,
  pairedBrowser,
  type SignedIn,
  send,
  signInAs,
} from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;
let lead: SignedIn;
let superuser: { id: string; token: string };

beforeAll(async () => {
  server = await startServer({ example: true });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  lead = await signInAs(server, "dpo");
  superuser = await breakGlass();
});

afterAll(async () => {
  database.close();
  await server.stop();
});

async function breakGlass(): Promise<{ id: string; token: string }> {
  const { stdout } = await server.command(["chaperone", "break-glass"]);
  const [identity, password] = stdout
    .trim()
    .split("\n")
    .slice(-2)
    .map((line) => line.trim());
  const answer = await api("POST", "_superusers/auth-with-password", { identity, password });
  expect(answer.status, stdout).toBe(200);
  const { token, record } = answer.json as { token: string; record: { id: string } };
  return { id: record.id, token };
}

/** PocketBase's own record API. */
async function api(
  method: string,
  path: string,
  body?: object,
  token = "",
): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(`${server.url}/api/collections/${path}`, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: token } : {}) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === "" ? undefined : JSON.parse(text) };
}

const newest = (): { seq: number; kind: string; user: string; detail: string } =>
  database.prepare("SELECT seq, kind, user, detail FROM events ORDER BY seq DESC LIMIT 1").get() as never;
const clinicId = (): string => String(database.prepare("SELECT id FROM clinic").get()?.id);

describe("a register write by the superuser", () => {
  test("makes an event with that actor and the names of the fields, never what they hold", async () => {
    const before = newest().seq;
    const change = {
      regulator: "Somebody else entirely",
      "@ledger": '{"actor":{"user":"forged"},"action":"forged"}',
    };
    expect((await api("PATCH", `clinic/records/${clinicId()}`, change, superuser.token)).status).toBe(200);
    const event = newest();
    expect(event.seq).toBe(before + 1);
    expect(event).toMatchObject({ kind: "clinic.update", user: superuser.id });
    expect(JSON.parse(event.detail)).toEqual({
      v: 1,
      id: clinicId(),
      fields: ["regulator"],
      row: { v: sealedNow, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test("that fails makes no event", async () => {
    const before = newest().seq;
    expect((await api("PATCH", `clinic/records/${clinicId()}`, { name: "" }, superuser.token)).status).toBe(
      400,
    );
    expect(newest().seq).toBe(before);
  });

  test("never deletes a row", async () => {
    expect((await api("DELETE", `clinic/records/${clinicId()}`, undefined, superuser.token)).status).toBe(
      403,
    );
    expect(clinicId()).not.toBe("undefined");
  });

  test("never reaches the ledger, by reading neither", async () => {
    const seq = newest().seq;
    const id = String(database.prepare("SELECT id FROM events WHERE seq = ?").get(seq)?.id);
    for (const collection of ["events", "checkpoints"]) {
      for (const [method, path] of [
        ["GET", "records"],
        ["GET", `records/${id}`],
        ["POST", "records"],
        ["PATCH", `records/${id}`],
        ["DELETE", `records/${id}`],
      ] as const) {
        const body = method === "GET" || method === "DELETE" ? undefined : { user: "x" };
        const { status } = await api(method, `${collection}/${path}`, body, superuser.token);
        expect([403, 404], `${method} ${collection}/${path}`).toContain(status);
      }
    }
    expect(newest().seq).toBe(seq);
  });
});

test("an act is one event with its actor and action", async () => {
  const before = newest().seq;
  const data = { name: "Nell Archer", practitioner: false };
  const answer = await send(server, "POST", "/act", {
    token: lead.token,
    body: { action: "users.add", data },
  });
  expect(answer.status, answer.text).toBe(200);
  const event = newest();
  expect(event.seq).toBe(before + 1);
  expect(event).toMatchObject({ kind: "users.act", user: lead.id });
  expect(JSON.parse(event.detail)).toMatchObject({ id: answer.json.id, action: "add" });
  expect(event.detail).not.toContain("Nell");
});

describe("live pages", () => {
  /** Subscribes to the ledger's topic; answers the status, and each message's data as it comes. */
  async function subscribe(token: string): Promise<{ status: number; message: Promise<string> }> {
    const control = new AbortController();
    const stream = await fetch(`${server.url}/api/realtime`, { signal: control.signal });
    const parts = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const seen = async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const found = pattern.exec(text)?.[1];
        if (found) return found;
        const part = await parts?.read();
        if (!part || part.done) throw new Error("the stream ended");
        text += part.value;
      }
    };
    const clientId = await seen(/"clientId":"([^"]+)"/);
    const { status } = await fetch(`${server.url}/api/realtime`, {
      method: "POST",
      headers: { authorization: token, "content-type": "application/json" },
      body: JSON.stringify({ clientId, subscriptions: ["ledger"] }),
    });
    const message = seen(/event:ledger\ndata:(.*)\n/).finally(() => control.abort());
    message.catch(() => {});
    if (status >= 400) control.abort();
    return { status, message };
  }

  test("are told that something came, and nothing else", async () => {
    const { status, message } = await subscribe(lead.token);
    expect(status).toBe(204);
    const desk = await pairedBrowser(server, "--desk", "Front desk");
    await ingest(server, desk, [mailOutcome(1)]);
    expect(JSON.parse(await message)).toEqual({});
  });

  test("of staff, browsers and nobody are not", async () => {
    const staff = await signInAs(server, "staff");
    expect((await subscribe(staff.token)).status).toBe(403);
    expect((await subscribe(await pairedBrowser(server, "--desk", "Back desk"))).status).toBe(403);
    expect((await subscribe("")).status).toBe(403);
  });
});

test("each column of a register is among those that its events hash, or named as left out", () => {
  for (const collection of Object.keys(sealedLists[sealedNow] ?? {})) {
    const columns = database.prepare(`SELECT name FROM pragma_table_info('${collection}')`).all();
    const told = [
      ...(sealedColumns(collection) ?? []),
      ...(unsealed["*"] ?? []),
      ...(unsealed[collection] ?? []),
    ];
    const names = columns.map(({ name }) => String(name));
    expect({ collection, missing: names.filter((name) => !told.includes(name)) }).toEqual({
      collection,
      missing: [],
    });
    expect(sealedColumns(collection)?.filter((name) => !names.includes(name))).toEqual([]);
  }
});
