import type { MailAdapter } from "#domain/sites/adapter";
import { hasEditable } from "../guard/message/structure.ts";
import { selectorOf } from "./selector-of.ts";
import { words } from "./words.ts";

/** What the lead showed on a page. */
export interface Shown {
  readonly recipient: Element;
  /** Left out where the message has none. */
  readonly attachment?: Element | undefined;
  readonly send: Element;
}

const addressAttributes = ["data-hovercard-id", "data-email", "data-address", "email", "title"] as const;

/**
 * An adapter from what was shown, in the schema of those that ship; what was not shown is found by structure as before.
 *
 * @param id - `own-1` and the like.
 * @returns undefined where nothing lasting can be said of the recipient or the send button.
 */
export function adapterFrom(shown: Shown, id: string, host: string, today: string): MailAdapter | undefined {
  const recipient = selectorOf(shown.recipient);
  // An icon is pressed, and the button around it is what a keyboard presses too.
  const send = selectorOf(shown.send.closest("button, a, [role=button], input") ?? shown.send);
  const attachment = shown.attachment && selectorOf(shown.attachment);
  if (recipient === undefined || send === undefined) return undefined;
  return {
    id,
    version: 1,
    name: words.called(host).slice(0, 60),
    kind: "webmail",
    hosts: [],
    evidence: { level: "taught", checked: today, refs: [{ unsourced: words.from }] },
    composeUrls: [],
    compose: {
      root: rootOf(shown),
      body: [],
      bodyFrame: [],
      subject: [],
      recipients: recipientSources(shown.recipient, recipient),
      attachments: { items: attachment === undefined ? [] : [attachment], name: [], busy: [] },
      send: { buttons: [send], hotkey: true, formSubmit: true },
    },
  };
}

/** The part of the page that holds all that was shown and something to write in; none where nothing lasting can be said of it. */
function rootOf({ recipient, attachment, send }: Shown): string[] {
  let at: Element | null = recipient;
  while (at && !(hasEditable(at) && at.contains(send) && (!attachment || at.contains(attachment))))
    at = at.parentElement;
  const root = at && !at.matches("html, body") ? selectorOf(at) : undefined;
  return root === undefined ? [] : [root];
}

/** Where the address stands on what was shown: in an attribute, in a field, else in its text. */
function recipientSources(element: Element, find: string): MailAdapter["compose"]["recipients"] {
  if (element.matches("input, textarea")) return [{ find, read: "value" }];
  const attribute = addressAttributes.find((name) => element.getAttribute(name)?.includes("@"));
  const text = { find, read: "text" } as const;
  return attribute === undefined
    ? [text]
    : [{ find: `${find}[${attribute}*='@']`, read: `@${attribute}` }, text];
}
