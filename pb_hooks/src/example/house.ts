import { clinicId } from "#domain/clinic/clinic";
import type { NewEvent } from "../ledger/chain/append.ts";
import { browsers, people, revokedBrowser, systems, turned, wellOn } from "./cast.ts";
import type { Ids } from "./days.ts";
import { type Calendar, type Happening, instantAt } from "./happening.ts";

/** What the clinic itself did in these ten weeks: set-up, invitations, pairing, the notice, coverage, sign-ins, reading. */
export function eventsOfHouse(
  calendar: Calendar,
  ids: Ids,
  noticeId: string,
  oldBrowser: string,
): Happening[] {
  const happenings: Happening[] = [];
  const add = (at: number, event: NewEvent) => {
    if (at < calendar.now - 60_000) happenings.push({ at, event: { ...event, occurredAt: instantAt(at) } });
  };
  const priya = ids.person("priya");
  const ingrid = ids.person("ingrid");
  const byPriya = (at: number, kind: string, detail: NewEvent["detail"]) =>
    add(at, { kind, user: priya, detail });

  const { began } = calendar;
  byPriya(calendar.at(began, 9, 2), "users.act", { ...acted(priya, "set-up") });
  byPriya(calendar.at(began, 9, 2, 1), "clinic.act", { ...acted(clinicId, "set-up") });
  byPriya(calendar.at(began, 9, 40), "clinic.act", { ...acted(clinicId, "change") });
  for (const [i, { key, signsIn, joined = began }] of people.slice(1).entries()) {
    const action = signsIn === "no" ? "add" : "invite";
    byPriya(calendar.at(calendar.workday(joined), 10, i * 4), "users.act", {
      ...acted(ids.person(key), action),
    });
    if (signsIn === "yes") {
      const id = ids.person(key);
      add(calendar.at(calendar.workday(joined - 1), 10, 40 + i), {
        kind: "users.act",
        user: id,
        detail: { ...acted(id, "enrolled") },
      });
    }
  }
  byPriya(calendar.at(began, 14, 30), "notices.act", { ...acted(noticeId, "record") });
  for (const { key, shown } of people) {
    if (shown === undefined) continue;
    add(calendar.at(began - shown, 8, 40), {
      kind: "notice.shown",
      user: ids.person(key),
      detail: { ...{ v: 1, notice: 1 } },
    });
  }

  for (const [i, one] of browsers.entries()) {
    const holder = one.owner === "" ? "desk" : "person";
    const first = one.paired ?? began - 1;
    const paired = { v: 1, browser: ids.browser(one.key), holder, device: one.device };
    add(calendar.at(first, 9, i * 6), { kind: "browser.pair", user: ingrid, detail: paired });
    for (let daysAgo = first; daysAgo >= one.lastSeen; daysAgo--) {
      if (calendar.weekday(daysAgo) === 0) continue;
      const user = one.owner === "" ? "" : ids.person(one.owner);
      const adapters = daysAgo > turned ? wellOn(one.adapters) : one.adapters;
      const detail = { v: 1, version: one.version, adapters, waiting: 0 };
      const attribution = user === "" ? "none" : "browser";
      add(calendar.at(daysAgo, 10, i), {
        kind: "browser.coverage",
        browser: ids.browser(one.key),
        user,
        attribution,
        detail,
      });
    }
  }
  const old = { v: 1, browser: oldBrowser };
  const pairedOld = { ...old, holder: "desk", device: "clinic" };
  add(calendar.at(began - 2, 10, 50), {
    kind: "browser.pair",
    user: ingrid,
    detail: pairedOld,
  });
  const revoked = { ...old, why: "by-hand" };
  add(calendar.at(calendar.workday(revokedBrowser.revokedDaysAgo), 12, 5), {
    kind: "browser.revoke",
    user: ingrid,
    detail: revoked,
  });

  for (const [i, account] of mappedPeople().entries()) {
    const detail = acted(ids.account(account).slice(3, 18), "map");
    add(calendar.at(began - 2, 11, i * 2), {
      kind: "system_accounts.act",
      user: ingrid,
      system: systems.cliniko,
      detail,
    });
  }
  signInsAndReading(calendar, ids, add);
  return happenings;
}

/** Everybody whom Cliniko shows by a name of their own; the desk person shares one, and nobody is mapped to it. */
export const mappedPeople = (): string[] =>
  people
    .filter(({ role, signsIn, key }) => role === "staff" && signsIn !== "no" && key !== "lettie")
    .map(({ key }) => key);

const acted = (id: string, action: string) => ({ v: 1, id, action });

/** Ingrid looks at the log on Tuesdays; others see their own record now and then; one password was mistyped. */
function signInsAndReading(calendar: Calendar, ids: Ids, add: (at: number, event: NewEvent) => void): void {
  const read = (at: number, who: string, what: string, filter: { readonly user?: string } = {}) => {
    add(at - 60_000, { kind: "auth.sign-in", user: ids.person(who), detail: signedIn });
    add(at, { kind: "log.read", user: ids.person(who), detail: { ...{ v: 1, filter, what } } });
  };
  for (let daysAgo = calendar.began - 2; daysAgo >= 0; daysAgo--) {
    if (calendar.weekday(daysAgo) !== 2) continue;
    read(calendar.at(daysAgo, 8, 31), "ingrid", "events");
    read(calendar.at(daysAgo, 8, 44), "priya", "mail");
  }
  read(calendar.at(calendar.workday(8), 12, 15), "tom", "events", { user: ids.person("tom") });
  read(calendar.at(calendar.workday(4), 17, 50), "maya", "events", { user: ids.person("maya") });
  read(calendar.at(calendar.workday(2), 9, 5), "ruth", "events");
  add(calendar.at(calendar.workday(8), 12, 12), {
    kind: "auth.fail",
    user: ids.person("tom"),
    detail: mistyped,
  });
}

const signedIn = { v: 1, method: "totp" };
const mistyped = { v: 1, reason: "password" };
