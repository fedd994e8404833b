import type { MailAdapter } from "#domain/sites/adapter";
import { type Composer, composerOf, recipientsOf } from "../message/composer.ts";
import { lettersOf } from "../message/letters.ts";
import type { Memory } from "../message/memory.ts";
import { type Message, messageOf, withText } from "../message/message.ts";
import { type Domains, together } from "../message/recipients.ts";
import { partOf } from "../message/structure.ts";
import { isOnlyField, isThere, type WrittenText } from "../message/written.ts";

/**
 * The message that a request carries away: as the page still shows it, or by what stood in its fields. The same text may stand
 * in two messages at once: whichever of them left, it is judged as going to the recipients of both.
 */
export function leavingMessage(
  adapter: MailAdapter,
  texts: readonly [WrittenText, ...WrittenText[]],
  domains: Domains,
  memory: Memory,
): Message {
  const composers = new Map(texts.map((one) => messagePart(adapter, one)).map((one) => [one.root, one]));
  const recipients = together([...composers.values()].map((one) => recipientsOf(adapter, one, domains)));
  const [{ letters }] = texts;
  const shown = messageOf(adapter, messagePart(adapter, texts[0]), recipients, memory);
  if (lettersOf(shown.text).includes(letters) || texts.every(({ stored }) => stored)) return shown;
  return withText(shown, [...new Set(texts.map((one) => one.text))].join("\n\n"));
}

function messagePart(adapter: MailAdapter, { field, frame, stored }: WrittenText): Composer {
  // Of a frame that is gone its own place tells whose message it was.
  const found = composerAt(adapter, frame && !isThere(field) ? frame : field);
  return stored && !found.byAdapter ? { root: field, byAdapter: false } : found;
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
