import { bodyOfFrame, written } from "./composer.ts";
import { lettersOf } from "./letters.ts";
import { isRecipientField } from "./recipient-fields.ts";
import { isSearchField, partOf } from "./structure.ts";

/** What stood in a field when the person acted. It stays on this computer. */
export interface WrittenText {
  readonly field: Element;
  /** The frame of this page in which the field stands: a page often takes it away as it sends. */
  readonly frame?: Element;
  /** The names of what lies on the server and goes with a message in which nothing was written: `field` is its part. */
  readonly stored?: true;
  /** It was typed where no field is, into an editor that draws it by itself. */
  readonly drawn?: true;
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
export const framesMost = 6;

const fieldSelector = "[contenteditable]:not([contenteditable=false]), textarea";
/** Characters and lines that are remembered of what was typed where no field is. */
const drawnMost = 4_000;
const drawnLines = 12;
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
export const deepest = (at: Element | null): Element | null =>
  at && innermost(at, (root) => root.activeElement);

/** What lies under a point, within closed parts too. */
export const under = (at: Element, x: number, y: number): Element =>
  innermost(at, (root) => root.elementFromPoint(x, y));

function innermost(at: Element, step: (root: ShadowRoot) => Element | null): Element {
  let within = at;
  for (let depth = 0; depth < 20; depth += 1) {
    const root = shadowOf(within);
    const next = root && step(root);
    if (!next || next === within) break;
    within = next;
  }
  return within;
}

/** The texts of this frame's fields at the moment of an act, before the page hears of it. */
export class Written {
  /** Fields that somebody typed into, the newest last. */
  #typed: WeakRef<Element>[] = [];
  #drawn: { readonly at: Element; readonly text: string } | undefined;
  /** A field that held no more than what was typed into it last, and that. */
  #bare: { readonly at: Element; readonly text: string } | undefined;

  /** An `input` event was heard. */
  saw(event: Event): void {
    const path = event.composedPath()[0];
    const at = path instanceof Element ? fieldAt(deepest(path) ?? path) : undefined;
    if (!at) return;
    this.#emptied(at, event as InputEvent);
    this.#typed = [...this.#typed.filter((one) => one.deref() !== at), new WeakRef(at)].slice(-fieldsMost);
  }

  /** A key was pressed: where no field is, an editor may draw what it says by itself (a canvas, an EditContext). */
  keyed(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const path = event.composedPath()[0];
    const at = path instanceof Element ? (deepest(path) ?? path) : undefined;
    if (!at || ctrlKey || metaKey || altKey || at.matches("input, select") || fieldAt(at)) return;
    const before = this.#drawn?.at === at ? this.#drawn.text : "";
    const sign = key === "Enter" ? "\n" : key.length === 1 ? key : "";
    const text = key === "Backspace" ? before.slice(0, -1) : before + sign;
    this.#drawn = { at, text: text.slice(-drawnMost) };
  }

  /** An editor that draws what is typed by itself takes it out of its field each time (CodeMirror, Ace, xterm.js). */
  #emptied(at: Element, { data, inputType }: InputEvent): void {
    if (at.localName !== "textarea") return;
    const text = (at as HTMLTextAreaElement).value;
    const drawn = this.#drawn?.at === at ? this.#drawn.text : undefined;
    // What is put in without being typed is told apart from a field's whole text by what was drawn before alone.
    const isBare = text !== "" && (data === text || (data === null && drawn !== undefined));
    if (text === "" && drawn !== undefined && inputType.startsWith("delete")) {
      this.#drawn = { at, text: drawn.slice(0, -1) };
    } else if (!isBare) this.#bare = undefined;
    else {
      const before = drawn ?? (this.#bare?.at === at ? this.#bare.text : undefined);
      this.#bare = { at, text };
      if (before !== undefined) this.#drawn = { at, text: (before + text).slice(-drawnMost) };
    }
  }

  /** The page was handed a text that stands in no field. */
  handed(text: string): void {
    this.#drawn = {
      at: deepest(document.activeElement) ?? document.documentElement,
      text: `${text.slice(0, drawnMost)}\n`,
    };
  }

  /** Each line for itself, for one that was sent goes no second time. */
  #linesDrawn(at: number): WrittenText[] {
    if (!this.#drawn) return [];
    const { at: field, text } = this.#drawn;
    if (!text.endsWith("\n")) this.#drawn = { at: field, text: `${text}\n` };
    return text
      .split("\n")
      .slice(-drawnLines)
      .map((line) => ({ field, drawn: true as const, text: line, letters: lettersOf(line), at }))
      .filter(({ letters }) => letters.length >= shortest);
  }

  /** What stands in the fields now. */
  taken(at: number): WrittenText[] {
    this.#bare = undefined;
    const fields = new Set<Element>();
    const frames = new Map<Element, Element>();
    for (const one of this.#typed) {
      const field = one.deref();
      if (field?.isConnected) fields.add(field);
    }
    const focused = deepest(document.activeElement);
    const here = focused && fieldAt(focused);
    if (here) fields.add(here);
    for (const field of [...document.querySelectorAll(fieldSelector)].slice(0, fieldsMost)) fields.add(field);
    for (const field of [...fieldsIn(documentAround())].slice(0, fieldsMost)) fields.add(field);
    for (const frame of [...document.querySelectorAll("iframe")].slice(0, framesMost)) {
      for (const field of fieldsOfFrame(frame)) {
        fields.add(field);
        frames.set(field, frame);
      }
    }
    const texts = [...fields].flatMap((field) => {
      if (isRecipientField(field) || isSearchField(field)) return [];
      const text = written(field).trim();
      const letters = lettersOf(text);
      const frame = frames.get(field);
      return letters.length >= shortest ? [{ field, ...(frame && { frame }), text, letters, at }] : [];
    });
    return [...texts, ...this.#linesDrawn(at)];
  }
}

const fieldsIn = (page: ParentNode | undefined): Iterable<Element> =>
  page?.querySelectorAll(fieldSelector) ?? [];

/** The page around this frame, where it is of this origin. */
function documentAround(): Document | undefined {
  try {
    return window.parent === window ? undefined : window.parent.document;
  } catch {
    return undefined;
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
  // What is shared with somebody may have nothing to write in.
  for (const field of [...document.querySelectorAll("[role=dialog] input, dialog input")].slice(
    0,
    fieldsMost,
  )) {
    const part = partOf(field);
    if (part && isRecipientField(field) && !part.querySelector(fieldSelector)) parts.add(part);
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

/** Whether a field stands in a page still. Firefox takes the elements of a frame that is gone away: to ask them anything throws. */
export function isThere(field: Element): boolean {
  try {
    return field.isConnected && field.ownerDocument.defaultView !== null;
  } catch {
    return false;
  }
}

/** Whether nothing is left of a text in its field, or the field itself is gone. */
export function isGone({ field, stored, drawn }: WrittenText): boolean {
  if (drawn) return false;
  if (!isThere(field) || field.getClientRects().length === 0) return true;
  return !stored && lettersOf(written(field)).length < shortest;
}

/** Whether a text has left its field without the person taking it out: the field is empty, hidden or gone. */
export function hasLeft({ field, letters, stored, drawn }: WrittenText): boolean {
  if (drawn) return false;
  if (!isThere(field) || field.getClientRects().length === 0) return true;
  return !stored && !lettersOf(written(field)).includes(letters.slice(0, 40));
}
