import { ruledBy, usualRules } from "#domain/clinic/mail-rules";
import type { NewEvent } from "../ledger/chain/append.ts";
import { browsers, type ExampleBrowser, people, systems } from "../story/cast.ts";
import { Chance } from "../story/chance.ts";
import { type Calendar, type Happening, instantAt } from "../story/happening.ts";
import type { Ids } from "../story/staging.ts";
import { type HeldMail, heldMails, usualMails } from "./mail-story.ts";

const recorder = "record.view";

/** Who works in which browser, and how many records an ordinary day opens there. */
const rota: readonly {
  readonly browser: string;
  readonly who: readonly [string, ...string[]];
  readonly views: number;
}[] = [
  { browser: "desk-1", who: ["tom", "joss", "tom", ""], views: 7 },
  { browser: "desk-2", who: ["joss", "tom", ""], views: 4 },
  { browser: "room-1", who: ["amara"], views: 6 },
  { browser: "room-2", who: ["maya"], views: 5 },
  { browser: "room-3", who: ["sam"], views: 4 },
];

/** Ten weeks of record and mail events, in no order yet, without the browsers' numbers. Today may still be short. */
export function eventsOfDays(calendar: Calendar, ids: Ids): Happening[] {
  const chance = new Chance(20_261_124);
  const patients = Array.from({ length: 60 }, () => chance.digits(18));
  const scans = Array.from({ length: 12 }, () => `k1:${chance.hex(64)}`);
  const story = new Story(
    calendar,
    ids,
    chance,
    patients as [string, ...string[]],
    scans as [string, ...string[]],
  );
  // Nothing is recorded before the notice was shown.
  for (let daysAgo = calendar.began - 2; daysAgo >= 0; daysAgo--) story.day(daysAgo);
  for (const mail of [...usualMails(chance), ...heldMails]) story.mail(mail);
  return story.happenings.filter(({ at }) => at < calendar.now - 60_000);
}

class Story {
  readonly happenings: Happening[] = [];
  readonly #calendar: Calendar;
  readonly #ids: Ids;
  readonly #chance: Chance;
  readonly #patients: readonly [string, ...string[]];
  readonly #scans: readonly [string, ...string[]];

  constructor(
    calendar: Calendar,
    ids: Ids,
    chance: Chance,
    patients: readonly [string, ...string[]],
    scans: readonly [string, ...string[]],
  ) {
    this.#calendar = calendar;
    this.#ids = ids;
    this.#chance = chance;
    this.#patients = patients;
    this.#scans = scans;
  }

  /** The clinic is closed on Sundays, and half staffed on Saturdays. */
  day(daysAgo: number): void {
    const weekday = this.#calendar.weekday(daysAgo);
    if (weekday === 0) return;
    for (const { browser, who, views } of rota) {
      if (this.#lastSeen(browser) > daysAgo) continue;
      const count = Math.round((weekday === 6 ? 0.4 : 1) * views) + this.#chance.below(3);
      for (let i = 0; i < count; i++) this.#view(daysAgo, browser, this.#chance.of(who));
    }
  }

  mail(mail: HeldMail): void {
    const at = this.#calendar.at(
      typeof mail.day === "number" ? this.#calendar.workday(mail.day) : mail.day,
      mail.hour,
      mail.minute,
      this.#chance.below(60),
    );
    const trace = this.#chance.id();
    const from = this.#whose(mail.browser, mail.person);
    const inMail = { ...this.#inMail(mail.browser, mail.person), trace };
    if (mail.downloaded) {
      const record = {
        ...from,
        system: systems.cliniko,
        recordRef: this.#chance.of(this.#patients),
        recordKind: "patient",
      };
      this.#add(at - 190_000, { ...record, kind: recorder, trace, detail: onPage("patient") });
      this.#add(at - 150_000, { ...record, kind: "record.download", trace, detail: onPage("letters") });
    }
    this.#add(at, { ...inMail, kind: "mail.held", detail: heldDetail(mail) });
    this.#add(at + 14_000 + this.#chance.below(30_000), {
      ...inMail,
      kind: "mail.outcome",
      detail: outcomeDetail(mail),
    });
  }

  #view(daysAgo: number, browser: string, who: string): void {
    const at = this.#calendar.at(
      daysAgo,
      8 + this.#chance.below(10),
      this.#chance.below(60),
      this.#chance.below(60),
    );
    const scan = browser === "room-1" && this.#chance.below(5) === 0;
    const where = scan
      ? { system: systems.orthanc, recordRef: this.#chance.of(this.#scans), recordKind: "study" }
      : { system: systems.cliniko, recordRef: this.#chance.of(this.#patients), recordKind: "patient" };
    const from = scan ? this.#owner(browser) : this.#whose(browser, who);
    const page = scan ? "study" : this.#chance.of(["patient", "patient", "appointments", "treatment-note"]);
    this.#add(at, { ...from, ...where, kind: recorder, detail: onPage(page) });
    if (this.#chance.below(14) === 0) {
      this.#add(at + 40_000, { ...from, ...where, kind: "record.print", detail: onPage(page) });
    }
    if (this.#chance.below(18) === 0) {
      const { recordRef: _, ...search } = where;
      const detail = { ...onPage("search"), results: 1 + this.#chance.below(6) };
      this.#add(at - 20_000, { ...from, ...search, kind: "record.search", detail });
    }
  }

  /** As the page shows it: an account that is somebody's, or at a desk nobody at all. */
  #whose(browser: string, who: string) {
    const here = { browser: this.#ids.browser(browser) };
    if (who === "") return { ...here, attribution: "none" as const };
    const attribution =
      people.find(({ key }) => key === who)?.signsIn === "no" ? ("chosen" as const) : ("page" as const);
    const account = attribution === "page" ? { account: this.#ids.account(who) } : {};
    return { ...here, user: this.#ids.person(who), attribution, ...account };
  }

  /** A webmail shows nobody whom the clinic maps: the owner's at a browser of one, picked at a desk. */
  #inMail(browser: string, who: string) {
    const attribution = this.#owner(browser).user === "" ? ("chosen" as const) : ("browser" as const);
    return { browser: this.#ids.browser(browser), user: this.#ids.person(who), attribution };
  }

  #owner(browser: string) {
    const owner = browsers.find(({ key }) => key === browser)?.owner ?? "";
    return {
      browser: this.#ids.browser(browser),
      user: this.#ids.person(owner),
      attribution: "browser" as const,
    };
  }

  #lastSeen(browser: string): number {
    return browsers.find((one: ExampleBrowser) => one.key === browser)?.lastSeen ?? 0;
  }

  #add(at: number, event: Omit<NewEvent, "occurredAt" | "sentAt">): void {
    this.happenings.push({
      at,
      event: { ...event, occurredAt: instantAt(at), sentAt: instantAt(at + 2_000) },
    });
  }
}

/** As adapters of today tell it. */
const onPage = (page: string) => ({ v: 2, adapter: 2, page });

function heldDetail(mail: HeldMail) {
  const rule = ruledBy(usualRules, "mail", [mail.strength], [mail.to]);
  const none = { own: 0, approved: 0, patient: 0, outside: 0, unknown: 0 };
  return {
    v: 1,
    adapter: "roundcube",
    how: mail.how,
    files: mail.how === "pasted" ? 0 : 1,
    strength: mail.strength,
    kinds: mail.kinds.map((kind) => ({ kind, count: kind === "people-list" ? 14 : 1 })),
    ...(mail.unreadable ? { unreadable: mail.unreadable } : {}),
    recipients: { ...none, [mail.to]: 1 },
    shown: [mail.strength === "unreadable" ? "could-not-check" : "names-a-patient"],
    detector: "rules-1",
    ...(rule ? { rule } : {}),
  };
}

function outcomeDetail(mail: HeldMail) {
  return {
    v: 1,
    adapter: "roundcube",
    outcome: mail.outcome,
    files: mail.how === "pasted" ? 0 : 1,
    strength: mail.strength,
    ...(mail.reason ? { reason: mail.reason } : {}),
    ...(mail.sentence ? { sentence: mail.sentence } : {}),
  };
}
