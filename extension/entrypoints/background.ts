import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { callCommand, openCall } from "../background/call-key.ts";
import { handlers } from "../background/handlers.ts";
import {
  alarms,
  applyPolicy,
  beat,
  begin,
  beginIfNew,
  keepBeating,
  leftTab,
  pageLoaded,
  send,
  tellTroubles,
} from "../background/work.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { choosePerson } from "../policy/chosen.ts";
import { forgetFrames } from "../policy/coverage.ts";
import { tellTabs } from "../policy/tabs.ts";
import { showToolbar } from "../policy/toolbar.ts";
import { receive } from "../receive.ts";
import { forgetVisits } from "../records/visits.ts";
import { personChanged } from "../told-to-tabs.ts";

/** Remembers nothing: each listener is set at once, and whatever it needs lies in storage. */
export default defineBackground({
  type: "module",
  main() {
    receive(handlers);

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === alarms.beat) void beat();
      if (name === alarms.deliver) void send();
      if (name === alarms.tell) void tellTroubles();
    });
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === callCommand) void openCall(tab?.id);
    });
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      await begin();
      if (reason === "install" && !(await currentPairing.get())) {
        await browser.tabs.create({ url: browser.runtime.getURL("/pair.html") });
      }
    });
    browser.runtime.onStartup.addListener(async () => {
      await begin();
      await beat();
    });
    browser.permissions.onAdded.addListener(() => void applyPolicy());
    browser.permissions.onRemoved.addListener(() => void applyPolicy());
    browser.tabs.onRemoved.addListener(async (tab) => {
      await Promise.all([forgetFrames(tab), forgetVisits(tab), leftTab(tab)]);
      await showToolbar();
    });
    browser.tabs.onUpdated.addListener((tab, { status }) => {
      if (status === "complete") void pageLoaded(tab);
    });
    // The clinic's browser policy comes seconds after the start; a storage that was cleared takes the pairing along.
    browser.storage.onChanged.addListener((changes, area) => {
      const pairing = area === "local" ? changes.pairing : undefined;
      if (area === "managed" || (pairing && pairing.newValue === undefined)) void applyPolicy();
    });
    browser.idle.onStateChanged.addListener((state) => {
      if (state === "locked") void choosePerson(null, 0);
      // What stood on the screen meanwhile is seen now, perhaps by somebody else.
      if (state === "active") void tellTabs(personChanged);
    });
    self.addEventListener("online", () => void send({ force: true }));

    // Content scripts can read local storage unless they are told off; Firefox has no such setting for it.
    void browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
    void keepBeating();
    void beginIfNew();
    void showToolbar();
  },
});
