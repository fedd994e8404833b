import baseCss from "../look/base.css?inline";
import tokensCss from "../look/tokens.css?inline";
import { element } from "./element.ts";
import surfaceCss from "./surface.css?inline";

/** Where the guard draws: one host at the end of a document, with a shadow root that the page can't enter. */
export interface Surface {
  readonly host: HTMLElement;
  /** The one child of the shadow root; dialogs are put in here. */
  readonly root: HTMLElement;
  /** The live region of notices, there before any text is. */
  readonly notices: HTMLElement;
  /** Puts the host where the page has none of it, or has thrown it out, and readies the live region. */
  show(): void;
  /** Adds rules for what is drawn here from now on; the same ones once. */
  dress(css: string): void;
}

/**
 * Makes a surface in a document.
 *
 * @param mode - `open` lets accessibility checks look inside; what is shipped is closed.
 */
export function createSurface(doc: Document, mode: ShadowRootMode = "closed"): Surface {
  const host = element(doc, "div", {});
  host.style.setProperty("all", "initial", "important");
  host.style.setProperty("display", "block", "important");
  const shadow = host.attachShadow({ mode });
  const notices = element(doc, "div", {
    class: "notices",
    role: "status",
    "aria-live": "polite",
    popover: "manual",
  });
  const root = element(doc, "div", { class: "chaperone", lang: "en-GB" }, notices);
  const dressed = new Set<string>();
  const dress = (css: string): void => {
    if (dressed.has(css)) return;
    dressed.add(css);
    style(doc, shadow, css);
  };
  dress(`${tokensCss}\n${baseCss}\n${surfaceCss}`);
  shadow.append(root);
  return {
    host,
    root,
    notices,
    dress,
    show() {
      root.dir = directionOf(doc);
      if (!host.isConnected) doc.documentElement.append(host);
      // Open from now on, though empty: a screen reader must know the region before its first words come.
      if (!notices.matches(":popover-open")) notices.showPopover();
    },
  };
}

/** The side from which the page is read; some say it of their body alone. */
function directionOf(doc: Document): string {
  const read = doc.body ?? doc.documentElement;
  return doc.defaultView?.getComputedStyle(read).direction || "ltr";
}

/** Firefox refuses constructed sheets from a content script (bug 1751346); a style element of ours passes the page's CSP. */
function style(doc: Document, shadow: ShadowRoot, css: string): void {
  try {
    const Sheet = (doc.defaultView as typeof globalThis & Window).CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  } catch {
    shadow.append(element(doc, "style", {}, css));
  }
}
