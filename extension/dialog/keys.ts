import { onePerWorld } from "../one-per-world.ts";

/** NOTES.md, "Keyboard": people are typing when the dialog opens. */
const deafFor = 400;

/** Events that must not reach the site's own shortcuts while the focus is in one of our surfaces. */
const kept = [
  "keydown",
  "keyup",
  "keypress",
  "beforeinput",
  "input",
  "change",
  "paste",
  "copy",
  "cut",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "wheel",
] as const;

const acting: ReadonlySet<string> = new Set(["Enter", " ", "Escape"]);

type Keeper = (event: Event) => void;

/** The script that draws a question has come long after the one that listens: both have the same. */
const { keepers, shielded, hear } = onePerWorld("keys", () => {
  const keepers = new WeakMap<Window, Keeper>();
  /** Our hosts whose fields a page must not hear, with no dialog open. */
  const shielded = new WeakSet<EventTarget>();
  const hear = (event: Event): void => {
    if (!(event.currentTarget instanceof Object)) return;
    keepers.get(event.currentTarget as Window)?.(event);
    if (event.composedPath().some((one) => shielded.has(one))) event.stopImmediatePropagation();
  };
  return { keepers, shielded, hear };
});

/** Listens on a window, before the page does where it is called at document_start. Calling it again is harmless. */
export function listenForKeys(view: Window): void {
  for (const type of kept) view.addEventListener(type, hear, true);
}

/** Keeps what is typed in our surfaces from the page's listeners from now on; the browser itself goes on with it. */
export function shieldKeys(view: Window, host: HTMLElement): void {
  listenForKeys(view);
  shielded.add(host);
}

/**
 * Keeps the keyboard inside an open dialog until `signal` aborts. The page's listeners do not hear; what the browser
 * itself does (typing, pressing a button) goes on.
 *
 * @param onEscape - Esc, once the dialog has been open long enough and no key is still down from before.
 */
export function keepKeys(view: Window, host: HTMLElement, onEscape: () => void, signal: AbortSignal): void {
  const opened = view.performance.now();
  let fresh = false;
  listenForKeys(view);
  keepers.set(view, (event) => {
    const key = event.type === "keydown" || event.type === "keyup" ? (event as KeyboardEvent) : undefined;
    if (key) {
      // A key that was down before only repeats until it is up.
      if (key.type === "keydown" && !key.repeat && view.performance.now() - opened >= deafFor) fresh = true;
      if (acting.has(key.key) && !fresh) event.preventDefault();
      else if (key.type === "keydown" && key.key === "Escape") {
        event.preventDefault();
        onEscape();
      }
    }
    if (event.composedPath().includes(host)) event.stopImmediatePropagation();
  });
  signal.addEventListener("abort", () => keepers.delete(view), { once: true });
}
