import type { MailAdapter } from "#domain/sites/adapter";
import { composerOf, recipientsOf } from "../message/composer.ts";
import { lettersOf } from "../message/letters.ts";
import type { Memory } from "../message/memory.ts";
import { type Message, messageOf } from "../message/message.ts";
import type { Domains } from "../message/recipients.ts";
import type { WrittenText } from "../message/written.ts";

/** The message that a request carries away: as the page still shows it, or by what stood in its fields. */
export function leavingMessage(
  adapter: MailAdapter,
  texts: readonly [WrittenText, ...WrittenText[]],
  domains: Domains,
  memory: Memory,
): Message {
  const [{ field, letters }] = texts;
  const root = field.closest("form, [role=dialog], dialog") ?? field;
  const composer = composerOf(adapter, field) ?? { root, byAdapter: false };
  const shown = messageOf(adapter, composer, recipientsOf(adapter, composer, domains), memory);
  if (lettersOf(shown.text).includes(letters)) return shown;
  const text = texts.map((one) => one.text).join("\n\n");
  return { ...shown, text, words: text.split(/\s+/).length };
}
