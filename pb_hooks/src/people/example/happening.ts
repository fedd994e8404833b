import type { NewEvent } from "../../ledger/append.ts";

/** An event of the example: when it happened; the ledger receives it a few seconds later. */
export interface Happening {
  readonly at: number;
  readonly event: NewEvent;
}

/** The example's calendar: days before today, at a time of day in UTC. Nothing happens later than now. */
export class Calendar {
  readonly #midnight: number;
  readonly now: number;

  constructor(now: number) {
    this.now = now;
    this.#midnight = now - (now % day);
  }

  at(daysAgo: number, hour: number, minute = 0, second = 0): number {
    return this.#midnight - daysAgo * day + ((hour * 60 + minute) * 60 + second) * 1000;
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
