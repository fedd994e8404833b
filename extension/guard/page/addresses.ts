import type { Hook } from "./hook.ts";
import { call, listen, replace, stop } from "./originals.ts";
import { bareWords, said } from "./requests.ts";
import { wordsOf } from "./words.ts";

const { apply } = Reflect;

type Page = typeof globalThis & {
  navigation?: EventTarget;
  fetchLater?: (url: unknown, init?: RequestInit) => unknown;
};

/** What the Navigation API tells, as far as it is asked here. */
interface Going extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/** A text may also leave in an address that a script goes to, by the system's own sharing, or by a request put off. */
export function holdAddresses(hook: Hook): void {
  const page = globalThis as Page;
  const waits = (url: string, go: () => void): boolean => {
    if (!said(url) || !hook.mayCarry() || !hook.carries(url)) return false;
    hook.leaves(url, url).then((may) => may && go());
    return true;
  };
  replace(page, "open", (open) => (...args) => {
    const go = () => apply(open, page, args) as ReturnType<typeof open>;
    // As where a browser lets no window open: it opens once it may.
    return waits(`${args[0] ?? ""}`, go) ? null : go();
  });
  replace(
    HTMLElement.prototype,
    "click",
    (click) =>
      function (this: HTMLElement) {
        const go = () => call(click, this);
        // A press in the document is heard by itself.
        if (this.isConnected || !(this instanceof HTMLAnchorElement) || !waits(this.href, go)) go();
      },
  );
  if (page.navigation)
    listen(page.navigation, "navigate", (event) => {
      const { url, sameDocument } = (event as Going).destination;
      if (event.cancelable && !sameDocument && waits(url, () => location.assign(url))) stop(event);
    });
  replace(page, "fetchLater", (later) => (url, init) => {
    const go = () => apply(later as () => unknown, page, [url, init]);
    const words = hook.mayCarry() ? (wordsOf(init?.body) ?? bareWords(hook, `${url}`)) : undefined;
    if (words === undefined) return go();
    hook.leaves(`${url}`, words).then((may) => may && go());
    return { activated: false };
  });
  if (typeof Navigator === "undefined" || !("share" in Navigator.prototype)) return;
  replace(
    Navigator.prototype,
    "share",
    (share) =>
      async function (this: Navigator, what) {
        const texts = Object.values(what ?? {}).filter((one) => typeof one === "string");
        if (hook.mayCarry() && !(await hook.leaves("", texts.join("\n"))))
          throw new DOMException("Share canceled", "AbortError");
        return call(share, this, what);
      },
  );
}
