import type { TestServer } from "../../../support/server/server.ts";
import { act } from "../../people/clinic.ts";
import { inDays } from "../holds/rows.ts";

interface Who {
  readonly id: string;
  readonly token: string;
}

export const decisionOf = (takenBy: string) => ({
  system: "cliniko:harbour.uk2",
  recordRef: "1805465202989210063",
  purpose: "research",
  decision: "no",
  how: "person",
  takenBy,
  from: inDays(0),
});

/** A decision, by its id. */
export async function newDecision(server: TestServer, who: Who, more: object = {}): Promise<string> {
  const { status, body } = await act(server, who.token, "consents.decide", {
    ...decisionOf(who.id),
    ...more,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}

export async function newSuppression(server: TestServer, who: Who, code = "b"): Promise<void> {
  const data = { addresses: [`k1:${code.repeat(64)}`], how: "phone" };
  const { status, body } = await act(server, who.token, "suppressions.add", data);
  if (status !== 200) throw new Error(JSON.stringify(body));
}
