import * as z from "zod/mini";
import { policyAnswer } from "#domain/clinic/policy-answer";
import { currentPairing, lastClinic } from "../pairing/pairing.ts";
import { callServer, isOurError } from "../pairing/server.ts";
import { checkedCorrections } from "./checked-corrections.ts";
import { correctionsRefused } from "./corrections.ts";
import { type HeldPolicy, heldPolicy, serverVersion } from "./held-policy.ts";

export type Refreshed = "changed" | "same" | "silent" | "unpaired";

/**
 * Fetches the policy if it is another than the one held, and a fresh token with it. What does not fit its schema is
 * not taken: guarding goes on by the last good one.
 */
export function refreshPolicy(): Promise<Refreshed> {
  return navigator.locks.request("chaperone policy", async () => {
    const pairing = await currentPairing.get();
    if (!pairing) return "same";
    const held = await heldPolicy.get();
    const reply = await callServer(pairing.server, "policy", {
      token: pairing.token,
      ...(held ? { headers: { "if-none-match": held.etag } } : {}),
    });
    if (reply.kind === "unreachable") return "silent";
    if (reply.status === 401 && isOurError(reply.body, 401)) return "unpaired";
    if (reply.status === 304 && held) {
      await heldPolicy.set({ ...held, fetchedAt: Date.now() });
      return "same";
    }
    const answer = policyAnswer.safeParse(reply.body);
    if (reply.status !== 200 || !answer.success) return "silent";
    const { token, ...browser } = answer.data.browser;
    // A browser that was paired before its server told a key keeps the first that it hears of.
    const signingKey = pairing.signingKey || (answer.data.signingKey ?? "");
    if (token || signingKey !== pairing.signingKey)
      await currentPairing.set({ ...pairing, ...(token ? { token } : {}), signingKey });
    const tag = reply.headers.get("etag") ?? `"${answer.data.revision}"`;
    await holdPolicy({ ...answer.data, browser }, tag, signingKey);
    return held?.answer.revision === answer.data.revision ? "same" : "changed";
  });
}

/**
 * Keeps a policy that came with a pairing or a refresh, and the clinic's corrections where they are signed with this key; else
 * those that were taken before.
 */
export async function holdPolicy(answer: HeldPolicy["answer"], etag: string, key: string): Promise<void> {
  const { adapters: given, ...rest } = answer;
  const held = (await heldPolicy.get())?.corrections ?? null;
  // Nothing at all is no revision: what was taken goes on.
  const checked = given ? await checkedCorrections(given, key, held) : held;
  const refused = typeof checked === "string";
  await correctionsRefused.set(refused);
  await heldPolicy.set({ answer: rest, etag, fetchedAt: Date.now(), corrections: refused ? held : checked });
  await lastClinic.set({ name: answer.clinic.name, system: answer.clinic.approvedSystem });
}

/** Learns which version the server is: what one version refused, the next may take. */
export async function refreshServerVersion(): Promise<void> {
  const pairing = await currentPairing.get();
  if (!pairing) return;
  const reply = await callServer(pairing.server, "state");
  const state = z.object({ version: z.string() });
  const told = state.safeParse(reply.kind === "answer" ? reply.body : undefined);
  if (told.success) await serverVersion.set(told.data.version);
}
