import type { ActData, Action } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import type { ClinicSite } from "#domain/clinic/clinic-site";
import type { Role } from "#domain/roles";
import type { NewClinic } from "../browser/set-up-in-browser.ts";
import { inServer } from "./in-server.ts";
import { oneTimeCode, spendCodes, spentCodes } from "./one-time-code.ts";
import { readyServer } from "./ready-server.ts";
import type { TestServer } from "./server.ts";
import type { SignIn } from "./sign-in.ts";

/** Somebody of the invented clinic who is signed in over HTTP. */
export interface Member extends SignIn {
  readonly id: string;
  readonly name: string;
  readonly token: string;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

/** An invented clinic on a real server, made by the routes that the dashboard uses. */
export interface Clinic {
  readonly url: string;
  readonly lead: Member;
  call<T>(path: string, options?: { body?: unknown; token?: string; method?: string }): Promise<T>;
  act<A extends Action>(
    who: Member,
    action: A,
    data: ActData<A>,
    row?: Pick<Row, "id" | "version">,
  ): Promise<ActAnswer>;
  rows(who: Member, collection: string): Promise<Row[]>;
  /** Invites somebody and enrols them with the link. */
  join(name: string, role: Role, practitioner?: boolean): Promise<Member>;
  nameSites(sites: readonly ClinicSite[]): Promise<void>;
  /** The lead records the assessment's decision, the workers' views and the next version of the notice. */
  recordNotice(): Promise<number>;
}

/** A call of the server that was refused. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, path: string, body: string) {
    super(`${path} answered ${status}: ${body}`);
    this.status = status;
  }
}

const password = "lantern orchard violet piston";

/** The clinic that tests set up. */
export const harbour = {
  clinic: "Harbour Physio",
  mailDomain: "harbour.example",
  name: "Priya Raman",
  email: "priya@harbour.example",
  password,
} as const satisfies NewClinic;

/** A running server with the invented clinic on it. */
export interface StartedClinic {
  readonly server: TestServer;
  readonly clinic: Clinic;
  stop(): Promise<void>;
}

/** Starts a copy of the clinic that {@link setUpClinic} makes, once in a run; its lead is signed in. */
export async function startClinic(): Promise<StartedClinic> {
  const { server, made } = await readyServer("harbour", async (fresh) => {
    const { lead } = await setUpClinic(fresh);
    return { lead, spent: spentCodes() };
  });
  spendCodes(made.spent);
  return { server, clinic: clinicOf(server, made.lead), stop: () => server.stop() };
}

/**
 * Sets the clinic up by the one-time link.
 *
 * @param already - The lead's sign-in where set-up was gone through in a browser.
 */
export async function setUpClinic(server: TestServer, already?: SignIn): Promise<Clinic> {
  const call = callsOf(server);
  const setUp = async (): Promise<string> => {
    const token = (await setUpLink(server)).split("#")[1] ?? "";
    const secret = await secretOf(call, token);
    const { clinic: name, mailDomain, ...lead } = harbour;
    const clinic = {
      name,
      nation: "england",
      careRegulator: "none",
      legalForm: "body",
      nhsWork: "no",
      timeZone: "Europe/London",
      leadTitle: "confidentiality lead",
      mailDomains: [mailDomain],
      diskEncrypted: true,
    };
    await call("chaperone/setup", { body: { token, clinic, ...lead, code: await oneTimeCode(secret) } });
    return secret;
  };
  const secret = already?.totpSecret ?? (await setUp());
  return clinicOf(server, await signedIn(call, harbour.name, harbour.email, secret));
}

function callsOf(server: TestServer): Clinic["call"] {
  return async (path, { body, token, method } = {}) => {
    const response = await fetch(`${server.url}/api/${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: token }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, path, text);
    return JSON.parse(text);
  };
}

async function signedIn(
  call: Clinic["call"],
  name: string,
  email: string,
  totpSecret: string,
): Promise<Member> {
  const body = { email, password, code: await oneTimeCode(totpSecret) };
  const { token, record } = await call<{ token: string; record: { id: string } }>("chaperone/sign-in", {
    body,
  });
  return { id: record.id, name, email, password, totpSecret, token };
}

const secretOf = async (call: Clinic["call"], token: string) =>
  (await call<{ secret: string }>("chaperone/enrol/start", { body: { token } })).secret;

function clinicOf(server: TestServer, lead: Member): Clinic {
  const call = callsOf(server);
  const rows: Clinic["rows"] = async (who, collection) =>
    (await call<{ items: Row[] }>(`collections/${collection}/records?perPage=200`, { token: who.token }))
      .items;
  const act: Clinic["act"] = (who, action, data, row) =>
    call("chaperone/act", { token: who.token, body: { action, data, id: row?.id, version: row?.version } });
  return {
    url: server.url,
    lead,
    call,
    rows,
    act,
    async join(name, role, practitioner = false) {
      const plain = /^[ -~]+$/.test(name) ? name : `m${Buffer.from(name).toString("hex").slice(0, 40)}`;
      const email = `${plain.toLowerCase().replaceAll(" ", ".")}@harbour.example`;
      const until = role === "auditor" ? { until: new Date(Date.now() + 30 * 86_400_000).toISOString() } : {};
      const { link } = await act(lead, "users.invite", { email, name, role, practitioner, ...until });
      const invitation = link?.split("#")[1] ?? "";
      const totpSecret = await secretOf(call, invitation);
      await call("chaperone/enrol", {
        body: { token: invitation, password, code: await oneTimeCode(totpSecret) },
      });
      return await signedIn(call, name, email, totpSecret);
    },
    async nameSites(sites) {
      const [clinic] = await rows(lead, "clinic");
      if (!clinic) throw new Error("the clinic has no row");
      await act(lead, "clinic.change", { sites: [...sites] }, clinic);
    },
    async recordNotice() {
      const { version } = await act(lead, "notices.record", {
        text: "Your browser records which records you open at work, and who reads that log.",
        scope: "Openings of records in the clinical system and held messages",
        assessmentDecision: "Proportionate: openings only, no content, read in the weekly review.",
        assessedBy: "Priya Raman",
        assessedOn: "2026-11-02",
        viewsSought: true,
        views: "The team asked to see their own events. They can.",
      });
      return version;
    },
  };
}

/** A fresh set-up link, as the server's console prints it. */
export async function setUpLink(server: TestServer): Promise<string> {
  const printed = await inServer(server, "setup-link");
  const link = /https?:\/\/\S+\/setup#\S+/.exec(printed);
  if (!link) throw new Error(`no set-up link in: ${printed}`);
  return link[0];
}
