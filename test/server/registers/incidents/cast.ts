import { readReport } from "../../../support/server/read-report.ts";
import { readyServer } from "../../../support/server/ready-server.ts";
import type { ServerOptions, TestServer } from "../../../support/server/server.ts";
import {
  type Answer,
  act,
  ask,
  newBrowser,
  newPerson,
  type SignedIn,
  setUpClinic,
} from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";

/** A clinic with a lead (Priya), a manager who is controller (Ingrid), a manager on duty (Noor), staff and a desk. */
export interface Cast {
  readonly server: TestServer;
  readonly priya: SignedIn;
  readonly ingrid: SignedIn;
  readonly noor: SignedIn;
  readonly tom: SignedIn;
  readonly ruth: SignedIn;
  readonly room: { readonly id: string; readonly token: string };
  readonly desk: { readonly id: string; readonly token: string };
}

/** Starts a copy of this clinic, which is made once in a run. */
export async function castOf(options: Pick<ServerOptions, "port" | "form"> = {}): Promise<Cast> {
  const { server, made } = await readyServer("cast", makeCast, options);
  return { server, ...made };
}

async function makeCast(server: TestServer): Promise<Omit<Cast, "server">> {
  const priya = await setUpClinic(server);
  const person = (name: string, role: string, more: object = {}) =>
    newPerson(server, priya.token, { email: `${name}@harbour.example`, name, role, ...more });
  const ingrid = await person("ingrid", "manager");
  const noor = await person("noor", "manager");
  const tom = await person("tom", "staff");
  const ruth = await person("ruth", "auditor", { until: soon() });
  const room = await newBrowser(server, priya.token, {
    holder: "person",
    device: "clinic",
    user: tom.id,
    name: "Room 1",
  });
  const desk = await newBrowser(server, priya.token, {
    holder: "desk",
    device: "clinic",
    name: "Front desk",
  });
  await changeClinic(server, priya, {
    controller: ingrid.id,
    duty: noor.id,
    deputy: ingrid.id,
    since: "2020-01-01T00:00:00.000Z",
  });
  return { priya, ingrid, noor, tom, ruth, room, desk };
}

export async function changeClinic(server: TestServer, lead: SignedIn, data: object): Promise<void> {
  const [clinic] = rowsIn(server, "SELECT id, version FROM clinic");
  const row = { id: String(clinic?.id), version: Number(clinic?.version) };
  const answer = await act(server, lead.token, "clinic.change", data, row);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

export const soon = (hours = 24): string => new Date(Date.now() + hours * 3_600_000).toISOString();
export const ago = (hours: number): string => soon(-hours);

export const report = (server: TestServer, token: string, more: object = {}): Promise<Answer> =>
  ask(server, "POST /api/chaperone/report", {
    token,
    body: {
      kind: "other",
      noticedAt: ago(1),
      text: "A letter lay on the desk.",
      confidential: false,
      ...more,
    },
  });

/** A row of the register as it is stored. */
export const stored = (server: TestServer, id: string): Record<string, unknown> =>
  rowsIn(server, "SELECT * FROM breaches WHERE id = ?", id)[0] ?? {};

/** An act on an incident, with the version that it has now; a report is read before it is frozen. */
export async function onCase(
  server: TestServer,
  who: SignedIn,
  action: string,
  id: string,
  data: object = {},
): Promise<Answer> {
  const isUnread = action === "version" && !("read" in data);
  const sent = isUnread ? await readReport(server.url, who.token, id) : data;
  const version = Number(stored(server, id).version ?? 0);
  return await act(server, who.token, `breaches.${action}`, sent, { id, version });
}

/** Reports as Tom does, and answers the incident's id. */
export async function newIncident(cast: Cast, more: object = {}): Promise<string> {
  const { status, body } = await report(cast.server, cast.tom.token, more);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}

/** The same, found to be a breach by the person on duty. */
export async function newBreach(cast: Cast, awareAt = ago(3)): Promise<string> {
  const id = await newIncident(cast, { noticedAt: awareAt });
  const done = await onCase(cast.server, cast.noor, "triage", id, {
    verdict: "breach",
    reason: "It left.",
    awareAt,
  });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return id;
}

let made = 0;
/** A held document and what became of it, as a browser sends them. */
export function mailAttempt(
  n: number,
  more: {
    outcome?: string;
    strength?: string;
    outside?: number;
    at?: string;
    chosen?: string;
    /** Of an attempt before: the same document once more. */
    trace?: string;
  } = {},
) {
  const {
    outcome = "sent-anyway",
    strength = "strong",
    outside = 1,
    at = new Date().toISOString(),
    chosen,
  } = more;
  made += 1;
  const { trace = `trace${String(made).padStart(10, "0")}` } = more;
  const event = (i: number, kind: string, detail: object) => ({
    id: `m${String(made).padStart(13, "0")}${i}`,
    n: n + i,
    kind,
    occurredAt: at,
    trace,
    ...(chosen ? { chosen } : {}),
    detail: { v: 1, adapter: "roundcube", files: 1, strength, ...detail },
  });
  const recipients = { own: 0, approved: 0, patient: 0, outside, unknown: 0 };
  const held = { how: "chosen", kinds: [], shown: [], detector: "rules-1", recipients };
  return { trace, events: [event(0, "mail.held", held), event(1, "mail.outcome", { outcome })] };
}

export const sendEvents = (server: TestServer, token: string, events: readonly object[]): Promise<Answer> =>
  ask(server, "POST /api/chaperone/events", { token, body: { sentAt: new Date().toISOString(), events } });
