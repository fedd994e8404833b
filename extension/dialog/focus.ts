import type { Surface } from "./surface.ts";

/** What can take the focus, where the element that had it is gone. */
const takesFocus =
  "a[href], button, input, textarea, select, iframe, [contenteditable]:not([contenteditable=false]), [tabindex]";

/**
 * Remembers where the focus is, also inside a part of the page with a shadow root of its own.
 *
 * @returns Gives it back: to the same element, and where the page has taken that away since, to what is nearest around it.
 */
export function focusKeeper(doc: Document): () => void {
  const path = [...upFrom(deepest(doc))];
  return () => {
    for (const one of path) {
      if (!one.isConnected || one === doc.body || one === doc.documentElement) continue;
      if (focuses(one)) return;
      for (const within of one.querySelectorAll<HTMLElement>(takesFocus)) if (focuses(within)) return;
    }
  };
}

function deepest(doc: Document): Element | null {
  let active = doc.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function* upFrom(from: Element | null): Generator<HTMLElement> {
  for (let at: Node | null = from; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if ("focus" in at) yield at as HTMLElement;
}

function focuses(one: HTMLElement): boolean {
  one.focus({ preventScroll: true });
  return (one.getRootNode() as Document | ShadowRoot).activeElement === one;
}

/** A page that goes on opening dialogs of its own has the last word then. */
const raisedAtMost = 20;

/**
 * A page that opens a dialog of its own over the question would leave people before something they can't answer: the question
 * comes up again above it, with the focus where it was.
 */
export function stayOnTop(surface: Surface, dialog: HTMLDialogElement, until: AbortSignal): void {
  const doc = surface.host.ownerDocument;
  let raised = 0;
  let raising = false;
  let had = (dialog.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  const came = ({ target }: FocusEvent): void => {
    if (!raising) had = target as HTMLElement;
  };
  const left = (): void => {
    if (raising) return;
    // Where the focus goes is known once it is there; to the browser's own bars it may go.
    setTimeout(() => {
      const now = doc.activeElement;
      const taken = now !== null && now !== doc.body && now !== surface.host;
      if (until.aborted || !taken || !surface.host.isConnected || raised >= raisedAtMost) return;
      raised += 1;
      raising = true;
      // Closed and opened again it lies last in the top layer.
      dialog.close();
      dialog.showModal();
      had?.focus({ preventScroll: true });
      raising = false;
    });
  };
  dialog.addEventListener("focusin", came, { signal: until });
  dialog.addEventListener("focusout", left, { signal: until });
}
