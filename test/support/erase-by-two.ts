import { type Answer, type SignedIn, send } from "./server/ledger-client.ts";
import type { TestServer } from "./server/server.ts";

type Signed = Pick<SignedIn, "token">;

/** A lead asks for the erasure of an event and somebody else confirms it; the answer is the confirmation's. */
export async function eraseByTwo(
  server: Pick<TestServer, "url">,
  lead: Signed,
  second: Signed,
  data: { readonly seq: number | undefined; readonly ground: string },
): Promise<Answer> {
  const act = (who: Signed, body: object) => send(server, "POST", "/act", { token: who.token, body });
  const asked = await act(lead, { action: "events.erase", data });
  if (asked.status !== 200) return asked;
  return act(second, { action: "events.confirm", id: asked.json.id, version: asked.json.version, data: {} });
}
