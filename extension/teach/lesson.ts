import { element } from "../dialog/element.ts";
import { mark } from "../dialog/icons.ts";
import { shieldKeys } from "../dialog/keys.ts";
import { createSurface } from "../dialog/surface.ts";
import { attachmentsOf, composerOf, recipientsOf } from "../guard/message/composer.ts";
import { adapterFrom, type Shown } from "./adapter-from.ts";
import { words } from "./words.ts";

type Step = "recipient" | "attachment" | "send";

/**
 * The lead shows on a message that is being written where its recipients, its attachments and its send button are. A pane over
 * the page takes each press, so that neither the page nor the guard hears of it: nothing is sent. By the keyboard it is what had
 * the focus last, taken by a button of ours, for Enter on the page's own button would send. What comes out is data, tried on the
 * page at once; nothing leaves it but by the lead's own copying.
 */
export function teach(): void {
  const surface = createSurface(document);
  surface.show();
  const shown: { -readonly [Key in keyof Shown]?: Shown[Key] } = {};
  const pane = element(document, "div", { popover: "manual" });
  pane.style.cssText =
    "position:fixed;inset:0;inline-size:100vw;block-size:100vh;max-inline-size:none;max-block-size:none;margin:0;padding:0;border:0;background:transparent;cursor:crosshair";
  const said = element(document, "div", { class: "said", role: "status" });
  const end = element(document, "div", { class: "end" });
  const bar = element(
    document,
    "section",
    { class: "notice standing", popover: "manual", "aria-label": words.title },
    mark(document),
    said,
    end,
  );
  const open = new AbortController();
  let focused: Element | undefined;
  const remember = (event: FocusEvent): void => {
    if (event.composedPath()[0] instanceof Element && event.target !== surface.host)
      focused = event.composedPath()[0] as Element;
  };
  document.addEventListener("focusin", remember, { capture: true, signal: open.signal });
  shieldKeys(window, surface.host);
  const stop = (): void => {
    open.abort();
    pane.remove();
    bar.remove();
    surface.host.remove();
  };
  const button = (label: string, pressed: () => void): HTMLElement => {
    const made = element(document, "button", { type: "button", class: "link" }, label);
    made.addEventListener("click", pressed);
    return made;
  };
  const say = (lines: readonly (string | Node)[], ...ways: readonly HTMLElement[]): void => {
    said.replaceChildren(
      ...lines.map((line) => (typeof line === "string" ? element(document, "p", {}, line) : line)),
    );
    end.replaceChildren(...ways, button(words.stop, stop));
  };

  const ask = (step: Step, before?: string): void => {
    const skip = step === "attachment" ? [button(words.skip, () => ask("send"))] : [];
    const byKey = button(words.takeFocused, () => {
      if (focused?.isConnected) take(step, focused);
      else ask(step, words.nowhere);
    });
    say([...(before === undefined ? [] : [before]), words[step], words.byKey], ...skip, byKey);
    byKey.focus({ preventScroll: true });
    pane.onclick = ({ clientX, clientY }) => take(step, beneath(pane, clientX, clientY));
  };
  const take = (step: Step, found: Element | undefined): void => {
    if (!found || found.matches("html, body, iframe, frame")) {
      ask(step, words.notThere);
      return;
    }
    shown[step] = found;
    if (step === "recipient") ask("attachment");
    else if (step === "attachment") ask("send");
    else tell();
  };
  const tell = (): void => {
    pane.remove();
    const { recipient, send, attachment } = shown;
    const today = new Date().toISOString().slice(0, 10);
    const adapter =
      recipient &&
      send &&
      adapterFrom({ recipient, send, attachment }, ownId(location.host), location.host, today);
    if (!adapter) {
      const again = button(words.again, restart);
      say([words.nothing], again);
      again.focus({ preventScroll: true });
      return;
    }
    const text = element(document, "textarea", { rows: "6", readonly: true, "aria-label": words.data });
    text.value = JSON.stringify(adapter, null, 1);
    text.style.inlineSize = "100%";
    const copying = button(words.copy, () => copy(text));
    say([found(adapter), words.publish, text], copying, button(words.again, restart));
    copying.focus({ preventScroll: true });
  };
  const found = (adapter: NonNullable<ReturnType<typeof adapterFrom>>): string => {
    const composer = composerOf(adapter, shown.send);
    if (!composer) return words.found(0, 0);
    const domains = { ownDomains: [], approvedDomains: [] };
    return words.found(
      recipientsOf(adapter, composer, domains).all.length,
      attachmentsOf(adapter, composer).length,
    );
  };
  const restart = (): void => {
    stop();
    teach();
  };
  surface.root.append(pane, bar);
  pane.showPopover();
  bar.showPopover();
  ask("recipient");
}

/** The same for the same host, so that what is shown again comes in place of what was shown before. */
const ownId = (host: string): string =>
  `own-${([...host].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7) % 99) + 1}`;

/** What lies under the pane. */
function beneath(pane: HTMLElement, x: number, y: number): Element | undefined {
  pane.style.pointerEvents = "none";
  const found = document.elementFromPoint(x, y);
  pane.style.pointerEvents = "";
  return found ?? undefined;
}

/** By the keyboard's own command, which needs no permission of the page. */
function copy(text: HTMLTextAreaElement): void {
  text.select();
  document.execCommand("copy");
}
