import type { Hook } from "./hook.ts";
import { empty, letInto } from "./let-in.ts";
import { call, listen, replace, stop } from "./originals.ts";

/**
 * File inputs whose events never reach the window: outside the document (SnappyMail) or in a closed shadow root.
 * At the target a capturing listener runs before the page's own, even if it was added later (SITES.md A5).
 */
export function holdDetachedInputs(hook: Hook): void {
  const watched = new WeakSet<EventTarget>();
  const filesOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "files")
    ?.get as () => FileList | null;

  const heard = (event: Event): void => {
    const input = event.composedPath()[0];
    if (!(input instanceof HTMLInputElement) || input.type !== "file" || hook.replaying || !hook.awake)
      return;
    const files = [...(call(filesOf, input) ?? [])];
    if (files.length === 0) return;
    stop(event);
    empty(input, event);
    hook.hold("chosen", files, (kept) => hook.during(() => letInto(input, kept)));
  };

  const watch = (target: EventTarget): void => {
    if (watched.has(target)) return;
    watched.add(target);
    listen(target, "input", heard);
    listen(target, "change", heard);
  };

  /** All file inputs that a click on this element could open. */
  const watchAround = (element: unknown): void => {
    if (element instanceof HTMLInputElement && element.type === "file") watch(element);
    if (!(element instanceof Element) || element.isConnected) return;
    const root = element.getRootNode() as ParentNode;
    for (const input of root.querySelectorAll("input[type=file]")) watch(input);
  };

  replace(
    HTMLElement.prototype,
    "click",
    (click) =>
      function (this: HTMLElement) {
        watchAround(this);
        return call(click, this);
      },
  );
  replace(
    HTMLInputElement.prototype,
    "showPicker",
    (showPicker) =>
      function (this: HTMLInputElement) {
        watchAround(this);
        return call(showPicker, this);
      },
  );
  replace(
    EventTarget.prototype,
    "dispatchEvent",
    (dispatchEvent) =>
      function (this: EventTarget, event: Event) {
        if (event?.type === "click") watchAround(this);
        return call(dispatchEvent, this, event);
      },
  );
  replace(
    Element.prototype,
    "attachShadow",
    (attachShadow) =>
      function (this: Element, init: ShadowRootInit) {
        const root = call(attachShadow, this, init);
        watch(root);
        return root;
      },
  );
}
