import { TOTP } from "otpauth";
import { type Action, acts } from "#domain/acts";
import { inServer } from "../../support/server/in-server.ts";
import { readyServer } from "../../support/server/ready-server.ts";
import type { TestServer } from "../../support/server/server.ts";

/** Code of an authenticator, by default of this step; each works once, so a second sign-in takes the next one. */
export function codeOf(secret: string, stepsAhead = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + stepsAhead * 30_000 });
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
  readonly headers: Headers;
}

/** One request; `body` is sent as JSON, `token` as the sign-in. */
export async function ask(
  server: Pick<TestServer, "url">,
  route: string,
  options: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const [method = "GET", path = "/"] = route.split(" ");
  const answer = await fetch(server.url + path, {
    method,
    redirect: "manual",
    headers: {
      ...(options.token ? { Authorization: options.token } : {}),
      ...(options.body === undefined ? {} : { "Content-Type": "application/json" }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: parsed(text), headers: answer.headers };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const lead = {
  name: "Priya Raman",
  email: "priya@harbour.example",
  password: "nine slow herons wading",
};

export const newClinic = {
  name: "Harbour Physiotherapy",
  nation: "england",
  careRegulator: "none",
  legalForm: "body",
  nhsWork: "no",
  timeZone: "Europe/London",
  leadTitle: "confidentiality lead",
  mailDomains: ["harbour.example"],
  diskEncrypted: true,
};

export interface SignedIn {
  readonly id: string;
  readonly token: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Token of a one-time link. */
export const tokenIn = (link: string): string => link.trim().split("#")[1] ?? "";

/** Starts a copy of the clinic that {@link setUpClinic} makes, once in a run. */
export async function startClinic(): Promise<{ readonly server: TestServer; readonly priya: SignedIn }> {
  const { server, made } = await readyServer("clinic", setUpClinic);
  return { server, priya: made };
}

/** Sets the clinic up by its one-time link and signs the lead in. */
export async function setUpClinic(server: TestServer): Promise<SignedIn> {
  const token = tokenIn(await inServer(server, "setup-link"));
  const { secret } = (await ask(server, "POST /api/chaperone/enrol/start", { body: { token } })).body;
  const made = await ask(server, "POST /api/chaperone/setup", {
    body: { token, clinic: newClinic, ...lead, code: codeOf(secret) },
  });
  if (made.status !== 200) throw new Error(`no set-up: ${JSON.stringify(made.body)}`);
  return signIn(server, lead.email, lead.password, secret, made.body.recoveryCodes);
}

/** Signs somebody in who has just enrolled: with the next step's code, for enrolling has spent this one. */
export async function signIn(
  server: TestServer,
  email: string,
  password: string,
  secret: string,
  recoveryCodes: readonly string[] = [],
): Promise<SignedIn> {
  const answer = await ask(server, "POST /api/chaperone/sign-in", {
    body: { email, password, code: codeOf(secret, 1) },
  });
  if (answer.status !== 200) throw new Error(`no sign-in: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.record.id, token: answer.body.token, secret, recoveryCodes };
}

/** Sends an act. One that is done on a row and compares its version has to raise it: else the next stale save goes unseen. */
export async function act(
  server: TestServer,
  token: string,
  action: string,
  data?: unknown,
  row: { id?: string; version?: number } = {},
): Promise<Answer> {
  const answer = await ask(server, "POST /api/chaperone/act", { token, body: { action, data, ...row } });
  const { version } = row;
  const compares = action in acts && !("adds" in acts[action as Action]);
  if (compares && version !== undefined && answer.status === 200 && answer.body.version !== version + 1)
    throw new Error(`${action} left version ${version} at ${answer.body.version}`);
  return answer;
}

/** Invites somebody, enrols and signs them in. */
export async function newPerson(
  server: TestServer,
  by: string,
  person: {
    email: string;
    name: string;
    role: string;
    practitioner?: boolean;
    until?: string;
    password?: string;
  },
): Promise<SignedIn> {
  const { password = "four herons at low tide", ...wanted } = person;
  const invited = await act(server, by, "users.invite", { practitioner: false, ...wanted });
  if (invited.status !== 200) throw new Error(`not invited: ${JSON.stringify(invited.body)}`);
  const token = tokenIn(invited.body.link);
  const { secret } = (await ask(server, "POST /api/chaperone/enrol/start", { body: { token } })).body;
  const made = await ask(server, "POST /api/chaperone/enrol", {
    body: { token, password, code: codeOf(secret) },
  });
  if (made.status !== 200) throw new Error(`not enrolled: ${JSON.stringify(made.body)}`);
  return signIn(server, person.email, password, secret, made.body.recoveryCodes);
}

/** Pairs a browser by a code made in the dashboard. */
export async function newBrowser(
  server: TestServer,
  by: string,
  wanted: { holder: string; device: string; user?: string; name: string },
): Promise<{ id: string; token: string }> {
  const { body } = await act(server, by, "browsers.code", wanted);
  const paired = await ask(server, "POST /api/chaperone/pair", {
    body: { code: body.code, version: "0.1.0" },
  });
  if (paired.status !== 200) throw new Error(`not paired: ${JSON.stringify(paired.body)}`);
  return { id: paired.body.record.id, token: paired.body.token };
}
