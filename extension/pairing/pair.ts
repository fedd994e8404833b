import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { policyAnswer } from "#domain/clinic/policy-answer";
import { carryOver } from "../outbox/carry-over.ts";
import { heldChain } from "../outbox/chain.ts";
import { emptyOutbox } from "../outbox/contents.ts";
import { numbers } from "../outbox/numbers.ts";
import { howSendingGoes } from "../outbox/sending.ts";
import { outboxTrouble, tellTrouble } from "../outbox/trouble.ts";
import { heldPolicy } from "../policy/held-policy.ts";
import { holdPolicy } from "../policy/refresh.ts";
import { serverAddress } from "./address.ts";
import { pairingCode } from "./code.ts";
import { currentPairing, endedPairing } from "./pairing.ts";
import type { PairingProblem } from "./problems.ts";
import { clinicDigest } from "./same-clinic.ts";
import { callServer, isOurError, type Reply } from "./server.ts";

const paired = z.object({ token: z.string(), record: z.object({ id: z.string() }), policy: policyAnswer });

export interface Typed {
  readonly server: string;
  readonly code: string;
  readonly name: string;
}

/** Trades a code for this browser's token. Returns why not, or undefined once it is paired. */
export async function pairBrowser(typed: Typed): Promise<PairingProblem | undefined> {
  const server = serverAddress(typed.server);
  if (!server) return "bad-address";
  const code = pairingCode(typed.code);
  if (!code) return "no-such-code";
  const name = typed.name.trim();
  const reply = await callServer(server, "pair", {
    method: "POST",
    body: { code, ...(name ? { name } : {}), version: browser.runtime.getManifest().version },
  });
  const answer = reply.kind === "answer" && reply.status === 200 ? paired.safeParse(reply.body) : undefined;
  if (!answer?.success) return problemOf(reply);
  const { id } = answer.data.record;
  let lost: number;
  try {
    lost = await takeOver(id, server, await clinicDigest(answer.data.policy.referenceKey));
  } catch {
    return "store-failed";
  }
  await Promise.all([
    heldChain.set({ receipt: null, broken: null }),
    howSendingGoes.remove(),
    outboxTrouble.remove(),
  ]);
  // What an earlier pairing left of its policy is not this clinic's.
  await heldPolicy.remove();
  const key = answer.data.policy.signingKey ?? "";
  await holdPolicy(answer.data.policy, `"${answer.data.policy.revision}"`, key);
  await currentPairing.set({
    server,
    token: answer.data.token,
    browser: id,
    pairedAt: new Date().toISOString(),
    signingKey: key,
  });
  await endedPairing.remove();
  if (lost > 0) await tellTrouble("other-clinic", lost, new Date().toISOString());
  return undefined;
}

/**
 * What an earlier pairing left behind is sent under this one, if it is the same clinic's; another clinic never gets it.
 *
 * @returns How many events that had not been sent went.
 */
async function takeOver(browser: string, server: string, clinic: string): Promise<number> {
  const ended = await endedPairing.get();
  if (ended && (ended.clinic === "" ? ended.server === server : ended.clinic === clinic)) {
    await carryOver(browser, ended);
    return 0;
  }
  const lost = await emptyOutbox();
  await numbers.remove();
  return lost;
}

const refusal = z.object({ data: z.object({ code: z.optional(z.object({ code: z.string() })) }) });

/** Reads the server's refusal: which field it names and why, else what its status says. */
export function problemOf(reply: Reply): PairingProblem {
  if (reply.kind === "unreachable") return "unreachable";
  const named = refusal.safeParse(reply.body);
  const why = named.success ? named.data.data.code?.code : undefined;
  if (why === "expired" || why === "used" || why === "wrong-code") return why;
  if (reply.status === 429) return "too-many";
  if (isOurError(reply.body, 400)) return "no-such-code";
  return reply.status >= 500 ? "unreachable" : "not-chaperone";
}
