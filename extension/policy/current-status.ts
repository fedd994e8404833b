import { browser } from "wxt/browser";
import type { NamedSite } from "#domain/clinic/named-site";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import { milliseconds, policy as policyNumbers } from "#domain/policy";
import { clinicalAdapters } from "../clinical/clinical.ts";
import { listStanding } from "../exact/standing.ts";
import { heldChain } from "../outbox/chain.ts";
import { counts, heldReceipts, waitingEvents } from "../outbox/contents.ts";
import { howSendingGoes } from "../outbox/sending.ts";
import { outboxTrouble } from "../outbox/trouble.ts";
import { currentPairing, endedPairing, lastClinic, type Pairing } from "../pairing/pairing.ts";
import { currentLastEvents } from "../records/last-events.ts";
import { currentMarks } from "../records/marks.ts";
import type { Visit } from "../records/visit.ts";
import { currentVisit } from "../records/visits.ts";
import { questionsOf } from "../reports/questions.ts";
import { closedBecause } from "./access.ts";
import { correctionsRefused } from "./corrections.ts";
import { dropDeadFrames, watchedFrames, worstOf } from "./coverage.ts";
import { type HeldPolicy, heldPolicy } from "./held-policy.ts";
import { namedHere } from "./named-here.ts";
import { personHere, shownHere } from "./person-here.ts";
import { recordingFor } from "./recording.ts";
import { sitesNotAllowed } from "./scripts.ts";
import { siteAt } from "./site-at.ts";
import type { PagePart, PairedStatus, Status } from "./status.ts";
import { isOffline } from "./toolbar.ts";
import { watchedSites } from "./watched-sites.ts";

/** @param tab - The tab that the person looks at, if it matters. */
export async function currentStatus(tab: number | undefined): Promise<Status> {
  const [pairing, policy, clinic, ended, named] = await Promise.all([
    currentPairing.get(),
    heldPolicy.get(),
    lastClinic.get(),
    endedPairing.get(),
    namedHere(),
  ]);
  return {
    version: browser.runtime.getManifest().version,
    clinic,
    ended: ended && {
      at: ended.at,
      kept: ended.kept,
      keptUntil: Date.parse(ended.at) + milliseconds(policyNumbers.outboxKeptUnpaired),
      lost: ended.lost,
    },
    unruled: pairing !== null && policy === null,
    paired: pairing && policy ? await pairedStatus(pairing, policy, tab) : null,
    named: named && named.by !== "policy" ? { by: named.by, hosts: heldOn(named.sites) } : null,
  };
}

/** Where files are held while this browser is not paired. */
const heldOn = (named: readonly NamedSite[]): string[] =>
  watchedSites(named)
    .filter(({ kind }) => kind === "mail")
    .map(({ host }) => host);

async function pairedStatus(
  pairing: Pairing,
  { answer, fetchedAt }: HeldPolicy,
  tab: number | undefined,
): Promise<PairedStatus> {
  const now = Date.now();
  const page = tab === undefined ? null : await pageOf(answer, tab);
  // What a tab showed before it left the clinical system is nobody's presence now.
  const visit = tab !== undefined && page?.kind === "clinical" ? await currentVisit(tab) : null;
  const shown = await shownHere(answer, visit, now);
  const me = personHere(answer, shown);
  const person = answer.browser.user?.id ?? shown.chosen ?? "";
  const [sending, trouble, chain, marks, outbox] = await Promise.all([
    howSendingGoes.get(),
    outboxTrouble.get(),
    heldChain.get(),
    currentMarks(now),
    // A broken store is told as such; the rest of the popup still stands.
    outboxContents().catch(() => ({ waiting: 0, refused: 0, receipts: 0, ids: new Set<string>() })),
  ]);
  const events = (await currentLastEvents()).filter(
    (event) => answer.browser.holder === "person" || event.person === me,
  );
  const { referenceKey: _key, accounts: _accounts, ...policy } = answer;
  return {
    server: pairing.server,
    pairedAt: pairing.pairedAt,
    policy,
    policyFetchedAt: fetchedAt,
    page,
    visit: visit && visitPart(visit),
    recording: recordingFor(answer, shown),
    chosen: shown.chosen ?? null,
    events: events.slice(0, 4).map((event) => ({ ...event, waiting: outbox.ids.has(event.id) })),
    person,
    questions: (await questionsOf(person, now)).map(({ trace, at }) => ({ trace, at })),
    waiting: outbox.waiting,
    refused: outbox.refused,
    receipts: outbox.receipts,
    trouble,
    chainBroken: chain.broken,
    silentSince: sending.silentSince,
    offline: isOffline(sending.silentSince, now),
    sent: sending.sent,
    sites: await siteStates(answer),
    closed: answer.sites.flatMap((site) => {
      const why = closedBecause(site);
      return why ? [{ host: site.host, why }] : [];
    }),
    correctionsRefused: await correctionsRefused.get(),
    list: await listStanding(),
    marks: marks.length,
  };
}

function visitPart({
  ending,
  since,
  taken,
  person,
  system,
}: NonNullable<Visit["current"]>): PairedStatus["visit"] {
  const name = clinicalAdapters().find(({ id }) => system.startsWith(`${id}:`))?.name ?? system;
  return { ending, since, taken, person, system: name };
}

async function outboxContents(): Promise<{
  waiting: number;
  refused: number;
  receipts: number;
  ids: Set<string>;
}> {
  const [counted, receipts, rows] = await Promise.all([counts(), heldReceipts(), waitingEvents(500)]);
  return { ...counted, receipts: receipts.length, ids: new Set(rows.map(({ event }) => event.id)) };
}

/** What is watched in a tab. A listed page without a living script was open before there was one. */
async function pageOf(policy: PolicyAnswer, tab: number): Promise<PagePart | null> {
  await dropDeadFrames(tab);
  const frames = (await watchedFrames()).filter((frame) => frame.tab === tab);
  const top = frames.find(({ frame }) => frame === 0) ?? frames[0];
  // Only a page that we may look at has an address here.
  const { url } = await browser.tabs.get(tab).catch(() => ({ url: undefined }));
  const host = top?.host ?? (url && URL.canParse(url) ? new URL(url).host : "");
  const site = host ? siteAt(policy.sites, host) : null;
  const kind = watchedSites(policy.sites).find(({ adapter }) => adapter === site?.adapter)?.kind;
  if (!kind) return null;
  const worst = top ? worstOf(frames.map(({ state }) => state)) : "late";
  return { host, kind, state: worst === "late" ? "not-reloaded" : worst };
}

async function siteStates(policy: PolicyAnswer): Promise<PairedStatus["sites"]> {
  const [frames, missing] = await Promise.all([watchedFrames(), sitesNotAllowed(policy.sites)]);
  return watchedSites(policy.sites).map((site) => {
    if (missing.some(({ host }) => host === site.host)) return { ...site, state: "not-allowed" };
    const states = frames
      .filter(({ host }) => siteAt(policy.sites, host)?.adapter === site.adapter)
      .map((f) => f.state);
    return { ...site, state: states.length > 0 ? worstOf(states) : "idle" };
  });
}
