import type { MailAdapter } from "#domain/sites/adapter";
import { press, pressAgain } from "../../press-again.ts";
import type { Link } from "../link.ts";
import { looksLikeSend } from "../message/structure.ts";
import type { WrittenText } from "../message/written.ts";

/** A sending that was stopped, and how it goes on. */
export interface HeldSend {
  readonly at: Element;
  /** What it carries, where that is known by itself. */
  readonly carried?: readonly WrittenText[];
  go(): void;
}

/** What a form would send, in words. */
export const wordsOfForm = (form: HTMLFormElement): string =>
  [...form.elements].map((one) => (one as HTMLInputElement).value).join("\n");

export interface SendEars {
  /** The adapter of this page; undefined while the guard rests. */
  adapter(): MailAdapter | undefined;
  /** Whether a sending from here must be stopped; asked for each event of a press. */
  mustWait(at: Element): boolean;
  /** What was written and not looked at that a form or a link carries away by itself. */
  carriedBy(url: string, body: string): readonly WrittenText[];
  hold(send: HeldSend): void;
}

/** Stops sendings by button, key and form. @returns A function that listens again after `document.open()`. */
export function captureSends(link: Link, ears: SendEars): () => void {
  const pressed = (event: Event): void => {
    const button = sendButtonOf(event, ears.adapter());
    const waits = button !== undefined && ears.mustWait(button);
    if (!waits) followLink(event);
    else stop(event, event.type === "click");
    if (waits && event.type === "click")
      ears.hold({ at: button, go: () => link.during(() => pressAgain(button)) });
  };
  /** An address that is gone to, with a text in it. */
  const followLink = (event: Event): void => {
    if (event.type !== "click") return;
    const at = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    const carried = at?.href ? ears.carriedBy(at.href, `${at.href} ${at.ping}`) : [];
    if (!at || carried.length === 0) return;
    stop(event, true);
    ears.hold({ at, carried, go: () => link.during(() => at.click()) });
  };
  const key = (event: KeyboardEvent): void => {
    const hotkey = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing;
    const at = event.composedPath()[0];
    if (!hotkey || !ears.adapter()?.compose.send.hotkey || !(at instanceof Element) || !ears.mustWait(at))
      return;
    stop(event, true);
    if (!event.repeat) ears.hold({ at, go: () => link.during(() => keyAgain(at, event)) });
  };
  const submit = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const carried = ears.mustWait(form) ? undefined : ears.carriedBy(form.action, wordsOfForm(form));
    if (carried?.length === 0) return;
    stop(event, true);
    const { submitter } = event;
    ears.hold({
      at: form,
      ...(carried && { carried }),
      go: () => link.during(() => form.requestSubmit(submitter)),
    });
  };
  const hear = (event: Event): void => {
    if (link.replaying || !ears.adapter()) return;
    if (event.type === "keydown") key(event as KeyboardEvent);
    else if (event.type === "submit") submit(event as SubmitEvent);
    else pressed(event);
  };
  const listen = (): void => {
    for (const type of [...press, "keydown", "submit"]) window.addEventListener(type, hear, true);
  };
  listen();
  return listen;
}

function sendButtonOf(event: Event, adapter: MailAdapter | undefined): Element | undefined {
  const named = adapter?.compose.send.buttons.join(", ");
  for (const node of event.composedPath()) {
    if (node instanceof Element && ((named && node.matches(named)) || looksLikeSend(node))) return node;
  }
  return undefined;
}

/** The default action of the events before a click is the focus: that is left to the page. */
function stop(event: Event, wholly: boolean): void {
  event.stopImmediatePropagation();
  if (wholly) event.preventDefault();
}

function keyAgain(at: Element, { key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  const init = {
    key,
    code,
    ctrlKey,
    metaKey,
    shiftKey,
    keyCode: 13,
    which: 13,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  at.dispatchEvent(new KeyboardEvent("keydown", init));
}
