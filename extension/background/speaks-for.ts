import { currentPairing } from "../pairing/pairing.ts";
import { callServer } from "../pairing/server.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { seatedHere } from "../policy/person-here.ts";

/**
 * Tells the clinic something of whoever sits here.
 *
 * @returns Whether the server has kept it; never where a shared desk does not know who sits there.
 */
export async function sayOfPersonHere(route: string, said: object): Promise<boolean> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  if (!pairing || !policy) return false;
  const user = await seatedHere(policy, Date.now());
  if (user === undefined) return false;
  const reply = await callServer(pairing.server, route, {
    method: "POST",
    token: pairing.token,
    body: { ...said, user },
  });
  return reply.kind === "answer" && reply.status === 204;
}
