import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { bodyMost, uploadMost } from "../../../scripts/front/bounds.mjs";
import type { TestServer } from "../../support/server/server.ts";
import { ask, newBrowser, type SignedIn, startClinic } from "../people/clinic.ts";

let server: TestServer;
let priya: SignedIn;
beforeAll(async () => {
  ({ server, priya } = await startClinic());
});
afterAll(() => server?.stop());

/** What only the process in front says; whoever hears something else was passed on. */
const inFront = "This is larger than the server takes.";

const post = async (path: string, token: string, type: string, body: string | Uint8Array<ArrayBuffer>) => {
  const headers = { Authorization: token, "Content-Type": type };
  const answer = await fetch(server.url + path, { method: "POST", headers, body });
  return { status: answer.status, body: await answer.json() };
};

describe("a body", () => {
  const padded = (length: number): string => {
    const text = JSON.stringify({ sentAt: new Date().toISOString(), events: [] });
    return text + " ".repeat(length - text.length);
  };

  test("of exactly the most is taken, of one byte more not", async () => {
    const desk = { holder: "desk", device: "clinic", name: "Front desk" };
    const { token } = await newBrowser(server, priya.token, desk);
    const send = (length: number) => post("/api/chaperone/events", token, "application/json", padded(length));
    expect((await send(bodyMost)).status).toBe(200);
    const { status, body } = await send(bodyMost + 1);
    expect([status, body.message]).toEqual([413, inFront]);
  });
});

describe("a file", () => {
  const boundary = "slow-herons";
  const type = `multipart/form-data; boundary=${boundary}`;
  let incident = "";
  beforeAll(async () => {
    const body = {
      kind: "other",
      noticedAt: new Date(Date.now() - 3_600_000).toISOString(),
      text: "A letter lay on the desk.",
      confidential: false,
    };
    const made = await ask(server, "POST /api/chaperone/report", { token: priya.token, body });
    incident = made.body.id;
  });

  /** A form with the incident and a file of so many bytes. */
  const form = (length: number): { whole: Uint8Array<ArrayBuffer>; file: Uint8Array; framing: number } => {
    const part = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
    const begin = Buffer.from(
      `${part("id")}\r\n\r\n${incident}\r\n${part("file")}; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    );
    const end = Buffer.from(`\r\n--${boundary}--\r\n`);
    const file = Buffer.alloc(length, 0xe9);
    const whole = new Uint8Array(begin.length + length + end.length);
    whole.set(begin);
    whole.set(file, begin.length);
    whole.set(end, begin.length + length);
    return { whole, file, framing: begin.length + end.length };
  };
  const send = (whole: Uint8Array<ArrayBuffer>) =>
    post("/api/chaperone/breach-evidence", priya.token, type, whole);

  test("of exactly the most that evidence may be is kept, of one byte more is refused by name", async () => {
    const { amount: most } = policy.evidenceLargest;
    const { whole, file } = form(most);
    const kept = await send(whole);
    const sha256 = createHash("sha256").update(file).digest("hex");
    expect([kept.status, kept.body.sha256]).toEqual([200, sha256]);
    const refused = await send(form(most + 1).whole);
    expect([refused.status, refused.body.data?.file?.code]).toEqual([400, "too-large"]);
  });

  test("in a body of exactly the most is passed on, in one byte more it is not", async () => {
    const { framing } = form(0);
    const passed = await send(form(uploadMost - framing).whole);
    expect([passed.status, passed.body.data?.file?.code]).toEqual([400, "too-large"]);
    const refused = await send(form(uploadMost - framing + 1).whole);
    expect([refused.status, refused.body.message]).toEqual([413, inFront]);
  });
});
