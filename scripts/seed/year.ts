import type { Draft } from "#domain/ledger/ledger";
import type { Attribution } from "#domain/roles";
import { Chance } from "./chance.ts";
import { heldMail } from "./mail.ts";
import { cliniko, type SeededBrowser, type SeededPerson } from "./people.ts";
import { daysBetween, timesOf } from "./rhythm.ts";

/** An event as somebody made it; the chain gives it the rest. */
export type SeededEvent = Pick<Draft, "kind" | "receivedAt" | "occurredAt"> &
  Partial<Draft> & { readonly of: { readonly v: number; readonly [part: string]: unknown } };

/** Whose year it is. */
export interface Cast {
  readonly browsers: readonly SeededBrowser[];
  /** Who reads the log: leads and managers. */
  readonly readers: readonly string[];
}

const day = 86_400_000;
/** What is done in a browser, by how often. */
const done = [
  ["record.view", 830],
  ["record.search", 60],
  ["record.print", 20],
  ["record.copy", 10],
  ["record.download", 8],
  ["record.export", 2],
  ["mail", 22],
  ["read", 20],
  ["sign-in", 28],
] as const;
/** Of a thousand events of a browser: kept in its outbox for days; lost for ever with those behind it. */
const late = 12;
const lost = 0.2;
/** Of a hundred: by an extension that was not updated; at a desk where nobody was picked. */
const old = 1;
const nobody = 15;
/** Weeks of leave, of 52. */
const leave = 6;

/**
 * A year at a clinic, event by event in the order in which they are stored, the same for the same seed: by the rhythm of
 * week and day, each person on leave now and then, with mail that was held, events that came late or never, and views that
 * name nobody.
 *
 * @param events - How many, near enough: what becomes of mail comes beside them.
 */
export function* yearOf(
  cast: Cast,
  from: number,
  to: number,
  events: number,
  seed: number,
): Generator<SeededEvent> {
  const chance = new Chance(seed);
  const outbox: { readonly due: number; readonly event: SeededEvent }[] = [];
  const numbers = new Map<string, number>();
  const patients = Array.from({ length: Math.max(500, Math.round(events / 150)) }, (_, i) =>
    String(7_000_000_000 + i * 37),
  );

  const next = (browser: string): number => {
    const n = (numbers.get(browser) ?? 0) + (chance.part() * 1_000 < lost ? 2 + chance.below(3) : 1);
    numbers.set(browser, n);
    return n;
  };
  const isAway = ({ id }: SeededPerson, at: number): boolean =>
    (Math.imul(hash(id) ^ Math.floor(at / (7 * day)), 0x9e3779b1) >>> 0) % 52 < leave;

  function* browsing(at: number): Generator<SeededEvent> {
    const browser = chance.of(cast.browsers);
    const here = browser.people.filter((one) => !isAway(one, at));
    if (here.length === 0) return;
    const who = chance.of(here);
    const kind = chance.among(done);
    if (kind === "read" || kind === "sign-in") {
      yield server(kind, who);
      return;
    }
    const occurredAt = instant(at - 1_000 - chance.below(60_000));
    const base = { receivedAt: instant(at), occurredAt, sentAt: instant(at - 500), browser: browser.id };
    const sender = browser.owner === "" ? attributed(who.id, "chosen") : attributed(browser.owner, "browser");
    if (kind === "mail") {
      const { held, outcome } = heldMail(chance);
      const trace = idOf(chance);
      yield { ...base, ...sender, kind: "mail.held", n: next(browser.id), trace, of: held };
      if (outcome)
        yield { ...base, ...sender, kind: "mail.outcome", n: next(browser.id), trace, of: outcome };
      return;
    }
    const isNobody = browser.owner === "" && chance.below(100) < nobody;
    const view = {
      ...base,
      kind,
      n: next(browser.id),
      ...(isNobody ? attributed("", "none") : { ...attributed(who.id, "page"), account: who.account }),
      system: cliniko,
      recordRef: kind === "record.search" ? "" : patientOf(patients, at, chance),
      recordKind: "patient",
      trace: idOf(chance),
      of: pageOf(kind, chance),
    };
    if (chance.part() * 1_000 < late) outbox.push({ due: at + day * (1 + chance.below(20)), event: view });
    else yield view;
  }

  function server(kind: "read" | "sign-in", who: SeededPerson): SeededEvent {
    const own = chance.below(2) === 0;
    const user = own ? who.id : chance.of(cast.readers);
    const times = { receivedAt: "", occurredAt: "", user, attribution: "session" as Attribution };
    if (kind === "sign-in") return { ...times, kind: "auth.sign-in", of: { v: 1, method: "code" } };
    const filter = own || chance.below(3) > 0 ? { user: who.id } : {};
    return { ...times, kind: "log.read", of: { v: 1, filter, what: chance.of(["events", "mail"]) } };
  }

  for (const one of daysBetween(from, to, events)) {
    const covered = new Set<string>();
    for (const at of timesOf(one, chance, from, to)) {
      while ((outbox[0]?.due ?? Number.POSITIVE_INFINITY) <= at) {
        const { event } = outbox.shift() as (typeof outbox)[number];
        yield { ...event, receivedAt: instant(at), sentAt: instant(at - 500) };
      }
      for (const event of browsing(at)) {
        const { browser = "" } = event;
        if (browser !== "" && !covered.has(browser)) {
          covered.add(browser);
          yield coverage(cast.browsers.find(({ id }) => id === browser) as SeededBrowser, at);
        }
        yield event.receivedAt === ""
          ? { ...event, receivedAt: instant(at), occurredAt: instant(at) }
          : event;
      }
    }
    outbox.sort((a, b) => a.due - b.due);
  }
}

const instant = (ms: number): string => new Date(ms).toISOString();
const attributed = (user: string, attribution: Attribution) => ({ user, attribution });

/** Who is treated now is opened again and again, others hardly ever. */
function patientOf(patients: readonly string[], at: number, chance: Chance): string {
  const now = Math.floor((at / (90 * day)) * patients.length);
  return patients[(now + Math.floor(chance.part() ** 3 * patients.length)) % patients.length] ?? "";
}

function pageOf(kind: string, chance: Chance): SeededEvent["of"] {
  const isOld = chance.below(100) < old;
  const page = kind === "record.search" ? "search" : chance.of(["patient", "appointments", "treatment-note"]);
  const results = kind === "record.search" ? { results: 1 + chance.below(9) } : {};
  return isOld ? { v: 1, page, ...results } : { v: 2, adapter: 2, page, ...results };
}

function coverage({ id, owner }: SeededBrowser, at: number): SeededEvent {
  const adapters = [
    { id: "cliniko", state: "watching" },
    { id: "roundcube", state: "watching" },
  ];
  return {
    kind: "browser.coverage",
    receivedAt: instant(at),
    occurredAt: instant(at),
    browser: id,
    ...attributed(owner, owner === "" ? "none" : "browser"),
    of: { v: 1, version: "0.1.0", adapters, waiting: 0 },
  };
}

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Fifteen characters; none has the form of a tombstone, which is `t` and digits. */
export const idOf = (chance: Chance): string => {
  let id = "e";
  for (let i = 0; i < 14; i += 1) id += letters[chance.below(36)];
  return id;
};

function hash(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
