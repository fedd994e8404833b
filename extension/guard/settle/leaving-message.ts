import type { MailAdapter } from "#domain/sites/adapter";
import { type Composer, composerOf, recipientsOf } from "../message/composer.ts";
import { lettersOf } from "../message/letters.ts";
import type { Memory } from "../message/memory.ts";
import { type Message, messageOf } from "../message/message.ts";
import type { Domains } from "../message/recipients.ts";
import { partOf } from "../message/structure.ts";
import { isOnlyField, type WrittenText } from "../message/written.ts";

/** The message that a request carries away: as the page still shows it, or by what stood in its fields. */
export function leavingMessage(
  adapter: MailAdapter,
  texts: readonly [WrittenText, ...WrittenText[]],
  domains: Domains,
  memory: Memory,
): Message {
  const [{ field, letters, stored }] = texts;
  const found = composerAt(adapter, field);
  const composer = stored && !found.byAdapter ? { root: field, byAdapter: false } : found;
  const shown = messageOf(adapter, composer, recipientsOf(adapter, composer, domains), memory);
  if (lettersOf(shown.text).includes(letters) || texts.every(({ stored }) => stored)) return shown;
  const text = texts.map((one) => one.text).join("\n\n");
  return { ...shown, text, words: text.split(/\s+/).length };
}

/**
 * The message around a field. Where a page holds several and no button tells them apart, it is the form or dialog around
 * the field, or the field alone: what stands in another one has not left.
 */
function composerAt(adapter: MailAdapter, field: Element): Composer {
  const found = composerOf(adapter, field);
  const isApart = found && (found.byAdapter || found.root.localName !== "body");
  if (found && (isApart || isOnlyField(field, found.root))) return found;
  return { root: partOf(field) ?? field, byAdapter: false };
}
