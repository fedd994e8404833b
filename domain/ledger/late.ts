import type { Holder } from "../roles.ts";
import type { SentEvent } from "./event.ts";
import { type Late, late } from "./event-kinds.ts";

/** Whose a browser is: `owner` is '' at a desk. */
export interface Pairing {
  readonly holder: Holder;
  readonly owner: string;
}

/** Where an event was made, as far as attribution may rely on it. */
export interface Seat extends Pairing {
  /** Whether who was picked in the popup may be believed. */
  readonly mayChoose: boolean;
  /** Who was told there what is recorded, '' at a desk: a notice shown to that person made the record lawful. */
  readonly told: string;
  /** The browser whose desk was shown the notice. */
  readonly browser: string;
}

/** What an event says of the earlier pairing under which it was made; undefined for one of today's pairing. */
export const lateOf = (event: Pick<SentEvent, "detail">): Late | undefined =>
  event.detail.late === undefined ? undefined : late.safeParse(event.detail.late).data;

/** Where an event of today's pairing was made. */
export const seatHere = (browser: string, now: Pairing): Seat => ({
  holder: now.holder,
  owner: now.owner,
  mayChoose: now.holder === "desk",
  told: now.owner,
  browser,
});

/**
 * Where a late event was made. It is sent by a browser of today, which could claim any earlier one: so nobody is named by it
 * but the owner of today's pairing, and only if that person owned the earlier one. Everything else is unattributed, but for
 * who signed in to the page, which the page itself showed.
 *
 * @param known - The earlier browser as the server has it; undefined where it doesn't (a backup was restored): then the
 *   claim itself must name today's owner.
 */
export function seatBefore({ browser, user = "" }: Late, known: Pairing | undefined, now: Pairing): Seat {
  const then = known ?? { holder: user === "" ? ("desk" as const) : ("person" as const), owner: user };
  const isSame = then.holder === "person" && now.holder === "person" && then.owner === now.owner;
  return {
    holder: then.holder,
    owner: isSame ? now.owner : "",
    mayChoose: then.holder === "desk" && (known !== undefined || now.holder === "desk"),
    told: then.owner,
    browser,
  };
}
