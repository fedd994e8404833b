import type { Finding, FindingKind } from "#domain/detector/verdict";
import { written } from "./composer.ts";

/** What names a patient in a text, and can be left out of it: evidence of illness alone names nobody. */
const naming: ReadonlySet<FindingKind> = new Set([
  ...(["nhs-number", "chi-number", "hc-number", "hospital-number", "date-of-birth"] as const),
  ...(["name", "address", "phone", "postcode"] as const),
]);

/** Words of one message that are taken out at once. */
const most = 60;
/** Shorter than this is no word that names anybody. */
const shortest = 2;
/** Longer than this is no word but what stands around it. */
const longest = 120;
/** Places of one word in one field. */
const places = 200;

/** The words that name the patient, the longest first; of an address each line. They stay in this page. */
export function namingWords(text: string, findings: readonly Finding[]): string[] {
  const named = findings.filter(({ kind }) => naming.has(kind));
  // A name is also seen by the sentence that it stands in: the least that names somebody is enough.
  const isLeast = (one: Finding): boolean =>
    one.end - one.start <= longest && (one.kind !== "name" || !named.some((other) => holds(one, other)));
  const words = named
    .filter(isLeast)
    .flatMap(({ start, end }) => text.slice(start, end).split(/\s*\n\s*/))
    .map((word) => word.trim())
    .filter((word) => word.length >= shortest);
  return [...new Set(words)].sort((one, other) => other.length - one.length).slice(0, most);
}

/** Whether one stands around another, which is shorter. */
const holds = (one: Finding, other: Finding): boolean =>
  one.start <= other.start && other.end <= one.end && other.end - other.start < one.end - one.start;

/** Whether each of the words stands in one of these fields now. */
export const allStand = (fields: readonly Element[], words: readonly string[]): boolean =>
  words.length > 0 &&
  words.every((word) => fields.some((field) => plain(written(field)).includes(plain(word))));

/** A page writes a blank that does not break where somebody typed one. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/**
 * Puts other words in the place of these, as typing would: the page's editor hears of it, and its undo brings them back.
 *
 * @returns Whether none is left.
 */
export function takeOut(fields: readonly Element[], words: readonly string[], instead: string): boolean {
  for (const word of words) {
    for (const field of fields) {
      const replace = isLine(field) ? inLine : inEditor;
      for (let n = 0; n < places && replace(field as HTMLElement, plain(word), instead); n += 1);
    }
  }
  return !fields.some((field) => words.some((word) => plain(written(field)).includes(plain(word))));
}

type Line = HTMLInputElement | HTMLTextAreaElement;
const isLine = (field: Element): field is Line =>
  field.localName === "input" || field.localName === "textarea";

/** @returns Whether the word stood there and is gone. */
function inLine(field: HTMLElement, word: string, instead: string): boolean {
  const line = field as Line;
  const before = line.value;
  const at = plain(before).indexOf(word);
  if (at === -1) return false;
  line.focus({ preventScroll: true });
  line.setSelectionRange(at, at + word.length);
  if (!typed(line.ownerDocument, instead) || line.value === before) {
    line.setRangeText(instead, at, at + word.length, "end");
    const init = { bubbles: true, composed: true, inputType: "insertText", data: instead } as const;
    line.dispatchEvent(new InputEvent("input", init));
  }
  return line.value !== before;
}

function inEditor(field: HTMLElement, word: string, instead: string): boolean {
  const doc = field.ownerDocument;
  const range = rangeOf(field, word);
  const selection = doc.getSelection();
  if (!range || !selection) return false;
  const before = field.textContent;
  field.focus({ preventScroll: true });
  selection.removeAllRanges();
  selection.addRange(range);
  typed(doc, instead);
  return field.textContent !== before;
}

/** As the person would type over what is selected. */
function typed(doc: Document, text: string): boolean {
  try {
    return doc.execCommand("insertText", false, text);
  } catch {
    return false;
  }
}

/** Where a word stands first, be it in one piece of the page or over several. */
function rangeOf(field: HTMLElement, word: string): Range | undefined {
  const doc = field.ownerDocument;
  const walker = doc.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  const nodes: { readonly node: Text; readonly from: number }[] = [];
  let text = "";
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, from: text.length });
    text += node.data;
  }
  const at = plain(text).indexOf(word);
  if (at === -1) return undefined;
  const range = doc.createRange();
  const place = (offset: number, ends: boolean) => {
    const found = nodes.filter(({ from }) => (ends ? from < offset : from <= offset)).at(-1);
    return found && ([found.node, offset - found.from] as const);
  };
  const [start, end] = [place(at, false), place(at + word.length, true)];
  if (!start || !end) return undefined;
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}
