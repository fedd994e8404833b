import { milliseconds, policy } from "#domain/policy";
import { patientList } from "#domain/sites/patient-list";
import type { Browser } from "#lib/api/browsers.ts";
import { adapterName } from "#lib/format/adapters.ts";
import { listed } from "#lib/format/sentence.ts";
import { dateIn, moment, read, span } from "#lib/format/time.ts";

export type BrowserState = {
  readonly state: "red" | "amber" | "green" | "grey";
  readonly word: string;
  /** Second line: what it watches, or what to do. */
  readonly says: string;
};

/** Facts of a page that were not found on it. */
const missedWords: Readonly<Record<string, string>> = {
  root: "the message",
  body: "its text",
  subject: "its subject",
  recipients: "its recipients",
  attachments: "its attachments",
  send: "the send button",
  page: "the record",
};

/** Heartbeats missed before a browser counts as quiet within the day. */
const heartbeats = 3;

/**
 * How a browser stands; the worst that is true, as silence and blindness must show.
 *
 * @param now - Milliseconds since 1970.
 * @param zone - The clinic's time zone.
 */
export function stateOf(browser: Browser, now: number, zone: string): BrowserState {
  const told = browser.adapters ?? [];
  const adapters = told.filter(({ id }) => id !== patientList);
  const list = told.find(({ id }) => id === patientList)?.state;
  const blind = adapters.filter(({ state }) => state === "blind");
  const offset = Math.abs(browser.clockOffset);
  const seen = read(browser.lastSeen);
  const quiet = now - seen;

  if (browser.revoked)
    return {
      state: "grey",
      word: "revoked",
      says: "It records nothing. Its mail pages hold files once it hears of it.",
    };
  if (browser.chainMismatch) {
    return {
      state: "red",
      word: "another log",
      says: "Its receipt does not agree with the server’s log. Export the log and verify it.",
    };
  }
  if (Number.isNaN(seen))
    return { state: "amber", word: "not seen yet", says: "Paired, but it has not reported yet." };
  if (blind.length > 0) {
    const names = listed(blind.map(({ id }) => adapterName(id)));
    return { state: "red", word: `blind on ${names}`, says: "The page changed; update the extension." };
  }
  const closed = adapters.filter(({ state }) => state === "no-access");
  if (closed.length > 0) {
    const names = listed(closed.map(({ id }) => adapterName(id)));
    return {
      state: "red",
      word: `no access to ${names}`,
      says: "The permission is not given there: the extension’s options ask for it.",
    };
  }
  if (adapters.some(({ state }) => state === "refused")) {
    return {
      state: "red",
      word: "corrections refused",
      says: "What the clinic corrected was not taken here: it is not signed by the key that this browser knows, is older than what it has, or does not fit. If the key is another, pair it again.",
    };
  }
  if (list === "blind")
    return {
      state: "red",
      word: "without the list of patients",
      says: "It did not come to this browser, or can’t be read there: letters that only name a patient may pass. It is fetched every few minutes. If this stays, restart the browser.",
    };
  if (dateIn(zone, seen) !== dateIn(zone, now)) {
    return {
      state: "amber",
      word: `quiet for ${span(quiet)}`,
      says: "Switched off, or no longer paired there: we can’t know whether it is watched. Start it or pair it again.",
    };
  }
  const late = adapters.filter(({ state }) => state === "late");
  if (late.length > 0) {
    const names = listed(late.map(({ id }) => adapterName(id)));
    return {
      state: "amber",
      word: `not reloaded: ${names}`,
      says: "A page open since before; files are held until it is reloaded.",
    };
  }
  if (list)
    return {
      state: "amber",
      word: "on an older list of patients",
      says: "The newest one has not come to this browser: who was added since is not known there. It is fetched every few minutes.",
    };
  const changed = adapters.filter(({ misses = [] }) => misses.length > 0);
  if (changed.length > 0) {
    const fields = new Set(
      changed.flatMap(({ misses = [] }) => misses.map(({ field }) => missedWords[field] ?? field)),
    );
    return {
      state: "amber",
      word: `the page changed: ${listed(changed.map(({ id }) => adapterName(id)))}`,
      says: `Not found where it was: ${listed([...fields])}. Documents are held all the same, by the page’s structure.`,
    };
  }
  if (offset > milliseconds(policy.clockOffBy)) {
    const side = browser.clockOffset > 0 ? "ahead" : "behind";
    return {
      state: "amber",
      word: "wrong clock",
      says: `Its clock is ${span(offset)} ${side}; new events are stamped by the server’s time.`,
    };
  }
  const watches = listed(
    adapters.filter(({ state }) => state === "watching").map(({ id }) => adapterName(id)),
  );
  const waits = [
    browser.waiting > 0 ? `${browser.waiting} waiting` : "",
    browser.refused > 0 ? `${browser.refused} refused` : "",
  ].filter(Boolean);
  const more = waits.length > 0 ? `; events: ${listed(waits)}` : "";
  if (quiet > heartbeats * milliseconds(policy.heartbeatEvery)) {
    return {
      state: "grey",
      word: "closed",
      says: `Last seen ${moment(browser.lastSeen, zone, now)}; we can’t know whether it is watched since${more}`,
    };
  }
  if (browser.device === "own" && browser.ownDeviceReason === "") {
    return { state: "grey", word: "guard only", says: `Own device: nothing is recorded${more}` };
  }
  return { state: "green", word: "watching", says: `${watches || "no page open that it knows"}${more}` };
}
