import { clockMayStepBack, longestSilence } from "./clock.ts";

/** A place of the chain where the time it was written at makes no sense. The chain is whole all the same. */
export interface ClockStep {
  /** The event whose time does not follow from the one before it. */
  readonly seq: number;
  readonly is: "time runs backwards" | "time jumps ahead";
  /** By how much, in milliseconds. */
  readonly by: number;
}

/** An event and when it was received, at a time that can be read. */
interface Timed {
  readonly seq: number;
  readonly receivedAt: string;
}

/** Most steps that are named; all are counted. */
const mostNamed = 20;

/** Watches the times of a chain, event by event: in memory that does not grow. */
export class ClockSteps {
  readonly named: ClockStep[] = [];
  count = 0;
  #last: { readonly seq: number; readonly at: number } | undefined;

  /**
   * Events in the order of the file. One that is missing or withheld before this one explains a jump, never a step back.
   *
   * @returns whether the time could be read.
   */
  event(seq: number, receivedAt: string): boolean {
    const at = Date.parse(receivedAt);
    if (Number.isNaN(at)) return false;
    const last = this.#last;
    this.#last = { seq, at };
    if (!last || seq <= last.seq) return true;
    const by = at - last.at;
    if (-by > clockMayStepBack) this.#step({ seq, is: "time runs backwards", by: -by });
    else if (by > longestSilence && seq === last.seq + 1) this.#step({ seq, is: "time jumps ahead", by });
    return true;
  }

  /** Takes a stretch of events at once, whose own steps are known: from its first to its last one. */
  take(first: Timed, within: Pick<ClockSteps, "named" | "count">, last: Timed): void {
    this.event(first.seq, first.receivedAt);
    this.count += within.count;
    this.named.push(...within.named.slice(0, mostNamed - this.named.length));
    this.#last = { seq: last.seq, at: Date.parse(last.receivedAt) };
  }

  #step(step: ClockStep): void {
    this.count += 1;
    if (this.named.length < mostNamed) this.named.push(step);
  }
}
