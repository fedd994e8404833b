import type { MessageData } from "../messages.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { callServer } from "../pairing/server.ts";
import { chosenPerson } from "../policy/chosen.ts";
import { currentPolicy } from "../policy/held-policy.ts";

/**
 * Tells the clinic that whoever sits here has read what the last review tells the team.
 *
 * @returns Whether the server has kept it; never where a shared desk does not know who sits there.
 */
export async function readMessage({ message }: MessageData<"message-read">): Promise<boolean> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  if (!pairing || !policy) return false;
  const user = policy.browser.user?.id ?? (await chosenPerson(Date.now()));
  if (user === undefined) return false;
  const body = { message, user };
  const reply = await callServer(pairing.server, "message-read", {
    method: "POST",
    token: pairing.token,
    body,
  });
  return reply.kind === "answer" && reply.status === 204;
}
