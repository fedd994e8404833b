import type { MailAdapter, RecipientSource } from "#domain/sites/adapter";
import { isBlind, isRecipientField, recipientTextsIn, textBut } from "./recipient-fields.ts";
import { type Domains, type Recipients, type RecipientText, recipientsFrom } from "./recipients.ts";
import { attachmentNamesIn, composerAround, linesIn, sendButtonsIn } from "./structure.ts";

/** A message that is being written. */
export interface Composer {
  readonly root: Element;
  /** False where the adapter found nothing and the structure had to do. */
  readonly byAdapter: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly element?: Element;
}

/** The composer around an element, or the page's only one. */
export function composerOf(adapter: MailAdapter, from: Element | undefined): Composer | undefined {
  for (const at of upward(from)) {
    const root = rootByAdapter(adapter, at);
    if (root) return { root, byAdapter: true };
    const part = composerAround(at, at.ownerDocument);
    if (part) return { root: part, byAdapter: false };
  }
  return undefined;
}

/** The part of the page that the adapter's own selectors name. */
export function rootByAdapter(
  { compose }: MailAdapter,
  at: Element = document.documentElement,
): Element | undefined {
  for (const selector of compose.root) {
    const root = at.closest(selector) ?? lastOf(at.ownerDocument.querySelectorAll(selector));
    if (root) return root;
  }
  return undefined;
}

/** The element, then the frames around it: an editor in a frame belongs to the composer outside. */
function* upward(from: Element | undefined): Generator<Element> {
  let at: Element | null = from ?? document.documentElement;
  while (at) {
    yield at;
    try {
      at = at.ownerDocument.defaultView?.frameElement ?? null;
    } catch {
      at = null;
    }
  }
}

export function sendButtons(adapter: MailAdapter, { root }: Composer): Element[] {
  const named = adapter.compose.send.buttons.flatMap((selector) => [...root.querySelectorAll(selector)]);
  return named.length > 0 ? named : sendButtonsIn(root);
}

export function recipientsOf(
  adapter: MailAdapter,
  composer: Composer | undefined,
  domains: Domains,
): Recipients {
  if (!composer) return { all: [] };
  const { root } = composer;
  const sources = adapter.compose.recipients;
  const texts = sources.length > 0 ? namedTextsIn(root, sources) : recipientTextsIn(root);
  return recipientsFrom(texts, domains);
}

/** Texts of recipients where the adapter says; what was read by one source, the next leave alone. */
function namedTextsIn(root: Element, sources: readonly RecipientSource[]): RecipientText[] {
  const done = new Set<Element>();
  return sources.flatMap(({ find, read }) => {
    const fresh = [...root.querySelectorAll(find)].filter(
      (one) => ![...done].some((each) => each.contains(one)),
    );
    const texts = fresh.map((one) => ({ text: readFrom(one, read, done), blind: isBlind(one) }));
    for (const [i, one] of fresh.entries()) if (texts[i]?.text.trim()) done.add(one);
    return texts.filter(({ text }) => text.trim() !== "");
  });
}

/** The fields of subject and body. */
export function fieldsOf(adapter: MailAdapter, { root }: Composer): Element[] {
  const { subject, body, bodyFrame } = adapter.compose;
  const subjects = subject.length > 0 ? [firstOf(root, subject)] : linesIn(root);
  return [...subjects, ...bodiesIn(root, body, bodyFrame)].filter((part) => part !== undefined);
}

/** Subject and body, as the person wrote them. */
export function textOf(adapter: MailAdapter, composer: Composer): string {
  return fieldsOf(adapter, composer).map(written).filter(Boolean).join("\n\n");
}

function bodiesIn(root: Element, body: readonly string[], bodyFrame: readonly string[]): Element[] {
  const frame = firstOf(root, bodyFrame);
  const framed = frame && bodyOfFrame(frame);
  if (framed && isShown(frame)) return [framed];
  const named = firstOf(root, body);
  if (named) return [named];
  const frames = [...root.querySelectorAll("iframe")].map(bodyOfFrame).filter((each) => each !== undefined);
  const fields = [...root.querySelectorAll("[contenteditable]:not([contenteditable=false]), textarea")];
  return [...fields.filter((field) => !isRecipientField(field)), ...frames];
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** What can be written in within a frame of the same origin: its body, or an element of it; undefined for any other. */
export function bodyOfFrame(frame: Element): Element | undefined {
  try {
    const doc = (frame as HTMLIFrameElement).contentDocument;
    if (doc?.designMode === "on" || doc?.body?.isContentEditable) return doc.body;
    return doc?.querySelector("[contenteditable]:not([contenteditable=false])") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Attachments that the page lists, those that came with the message too. */
export function attachmentsOf(adapter: MailAdapter, { root }: Composer): Attachment[] {
  const { items, name } = adapter.compose.attachments;
  const found = firstAll(root, items);
  if (items.length === 0) return attachmentNamesIn(root).map((each) => ({ name: each }));
  return found.map((element) => ({
    element,
    name: (firstOf(element, name) ?? element).textContent?.trim() ?? "",
  }));
}

/** What stands in a field. */
export function written(element: Element): string {
  const { value } = element as HTMLInputElement;
  return typeof value === "string"
    ? value
    : ((element as HTMLElement).innerText ?? element.textContent ?? "");
}

function readFrom(element: Element, read: string, but: ReadonlySet<Element>): string {
  if (read === "text") return textBut(element, but);
  // A list's item has a value too, and it is a number.
  if (read === "value") return String((element as HTMLInputElement).value ?? "");
  return element.getAttribute(read.slice(1)) ?? "";
}

const firstOf = (root: ParentNode, selectors: readonly string[]): Element | undefined =>
  firstAll(root, selectors)[0];

function firstAll(root: ParentNode, selectors: readonly string[]): Element[] {
  for (const selector of selectors) {
    const found = [...root.querySelectorAll(selector)];
    if (found.length > 0) return found;
  }
  return [];
}

const lastOf = (found: NodeListOf<Element>): Element | undefined => found[found.length - 1];
