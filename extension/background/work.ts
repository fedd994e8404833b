import { browser } from "wxt/browser";
import * as z from "zod/mini";
import type { Health } from "#domain/ledger/event";
import { milliseconds, policy } from "#domain/policy";
import { patientList } from "#domain/sites/patient-list";
import { refreshList } from "../exact/refresh.ts";
import { listStanding, listStood } from "../exact/standing.ts";
import { isDue } from "../outbox/back-off.ts";
import { counts } from "../outbox/contents.ts";
import { deliver } from "../outbox/deliver.ts";
import { howSendingGoes } from "../outbox/sending.ts";
import { dropOverdueOutbox, endPairing } from "../pairing/end.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { currentHealth, dropDeadFrames, watchedFrames } from "../policy/coverage.ts";
import { currentPolicy, serverVersion } from "../policy/held-policy.ts";
import { keptSites, namedHere } from "../policy/named-here.ts";
import { watchOpenTabs } from "../policy/open-tabs.ts";
import { refreshPolicy, refreshServerVersion } from "../policy/refresh.ts";
import { registerScripts } from "../policy/scripts.ts";
import { tellTabs } from "../policy/tabs.ts";
import { showToolbar } from "../policy/toolbar.ts";
import { currentVisit, leaveRecords } from "../records/visits.ts";
import { stored } from "../stored.ts";
import { endAllHoldings, endHoldingsIn, endOrphanedHoldings, isNewRun } from "./holdings.ts";

/** Alarms outlive the worker; timers don't. */
export const alarms = { beat: "beat", deliver: "deliver", tell: "tell" } as const;

const minutes = (number: Parameters<typeof milliseconds>[0]): number => milliseconds(number) / 60_000;
const version = (): string => browser.runtime.getManifest().version;

/** Sees to it that the heartbeat goes on, whatever became of its alarm. */
export async function keepBeating(): Promise<void> {
  const set = await browser.alarms.get(alarms.beat);
  // An alarm of a clock that was set back since lies further ahead than any of ours.
  if (set && set.scheduledTime - Date.now() <= milliseconds(policy.heartbeatEvery)) return;
  await browser.alarms.create(alarms.beat, { periodInMinutes: minutes(policy.heartbeatEvery) });
}

/** Every few minutes: the policy, a sign of life, and what waits. */
export async function beat(): Promise<void> {
  await dropOverdueOutbox(Date.now());
  await takePolicy();
  void listRefreshed();
  if ((await counts().catch(() => ({ refused: 0 }))).refused > 0) await refreshServerVersion();
  await send({ beat: true });
}

/** What of a browser's health is told at once, as it was told last and when. */
const told = stored("session:told", z.object({ troubles: z.string(), at: z.number() }), {
  troubles: "",
  at: 0,
});

const troublesIn = ({ adapters }: Health): string =>
  adapters
    .flatMap(({ id, state, misses = [] }) => [
      ...(state === "blind" || state === "refused" || id === patientList ? [`${id} ${state}`] : []),
      ...misses.map(({ field }) => `${id} ${field}`),
    ])
    .sort()
    .join();

/**
 * A page that is not understood any more, or is again, and corrections that were refused, or are taken again, are told before
 * the next heartbeat: at once, and where something was told just now half a minute later.
 */
export async function tellTroubles(): Promise<void> {
  const now = Date.now();
  const { troubles, at } = await told.get();
  if (!(await currentPairing.get()) || troublesIn(await currentHealth(version(), 0)) === troubles) return;
  const due = at + milliseconds(policy.troubleToldEvery);
  if (now >= due) await send({ beat: true });
  else await browser.alarms.create(alarms.tell, { when: due });
}

/** Fetches the policy, acts on a new one, and tells where what came with it was refused. */
export async function refresh(): Promise<void> {
  await takePolicy();
  await tellTroubles();
}

/** Fetches the policy and acts on a new one. */
async function takePolicy(): Promise<void> {
  const refreshed = await refreshPolicy();
  if (refreshed === "unpaired") await unpaired();
  if (refreshed === "changed") await applyPolicy();
}

/** The list of the clinic's own patients follows the policy. */
async function listRefreshed(): Promise<void> {
  await refreshList();
  await tellList();
}

/** Tells how the list of the clinic's own patients stands, where that is another than before. */
export async function tellList(): Promise<void> {
  const [before, now] = [await listStood.get(), await listStanding()];
  if (before === now) return;
  await listStood.set(now);
  await Promise.all([tellTroubles(), showToolbar()]);
}

/** Scripts, open tabs and toolbar follow what is known of the clinic now: its policy, or what is left of it. */
export function applyPolicy(): Promise<void> {
  // Megabytes at the most, for which nothing here waits.
  void listRefreshed();
  return navigator.locks.request("chaperone apply", async () => {
    const named = await namedHere();
    if (named?.by === "policy") await keptSites.set([...named.sites]);
    await registerScripts(named?.sites ?? null);
    if (named) await watchOpenTabs(named.sites);
    await tellTabs();
    await showToolbar();
  });
}

/** What is left of the clinic's policy goes too, once there is none that could be kept anew. */
export const letSitesGo = (): Promise<void> =>
  navigator.locks.request("chaperone apply", () => keptSites.remove());

/** The extension was installed, updated or switched on, or the browser has started: earlier pages of it are orphaned. */
export async function begin(): Promise<void> {
  if (await endOrphanedHoldings()) void sendSoon();
  await applyPolicy();
}

/** A tab was closed or shows another page: a question that the last one left open ends unanswered. */
export async function leftTab(tab: number): Promise<void> {
  if (await endHoldingsIn(tab)) void sendSoon();
}

/** A page was loaded in a tab: what was watched there before, and is gone without a word, is watched no more. */
export async function pageLoaded(tab: number): Promise<void> {
  const showed = async () => (await watchedFrames()).filter((one) => one.tab === tab);
  if ((await showed()).length === 0 && !(await currentVisit(tab))) return;
  await dropDeadFrames(tab);
  await leaveRecords(tab, await showed());
  await showToolbar();
}

/** No event tells that the extension was switched on again: the first worker of a run finds it out. */
export async function beginIfNew(): Promise<void> {
  if (await isNewRun()) await begin();
}

/** Sends what waits; whatever is left has an alarm. */
export async function send({ force = false, beat: beats = false } = {}): Promise<void> {
  const { revision = "" } = (await currentPolicy()) ?? {};
  const versions = `${version()} ${await serverVersion.get()} ${revision}`;
  const health = async () => {
    const now = await currentHealth(version(), (await counts()).waiting);
    await told.set({ troubles: troublesIn(now), at: Date.now() });
    return now;
  };
  const delivered = await deliver({ force, versions, ...(beats ? { health } : {}) }).catch(
    () => "later" as const,
  );
  if (delivered === "unpaired") await unpaired();
  if (delivered === "later") {
    const { nextTry } = await howSendingGoes.get();
    await browser.alarms.create(alarms.deliver, {
      when: Math.max(
        isDue(nextTry, Date.now()) ? 0 : nextTry,
        Date.now() + milliseconds(policy.sendingFirstRetry),
      ),
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

/** The server no longer knows this browser. The sites that it named stay known: their pages go on holding files. */
async function unpaired(): Promise<void> {
  await endAllHoldings();
  await endPairing(new Date().toISOString());
  await applyPolicy();
}
