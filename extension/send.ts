import { browser } from "wxt/browser";
import { inTries } from "./in-tries.ts";
import type { Answer, MessageData, MessageName } from "./messages.ts";

/** What goes back over the wire: an answer, or the word of why there is none. */
export type Reply = { readonly answer: unknown } | { readonly refused: string };

/** No background answered: it is updating, was removed, or refused the message. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
}

/**
 * Sends a message to the background and waits for its answer.
 *
 * @throws {Unanswered} If the extension was updated or removed beneath this page, or the message was refused.
 */
export async function send<Name extends MessageName>(
  name: Name,
  data: MessageData<Name>,
): Promise<Answer<Name>> {
  let reply: Reply | undefined;
  try {
    reply = await browser.runtime.sendMessage({ name, data });
  } catch (cause) {
    throw new Unanswered(`${name} had no answer`, { cause });
  }
  if (!reply || !("answer" in reply))
    throw new Unanswered(`${name} was refused: ${reply?.refused ?? "no reply"}`);
  return reply.answer as Answer<Name>;
}

/** Milliseconds between tries while the background is only just waking. */
const tries = [0, 200, 1_000] as const;

/**
 * The same for what is asked as a page begins, when the browser may be starting our background too: asked a few times.
 *
 * @throws {Unanswered} Of the last try.
 */
export function sendEarly<Name extends MessageName>(
  name: Name,
  data: MessageData<Name>,
): Promise<Answer<Name>> {
  return inTries(tries, () => send(name, data));
}
