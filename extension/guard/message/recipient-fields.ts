import type { RecipientText } from "./recipients.ts";

/** Where recipients stand on a page that nobody has described: fields named or labelled so, and chips in and beside them. */

const recipientNames = /(?:^|[-_.:\s])(?:to|cc|bcc|recipients?|addressees?)(?:$|[-_.:\s])/i;
/** A label that says so begins with it: "Message to Rob" and "press Alt+F10 to exit" stand on what is written. */
const recipientLabels =
  /^(?:(?:add|enter|choose|type)\s+)?(?:to|cc|bcc|recipients?|addressees?|at|derbynwyr)\b/i;
/** A label that is nothing but the word, in the languages of those who work in Britain's clinics. */
const wholeLabels =
  /^(?:to|cc|bcc|ccn|recipients?|addressees?|send to|at|derbynwyr|an|kopie|blindkopie|à|cci|para|cco|aan|do|dw|udw|către|a|kam|кому|копія|копия|收件人|抄送|密送)\s*[:：]?$/iu;
/** Words of a name or address between two commas; more are a sentence. */
const longestName = 6;
/** Characters of a chip that shows a name alone: a longer text is none. */
const longestChip = 80;
/** How far out a label or a chip may stand from the field that it belongs to. */
const beside = 4;

const fieldSelector = "input, textarea, [contenteditable]:not([contenteditable=false])";
const addressChips = "[data-hovercard-id], [data-email], [title*='@'], [data-address], [email]";
const nameChips =
  '[role=option], [role=listitem], li, md-chip, [class*="chip" i], [class*="pill" i], [class*="token" i], [class*="persona" i], [class*="address" i], [class*="bubble" i], [class*="recipient" i]';

/** Whether a field is for recipients, by its type or one of its names, and by what stands in it: a letter is no address. */
export function isRecipientField(field: Element): boolean {
  if (field.getAttribute("type") === "email") return true;
  const named = (names: readonly string[], by: RegExp): boolean =>
    names.some((name) => by.test(field.getAttribute(name)?.trim() ?? ""));
  return (
    (named(["name", "id"], recipientNames) ||
      named(["aria-label", "placeholder"], recipientLabels) ||
      labelsOf(field).some((label) => wholeLabels.test(label))) &&
    holdsAddresses((field as HTMLInputElement).value ?? field.textContent ?? "")
  );
}

function holdsAddresses(text: string): boolean {
  return text.split(/[,;\n]+/).every((one) => (one.trim().match(/\s+/g)?.length ?? 0) < longestName);
}

/** What a field is called: by its labels, or by the short text that stands right before it, in its row or cell. */
function labelsOf(field: Element): string[] {
  const { labels } = field as HTMLInputElement;
  const by = field.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const told = [
    field.getAttribute("aria-label"),
    field.getAttribute("placeholder"),
    ...[...(labels ?? [])].map(({ textContent }) => textContent),
    ...by.map((id) => field.ownerDocument.getElementById(id)?.textContent),
    textBefore(field),
  ];
  return told.map((text) => text?.trim() ?? "").filter((text) => text !== "" && text.length < longestChip);
}

function textBefore(field: Element): string {
  let at: Element = field;
  for (let out = 0; out < beside; out += 1) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      if (before instanceof Element) {
        if (before.matches(fieldSelector) || before.querySelector(fieldSelector)) return "";
        if (before.matches(nameChips)) continue;
      }
      const text = before.textContent?.trim() ?? "";
      if (text !== "") return text.length < longestChip ? text : "";
    }
    const { parentElement } = at;
    if (!parentElement || parentElement.matches("form, [role=dialog], body")) return "";
    at = parentElement;
  }
  return "";
}

/** Whether recipients can be written in a part of the page. */
export const hasRecipientField = (root: ParentNode): boolean =>
  [...root.querySelectorAll(fieldSelector)].some((field) => isWritten(field) && isRecipientField(field));

const isWritten = (field: Element): boolean =>
  !["file", "hidden", "search", "checkbox", "radio"].includes(field.getAttribute("type") ?? "");

const blindNames = ["name", "id", "aria-label", "data-testid", "class"]
  .map((name) => `[${name}*="bcc" i]`)
  .join(", ");

/** Whether a field or chip stands in Bcc, by what it or the part around it is called. */
export const isBlind = (element: Element): boolean =>
  element.closest(blindNames) !== null || /\bbcc\b/i.test(element.closest("label")?.textContent ?? "");

/** Texts in which recipients stand: fields named so, chips that carry an address, and chips that show a name alone. */
export function recipientTextsIn(root: ParentNode): RecipientText[] {
  const texts: RecipientText[] = [];
  const add = (text: string, element: Element): void => {
    if (text.trim() !== "") texts.push({ text, blind: isBlind(element) });
  };
  const done = new Set<Element>();
  for (const chip of root.querySelectorAll(addressChips)) {
    const written = ["data-hovercard-id", "data-email", "data-address", "email", "title"].map((name) =>
      chip.getAttribute(name),
    );
    const address = written.find((each) => each?.includes("@"));
    if (!address) continue;
    add(address, chip);
    done.add(chip);
  }
  for (const field of root.querySelectorAll<HTMLInputElement>(fieldSelector)) {
    if (field.type === "file" || field.type === "hidden" || !isRecipientField(field)) continue;
    for (const chip of chipsBeside(field, done)) {
      add(chip.textContent ?? "", chip);
      done.add(chip);
    }
    add(field.value ?? textBut(field, done), field);
  }
  return texts;
}

/** Chips in a field's own row that show a name and carry no address: whom they mean is not known, so they count as outside. */
function chipsBeside(field: Element, done: ReadonlySet<Element>): Element[] {
  const row = rowOf(field);
  const found = [...row.querySelectorAll(nameChips)].filter((chip) => {
    const text = chip.textContent?.trim() ?? "";
    return (
      text.length > 0 &&
      text.length < longestChip &&
      /\p{L}/u.test(text) &&
      !wholeLabels.test(text) &&
      !chip.contains(field) &&
      !chip.closest("label, legend") &&
      ![...done].some((one) => one.contains(chip) || chip.contains(one))
    );
  });
  return found.filter((chip) => !found.some((other) => other !== chip && other.contains(chip)));
}

/** As far out from a field as nothing else can be written. */
function rowOf(field: Element): Element {
  let row = field;
  for (let out = 0; out < beside; out += 1) {
    const { parentElement } = row;
    if (!parentElement || parentElement.querySelectorAll(fieldSelector).length > 1) break;
    row = parentElement;
  }
  return row;
}

/** An element's text without that of these within it. */
export function textBut(element: Element, but: ReadonlySet<Element>): string {
  if (![...but].some((one) => element.contains(one))) return element.textContent ?? "";
  if (but.has(element)) return "";
  return [...element.childNodes]
    .map((node) => (node instanceof Element ? textBut(node, but) : (node.textContent ?? "")))
    .join("");
}
