import type { MailAdapter } from "#domain/sites/adapter";
import { type Attachment, attachmentsOf, type Composer, textOf } from "./composer.ts";
import type { Memory } from "./memory.ts";
import type { Recipients } from "./recipients.ts";

/** A message at the moment of sending. It stays on this computer. */
export interface Message {
  readonly composer: Composer;
  readonly text: string;
  readonly words: number;
  readonly recipients: Recipients;
  /** Names of all attachments that the page lists. */
  readonly shown: readonly string[];
  /** Attachments that did not come through the guard: forwarded, of a draft, from the server's own files. */
  readonly unseen: readonly Attachment[];
  /** The same for the same words, recipients and attachments: what was cleared once passes until it changes. */
  readonly print: string;
}

export function messageOf(
  adapter: MailAdapter,
  composer: Composer,
  recipients: Recipients,
  memory: Memory,
): Message {
  const attachments = attachmentsOf(adapter, composer);
  const found = {
    composer,
    recipients,
    shown: attachments.map(({ name }) => name),
    unseen: attachments.filter(({ name }) => !memory.knows(name)),
  };
  return withText(found, textOf(adapter, composer).trim());
}

/** The same message with these words, which the page may have taken out of its fields by now. */
export function withText(message: Omit<Message, "text" | "words" | "print">, text: string): Message {
  const plain = text.replace(/\s+/g, " ").trim();
  const { recipients, shown } = message;
  return {
    ...message,
    text,
    words: plain === "" ? 0 : plain.split(" ").length,
    print: JSON.stringify([plain, recipients.all.map((one) => one.shown).sort(), [...shown].sort()]),
  };
}
