import { act, ask, newBrowser, newPerson, setUpClinic } from "../server/people/clinic.ts";
import { behindTheBack, rowsIn } from "../server/people/database.ts";
import { askedException } from "../server/registers/exceptions/rows.ts";
import { inServer } from "../support/server/in-server.ts";
import { readyServer } from "../support/server/ready-server.ts";
import type { TestServer } from "../support/server/server.ts";
import { fillIncidents } from "./incidents-fill.ts";
import { fillReviews } from "./reviews-fill.ts";
import { fillTraining } from "./training-fill.ts";

/** Everybody who may knock at the server, and who must be told apart. */
export const actors = [
  "nobody",
  "my browser",
  "another's browser",
  "a desk",
  "a revoked browser",
  "staff",
  "manager",
  "dpo",
  "auditor",
  "a deactivated person",
  "an expired auditor",
  "the superuser in a window",
  "the superuser outside it",
  "a forged token",
] as const;
export type Actor = (typeof actors)[number];

/** A clinic with one of each, and rows of all that there is to read. */
export interface Cast {
  readonly server: TestServer;
  readonly token: (actor: Actor) => string;
  /** Id of the row of `users` or `browsers` that an actor is. */
  readonly id: (actor: Actor) => string;
}

interface SignedInActor {
  readonly id: string;
  readonly token: string;
}

/** Starts a copy of the clinic, which is made once in a run. */
export async function castOf(): Promise<Cast> {
  const { server, made } = await readyServer("everybody", async (fresh) => [...(await fillClinic(fresh))]);
  const known = new Map(made);
  return {
    server,
    token: (actor) => known.get(actor)?.token ?? "",
    id: (actor) => known.get(actor)?.id ?? "none",
  };
}

async function fillClinic(server: TestServer): Promise<ReadonlyMap<Actor, SignedInActor>> {
  const made = new Map<Actor, SignedInActor>();
  const lead = await setUpClinic(server);
  made.set("dpo", lead);
  const by = lead.token;
  const person = (name: string, role: string, until?: string) =>
    newPerson(server, by, { email: `${name}@harbour.example`, name, role, ...(until ? { until } : {}) });
  const soon = new Date(Date.now() + 86_400_000).toISOString();

  made.set("staff", await person("tom", "staff"));
  const manager = await person("ingrid", "manager");
  made.set("manager", manager);
  made.set("auditor", await person("ruth", "auditor", soon));
  const over = await person("otto", "auditor", soon);
  made.set("an expired auditor", over);
  behindTheBack(server, "UPDATE users SET until = '2026-01-01 00:00:00.000Z' WHERE id = ?", over.id);
  const gone = await person("gwen", "manager");
  made.set("a deactivated person", gone);
  await act(server, by, "users.deactivate", {}, { id: gone.id, version: 2 });

  const browser = (name: string, user: string) =>
    newBrowser(server, by, { holder: "person", device: "clinic", user, name });
  made.set("my browser", await browser("Room 1", made.get("staff")?.id ?? ""));
  made.set("another's browser", await browser("Office", made.get("manager")?.id ?? ""));
  made.set("a desk", await newBrowser(server, by, { holder: "desk", device: "clinic", name: "Front desk" }));
  const revoked = await browser("Old laptop", lead.id);
  made.set("a revoked browser", revoked);
  await act(server, by, "browsers.revoke", {}, { id: revoked.id, version: 1 });

  const superuser = await superuserSignIn(server);
  made.set("the superuser in a window", superuser);
  made.set("the superuser outside it", await secondSuperuser(server));
  made.set("a forged token", { id: "", token: forged(lead.token) });
  await fill(server, by, made.get("staff")?.token ?? "", made.get("staff")?.id ?? "");
  await fillIncidents(server, {
    lead,
    manager: made.get("manager") ?? lead,
    staff: made.get("staff") ?? lead,
    auditor: made.get("auditor") ?? lead,
  });
  await fillTraining(server, lead, [made.get("staff") ?? lead, manager]);
  await askForErasure(server, by, made.get("a desk")?.token ?? "");
  await askedException(server, made.get("a desk")?.token ?? "", made.get("staff")?.id ?? "");
  await fillReviews(server, manager, lead, made.get("staff") ?? lead);
  return made;
}

/** At least one row everywhere: a rule that lets nobody see an empty table proves nothing. */
async function fill(server: TestServer, by: string, staff: string, staffId: string): Promise<void> {
  await act(server, by, "browsers.code", { holder: "desk", device: "clinic", name: "Unused" });
  await act(server, by, "users.invite", {
    email: "new@harbour.example",
    name: "New",
    role: "staff",
    practitioner: false,
  });
  await act(server, by, "notices.record", {
    text: "What is recorded.",
    scope: "Cliniko",
    assessmentDecision: "Go ahead",
    assessedBy: "The lead",
    assessedOn: "2026-11-01",
    viewsSought: true,
    views: "Asked.",
  });
  for (const token of [staff, by])
    await ask(server, "POST /api/chaperone/notice-shown", { token, body: { notice: 1 } });
  await act(server, by, "system_accounts.map", {
    system: "cliniko:harbour.uk2",
    account: `k1:${"a".repeat(64)}`,
    user: staffId,
  });
  await ask(server, "POST /api/chaperone/sign-in", {
    body: { email: "x@x.example", password: "x", code: "000000" },
  });
  await ask(server, "GET /api/chaperone/ledger.jsonl", { token: by });
}

/** One erasure that waits for a second person. */
async function askForErasure(server: TestServer, by: string, desk: string): Promise<void> {
  const detail = { v: 1, adapter: "roundcube", outcome: "removed", files: 1, strength: "strong" };
  const event = {
    id: "e".repeat(15),
    n: 1,
    kind: "mail.outcome",
    occurredAt: new Date().toISOString(),
    detail,
  };
  const { body } = await ask(server, "POST /api/chaperone/events", {
    token: desk,
    body: { sentAt: new Date().toISOString(), events: [event] },
  });
  const asked = await act(server, by, "events.erase", {
    seq: body.results[0].seq,
    ground: "A private device",
  });
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.body));
}

async function superuserSignIn(server: TestServer): Promise<{ id: string; token: string }> {
  const stdout = await inServer(server, "break-glass");
  const [, , identity, password] = stdout.split("\n").map((line) => line.trim());
  const route = "POST /api/collections/_superusers/auth-with-password";
  const { body } = await ask(server, route, { body: { identity, password } });
  return { id: body.record.id, token: body.token };
}

/** A second superuser whose window was open when it signed in, and is shut now. */
async function secondSuperuser(server: TestServer): Promise<{ id: string; token: string }> {
  const identity = "second@clinic.example";
  await server.command(["superuser", "upsert", identity, "a password that I set"]);
  behindTheBack(
    server,
    "UPDATE _superusers SET openUntil = '2099-01-01 00:00:00.000Z' WHERE email = ?",
    identity,
  );
  const { body } = await ask(server, "POST /api/collections/_superusers/auth-with-password", {
    body: { identity, password: "a password that I set" },
  });
  behindTheBack(
    server,
    "UPDATE _superusers SET openUntil = '2026-01-01 00:00:00.000Z' WHERE email = ?",
    identity,
  );
  return { id: body.record.id, token: body.token };
}

/** The lead's own claims, signed with a key that is not the server's. */
function forged(token: string): string {
  const [head, claims] = token.split(".");
  return `${head}.${claims}.${"A".repeat(43)}`;
}

/** All ids of a table, as they are stored. */
export const idsIn = (server: TestServer, table: string): string[] =>
  rowsIn(server, `SELECT id FROM ${table} ORDER BY id`).map(({ id }) => String(id));
