import { browser } from "wxt/browser";
import { listForDesk } from "../exact/for-desk.ts";
import { askForException, lookForException, spendException } from "../exceptions/exceptions.ts";
import { readDocument, readDocumentFile, sayOfDocument } from "../lessons/server-documents.ts";
import { readLesson, readLessons, takeLesson } from "../lessons/server-lessons.ts";
import { outboxTrouble } from "../outbox/trouble.ts";
import { serverAddress } from "../pairing/address.ts";
import { endPairing } from "../pairing/end.ts";
import { pairBrowser } from "../pairing/pair.ts";
import { choosePerson } from "../policy/chosen.ts";
import { coverFrame, watchedFrames } from "../policy/coverage.ts";
import { currentStatus } from "../policy/current-status.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { countLook } from "../policy/misses.ts";
import { siteAt } from "../policy/site-at.ts";
import { tellTabs, watchedTabs } from "../policy/tabs.ts";
import { showToolbar } from "../policy/toolbar.ts";
import type { Handlers, Origin } from "../receive.ts";
import { recordShown, whoseAddresses } from "../records/people-seen.ts";
import { fileOrigins, knownSizes, provenance } from "../records/provenance.ts";
import { markBytes, place, record } from "../records/record.ts";
import { receivedError } from "../reports/received-error.ts";
import { answerRecipient, openQuestion, owe, putOffQuestion } from "../reports/recipient.ts";
import { readColleagues, sendReport } from "../reports/send-report.ts";
import { personChanged } from "../told-to-tabs.ts";
import { announceDesk, openDesk } from "./desk-nonces.ts";
import { event, noticeShown } from "./event.ts";
import { hello } from "./hello.ts";
import { forgetHoldings } from "./holdings.ts";
import { sayMailPrograms } from "./mail-programs.ts";
import { askReleases, readBanner, tellRelease } from "./on-the-phone.ts";
import { openSystem } from "./open-system.ts";
import { readMessage } from "./read-message.ts";
import { screenFor } from "./screen.ts";
import { bringSettling } from "./settling.ts";
import {
  applyPolicy,
  beat,
  leftTab,
  letSitesGo,
  refresh,
  send,
  sendSoon,
  tellList,
  tellTroubles,
} from "./work.ts";

const frameOf = ({ tab = -1, frame = 0, host }: Origin) => ({ tab, frame, host });

/** Sends without making the page wait for it. */
function sent<T>(kept: T): T {
  void sendSoon();
  return kept;
}

/** What the background does on each message; `receive` has checked who sends it and what it holds. */
export const handlers: Handlers = {
  hello: async (data, origin) => {
    if (data.starts && data.frame === "top" && origin.tab !== undefined) await leftTab(origin.tab);
    const answer = await hello(data, origin);
    void showToolbar();
    return answer;
  },
  event: async (data, origin) => sent(await event(data, origin)),
  record: async (data, origin) => {
    const kept = await record(data, origin);
    return kept.kept ? sent(kept) : kept;
  },
  place,
  coverage: async ({ adapter, state }, origin) => {
    await coverFrame(frameOf(origin), { adapter, state });
    await showToolbar();
    void tellTroubles();
    return null;
  },
  canary: async ({ adapter, ...looked }, origin) => {
    const watched = siteAt((await currentPolicy())?.sites ?? [], origin.host);
    if (watched?.adapter !== adapter) return null;
    await countLook(adapter, looked);
    void tellTroubles();
    return null;
  },
  "frame-watched": async ({ host }, { tab }) => ({
    watched: (await watchedFrames()).some(
      (one) => one.tab === tab && one.host === host && one.adapter !== "",
    ),
  }),
  held: async ({ count }, origin) => {
    await coverFrame(frameOf(origin), { held: count });
    await showToolbar();
    return null;
  },
  "sentence-screen": screenFor,
  provenance,
  "file-origins": fileOrigins,
  "known-sizes": knownSizes,
  "record-shown": recordShown,
  whose: whoseAddresses,
  "mark-bytes": markBytes,
  "exception-look": lookForException,
  "exception-ask": askForException,
  "exception-use": spendException,
  settling: bringSettling,
  "desk-nonce": announceDesk,
  "desk-open": openDesk,
  "exact-list": (data) => listForDesk(data, () => void tellList()),

  "open-page": async ({ page }) => {
    await browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html`) });
    return null;
  },

  "open-system": openSystem,

  "recipient-owed": owe,
  "recipient-open": openQuestion,
  "recipient-screen": ({ text }) => ({ wrong: receivedError(text) ?? "" }),
  "recipient-later": putOffQuestion,
  "recipient-answer": answerRecipient,
  report: sendReport,
  colleagues: readColleagues,
  "mail-programs": async (data) => {
    const kept = await sayMailPrograms(data);
    if (kept) await refresh();
    return { kept };
  },
  "message-read": async (data) => {
    const kept = await readMessage(data);
    if (kept) await refresh();
    return { kept };
  },

  lessons: readLessons,
  lesson: readLesson,
  "lesson-take": takeLesson,
  document: readDocument,
  "document-file": readDocumentFile,
  "document-says": sayOfDocument,
  "release-ask": askReleases,
  "release-told": tellRelease,
  "record-banner": readBanner,
  "banner-here": (_, { tab }) => readBanner(tab === undefined ? {} : { tab }),

  status: ({ tab }) => currentStatus(tab),
  refresh: async () => {
    await refresh();
    return null;
  },
  "send-now": async () => {
    await send({ force: true });
    return null;
  },
  pair: async (typed) => {
    const problem = await pairBrowser(typed);
    const server = serverAddress(typed.server) ?? typed.server;
    if (problem) return { paired: false, problem, server };
    await applyPolicy();
    void beat();
    const sites = (await currentPolicy())?.sites ?? [];
    return { paired: true, tabs: (await watchedTabs(sites)).length };
  },
  unpair: async () => {
    // Whoever unpairs here means it: the clinic's pages are let go. A revocation by the server keeps them.
    await forgetHoldings();
    const { lost } = await endPairing(new Date().toISOString());
    await letSitesGo();
    await applyPolicy();
    return { lost };
  },
  "trouble-seen": async () => {
    await outboxTrouble.remove();
    return null;
  },
  choose: async ({ user }) => {
    const known = (await currentPolicy())?.people.some(({ id }) => id === user);
    if (user === null || known) await choosePerson(user, Date.now());
    if (known) await tellTabs(personChanged);
    return null;
  },
  "notice-shown": async (data) => {
    const kept = await noticeShown(data);
    if (kept.kept) {
      await send({ force: true });
      await refresh();
    }
    return kept;
  },
  "sites-changed": async () => {
    await applyPolicy();
    return null;
  },
  "reload-tabs": async () => {
    const tabs = await watchedTabs((await currentPolicy())?.sites ?? []);
    await Promise.all(tabs.map((tab) => browser.tabs.reload(tab)));
    return { reloaded: tabs.length };
  },
};
