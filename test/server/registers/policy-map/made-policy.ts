import { linesOf } from "#domain/registers/policy-map/split";
import type { PolicyLine } from "#domain/registers/policy-map/states";
import { clinicDay } from "../../../support/clinic-time.ts";
import type { TestServer } from "../../../support/server/server.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";

export const versionOf = (server: TestServer, id: string, table = "policy_versions"): number =>
  Number(rowsIn(server, `SELECT version FROM ${table} WHERE id = ?`, id)[0]?.version ?? 0);

/** Announces a version and sends its lines, some at a time, as the dashboard does. */
export async function putIn(
  server: TestServer,
  who: Pick<SignedIn, "token">,
  text: string | readonly PolicyLine[],
  atOnce = 300,
): Promise<string> {
  const lines = typeof text === "string" ? linesOf(text) : text;
  const data = { title: "Policy", format: "text", pages: 0, notRead: "", leftOut: 0, lines: lines.length };
  const made = await act(server, who.token, "policy_versions.add", data);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  const { id } = made.body;
  for (let at = 0; at < lines.length; at += atOnce) {
    const part = { at, lines: lines.slice(at, at + atOnce) };
    const sent = await act(server, who.token, "policy_versions.lines", part, {
      id,
      version: versionOf(server, id),
    });
    if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  }
  return id;
}

export const onVersion = (server: TestServer, who: SignedIn, name: string, id: string, data: object) =>
  act(server, who.token, `policy_versions.${name}`, data, { id, version: versionOf(server, id) });

export const onClaim = (server: TestServer, who: SignedIn, name: string, id: string, data: object) =>
  act(server, who.token, `policy_claims.${name}`, data, {
    id,
    version: versionOf(server, id, "policy_claims"),
  });

/** The map as the page asks it. */
export const mapFor = async (server: TestServer, who: Pick<SignedIn, "token">, query = "") =>
  (await ask(server, `GET /api/chaperone/policy-map${query}`, { token: who.token })).body;

/** A civil date so many days from today. */
export const day = (days: number): string => clinicDay(days);
