import { readFileSync } from "node:fs";
import type { IngestAnswer } from "#domain/ledger/event";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import { inServer } from "./in-server.ts";
import { oneTimeCode } from "./one-time-code.ts";
import type { TestServer } from "./server.ts";

export interface ExampleUser {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** Somebody of the example clinic with a live sign-in. */
export interface SignedIn extends ExampleUser {
  readonly id: string;
  readonly token: string;
}

export function exampleUsers(server: TestServer): ExampleUser[] {
  return JSON.parse(readFileSync(dataPaths(server.data).example, "utf8")).users;
}

/** Signs in over HTTP as the first person of the example clinic with this role. */
export async function signInAs(server: TestServer, role: string): Promise<SignedIn> {
  const user = exampleUsers(server).find((one) => one.role === role);
  if (!user) throw new Error(`the example clinic has no ${role}`);
  const attempt = async () => {
    const code = await oneTimeCode(user.totpSecret);
    return send(server, "POST", "/sign-in", { body: { email: user.email, password: user.password, code } });
  };
  let answer = await attempt();
  // On a loaded machine a code may outlive its steps on the way.
  if (answer.status === 401) answer = await attempt();
  if (answer.status !== 200) throw new Error(`${role} is not let in: ${answer.text}`);
  return { ...user, id: answer.json.record.id, token: answer.json.token };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer, it says in its expectations
  readonly json: any;
  readonly headers: Headers;
}

/** A request to one of Chaperone's own routes. A text or bytes as body are sent as they are. */
export async function send(
  server: Pick<TestServer, "url">,
  method: string,
  path: string,
  { token, body }: { readonly token?: string; readonly body?: unknown } = {},
): Promise<Answer> {
  const answer = await fetch(`${server.url}/api/chaperone${path}`, {
    method,
    headers: { ...(token ? { authorization: token } : {}), "content-type": "application/json" },
    body: isReady(body) ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: parsed(text), headers: answer.headers };
}

const isReady = (body: unknown): body is string | Uint8Array<ArrayBuffer> | undefined =>
  body === undefined || typeof body === "string" || body instanceof Uint8Array;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Pairs a browser as the console command does, and answers its token. */
export async function pairedBrowser(
  server: TestServer,
  flag: "--user" | "--desk",
  value: string,
): Promise<string> {
  return (await inServer(server, "pair", { [flag.slice(2)]: value })).trim();
}

/** Sends a batch as a browser does, and answers what became of it; anything but 200 throws. */
export async function ingest(
  server: Pick<TestServer, "url">,
  token: string,
  events: readonly unknown[],
  more: object = {},
): Promise<IngestAnswer> {
  const answer = await send(server, "POST", "/events", {
    token,
    body: { sentAt: new Date().toISOString(), events, ...more },
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
}

/** A well-made outcome of a mail attempt, which may be stored before any notice is shown. */
export function mailOutcome(n: number, more: object = {}): object {
  return {
    id: `e${String(n).padStart(14, "0")}`,
    n,
    kind: "mail.outcome",
    occurredAt: new Date().toISOString(),
    trace: `trace${String(n).padStart(10, "0")}`,
    detail: { v: 1, adapter: "roundcube", outcome: "removed", files: 1, strength: "strong" },
    ...more,
  };
}

/** A well-made view of a record, which needs a notice to be shown first. */
export function recordView(n: number, recordRef: string, more: object = {}): object {
  return {
    id: `v${String(n).padStart(14, "0")}`,
    n,
    kind: "record.view",
    occurredAt: new Date().toISOString(),
    system: "cliniko:harbour.uk2",
    recordRef,
    recordKind: "patient",
    detail: { v: 1, page: "patient" },
    ...more,
  };
}
