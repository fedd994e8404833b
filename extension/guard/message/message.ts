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
  const text = textOf(adapter, composer).replace(/\s+/g, " ").trim();
  const attachments = attachmentsOf(adapter, composer);
  return {
    composer,
    text: textOf(adapter, composer).trim(),
    words: text === "" ? 0 : text.split(" ").length,
    recipients,
    shown: attachments.map(({ name }) => name),
    unseen: attachments.filter(({ name }) => !memory.knows(name)),
    print: JSON.stringify([
      text,
      recipients.all.map(({ shown }) => shown).sort(),
      attachments.map(({ name }) => name).sort(),
    ]),
  };
}
