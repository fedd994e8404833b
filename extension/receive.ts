import type { Browser } from "wxt/browser";
import { browser } from "wxt/browser";
import { type Answer, type MessageData, type MessageName, messages, type Sender } from "./messages.ts";
import type { Reply } from "./send.ts";

/** Who sent a message, as the browser says and the sender can't. */
export interface Origin {
  readonly sender: Sender;
  /** Set for content scripts and the desk. */
  readonly tab?: number;
  readonly frame?: number;
  /** Which of the documents that the frame shows one after the other; no browser but Chrome says it. */
  readonly document?: string;
  /** Host (with port) of the page that the content script runs in; '' where the frame has none of its own. */
  readonly host: string;
}

export type Handlers = {
  [Name in MessageName]: (data: MessageData<Name>, origin: Origin) => Answer<Name> | Promise<Answer<Name>>;
};

const pagesOfOurs = ["popup.html", "pair.html", "options.html", "lesson.html"];

/** Tells senders apart by id, address and tab; undefined for whoever is none of them. */
export function originOf(sender: Browser.runtime.MessageSender): Origin | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const url = parsed(sender.url);
  const home = parsed(location.href);
  const tab = sender.tab?.id;
  if (url && home && url.protocol === home.protocol) {
    if (url.host !== home.host) return undefined;
    const page = url.pathname.slice(1);
    if (pagesOfOurs.includes(page)) return { sender: "page", tab, host: "" };
    return page === "desk.html" && tab !== undefined
      ? { sender: "desk", tab, frame: sender.frameId, host: "" }
      : undefined;
  }
  if (tab === undefined || sender.frameId === undefined) return undefined;
  return {
    ...{ sender: "content", tab, frame: sender.frameId, host: hostOf(sender, url) },
    ...(import.meta.env.CHROME && sender.documentId !== undefined && { document: sender.documentId }),
  };
}

/**
 * Answers one message, or says why not: unknown name, wrong sender and ill-fitting data are refused before any
 * handler sees them.
 */
export async function answer(
  message: unknown,
  sender: Browser.runtime.MessageSender,
  handlers: Handlers,
): Promise<Reply> {
  const { name, data } = (message ?? {}) as { name?: unknown; data?: unknown };
  if (typeof name !== "string" || !Object.hasOwn(messages, name)) return { refused: "unknown message" };
  const known = name as MessageName;
  const origin = originOf(sender);
  if (!origin || !(messages[known].from as readonly Sender[]).includes(origin.sender)) {
    return { refused: `${known} may not come from ${origin?.sender ?? "there"}` };
  }
  const fit = messages[known].data.safeParse(data);
  if (!fit.success) return { refused: `${known} does not fit` };
  return { answer: await (handlers[known] as (data: unknown, origin: Origin) => unknown)(fit.data, origin) };
}

/** Listens for the life of the background. Call it synchronously at the top level. */
export function receive(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    answer(message, sender, handlers).then(reply, () => reply({ refused: "failed" } satisfies Reply));
    return true;
  });
}

function parsed(url: string | undefined): URL | undefined {
  return url && URL.canParse(url) ? new URL(url) : undefined;
}

/** A frame without an address of its own (about:blank, srcdoc) belongs to its origin, or to the page around it. */
function hostOf(sender: Browser.runtime.MessageSender, url: URL | undefined): string {
  const own = url && /^https?:$/.test(url.protocol) ? url : undefined;
  return (own ?? parsed(sender.origin) ?? parsed(sender.tab?.url))?.host ?? "";
}
