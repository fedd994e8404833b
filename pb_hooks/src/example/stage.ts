import type { Action } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import type { Role } from "#domain/roles";
import type { Caller } from "../base/caller.ts";
import { asOf, nowMs } from "../base/clock.ts";
import { append, type NewEvent } from "../ledger/chain/append.ts";
import { codeAt, stepOf } from "../people/authenticator.ts";
import { offers, perform } from "../registers/index.ts";
import { people } from "../story/cast.ts";
import { type Calendar, type Happening, instantAt } from "../story/happening.ts";
import type { Ids, On, Staging } from "../story/staging.ts";

/** Something that a person did: through the acts that the running server offers, at the time it was done. */
interface Scene {
  readonly at: number;
  readonly play: () => void;
}

/** Seconds that an event needs to the server, in milliseconds. */
const underway = 3_000;
/** As many events as a browser sends at once. */
const atOnce = 200;

/** Where the example's people act. What they do is planned in any order, and played in the order of time. */
export class Stage implements Staging {
  readonly tx: pb.App;
  readonly calendar: Calendar;
  readonly ids: Ids;
  readonly #secrets: ReadonlyMap<string, string>;
  readonly #scenes: Scene[] = [];

  /** @param secrets - Authenticators' secrets by key of the cast. */
  constructor(tx: pb.App, calendar: Calendar, ids: Ids, secrets: ReadonlyMap<string, string>) {
    this.tx = tx;
    this.calendar = calendar;
    this.ids = ids;
    this.#secrets = secrets;
  }

  /** What would still be to come does not happen. */
  plan(at: number, play: () => void): void {
    if (at < this.calendar.now - 60_000) this.#scenes.push({ at, play });
  }

  /** Does an act as this person, at the time that is played. */
  act(who: string, action: Action, data: unknown, on?: On): ActAnswer {
    const row = on && {
      id: on.id,
      version: this.tx.findRecordById(on.collection, on.id).getInt("version"),
    };
    try {
      return perform(this.tx, this.caller(who), { action, data, ...row });
    } catch (thrown) {
      const { data: fields } = thrown as { data?: unknown };
      throw new Error(`the example’s ${action} by ${who}: ${thrown} ${JSON.stringify(fields ?? {})}`);
    }
  }

  caller(who: string): Caller {
    const { name = "", role = "staff" as Role } = people.find(({ key }) => key === who) ?? {};
    return { id: this.ids.person(who), name, role, outside: false };
  }

  /** What this person's authenticator shows at the time that is played. */
  code(who: string): string {
    return codeAt(this.#secrets.get(who) ?? "", stepOf(nowMs()));
  }

  /** Plays everything: each browser counts its own events, and what went out anyway opens an incident. */
  play(happenings: readonly Happening[]): void {
    const numbers = new Map<string, number>();
    let waiting: NewEvent[] = [];
    const store = () => {
      append(this.tx, waiting);
      waiting = [];
    };
    let last = 0;
    for (const one of [...this.#scenes, ...happenings].sort((a, b) => a.at - b.at)) {
      last = Math.max(last, "event" in one ? one.at + underway : one.at);
      if ("play" in one) {
        store();
        asOf(last, one.play);
        continue;
      }
      waiting.push({ ...this.#numbered(one, numbers), receivedAt: instantAt(last) });
      const { kind, trace } = one.event;
      if (kind !== "mail.outcome" && waiting.length < atOnce) continue;
      store();
      if (kind === "mail.outcome") asOf(last, () => offers.stored(this.tx, [trace ?? ""]));
    }
    store();
  }

  #numbered({ at, event }: Happening, numbers: Map<string, number>): NewEvent {
    const { browser = "", sentAt } = event;
    if (browser === "" || sentAt === undefined) return event;
    const before = numbers.get(browser) ?? 0;
    const loses = browser === this.ids.browser(loser) && !numbers.has(lost) && at > this.#lossAt();
    if (loses) numbers.set(lost, at);
    const n = before + (loses ? 3 : 1);
    numbers.set(browser, n);
    return { ...event, n };
  }

  #lossAt(): number {
    return this.calendar.at(this.calendar.workday(16), 9);
  }
}

/** The browser of which two events were lost on the way, once. */
const loser = "desk-1";
const lost = "@lost";
