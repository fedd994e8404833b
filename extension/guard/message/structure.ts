import type { RecipientText } from "./recipients.ts";

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

/** The part of the page around an element that can be written in and sent; the page if that as a whole can. */
export function composerAround(element: Element | undefined, doc: Document): Element | undefined {
  return around(element, doc, hasEditable) ?? around(element, doc, (part) => linesIn(part).length > 0);
}

function around(
  element: Element | undefined,
  doc: Document,
  canWrite: (part: ParentNode) => boolean,
): Element | undefined {
  for (let part = element; part; part = part.parentElement ?? hostOf(part)) {
    if (canWrite(part) && sendButtonsIn(part).length > 0) return widened(part);
  }
  return canWrite(doc) && sendButtonsIn(doc).length > 0 ? doc.body : undefined;
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
  const size = (of: Element): number => of.querySelectorAll(editableSelector).length;
  const own = size(part);
  let wide = part;
  while (!wide.matches("[role=dialog], dialog, [aria-modal=true], body")) {
    const out = wide.parentElement;
    if (!out || size(out) !== own) break;
    wide = out;
  }
  return wide;
}

const hostOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  return "host" in root ? (root as ShadowRoot).host : undefined;
};

const recipientNames = /(?:^|[-_.:\s])(?:to|cc|bcc|recipients?|addressees?)(?:$|[-_.:\s])/i;
/** A label that says so begins with it: "Message to Rob" and "press Alt+F10 to exit" stand on what is written. */
const recipientLabels =
  /^(?:(?:add|enter|choose|type)\s+)?(?:to|cc|bcc|recipients?|addressees?|at|derbynwyr)\b/i;
/** Words of a name or address between two commas; more are a sentence. */
const longestName = 6;
const chipSelector = "[data-hovercard-id], [data-email], [title*='@'], [data-address]";

/** Whether a field is for recipients, by its type or one of its names, and by what stands in it: a letter is no address. */
export function isRecipientField(field: Element): boolean {
  if (field.getAttribute("type") === "email") return true;
  const named = (names: readonly string[], by: RegExp): boolean =>
    names.some((name) => by.test(field.getAttribute(name)?.trim() ?? ""));
  return (
    (named(["name", "id"], recipientNames) || named(["aria-label", "placeholder"], recipientLabels)) &&
    holdsAddresses((field as HTMLInputElement).value ?? field.textContent ?? "")
  );
}

function holdsAddresses(text: string): boolean {
  return text.split(/[,;\n]+/).every((one) => (one.trim().match(/\s+/g)?.length ?? 0) < longestName);
}

const blindNames = ["name", "id", "aria-label", "data-testid", "class"]
  .map((name) => `[${name}*="bcc" i]`)
  .join(", ");

/** Whether a field or chip stands in Bcc, by what it or the part around it is called. */
export const isBlind = (element: Element): boolean =>
  element.closest(blindNames) !== null || /\bbcc\b/i.test(element.closest("label")?.textContent ?? "");

/** Texts in which recipients stand: fields named so, and chips that carry an address. */
export function recipientTextsIn(root: ParentNode): RecipientText[] {
  const texts: RecipientText[] = [];
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")) {
    if (field.type !== "file" && field.value && isRecipientField(field))
      texts.push({ text: field.value, blind: isBlind(field) });
  }
  for (const chip of root.querySelectorAll(chipSelector)) {
    const text = ["data-hovercard-id", "data-email", "data-address", "title"].map((name) =>
      chip.getAttribute(name),
    );
    const address = text.find((each) => each?.includes("@"));
    if (address) texts.push({ text: address, blind: isBlind(chip) });
  }
  return texts;
}

const fileName = /[^\s/\\:*?"<>|][^/\\:*?"<>|\n]{0,120}\.[a-z0-9]{2,5}\b/i;

const attachmentItems =
  'li[class*="attach" i], [class*="attach" i] li, [data-testid*="attachment" i], [class*="attachment-item" i], [class*="attachmentitem" i]';

/** Names of attachments that a part of the page lists: short texts that end like a file in what is called an attachment. */
export function attachmentNamesIn(root: ParentNode): string[] {
  const items = root.querySelectorAll(attachmentItems);
  return [...items].flatMap((item) => item.textContent?.match(fileName)?.[0].trim() ?? []);
}
