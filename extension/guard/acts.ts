import { deepest, shadowOf, under } from "./message/written.ts";

/** Milliseconds after a press or a short cut in which a request is its own. */
export const ownWithin = 1_500;
/** The same after Enter, which begins a new line as often as it sends: what a page saves by itself comes later. */
export const enterWithin = 150;
/** The same after a press beside what is written, by which its field is left as often as it is sent. */
export const besideWithin = 100;

export const isWindow = (within: number): boolean => [ownWithin, enterWithin, besideWithin].includes(within);

/** Short cuts with Control that change what is written and send nothing. */
const editing = new Set(["a", "b", "c", "i", "k", "u", "v", "x", "y", "z"]);

const controls =
  "button, a, label, summary, [role=button], [role=menuitem], [role=option], [role=link], input[type=submit], input[type=button], input[type=image]";

/** Milliseconds after this event in which a request is set off by it; 0 for an event that sends nothing. */
export function windowOf(event: Event): number {
  if (!event.isTrusted) return 0;
  const [path] = event.composedPath();
  const at = path instanceof Element ? (pressedIn(path, event) ?? path) : path;
  if (event instanceof KeyboardEvent) {
    if (event.isComposing || event.repeat) return 0;
    const short = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === "Enter") return short || isControl(at) || isLine(at) ? ownWithin : enterWithin;
    if (event.key === " ") return isControl(at) ? ownWithin : 0;
    if (/^F\d+$/.test(event.key)) return ownWithin;
    if (!short || event.key.length !== 1 || event.getModifierState("AltGraph")) return 0;
    return event.altKey || !editing.has(event.key.toLowerCase()) ? ownWithin : 0;
  }
  if (event.type === "submit") return ownWithin;
  if (event.type === "input" || event.type === "change") return isSetting(at) ? ownWithin : 0;
  if (isControl(at)) return ownWithin;
  return isWrittenIn(at) ? 0 : besideWithin;
}

/** What was pressed within an element: in a closed part what lies under the pointer, else where somebody writes. */
const pressedIn = (at: Element, event: Event): Element | null =>
  event instanceof MouseEvent && event.detail + event.clientX + event.clientY > 0
    ? under(at, event.clientX, event.clientY)
    : deepest(at);

const settings =
  "select, input:is([type=checkbox], [type=radio], [type=range], [type=color], [type=date], [type=time])";

/** What is chosen, slid or ticked: a page may take that as the word to send. */
const isSetting = (at: EventTarget | undefined): boolean => at instanceof Element && at.matches(settings);

/** Where somebody writes, or shapes what is written. */
const isWrittenIn = (at: EventTarget | undefined): boolean =>
  at instanceof Element &&
  ((at as HTMLElement).isContentEditable || at.closest("textarea, [role=toolbar]") !== null);

/** A field of one line, in which Enter begins no new one. */
const isLine = (at: EventTarget | undefined): boolean => at instanceof Element && at.localName === "input";

/** What is pressed to make something happen; not what only shapes what is written. */
function isControl(at: EventTarget | undefined): boolean {
  if (!(at instanceof Element) || isWrittenIn(at)) return false;
  // A press within a closed part is heard of its outside alone.
  if (!at.shadowRoot && shadowOf(at)) return true;
  return at.closest(controls) !== null || getComputedStyle(at).cursor === "pointer";
}
