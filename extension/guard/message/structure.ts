import { hasRecipientField, isRecipientField } from "./recipient-fields.ts";

/**
 * What a message composer looks like on a page that nobody has described (SITES.md A3, "Generic profile"): something to
 * write in, and a button that says "send".
 */

/** Words that stand on a send button. Mail programs in Britain are English now and then only. */
const sendWords =
  /^(?:anfon|senden|envoyer|enviar|invia|verzenden|wyślij|trimite|skicka|надіслати|schedule send|send(?: (?:now|message|mail|e-?mail|reply|later|options|to all|(?:&|\+|and) (?:archive|close|mark (?:as )?done)))?)(?:\s*\(.*\))?(?:\s*[⌄▾➤➢✈])?$/i;
const sendNames = /(?:^|[-_.:\s])send(?:[-_.:\s]?(?:message|mail|button|btn|now|command))?(?:$|[-_.:\s])/i;
const buttonSelector = "button, [role=button], [role=menuitem], input[type=submit], input[type=button], a";
const editableSelector = "[contenteditable]:not([contenteditable=false]), textarea, iframe";
/** A message's one line: a subject, or the whole of it where a chat has no more. */
const lineSelector = "input:not([type]), input[type=text]";
const searchNames =
  /(?:^|[^\p{L}])(?:search(?:box|field|input|term|text)?|find|filter|query|chwilio|suche|buscar|recherche)(?:$|[^\p{L}])/iu;
/** Characters of a label that are looked at: a longer text is no button. */
const longestLabel = 40;

/** Whether an element is a send button by its words or names. */
export function looksLikeSend(element: Element): boolean {
  if (!element.matches(buttonSelector)) return false;
  const said = [
    element.getAttribute("aria-label"),
    element.getAttribute("title"),
    element.getAttribute("data-tooltip"),
    (element as HTMLInputElement).value,
    element.textContent,
  ];
  if (
    said.some(
      (text) => typeof text === "string" && text.length <= longestLabel && sendWords.test(text.trim()),
    )
  ) {
    return true;
  }
  const names = [
    element.id,
    element.getAttribute("name"),
    element.getAttribute("data-testid"),
    element.getAttribute("data-test-id"),
  ];
  return (
    names.some((name) => name !== null && sendNames.test(name)) ||
    sendNames.test(element.className.toString())
  );
}

/** All send buttons in a part of the page. */
export function sendButtonsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll(buttonSelector)].filter(looksLikeSend);
}

/** Whether something can be written in a part of the page. */
export const hasEditable = (root: ParentNode): boolean => root.querySelector(editableSelector) !== null;

/**
 * The part of the page around an element that can be written in and sent; the page if that as a whole can. Where nothing says
 * that it sends, recipients beside something to write in tell a message too. A form of its own is no part of another
 * message on the page, whatever its button says.
 */
export function composerAround(element: Element | undefined, doc: Document): Element | undefined {
  const found = sendingAround(element, doc);
  const own = element && partOf(element);
  if (!own || !found?.contains(own) || found === own) return found;
  const writes = hasEditable(own) || linesIn(own).length > 0;
  return writes && editablesIn(found) > editablesIn(own) ? widened(own) : found;
}

/** The form or dialog around a field. */
export const partOf = (field: Element): Element | null => field.closest("form, [role=dialog], dialog");

const editablesIn = (part: Element): number => part.querySelectorAll(editableSelector).length;

function sendingAround(element: Element | undefined, doc: Document): Element | undefined {
  const sends = (part: ParentNode): boolean => sendButtonsIn(part).length > 0;
  return (
    around(element, doc, (part) => hasEditable(part) && sends(part)) ??
    around(element, doc, (part) => linesIn(part).length > 0 && sends(part)) ??
    around(element, doc, (part) => hasEditable(part) && hasRecipientField(part))
  );
}

function around(
  element: Element | undefined,
  doc: Document,
  is: (part: ParentNode) => boolean,
): Element | undefined {
  for (let part = element; part; part = part.parentElement ?? hostOf(part))
    if (is(part)) return widened(part);
  return is(doc) ? doc.body : undefined;
}

/** Single lines that a message may stand in: a subject, or a chat's one field; none for recipients or to search by. */
export function linesIn(root: ParentNode): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>(lineSelector)].filter(
    (line) => !isRecipientField(line) && !isSearchField(line),
  );
}

/** Whether what is written in a field is looked for, not told. */
export function isSearchField(field: Element): boolean {
  const names = ["type", "role", "name", "id", "aria-label", "placeholder"].map((name) =>
    field.getAttribute(name),
  );
  return (
    field.closest("[role=search], search") !== null ||
    names.some((name) => name !== null && searchNames.test(name))
  );
}

/** As far out as nothing else can be written: lists of attachments often lie beside the form. */
function widened(part: Element): Element {
  const own = editablesIn(part);
  let wide = part;
  while (!wide.matches("[role=dialog], dialog, [aria-modal=true], body")) {
    const out = wide.parentElement;
    if (!out || editablesIn(out) !== own) break;
    wide = out;
  }
  return wide;
}

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  return "host" in root ? (root as ShadowRoot).host : undefined;
};

const fileName = /[^\s/\\:*?"<>|][^/\\:*?"<>|\n]{0,120}\.[a-z0-9]{2,5}\b/i;

const attachmentItems =
  'li[class*="attach" i], [class*="attach" i] :is(li, [role=listitem], [role=option], md-chip), [data-testid*="attachment" i], [class*="attachment-item" i], [class*="attachmentitem" i], [aria-label*="attach" i] :is([role=option], [role=listitem])';

/** Whether an element is of an attachment that is listed: what is pressed there opens it, or takes it away. */
export const attachmentAt = (element: Element): boolean => element.closest(attachmentItems) !== null;

/** A link in a message to a file that lies in a cloud. */
const linked = "[contenteditable] a[href^=http]";
const documentName = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|txt|jpe?g|png|tiff?|heic|dcm|zip|eml|msg)$/i;
/** What a dialog that shares a file with somebody says before its name. */
const before = /^(?:.*[“‘«"]|share\s+)/i;

/**
 * Names of attachments that a part of the page lists: short texts that end like a file in what is called an attachment, links
 * to files in what is written, and the file that a dialog shares with somebody.
 */
export function attachmentNamesIn(root: ParentNode): string[] {
  const named = (text: string | null) => text?.match(fileName)?.[0].trim() ?? [];
  const items = [...root.querySelectorAll(attachmentItems)].flatMap(({ textContent }) => named(textContent));
  const links = [...root.querySelectorAll(linked)].flatMap(({ textContent }) => named(textContent));
  const shares = root instanceof Element && root.matches("[role=dialog], dialog") && hasRecipientField(root);
  const titles = shares ? [root.getAttribute("aria-label"), ...headingsIn(root)].flatMap(named) : [];
  const documents = [...links, ...titles]
    .map((name) => name.replace(before, ""))
    .filter((name) => documentName.test(name));
  return [...new Set([...items, ...documents])];
}

const headingsIn = (root: ParentNode): (string | null)[] =>
  [...root.querySelectorAll("h1, h2, h3, [role=heading]")].map(({ textContent }) => textContent);
