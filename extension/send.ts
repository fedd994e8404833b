import { browser } from "wxt/browser";
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
