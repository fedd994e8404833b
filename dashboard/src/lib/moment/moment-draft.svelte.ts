import type { OffsetAt } from "#domain/base/local-time";
import { offsetIn } from "#lib/format/offset-at.ts";
import {
  instantsTyped,
  instantTyped,
  isEmpty,
  momentError,
  type TypedMoment,
  typedFrom,
} from "./moment-typed.ts";

/** A date and time being typed as the clinic's clocks show it. In the hour that comes twice it is asked which is meant. */
export class MomentDraft implements TypedMoment {
  day = $state("");
  month = $state("");
  year = $state("");
  hour = $state("");
  minute = $state("");
  which = $state<TypedMoment["which"]>("");

  readonly #offsetAt: OffsetAt;

  /** @param instant - What it starts with; '' is empty. */
  constructor(zone: string, instant = "") {
    this.#offsetAt = offsetIn(zone);
    this.take(instant);
  }

  take(instant: string): void {
    Object.assign(this, typedFrom(instant, this.#offsetAt));
  }

  get isEmpty(): boolean {
    return isEmpty(this);
  }

  /** Both instants that the reading names, where it comes twice; empty as a rule. */
  get twice(): readonly string[] {
    const instants = instantsTyped(this, this.#offsetAt);
    return instants.length === 2 ? instants.map((ms) => new Date(ms).toISOString()) : [];
  }

  /** The instant meant; '' while that is not clear. */
  get instant(): string {
    return instantTyped(this, this.#offsetAt);
  }

  /** What is wrong, in words that mend; `now` in milliseconds since 1970. */
  error(now: number): string | undefined {
    return momentError(this, this.#offsetAt, now);
  }
}
