import { browser } from "wxt/browser";
import { milliseconds, policy } from "#domain/policy";
import { counts } from "../outbox/contents.ts";
import { deliver } from "../outbox/deliver.ts";
import { howSendingGoes } from "../outbox/sending.ts";
import { dropOverdueOutbox, endPairing } from "../pairing/end.ts";
import { currentHealth } from "../policy/coverage.ts";
import { currentPolicy, serverVersion } from "../policy/held-policy.ts";
import { refreshPolicy, refreshServerVersion } from "../policy/refresh.ts";
import { registerScripts } from "../policy/scripts.ts";
import { tellTabs, watchOpenTabs } from "../policy/tabs.ts";
import { showToolbar } from "../policy/toolbar.ts";

/** Alarms outlive the worker; timers don't. */
export const alarms = { beat: "beat", deliver: "deliver" } as const;

const minutes = (number: Parameters<typeof milliseconds>[0]): number => milliseconds(number) / 60_000;
const version = (): string => browser.runtime.getManifest().version;

/** Sees to it that the heartbeat goes on, whatever became of its alarm. */
export async function keepBeating(): Promise<void> {
  if (await browser.alarms.get(alarms.beat)) return;
  await browser.alarms.create(alarms.beat, { periodInMinutes: minutes(policy.heartbeatEvery) });
}

/** Every few minutes: the policy, a sign of life, and what waits. */
export async function beat(): Promise<void> {
  await dropOverdueOutbox(Date.now());
  await refresh();
  if ((await counts().catch(() => ({ refused: 0 }))).refused > 0) await refreshServerVersion();
  await send({ beat: true });
}

/** Fetches the policy and acts on a new one. */
export async function refresh(): Promise<void> {
  const refreshed = await refreshPolicy();
  if (refreshed === "unpaired") await unpaired();
  if (refreshed === "changed") await applyPolicy();
}

/** Scripts, open tabs and toolbar follow the policy that is held now. */
export async function applyPolicy(): Promise<void> {
  const sites = (await currentPolicy())?.sites ?? null;
  await registerScripts(sites);
  if (sites) await watchOpenTabs(sites);
  await tellTabs();
  await showToolbar();
}

/** Sends what waits; whatever is left has an alarm. */
export async function send({ force = false, beat: beats = false } = {}): Promise<void> {
  const { revision = "" } = (await currentPolicy()) ?? {};
  const versions = `${version()} ${await serverVersion.get()} ${revision}`;
  const health = async () => currentHealth(version(), (await counts()).waiting);
  const delivered = await deliver({ force, versions, ...(beats ? { health } : {}) }).catch(
    () => "later" as const,
  );
  if (delivered === "unpaired") await unpaired();
  if (delivered === "later") {
    const { nextTry } = await howSendingGoes.get();
    await browser.alarms.create(alarms.deliver, {
      when: Math.max(nextTry, Date.now() + milliseconds(policy.sendingFirstRetry)),
    });
  }
  if (delivered === "done") await browser.alarms.clear(alarms.deliver);
  await showToolbar();
}

/** After an event was kept: the alarm first, so that it is sent even if this worker dies now. */
export async function sendSoon(): Promise<void> {
  await browser.alarms.create(alarms.deliver, { when: Date.now() + milliseconds(policy.sendingFirstRetry) });
  await send();
}

/** The server no longer knows this browser. */
async function unpaired(): Promise<void> {
  await endPairing(new Date().toISOString());
  await applyPolicy();
}
