import type { TestServer } from "../../../support/server/server.ts";
import { act, ask } from "../../people/clinic.ts";
import { inDays } from "../holds/rows.ts";

interface Who {
  readonly id: string;
  readonly token: string;
}

export const recordOfAnn = "1805465202989210063";

export const releaseOf = (who: string) => ({
  system: "cliniko:harbour.uk2",
  recordRef: recordOfAnn,
  relation: "daughter",
  name: "Ann",
  phoneEnding: "418",
  scopes: ["appointments"],
  purpose: "To be told the next appointment.",
  channels: ["phone"],
  once: false,
  validFrom: inDays(0),
  expiresOn: inDays(100),
  capacityBy: who,
  explainedBy: who,
  proof: "witnessed",
  signedOn: inDays(0),
  witness: who,
});

/** A release, by its id. */
export async function newRelease(server: TestServer, who: Who, more: object = {}): Promise<string> {
  const { status, body } = await act(server, who.token, "releases.add", { ...releaseOf(who.id), ...more });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}

export const askWho = (
  server: TestServer,
  who: Pick<Who, "token">,
  body: object = { reference: recordOfAnn },
) => ask(server, "POST /api/chaperone/release-answer", { token: who.token, body });

/** An answer that was given, by the id of its asking. */
export async function askedRelease(server: TestServer, who: Who): Promise<string> {
  const { status, body } = await askWho(server, who);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.ask.id;
}
