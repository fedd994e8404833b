import { browser } from "wxt/browser";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import type { HelloAnswer } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { coverFrame } from "../policy/coverage.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { siteOf } from "../policy/host-permissions.ts";
import { namedBy } from "../policy/named-here.ts";
import { adapterAt, siteAt } from "../policy/site-at.ts";
import type { Origin } from "../receive.ts";

/** A content script starts, or looks again: it learns what it needs of the policy, and no more. */
export async function hello(told: MessageData<"hello">, origin: Origin): Promise<HelloAnswer> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  const named = await namedBy(pairing, policy);
  const site = named && siteAt(named.sites, origin.host);
  const adapter = (named && adapterAt(named.sites, origin.host)) ?? null;
  // On this computer's own ports both scripts may stand in one page: only the one that is meant watches it.
  const isMeant = (adapter?.kind === "clinical") === (told.adapter === "records");
  if (site && origin.tab !== undefined && isMeant) {
    const at = { tab: origin.tab, frame: origin.frame ?? 0, host: origin.host };
    await coverFrame(at, { adapter: site.adapter }, told.starts);
  }
  if (!pairing || !policy) {
    const why = pairing ? "no-rules" : "not-paired";
    return { paired: false, unwatched: site && { why }, adapter };
  }
  const { clinic, mail, revision } = policy;
  return {
    paired: true,
    version: browser.runtime.getManifest().version,
    policy: { revision, clinic, mail, site, ...buttonsAt(policy, origin.host) },
    adapter,
  };
}

/** Which buttons of this host's clinical system the clinic approved. */
function buttonsAt({ sites, mailButtons }: PolicyAnswer, host: string): { mailButtons?: readonly string[] } {
  if (!mailButtons) return {};
  const named = siteOf(sites, host)?.host;
  return { mailButtons: mailButtons.find((one) => one.host === named)?.labels ?? [] };
}
