import type { TestServer } from "../../../support/server/server.ts";
import { act } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { inDays } from "../holds/rows.ts";

interface Who {
  readonly id: string;
  readonly token: string;
}

export const projectOf = (holder: string) => ({
  name: "Falls after knee surgery",
  purpose: "research",
  who: "Fernhill University",
  extract: "Coded rows of one year.",
  form: "pseudonymous",
  madeBy: holder,
  asked: "Their ethics committee.",
  basis: "consent",
  basisWhy: "Each patient signed.",
  holder,
  until: inDays(60),
});

/** What was found in a table that is fit to be called anonymous. */
export const checkOf = (more: object = {}) => ({
  hash: "ab".repeat(32),
  ...{ figures: 12, small: 0, derived: 0, unread: 0, leavesAs: "anonymous" },
  ...more,
});

/** A project, by its id. */
export async function newProject(server: TestServer, who: Who, more: object = {}): Promise<string> {
  const { status, body } = await act(server, who.token, "projects.begin", { ...projectOf(who.id), ...more });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}

/** A table of it that was looked through. */
export async function newCheck(server: TestServer, who: Who, id: string): Promise<void> {
  const version = Number(rowsIn(server, "SELECT version FROM projects WHERE id = ?", id)[0]?.version);
  const { status, body } = await act(server, who.token, "projects.check", checkOf(), { id, version });
  if (status !== 200) throw new Error(JSON.stringify(body));
}
