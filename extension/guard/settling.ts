import type { GuardPolicy } from "../answers.ts";
import { sayEarly } from "../dialog/early-strings.ts";
import { notify } from "../dialog/notices.ts";
import { inTime } from "../in-time.ts";
import { inTries } from "../in-tries.ts";
import { send } from "../send.ts";
import type { HeldGesture } from "./gesture/gesture.ts";
import type { Message } from "./message/message.ts";
import type { Pastes } from "./message/pastes.ts";
import { tellUpdated } from "./notice/orphaned.ts";
import { stage } from "./notice/stage.ts";
import { isOrphaned } from "./orphaned.ts";
import type { RoomParts } from "./settle/rooms.ts";

/**
 * What judges and asks about what is held. It lies in a script of its own (`entrypoints/settling.ts`), which the background
 * puts into this frame when somebody is at work beside a composer, at the first gesture, or at a clinical system's
 * own button: a page that is only read carries none of it.
 */
export interface Settling {
  /** @param since - `performance.now()` when it was held. */
  files(parts: RoomParts, gesture: HeldGesture, since: number): Promise<void>;
  /** @returns When somebody last answered, as `performance.now()` counts; undefined where nobody was asked. */
  sending(parts: RoomParts, message: Message, pastes: Pastes, ways: SendingWays): Promise<number | undefined>;
  /** Asks about a button of a clinical system (`records/ask-mail-button.ts`). @returns Whether it goes. */
  mailButton(button: string, adapter: string, policy: GuardPolicy, signal: AbortSignal): Promise<boolean>;
  /** Asks again who received what was sent anyway. */
  askAgain(trace: string): void;
}

/** How a message goes on. */
export interface SendingWays {
  /** `performance.now()` when it was held. */
  readonly since: number;
  /** Sends the message; called once at most, with when somebody answered where somebody was asked. */
  release(answeredAt: number | undefined): void;
  /** Runs what the person comes back to later, when no other dialog is open. */
  inTurn(settle: () => Promise<void>): void;
}

/** Where the script leaves it: in this frame's world of ours, which no page reaches. */
export const settlingKey = Symbol.for("chaperone settling");

/** Milliseconds between tries, and in which each must have brought it. */
const tries = [0, 200] as const;
const within = 10_000;

let coming: Promise<Settling> | undefined;

/**
 * What settles, asked for once and again after a failure.
 *
 * @throws If it does not come: the background is dead, the frame has gone or the permission was withdrawn.
 */
export function settling(): Promise<Settling> {
  coming ??= fetched().catch((why: unknown) => {
    coming = undefined;
    throw why;
  });
  return coming;
}

/** The same; undefined where it does not come. The person is told then, and whatever is held must stay so. */
export async function settlingOrTold(): Promise<Settling | undefined> {
  try {
    return await settling();
  } catch {
    if (isOrphaned()) tellUpdated();
    else notify(stage(), { said: sayEarly("outcome.failed"), untilClosed: true });
    return undefined;
  }
}

const fetched = (): Promise<Settling> =>
  inTries(tries, async () => {
    if (!here()) await inTime(send("settling", {}), within);
    const there = here();
    if (!there) throw new Error("what settles did not come");
    return there;
  });

const here = (): Settling | undefined => (globalThis as { [settlingKey]?: Settling })[settlingKey];
