import { bodyOfFrame, written } from "./composer.ts";
import { lettersOf } from "./letters.ts";
import { isRecipientField } from "./recipient-fields.ts";
import { isSearchField, partOf } from "./structure.ts";

/** What stood in a field when the person acted. It stays on this computer. */
export interface WrittenText {
  readonly field: Element;
  /** The names of what lies on the server and goes with a message in which nothing was written: `field` is its part. */
  readonly stored?: true;
  /** The names of what lies on the server and goes with it. */
  readonly beside?: readonly string[];
  readonly text: string;
  /** Letters alone, to be found again in what is sent. */
  readonly letters: string;
  /** When the person acted, as `performance.now()` counts. */
  readonly at: number;
}

/** Letters of the shortest text that is followed: less names nobody. */
export const shortest = 8;
/** Fields of a page that are looked at, and frames with an editor in them. */
const fieldsMost = 12;
const framesMost = 6;

const fieldSelector = "[contenteditable]:not([contenteditable=false]), textarea";
const lineTypes = new Set(["text", ""]);

/** The shadow root of an element, closed ones too, where the browser gives it to an extension. */
export function shadowOf(element: Element): ShadowRoot | null {
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?(of: Element): ShadowRoot | null } };
  };
  const own = element as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
  try {
    return (
      element.shadowRoot ??
      own.openOrClosedShadowRoot ??
      chrome?.dom?.openOrClosedShadowRoot?.(element) ??
      null
    );
  } catch {
    return null;
  }
}

/** Where in the page somebody writes: within closed parts too. */
export function deepest(at: Element | null): Element | null {
  let within = at;
  for (let depth = 0; within && depth < 20; depth += 1) {
    const next = shadowOf(within)?.activeElement;
    if (!next) return within;
    within = next;
  }
  return within;
}

/** The texts of this frame's fields at the moment of an act, before the page hears of it. */
export class Written {
  /** Fields that somebody typed into, the newest last. */
  #typed: WeakRef<Element>[] = [];

  /** An `input` event was heard. */
  saw(event: Event): void {
    const path = event.composedPath()[0];
    const at = path instanceof Element ? fieldAt(deepest(path) ?? path) : undefined;
    if (!at) return;
    this.#typed = [...this.#typed.filter((one) => one.deref() !== at), new WeakRef(at)].slice(-fieldsMost);
  }

  /** What stands in the fields now. */
  taken(at: number): WrittenText[] {
    const fields = new Set<Element>();
    for (const one of this.#typed) {
      const field = one.deref();
      if (field?.isConnected) fields.add(field);
    }
    const focused = deepest(document.activeElement);
    const here = focused && fieldAt(focused);
    if (here) fields.add(here);
    for (const field of [...document.querySelectorAll(fieldSelector)].slice(0, fieldsMost)) fields.add(field);
    for (const frame of [...document.querySelectorAll("iframe")].slice(0, framesMost)) {
      for (const field of fieldsOfFrame(frame)) fields.add(field);
    }
    return [...fields].flatMap((field) => {
      if (isRecipientField(field) || isSearchField(field)) return [];
      const text = written(field).trim();
      const letters = lettersOf(text);
      return letters.length >= shortest ? [{ field, text, letters, at }] : [];
    });
  }
}

/** What is written in a frame of this origin: an editor, or fields of a page of its own. */
function fieldsOfFrame(frame: HTMLIFrameElement): Element[] {
  const body = bodyOfFrame(frame);
  if (body) return [body];
  try {
    return [...(frame.contentDocument?.querySelectorAll(fieldSelector) ?? [])].slice(0, fieldsMost);
  } catch {
    return [];
  }
}

/** Whether nothing else can be written in a page, or the page around the field's frame, but who shall receive it. */
export const isOnlyField = (field: Element, page: Element): boolean =>
  [...page.querySelectorAll(fieldSelector)].every(
    (one) => one.contains(field) || one.getClientRects().length === 0 || isRecipientField(one),
  );

/** Parts of the page around fields in which nothing is written, where a message may be all the same. */
export function blankParts(): Element[] {
  const parts = new Set<Element>();
  for (const field of [...document.querySelectorAll(fieldSelector)].slice(0, fieldsMost)) {
    const part = partOf(field);
    if (part && lettersOf(written(field)).length < shortest) parts.add(part);
  }
  return [...parts];
}

/** The field around where somebody types; undefined for one that holds no message. */
function fieldAt(element: Element): Element | undefined {
  if (element.localName === "textarea") return element;
  if (element.localName === "input")
    return lineTypes.has(element.getAttribute("type")?.toLowerCase() ?? "") ? element : undefined;
  let field = (element as HTMLElement).isContentEditable ? element : undefined;
  while (field?.parentElement?.isContentEditable) field = field.parentElement;
  return field;
}

/** Whether a text has left its field without the person taking it out: the field is empty, hidden or gone. */
export function hasLeft({ field, letters, stored }: WrittenText): boolean {
  if (!field.isConnected || field.getClientRects().length === 0) return true;
  return !stored && !lettersOf(written(field)).includes(letters.slice(0, 40));
}
