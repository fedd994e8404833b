import { weekOf } from "#domain/registers/reviews/week";
import { offsetMs } from "../base/time-zone.ts";
import type { NewEvent } from "../ledger/chain/append.ts";

/** An event of the example that a browser or a person made: when it happened; the ledger receives it seconds later. */
export interface Happening {
  readonly at: number;
  readonly event: NewEvent;
}

/** A day of the example: so many days before today, or a day of a week so many weeks ago, Monday 1 to Sunday 7. */
export type Day = number | readonly [weeksAgo: number, weekday: number];

/** The example's calendar. Nothing happens later than now. */
export class Calendar {
  readonly #midnight: number;
  readonly #zone: string;
  /** Monday of this week at the clinic, as UTC counts its days. */
  readonly #monday: number;
  readonly now: number;
  /** Days before today on which the clinic was set up: the Monday of ten weeks ago. */
  readonly began: number;

  constructor(now: number, zone: string) {
    this.now = now;
    this.#zone = zone;
    this.#midnight = now - (now % day);
    this.#monday = Date.parse(`${weekOf(instantAt(now + offsetMs(zone, now)).slice(0, 10))}T00:00:00.000Z`);
    this.began = Math.round((this.#midnight - this.#monday) / day) + 70;
  }

  /** A time of day in UTC where the day is counted from today; on the clinic's clocks where its week is named. */
  at(when: Day, hour: number, minute = 0, second = 0): number {
    const time = ((hour * 60 + minute) * 60 + second) * 1000;
    if (typeof when === "number") return this.#midnight - when * day + time;
    const [weeksAgo, weekday] = when;
    const local = this.#monday + (weekday - 1 - weeksAgo * 7) * day + time;
    return local - offsetMs(this.#zone, local);
  }

  /** The same day, or the Saturday before where that is a Sunday: the clinic is closed then. */
  workday(daysAgo: number): number {
    return this.weekday(daysAgo) === 0 ? daysAgo + 1 : daysAgo;
  }

  /** 0 is Sunday. */
  weekday(daysAgo: number): number {
    return new Date(this.at(daysAgo, 12)).getUTCDay();
  }
}

const day = 86_400_000;

export const instantAt = (ms: number): string => new Date(ms).toISOString();
