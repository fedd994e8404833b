import { createHash } from "node:crypto";
import type { LookAnswer } from "#domain/registers/exceptions/in-browser";
import type { TestServer } from "../../../support/server/server.ts";
import { type Answer, ask } from "../../people/clinic.ts";

/** In the form of a keyed digest. */
export const digest = (text: string): string => `k1:${createHash("sha256").update(text).digest("hex")}`;

interface Wanted {
  readonly document: string;
  readonly recipient: string;
}

/** Asks for an exception in a paired browser. @returns The id of its row. */
export async function askedException(
  server: TestServer,
  token: string,
  user: string,
  wanted: Wanted = { document: digest("letter"), recipient: digest("address") },
): Promise<string> {
  const body = { ...wanted, user, reason: "needed-now", words: "The surgery waits for it." };
  const answer = await ask(server, "POST /api/chaperone/exception-ask", { token, body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return String(answer.body.id);
}

export const lookedUp = async (
  server: TestServer,
  token: string,
  user: string,
  wanted: Wanted,
): Promise<LookAnswer> =>
  (await ask(server, "POST /api/chaperone/exception-look", { token, body: { ...wanted, user } })).body;

export const used = (
  server: TestServer,
  token: string,
  user: string,
  id: string,
  wanted: Wanted,
): Promise<Answer> =>
  ask(server, "POST /api/chaperone/exception-use", {
    token,
    body: { ...wanted, user, id, trace: "t".repeat(15) },
  });
